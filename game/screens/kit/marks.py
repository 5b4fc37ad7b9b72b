"""Where a zone's picture and name stand, so that they collide with nothing.

A coarse grid knows what is taken (road, plate, tags, strip) and which zone every cell
belongs to. Each zone takes the largest arrangement of picture and name that has a free
place, and of those places the one nearest to its stretch of road.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from game.screens.kit.road import Point, Road
from game.screens.kit.text import BOLD, fit
from game.screens.kit.wall import Box, Wall
from game.screens.kit.zones import Paper, Stretch

_G = 20.0
PICTURE_SHAPE = 200 / 240
_WIDTHS = (204, 186, 168, 150, 134, 118, 104, 90)


@dataclass(frozen=True)
class Mark:
    """A zone's picture and name on the board."""

    zone: int
    name: str
    picture: Box | None
    label: Box | None
    align: str
    """How the name lies in its box: left, center or right."""


class _Grid:
    """Cells of the wall, with sums so that any rectangle is tested in four look-ups."""

    def __init__(self, wall: Wall) -> None:
        self.columns = int(wall.width / _G) + 1
        self.rows = int(wall.height / _G) + 1
        self.bad = [bytearray(self.columns) for _ in range(self.rows)]
        self.sums: list[list[int]] = []

    def block(self, box: Box) -> None:
        """Take a box."""
        x0, x1 = max(0, math.floor(box.x / _G)), min(self.columns, math.ceil(box.right / _G))
        for y in range(max(0, math.floor(box.y / _G)), min(self.rows, math.ceil(box.bottom / _G))):
            self.bad[y][x0:x1] = b"\1" * max(0, x1 - x0)

    def block_disc(self, p: Point, r: float) -> None:
        """Take a disc."""
        for y in range(max(0, int((p[1] - r) / _G)), min(self.rows, int((p[1] + r) / _G) + 1)):
            dy = max(0.0, abs((y + 0.5) * _G - p[1]) - _G / 2)
            if dy > r:
                continue
            half = math.sqrt(r * r - dy * dy)
            x0 = max(0, math.floor((p[0] - half) / _G))
            x1 = min(self.columns, math.ceil((p[0] + half) / _G))
            self.bad[y][x0:x1] = b"\1" * max(0, x1 - x0)

    def only(self, inside: Sequence[bytearray]) -> None:
        """Make the sums of what is bad or outside."""
        above = [0] * (self.columns + 1)
        self.sums = [above]
        for bad, zone in zip(self.bad, inside, strict=True):
            line, total = [0], 0
            for x in range(self.columns):
                total += bad[x] or not zone[x]
                line.append(above[x + 1] + total)
            self.sums.append(line)
            above = line

    def free(self, x0: int, y0: int, x1: int, y1: int) -> bool:
        """Whether no cell from x0, y0 up to x1, y1 is taken."""
        if x0 < 0 or y0 < 0 or x1 > self.columns or y1 > self.rows:
            return False
        s = self.sums
        return s[y1][x1] - s[y0][x1] - s[y1][x0] + s[y0][x0] == 0


@dataclass(frozen=True)
class _Block:
    """One arrangement of picture and name, from its upper left corner."""

    w: float
    h: float
    picture: Box | None
    label: Box | None
    align: str


def place_marks(
    wall: Wall,
    road: Road,
    parts: Sequence[Stretch],
    sheets: Sequence[Paper],
    names: Sequence[str],
    pictures: Sequence[bool],
    taken: Sequence[Box],
) -> list[Mark]:
    """A mark for every zone that has a place; ``taken`` are boxes to keep clear of.

    ``pictures`` tells which zones have a picture. A zone without room for both keeps its
    name, or nothing.
    """
    grid = _Grid(wall)
    for p in road.line[:: max(1, int(12 / max(1.0, road.length / len(road.line))))]:
        grid.block_disc(p, road.width / 2 + 10)
    for box in (*taken, road.plate.inset(-18)):
        grid.block(box)
    for box in (
        Box(0, 0, wall.width, 20), Box(0, 0, 20, wall.height),
        Box(wall.width - 20, 0, 20, wall.height),
        Box(0, road.field.bottom - 4, wall.width, wall.height),
    ):  # fmt: skip
        grid.block(box)
    owner = _owners(grid, sheets)
    out: list[Mark] = []
    seen: set[int] = set()
    for part in sorted(parts, key=lambda p: p.first - p.last):
        if part.zone is None or part.zone in seen or part.zone >= len(names):
            continue
        seen.add(part.zone)
        inside = [bytearray(o == part.zone for o in line) for line in owner]
        grid.only(inside)
        mark = _place(wall, road, grid, part, names[part.zone], pictures[part.zone])
        if mark is not None:
            out.append(mark)
            for box in (mark.picture, mark.label):
                if box is not None:
                    grid.block(box.inset(-6))
    return sorted(out, key=lambda mark: mark.zone)


def _owners(grid: _Grid, sheets: Sequence[Paper]) -> list[list[int]]:
    """Which zone's sheet lies uppermost at each cell; -1 for none."""
    import pygame

    board = pygame.Surface((grid.columns, grid.rows))
    board.fill((0, 0, 0))
    for sheet in sheets:
        color = (0 if sheet.zone is None else sheet.zone + 1, 0, 0)
        for outline in sheet.outlines:
            pygame.draw.polygon(board, color, [(x / _G - 0.5, y / _G - 0.5) for x, y in outline])
    return [[board.get_at((x, y))[0] - 1 for x in range(grid.columns)] for y in range(grid.rows)]


def _blocks(wall: Wall, name: str, has_picture: bool) -> list[list[_Block]]:
    """Arrangements from the best to the last resort; those of one list are equals."""
    labels = []
    one = fit(wall, name, 900, size=wall.S, weight=BOLD, lines=1, leading=1.15)
    labels.append((one.width + 4, one.height))
    if " " in name or one.width > 260:
        two = fit(wall, name, max(150.0, one.width * 0.62), size=wall.S, weight=BOLD,
                  leading=1.15, balance=True)  # fmt: skip
        labels.append((two.width + 4, two.height))
    out: list[list[_Block]] = []
    if has_picture:
        for w in _WIDTHS:
            for lw, lh in labels:
                out.append(_with_picture(float(w), w * PICTURE_SHAPE, lw, lh))
    for lw, lh in labels:
        out.append([_Block(lw, lh, None, Box(0, 0, lw, lh), "center")])
    return out


def _with_picture(w: float, h: float, lw: float, lh: float) -> list[_Block]:
    whole = max(w, lw)
    gap = 14.0
    low = h - lh - h * 0.08
    return [
        _Block(whole, h + lh + 2, Box((whole - w) / 2, 0, w, h),
               Box((whole - lw) / 2, h + 2, lw, lh), "center"),
        _Block(w + gap + lw, h, Box(0, 0, w, h), Box(w + gap, low, lw, lh), "left"),
        _Block(w + gap + lw, h, Box(lw + gap, 0, w, h), Box(0, low, lw, lh), "right"),
    ]  # fmt: skip


def _place(
    wall: Wall, road: Road, grid: _Grid, part: Stretch, name: str, has_picture: bool
) -> Mark | None:
    x, y = road.along((part.first + part.last) / 2)
    pull = 0.22 if road.loop else 0.0
    anchor = x + (road.plate.cx - x) * pull, y + (road.plate.cy - y) * pull
    for equals in _blocks(wall, name, has_picture):
        best: tuple[float, int, int, _Block] | None = None
        for block in equals:
            w, h = math.ceil(block.w / _G), math.ceil(block.h / _G)
            for row in range(grid.rows - h + 1):
                for column in range(grid.columns - w + 1):
                    if not grid.free(column, row, column + w, row + h):
                        continue
                    airy = grid.free(column - 1, row - 1, column + w + 1, row + h + 1)
                    dx = (column + w / 2) * _G - anchor[0]
                    dy = (row + h / 2) * _G - anchor[1]
                    cost = math.hypot(dx, dy) - (90 if airy else 0)
                    if best is None or cost < best[0]:
                        best = (cost, column, row, block)
        if best is not None:
            return _mark(part, name, best)
    return None


def _mark(part: Stretch, name: str, best: tuple[float, int, int, _Block]) -> Mark:
    _, column, row, block = best
    w, h = math.ceil(block.w / _G) * _G, math.ceil(block.h / _G) * _G
    dx, dy = column * _G + (w - block.w) / 2, row * _G + (h - block.h) / 2
    picture = block.picture.moved(dx, dy) if block.picture else None
    label = block.label.moved(dx, dy) if block.label else None
    return Mark(part.zone or 0, name, picture, label, block.align)
