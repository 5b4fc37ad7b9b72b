"""Where the picture and the name of a zone stand on the poster, so that they collide with nothing.

Simpler than on the wall: no strip, no tags and no pawns, only the road, the plate and one another.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.look.box import Box
from game.look.grid import Grid, columns_of
from game.look.road import Point, Road
from game.look.zones import Outline, Paper, Stretch
from game.report.paper.ink import Ink
from game.report.paper.typeset import BOLD, MM

_STEP = 2
"""Cells between the places that are tried."""
_AIR = 8.0
_EDGE = 16.0
"""Units kept free at the edge of the poster."""
_WIDTHS = (240.0, 210.0, 180.0, 150.0, 125.0, 100.0, 80.0)
"""Of a picture in units, the largest that has a place; without one the name stands alone."""
_NAMES = (34.0, 28.0, 22.0)
"""Sizes of a name in units, never smaller."""


@dataclass(frozen=True)
class Mark:
    """A zone's picture and name, in the board's units."""

    drawing: str
    picture: Box | None
    label: Box
    lines: tuple[str, ...]
    size: float

    @property
    def box(self) -> Box:
        """What both cover together."""
        return self.label if self.picture is None else self.label.joined(self.picture)


def place_marks(
    ink: Ink,
    whole: Box,
    road: Road,
    parts: Sequence[Stretch],
    sheets: Sequence[Paper],
    zones: Sequence[tuple[str, str]],
) -> list[Mark]:
    """A mark for each zone (name, drawing) that has a place, the longest stretches first.

    A zone without room inside its own paper stands as near to its road as it can.
    """
    grid = Grid(whole)
    for p in road.line[:: max(1, int(12 / max(1.0, road.length / len(road.line))))]:
        grid.block_disc(p, road.width / 2 + _AIR)
    grid.block(road.plate.inset(-_AIR))
    for side in (whole.cut_top(_EDGE), whole.cut_left(_EDGE), whole.cut_right(_EDGE)):
        grid.block(side[0])
    grid.block(whole.cut_bottom(_EDGE)[0])
    owners = _owners(grid, sheets)
    found: list[Mark] = []
    seen: set[int] = set()
    for part in sorted(parts, key=lambda part: part.first - part.last):
        if part.zone is None or part.zone in seen:
            continue
        seen.add(part.zone)
        x, y = road.along((part.first + part.last) / 2)
        # A little towards the middle, where a reader looks for it.
        anchor = (x + (whole.cx - x) * 0.2, y + (whole.cy - y) * 0.2)
        own = bytes(i - 1 == part.zone for i in range(256))
        inside = [bytes(line.translate(own)) for line in owners]
        anywhere = [b"\1" * grid.columns] * grid.rows
        mark = _placed(grid, anchor, list(_sizes(ink, *zones[part.zone])), (inside, anywhere))
        if mark is not None:
            found.append(mark)
            grid.block(mark.box.inset(-_AIR))
    return found


def _placed(
    grid: Grid, anchor: Point, marks: Sequence[Mark], areas: Iterable[Sequence[bytes]]
) -> Mark | None:
    """The largest mark that is free in one of these areas, as near to its road as it can be."""
    for area in areas:
        grid.only(area)
        for mark in marks:
            place = _nearest(grid, anchor, mark)
            if place is not None:
                return _moved(mark, *place)
    return None


def _nearest(grid: Grid, anchor: Point, mark: Mark) -> Point | None:
    """The free place for a mark nearest to a point; None where there is none."""
    free = grid.places(grid.cells(mark.box))
    # The place whose middle would be the anchor itself, in cells; the others by distance from it.
    column = (anchor[0] - mark.box.cx) / grid.cell
    row = (anchor[1] - mark.box.cy) / grid.cell
    best, place = math.inf, None
    for y in range(0, grid.rows, _STEP):
        for x in columns_of(free.row(y)):
            away = (x - column) ** 2 + (y - row) ** 2
            if away < best and x % _STEP == 0:
                best, place = away, (x * grid.cell, y * grid.cell)
    return place


def _owners(grid: Grid, sheets: Sequence[Paper]) -> list[bytearray]:
    """One more than the zone whose paper lies uppermost at each cell; 0 for none."""
    out = [bytearray(grid.columns) for _ in range(grid.rows)]
    for sheet in sheets:
        value = 0 if sheet.zone is None else sheet.zone + 1
        for outline in sheet.outlines:
            _fill(out, outline, grid.cell, value)
    return out


def _fill(out: Sequence[bytearray], outline: Outline, cell: float, value: int) -> None:
    """Give the cells whose middles lie in an outline a value, row by row."""
    low = min(y for _, y in outline)
    high = max(y for _, y in outline)
    edges = list(zip(outline, (*outline[1:], outline[0]), strict=True))
    for row in range(max(0, int(low / cell)), min(len(out), int(high / cell) + 1)):
        y = (row + 0.5) * cell
        crossed = sorted(
            ax + (y - ay) / (by - ay) * (bx - ax)
            for (ax, ay), (bx, by) in edges
            if (ay > y) != (by > y)
        )
        for start, end in zip(crossed[::2], crossed[1::2], strict=False):
            first = max(0, math.ceil(start / cell - 0.5))
            last = min(len(out[row]) - 1, math.floor(end / cell - 0.5))
            if last >= first:
                out[row][first : last + 1] = bytes([value]) * (last - first + 1)


def _sizes(ink: Ink, name: str, drawing: str) -> Iterator[Mark]:
    """Picture over name at 0, 0: names of one size as long as there is room, then smaller ones."""
    widths = _WIDTHS if ink.pictures.has(drawing) else ()
    for size in _NAMES:
        yield from (_sized(ink, name, drawing, width, size) for width in widths)
    yield from (_sized(ink, name, drawing, 0.0, size) for size in _NAMES)


def _sized(ink: Ink, name: str, drawing: str, width: float, size: float) -> Mark:
    """A picture of a width (0: none) over a name that parts no word."""
    word = max(ink.type.width(one, BOLD, size) for one in name.split()) / MM
    lines = ink.type.lines(name, BOLD, size, max(width * 1.15, 190.0, word + 1) * MM)
    wide = max(ink.type.width(line, BOLD, size) for line in lines) / MM + 2
    across = max(width, wide)
    top = width / ink.pictures.shape_of(drawing) if width else 0.0
    picture = Box((across - width) / 2, 0, width, top) if width else None
    label = Box((across - wide) / 2, top, wide, len(lines) * size * 1.15)
    return Mark(drawing, picture, label, tuple(lines), size)


def _moved(mark: Mark, x: float, y: float) -> Mark:
    picture = mark.picture.moved(x, y) if mark.picture is not None else None
    return Mark(mark.drawing, picture, mark.label.moved(x, y), mark.lines, mark.size)
