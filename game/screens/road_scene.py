"""The picture of the start screen: a stretch of road, a bell, eight pawns, room for the ways on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.look.road import Point, catmull
from game.screens.kit import shapes
from game.screens.kit.wall import Box, Canvas, Wall

BELL_FOOT = 814.0
RAYS = 0.68
"""Height of the bell with its rays, in parts of its width."""


@dataclass(frozen=True)
class Scene:
    """Where everything stands, in units."""

    horizon: float
    """Where the farthest hill begins."""
    road: Sequence[Point]
    width: float
    """Of the road."""
    bell: tuple[float, float, float]
    """(middle, foot, width)."""
    pawns: Sequence[tuple[float, float, float]]
    """(x, y of the foot, height) of each, the first team's first."""
    head: Box
    """The game's name and its aim."""
    name: float
    """Size of the name."""
    column: Box
    """The ways on."""
    row: float
    """Height of one of them, where there is room for all."""
    foot: Box
    """The switches at the bottom."""


def start_scene(wall: Wall) -> Scene:
    """The picture for this wall's shape and last row."""
    if wall.kind == "tall":
        return _tall(wall)
    return _wide(wall)


def _wide(wall: Wall) -> Scene:
    """Name and ways at the left, the bell at the right, the road below it."""
    w, h = wall.width, wall.height
    four_three, far = wall.kind == "four_three", wall.is_far
    left = 72.0 if four_three else 104.0
    span = 760.0 * min(wall.seat, 1.26)
    foot_h = max(64.0, wall.S * 1.5)
    foot = Box(left - 8, h - 36 - foot_h, w - 2 * left + 16, foot_h)
    name = 176.0 if wall.kind == "wide" and not far else 150.0
    head = Box(left, 44.0 if far else 84.0, w - 2 * left, name + 20 + wall.M * 2.6)
    y = head.y + name + 10 + wall.M * 2.4 + (20 if far else 36)
    column = Box(left, y, span, foot.y - y - 28)
    free = w - column.right - 20
    size = min(780.0, free * (1.0 if four_three else 0.82 if far else 0.92))
    if far:  # its rays end below the aim, which is as wide as the wall
        size = min(size, (BELL_FOOT - head.bottom + 0.2 * wall.M) / RAYS)
    x = w - 1920
    road = [
        (620 + x * 0.6, 1200.0), (880 + x * 0.7, 1040.0), (1300 + x, 985.0), (1560 + x, 900.0),
        (1660 + x, 800.0), (2000 + x, 752.0),
    ]  # fmt: skip
    feet = [
        (916.0, 1058.0), (1026.0, 1034.0), (1136.0, 1018.0), (1246.0, 1004.0), (1356.0, 986.0),
        (1466.0, 950.0), (1584.0, 884.0), (1850.0, 796.0),
    ]  # fmt: skip
    # In a narrower window the nearest pawns stay clear of the switches, and all stand closer.
    kept = 0.0 if four_three else -x * 0.5
    feet = [(px + x + kept * (1 - i / 6), py) for i, (px, py) in enumerate(feet[:7])] + [
        (feet[7][0] + x, feet[7][1])
    ]
    return Scene(
        horizon=520, road=road, width=146, bell=(column.right + 10 + free / 2, BELL_FOOT, size),
        pawns=[(px, py, 130.0) for px, py in feet], head=head, name=name, column=column,
        row=136 * min(wall.seat, 1.25), foot=foot,
    )  # fmt: skip


def _tall(wall: Wall) -> Scene:
    """Name, ways, then the bell over the road, all as wide as the wall."""
    w, h = wall.width, wall.height
    left = 72.0
    foot_h = max(64.0, wall.S * 1.5)
    foot = Box(left - 8, h - 32 - foot_h, w - 2 * left + 16, foot_h)
    name = 190.0
    head = Box(left, 84, w - 2 * left, name + 20 + wall.M * 2.6)
    column_y = head.y + name + 10 + wall.M * 2.4 + 44
    column = Box(left, column_y, w - 2 * left, h * 0.6 - column_y)
    road = [
        (-60.0, h - 190), (w * 0.3, h - 300), (w * 0.62, h - 250), (w * 0.86, h - 400),
        (w + 80, h - 450),
    ]  # fmt: skip
    rise = (200, 248, 275, 278, 266, 270, 328, 396)
    pawns = [(w * (0.07 + 0.125 * i), h - rise[i], 120.0) for i in range(8)]
    return Scene(
        horizon=h * 0.58, road=road, width=120, bell=(w * 0.5, h - 330, w * 0.5), pawns=pawns,
        head=head, name=name, column=column, row=150 * min(wall.seat, 1.45), foot=foot,
    )  # fmt: skip


def draw_road(canvas: Canvas, points: Sequence[Point], width: float) -> None:
    """A road through these points (units), with its paper edge."""
    line = [canvas.point(x, y) for x, y in catmull(list(points), closed=False)]
    u, theme = canvas.wall.u, canvas.theme
    shapes.stroke(
        canvas.surface, line, (width + 10) * u, theme.road_edge, core=(width * u, theme.road)
    )
