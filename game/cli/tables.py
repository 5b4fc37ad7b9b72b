"""Tables on a terminal: aligned with spaces, readable in a mail as well."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Sequence
from unicodedata import combining, east_asian_width

WIDTH = 100
"""Columns a table has where nobody's terminal says how many there are."""
_GAP = 2
_LEAST_TEXT = 20
"""Columns below which a text is not broken: on so narrow a terminal the terminal does it."""


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> str:
    """Rows under their heads; the columns in `right` hold numbers and end at one line.

    Where it would be wider than the terminal, heads of several words take several lines, and then
    texts in a last column do.
    """
    watched = sys.stdout is not None and sys.stdout.isatty()
    room = shutil.get_terminal_size().columns if watched else WIDTH
    top = [[head] for head in heads]
    body = [[[word] for word in row] for row in rows]
    if _whole([top, *body]) > room:
        top = [
            _lines(head, max((_width(row[i]) for row in rows), default=0))
            for i, head in enumerate(heads)
        ]
    last = len(heads) - 1
    left = room - (_whole([top, *body]) - _widths([top, *body])[last])
    # Elsewhere than on a terminal a row stays a line, for those who look for something in it.
    if watched and last not in right and left >= _LEAST_TEXT:
        body = [[*row[:-1], _lines(row[-1][0], left)] for row in body]
    widths = _widths([top, *body])
    height = max(map(len, top))
    heading = [[*[""] * (height - len(lines)), *lines] for lines in top]  # they stand on the rule
    rule = [["-" * width] for width in widths]
    return "\n".join(_row(cells, widths, right) for cells in [heading, rule, *body])


def _row(cells: list[list[str]], widths: list[int], right: Sequence[int]) -> str:
    """The lines of a row, of which each cell may have several."""
    told = []
    for number in range(max(map(len, cells))):
        words = [lines[number] if number < len(lines) else "" for lines in cells]
        filled = [_fill(word, widths[i], i in right) for i, word in enumerate(words)]
        told.append((" " * _GAP).join(filled).rstrip())
    return "\n".join(told)


def _lines(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns, or of one word where that is wider."""
    longest = max(map(len, text.split()), default=1)
    return textwrap.wrap(text, max(width, longest), break_on_hyphens=False) or [""]


def _widths(rows: list[list[list[str]]]) -> list[int]:
    return [max(_width(line) for row in rows for line in row[i]) for i in range(len(rows[0]))]


def _whole(rows: list[list[list[str]]]) -> int:
    """Columns of the whole table."""
    widths = _widths(rows)
    return sum(widths) + _GAP * (len(widths) - 1)


def _fill(word: str, width: int, right: bool) -> str:
    gap = " " * (width - _width(word))
    return gap + word if right else word + gap


def _width(text: str) -> int:
    """Columns on a terminal: some letters take two, some none."""
    return sum(
        0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text
    )
