"""Shapes with smooth edges, in pixels: what the pieces are made of.

pygame's own shapes have stairs. Corners and discs are drawn several times larger once,
scaled down, and kept; straight parts are plain fills. Everything here works in pixels
of the surface; the pieces turn units into pixels.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Literal

import pygame

from game.screens.kit.cache import SHAPES
from game.screens.kit.theme import Color

Points = Sequence[tuple[float, float]]
Place = Callable[[Points], list[tuple[float, float]]]
"""From points of the target to points of the larger surface that is painted on."""
Corners = Literal["all", "top", "bottom", "left", "right"]
_ROUND: dict[str, tuple[bool, bool, bool, bool]] = {
    "all": (True, True, True, True),
    "top": (True, True, False, False),
    "bottom": (False, False, True, True),
    "left": (True, False, True, False),
    "right": (False, True, False, True),
}
"""Which corners are round: top left, top right, bottom left, bottom right."""
_BAND = 4_000_000
"""Pixels painted at once when smoothing."""


def clear(size: tuple[int, int], color: Color) -> pygame.Surface:
    """A transparent surface whose hidden colour is ``color``.

    Scaling mixes hidden colours into the edge; the shape's own leaves no dark rim.
    """
    surface = pygame.Surface((max(1, size[0]), max(1, size[1])), pygame.SRCALPHA)
    surface.fill((*color, 0))
    return surface


def _fineness(side: float) -> int:
    return 4 if side <= 160 else 3 if side <= 1920 else 2


def _disc_sprite(radius: int, color: Color, hole: int) -> pygame.Surface:
    def make() -> pygame.Surface:
        # Not 3: scaled down by three a colour comes out one shade darker, and the corners of a
        # sheet would show on it at 4K.
        k = 4 if radius <= 320 else 2
        big = clear((2 * radius * k, 2 * radius * k), color)
        centre = (radius * k, radius * k)
        pygame.draw.circle(big, (*color, 255), centre, radius * k)
        if hole > 0:
            pygame.draw.circle(big, (*color, 0), centre, hole * k)
        return pygame.transform.smoothscale(big, (2 * radius, 2 * radius))

    return SHAPES.get(("disc", radius, color, hole), make)


def rounded(
    surface: pygame.Surface,
    rect: pygame.Rect,
    radius: int,
    color: Color,
    corners: Corners = "all",
) -> None:
    """A filled rectangle with round corners."""
    radius = max(0, min(radius, rect.w // 2, rect.h // 2))
    if rect.w <= 0 or rect.h <= 0:
        return
    if radius == 0:
        surface.fill(color, rect)
        return
    surface.fill(color, (rect.x + radius, rect.y, rect.w - 2 * radius, rect.h))
    surface.fill(color, (rect.x, rect.y + radius, rect.w, rect.h - 2 * radius))
    _corners(surface, rect, radius, color, 0, corners)


def _corners(
    surface: pygame.Surface, rect: pygame.Rect, r: int, color: Color, hole: int, corners: Corners
) -> None:
    sprite = _disc_sprite(r, color, hole)
    places = (
        (rect.x, rect.y, 0, 0),
        (rect.right - r, rect.y, r, 0),
        (rect.x, rect.bottom - r, 0, r),
        (rect.right - r, rect.bottom - r, r, r),
    )
    for (x, y, u, v), is_round in zip(places, _ROUND[corners], strict=True):
        if is_round:
            surface.blit(sprite, (x, y), (u, v, r, r))
        elif hole == 0:
            surface.fill(color, (x, y, r, r))


def outline(
    surface: pygame.Surface, rect: pygame.Rect, radius: int, color: Color, width: int
) -> None:
    """A line of a width along the inside of a rounded rectangle."""
    if rect.w <= 0 or rect.h <= 0 or width <= 0:
        return
    width = min(width, (rect.w + 1) // 2, (rect.h + 1) // 2)
    r = max(0, min(radius, rect.w // 2, rect.h // 2))
    inside_w, inside_h = rect.w - 2 * r, rect.h - 2 * r
    surface.fill(color, (rect.x + r, rect.y, inside_w, width))
    surface.fill(color, (rect.x + r, rect.bottom - width, inside_w, width))
    surface.fill(color, (rect.x, rect.y + r, width, inside_h))
    surface.fill(color, (rect.right - width, rect.y + r, width, inside_h))
    if r:
        _corners(surface, rect, r, color, max(0, r - width), "all")


def disc(surface: pygame.Surface, centre: tuple[float, float], radius: float, color: Color) -> None:
    """A filled circle; radius in pixels, rounded."""
    r = max(1, round(radius))
    sprite = _disc_sprite(r, color, 0)
    surface.blit(sprite, (round(centre[0] - r), round(centre[1] - r)))


def ring(
    surface: pygame.Surface,
    centre: tuple[float, float],
    radius: float,
    width: float,
    color: Color,
) -> None:
    """A circle's line; ``radius`` is its outer edge."""
    r = max(1, round(radius))
    sprite = _disc_sprite(r, color, max(0, r - max(1, round(width))))
    surface.blit(sprite, (round(centre[0] - r), round(centre[1] - r)))


def ellipse(surface: pygame.Surface, rect: pygame.Rect, color: Color, alpha: int = 255) -> None:
    """A filled ellipse; the soft ground shadow of pawns and bells."""
    if rect.w <= 0 or rect.h <= 0:
        return

    def make() -> pygame.Surface:
        k = _fineness(max(rect.size))
        big = clear((rect.w * k, rect.h * k), color)
        pygame.draw.ellipse(big, (*color, alpha), big.get_rect())
        return pygame.transform.smoothscale(big, rect.size)

    surface.blit(SHAPES.get(("ellipse", rect.size, color, alpha), make), rect)


def smooth(
    surface: pygame.Surface,
    area: pygame.Rect,
    color: Color,
    paint: Callable[[pygame.Surface, Place, int], None],
) -> None:
    """Paint something of one colour larger than it is, and put it down scaled: smooth edges.

    ``paint`` is handed a transparent surface, a function from points of the target to
    its points, and the scale; it draws with ``(*color, 255)``. Only the part of
    ``area`` (pixels) that lies on the surface is touched.
    """
    area = area.clip(surface.get_clip())
    if area.w <= 0 or area.h <= 0:
        return
    k = _fineness(max(area.size))
    # Band by band: enlarged as a whole, a hill across a 4K wall would take a great deal of memory.
    height = max(16, _BAND // (area.w * k * k))
    for top in range(area.y, area.bottom, height):
        band = pygame.Rect(area.x, top, area.w, min(height, area.bottom - top))
        big = clear((band.w * k, band.h * k), color)
        paint(big, _placer(band, k), k)
        surface.blit(pygame.transform.smoothscale(big, band.size), band)


def _placer(band: pygame.Rect, k: int) -> Place:
    def place(points: Points) -> list[tuple[float, float]]:
        return [((x - band.x) * k, (y - band.y) * k) for x, y in points]

    return place


def bounds(points: Points, pad: float) -> pygame.Rect:
    """The pixels a shape touches, with ``pad`` more all round."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    x, y = math.floor(min(xs) - pad), math.floor(min(ys) - pad)
    return pygame.Rect(x, y, math.ceil(max(xs) + pad) - x, math.ceil(max(ys) + pad) - y)


def polygon(surface: pygame.Surface, points: Points, color: Color) -> None:
    """A filled polygon."""
    polygons(surface, [points], color)


def polygons(surface: pygame.Surface, outlines: Sequence[Points], color: Color) -> None:
    """Several filled polygons of one colour; where they touch there is no seam."""
    outlines = [outline for outline in outlines if len(outline) > 2]
    if not outlines:
        return

    def paint(big: pygame.Surface, place: Place, _: int) -> None:
        for outline in outlines:
            pygame.draw.polygon(big, (*color, 255), place(outline))

    smooth(surface, bounds([p for outline in outlines for p in outline], 1), color, paint)


def paper(surface: pygame.Surface, outlines: Sequence[Points], color: Color) -> None:
    """Large filled polygons, quickly: plain fills whose edges are smoothed by a thin line."""
    for outline in outlines:
        if len(outline) > 2:
            pygame.draw.polygon(surface, color, [(round(x), round(y)) for x, y in outline])
            pygame.draw.aalines(surface, color, True, outline)


def stroke(
    surface: pygame.Surface,
    points: Points,
    width: float,
    color: Color,
    *,
    closed: bool = False,
    core: tuple[float, Color] | None = None,
) -> None:
    """A line through points with round ends and joins; ``width`` in pixels.

    ``core`` is the width and colour of a second line inside it, as a road has an edge.
    """
    if not points:
        return

    def paint(big: pygame.Surface, place: Place, k: int) -> None:
        placed = place(points)
        thick_line(big, placed, width * k, (*color, 255), closed=closed)
        if core is not None:
            thick_line(big, placed, core[0] * k, (*core[1], 255), closed=closed)

    smooth(surface, bounds(points, width / 2 + 1), color, paint)


def thick_line(
    surface: pygame.Surface,
    points: Points,
    width: float,
    color: tuple[int, ...],
    *,
    closed: bool = False,
) -> None:
    """The same without smoothing, for surfaces that are scaled down afterwards."""
    r = width / 2
    for x, y in _joints(points, closed):
        pygame.draw.circle(surface, color, (round(x), round(y)), round(r))
    left, right = offset_line(points, r, closed), offset_line(points, -r, closed)
    height = surface.get_height()
    for a, b, c, d in zip(left, left[1:], right[1:], right, strict=False):
        if max(a[1], b[1], c[1], d[1]) >= 0 and min(a[1], b[1], c[1], d[1]) < height:
            pygame.draw.polygon(surface, color, [a, b, c, d])


def _joints(points: Points, closed: bool) -> list[tuple[float, float]]:
    """The ends of a line and every real bend; along a smooth curve nothing needs rounding."""
    n = len(points)
    out = []
    for i, p in enumerate(points):
        if not closed and i in (0, n - 1):
            out.append(p)
            continue
        a, b = points[i - 1], points[(i + 1) % n]
        (ux, uy), (vx, vy) = (p[0] - a[0], p[1] - a[1]), (b[0] - p[0], b[1] - p[1])
        size = math.hypot(ux, uy) * math.hypot(vx, vy)
        if size == 0 or (ux * vx + uy * vy) / size < 0.97:
            out.append(p)
    return out


def offset_line(points: Points, distance: float, closed: bool) -> list[tuple[int, int]]:
    """The line at a distance to the left, in whole pixels; a closed one returns to its start."""
    n = len(points)
    out = []
    for i, (x, y) in enumerate(points):
        ax, ay = points[i - 1] if i or closed else points[0]
        bx, by = points[(i + 1) % n] if i < n - 1 or closed else points[-1]
        length = math.hypot(bx - ax, by - ay) or 1.0
        nx, ny = -(by - ay) / length * distance, (bx - ax) / length * distance
        out.append((round(x + nx), round(y + ny)))
    return [*out, out[0]] if closed and out else out
