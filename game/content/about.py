"""What each field is for, in a sentence and an example: what an editor shows beside it.

The fields themselves, their bounds included, are described in `deck_fields`, `boards` and
`rulesets`; `schema` puts the two together. A test sees that no field lacks its sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class About(NamedTuple):
    """One field, for who fills it in."""

    text: str
    """What it is for."""
    example: Any
    """What may stand there, as YAML reads it."""


_Fields = Mapping[str, About]

_METERS = About(
    "What this does to the meters, from −2 to 2 each. The best meters disagree now and then.",
    {"progress": 1, "connection": -1},
)
_PICTURE = About(
    "A drawing of the game by its name, or a picture of the deck with its ending, from the deck's "
    "folder: SVG, PNG or JPEG.",
    "pictures/coffee.svg",
)
_SOUND = About(
    "A sound from the deck's folder, heard when the card comes up: Ogg Vorbis or WAV, 10 seconds "
    "at most.",
    "sounds/door.ogg",
)
_SILENCE = About(
    "Checks that have nothing to say here, each with the reason why this is meant.",
    {"key-position": "the order of the cards tells a story"},
)
_FORMAT = About("The version of this format.", 1)
_ID_OF_FILE = About("Lower-case words with hyphens; it never changes once it is played.", "my-deck")

_CARD: _Fields = {
    "id": About(
        "Lower-case words with hyphens, unique in the deck; never changed.", "five-coffees"
    ),
    "kind": About(
        "What the team does: pick an option (choice), name a number (estimate), put in order "
        "(order), act or tell (open), make an if-then plan (commit).",
        "choice",
    ),
    "play": About(
        "Who answers: the team on turn (turn), whoever rings first (bell: quizzes and estimates), "
        "or all at once (everyone: not for open and commit). Left out: turn.",
        "turn",
    ),
    "category": About("The id of one of the deck's categories: the pile it lies on.", "insights"),
    "title": About("The name on the band, read from the last row.", "Five coffees"),
    "prompt": About(
        "The incident or the question, read aloud: a role, a place, a feeling. At most 60 words "
        "fit one face of the wall.",
        "One name stands on all five cups. Ask whose they are?",
    ),
    "picture": _PICTURE,
    "sound": _SOUND,
    "reading": About("Seconds to read it aloud; left out: reckoned from its words.", 25),
    "thinking": About("Seconds to discuss it; left out: what the house rules say.", 90),
    "why": About(
        "Shown after the reveal: why it is so, in two sentences.", "She was there: n = 1."
    ),
    "reflect": About("The talking question after the reveal.", "Where does this happen at yours?"),
    "notes": About(
        "For the facilitator's eyes only: what to listen for, a question to go on with, where it "
        "hurts.",
        "Listen for blame. Ask how she could have known.",
    ),
    "source": About("Where a fact comes from.", "Bain & Company, Closing the delivery gap"),
    "year": About("The year of the source.", 2005),
    "evidence": About("What kind of evidence it is.", "survey"),
    "tags": About("Words to find the card by; they are not shown.", ["visit", "letters"]),
    "silence": _SILENCE,
    "meters": _METERS,
    "options": About(
        "Two to six, all of them tempting. A dilemma has points on each; a quiz has right: true "
        "on one.",
        [{"text": "Ask who they are for.", "points": 3}, {"text": "Drink one.", "points": 0}],
    ),
    "answer": About("The number that is right, in digits alone.", 80),
    "measure": About(
        "What the number is; years and percentages have absolute bands.", "percentage"
    ),
    "unit": About("Shown behind the number.", "in 100"),
    "bands": About(
        "How near a guess must be for three, two and one points.", {"absolute": [3, 8, 15]}
    ),
    "items": About(
        "Three to seven, in the right order; at most four where everyone answers.",
        [{"text": "Telling it again"}, {"text": "Waiting"}, {"text": "A menu of nine choices"}],
    ),
    "judge": About("Who gives the points; left out: what the house rules say.", "peers"),
    "criteria": About(
        "What a good answer shows, in two to four lines.",
        ["names what it was like for him", "says what happens now, and when"],
    ),
    "example": About(
        "A plan that shows the form.",
        {"cue": "a customer tells it twice", "action": "I write it down for the next colleague"},
    ),
}

_DECK: _Fields = {
    "format": _FORMAT,
    "id": _ID_OF_FILE,
    "title": About("The deck's name, on the shelf and on the wall.", "Outside-in"),
    "language": About("The code of the language this file is written in.", "en"),
    "description": About(
        "For a facilitator who has not seen it: for whom, when, and what for.",
        "For service teams at the start of their year: an hour on the doorstep of their own work.",
    ),
    "preset": About("The length of session it suits best, in minutes.", 60),
    "silence": _SILENCE,
    "categories": About(
        "The piles of cards; spaces of the board draw from them by their id.",
        [{"id": "insights", "name": "Insights & understanding", "icon": "insights"}],
    ),
    "meters": About(
        "What choices move beside the score; the debrief's map shows two of them.",
        [{"id": "progress", "name": "Progress"}, {"id": "connection", "name": "Connection"}],
    ),
    "debrief": About(
        "Questions of the deck's own for the debrief.", ["Which customer will you visit first?"]
    ),
    "cards": About(
        "The cards.",
        [
            {
                "id": "first-monday",
                "kind": "commit",
                "category": "insights",
                "title": "Monday, nine o'clock",
                "prompt": "Make a plan for the next customer who has to tell it twice.",
            }
        ],
    ),
    "twists": About(
        "Events: a short story, and something that happens to teams.",
        [
            {
                "id": "two-greetings",
                "title": "Dear Mr Mrs",
                "prompt": "The letter went out with two greetings on it.",
                "effects": [{"who": "leader", "customers": -2}],
            }
        ],
    ),
    "mirrors": About(
        "Reflection: a question a team talks about, for one customer.",
        [{"id": "own-customer", "title": "Your own customer", "prompt": "When were you last one?"}],
    ),
    "personas": About(
        "Other eyes: a person shown beside the card.",
        [{"id": "wim", "name": "Wim, 71", "line": "hard of hearing, thirty years loyal"}],
    ),
}

ABOUT: Mapping[str, _Fields] = {
    "deck": _DECK,
    "card": _CARD,
    "category": {
        "id": About("What cards and boards name it by.", "insights"),
        "name": About("As it stands on the cards.", "Insights & understanding"),
        "icon": About(
            "insights, strategy, metrics, design, culture, employee; or a picture of the deck.",
            "insights",
        ),
    },
    "meter": {
        "id": About("What options name it by.", "progress"),
        "name": About("As it stands on the wall.", "Progress"),
    },
    "option": {
        "text": About("One line a team can want.", "Read one of those letters aloud."),
        "points": About("0 to 3, on every option of a dilemma.", 2),
        "right": About("true on the one right option of a quiz; it pays 3.", True),
        "feedback": About("What happens next, and to whom.", "The laughing stops."),
        "meters": _METERS,
    },
    "item": {
        "text": About("One thing to put in order.", "Telling it again"),
        "rank": About("Its place, where two items share one.", 3),
    },
    "bands": {
        "absolute": About("How far a guess may be off for 3, 2 and 1 points.", [3, 8, 15]),
        "relative": About("The same in per cent of the answer.", [10, 25, 50]),
    },
    "example": {
        "cue": About("If this happens …", "a customer tells me the same thing twice"),
        "action": About("… then I or we do this.", "I write it where the next colleague sees it"),
    },
    "twist": {
        "id": About("Unique in the deck.", "two-greetings"),
        "title": About("The name on the band.", "Dear Mr Mrs"),
        "prompt": About("What happened, in a sentence or two.", "The letter has two greetings."),
        "effects": About(
            "What happens: one to four, of at most 3 customers and 6 spaces together.",
            [{"who": "last", "spaces": 3}],
        ),
        "picture": _PICTURE,
        "sound": _SOUND,
        "silence": _SILENCE,
    },
    "effect": {
        "who": About(
            "To whom: the team on turn, those ahead, those behind, the others, all.", "all"
        ),
        "customers": About("Happy customers won or lost.", -2),
        "spaces": About("Spaces forward or back.", 3),
        "swap": About("Self changes places with this team.", "leader"),
        "roll": About("Self rolls once more.", True),
    },
    "mirror": {
        "id": About("Unique in the deck.", "own-customer"),
        "title": About("The name on the band.", "Your own customer"),
        "prompt": About("The question to talk about.", "When were you last a customer of yours?"),
        "notes": About("For the facilitator's eyes only.", "Silence is fine. Count to ten."),
        "picture": _PICTURE,
        "sound": _SOUND,
        "silence": _SILENCE,
    },
    "persona": {
        "id": About("Unique in the deck.", "wim"),
        "name": About("A name, and perhaps an age.", "Wim, 71"),
        "line": About("Who it is, in one line.", "hard of hearing, thirty years loyal"),
        "picture": _PICTURE,
        "silence": _SILENCE,
    },
    "translation": {
        "format": _FORMAT,
        "overlay": About("The id of the deck it belongs to.", "outside-in"),
        "language": About("The code of the language it is written in.", "nl"),
        "sources": About(
            "What each text was translated from, in fingerprints: cxgame translate keeps it.",
            {"cards": {"five-coffees": "6a00d-e6159"}},
        ),
    },
    "board": {
        "format": _FORMAT,
        "id": _ID_OF_FILE,
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
    "ruleset": {
        "format": _FORMAT,
        "id": _ID_OF_FILE,
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
    "debrief": {
        "format": _FORMAT,
        "id": _ID_OF_FILE,
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
