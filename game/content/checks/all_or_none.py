"""No option stands for the others: no “all of the above”, no “none of these”.

Who sees that two of them are right picks “all of the above” without knowing the third, and
“none of these” shows only what a team does not know. On a bell card the options are not even
seen before somebody answers.

PASS:

    cards:
      - id: what-stays
        kind: choice
        category: insights
        title: What stays
        prompt: What do people keep of a visit?
        options:
          - {text: How it began and how long it took}
          - {text: The worst moment and the last one, right: true}
          - {text: What it cost and who was there}

FAIL:

    cards:
      - id: what-stays
        kind: choice
        category: insights
        title: What stays
        prompt: What do people keep of a visit?
        options:
          - {text: The worst moment}
          - {text: The last moment}
          - {text: Both of the above, right: true}
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

ID = "all-or-none"
LEVEL = Level.ADVICE

_LETTERS = r"(both |either |neither |zowel |)[A-F]((, | and | or | nor | en | of | als )[A-F])+"
_OTHERS = {
    "en": re.compile(
        r".*\b(all|none|both|neither|any|either)( of)?( the)? (above|others?|options|answers)\b.*"
        r"|.*\b(all|none|both|neither|any)( of)? (these|them|those)"
        r"|all( of)?( the)? (two|three|four|five|six)|all|none|both|neither|" + _LETTERS,
        re.IGNORECASE,
    ),
    "nl": re.compile(
        r".*\b(al|alle|allemaal|geen|elk|beide)( van)?( de| het)?"
        r" (bovenstaande|bovengenoemde|genoemde|antwoorden|opties|andere)\b.*"
        r"|.*\bgeen van (alle|allen|allemaal|beide|beiden|deze|die|de (twee|drie|vier|vijf|zes))"
        r"|alle (twee|drie|vier|vijf|zes)|alledrie|allebei|allemaal|beide|" + _LETTERS,
        re.IGNORECASE,
    ),
}


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for each option, in each language, that points at the others."""
    for told in choices(subject):
        others = _OTHERS.get(told.language)
        for place, option in enumerate(told.entry.options if others else ()):
            if others and others.fullmatch(option.text.strip().rstrip(".!…")):
                yield told.problem(
                    ID,
                    LEVEL,
                    f"the option {quoted(option.text)} stands for others; "
                    "expected an answer of its own",
                    inside=("options", place),
                    field="text",
                    hint="three good options are enough",
                )
