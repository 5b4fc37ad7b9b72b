"""Rectangles to lay things out in: units on the wall, millimetres on paper."""

from __future__ import annotations

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle. Every method gives a new one."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.h

    @property
    def cx(self) -> float:
        """The x of its middle."""
        return self.x + self.w / 2

    @property
    def cy(self) -> float:
        """The y of its middle."""
        return self.y + self.h / 2

    def inset(self, dx: float, dy: float | None = None) -> Box:
        """Smaller by dx left and right, and dy (dx if absent) above and below; never negative."""
        dy = dx if dy is None else dy
        return Box(self.x + dx, self.y + dy, max(0.0, self.w - 2 * dx), max(0.0, self.h - 2 * dy))

    def moved(self, dx: float, dy: float) -> Box:
        """The same size elsewhere."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def centred(self, w: float, h: float) -> Box:
        """A box of that size with the same middle."""
        return Box(self.cx - w / 2, self.cy - h / 2, w, h)

    def cut_top(self, h: float, gap: float = 0) -> tuple[Box, Box]:
        """(the upper h, what is left below a gap)."""
        left = max(0.0, self.h - h - gap)
        return Box(self.x, self.y, self.w, h), Box(self.x, self.y + h + gap, self.w, left)

    def cut_bottom(self, h: float, gap: float = 0) -> tuple[Box, Box]:
        """(the lower h, what is left above a gap)."""
        left = max(0.0, self.h - h - gap)
        return Box(self.x, self.bottom - h, self.w, h), Box(self.x, self.y, self.w, left)

    def cut_left(self, w: float, gap: float = 0) -> tuple[Box, Box]:
        """(the left w, what remains right of a gap)."""
        left = max(0.0, self.w - w - gap)
        return Box(self.x, self.y, w, self.h), Box(self.x + w + gap, self.y, left, self.h)

    def cut_right(self, w: float, gap: float = 0) -> tuple[Box, Box]:
        """(the right w, what remains left of a gap)."""
        left = max(0.0, self.w - w - gap)
        return Box(self.right - w, self.y, w, self.h), Box(self.x, self.y, left, self.h)

    def rows(self, n: int, gap: float = 0) -> list[Box]:
        """Give n equal boxes below one another."""
        h = (self.h - gap * (n - 1)) / max(1, n)
        return [Box(self.x, self.y + i * (h + gap), self.w, max(0.0, h)) for i in range(n)]

    def columns(self, n: int, gap: float = 0) -> list[Box]:
        """Give n equal boxes beside one another."""
        w = (self.w - gap * (n - 1)) / max(1, n)
        return [Box(self.x + i * (w + gap), self.y, max(0.0, w), self.h) for i in range(n)]

    def grid(self, n: int, columns: int, gap: float = 0) -> list[Box]:
        """Give n equal boxes, row by row."""
        rows = -(-n // max(1, columns))
        return [cell for row in self.rows(rows, gap) for cell in row.columns(columns, gap)][:n]

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: Box) -> bool:
        """Whether the two overlap."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def joined(self, other: Box) -> Box:
        """The smallest box around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Box(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)
