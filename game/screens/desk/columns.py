"""Many controls on one small sheet: sections under headings, in as many columns as it takes.

Whatever the facilitator may want is one press away and its place is found by its heading. Short
controls stand two in a line. Rows are a little smaller than the desk's, and still larger than a
finger: on a full-HD wall they are 52 pixels high.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import TypeVar

from game.screens import parts
from game.screens.desk import rows as lines
from game.screens.desk.places import MARGIN, PAD
from game.screens.desk.rows import Row
from game.screens.kit.text import BOLD
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.parts import Part

T = TypeVar("T")
SCALE = 0.82
"""Of rows and their type, against the desk's."""
COLUMN, BETWEEN = 420.0, 22.0
GAP = 5.0
HEADING = 34.0
BREAK = 10.0
"""Over a section that is not the first of its column."""
CALM = 0.62
"""A sheet higher than this part of the wall takes another column, where there is room for one."""
MOST_COLUMNS = 3


@dataclass(frozen=True)
class Section:
    """Controls that belong together."""

    title: str
    """What they are about; "" where that needs no words."""
    rows: Sequence[Row]


@dataclass(frozen=True)
class Laid:
    """Where everything stands, from the corner of the sheet's body."""

    w: float
    h: float
    headings: tuple[tuple[str, Box], ...]
    rows: tuple[tuple[Row, Box], ...]


def small(wall: Wall) -> Wall:
    """The facilitator's wall, for the type of such a sheet."""
    return replace(wall, seat=SCALE)


def lay(wall: Wall, sections: Sequence[Section]) -> Laid:
    """The sections in their order, down one column after another."""
    wall = small(wall)
    heights = [_height(wall, section) for section in sections]
    fits = int((wall.width - 2 * (MARGIN + PAD) + BETWEEN) / (COLUMN + BETWEEN))
    most = max(1, min(fits, MOST_COLUMNS, len(sections)))
    for count in range(1, most + 1):
        found = _columns(heights, count)
        if max(map(sum, _cut(heights, found))) <= wall.height * CALM:
            break
    headings: list[tuple[str, Box]] = []
    rows: list[tuple[Row, Box]] = []
    deepest = 0.0
    for i, column in enumerate(_cut(list(sections), found)):
        x, y = i * (COLUMN + BETWEEN), 0.0
        for section in column:
            y += BREAK if y else 0.0
            if section.title:
                headings.append((section.title, Box(x + 4, y, COLUMN - 8, HEADING)))
                y += HEADING
            for line in _lines(wall, section):
                for row, place in line:
                    rows.append((row, place.moved(x, y)))
                y += line[0][1].h + GAP
        deepest = max(deepest, y - GAP)
    count = len(found) + 1
    w = count * (COLUMN + BETWEEN) - BETWEEN
    return Laid(w, deepest, tuple(headings), tuple(rows))


def placed(wall: Wall, laid: Laid, body: Box) -> list[Part]:
    """As drawn and pointed at."""
    wall = small(wall)
    found = [
        parts.label(title, box.moved(body.x, body.y), size=wall.S, weight=BOLD, grey=True, lines=1)
        for title, box in laid.headings
    ]
    for row, box in laid.rows:
        part = lines.part(box.moved(body.x, body.y), row)
        found.append(replace(part, draw=_smaller(part)))
    return found


def _smaller(part: Part) -> Callable[[Canvas], None]:
    return lambda canvas: part.draw(replace(canvas, wall=small(canvas.wall)))


def _lines(wall: Wall, section: Section) -> list[list[tuple[Row, Box]]]:
    """The rows of a section, two in a line where both have room there."""
    half, high = (COLUMN - GAP) / 2, lines.ROW * wall.seat
    found: list[list[tuple[Row, Box]]] = []
    left = list(section.rows)
    while left:
        row = left.pop(0)
        if left and all(_is_short(wall, one, half) for one in (row, left[0])):
            second = Box(half + GAP, 0, half, high)
            found.append([(row, Box(0, 0, half, high)), (left.pop(0), second)])
        else:
            found.append([(row, Box(0, 0, COLUMN, lines.height(wall, row, COLUMN)))])
    return found


def _is_short(wall: Wall, row: Row, w: float) -> bool:
    return not row.value and lines.is_one_line(wall, row, w)


def _height(wall: Wall, section: Section) -> float:
    heading = HEADING if section.title else 0.0
    return heading + sum(line[0][1].h + GAP for line in _lines(wall, section)) + BREAK


def _columns(heights: Sequence[float], count: int) -> tuple[int, ...]:
    """Where columns begin after the first, so that the highest is as low as can be."""
    ways = combinations(range(1, len(heights)), min(count, len(heights)) - 1)
    return min(ways, key=lambda starts: max(map(sum, _cut(heights, starts))))


def _cut(things: Sequence[T], starts: Sequence[int]) -> list[Sequence[T]]:
    edges = [0, *starts, len(things)]
    return [things[a:b] for a, b in pairwise(edges)]
