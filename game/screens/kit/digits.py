"""Numbers, each on one line: scores, points, and clocks whose digits stand still."""

from __future__ import annotations

import pygame

from game.screens.kit.fonts import CAP_HEIGHT, nearest_weight, primary
from game.screens.kit.glyphs import line_surface
from game.screens.kit.runs import clean
from game.screens.kit.text import HEAVY, Align
from game.screens.kit.theme import Color
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.kit.wrap import line_width

_DIGITS = frozenset("0123456789")


def draw_digits(
    canvas: Canvas,
    text: str,
    box: Box,
    *,
    size: float | None = None,
    weight: int = HEAVY,
    color: Color | None = None,
    align: Align = "center",
    clock: bool = False,
) -> None:
    """A number in the middle of a box's height; too long a one shrinks to the box.

    ``clock`` gives every digit a cell as wide as the widest, so that nothing jitters
    while it runs.
    """
    color = canvas.theme.text if color is None else color
    rect = canvas.rect(box)
    text = clean(text).replace("\n", " ")[:40]
    weight = nearest_weight(weight)
    px = max(4, round((canvas.wall.L if size is None else size) * canvas.wall.u))
    while px > 4 and _digits_width(text, weight, px, clock) > rect.w:
        px -= max(1, px // 30)
    cell = _cell(weight, px)
    wide = _digits_width(text, weight, px, clock)
    slack = rect.w - wide
    x = rect.x + {"left": 0, "center": slack // 2, "right": slack}[align]
    baseline = rect.y + (rect.h + px * CAP_HEIGHT) / 2
    top = round(baseline) - primary(weight, px).get_ascent()
    canvas.words.append(pygame.Rect(x, round(baseline - px * CAP_HEIGHT), wide, round(px * 0.7)))
    for char in text if clock else (text,):
        picture = line_surface(char, weight, px, color)
        step = cell if clock and char in _DIGITS else picture.get_width()
        canvas.surface.blit(picture, (x + (step - picture.get_width()) // 2, top))
        x += step


def _cell(weight: int, px: int) -> int:
    return max(line_width(digit, weight, px) for digit in _DIGITS)


def _digits_width(text: str, weight: int, px: int, clock: bool) -> int:
    if not clock:
        return line_width(text, weight, px)
    cell = _cell(weight, px)
    return sum(cell if c in _DIGITS else line_width(c, weight, px) for c in text)


def digits_width(wall: Wall, text: str, size: float, weight: int = HEAVY) -> float:
    """Width in units that draw_digits needs for a number that is no clock."""
    px = max(4, round(size * wall.u))
    return _digits_width(clean(text), nearest_weight(weight), px, False) / wall.u
