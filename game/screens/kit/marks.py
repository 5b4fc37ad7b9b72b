"""Where a zone's picture and name stand, so that they collide with nothing.

A coarse grid knows what is taken (road, plate, tags, strip) and which zone every cell
belongs to. Each zone takes the largest arrangement of picture and name that has a free
place, and of those places the one nearest to its stretch of road.
"""

from __future__ import annotations

import functools
import math
import operator
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.look.grid import Cells, Grid, columns_of
from game.look.road import Point, Road
from game.look.zones import Paper, Stretch
from game.screens.kit.markblocks import Block, blocks_of
from game.screens.kit.text import Align
from game.screens.kit.wall import Box, Wall

_AIRY = 70.0
"""Units further away that a place with room all round is worth."""


FAR = 1.5
"""From this type factor on the plate shows no die and tells of no persona."""
LAST = 5.0
"""What a plate costs that is only for names without any place."""


@dataclass(frozen=True)
class Mark:
    """A zone's picture and name on the board."""

    zone: int
    name: str
    picture: Box | None
    label: Box | None
    align: Align
    """How the name lies in its box."""
    size: float
    """Font size of the name, in units."""


@dataclass(frozen=True)
class Ground:
    """What a board's marks can stand on, whatever the size of its plate."""

    grid: Grid
    """Road, tags and the wall's edge are taken."""
    owner: Sequence[bytes]
    """One more than the zone each cell belongs to; 0 for none."""


def ground_of(wall: Wall, road: Road, sheets: Sequence[Paper], taken: Sequence[Box]) -> Ground:
    """All but the plate; ``taken`` are boxes to keep clear of. Takes longer than placing marks."""
    grid = Grid(wall.box)
    for p in road.line[:: max(1, int(12 / max(1.0, road.length / len(road.line))))]:
        grid.block_disc(p, road.width / 2 + 4)
        # Pawns reach above the road's upper edge and would cover a name that stands there.
        grid.block_disc((p[0], p[1] - road.radius * 0.4), road.width / 2 + 4)
    frame = (
        Box(0, 0, wall.width, 18), Box(0, 0, 18, wall.height),
        Box(wall.width - 18, 0, 18, wall.height),
        Box(0, road.field.bottom - 4, wall.width, wall.height),
    )  # fmt: skip
    for box in (*taken, *frame):
        grid.block(box)
    return Ground(grid, _owners(grid, sheets))


def place_marks(
    wall: Wall,
    road: Road,
    parts: Sequence[Stretch],
    ground: Ground,
    names: Sequence[str],
    pictures: Sequence[bool],
) -> list[Mark]:
    """A mark for every zone that has a place beside the road's plate.

    ``pictures`` tells which zones have a picture. A zone without room for both keeps its
    name, or nothing.
    """
    grid, owner = ground.grid.copy(), ground.owner
    grid.block(road.plate.inset(-14))
    out: list[Mark] = []
    seen: set[int] = set()
    for part in sorted(parts, key=lambda p: p.first - p.last):
        if part.zone is None or part.zone in seen or not 0 <= part.zone < len(names):
            continue
        seen.add(part.zone)
        blocks = blocks_of(wall, names[part.zone], pictures[part.zone])
        found = _in_zone(grid, road, part, owner, blocks)
        if found is not None:
            picture, label, align, size = found
            out.append(Mark(part.zone, names[part.zone], picture, label, align, size))
            for now_taken in (picture, label):
                if now_taken is not None:
                    grid.block(now_taken.inset(-6))
    return sorted(out, key=lambda mark: mark.zone)


def plates_of(road: Road, *, spacious: bool) -> Iterator[tuple[Box, float]]:
    """(the plate, what it costs to have it so) from the largest on.

    In a loop first the side gives way beyond which a zone has only what the plate leaves: its
    foot, as the zone above has the sky too; both flanks where the loop stands upright. A
    ``spacious`` plate has less to say than it has room for, and gives way all round.
    """
    plate = road.plate
    yield plate, 0.0
    upright = road.field.h > road.field.w
    for part in (0.86, 0.74) if upright or spacious else (0.95, 0.9):
        if road.loop and upright:
            yield plate.centred(plate.w * part, plate.h), 1 - part
        elif road.loop:
            yield plate.cut_top(plate.h * part)[0], 1 - part
    for part in (0.86, 0.74) if road.loop and spacious and not upright else ():
        slim = plate.centred(plate.w * 0.88, plate.h * part)
        for lift in (0.25, 0.5):
            yield slim.moved(0, -lift * (plate.h - slim.h)), 1.2 - part
    for part in (0.84, 0.76):
        # Words would be lost on it, or small: only for a name that has no place at all.
        yield plate.centred(plate.w * part, plate.h * part), LAST


def worth_of(wall: Wall, mark: Mark) -> float:
    """A name is worth most, then that it is as large as a label, then its picture."""
    picture = 0.0 if mark.picture is None else 0.6 + mark.picture.w / 1000
    return 20.0 + 10.0 * (mark.size / wall.S) ** 3 + picture


def _in_zone(
    grid: Grid, road: Road, part: Stretch, owner: Sequence[bytes], blocks: Sequence[Block]
) -> Found | None:
    """A place within the zone; where there is none, one for the name close to its road."""
    anchor = _anchor(road, part)
    own = bytes(i - 1 == part.zone for i in range(256))
    inside = [line.translate(own) for line in owner]
    grid.only(inside)
    found = _place(grid, anchor, blocks, _extent(inside))
    if found is None:
        near = grid.cells(Box(anchor[0] - 260, anchor[1] - 260, 520, 520))
        within = (
            max(0, near[0]),
            max(0, near[1]),
            min(grid.columns, near[2]),
            min(grid.rows, near[3]),
        )
        grid.only([b"\1" * grid.columns] * grid.rows)
        found = _place(grid, anchor, [b for b in blocks if b.picture is None], within)
    return found


def _anchor(road: Road, part: Stretch) -> Point:
    """What a zone's mark should be near: the middle of its stretch, a little inwards."""
    x, y = road.along((part.first + part.last) / 2)
    pull = 0.25 if road.loop else 0.0
    return x + (road.plate.cx - x) * pull, y + (road.plate.cy - y) * pull


def _extent(inside: Sequence[bytes]) -> tuple[int, int, int, int]:
    """Columns and rows (first, and one after the last) a zone's cells lie in."""
    rows = [y for y, line in enumerate(inside) if 1 in line]
    if not rows:
        return 0, 0, 0, 0
    lines = [inside[y] for y in rows]
    left, right = min(line.find(1) for line in lines), max(line.rfind(1) for line in lines)
    return left, rows[0], right + 1, rows[-1] + 1


def _owners(grid: Grid, sheets: Sequence[Paper]) -> list[bytes]:
    """One more than the zone whose sheet lies uppermost at each cell; 0 for none."""
    import pygame

    g = grid.cell
    board = pygame.Surface((grid.columns, grid.rows), depth=24)
    board.fill((0, 0, 0))
    for sheet in sheets:
        color = (0 if sheet.zone is None else sheet.zone + 1, 0, 0)
        for outline in sheet.outlines:
            pygame.draw.polygon(board, color, [(x / g - 0.5, y / g - 0.5) for x, y in outline])
    red = pygame.image.tobytes(board, "RGB")[::3]
    return [red[start : start + grid.columns] for start in range(0, len(red), grid.columns)]


Found = tuple[Box | None, Box, Align, float]
"""Picture, label, how the label lies, and its font size."""


def _place(grid: Grid, anchor: Point, blocks: Sequence[Block], within: Cells) -> Found | None:
    """The best free place of the first arrangement that has one."""
    for block in blocks:
        found = _place_block(grid, anchor, block, within)
        if found is not None:
            return found
    return None


def _ink(picture: Box) -> Box:
    """The part of a zone's drawing that is drawn on: it leaves air at its sides and top."""
    w, h = picture.w, picture.h
    return Box(picture.x + w * 0.07, picture.y + h * 0.09, w * 0.86, h * 0.87)


def _place_block(grid: Grid, anchor: Point, block: Block, within: Cells) -> Found | None:
    main = block.picture or block.labels[0].box
    body = grid.cells(_ink(block.picture) if block.picture else main)
    free, airy = grid.places(body), grid.places(body, 1)
    cells = [grid.cells(label.box) for label in block.labels]
    labels = [(free & grid.places(one), airy & grid.places(one, 1)) for one in cells]
    anywhere = functools.reduce(operator.or_, (room for room, _ in labels))
    best: tuple[float, int, int, int] | None = None
    for row in range(within[1], within[3]):
        for column in columns_of(anywhere.row(row)):
            if not within[0] <= column < within[2]:
                continue
            away = math.hypot(
                column * grid.cell + main.cx - anchor[0], row * grid.cell + main.cy - anchor[1]
            )
            if best is not None and away - _AIRY >= best[0]:
                continue
            for i, (room, more) in enumerate(labels):
                if room.at(column, row):
                    cost = away - (_AIRY if more.at(column, row) else 0) + i
                    if best is None or cost < best[0]:
                        best = (cost, column, row, i)
    if best is None:
        return None
    _, column, row, i = best
    label = block.labels[i]
    x, y = column * grid.cell, row * grid.cell
    picture = block.picture and block.picture.moved(x, y)
    return picture, label.box.moved(x, y), label.align, block.size
