"""A quiet sign at the wall's edge: the debrief's time is being eaten, and this key ends play.

It is for the facilitator, who knows it; a room that sees it sees a small tab and nothing urgent.
It lies along the edge, where no screen puts anything that is read.
"""

from __future__ import annotations

from dataclasses import replace

import pygame

from game.i18n import _
from game.screens.kit import shapes
from game.screens.kit.shapes import clear
from game.screens.kit.text import BOLD, draw_label, text_width
from game.screens.kit.wall import Box, Canvas

THICK = 38.0
END_KEY = "End"
"""The key that ends play, as it stands on keyboards."""


def draw_edge_sign(canvas: Canvas) -> None:
    """A narrow tab at the middle of the right edge, its words turned along it."""
    wall = replace(canvas.wall, seat=1.0)
    words = _("Debrief · {key} ends play").format(key=END_KEY)
    long = text_width(wall, words, wall.S, BOLD) + 56
    u = wall.u
    lying = clear((round(long * u), round(THICK * u)), wall.theme.sheet)
    flat = Canvas(lying, wall)
    rect = lying.get_rect()
    shapes.rounded(lying, rect, round(14 * u), wall.theme.line, "top")
    line = max(1, round(3 * u))
    inner = pygame.Rect(line, line, rect.w - 2 * line, rect.h)
    shapes.rounded(lying, inner, round(12 * u), wall.theme.sheet, "top")
    box = Box(8, 2, long - 16, THICK - 2)
    draw_label(flat, words, box, size=wall.S, color=wall.theme.text_2, align="center")
    picture = pygame.transform.rotate(lying, 90)
    canvas.blit(picture, canvas.wall.width, canvas.wall.height * 0.46, "midright")
