"""A quiz does not hide behind usually, often or sometimes.

How often is often? Two people never agree, so a question with “usually” in it cannot be judged,
and an option with “sometimes” in it is safe to choose: almost everything is sometimes so.
Dilemmas, stories and feedback may be as vague as life is.

PASS:

    cards:
      - id: who-leaves
        kind: choice
        category: insights
        title: Who leaves
        prompt: In the survey, which customers left without a word?
        options:
          - {text: Those who had complained}
          - {text: Those who had not, right: true}

FAIL:

    cards:
      - id: who-leaves
        kind: choice
        category: insights
        title: Who leaves
        prompt: Which customers usually leave without a word?
        options:
          - {text: Those who had complained}
          - {text: Those who had not, right: true}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.content.problem import Level, Problem
from game.content.prose import question
from game.content.told import quizzes
from game.content.wording import quoted

if TYPE_CHECKING:
    from game.content.deck import Subject

ID = "vague-words"
LEVEL = Level.ADVICE

_WORDS = {
    "en": re.compile(
        r"\b(usually|often|sometimes|frequently|generally|normally|typically|occasionally|rarely"
        r"|seldom|mostly|as a rule|now and then|from time to time)\b",
        re.IGNORECASE,
    ),
    "nl": re.compile(
        r"\b(meestal|vaak|soms|doorgaans|gewoonlijk|regelmatig|geregeld|zelden|veelal|dikwijls"
        r"|in de regel|over het algemeen|in het algemeen|af en toe|nu en dan|weleens)\b",
        re.IGNORECASE,
    ),
}
_HINT = "say how many, how often, or in which study"


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for each question and each option of a quiz, in each language."""
    for told in quizzes(subject):
        words = _WORDS.get(told.language)
        if words is None:
            continue
        asked = words.search(question(told.entry.prompt))
        if asked:
            text = f"the question says {quoted(asked[0])}; expected one that can be judged"
            yield told.problem(ID, LEVEL, text, field="prompt", hint=_HINT)
        for place, option in enumerate(told.entry.options):
            found = words.search(option.text)
            if found:
                text = f"the option says {quoted(found[0])}; expected one that can be judged"
                inside = ("options", place)
                yield told.problem(ID, LEVEL, text, inside=inside, field="text", hint=_HINT)
