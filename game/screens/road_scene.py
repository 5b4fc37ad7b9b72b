"""A stretch of road for screens that are not the board."""

from __future__ import annotations

from collections.abc import Sequence

from game.screens.kit import shapes
from game.screens.kit.road import catmull
from game.screens.kit.wall import Canvas


def draw_road(canvas: Canvas, points: Sequence[tuple[float, float]], width: float) -> None:
    """A road through these points (units), with its paper edge."""
    line = [canvas.point(x, y) for x, y in catmull(list(points), closed=False)]
    u = canvas.wall.u
    shapes.thick_line(canvas.surface, line, (width + 10) * u, canvas.theme.road_edge)
    shapes.thick_line(canvas.surface, line, width * u, canvas.theme.road)
