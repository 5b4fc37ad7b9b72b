"""Tables on a terminal: aligned with spaces, readable in a mail as well."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import combining, east_asian_width


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> str:
    """Rows under their heads; the columns in `right` hold numbers and end at one line."""
    lines = [list(heads), *map(list, rows)]
    widths = [max(_width(line[i]) for line in lines) for i in range(len(heads))]
    rule = ["-" * width for width in widths]
    aligned = [
        [_fill(word, widths[i], i in right) for i, word in enumerate(line)]
        for line in [lines[0], rule, *lines[1:]]
    ]
    return "\n".join("  ".join(words).rstrip() for words in aligned)


def _fill(word: str, width: int, right: bool) -> str:
    gap = " " * (width - _width(word))
    return gap + word if right else word + gap


def _width(text: str) -> int:
    """Columns on a terminal: some letters take two, some none."""
    return sum(
        0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text
    )
