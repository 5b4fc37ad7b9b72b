"""Where the road runs and its spaces lie: pure geometry in units.

A loop is a closed line through sixteen points, the same turned by half a turn. A road
is an open line in the shape of an S. Both are centripetal Catmull-Rom curves with their
spaces at equal distances along them, for any number of spaces and any field. Tuned to a
field about a thousand units high.
"""

from __future__ import annotations

import bisect
import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from game.look.box import Box

Point = tuple[float, float]

_WIDE_LOOP = (
    (-792, 0), (-844, -150), (-670, -282), (-370, -192),
    (0, -338), (370, -192), (670, -282), (844, -150),
)  # fmt: skip
_CLOSE_LOOP = (
    (-582, 0), (-628, -158), (-498, -292), (-280, -202),
    (0, -332), (280, -202), (498, -292), (628, -158),
)  # fmt: skip
"""Half a loop round its middle; the other half is the same turned by 180 degrees."""

_WIDE_ROAD = (
    (0.035, 0.17), (0.22, 0.06), (0.42, 0.03), (0.62, 0.12), (0.80, 0.11),
    (0.915, 0.14), (0.985, 0.24), (0.985, 0.38), (0.915, 0.48), (0.76, 0.51),
    (0.58, 0.49), (0.455, 0.52), (0.385, 0.62), (0.385, 0.77), (0.455, 0.89),
    (0.60, 0.97), (0.79, 0.88), (0.965, 0.95),
)  # fmt: skip
_TALL_ROAD = (
    (0.06, 0.04), (0.32, 0.0), (0.62, 0.03), (0.86, 0.01), (0.98, 0.06), (0.99, 0.15),
    (0.88, 0.215), (0.60, 0.215), (0.30, 0.22), (0.09, 0.27), (0.01, 0.37), (0.0, 0.48),
    (0.01, 0.60), (0.10, 0.70), (0.30, 0.735), (0.58, 0.715), (0.86, 0.73), (0.98, 0.79),
    (0.98, 0.88), (0.86, 0.945), (0.58, 0.96), (0.30, 0.94), (0.06, 1.0),
)  # fmt: skip
"""A road in parts of the field that its middle line may use."""

ROAD_TO_RADIUS = 2.54
_SAMPLES = 40


@dataclass(frozen=True)
class Road:
    """The line of the road, and what stands on it."""

    loop: bool
    line: tuple[Point, ...]
    """Dense points; a loop's first is repeated at its end."""
    reached: tuple[float, ...]
    """Distance along the line at each of its points."""
    spaces: tuple[Point, ...]
    """Middle of each space."""
    places: tuple[float, ...]
    """Distance along the line of each space."""
    radius: float
    """Radius of a space."""
    width: float
    """Width of the road."""
    field: Box
    """What the road with its spaces may cover."""
    plate: Box
    """The free place in the middle (on a road, in its bend) for the plate."""

    @property
    def length(self) -> float:
        """Length of the line."""
        return self.reached[-1]

    def point(self, distance: float) -> Point:
        """The point at a distance along the line; a loop goes on round, a road stops."""
        total = self.length
        d = distance % total if self.loop else min(total, max(0.0, distance))
        i = min(max(1, bisect.bisect_left(self.reached, d)), len(self.line) - 1)
        span = self.reached[i] - self.reached[i - 1]
        t = (d - self.reached[i - 1]) / span if span else 0.0
        (ax, ay), (bx, by) = self.line[i - 1], self.line[i]
        return ax + (bx - ax) * t, ay + (by - ay) * t

    def along(self, space: float) -> Point:
        """The point at a (fractional) space: 3.5 is half-way from space 3 to space 4."""
        n = len(self.spaces)
        if n == 1:
            return self.spaces[0]
        if self.loop:
            return self.point(self.places[0] + space * self.length / n)
        step = (self.places[-1] - self.places[0]) / (n - 1)
        return self.point(self.places[0] + min(n - 1.0, max(0.0, space)) * step)


def catmull(points: Sequence[Point], closed: bool) -> list[Point]:
    """A centripetal Catmull-Rom curve through points."""
    if not closed:
        first = tuple(2 * a - b for a, b in zip(points[0], points[1], strict=True))
        last = tuple(2 * a - b for a, b in zip(points[-1], points[-2], strict=True))
        points = [(first[0], first[1]), *points, (last[0], last[1])]
    n = len(points)
    out: list[Point] = []
    for i in range(n) if closed else range(1, n - 2):
        quad = [points[(i + k) % n] for k in (-1, 0, 1, 2)]
        out.extend(_segment(quad))
    out.append(out[0] if closed else points[-2])
    return out


def _segment(quad: list[Point]) -> list[Point]:
    knots = [0.0]
    for a, b in itertools.pairwise(quad):
        knots.append(knots[-1] + max(1e-6, math.dist(a, b)) ** 0.5)

    def blend(a: Point, b: Point, ta: float, tb: float, t: float) -> Point:
        p, q = (tb - t) / (tb - ta), (t - ta) / (tb - ta)
        return p * a[0] + q * b[0], p * a[1] + q * b[1]

    t0, t1, t2, t3 = knots
    out = []
    for k in range(_SAMPLES):
        t = t1 + (t2 - t1) * k / _SAMPLES
        a = blend(quad[0], quad[1], t0, t1, t)
        b = blend(quad[1], quad[2], t1, t2, t)
        c = blend(quad[2], quad[3], t2, t3, t)
        out.append(blend(blend(a, b, t0, t2, t), blend(b, c, t1, t3, t), t1, t2, t))
    return out


@lru_cache(maxsize=32)
def lay_road(field: Box, n: int, loop: bool, largest: float) -> Road:
    """The road of n spaces in a field; ``largest`` is the radius a space has at most."""
    inner = field.inset(largest * ROAD_TO_RADIUS / 2)
    line = catmull(_loop_points(inner) if loop else _road_points(inner), loop)
    reached = [0.0]
    for a, b in itertools.pairwise(line):
        reached.append(reached[-1] + math.dist(a, b))
    n = max(1, n)
    shares = [(i + 0.5) / n if loop else i / max(1, n - 1) for i in range(n)]
    places = tuple(share * reached[-1] for share in shares)
    bare = Road(loop, tuple(line), tuple(reached), (), places, 0.0, 0.0, field, field)
    spaces = tuple(bare.point(d) for d in places)
    radius = _radius(bare, spaces, largest)
    ready = replace(bare, spaces=spaces, radius=radius, width=radius * ROAD_TO_RADIUS)
    return replace(ready, plate=_plate(ready))


def _loop_points(inner: Box) -> list[Point]:
    ratio = inner.w / max(1.0, inner.h)
    turned = ratio < 0.97
    half = list(_WIDE_LOOP if max(ratio, 1 / ratio) > 2.0 else _CLOSE_LOOP)
    whole = [*half, *((-x, -y) for x, y in half)]
    if turned:
        whole = [(-y, x) for x, y in whole]
    reach_x = max(abs(x) for x, _ in whole)
    reach_y = max(abs(y) for _, y in whole)
    return [
        (inner.cx + x / reach_x * inner.w / 2, inner.cy + y / reach_y * inner.h / 2)
        for x, y in whole
    ]


def _road_points(inner: Box) -> list[Point]:
    shape = _WIDE_ROAD if inner.w > inner.h * 1.05 else _TALL_ROAD
    return [(inner.x + x * inner.w, inner.y + y * inner.h) for x, y in shape]


def _radius(road: Road, spaces: Sequence[Point], largest: float) -> float:
    """Radius of a space: as large as nothing touches."""
    nearest = min((math.dist(a, b) for a, b in itertools.combinations(spaces, 2)), default=1000.0)
    return max(6.0, min(largest, nearest / 2.24, (_nearest_legs(road) - 16) / ROAD_TO_RADIUS))


def _nearest_legs(road: Road) -> float:
    """The least distance between parts of the line that are far apart along it."""
    step = max(1, len(road.line) // 160)
    marks = list(zip(road.line, road.reached, strict=True))[::step]
    total = road.length
    least = 1000.0
    for (a, da), (b, db) in itertools.combinations(marks, 2):
        apart = abs(da - db)
        if road.loop:
            apart = min(apart, total - apart)
        if apart > 480:
            least = min(least, math.dist(a, b))
    return least


def _plate(road: Road) -> Box:
    """The largest plate at the place wished for that hides no space."""
    f = road.field
    if road.loop:
        wide = f.w > f.h * 1.9
        wish = Box(
            f.cx,
            f.cy,
            min(604.0 if wide else 480.0, f.w * 0.43),
            min(330.0, f.h * (0.40 if f.w > f.h * 1.3 else 0.33)),
        )
    elif f.w > f.h * 1.05:
        wish = Box(f.x + f.w * 0.165, f.y + f.h * 0.665, f.w * 0.30, min(330.0, f.h * 0.42))
    else:
        wish = Box(f.x + f.w * 0.575, f.y + f.h * 0.475, f.w * 0.72, min(360.0, f.h * 0.28))
    line = road.line[::3]
    for step in range(48):
        k = 1 - step * 0.02
        box = Box(wish.x - wish.w * k / 2, wish.y - wish.h * k / 2, wish.w * k, wish.h * k)
        if all(_apart(box, p) > road.radius + 10 for p in road.spaces) and all(
            _apart(box, p) > road.width / 2 - 16 for p in line
        ):
            break
    return box


def _apart(box: Box, point: Point) -> float:
    """Distance of a point from a box; 0 inside."""
    dx = max(box.x - point[0], 0.0, point[0] - box.right)
    dy = max(box.y - point[1], 0.0, point[1] - box.bottom)
    return math.hypot(dx, dy)
