"""The mark on the wall's edge that says: this is a replay, and here is the way back."""

from __future__ import annotations

import pygame

from game.i18n import _
from game.screens.kit import pieces
from game.screens.kit.text import BOLD, draw_label, text_width
from game.screens.kit.wall import Box, Canvas, Wall


def bar_height(wall: Wall) -> float:
    """Of the bar along the upper edge, in units."""
    return max(72.0, wall.S * 1.4)


def leave_words(wall: Wall) -> str:
    """What the way back is called, in fewer words where the bar is narrow."""
    whole = _("Back to the debrief")
    return whole if text_width(wall, whole, wall.S, BOLD) < wall.width * 0.4 else _("Back")


def mark_boxes(wall: Wall) -> tuple[Box, Box, Box]:
    """(previous, the way back, next) on the bar."""
    box = Box(0, 0, wall.width, bar_height(wall)).inset(wall.margin, 0)
    on, rest = box.cut_right(box.h, 12)
    back, rest = rest.cut_right(box.h, 24)
    wide = min(rest.w * 0.6, text_width(wall, leave_words(wall), wall.S, BOLD) + 72)
    return back, rest.cut_right(wide)[0], on


def draw_mark(canvas: Canvas, at: int, n: int) -> pygame.Rect:
    """A dark bar, so that nobody takes what was for what is; gives the pixels it covers."""
    wall, theme = canvas.wall, canvas.theme
    box = Box(0, 0, wall.width, bar_height(wall))
    canvas.surface.fill(theme.key_cap, canvas.rect(box))
    back, leave, on = mark_boxes(wall)
    pieces.icon(canvas, "icon-back", back.cx, back.cy, box.h * 0.5, color=theme.on_key)
    pieces.icon(canvas, "icon-next", on.cx, on.cy, box.h * 0.5, color=theme.on_key)
    words = Box(wall.margin, 0, leave.x - wall.margin - 16, box.h)
    told = _("Replay, step {n} of {all}").format(n=at + 1, all=n)
    if text_width(wall, told, wall.S, BOLD) > words.w:
        told = f"{at + 1} / {n}"  # the step; the dark bar says what this is
    draw_label(canvas, told, words, size=wall.S, weight=BOLD, color=theme.on_key)
    frame = leave.inset(0, 10)
    pieces.outlined(canvas, frame, radius=frame.h / 2, color=theme.on_key)
    draw_label(canvas, leave_words(wall), frame.inset(24, 2), size=wall.S, weight=BOLD,
               align="center", color=theme.on_key)  # fmt: skip
    return canvas.rect(box)
