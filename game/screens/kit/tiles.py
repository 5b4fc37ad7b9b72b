"""The road's paper and its spaces."""

from __future__ import annotations

from game.look.road import Point, Road
from game.screens.kit import shapes
from game.screens.kit.card import icon_name
from game.screens.kit.scenery import glow, road_shadow
from game.screens.kit.svg import icon as icon_surface
from game.screens.kit.theme import Color
from game.screens.kit.wall import Canvas


def paint_road(canvas: Canvas, road: Road) -> None:
    """The road itself: its shadow, its edge, its paper."""
    theme, u = canvas.theme, canvas.wall.u
    line = [canvas.point(*p) for p in _thinned(road)]
    k = road.radius / 52
    road_shadow(canvas, line, (road.width + 8 * k) * u, road.loop)
    shapes.stroke(
        canvas.surface, line, (road.width + 10 * k) * u, theme.road_edge,
        closed=road.loop, core=(road.width * u, theme.road),
    )  # fmt: skip


def _thinned(road: Road) -> list[Point]:
    """Points about nine units apart: enough for a smooth edge."""
    n = max(8, round(road.length / 9))
    if road.loop:
        return [road.point(road.length * i / n) for i in range(n)]
    return [road.point(road.length * i / n) for i in range(n + 1)]


def paint_tile(canvas: Canvas, at: Point, r: float, kind: str, icon: str, rim: Color) -> None:
    """One space: a disc with a rim (of its zone's deep colour) and an icon."""
    theme, u, k = canvas.theme, canvas.wall.u, r / 52
    fill, ink = theme.tile, theme.icon
    match kind:
        case "bell":
            fill, ink, rim = theme.brass, theme.on_brass, theme.brass_edge
        case "twist":
            fill, ink, rim = theme.twist_tile, theme.twist_icon, theme.twist_rim
        case "mirror":
            fill, rim = theme.mirror_tile, theme.mirror_rim
        case "start":
            rim = theme.start_rim
            r *= 1.12
        case _:
            pass
    centre = canvas.point(*at)
    if theme.is_stage:
        glow(canvas, at[0], at[1], r * 1.75)
    else:
        below = canvas.point(at[0], at[1] + 5 * k)
        shapes.disc(canvas.surface, below, r * u, theme.road_edge)
    shapes.disc(canvas.surface, centre, r * u, rim)
    shapes.disc(canvas.surface, centre, (r - 6 * k) * u, fill)
    name = icon_name(kind, icon)
    size = max(1, round(r * 1.12 * u))
    glyph = icon_surface(name, size, ink)
    canvas.surface.blit(glyph, (round(centre[0] - size / 2), round(centre[1] - size / 2)))
