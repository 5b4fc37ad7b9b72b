"""Fields of house rules and their presets."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.about.entry import FORMAT, ID_OF_FILE, About, Fields
from game.i18n import N_

RULESET: Mapping[str, Fields] = {
    "ruleset": {
        "format": FORMAT,
        "id": ID_OF_FILE,
        "title": About(N_("The ruleset's name."), "Standard"),
        "titles": About(N_("Its name in other languages."), {"nl": "Standaard"}),
        "language": About(N_("The code of the language this file is written in."), "en"),
        "rules": About(N_("House rules that differ from the standard ones."), {"start_bonus": 2}),
        "presets": About(
            N_("The lengths of session it offers."),
            [{"id": "60", "name": "60 minutes", "minutes": 60, "brief": 4, "debrief": 20}],
        ),
    },
    "rules": {
        "die": About(N_("Sides of the die; or step: always one space."), 6),
        "start_bonus": About(N_("Customers for passing or reaching start forward."), 2),
        "floor_at_zero": About(N_("A team never has fewer than no customers."), True),
        "other_view": About(N_("The bell is also for another view on a card."), True),
        "view_tokens": About(N_("How often a team may ring for another view."), 2),
        "view_seconds": About(N_("Seconds to argue for another view."), 30),
        "view_together_max": About(N_("Together: the most another view can earn."), 2),
        "together_ms": About(
            N_("Rings nearer than this many ms are together; a draw decides."), 10
        ),
        "passes": About(N_("How often in a session a team may swap its card for another."), 2),
        "discuss_seconds": About(N_("Seconds to talk before the answer; 0 is no clock."), 90),
        "judge": About(N_("Who scores an open card that does not say."), "facilitator"),
        "mirror_points": About(N_("Customers for talking at a mirror."), 1),
        "bell_right": About(N_("Customers for ringing first and being right."), 2),
        "bell_wrong": About(N_("Customers for ringing first and being wrong, or silent."), -1),
        "bell_answer_seconds": About(N_("Seconds to speak after the ring."), 5),
        "lockout_seconds": About(N_("Seconds a team that rang too early has to wait."), 2),
        "customer_cards": About(N_("Together: a new customer comes after this many cards."), 5),
        "hide_scores": About(N_("No scores on the wall until the end."), False),
        "standings_every": About(
            N_("One by one: the standings after this many rounds; 0 never."), 1
        ),
        "standings_every_together": About(N_("Together: the same, in cards."), 4),
        "personas": About(N_("Every team gets other eyes, if the deck has them."), True),
        "winning": About(N_("False: nobody wins, the stories count."), True),
        "awards": About(N_("More than one team has something to be proud of."), True),
        "turns": About(N_("How turns are taken; left out: what suits the teams."), "together"),
    },
    "preset": {
        "id": About(N_("What `--preset` and decks name it by."), "60"),
        "name": About(N_("As it stands on the set-up screen."), "60 minutes"),
        "names": About(N_("Its name in other languages."), {"nl": "60 minuten"}),
        "minutes": About(N_("The whole session."), 60),
        "brief": About(N_("Of those, to explain the game."), 4),
        "debrief": About(N_("Of those, for the debrief: about a third."), 20),
        "turn_seconds": About(N_("What a turn takes, one by one."), 135),
        "together_seconds": About(N_("What a card takes, together."), 180),
        "discuss_seconds": About(N_("Time to talk in this preset."), 45),
    },
}
"""By what the group of fields is called, then by field."""
