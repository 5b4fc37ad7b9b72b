"""A coarse grid of a board that knows what is taken."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.look.box import Box
from game.look.road import Point

FINEST = 12.0
"""Units of a cell; more on a board drawn out so long that it would have too many."""

Cells = tuple[int, int, int, int]
"""First column and row, and the ones after the last."""
_AS_DIGITS = bytes.maketrans(b"\0\1", b"01")


class Grid:
    """Cells of a board; for any rectangle it tells at once everywhere it is free.

    A row is a number with a bit a cell, and all rows are one number with room between them, so
    that a whole board is tested with a few shifts.
    """

    def __init__(self, whole: Box) -> None:
        self._whole = whole
        self.cell = max(FINEST, max(whole.w, whole.h) / 200)
        self.columns = int(whole.w / self.cell) + 1
        self.rows = int(whole.h / self.cell) + 1
        self._stride = 3 * self.columns
        """Bits a row: two rows' worth between them, so that nothing runs over into another."""
        self._bad = [0] * self.rows
        self._free: dict[tuple[int, int], int] = {(1, 1): 0}
        """Upper left corners of the free rectangles of so many columns and rows."""

    def copy(self) -> Grid:
        """The same cells taken; what is taken from now on is taken in one of the two."""
        other = Grid(self._whole)
        other._bad = self._bad.copy()
        return other

    def block(self, box: Box) -> None:
        """Take a box."""
        x0, x1 = math.floor(box.x / self.cell), math.ceil(box.right / self.cell)
        for y in range(
            max(0, math.floor(box.y / self.cell)), min(self.rows, math.ceil(box.bottom / self.cell))
        ):
            self._bad[y] |= self._between(x0, x1)

    def block_disc(self, p: Point, r: float) -> None:
        """Take a disc."""
        x, g = p[0], self.cell
        first = max(0, int((p[1] - r) / g))
        for y in range(first, min(self.rows, int((p[1] + r) / g) + 1)):
            dy = abs((y + 0.5) * g - p[1]) - g / 2
            if dy > r:
                continue
            half = math.sqrt(r * r - dy * dy) if dy > 0 else r
            self._bad[y] |= self._between(math.floor((x - half) / g), math.ceil((x + half) / g))

    def _between(self, x0: int, x1: int) -> int:
        """The bits of columns from the first up to the last, which is not one of them."""
        if x1 <= 0:
            return 0
        return (1 << min(self.columns, x1)) - 1 >> max(0, x0) << max(0, x0)

    def only(self, inside: Sequence[bytes]) -> None:
        """From now on only cells that are 1 here, and that nothing has taken, are free."""
        free = 0
        for bad, zone in zip(reversed(self._bad), reversed(inside), strict=True):
            free = free << self._stride | int(zone[::-1].translate(_AS_DIGITS), 2) & ~bad
        self._free = {(1, 1): free}

    def cells(self, box: Box) -> Cells:
        """The cells a box touches."""
        g = self.cell
        return (
            math.floor(box.x / g), math.floor(box.y / g),
            math.ceil(box.right / g), math.ceil(box.bottom / g),
        )  # fmt: skip

    def places(self, cells: Cells, air: int = 0) -> Places:
        """How far these cells, with ``air`` more all round, can be moved to be free."""
        x0, y0, x1, y1 = cells[0] - air, cells[1] - air, cells[2] + air, cells[3] + air
        if not -self.columns < x0 < self.columns or x1 - x0 > self.columns:
            return Places(0, self._stride, self.columns)
        free = self._corners(max(1, x1 - x0), max(1, y1 - y0))
        by = y0 * self._stride + x0
        return Places(free >> by if by >= 0 else free << -by, self._stride, self.columns)

    def _corners(self, columns: int, rows: int) -> int:
        known = self._free.get((columns, rows))
        if known is None:
            wide = _narrowed(self._free[1, 1], columns, 1)
            known = self._free[columns, rows] = _narrowed(wide, rows, self._stride)
        return known


@dataclass(frozen=True)
class Places:
    """Places of a board, a bit each."""

    bits: int
    stride: int
    columns: int

    def row(self, y: int) -> int:
        """Those of one row, a bit a column."""
        return self.bits >> y * self.stride & (1 << self.columns) - 1

    def at(self, x: int, y: int) -> bool:
        """Whether this is one of them."""
        return bool(self.bits >> y * self.stride + x & 1)

    def __and__(self, other: Places) -> Places:
        """Places that are both."""
        return Places(self.bits & other.bits, self.stride, self.columns)

    def __or__(self, other: Places) -> Places:
        """Places that are either."""
        return Places(self.bits | other.bits, self.stride, self.columns)


def columns_of(row: int) -> Iterator[int]:
    """The columns whose bits are set, from the left."""
    while row:
        lowest = row & -row
        yield lowest.bit_length() - 1
        row ^= lowest


def _narrowed(bits: int, count: int, step: int) -> int:
    """Bits with ``count - 1`` more set after them, each ``step`` from the one before."""
    done = 1
    while done < count:
        more = min(done, count - done)
        bits &= bits >> more * step
        done += more
    return bits
