"""A question asks for what is so, not for what is not.

Read aloud, a “not” or an “except” is heard by half of the room; the other half gives the right
answer to the opposite question. Ask for the one that is so, or for the odd one out.

PASS:

    cards:
      - id: odd-one
        kind: choice
        category: insights
        title: The odd one out
        prompt: Three of these were promised to the customer. Which one was made up?
        options:
          - {text: A call before noon}
          - {text: A letter by courier, right: true}
          - {text: A new part for free}

FAIL:

    cards:
      - id: odd-one
        kind: choice
        category: insights
        title: The odd one out
        prompt: Which of these was not promised to the customer?
        options:
          - {text: A call before noon}
          - {text: A letter by courier, right: true}
          - {text: A new part for free}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.content.problem import Level, Problem
from game.content.prose import question
from game.content.told import choices
from game.content.wording import quoted

if TYPE_CHECKING:
    from game.content.deck import Subject

ID = "negative-stem"
LEVEL = Level.ADVICE

# Of the main clause only: “what do you do when he does not come?” asks for something that is so.
_STEMS = {
    "en": re.compile(
        r"\b(?:which|what|who|whom|whose|where|pick|choose|name|find)\b"
        r"(?:(?!\b(?:if|when|that|who|whom|whose|which|because|while|although|after|before|since"
        r"|as)\b)[^?!,;:])*?"
        r"\b(not|never|except|cannot|can[’']t|\w+n[’']t)\b",
        re.IGNORECASE,
    ),
    "nl": re.compile(
        r"\b(?:welke?|wat|wie|wiens|waar|kies|noem|zoek)\b"
        r"(?:(?!\b(?:als|wanneer|dat|die|wie|wat|omdat|terwijl|hoewel|nadat|voordat|sinds|toen|of)"
        r"\b)[^?!,;:])*?"
        r"\b(niet|geen|nooit|behalve)\b",
        re.IGNORECASE,
    ),
}
_SHOUTED = {"en": re.compile(r"\b(NOT|EXCEPT|NEVER)\b"), "nl": re.compile(r"\b(NIET|GEEN)\b")}


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for each choice card, in each language, that asks for what is not so."""
    for told in choices(subject):
        found = _negation(told.entry.prompt, told.language)
        if found:
            yield told.problem(
                ID,
                LEVEL,
                f"the question turns on {quoted(found)}; expected it to ask for what is so",
                field="prompt",
                hint="ask for the one that is so, or for the odd one out",
            )


def _negation(prompt: str, language: str) -> str:
    """The word that turns the question round; "" where none does."""
    if language not in _STEMS:
        return ""
    shouted = _SHOUTED[language].search(prompt)
    found = shouted or _STEMS[language].search(question(prompt))
    return found[1] if found else ""
