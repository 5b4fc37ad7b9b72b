"""A field to type in: cursor, selection, clipboard, accents and input methods."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.screens.inputs import Composing, Press, Typed
from game.screens.kit import pieces, shapes
from game.screens.kit.text import BODY, draw_text, text_width
from game.screens.kit.wall import Box, Canvas, Wall

LEADING = 1.28


@dataclass
class TextField:
    """What is typed, and where the cursor stands in it."""

    text: str = ""
    most: int = 2000
    """Characters; more is not taken."""
    cursor: int = 0
    anchor: int | None = None
    """The other end of the selection, or None."""
    composing: str = ""
    """What an input method is making; shown underlined, not entered yet."""

    def __post_init__(self) -> None:
        self.text = _one_line(self.text)[: self.most]
        self.cursor = len(self.text)

    @property
    def selection(self) -> tuple[int, int]:
        """(from, to) of the selection; equal where there is none."""
        if self.anchor is None:
            return self.cursor, self.cursor
        return min(self.anchor, self.cursor), max(self.anchor, self.cursor)

    def type(self, typed: Typed | Composing) -> None:
        """Text was entered, or is being composed."""
        if isinstance(typed, Composing):
            self.composing = _one_line(typed.text)
            return
        self.composing = ""
        self.insert(typed.text)

    def insert(self, text: str) -> None:
        """Put text in place of the selection, as much of it as there is room for."""
        start, end = self.selection
        room = self.most - (len(self.text) - (end - start))
        text = _one_line(text)[: max(0, room)]
        self.text = self.text[:start] + text + self.text[end:]
        self.cursor, self.anchor = start + len(text), None

    def press(self, press: Press) -> bool:
        """A key that edits; True if it did."""
        if self.composing:
            return press.name in ("left", "right", "backspace", "delete", "home", "end")
        if press.ctrl and press.name in ("a", "c", "x", "v"):
            self._clipboard(press.name)
            return True
        match press.name:
            case "left" | "right" | "home" | "end":
                self._move(press)
            case "backspace" | "delete":
                self._erase(press)
            case _:
                return False
        return True

    def _move(self, press: Press) -> None:
        start, end = self.selection
        if press.shift and self.anchor is None:
            self.anchor = self.cursor
        if press.name == "home":
            self.cursor = 0
        elif press.name == "end":
            self.cursor = len(self.text)
        elif not press.shift and start != end and not press.ctrl:
            self.cursor = start if press.name == "left" else end
        else:
            step = -1 if press.name == "left" else 1
            self.cursor = self._word(step) if press.ctrl else self._char(step)
        if not press.shift:
            self.anchor = None

    def _char(self, step: int) -> int:
        return min(len(self.text), max(0, self.cursor + step))

    def _word(self, step: int) -> int:
        """The other end of the word the cursor stands at."""
        at = self.cursor
        behind = -1 if step < 0 else 0
        while 0 <= at + behind < len(self.text) and self.text[at + behind].isspace():
            at += step
        while 0 <= at + behind < len(self.text) and not self.text[at + behind].isspace():
            at += step
        return at

    def _erase(self, press: Press) -> None:
        start, end = self.selection
        if start == end:
            step = -1 if press.name == "backspace" else 1
            other = self._word(step) if press.ctrl else self._char(step)
            start, end = min(self.cursor, other), max(self.cursor, other)
        self.text = self.text[:start] + self.text[end:]
        self.cursor, self.anchor = start, None

    def _clipboard(self, name: str) -> None:
        start, end = self.selection
        if name == "a":
            self.anchor, self.cursor = 0, len(self.text)
        elif name == "v":
            self.insert(_pasted())
        elif start != end:
            _copy(self.text[start:end])
            if name == "x":
                self.insert("")


def _one_line(text: str) -> str:
    """Text as one line: what would break it becomes a space, what cannot be seen goes."""
    joined = " ".join(text.split("\n")) if "\n" in text else text
    return "".join(
        " " if c in "\t\r\v\f" else c
        for c in joined
        if c in "\t\r\v\f" or (ord(c) >= 32 and not 0xD800 <= ord(c) < 0xE000)
    )


def _copy(text: str) -> None:
    try:
        pygame.scrap.put_text(text)
    except pygame.error:
        return  # no clipboard here: nothing is lost, the text still stands


def _pasted() -> str:
    try:
        return pygame.scrap.get_text() or ""
    except pygame.error:
        return ""


def lay_lines(wall: Wall, text: str, width: float, size: float) -> list[tuple[int, int]]:
    """(start, end) of each line of a text, broken at spaces where it can be."""
    lines: list[tuple[int, int]] = []
    start = last_break = 0
    for at, char in enumerate(text):
        if char == " ":
            last_break = at + 1
        if text_width(wall, text[start : at + 1].rstrip(), size, BODY) > width and at > start:
            end = last_break if last_break > start else at
            lines.append((start, end))
            start = end
            last_break = max(last_break, start)
    lines.append((start, len(text)))
    return lines


def draw_field(
    canvas: Canvas,
    box: Box,
    field: TextField,
    *,
    active: bool,
    hint: str = "",
    size: float | None = None,
) -> None:
    """The field in its box: the lines round the cursor, selection behind, cursor in front."""
    wall, theme = canvas.wall, canvas.theme
    size = wall.M if size is None else size
    pieces.inset(canvas, box, chosen=active, line=4)
    inner = box.inset(28, 10)
    at = field.cursor
    shown = field.text[:at] + field.composing + field.text[at:]
    if not shown:
        draw_text(canvas, hint, inner, size=size, color=theme.text_2, valign="middle", lines=1)
    lines = lay_lines(wall, shown, inner.w - 8, size)
    step = size * LEADING
    room = max(1, int((inner.h + size * 0.2) / step))
    cursor = at + len(field.composing)
    row = next((i for i, (_, end) in enumerate(lines) if cursor < end), len(lines) - 1)
    first = max(0, min(row - room + 1, len(lines) - room))
    first = max(0, first)
    visible = lines[first : first + room]
    top = inner.cy - step * len(visible) / 2
    picked = field.selection
    for i, (start, end) in enumerate(visible):
        line = Box(inner.x, top + i * step, inner.w, step)
        _draw_line(canvas, line, shown, (start, end), picked if active else (0, 0), size)
        if field.composing:
            _underline(canvas, line, shown, (start, end), (at, cursor), size)
        if active and first + i == row:
            x = line.x + text_width(wall, shown[start:cursor], size, BODY)
            shapes.rounded(
                canvas.surface,
                canvas.rect(Box(x, line.y + step * 0.08, 4, step * 0.8)),
                canvas.px(2),
                theme.text,
            )


def _draw_line(
    canvas: Canvas,
    line: Box,
    text: str,
    span: tuple[int, int],
    picked: tuple[int, int],
    size: float,
) -> None:
    start, end = span
    low, high = max(start, picked[0]), min(end, picked[1])
    if low < high:
        x0 = line.x + text_width(canvas.wall, text[start:low], size, BODY)
        x1 = line.x + text_width(canvas.wall, text[start:high], size, BODY)
        shapes.rounded(
            canvas.surface,
            canvas.rect(Box(x0, line.y, x1 - x0, line.h)),
            canvas.px(6),
            canvas.theme.brass,
        )
    draw_text(
        canvas,
        text[start:end],
        Box(line.x, line.y, line.w + 60, line.h),
        size=size,
        valign="middle",
        lines=1,
    )


def _underline(
    canvas: Canvas, line: Box, text: str, span: tuple[int, int], made: tuple[int, int], size: float
) -> None:
    start, end = span
    low, high = max(start, made[0]), min(end, made[1])
    if low < high:
        x0 = line.x + text_width(canvas.wall, text[start:low], size, BODY)
        x1 = line.x + text_width(canvas.wall, text[start:high], size, BODY)
        pieces.hairline(canvas, x0, line.bottom - 4, x1 - x0, color=canvas.theme.text)
