"""Fields of debriefs."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.about.entry import FORMAT, ID_OF_FILE, About, Fields

DEBRIEF: Mapping[str, Fields] = {
    "debrief": {
        "format": FORMAT,
        "id": ID_OF_FILE,
        "title": About("The debrief's name, on the set-up screen.", "Six phases"),
        "language": About("The code of the language this file is written in.", "en"),
        "source": About("Whose idea it is, and where it can be read.", "Thiagarajan, 1996"),
        "commit_seconds": About("Time for the teams to write their plans; 0 is no clock.", 300),
        "phases": About(
            "Questions that belong together, in the order they are asked.",
            [{"id": "feel", "name": "Feel", "questions": [{"text": "How are you?"}]}],
        ),
    },
    "phase": {
        "id": About("What translations name it by.", "feel"),
        "name": About("As it stands above its questions.", "How do you feel?"),
        "notes": About("For the facilitator: what the phase is for.", "Let everybody say a word."),
        "decks": About("True: the decks' own questions are asked at its end.", True),
        "questions": About(
            "Its questions, one a screen.", [{"text": "How are you?", "seconds": 90}]
        ),
    },
    "debrief question": {
        "text": About("What is asked.", "What surprised you most?"),
        "seconds": About(
            "Time to talk, before all is fitted to the session's debrief; 0 is no clock.", 120
        ),
        "notes": About("For the facilitator's eyes only.", "Ask for an example."),
    },
}
"""By what the group of fields is called, then by field."""
