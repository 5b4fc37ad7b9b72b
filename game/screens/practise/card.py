"""What somebody at the tables wants, while a facilitator practises: a small card at the edge.

It lies at the wall's upper left, in type for whoever stands near it. What it covers is a heading at
most, never an answer; the desk opens at the other side.
"""

from __future__ import annotations

from game.screens.desk.places import MARGIN, near_canvas
from game.screens.kit import pieces
from game.screens.kit.text import BOLD, draw_fitted, fit
from game.screens.kit.wall import Box, Canvas, Wall

WIDTH = 560.0
PAD = 22.0


def card_box(wall: Wall, sentence: str) -> Box:
    """Where it lies; `wall` is the facilitator's."""
    w = min(WIDTH, wall.width * 0.6)
    fitted = fit(wall, sentence, w - 2 * PAD, 1e4, size=wall.S, weight=BOLD, leading=1.15)
    return Box(MARGIN, MARGIN, w, fitted.height + 2 * PAD - 8)


def draw_asked(canvas: Canvas, sentence: str) -> None:
    """The card, over whatever is on the wall."""
    flat = near_canvas(canvas)
    wall, theme = flat.wall, flat.theme
    box = card_box(wall, sentence)
    pieces.sheet(flat, box, radius=22, level="high", fill=theme.brass)
    inner = box.inset(PAD, PAD - 8)
    fitted = fit(wall, sentence, inner.w, inner.h + 8, size=wall.S, weight=BOLD, leading=1.15)
    draw_fitted(flat, fitted, inner, color=theme.on_brass, valign="middle")
