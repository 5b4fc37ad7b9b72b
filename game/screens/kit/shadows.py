"""Shadows by day, glows on the stage: baked once, then laid down as nine slices.

A blur of a whole card takes longer than a frame may; a blur of its corner at a quarter
of the size is made once for each size and theme, and its edges are stretched.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pygame

from game.screens.kit.cache import SHAPES
from game.screens.kit.shapes import clear, rounded
from game.screens.kit.theme import Color, Theme, rgb
from game.screens.kit.wall import Box, Canvas

Level = Literal["flat", "low", "high", "active"]
"""How far a sheet floats above the wall: not, a chip, a card, the one whose turn it is."""


@dataclass(frozen=True)
class _Soft:
    """A blurred silhouette; lengths in units."""

    dy: float
    blur: float
    color: Color
    alpha: float
    edge: float = 0
    """Height of the sharp paper edge below the sheet."""
    edge_alpha: float = 0


_WARM = rgb("#543C18")
_DAY: dict[str, _Soft] = {
    "low": _Soft(5, 12, _WARM, 0.15, 2, 0.12),
    "high": _Soft(18, 40, _WARM, 0.17, 4, 0.10),
    "active": _Soft(14, 34, rgb("#8A6114"), 0.30),
}
_STAGE: dict[str, _Soft] = {
    "low": _Soft(0, 22, rgb("#8CA5FF"), 0.12),
    "high": _Soft(0, 60, rgb("#8CA5FF"), 0.16),
    "active": _Soft(0, 54, rgb("#E9BE62"), 0.42),
}


def reach(level: Level) -> float:
    """How far, in units, a sheet of this level paints beyond its box."""
    return {"flat": 0.0, "low": 24.0, "high": 72.0, "active": 70.0}[level]


def shadow(canvas: Canvas, box: Box, radius: float, level: Level) -> None:
    """What lies under a sheet: its shadow or glow, and the ring of the active one."""
    if level == "flat":
        return
    theme = canvas.theme
    rect = canvas.rect(box)
    if rect.w <= 0 or rect.h <= 0:
        return
    r = min(canvas.px(radius), rect.w // 2, rect.h // 2)
    soft = (_STAGE if theme.is_stage else _DAY)[level]
    _slices(canvas, rect, r, soft)
    if level == "active":
        w = canvas.px(6)
        rounded(canvas.surface, rect.inflate(2 * w, 2 * w), r + w, active_ring(theme))
    elif theme.is_stage:
        w = canvas.px(2)
        rounded(canvas.surface, rect.inflate(2 * w, 2 * w), r + w, theme.hair)


def active_ring(theme: Theme) -> Color:
    """Colour of the ring round the one whose turn it is."""
    return theme.brass if theme.is_stage else theme.brass_edge


def _slices(canvas: Canvas, rect: pygame.Rect, r: int, soft: _Soft) -> None:
    u = canvas.wall.u
    blur, dy = soft.blur * u, round(soft.dy * u)
    if blur < 2:
        return
    edge = canvas.px(soft.edge)
    pad = round(blur * 1.1) + abs(dy) + edge
    corner = pad + r + round(blur * 1.1) + edge
    w, h = rect.w + 2 * pad, rect.h + 2 * pad
    cut_x, cut_y = w > 2 * corner + 8, h > 2 * corner + 8
    baked_w = 2 * corner + 8 if cut_x else w
    baked_h = 2 * corner + 8 if cut_y else h
    key = ("shadow", soft, r, baked_w, baked_h, round(u, 4))
    sprite = SHAPES.get(key, lambda: _bake((baked_w, baked_h), pad, r, soft, u))
    xs = _cuts(rect.x - pad, w, baked_w, corner if cut_x else 0)
    ys = _cuts(rect.y - pad, h, baked_h, corner if cut_y else 0)
    for dest_x, dest_w, from_x, from_w in xs:
        for dest_y, dest_h, from_y, from_h in ys:
            piece = sprite.subsurface((from_x, from_y, from_w, from_h))
            if (dest_w, dest_h) != (from_w, from_h):
                if dest_w != from_w and dest_h != from_h:
                    continue  # the middle lies under the sheet
                piece = pygame.transform.scale(piece, (dest_w, dest_h))
            canvas.surface.blit(piece, (dest_x, dest_y))


def _cuts(start: int, length: int, baked: int, corner: int) -> list[tuple[int, int, int, int]]:
    """(place, length, place in the sprite, length there) of the slices along one axis."""
    if corner == 0:
        return [(start, length, 0, baked)]
    return [
        (start, corner, 0, corner),
        (start + corner, length - 2 * corner, corner, 8),
        (start + length - corner, corner, baked - corner, corner),
    ]


def _bake(size: tuple[int, int], pad: int, r: int, soft: _Soft, u: float) -> pygame.Surface:
    blur, dy = soft.blur * u, round(soft.dy * u)
    q = max(1, min(4, int(blur / 4)))
    small = clear((size[0] // q + 1, size[1] // q + 1), soft.color)
    inner = pygame.Rect(
        round(pad / q), round((pad + dy) / q),
        round((size[0] - 2 * pad) / q), round((size[1] - 2 * pad) / q),
    )  # fmt: skip
    pygame.draw.rect(
        small, (*soft.color, round(255 * soft.alpha)), inner, border_radius=max(0, round(r / q))
    )
    small = blurred(small, blur / q)
    big = pygame.transform.smoothscale(small, (small.get_width() * q, small.get_height() * q))
    out = clear(size, soft.color)
    out.blit(big, (0, 0), special_flags=pygame.BLEND_RGBA_MAX)
    if soft.edge_alpha:
        edge = max(1, round(soft.edge * u))
        paper = clear(size, soft.color)
        body = pygame.Rect(pad, pad + edge, size[0] - 2 * pad, size[1] - 2 * pad)
        rounded(paper, body, r, soft.color)
        paper.fill(
            (255, 255, 255, round(255 * soft.edge_alpha)), special_flags=pygame.BLEND_RGBA_MULT
        )
        out.blit(paper, (0, 0))
    return out


def blurred(surface: pygame.Surface, blur: float) -> pygame.Surface:
    """Blurred as a browser blurs by ``blur`` pixels; two passes make smooth tails."""
    radius = max(1, round(blur * 0.39))
    once = pygame.transform.gaussian_blur(surface, radius)
    return pygame.transform.gaussian_blur(once, radius)
