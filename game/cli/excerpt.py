"""The line a problem stands on, with a caret beneath the place."""

from __future__ import annotations

import re
from pathlib import Path

from game.content.decode import MOST_BYTES, is_other_file
from game.content.disk import UnreadableError, read_bytes
from game.content.problem import Problem
from game.content.wording import printable

WIDTH = 100
"""Columns an excerpt takes at most, its line number included."""

_TAB = 4
_LINE_END = re.compile("\r\n|\r|\n")  # as the parser of YAML counts them
_CUT = "…"


class Excerpts:
    """Excerpts of the files that problems are in; each file is read once."""

    def __init__(self, width: int = WIDTH) -> None:
        self._width = width
        self._lines: dict[str, list[str]] = {}

    def of(self, problem: Problem) -> str:
        """Two lines: what stands there, and a caret; "" where there is nothing to show."""
        if problem.cell:  # a spreadsheet, which has no lines to show
            return ""
        lines = self._lines_of(problem.file)
        line = lines[problem.line - 1] if problem.line <= len(lines) else ""
        # Every other byte is zero where letters take two: that can be read, and says nothing.
        if not line.strip() or line.count("\0") * 3 > len(line):
            return ""
        gutter = f"{problem.line:>5} | "
        shown, caret = cut(line, problem.column - 1, self._width - len(gutter))
        return f"{gutter}{shown}\n{'|':>{len(gutter) - 1}} {' ' * caret}^"

    def _lines_of(self, file: str) -> list[str]:
        if file not in self._lines:
            try:
                data = read_bytes(Path(file), MOST_BYTES)
            except UnreadableError:  # the problem says so itself
                data = b""
            text = "" if is_other_file(data) else data.decode("utf-8-sig", "replace")
            self._lines[file] = _LINE_END.split(text)
        return self._lines[file]


def cut(line: str, column: int, width: int) -> tuple[str, int]:
    """The part of a line around a character, in at most `width` columns, and its column there.

    Both columns count from 0; the first in characters, the second as a terminal shows them, where
    some letters are two columns wide and some none.
    """
    from rich.cells import cell_len

    before, after = _shown(line[:column]), _shown(line[column:]).rstrip()
    # Long lines: a third of what is shown stands before the place, the rest behind it.
    room = max(width - cell_len(after), width // 3)
    if cell_len(before) > room:
        before = _CUT + _end(before, room - 1)
    room = width - cell_len(before)
    if cell_len(after) > room:
        after = _start(after, room - 1) + _CUT
    return before + after, cell_len(before)


def _shown(text: str) -> str:
    """As a terminal can show it: tabs as blanks, and no character nobody sees."""
    return printable(text.expandtabs(_TAB))


def _start(text: str, width: int) -> str:
    """As much of the beginning as fits; letters that are nothing by themselves stay with theirs."""
    from rich.cells import cell_len

    used = 0
    for index, letter in enumerate(text):
        used += cell_len(letter)
        if used > width:
            return text[:index]
    return text


def _end(text: str, width: int) -> str:
    """As much of the end as fits."""
    from rich.cells import cell_len

    used = 0
    for index in range(len(text) - 1, -1, -1):
        used += cell_len(text[index])
        if used > width:
            return text[index + 1 :]
    return text
