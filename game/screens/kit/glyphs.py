"""Lines of text as pictures, kept for as long as there is room."""

from __future__ import annotations

import pygame

from game.screens.kit.cache import LINES
from game.screens.kit.fonts import CAP_HEIGHT, font, primary
from game.screens.kit.runs import Run, runs_of
from game.screens.kit.theme import Color
from game.screens.kit.wrap import box_width, line_width, runs_width

_WIDEST = 12_000
"""Pixels; a longer line is cut off the wall anyway."""


def line_surface(
    line: str, weight: int, px: int, color: Color, rtl: bool = False
) -> pygame.Surface:
    """One line as a picture whose baseline lies at the primary font's ascent."""
    key = (line, weight, px, color, rtl)
    return LINES.get(key, lambda: _render(line, weight, px, color, rtl))


def _render(line: str, weight: int, px: int, color: Color, rtl: bool) -> pygame.Surface:
    while line and line_width(line, weight, px) > _WIDEST:
        line = line[: len(line) // 2]
    runs = runs_of(line, weight, rtl)
    main = primary(weight, px)
    width = runs_width(runs, px)
    if width and len(runs) == 1 and runs[0].face is not None and font(runs[0].face, px) is main:
        return main.render(runs[0].text, True, color)
    picture = pygame.Surface((max(1, width), main.get_height()), pygame.SRCALPHA)
    picture.fill((*color, 0))
    x = 0
    for run in runs:
        x += _render_run(picture, run, x, px, main.get_ascent(), color)
    return picture


def _render_run(
    picture: pygame.Surface, run: Run, x: int, px: int, baseline: int, color: Color
) -> int:
    if run.face is None:
        w, h = box_width(px), round(px * CAP_HEIGHT)
        for i in range(len(run.text)):
            cell = pygame.Rect(x + i * w, baseline - h, w, h).inflate(-max(1, px // 8), 0)
            pygame.draw.rect(picture, color, cell, max(1, px // 16))
        return w * len(run.text)
    face = font(run.face, px, run.rtl)
    if face.size(run.text)[0] == 0:  # nothing but joiners: pygame refuses to render it
        return 0
    drawn = face.render(run.text, True, color)
    picture.blit(drawn, (x, baseline - face.get_ascent()))
    return drawn.get_width()
