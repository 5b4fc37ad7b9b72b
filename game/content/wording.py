"""Small pieces of sentences that every problem is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SHOWN = 40
_BLANKS = re.compile("[ \t\r\n]+")  # and no others: those nobody can see are to be shown

UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Characters no text may hold: controls, halves of pairs, and line ends no editor counts."""


def quoted(text: str) -> str:
    """A text as it was found, in quotes: on one line, shortened, and fit to be printed."""
    line = _BLANKS.sub(" ", text).strip(" ")
    if len(line) > _SHOWN:
        line = line[: _SHOWN - 1].rstrip() + "…"
    return f'"{printable(line)}"'


def printable(text: str) -> str:
    """The text, with every character that cannot be seen written as its code: `U+200B`."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else code(character) for character in text)


def code(character: str) -> str:
    """How a character that cannot be seen is named: `U+0007`."""
    return f"U+{ord(character):04X}"


def listed(words: Iterable[str], last: str = "or") -> str:
    """`a, b or c`."""
    *first, end = words
    return f"{', '.join(first)} {last} {end}" if first else end


def amount(n: int, one: str, many: str = "") -> str:
    """`1 option`, `3 options`."""
    return f"{n} {one if n == 1 else many or one + 's'}"


def article(noun: str) -> str:
    """`an option`, `a card`."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def number(value: float) -> str:
    """A number as an author would write it: 15, not 15.0."""
    return f"{value:g}" if abs(value) < 1e6 else f"{value:.15g}"
