"""Fields of decks, of all that lies in them, and of their translations."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.about.entry import (
    FORMAT,
    ID_OF_FILE,
    METERS,
    PICTURE,
    SILENCE,
    SOUND,
    About,
    Fields,
)
from game.i18n import N_

_CARD: Fields = {
    "id": About(
        N_("Lower-case words with hyphens, unique in the deck; never changed."), "five-coffees"
    ),
    "kind": About(
        N_(
            "What the team does: pick an option (choice), name a number (estimate), put in order "
            "(order), act or tell (open), make an if-then plan (commit)."
        ),
        "choice",
    ),
    "play": About(
        N_(
            "Who answers: the team on turn (turn), whoever rings first (bell: quizzes and "
            "estimates), or all at once (everyone: not for open and commit). Left out: turn."
        ),
        "turn",
    ),
    "category": About(
        N_("The id of one of the deck's categories: the pile it lies on."), "insights"
    ),
    "title": About(N_("The name on the band, read from the last row."), "Five coffees"),
    "prompt": About(
        N_(
            "The incident or the question, read aloud: a role, a place, a feeling. At most 60 "
            "words fit one face of the wall."
        ),
        "One name stands on all five cups. Ask whose they are?",
    ),
    "picture": PICTURE,
    "sound": SOUND,
    "reading": About(N_("Seconds to read it aloud; left out: reckoned from its words."), 25),
    "thinking": About(N_("Seconds to discuss it; left out: what the house rules say."), 90),
    "why": About(
        N_("Shown after the reveal: why it is so, in two sentences."), "She was there: n = 1."
    ),
    "reflect": About(
        N_("The talking question after the reveal."), "Where does this happen at yours?"
    ),
    "notes": About(
        N_(
            "For the facilitator's eyes only: what to listen for, a question to go on with, where "
            "it hurts."
        ),
        "Listen for blame. Ask how she could have known.",
    ),
    "source": About(N_("Where a fact comes from."), "Bain & Company, Closing the delivery gap"),
    "year": About(N_("The year of the source."), 2005),
    "evidence": About(N_("What kind of evidence it is."), "survey"),
    "tags": About(N_("Words to find the card by; they are not shown."), ["visit", "letters"]),
    "silence": SILENCE,
    "meters": METERS,
    "options": About(
        N_(
            "Two to six, all of them tempting. A dilemma has points on each; a quiz has right: "
            "true on one."
        ),
        [{"text": "Ask who they are for.", "points": 3}, {"text": "Drink one.", "points": 0}],
    ),
    "answer": About(N_("The number that is right, in digits alone."), 80),
    "measure": About(
        N_("What the number is; years and percentages have absolute bands."), "percentage"
    ),
    "unit": About(N_("Shown behind the number."), "in 100"),
    "bands": About(
        N_("How near a guess must be for three, two and one points."), {"absolute": [3, 8, 15]}
    ),
    "items": About(
        N_("Three to seven, in the right order; at most four where everyone answers."),
        [{"text": "Telling it again"}, {"text": "Waiting"}, {"text": "A menu of nine choices"}],
    ),
    "judge": About(N_("Who gives the points; left out: what the house rules say."), "peers"),
    "criteria": About(
        N_("What a good answer shows, in two to four lines."),
        ["names what it was like for him", "says what happens now, and when"],
    ),
    "example": About(
        N_("A plan that shows the form."),
        {"cue": "a customer tells it twice", "action": "I write it down for the next colleague"},
    ),
}

_DECK: Fields = {
    "format": FORMAT,
    "id": ID_OF_FILE,
    "title": About(N_("The deck's name, on the shelf and on the wall."), "Outside-in"),
    "language": About(N_("The code of the language this file is written in."), "en"),
    "description": About(
        N_("For a facilitator who has not seen it: for whom, when, and what for."),
        "For service teams at the start of their year: an hour on the doorstep of their own work.",
    ),
    "preset": About(N_("The length of session it suits best, in minutes."), 60),
    "silence": SILENCE,
    "categories": About(
        N_("The piles of cards; spaces of the board draw from them by their id."),
        [{"id": "insights", "name": "Insights & understanding", "icon": "insights"}],
    ),
    "meters": About(
        N_("What choices move beside the score; the debrief's map shows two of them."),
        [{"id": "progress", "name": "Progress"}, {"id": "connection", "name": "Connection"}],
    ),
    "debrief": About(
        N_("Questions of the deck's own for the debrief."), ["Which customer will you visit first?"]
    ),
    "cards": About(
        N_("The cards."),
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
        N_("Events: a short story, and something that happens to teams."),
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
        N_("Reflection: a question a team talks about, for one customer."),
        [{"id": "own-customer", "title": "Your own customer", "prompt": "When were you last one?"}],
    ),
    "personas": About(
        N_("Other eyes: a person shown beside the card."),
        [{"id": "wim", "name": "Wim, 71", "line": "hard of hearing, thirty years loyal"}],
    ),
}

DECK: Mapping[str, Fields] = {
    "deck": _DECK,
    "card": _CARD,
    "category": {
        "id": About(N_("What cards and boards name it by."), "insights"),
        "name": About(N_("As it stands on the cards."), "Insights & understanding"),
        "icon": About(
            N_("insights, strategy, metrics, design, culture, employee; or a picture of the deck."),
            "insights",
        ),
    },
    "meter": {
        "id": About(N_("What options name it by."), "progress"),
        "name": About(N_("As it stands on the wall."), "Progress"),
    },
    "option": {
        "text": About(N_("One line a team can want."), "Read one of those letters aloud."),
        "points": About(N_("0 to 3, on every option of a dilemma."), 2),
        "right": About(N_("true on the one right option of a quiz; it pays 3."), True),
        "feedback": About(N_("What happens next, and to whom."), "The laughing stops."),
        "meters": METERS,
    },
    "item": {
        "text": About(N_("One thing to put in order."), "Telling it again"),
        "rank": About(N_("Its place, where two items share one."), 3),
    },
    "bands": {
        "absolute": About(N_("How far a guess may be off for 3, 2 and 1 points."), [3, 8, 15]),
        "relative": About(N_("The same in per cent of the answer."), [10, 25, 50]),
    },
    "example": {
        "cue": About(N_("If this happens …"), "a customer tells me the same thing twice"),
        "action": About(
            N_("… then I or we do this."), "I write it where the next colleague sees it"
        ),
    },
    "twist": {
        "id": About(N_("Unique in the deck."), "two-greetings"),
        "title": About(N_("The name on the band."), "Dear Mr Mrs"),
        "prompt": About(
            N_("What happened, in a sentence or two."), "The letter has two greetings."
        ),
        "effects": About(
            N_("What happens: one to four, of at most 3 customers and 6 spaces together."),
            [{"who": "last", "spaces": 3}],
        ),
        "picture": PICTURE,
        "sound": SOUND,
        "silence": SILENCE,
    },
    "effect": {
        "who": About(
            N_("To whom: the team on turn, those ahead, those behind, the others, all."), "all"
        ),
        "customers": About(N_("Happy customers won or lost."), -2),
        "spaces": About(N_("Spaces forward or back."), 3),
        "swap": About(N_("Self changes places with this team."), "leader"),
        "roll": About(N_("Self rolls once more."), True),
    },
    "mirror": {
        "id": About(N_("Unique in the deck."), "own-customer"),
        "title": About(N_("The name on the band."), "Your own customer"),
        "prompt": About(
            N_("The question to talk about."), "When were you last a customer of yours?"
        ),
        "notes": About(N_("For the facilitator's eyes only."), "Silence is fine. Count to ten."),
        "picture": PICTURE,
        "sound": SOUND,
        "silence": SILENCE,
    },
    "persona": {
        "id": About(N_("Unique in the deck."), "wim"),
        "name": About(N_("A name, and perhaps an age."), "Wim, 71"),
        "line": About(N_("Who it is, in one line."), "hard of hearing, thirty years loyal"),
        "picture": PICTURE,
        "silence": SILENCE,
    },
    "translation": {
        "format": FORMAT,
        "overlay": About(N_("The id of the deck it belongs to."), "outside-in"),
        "language": About(N_("The code of the language it is written in."), "nl"),
        "sources": About(
            N_("What each text was translated from, in fingerprints: cxgame translate keeps it."),
            {"cards": {"five-coffees": "6a00d-e6159"}},
        ),
    },
}
"""By what the group of fields is called, then by field."""
