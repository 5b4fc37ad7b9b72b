"""Zones as sheets of cut paper: their outlines, in units.

On a loop every zone is one sheet from the middle, across the road between two spaces, to
the edge of the wall. On a road a zone is all that lies nearer to its spaces than to
others', with a wavy edge.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from game.look.box import Box
from game.look.road import Point, Road

Outline = tuple[Point, ...]
_CELL = 36.0
"""Units of a cell when zones of a road are cut out; more on a very long wall."""


@dataclass(frozen=True)
class Paper:
    """A sheet of one zone: polygons that together are its area."""

    zone: int | None
    outlines: tuple[Outline, ...]


@dataclass(frozen=True)
class Stretch:
    """Neighbouring spaces of one zone."""

    zone: int | None
    first: int
    last: int
    """Inclusive; on a loop it may exceed the number of spaces and goes on at space 0."""


def stretches(zones: Sequence[int | None], loop: bool) -> list[Stretch]:
    """The road cut wherever the zone changes."""
    n = len(zones)
    cuts = [i for i in range(n) if zones[i] != zones[i - 1] and (loop or i > 0)]
    if loop and cuts:
        ends = [*cuts[1:], cuts[0] + n]
        return [Stretch(zones[a], a, b - 1) for a, b in zip(cuts, ends, strict=True)]
    starts = [0, *(c for c in cuts if c > 0)]
    ends = [*starts[1:], n]
    return [Stretch(zones[a], a, b - 1) for a, b in zip(starts, ends, strict=True)]


def papers(wall: Box, road: Road, zones: Sequence[int | None]) -> list[Paper]:
    """The sheets that cover the wall, in the order they are laid down."""
    parts = stretches(zones, road.loop)
    if len(parts) == 1:
        whole = ((0.0, 0.0), (wall.w, 0.0), (wall.w, wall.h), (0.0, wall.h))
        return [Paper(parts[0].zone, (whole,))]
    if road.loop:
        return _sectors(wall, road, parts)
    return _nearest(wall, road, parts)


# ------------------------------------------------------------------ loops


def _sectors(wall: Box, road: Road, parts: list[Stretch]) -> list[Paper]:
    centre = (road.field.cx, road.field.cy)
    crossings = [road.along(part.first - 0.5) for part in parts]
    edges = [_edge_point(wall, road, centre, part, 0.72) for part in parts]
    if not _in_turn(wall, edges):
        edges = [_edge_point(wall, road, centre, part, 0.0) for part in parts]
    out = []
    for i, part in enumerate(parts):
        j = (i + 1) % len(parts)
        outline = [
            *_s_curve(centre, crossings[i], 0.10),
            *_s_curve(crossings[i], edges[i], 0.14),
            *_corners_between(wall, edges[i], edges[j]),
            *_s_curve(edges[j], crossings[j], 0.14),
            *_s_curve(crossings[j], centre, 0.10),
        ]
        out.append(Paper(part.zone, (tuple(outline),)))
    return out


def _edge_point(wall: Box, road: Road, centre: Point, part: Stretch, square: float) -> Point:
    """Where the cut before a stretch leaves the wall.

    ``square`` says how much it follows the road's normal instead of a ray from the middle.
    """
    p = road.along(part.first - 0.5)
    a, b = road.along(part.first - 0.55), road.along(part.first - 0.45)
    ray = _unit(p[0] - centre[0], p[1] - centre[1])
    normal = _unit(b[1] - a[1], -(b[0] - a[0]))
    if normal[0] * ray[0] + normal[1] * ray[1] < 0:
        normal = -normal[0], -normal[1]
    dx, dy = _unit(
        ray[0] * (1 - square) + normal[0] * square, ray[1] * (1 - square) + normal[1] * square
    )
    reach = []
    if dx:
        reach.append(((wall.w if dx > 0 else 0.0) - p[0]) / dx)
    if dy:
        reach.append(((wall.h if dy > 0 else 0.0) - p[1]) / dy)
    t = max(0.0, min(reach))
    return p[0] + dx * t, p[1] + dy * t


def _unit(x: float, y: float) -> Point:
    length = math.hypot(x, y) or 1.0
    return x / length, y / length


def _round_the_wall(wall: Box, p: Point) -> float:
    """How far along the wall's edge a point lies, clockwise from the upper left."""
    w, h = wall.w, wall.h
    sides = ((p[1], p[0]), (w - p[0], w + p[1]), (h - p[1], 2 * w + h - p[0]))
    nearest = min(sides, key=lambda side: abs(side[0]))
    last = (abs(p[0]), 2 * w + 2 * h - p[1])
    return nearest[1] if abs(nearest[0]) <= last[0] else last[1]


def _in_turn(wall: Box, edges: Sequence[Point]) -> bool:
    """Whether the cuts leave the wall in the order of the road, so that none cross."""
    total = 2 * (wall.w + wall.h)
    marks = [_round_the_wall(wall, p) for p in edges]
    gaps = [(b - a) % total for a, b in zip(marks, [*marks[1:], marks[0]], strict=True)]
    return abs(sum(gaps) - total) < 1 and min(gaps) > 60


def _corners_between(wall: Box, a: Point, b: Point) -> list[Point]:
    w, h = wall.w, wall.h
    total = 2 * (w + h)
    start = _round_the_wall(wall, a)
    span = (_round_the_wall(wall, b) - start) % total
    corners = ((0.0, (0.0, 0.0)), (w, (w, 0.0)), (w + h, (w, h)), (2 * w + h, (0.0, h)))
    met = [((at - start) % total, corner) for at, corner in corners]
    return [corner for at, corner in sorted(met) if 0 < at < span]


def _s_curve(a: Point, b: Point, bend: float) -> list[Point]:
    """A soft S from a to b; the same line when walked from b to a."""
    nx, ny = -(b[1] - a[1]) * bend, (b[0] - a[0]) * bend
    c = (a[0] + (b[0] - a[0]) * 0.35 + nx, a[1] + (b[1] - a[1]) * 0.35 + ny)
    d = (a[0] + (b[0] - a[0]) * 0.65 - nx, a[1] + (b[1] - a[1]) * 0.65 - ny)
    out = []
    for i in range(21):
        t = i / 20
        s = 1 - t
        k = (s**3, 3 * s * s * t, 3 * s * t * t, t**3)
        out.append(
            (
                k[0] * a[0] + k[1] * c[0] + k[2] * d[0] + k[3] * b[0],
                k[0] * a[1] + k[1] * c[1] + k[2] * d[1] + k[3] * b[1],
            )
        )
    return out


# ------------------------------------------------------------------ roads


def _nearest(wall: Box, road: Road, parts: list[Stretch]) -> list[Paper]:
    """Every sheet is what lies nearest to its stretch, or to one after it.

    Each later sheet is laid upon it, so that where three meet no ground shows through.
    """
    marks = [_marks(road, part) for part in parts]
    cell = max(_CELL, max(wall.w, wall.h) / 70)
    columns, rows = int(wall.w / cell) + 2, int(wall.h / cell) + 2
    spots = [[_waved(x * cell, y * cell) for x in range(columns)] for y in range(rows)]
    far = [[[_least(m, spot) for m in marks] for spot in line] for line in spots]
    whole = ((0.0, 0.0), (wall.w, 0.0), (wall.w, wall.h), (0.0, wall.h))
    out = [Paper(parts[0].zone, (whole,))]
    for i in range(1, len(parts)):
        lead = [[min(d[:i]) - min(d[i:]) for d in line] for line in far]
        out.append(Paper(parts[i].zone, tuple(_cut(lead, cell))))
    return out


def _marks(road: Road, part: Stretch) -> list[Point]:
    steps = max(2, round((part.last - part.first + 1) * road.length / len(road.spaces) / 40))
    low = part.first - 0.5
    span = part.last - part.first + 1
    return [road.along(low + span * (k + 0.5) / steps) for k in range(steps)]


def _waved(x: float, y: float) -> Point:
    """Bend space a little, so that the cuts between zones are no rulers."""
    return x + 26 * math.sin(y / 105 + 0.6), y + 26 * math.sin(x / 128)


def _least(marks: Sequence[Point], p: Point) -> float:
    x, y = p
    return math.sqrt(min((x - a) ** 2 + (y - b) ** 2 for a, b in marks))


def _cut(values: list[list[float]], cell: float) -> list[Outline]:
    """The area where values are above 0, as polygons of its cells (marching squares)."""
    out: list[Outline] = []
    for y, (upper, lower) in enumerate(itertools.pairwise(values)):
        run: int | None = None
        for x in range(len(upper) - 1):
            corner = (upper[x], upper[x + 1], lower[x + 1], lower[x])
            if min(corner) >= 0:
                run = x if run is None else run
                continue
            if run is not None:
                out.append(_cells(run, x, y, cell))
                run = None
            if max(corner) > 0:
                out.append(_clipped(corner, x, y, cell))
        if run is not None:
            out.append(_cells(run, len(upper) - 1, y, cell))
    return out


def _cells(start: int, end: int, y: int, cell: float) -> Outline:
    a, b, top, low = start * cell, end * cell, y * cell, (y + 1) * cell
    return ((a, top), (b, top), (b, low), (a, low))


def _clipped(corner: tuple[float, float, float, float], x: int, y: int, cell: float) -> Outline:
    places = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)]
    points: list[Point] = []
    for k in range(4):
        a, b = corner[k], corner[(k + 1) % 4]
        (ax, ay), (bx, by) = places[k], places[(k + 1) % 4]
        if a >= 0:
            points.append((ax * cell, ay * cell))
        if (a >= 0) != (b >= 0):
            t = a / (a - b)
            points.append(((ax + (bx - ax) * t) * cell, (ay + (by - ay) * t) * cell))
    return tuple(points)
