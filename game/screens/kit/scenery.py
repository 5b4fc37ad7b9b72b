"""The wall behind everything: its ground, and hills of cut paper."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import pygame

from game.screens.kit import shapes
from game.screens.kit.cache import SHAPES
from game.screens.kit.shadows import blurred
from game.screens.kit.shapes import clear
from game.screens.kit.theme import Color, mix, rgb
from game.screens.kit.wall import Canvas

_PROFILES: tuple[tuple[tuple[float, float], ...], ...] = (
    ((0, 0.30), (0.22, 0.05), (0.5, 0.26), (0.78, 0.02), (1, 0.22)),
    ((0, 0.48), (0.3, 0.34), (0.62, 0.50), (0.85, 0.30), (1, 0.42)),
    ((0, 0.80), (0.25, 0.66), (0.55, 0.78), (0.8, 0.62), (1, 0.72)),
)
_WARM, _NIGHT, _LAMP = rgb("#543C18"), rgb("#000000"), rgb("#FFDFA0")


def ground(canvas: Canvas) -> None:
    """The bare wall: a quiet gradient from top to bottom."""
    theme = canvas.theme
    top, height = canvas.origin[1], canvas.wall.size[1]
    width, here = canvas.surface.get_size()
    y = 0
    while y < here:
        color = _ground_at(theme.ground_top, theme.ground_bottom, (y + top) / max(1, height - 1))
        end = y + 1
        while end < here and color == _ground_at(
            theme.ground_top, theme.ground_bottom, (end + top) / max(1, height - 1)
        ):
            end += 1
        canvas.surface.fill(color, (0, y, width, end - y))
        y = end


def _ground_at(top: Color, bottom: Color, t: float) -> Color:
    return mix(top, bottom, min(1.0, t))


def zone_ground(canvas: Canvas, zone: int | None, y: float | None = None) -> None:
    """Where a card lies: the wall, and two paper hills in the tint of its zone from ``y`` on."""
    theme = canvas.theme
    ground(canvas)
    tint = theme.hair if zone is None else theme.zone(zone)
    colors = [mix(tint, theme.ground, 0.55), mix(tint, theme.ground, 0.15)]
    hills(canvas, canvas.wall.height * 0.56 if y is None else y, colors)


def zone_hills(canvas: Canvas, y: float, zones: Sequence[int] = (1, 5, 3)) -> None:
    """Up to three hills in the tints of these zones, the farthest first."""
    hills(canvas, y, [canvas.theme.zone(zone) for zone in zones])


def hills(canvas: Canvas, y: float, colors: Sequence[Color]) -> None:
    """Up to three sheets of cut paper along the bottom of the wall, the farthest first."""
    wall = canvas.wall
    for profile, color in zip(_PROFILES, colors, strict=False):
        line = _smooth_line([(px * wall.width, y + py * (wall.height - y)) for px, py in profile])
        points = [canvas.point(*p) for p in line]
        bottom = canvas.point(0, wall.height)[1] + 2
        paper = [(points[0][0] - 2, points[0][1]), *points, (points[-1][0] + 2, points[-1][1])]
        paper += [(points[-1][0] + 2, bottom), (points[0][0] - 2, bottom)]
        edge_shadow(canvas, [paper])
        shapes.paper(canvas.surface, [paper], color)


def _smooth_line(knots: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Level at every knot, a soft S between two of them."""
    out = [knots[0]]
    for (ax, ay), (bx, by) in itertools.pairwise(knots):
        for i in range(1, 25):
            t = i / 24
            s = 1 - t
            mx = (ax + bx) / 2
            x = s**3 * ax + 3 * s * s * t * mx + 3 * s * t * t * mx + t**3 * bx
            y = s**3 * ay + 3 * s * s * t * ay + 3 * s * t * t * by + t**3 * by
            out.append((x, y))
    return out


def edge_shadow(canvas: Canvas, papers: Sequence[shapes.Points]) -> None:
    """The shadow all round cut paper (its outlines in pixels), before it is painted."""
    color, alpha = (_NIGHT, 0.5) if canvas.theme.is_stage else (_WARM, 0.24)
    blur = (10 if canvas.theme.is_stage else 9) * 2

    def silhouette(small: pygame.Surface, place: shapes.Place, rgba: tuple[int, ...]) -> None:
        for paper in papers:
            if len(paper) > 2:
                pygame.draw.polygon(small, rgba, place(paper))

    every = [point for paper in papers for point in paper]
    _soft(canvas, every, blur, (*color, round(255 * alpha)), silhouette)


def road_shadow(canvas: Canvas, line: shapes.Points, width: float, closed: bool) -> None:
    """The shadow under a road (its middle line and width in pixels); none on the stage."""
    if canvas.theme.is_stage:
        return

    def silhouette(small: pygame.Surface, place: shapes.Place, rgba: tuple[int, ...]) -> None:
        points = place([(x, y + 9 * canvas.wall.u) for x, y in line])
        q = place([(1.0, 0.0)])[0][0] - place([(0.0, 0.0)])[0][0]
        shapes.thick_line(small, points, width * q, rgba, closed=closed)

    pad = width / 2
    around = [
        (x + dx, y + dy)
        for x, y in line
        for dx in (-pad, pad)
        for dy in (-pad, pad + 9 * canvas.wall.u)
    ]
    _soft(canvas, around, 12, (*_WARM, 51), silhouette)


Silhouette = Callable[[pygame.Surface, shapes.Place, tuple[int, ...]], None]


def _soft(
    canvas: Canvas,
    points: shapes.Points,
    blur: float,
    rgba: tuple[int, ...],
    silhouette: Silhouette,
) -> None:
    """Lay down a blurred silhouette; ``blur`` in units. Painted small, then enlarged."""
    blur *= canvas.wall.u
    if blur < 2 or not points:
        return
    q = max(1, min(4, int(blur / 4)))
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    pad = round(blur * 1.2)
    area = pygame.Rect(round(min(xs)) - pad, round(min(ys)) - pad, 0, 0)
    area.w = round(max(xs)) + pad - area.x
    area.h = round(max(ys)) + pad - area.y
    area = area.clip(canvas.surface.get_clip().inflate(4 * pad, 4 * pad))
    if area.w < q or area.h < q:
        return
    small = clear((area.w // q + 1, area.h // q + 1), (rgba[0], rgba[1], rgba[2]))
    silhouette(small, lambda ps: [((x - area.x) / q, (y - area.y) / q) for x, y in ps], rgba)
    small = blurred(small, blur / q)
    big = pygame.transform.smoothscale(small, (small.get_width() * q, small.get_height() * q))
    canvas.surface.blit(big, area.topleft)


def glow(canvas: Canvas, x: float, y: float, radius: float, strength: float = 0.22) -> None:
    """A pool of warm light round a point: the stage's answer to a shadow."""
    r = max(2, canvas.px(radius))

    def make() -> pygame.Surface:
        small = clear((64, 64), _LAMP)
        pygame.draw.circle(small, (*_LAMP, round(255 * strength)), (32, 32), 17)
        return pygame.transform.smoothscale(blurred(small, 18), (2 * r, 2 * r))

    picture = SHAPES.get(("glow", r, strength), make)
    canvas.blit(picture, x, y, "center")


def stars(canvas: Canvas) -> None:
    """A few quiet stars, always the same ones, so that night has some depth."""
    wall = canvas.wall
    step = 128.0
    for row in range(int(wall.height / step) + 1):
        for column in range(int(wall.width / step) + 1):
            seed = (column * 73_856_093) ^ (row * 19_349_663)
            if seed % 3 == 0:
                continue
            x = (column + (seed >> 3) % 97 / 97) * step
            y = (row + (seed >> 7) % 89 / 89) * step
            glow(canvas, x, y, 3.5 + (seed >> 5) % 3 * 1.5, 0.55)


def veil(canvas: Canvas, part: float) -> None:
    """Let what is drawn so far fade into the ground; ``part`` from 0 (not) to 1 (gone)."""
    cloth = pygame.Surface(canvas.surface.get_size())
    cloth.fill(canvas.theme.ground)
    cloth.set_alpha(round(255 * min(1.0, max(0.0, part))))
    canvas.surface.blit(cloth, (0, 0))
