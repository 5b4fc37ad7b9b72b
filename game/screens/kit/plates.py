"""Where the parts of a team's plate lie, in each way a plate can be laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from game.screens.kit.digits import digits_width
from game.screens.kit.names import smallest_size
from game.screens.kit.text import Align
from game.screens.kit.wall import Box, Wall

Way = Literal["slim", "narrow", "under", "wide", "close", "high", "higher", "steps"]
"""Name and number beside the token (`slim`); name over number beside it (`narrow`); the name under
both (`under`); over a pile, in one row (`wide`), in one with a smaller token and number (`close`),
or with the name below in one line (`high`) or in two (`higher`); the number between the
facilitator's steppers (`steps`)."""

STEP, NUMBER = 60.0, 66.0
"""Widths of a stepper and of the number between two."""
LEAST_PART = 0.7
"""No plate becomes narrower than this part of what it has where all are equal."""


@dataclass(frozen=True)
class Content:
    """What a plate has to find room for."""

    name: str
    score: int | None
    note: str


@dataclass(frozen=True)
class Parts:
    """The places on one plate."""

    token: tuple[float, float, float]
    """Middle and size."""
    name: Box
    number: Box
    digits: float
    """Largest size of the number."""
    align: Align
    """The side the number keeps to."""
    spot: tuple[float, float]
    """What flies to the number lands here."""
    pile: Box | None = None


def parts_of(wall: Wall, cell: Box, content: Content, way: Way) -> Parts:
    """The places on a plate laid out one way."""
    match way:
        case "slim":
            return _slim(wall, cell, content)
        case "narrow" | "under":
            return _narrow(wall, cell, under=way == "under")
        case "wide" | "close":
            return _wide(wall, cell, content, roomy=way == "wide" and cell.w > 380)
        case "high" | "higher":
            return _high(wall, cell, lines=1 if way == "high" else 2)
        case "steps":
            return _steps(wall, cell)


def sizes_of(wall: Wall, cell: Box, way: Way) -> tuple[float, float]:
    """The largest and the smallest size of names laid out one way."""
    match way:
        case "slim":
            return min(wall.M, cell.h * 0.6), min(wall.S, cell.h * 0.5)
        case "under":
            return min(wall.M, cell.h * 0.4), wall.S
        case "wide" | "close":
            return wall.M, wall.S
        case _:
            return wall.S, wall.S


def lines_of(cell: Box, way: Way) -> int:
    """How many lines a name may take."""
    return 1 if way in ("narrow", "high") or (way == "slim" and cell.h < 80) else 2


@dataclass(frozen=True)
class Row:
    """How the plates of all teams are laid out."""

    cells: tuple[Box, ...]
    way: Way
    size: float
    """Of the names, in units; those that do not fit at it are smaller."""


@lru_cache(maxsize=64)
def lay_plates(
    wall: Wall,
    box: Box,
    columns: int,
    gap: float,
    names: tuple[str, ...],
    *,
    scored: bool,
    tall: bool = False,
    steppers: bool = False,
) -> Row:
    """Plates side by side in a box, ``columns`` in a row; ``scored`` if they tell scores.

    They are equally wide, unless a name would be smaller than a label: then short names
    give way to long ones. All names have one size, and it does not change with the scores.
    """
    cells = tuple(box.grid(len(names), columns, gap))
    # Measured without notes and with a score of 0, so that names keep their size all session.
    contents = tuple(Content(name, 0 if scored else None, "") for name in names)
    ways: tuple[Way, ...] = ("steps",) if steppers else _ways(wall, cells[0], tall)
    best: Row | None = None
    for way in ways:
        for even in (True, False):
            if not even and columns == 1:
                break
            row = cells if even else _uneven(wall, cells, columns, gap, contents, way)
            size = name_size(wall, row, contents, way)
            if best is None or size > best.size * 1.01:
                best = Row(row, way, size)
            # Slim plates show larger scores: for that names may be a tenth smaller.
            enough = 0.9 if way == "slim" and wall.is_far else 1.0
            if best.size >= sizes_of(wall, cells[0], way)[1] * enough - 0.51 / wall.u:
                return best
    assert best is not None
    return Row(best.cells, best.way, max(best.size, sizes_of(wall, cells[0], best.way)[1]))


def name_size(wall: Wall, cells: Sequence[Box], contents: Sequence[Content], way: Way) -> float:
    """The size at which the longest of the names fits."""
    named = [
        (one.name, parts_of(wall, cell, one, way).name)
        for cell, one in zip(cells, contents, strict=True)
    ]
    return smallest_size(
        wall, named, size=sizes_of(wall, cells[0], way), lines=lines_of(cells[0], way)
    )


def _uneven(
    wall: Wall,
    cells: tuple[Box, ...],
    columns: int,
    gap: float,
    contents: tuple[Content, ...],
    way: Way,
) -> tuple[Box, ...]:
    """The same plates, those with long names wider, the others equally narrower."""
    even = cells[0].w
    total = even * columns
    for part in (1.0, 0.9, 0.8, 0.7):
        size = sizes_of(wall, cells[0], way)[1] * part
        needs = [
            max(
                (
                    _needed(wall, cell, one, way, size)
                    for cell, one in zip(cells[i::columns], contents[i::columns], strict=True)
                ),
                default=0.0,
            )
            for i in range(columns)
        ]
        if sum(max(need, even * LEAST_PART) for need in needs) <= total:
            break
    else:
        return cells
    low, high = even * LEAST_PART, even
    for _step in range(12):  # the width of all that need no more
        middle = (low + high) / 2
        if sum(max(need, middle) for need in needs) > total:
            high = middle
        else:
            low = middle
    x, out = cells[0].x, []
    for need in needs:
        out.append((x, max(need, low)))
        x += out[-1][1] + gap
    return tuple(
        Box(out[i % columns][0], cell.y, out[i % columns][1], cell.h)
        for i, cell in enumerate(cells)
    )


def _needed(wall: Wall, cell: Box, content: Content, way: Way, size: float) -> float:
    """The least width of a plate whose name fits at a size."""
    low, high = cell.w * LEAST_PART, cell.w * 2
    for _step in range(8):
        middle = (low + high) / 2
        plate = Box(cell.x, cell.y, middle, cell.h)
        if name_size(wall, (plate,), (content,), way) >= size - 0.51 / wall.u:
            high = middle
        else:
            low = middle
    return high


def _ways(wall: Wall, cell: Box, tall: bool) -> tuple[Way, ...]:
    if tall and cell.h >= 130:
        return ("wide", "close") if cell.w > 300 else ("high", "higher")
    if cell.w < 300 and cell.h >= 100:
        return "narrow", "under"
    return ("slim", "under") if wall.is_far else ("slim",)


def _number_width(wall: Wall, content: Content, size: float, most: float) -> float:
    if content.note:
        return most * 0.42
    if content.score is None:
        return 0
    number = digits_width(wall, str(content.score), size)
    return min(most * 0.4, max(number, digits_width(wall, "00", size)) + 2)


def _slim(wall: Wall, cell: Box, content: Content) -> Parts:
    inner = cell.inset(max(14, min(24, cell.w * 0.05)), 4)
    size = min(58 * min(wall.seat, 1.34), cell.h * 0.76)
    digits = min(wall.M, cell.h * 0.62)
    right, rest = inner.cut_right(_number_width(wall, content, digits, inner.w))
    name = rest.cut_left(size, 14)[1].cut_right(0, 6)[1]
    return Parts(
        (inner.x + size / 2, cell.cy, size), name, right, digits, "right", (right.cx, cell.cy)
    )


def _narrow(wall: Wall, cell: Box, *, under: bool) -> Parts:
    inner = cell.inset(min(16, cell.w * 0.07), 5 if under else 8)
    if under:  # two lines of a name take most of it: the token fills the rest to the edge
        two = inner.h * 0.71 >= 1.95 * wall.S
        head, name = inner.cut_top(inner.h * (0.29 if two else 0.42), 0)
        size = head.h * 1.2
        number = head.cut_left(size, 12)[1]
    else:
        size = min(58, inner.w * 0.34, cell.h * 0.6)
        words = inner.cut_left(size, 14)[1]
        name, number = words.cut_top(words.h * 0.5)
    y = number.cy if under else cell.cy
    digits = min(wall.M, number.h * 1.15)
    spot = (number.x + 24, number.cy)
    return Parts((inner.x + size / 2, y, size), name, number, digits, "left", spot)


def _wide(wall: Wall, cell: Box, content: Content, *, roomy: bool) -> Parts:
    inner = cell.inset(26 if roomy else 16, 16)
    head, rest = inner.cut_top(min(74.0, inner.h * 0.6), 10)
    size = min(70.0 if roomy else 58.0, head.h)
    digits = min(wall.L if roomy else wall.M, head.h)
    right, left = head.cut_right(_number_width(wall, content, digits, head.w))
    name = left.cut_left(size, 14)[1].cut_right(0, 6)[1]
    spot = (right.cx, right.cy)
    return Parts((head.x + size / 2, head.cy, size), name, right, digits, "right", spot, rest)


def _high(wall: Wall, cell: Box, *, lines: int) -> Parts:
    inner = cell.inset(min(18, cell.w * 0.08), 10)
    head, rest = inner.cut_top(58, 0)
    right = head.cut_left(56, 12)[1]
    name, rest = rest.cut_top(wall.S * (1.15 if lines == 1 else 2.0), 2)
    spot = (right.right - 30, right.cy)
    digits = min(wall.L, 72)
    return Parts((head.x + 28, head.cy, 56), name, right, digits, "right", spot, rest)


def _steps(wall: Wall, cell: Box) -> Parts:
    inner = cell.inset(min(20, cell.w * 0.05), 6)
    step = min(STEP, inner.h, inner.w * 0.17)
    size = min(58.0, inner.h, inner.w * 0.2)
    wide = NUMBER * step / STEP
    number = Box(inner.right - step - wide, inner.y, wide, inner.h)
    name = Box(inner.x + size + 10, inner.y, number.x - step - inner.x - size - 16, inner.h)
    token = (inner.x + size / 2, cell.cy, size)
    return Parts(token, name, number, min(wall.M, 48), "center", (number.cx, number.cy))
