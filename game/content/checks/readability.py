"""A card can be followed by ear.

The room hears a card once. Long words in long sentences are lost in it, so the story and the
`why` together should score 60 at least, plain language for adults, on the scale of Flesch (in
English) or Flesch-Douma (in Dutch). Looked at from forty words on: of fewer, one long name tips
the scale. It counts only the lengths of sentences and words, so take it as advice.

PASS:

    cards:
      - id: napkins
        kind: commit
        category: insights
        title: The napkins
        prompt: >-
          A mother turns eighty on Saturday. You print napkins, menus and a banner. On Wednesday
          the napkins come, and that is all. She writes to you. Your colleague answers: what a
          pity. She writes again, in capitals. Make a plan for the next time that a parcel is not
          whole when it leaves your house.

FAIL:

    cards:
      - id: napkins
        kind: commit
        category: insights
        title: The napkins
        prompt: >-
          Following considerable deliberation regarding customer communication procedures, the
          organisation's fulfilment department subsequently established that an inconsiderable
          percentage of celebratory stationery commissions were incompletely delivered, thereby
          necessitating additional correspondence between dissatisfied customers and insufficiently
          authorised representatives. Formulate an appropriate implementation intention
          addressing comparable eventualities.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from game.content.problem import Level, Problem
from game.content.readability import Readability, readability
from game.content.told import Told, entries

if TYPE_CHECKING:
    from game.content.deck import Subject

ID = "readability"
LEVEL = Level.ADVICE

EASY = 60
"""The least score; 60 to 70 is plain language, 30 to 50 difficult."""
FEWEST = 40
"""Words that say something about a text."""
LONG = 16
"""Words a sentence, on average, from which sentences are what to mend."""
_SCALES = {"en": "Flesch", "nl": "Flesch-Douma"}


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for each card or twist, in each language, that is too hard to follow."""
    for section in ("cards", "twists"):
        for told in entries(subject, section):
            found = readability(_heard(told), told.language)
            if found is not None and found.words >= FEWEST and found.score < EASY:
                scale = _SCALES[told.language]
                yield told.problem(
                    ID,
                    LEVEL,
                    f"the text reads at {found.score:.0f} on the scale of {scale}; "
                    f"expected {EASY} at least",
                    field="prompt",
                    hint=_hint(found),
                )


def _heard(told: Told[Any]) -> str:
    """What is read aloud of an entry, as far as it is in words of this file."""
    names = [name for name in ("prompt", "why") if told.says(name)]
    # Each ends a sentence, whether or not it ends in a full stop.
    return " ".join(f"{getattr(told.entry, name)}." for name in names)


def _hint(found: Readability) -> str:
    if found.sentence > LONG:
        return f"its sentences have {found.sentence:.0f} words on average: make two of one"
    return f"its words have {found.word:.1f} syllables on average: take shorter ones"
