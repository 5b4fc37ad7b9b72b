"""The board in small, beside a card: nobody loses the place."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pygame

from game.look.road import Road
from game.screens.kit import shapes
from game.screens.kit.board import BoardSpec, Standing
from game.screens.kit.cache import ART
from game.screens.kit.people import CUSTOMER_SHAPE, portrait, token
from game.screens.kit.road import road_on
from game.screens.kit.theme import mix, rgb
from game.screens.kit.wall import Box, Canvas, Wall

_WALL = Wall((1920, 1080))
_WHITE = rgb("#FFFFFF")
_SHOWN = (20.0, 36.0, 1880.0, 880.0)
"""Left, top, width and height of what a mini-board shows of the wide board."""


def miniboard(
    canvas: Canvas,
    box: Box,
    spec: BoardSpec,
    standing: Sequence[Standing] = (),
    *,
    target: int | None = None,
    token_size: float = 44,
) -> pygame.Rect:
    """The whole road with a dot for each space and a token for each team, inside a box.

    ``target`` is the space that wears the ring. Gives the pixels it covers.
    """
    road = road_on(_WALL, len(spec.spaces), spec.loop)
    left, top, width, height = _SHOWN
    k = min(box.w / width, box.h / height)
    place = box.centred(width * k, height * k)
    rect = canvas.rect(place)
    if rect.w < 1 or rect.h < 1:
        return rect
    key = ("mini", spec, rect.size, canvas.theme)
    canvas.surface.blit(ART.get(key, lambda: _still(canvas, road, spec, rect.size)), rect)

    def at(space: int) -> tuple[float, float]:
        x, y = road.spaces[space % len(road.spaces)]
        return place.x + (x - left) * k, place.y + (y - top) * k

    if target is not None:
        outer = max(token_size * 0.55, 30 * k)
        u = canvas.wall.u
        shapes.ring(canvas.surface, canvas.point(*at(target)), outer * u, 6 * u,
                    canvas.theme.brass_edge)  # fmt: skip
    spaces: dict[int, list[str]] = {}
    for key_, space in standing:
        spaces.setdefault(space % max(1, len(road.spaces)), []).append(key_)
    for space, keys in sorted(spaces.items(), key=lambda item: at(item[0])[1]):
        _crowd(canvas, at(space), keys, token_size)
    far = canvas.px(token_size)
    return rect.inflate(2 * far, 2 * far)


def _crowd(canvas: Canvas, at: tuple[float, float], keys: Sequence[str], size: float) -> None:
    """Tokens side by side round one dot; none hides another."""
    n = len(keys)
    if n > 2:
        size *= 0.82 if n <= 4 else 0.66
    columns = min(n, 2 if n <= 4 else 3)
    rows = math.ceil(n / columns)
    for i, key in enumerate(keys):
        row, column = divmod(i, columns)
        x = at[0] + (column - (columns - 1) / 2) * size * 0.92
        y = at[1] + (row - (rows - 1) / 2) * size * 0.92
        if key.startswith("customer-"):
            height = size * 1.9
            portrait(canvas, key, x + height * CUSTOMER_SHAPE * 0.02, y + size * 0.5, height)
        else:
            token(canvas, key, x, y, size)


def _still(canvas: Canvas, road: Road, spec: BoardSpec, size: tuple[int, int]) -> pygame.Surface:
    theme = canvas.theme
    left, top, whole, _ = _SHOWN
    k = size[0] / whole
    picture = shapes.clear(size, theme.line)
    n = max(40, round(road.length / 24))
    line = [road.point(road.length * i / n) for i in range(n + (0 if road.loop else 1))]
    small = [((x - left) * k, (y - top) * k) for x, y in line]
    # The road of a long board is thin; drawn so small it would vanish, so it is drawn wider.
    width = max(road.width, 96.0)
    shapes.stroke(
        picture, small, (width + 44) * k, theme.line,
        closed=road.loop, core=((width + 14) * k, theme.road),
    )  # fmt: skip
    for (x, y), space in zip(road.spaces, spec.spaces, strict=True):
        deep = theme.line if space.zone is None else theme.deep(spec.tint(space.zone))
        color = mix(deep, _WHITE, 0.35) if theme.is_stage else deep
        shapes.disc(
            picture, ((x - left) * k, (y - top) * k), max(1.5, road.radius * 0.84 * k), color
        )
    return picture
