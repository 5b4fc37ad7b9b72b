"""Fields of boards."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.about.entry import FORMAT, ID_OF_FILE, About, Fields

BOARD: Mapping[str, Fields] = {
    "board": {
        "format": FORMAT,
        "id": ID_OF_FILE,
        "title": About("The board's name.", "The journey"),
        "titles": About("Its name in other languages.", {"nl": "De reis"}),
        "language": About("The code of the language this file is written in.", "en"),
        "shape": About("A loop goes round; a road has an end.", "loop"),
        "zones": About(
            "The stages of the journey, in order.",
            [{"id": "notice", "name": "Notice", "names": {"nl": "Opmerken"}}],
        ),
        "spaces": About(
            "The spaces in the order a pawn walks them, the start first.",
            [
                {"kind": "start", "zone": "notice"},
                *[{"kind": "category", "category": "insights", "zone": "notice"}] * 7,
            ],
        ),
    },
    "zone": {
        "id": About("What spaces name it by.", "notice"),
        "name": About("As it stands on the board.", "Notice"),
        "names": About("Its name in other languages.", {"nl": "Opmerken"}),
        "picture": About("One of the game's drawings of stages, or a picture.", "notice"),
    },
    "space": {
        "kind": About(
            "What is drawn here: start, category, choose, bell, twist or mirror.", "category"
        ),
        "category": About("The id of the category, on category spaces.", "insights"),
        "zone": About("The id of the zone it lies in.", "notice"),
    },
}
"""By what the group of fields is called, then by field."""
