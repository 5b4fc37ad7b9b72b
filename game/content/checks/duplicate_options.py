"""No two options, or things to put in order, say the same.

Two options in the same words cannot be told apart on the wall, and whichever a team names may be
the wrong one. Capitals, full stops, articles and the order of the words make no difference;
numbers and their signs do.

PASS:

    cards:
      - id: a-key
        kind: choice
        category: insights
        title: A key
        prompt: What do you do first?
        options:
          - {text: Ring the customer, points: 3}
          - {text: Ring the colleague, points: 1}

FAIL:

    cards:
      - id: a-key
        kind: choice
        category: insights
        title: A key
        prompt: What do you do first?
        options:
          - {text: Ring the customer, points: 3}
          - {text: Ring a customer!, points: 1}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from game.content.problem import Level, Problem
from game.content.told import Told, cards
from game.rules.cards import Card, ChoiceCard, OrderCard

if TYPE_CHECKING:
    from game.content.deck import Subject

ID = "duplicate-options"
LEVEL = Level.WARNING

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[+\-−]?\d+(?:[.,:]\d+)*|[%€$£<>=≤≥^]")
_ARTICLES = {"en": {"a", "an", "the"}, "nl": {"de", "het", "een", "’t", "'t"}}


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for each option or item, in each language, that repeats an earlier one."""
    for told in cards(subject):
        name, texts = _listed(told.entry)
        yield from _repeated(told, name, texts)


def _listed(card: Card) -> tuple[str, Sequence[str]]:
    """The field of what is chosen from or put in order, and its texts."""
    match card:
        case ChoiceCard():
            return "options", [option.text for option in card.options]
        case OrderCard():
            return "items", [item.text for item in card.items]
        case _:
            return "", ()


def _repeated(told: Told[Card], name: str, texts: Sequence[str]) -> Iterator[Problem]:
    seen: dict[tuple[str, ...], int] = {}
    for place, text in enumerate(texts):
        first = seen.setdefault(_folded(text, told.language), place)
        if first != place and told.says(name, place, "text"):
            noun = "option" if name == "options" else "item"
            yield told.problem(
                ID,
                LEVEL,
                f"says the same as {noun} {first + 1}; expected something else to choose",
                inside=(name, place),
                field="text",
            )


def _folded(text: str, language: str) -> tuple[str, ...]:
    """What is said, whatever it looks like; a text without words or numbers as it stands."""
    tokens = _TOKEN.findall(text.casefold())
    left = [token for token in tokens if token not in _ARTICLES.get(language, ())]
    return tuple(sorted(left or tokens)) or (text.strip(),)
