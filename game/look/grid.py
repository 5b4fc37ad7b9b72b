"""A coarse grid of a board that knows what is taken."""

from __future__ import annotations

import math
from collections.abc import Sequence

from game.look.box import Box
from game.look.road import Point

FINEST = 12.0
"""Units of a cell; more on a board drawn out so long that it would have too many."""

Cells = tuple[int, int, int, int]
"""First column and row, and the ones after the last."""


class Grid:
    """Cells of a board, with sums so that any rectangle is tested in four look-ups."""

    def __init__(self, whole: Box) -> None:
        self.cell = max(FINEST, max(whole.w, whole.h) / 200)
        self.columns = int(whole.w / self.cell) + 1
        self.rows = int(whole.h / self.cell) + 1
        self.bad = [bytearray(self.columns) for _ in range(self.rows)]
        self.sums: list[list[int]] = []

    def block(self, box: Box) -> None:
        """Take a box."""
        x0, x1 = (
            max(0, math.floor(box.x / self.cell)),
            min(self.columns, math.ceil(box.right / self.cell)),
        )
        for y in range(
            max(0, math.floor(box.y / self.cell)), min(self.rows, math.ceil(box.bottom / self.cell))
        ):
            self.bad[y][x0:x1] = b"\1" * max(0, x1 - x0)

    def block_disc(self, p: Point, r: float) -> None:
        """Take a disc."""
        for y in range(
            max(0, int((p[1] - r) / self.cell)), min(self.rows, int((p[1] + r) / self.cell) + 1)
        ):
            dy = max(0.0, abs((y + 0.5) * self.cell - p[1]) - self.cell / 2)
            if dy > r:
                continue
            half = math.sqrt(r * r - dy * dy)
            x0 = max(0, math.floor((p[0] - half) / self.cell))
            x1 = min(self.columns, math.ceil((p[0] + half) / self.cell))
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

    def cells(self, box: Box) -> Cells:
        """The cells a box touches."""
        g = self.cell
        return (
            math.floor(box.x / g), math.floor(box.y / g),
            math.ceil(box.right / g), math.ceil(box.bottom / g),
        )  # fmt: skip

    def free(self, cells: Cells) -> bool:
        """Whether none of these cells is taken or off the board."""
        x0, y0, x1, y1 = cells
        if x0 < 0 or y0 < 0 or x1 > self.columns or y1 > self.rows:
            return False
        s = self.sums
        return s[y1][x1] - s[y0][x1] - s[y1][x0] + s[y0][x0] == 0


def shifted(cells: Cells, column: int, row: int, air: int = 0) -> Cells:
    """The same cells elsewhere, with ``air`` more all round."""
    x0, y0, x1, y1 = cells
    return x0 + column - air, y0 + row - air, x1 + column + air, y1 + row + air
