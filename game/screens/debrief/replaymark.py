"""The mark on the wall's edge that says: this is a replay, and here is the way back."""

from __future__ import annotations

import pygame

from game.i18n import _
from game.screens.kit import pieces, shapes
from game.screens.kit.text import BOLD, draw_label, text_width
from game.screens.kit.wall import Box, Canvas, Wall

EDGE = 10.0
"""Width of the frame round a wall that shows what was."""


def _high(wall: Wall) -> float:
    return max(72.0, wall.S * 1.5)


def mark_box(wall: Wall) -> Box:
    """The whole mark, at the middle of the upper edge."""
    high = _high(wall)
    words = text_width(wall, _words(99, 99), wall.S, BOLD)
    leave = text_width(wall, _("Esc back"), wall.S, BOLD)
    w = min(wall.width - 2 * wall.margin, words + leave + 2 * high + 130)
    return Box((wall.width - w) / 2, EDGE, w, high)


def mark_boxes(wall: Wall) -> tuple[Box, Box, Box]:
    """(previous, leave, next) of the mark."""
    box = mark_box(wall)
    back, rest = box.cut_left(box.h)
    on, rest = rest.cut_right(box.h)
    leave = rest.cut_right(min(rest.w * 0.5, text_width(wall, _("Esc back"), wall.S, BOLD) + 48))[0]
    return back, leave, on


def draw_mark(canvas: Canvas, at: int, n: int) -> pygame.Rect:
    """A dark pill and a frame round the wall; gives the pixels of the pill."""
    wall, theme = canvas.wall, canvas.theme
    shapes.outline(
        canvas.surface, canvas.rect(wall.box), 0, theme.brass_edge, canvas.px(EDGE)
    )  # fmt: skip
    box = mark_box(wall)
    shapes.rounded(canvas.surface, canvas.rect(box), canvas.px(box.h / 2), theme.key_cap)
    back, leave, on = mark_boxes(wall)
    pieces.icon(canvas, "icon-back", back.cx, back.cy, box.h * 0.5, color=theme.on_key)
    pieces.icon(canvas, "icon-next", on.cx, on.cy, box.h * 0.5, color=theme.on_key)
    words = Box(back.right + 8, box.y, leave.x - back.right - 16, box.h)
    size = (wall.S, wall.S * 0.7)
    draw_label(canvas, _words(at + 1, n), words, size=size, weight=BOLD, color=theme.on_key)
    pieces.outlined(
        canvas, leave.inset(4, 10), radius=leave.h / 2 - 10, color=theme.on_key
    )  # fmt: skip
    draw_label(canvas, _("Esc back"), leave.inset(20, 4), size=size, weight=BOLD, align="center",
               color=theme.on_key)  # fmt: skip
    return canvas.rect(box)


def _words(at: int, n: int) -> str:
    return _("Replay, step {n} of {all}").format(n=at, all=n)
