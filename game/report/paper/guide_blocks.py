"""Blocks that only the guide has: headings with bookmarks, lines of the contents, a table."""

from __future__ import annotations

from dataclasses import dataclass

from game.look.box import Box
from game.report.paper.blocks import Block
from game.report.paper.ink import THEME, Ink, line_height
from game.report.paper.typeset import BODY, BOLD, HEAVY, SEMI, Typesetter

_SIZES = (20.0, 13.0, 11.5)
_LEADING = 1.15


@dataclass(frozen=True, kw_only=True)
class Heading(Block):
    """A heading, which readers of PDF find again among the bookmarks."""

    text: str
    level: int
    """0 to 2, the highest first."""
    keep: bool = True
    listed: bool = True
    """It stands in the contents and among the bookmarks."""

    def _lines(self, type_: Typesetter, width: float) -> list[str]:
        return type_.lines(self.text, HEAVY, _SIZES[self.level], width)

    def height(self, type_: Typesetter, width: float) -> float:
        """Its lines, and a rule below one of the highest."""
        rule = 2.0 if self.level == 0 else 0.0
        lines = len(self._lines(type_, width))
        return lines * line_height(_SIZES[self.level], _LEADING) + rule

    def draw(self, ink: Ink, box: Box) -> None:
        """The words, and the bookmark that leads to them."""
        if self.listed:
            ink.bookmark(self.text, self.level, box.y)
        size = _SIZES[self.level]
        high = ink.lines(self._lines(ink.type, box.w), box, size, weight=HEAVY, leading=_LEADING)
        if self.level == 0:
            y = box.y + high + 1.0
            ink.rule((box.x, y), (box.right, y), THEME.brass, 0.8)


@dataclass(frozen=True, kw_only=True)
class Entry(Block):
    """A line of the table of contents, with its page; a click leads there."""

    text: str
    page: int
    level: int
    size: float

    @property
    def _weight(self) -> int:
        return BOLD if self.level == 0 else BODY

    def height(self, type_: Typesetter, width: float) -> float:
        """One line."""
        return line_height(self.size, 1.2)

    def draw(self, ink: Ink, box: Box) -> None:
        """Words, dots, number."""
        words = box.cut_left(6.0 * self.level)[1]
        text = ink.type.shortened(self.text, self._weight, self.size, words.w - 16.0)
        ink.line(text, words, self.size, weight=self._weight)
        number = str(self.page)
        ink.line(number, words, self.size, weight=self._weight, align="right")
        start = words.x + ink.type.width(text, self._weight, self.size) + 2.0
        end = words.right - ink.type.width(number, self._weight, self.size) - 2.0
        if end > start:
            y = words.cy + self.size * 0.09
            ink.rule((start, y), (end, y), THEME.hair, 0.3, dash=0.7)
        ink.link(box, self.page)


@dataclass(frozen=True, kw_only=True)
class Table(Block):
    """Figures in columns: the first column holds names and is the widest."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    size: float
    marked: tuple[int, ...] = ()
    """Rows that stand out."""

    def _columns(self, width: float) -> list[float]:
        first = width * 0.2
        return [first, *[(width - first) / (len(self.head) - 1)] * (len(self.head) - 1)]

    def _lines(self, type_: Typesetter, row: tuple[str, ...], width: float) -> list[list[str]]:
        return [
            type_.lines(text, SEMI, self.size, column - 2.0)
            for text, column in zip(row, self._columns(width), strict=True)
        ]

    def _high(self, type_: Typesetter, row: tuple[str, ...], width: float) -> float:
        most = max(map(len, self._lines(type_, row, width)))
        return most * line_height(self.size, 1.15) + 2.4

    def height(self, type_: Typesetter, width: float) -> float:
        """The head and all rows."""
        return sum(self._high(type_, row, width) for row in (self.head, *self.rows))

    def draw(self, ink: Ink, box: Box) -> None:
        """Row by row; numbers in the middle of their columns."""
        y = box.y
        for i, row in enumerate((self.head, *self.rows)):
            high = self._high(ink.type, row, box.w)
            line = Box(box.x, y, box.w, high)
            if i - 1 in self.marked:
                ink.rect(line, THEME.brass_soft, radius=1.5)
            self._row(ink, line, row, bold=i == 0)
            ink.rule((box.x, y + high), (box.right, y + high), THEME.hair, 0.2)
            y += high

    def _row(self, ink: Ink, line: Box, row: tuple[str, ...], *, bold: bool) -> None:
        x = line.x
        texts = self._lines(ink.type, row, line.w)
        for i, (lines, width) in enumerate(zip(texts, self._columns(line.w), strict=True)):
            high = len(lines) * line_height(self.size, 1.15)
            cell = Box(x + 1.0, line.cy - high / 2, width - 2.0, high)
            ink.lines(
                lines, cell, self.size, weight=SEMI if bold or not i else BODY,
                color=THEME.text_2 if bold else THEME.text,
                align="center" if i else "left", leading=1.15,
            )  # fmt: skip
            x += width
