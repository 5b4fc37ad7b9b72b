"""How a field to type in looks: lines round the cursor, the selection, the input method's part."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

import pygame

from game.screens.kit import pieces, shapes
from game.screens.kit.runs import is_rtl
from game.screens.kit.text import BODY, draw_text, text_width
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.textfield import TextField

LEADING = 1.28
CARET = 5.0


def lay_lines(wall: Wall, text: str, width: float, size: float) -> list[tuple[int, int]]:
    """(start, end) of each line of a text, broken after spaces where it can be.

    Together the lines hold every character: the cursor can stand before and behind each.
    """
    lines: list[tuple[int, int]] = []
    start = 0
    while True:
        ends = range(start + 1, len(text) + 1)
        fits = bisect_right(
            ends, width, key=lambda end: text_width(wall, text[start:end].rstrip(" "), size, BODY)
        )
        end = start + max(1, fits)
        if end >= len(text):
            return [*lines, (start, len(text))]
        space = text.rfind(" ", start, end)
        if space > start:
            end = space + 1
        lines.append((start, end))
        start = end


@dataclass(frozen=True)
class FieldLayout:
    """Where a field's text stands: the part of it that is seen."""

    wall: Wall
    inner: Box
    size: float
    text: str
    lines: tuple[tuple[int, int], ...]
    """(start, end) of the lines that are seen."""
    cut: bool = False
    """There is more below them."""

    @property
    def step(self) -> float:
        """From line to line, in units."""
        return self.size * LEADING

    @property
    def rtl(self) -> bool:
        """True for a text that is read from right to left."""
        return is_rtl(self.text)

    def line(self, i: int) -> Box:
        """The box of one of the lines seen."""
        top = self.inner.cy - self.step * len(self.lines) / 2
        return Box(self.inner.x, top + i * self.step, self.inner.w, self.step)

    def x(self, i: int, at: int) -> float:
        """Where a character of line i begins, in units."""
        width = text_width(self.wall, self.text[self.lines[i][0] : at], self.size, BODY)
        return self.inner.right - width if self.rtl else self.inner.x + width

    def index_at(self, x: float, y: float) -> int:
        """The place between two characters nearest to a point."""
        rows = range(len(self.lines))
        i = min(rows, key=lambda row: abs(self.line(row).cy - y), default=0)
        start, end = self.lines[i]
        last = i == len(self.lines) - 1
        places = range(start, end + 1 if last or end == start else end)
        return min(places, key=lambda at: abs(self.x(i, at) - x))


def lay_field(
    wall: Wall, box: Box, field: TextField, size: float, active: bool = True
) -> FieldLayout:
    """As many lines as the box has room for: the cursor's among them, or from the first on."""
    inner = _inner(box)
    text = field.shown
    lines = lay_lines(wall, text, inner.w - CARET, size)
    room = _room(inner, size)
    cursor = caret_of(field)
    row = next((i for i, (_, end) in enumerate(lines) if cursor < end), len(lines) - 1)
    first = max(0, min(row - room // 2, len(lines) - room)) if active else 0
    cut = len(lines) > first + room
    return FieldLayout(wall, inner, size, text, tuple(lines[first : first + room]), cut)


def fitting_size(wall: Wall, box: Box, field: TextField, sizes: tuple[float, float]) -> float:
    """The largest of two sizes at which all of it is seen; the smaller if it never is."""
    inner = _inner(box)
    largest, smallest = sizes
    lines = lay_lines(wall, field.shown, inner.w - CARET, largest)
    return largest if len(lines) <= _room(inner, largest) else smallest


def _inner(box: Box) -> Box:
    return box.inset(min(28.0, box.w * 0.06), 6)


def _room(inner: Box, size: float) -> int:
    """How many lines are seen at once."""
    return max(1, int((inner.h + size * 0.2) / (size * LEADING)))


def caret_of(field: TextField) -> int:
    """Where the cursor stands in what is shown: behind what is being composed."""
    if field.composing:
        return field.selection[0] + len(field.composing)
    return field.cursor


def draw_field(
    canvas: Canvas,
    box: Box,
    field: TextField,
    *,
    active: bool,
    hint: str = "",
    size: float | None = None,
    radius: float = 28,
) -> None:
    """The field in its box: selection behind, text, cursor in front."""
    wall, theme = canvas.wall, canvas.theme
    size = wall.M if size is None else size
    pieces.inset(canvas, box, radius=radius, chosen=active, line=4)
    laid = lay_field(wall, box, field, size, active)
    if not laid.text and hint:
        draw_text(canvas, hint, laid.inner, size=size, color=theme.text_2, valign="middle", lines=1)
    start = field.selection[0]
    for i, span in enumerate(laid.lines):
        if active and not field.composing:
            _mark(canvas, laid, i, field.selection)
        line = laid.line(i)
        words = Box(line.x, line.y, line.w + (0 if laid.rtl else size), line.h)
        text = laid.text[slice(*span)]
        if laid.cut and not active and i == len(laid.lines) - 1:
            text = text.rstrip() + " …"
        draw_text(canvas, text, words, size=size, valign="middle", leading=1.0, lines=1)
        if field.composing:
            _underline(canvas, laid, i, (start, start + len(field.composing)))
    if active:
        _draw_caret(canvas, laid, caret_of(field))


def _part(laid: FieldLayout, i: int, span: tuple[int, int]) -> tuple[float, float] | None:
    """(left, right) of a span in line i; None where the line has nothing of it."""
    low, high = max(laid.lines[i][0], span[0]), min(laid.lines[i][1], span[1])
    if low >= high:
        return None
    ends = laid.x(i, low), laid.x(i, high)
    return min(ends), max(ends)


def _mark(canvas: Canvas, laid: FieldLayout, i: int, span: tuple[int, int]) -> None:
    part = _part(laid, i, span)
    if part is not None:
        line = laid.line(i)
        rect = canvas.rect(Box(part[0], line.y, part[1] - part[0], line.h))
        color = canvas.theme.hair if canvas.theme.is_stage else canvas.theme.brass
        shapes.rounded(canvas.surface, rect, canvas.px(6), color)


def _underline(canvas: Canvas, laid: FieldLayout, i: int, span: tuple[int, int]) -> None:
    part = _part(laid, i, span)
    if part is not None:
        y = laid.line(i).bottom - 4
        pieces.hairline(canvas, part[0], y, part[1] - part[0], color=canvas.theme.text)


def _draw_caret(canvas: Canvas, laid: FieldLayout, at: int) -> None:
    rows = range(len(laid.lines))
    i = next((row for row in rows if laid.lines[row][0] <= at < laid.lines[row][1]), rows[-1])
    line = laid.line(i)
    x = laid.x(i, at) - (CARET if laid.rtl else 0)
    rect = canvas.rect(Box(x, line.y + line.h * 0.08, CARET, line.h * 0.84))
    shapes.rounded(canvas.surface, rect, canvas.px(2), canvas.theme.text)
    if pygame.display.get_init():
        # Where an input method opens its list of candidates.
        pygame.key.set_text_input_rect(rect)
