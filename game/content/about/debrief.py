"""Fields of debriefs."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.about.entry import FORMAT, ID_OF_FILE, About, Fields
from game.i18n import N_

DEBRIEF: Mapping[str, Fields] = {
    "debrief": {
        "format": FORMAT,
        "id": ID_OF_FILE,
        "title": About(N_("The debrief's name, on the set-up screen."), "Six phases"),
        "language": About(N_("The code of the language this file is written in."), "en"),
        "source": About(N_("Whose idea it is, and where it can be read."), "Thiagarajan, 1996"),
        "commit_seconds": About(N_("Time for the teams to write their plans; 0 is no clock."), 300),
        "phases": About(
            N_("Questions that belong together, in the order they are asked."),
            [{"id": "feel", "name": "Feel", "questions": [{"text": "How are you?"}]}],
        ),
    },
    "phase": {
        "id": About(N_("What translations name it by."), "feel"),
        "name": About(N_("As it stands above its questions."), "How do you feel?"),
        "notes": About(
            N_("For the facilitator: what the phase is for."), "Let everybody say a word."
        ),
        "decks": About(N_("True: the decks' own questions are asked at its end."), True),
        "questions": About(
            N_("Its questions, one a screen."), [{"text": "How are you?", "seconds": 90}]
        ),
    },
    "debrief question": {
        "text": About(N_("What is asked."), "What surprised you most?"),
        "seconds": About(
            N_("Time to talk, before all is fitted to the session's debrief; 0 is no clock."), 120
        ),
        "notes": About(N_("For the facilitator's eyes only."), "Ask for an example."),
    },
}
"""By what the group of fields is called, then by field."""
