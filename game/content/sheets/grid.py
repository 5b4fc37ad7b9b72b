"""What stands in the cells of a spreadsheet, whichever kind of file it came from."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final, NamedTuple

from game.content.nodes import Cell

MOST_ROWS: Final = 50_000
"""Rows of one sheet that are read; the largest deck has fewer."""
MOST_CELLS: Final = 500_000
"""Filled cells of a file: as many as a file in YAML may have values. It bounds the memory."""


class Holds(Enum):
    """What a spreadsheet has made of what was typed."""

    TEXT = auto()
    NUMBER = auto()
    FLAG = auto()
    """TRUE or FALSE."""
    DATE = auto()
    """A date, a time or a duration."""
    FORMULA = auto()
    ERROR = auto()
    """`#REF!` and its kind."""


class Found(NamedTuple):
    """A cell that is not empty."""

    text: str
    """As it would be typed; of a formula, the formula."""
    at: Cell
    holds: Holds = Holds.TEXT


class Row(NamedTuple):
    """A row that is not empty."""

    at: Cell
    """Its first cell, also where that is empty."""
    cells: dict[int, Found]
    """By column, from 0; empty cells are not there."""

    def text(self, column: int) -> str:
        """What stands in a column; "" where nothing does."""
        found = self.cells.get(column)
        return found.text.strip() if found is not None else ""


class Grid(NamedTuple):
    """One sheet as it was found."""

    name: str
    """Empty in a file that is one table."""
    rows: list[Row]
    merged: tuple[tuple[Cell, str], ...] = ()
    """The first cell of each group of merged ones, and the group: `A3:A5`."""
    hidden: tuple[int, ...] = ()
    """Rows that are hidden, from 1."""
    decimal: str = ""
    """The sign before decimals; empty where a number that is a text may have either."""

    def cell(self, line: int, column: int) -> Cell:
        """A place in this sheet, both from 0."""
        return Cell(self.name, line, column)


def too_many() -> UnreadableSheetError:
    """The file is larger than any deck."""
    return UnreadableSheetError(f"the file holds more than {MOST_CELLS} filled cells")


class UnreadableSheetError(Exception):
    """A file is no spreadsheet that can be read; `str()` of it is a sentence."""

    def __init__(self, sentence: str, hint: str = "", at: Cell | None = None) -> None:
        super().__init__(sentence)
        self.hint = hint
        """How to mend it; may be empty."""
        self.at = at
        """Where, if it is a place."""
