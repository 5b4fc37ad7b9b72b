"""No option says always or never.

Nothing in the world is always so, and whoever has sat a test or two knows it: an option that
says always, never or without exception is passed over as the wrong one, unread. In a dilemma
it becomes the one that nobody would choose.

PASS:

    cards:
      - id: a-promise
        kind: choice
        category: insights
        title: A promise
        prompt: When do you ring back?
        options:
          - {text: At the hour that was promised, points: 3}
          - {text: When there is something new to tell, points: 1}

FAIL:

    cards:
      - id: a-promise
        kind: choice
        category: insights
        title: A promise
        prompt: When do you ring back?
        options:
          - {text: Always at the hour that was promised, points: 3}
          - {text: When there is something new to tell, points: 1}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.content.problem import Level, Problem
from game.content.told import choices
from game.content.wording import quoted

if TYPE_CHECKING:
    from game.content.deck import Subject

ID = "absolutes"
LEVEL = Level.ADVICE

_WORDS = {
    "en": re.compile(
        r"\b(always|never|without exception|at all times|under no circumstances"
        r"|in (all|every) cases?|each and every|invariably)\b",
        re.IGNORECASE,
    ),
    "nl": re.compile(
        r"\b(altijd|nooit|zonder uitzondering|te allen tijde|onder geen (beding|enkele voorwaarde)"
        r"|in (alle|elk) gevall?(en)?|stuk voor stuk)\b",
        re.IGNORECASE,
    ),
}


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for each option, in each language, with such a word in it."""
    for told in choices(subject):
        words = _WORDS.get(told.language)
        for place, option in enumerate(told.entry.options if words else ()):
            found = words.search(option.text) if words else None
            if found is not None:
                yield told.problem(
                    ID,
                    LEVEL,
                    f"{quoted(found[0])} gives the option away; expected one that could be so",
                    inside=("options", place),
                    field="text",
                    hint="say when, how often or how many",
                )
