"""Where teams' ways lie on the map of a session, on the wall and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, hypot, pi, sin
from typing import NamedTuple

from game.look.box import Box

LEAST_SPAN = 3
"""An axis is at least so many steps long: one step is no journey across the wall."""

Place = tuple[float, float]


class Ways(NamedTuple):
    """Each way's points, in its room's units."""

    points: tuple[tuple[Place, ...], ...]
    """A little aside from one another, so that ways that go together are all seen."""
    ends: tuple[Place, ...]
    """Where each end's token lies: beside the last point where others end there too."""
    zero: Place
    """Where both axes are 0."""


def lay_ways(
    room: Box, ways: Sequence[Sequence[tuple[int, int]]], *, apart: float, end: float
) -> Ways:
    """Lay out ways of (across, up), upward in the room.

    `apart` is between two that go the same way, `end` between the middles of their tokens.
    """
    xs = [x for way in ways for x, _y in way] or [0]
    ys = [y for way in ways for _x, y in way] or [0]
    low_x, high_x = _span(xs)
    low_y, high_y = _span(ys)

    def place(x: float, y: float) -> Place:
        return (
            room.x + (x - low_x) / (high_x - low_x) * room.w,
            room.bottom - (y - low_y) / (high_y - low_y) * room.h,
        )

    middle = (len(ways) - 1) / 2
    drawn = []
    for i, way in enumerate(ways):
        aside = (i - middle) * apart
        drawn.append(tuple((px + aside, py + aside) for px, py in (place(*at) for at in way)))
    wished = [points[-1] if points else place(0, 0) for points in drawn]
    return Ways(tuple(drawn), part(wished, end, room), place(0, 0))


def _span(values: Sequence[int]) -> tuple[float, float]:
    """(lowest, highest) of an axis."""
    low, high = min(0, *values), max(0, *values)
    return low, max(high, low + LEAST_SPAN)


def part(wished: Sequence[Place], apart: float, room: Box) -> tuple[Place, ...]:
    """The same points moved as little as it takes, so that any two are `apart` and all in `room`.

    Points that want the same place part in a fan, the first upward; in a room that is too small
    they come as far from one another as it goes.
    """
    at = [[x, y] for x, y in wished]
    n = len(at)
    for i, point in enumerate(at):  # equal places have no direction to part in: give them one
        point[0] += sin(2 * pi * i / max(1, n)) * 0.01 * apart
        point[1] -= cos(2 * pi * i / max(1, n)) * 0.01 * apart
    for _round in range(200):
        moved = False
        for i in range(n):
            for j in range(i + 1, n):
                dx, dy = at[j][0] - at[i][0], at[j][1] - at[i][1]
                far = hypot(dx, dy) or 0.001
                if far < apart - 0.5:
                    moved = True
                    push = (apart - far) / 2
                    for point, way in ((at[i], -1), (at[j], 1)):
                        point[0] += way * dx / far * push
                        point[1] += way * dy / far * push
        for point in at:
            point[0] = min(room.right, max(room.x, point[0]))
            point[1] = min(room.bottom, max(room.y, point[1]))
        if not moved:
            break
    return tuple((x, y) for x, y in at)
