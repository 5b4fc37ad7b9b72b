"""Lines with smooth edges: arcs and dashes, in pixels."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import pygame

from game.screens.kit.shapes import Place, Points, disc, smooth
from game.screens.kit.theme import Color


def arc(
    surface: pygame.Surface,
    centre: tuple[float, float],
    radius: float,
    width: float,
    part: float,
    color: Color,
) -> None:
    """A ring's part from twelve o'clock clockwise, with round ends.

    ``radius`` is that of the line's middle, ``part`` goes from 0 to 1; all in pixels.
    """
    part = min(1.0, max(0.0, part))
    if part <= 0 or radius <= 0 or width <= 0:
        return
    steps = max(2, round(part * 180))
    angles = [2 * math.pi * part * i / steps for i in range(steps + 1)]

    def on(r: float) -> list[tuple[float, float]]:
        return [(centre[0] + r * math.sin(a), centre[1] - r * math.cos(a)) for a in angles]

    # A clock's ring is redrawn every second while other things move, so there is no time to draw
    # it larger and scale it down. Its fill has corners at whole pixels and would look jagged: it
    # stays inside, and anti-aliased lines make the edges.
    half = width / 2
    deep = min(1.7, half)
    outer, inner = on(radius + half - deep), on(max(0.0, radius - half + deep))
    for (a, b), (d, c) in zip(itertools.pairwise(outer), itertools.pairwise(inner), strict=True):
        corners = [(round(x), round(y)) for x, y in (a, b, c, d)]
        pygame.draw.polygon(surface, color, corners)
    for inset in (1.9, 1.2, 0.5):
        if inset < half:
            pygame.draw.aalines(surface, color, False, on(radius + half - inset))
            pygame.draw.aalines(surface, color, False, on(max(0.0, radius - half + inset)))
    for end in (on(radius)[0], on(radius)[-1]) if part < 1 else ():
        disc(surface, end, width / 2, color)


def dashed(
    surface: pygame.Surface,
    rect: pygame.Rect,
    radius: int,
    color: Color,
    width: int,
    dash: tuple[float, float] = (16, 12),
) -> None:
    """A dashed line along the inside of a rounded rectangle; ``dash`` is (on, off) in pixels."""
    line = rounded_path(rect.inflate(-width, -width), max(0, radius - width // 2))
    lengths = [math.dist(a, b) for a, b in itertools.pairwise(line)]
    total = sum(lengths)
    if total <= 0 or width <= 0:
        return
    n = max(4, round(total / max(2.0, sum(dash))))
    on = total / n * dash[0] / sum(dash)
    strokes = [_part_of(line, lengths, i * total / n, i * total / n + on) for i in range(n)]

    def paint(big: pygame.Surface, place: Place, k: int) -> None:
        for part in strokes:
            _flat_line(big, place(part), width * k, (*color, 255))

    smooth(surface, rect.inflate(4, 4), color, paint)


def _flat_line(
    surface: pygame.Surface, points: Points, width: float, color: tuple[int, ...]
) -> None:
    """A thick line with flat ends."""
    for (ax, ay), (bx, by) in itertools.pairwise(points):
        length = math.hypot(bx - ax, by - ay)
        if length < 0.01:
            continue
        nx, ny = -(by - ay) / length * width / 2, (bx - ax) / length * width / 2
        corners = [(ax + nx, ay + ny), (bx + nx, by + ny), (bx - nx, by - ny), (ax - nx, ay - ny)]
        pygame.draw.polygon(surface, color, corners)
    for x, y in points[1:-1]:
        pygame.draw.circle(surface, color, (x, y), width / 2)


def rounded_path(rect: pygame.Rect, radius: int) -> list[tuple[float, float]]:
    """The closed line round a rounded rectangle, from its upper left, clockwise."""
    r = max(0, min(radius, rect.w // 2, rect.h // 2))
    centres = [
        (rect.right - r, rect.y + r, -90),
        (rect.right - r, rect.bottom - r, 0),
        (rect.x + r, rect.bottom - r, 90),
        (rect.x + r, rect.y + r, 180),
    ]
    points: list[tuple[float, float]] = [(rect.x + r, rect.y)]
    for cx, cy, start in centres:
        for step in range(9):
            a = math.radians(start + step * 11.25)
            points.append((cx + r * math.cos(a), cy + r * math.sin(a)))
    return [*points, points[0]]


def _part_of(
    line: Points, lengths: Sequence[float], start: float, end: float
) -> list[tuple[float, float]]:
    """The part of a line between two distances from its beginning."""
    out: list[tuple[float, float]] = []
    walked = 0.0
    for (a, b), length in zip(itertools.pairwise(line), lengths, strict=True):
        low, high = max(start, walked), min(end, walked + length)
        if length > 0 and low <= high:
            for at in (low, high):
                t = (at - walked) / length
                point = (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
                if not out or math.dist(out[-1], point) > 0.01:
                    out.append(point)
        walked += length
    return out
