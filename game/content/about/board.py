"""Fields of boards."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.about.entry import FORMAT, ID_OF_FILE, About, Fields
from game.i18n import N_

BOARD: Mapping[str, Fields] = {
    "board": {
        "format": FORMAT,
        "id": ID_OF_FILE,
        "title": About(N_("The board's name."), "The journey"),
        "titles": About(N_("Its name in other languages."), {"nl": "De reis"}),
        "language": About(N_("The code of the language this file is written in."), "en"),
        "shape": About(N_("A loop goes round; a road has an end."), "loop"),
        "zones": About(
            N_("The stages of the journey, in order."),
            [{"id": "notice", "name": "Notice", "names": {"nl": "Opmerken"}}],
        ),
        "spaces": About(
            N_("The spaces in the order a pawn walks them, the start first."),
            [
                {"kind": "start", "zone": "notice"},
                *[{"kind": "category", "category": "insights", "zone": "notice"}] * 7,
            ],
        ),
    },
    "zone": {
        "id": About(N_("What spaces name it by."), "notice"),
        "name": About(N_("As it stands on the board."), "Notice"),
        "names": About(N_("Its name in other languages."), {"nl": "Opmerken"}),
        "picture": About(N_("One of the game's drawings of stages, or a picture."), "notice"),
    },
    "space": {
        "kind": About(
            N_("What is drawn here: start, category, choose, bell, twist or mirror."), "category"
        ),
        "category": About(N_("The id of the category, on category spaces."), "insights"),
        "zone": About(N_("The id of the zone it lies in."), "notice"),
    },
}
"""By what the group of fields is called, then by field."""
