"""Fields of house rules and their presets."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.about.entry import FORMAT, ID_OF_FILE, About, Fields

RULESET: Mapping[str, Fields] = {
    "ruleset": {
        "format": FORMAT,
        "id": ID_OF_FILE,
        "title": About("The ruleset's name.", "Standard"),
        "titles": About("Its name in other languages.", {"nl": "Standaard"}),
        "language": About("The code of the language this file is written in.", "en"),
        "rules": About("House rules that differ from the standard ones.", {"start_bonus": 2}),
        "presets": About(
            "The lengths of session it offers.",
            [{"id": "60", "name": "60 minutes", "minutes": 60, "brief": 4, "debrief": 20}],
        ),
    },
    "rules": {
        "die": About("Sides of the die; or step: always one space.", 6),
        "start_bonus": About("Customers for passing or reaching start forward.", 2),
        "floor_at_zero": About("A team never has fewer than no customers.", True),
        "other_view": About("The bell is also for another view on a card.", True),
        "view_tokens": About("How often a team may ring for another view.", 2),
        "view_seconds": About("Seconds to argue for another view.", 30),
        "view_together_max": About("Together: the most another view can earn.", 2),
        "together_ms": About("Rings nearer than this many ms are together; a draw decides.", 10),
        "passes": About("How often in a session a team may swap its card for another.", 2),
        "discuss_seconds": About("Seconds to talk before the answer; 0 is no clock.", 90),
        "judge": About("Who scores an open card that does not say.", "facilitator"),
        "mirror_points": About("Customers for talking at a mirror.", 1),
        "bell_right": About("Customers for ringing first and being right.", 2),
        "bell_wrong": About("Customers for ringing first and being wrong, or silent.", -1),
        "bell_answer_seconds": About("Seconds to speak after the ring.", 5),
        "lockout_seconds": About("Seconds a team that rang too early has to wait.", 2),
        "customer_cards": About("Together: a new customer comes after this many cards.", 5),
        "hide_scores": About("No scores on the wall until the end.", False),
        "standings_every": About("One by one: the standings after this many rounds; 0 never.", 1),
        "standings_every_together": About("Together: the same, in cards.", 4),
        "personas": About("Every team gets other eyes, if the deck has them.", True),
        "winning": About("False: nobody wins, the stories count.", True),
        "awards": About("More than one team has something to be proud of.", True),
        "turns": About("How turns are taken; left out: what suits the teams.", "together"),
    },
    "preset": {
        "id": About("What `--preset` and decks name it by.", "60"),
        "name": About("As it stands on the set-up screen.", "60 minutes"),
        "names": About("Its name in other languages.", {"nl": "60 minuten"}),
        "minutes": About("The whole session.", 60),
        "brief": About("Of those, to explain the game.", 4),
        "debrief": About("Of those, for the debrief: about a third.", 20),
        "turn_seconds": About("What a turn takes, one by one.", 135),
        "together_seconds": About("What a card takes, together.", 180),
        "discuss_seconds": About("Time to talk in this preset.", 45),
    },
}
"""By what the group of fields is called, then by field."""
