"""Entries of a sheet: a row, and what its cells are for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from game.content.nodes import Cell, Mark
from game.content.sheets.columns import Table
from game.content.sheets.grid import Found, Row
from game.content.sheets.layout import Heading

Columns: TypeAlias = dict[int, tuple[Heading, Found]]
"""What the columns of a sheet are for, in the order of the deck's fields, and their headings."""


class Slot(NamedTuple):
    """One place of an entry."""

    heading: Heading
    name: str
    """The heading as it stands on the sheet."""
    at: Cell
    found: Found | None
    """None where the cell is empty."""


class Entry(NamedTuple):
    """One row: a card, a persona; of the deck itself, all of its fields."""

    at: Cell
    slots: list[Slot]


class Entries(NamedTuple):
    """What was found of one table."""

    table: Table
    at: Cell
    rows: list[Row]
    columns: Columns
    languages: dict[str, Mark]
    """Translations that have a column, and where its heading is."""
    decimal: str = ""
    """See `Grid`."""
    upright: Entry | None = None
    """The one entry of a table whose fields stand beneath one another."""

    @property
    def first(self) -> Cell:
        """Where the first entry stands; the table itself where there is none."""
        return self.rows[0].at if self.rows else self.at

    def entries(self) -> Iterator[Entry]:
        """One at a time: all their slots together would fill the memory."""
        if self.upright is not None:
            yield self.upright
        for row in self.rows:
            yield Entry(
                row.at,
                [
                    Slot(
                        heading,
                        name.text.strip(),
                        Cell(row.at.sheet, row.at.line, column),
                        row.cells.get(column),
                    )
                    for column, (heading, name) in self.columns.items()
                ],
            )


def languages_in(columns: Columns) -> dict[str, Mark]:
    """The translations that have a column, and the first heading of each."""
    found: dict[str, Mark] = {}
    for heading, name in columns.values():
        if heading.language:
            found.setdefault(heading.language, name.at)
    return found
