"""Sheets of paper, and the cards that are cut from them; all in millimetres."""

from __future__ import annotations

from dataclasses import dataclass

from game.look.box import Box

CARD = (92.0, 128.0)
"""Width and height of an ordinary card: four of them fit A4 and Letter alike."""
GUTTER = 4.0
"""Between two cards, so that a cut beside the line shows no neighbour."""
BLEED = 2.0
"""How far colour runs on beyond the cut: two sides of a sheet never meet quite exactly."""
PAD = 6.5
"""From the cut to what must not be cut off."""


@dataclass(frozen=True)
class Paper:
    """A size of sheet, upright."""

    name: str
    w: float
    h: float

    @property
    def box(self) -> Box:
        """The whole sheet."""
        return Box(0, 0, self.w, self.h)

    @property
    def lying(self) -> Paper:
        """The same sheet, on its long side."""
        return Paper(self.name, self.h, self.w)


A4 = Paper("a4", 210.0, 297.0)
LETTER = Paper("letter", 215.9, 279.4)
PAPERS = {paper.name: paper for paper in (A4, LETTER)}
"""What can be printed on, by the name the command knows it by."""

POSTERS = {"a4": Paper("a3", 420.0, 297.0), "letter": Paper("tabloid", 431.8, 279.4)}
"""The sheet twice as large, lying, for a board on one page."""


def slots(paper: Paper, columns: int = 2, rows: int = 2) -> list[Box]:
    """Where the cards of a sheet lie, row by row; one column is a card twice as wide."""
    w, h = CARD
    if columns == 1:
        w = 2 * w + GUTTER
    across = columns * w + (columns - 1) * GUTTER
    down = rows * h + (rows - 1) * GUTTER
    left, top = (paper.w - across) / 2, (paper.h - down) / 2
    return [
        Box(left + column * (w + GUTTER), top + row * (h + GUTTER), w, h)
        for row in range(rows)
        for column in range(columns)
    ]


def mirrored(box: Box, paper: Paper) -> Box:
    """Where a box lies seen from the other side of a sheet that is turned over its long edge."""
    return Box(paper.w - box.right, box.y, box.w, box.h)
