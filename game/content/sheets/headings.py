"""Rows of headings: what they mean, and what stands where no heading is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.content.checks import duplicate_key, unknown_field
from game.content.checks import sheet as check
from game.content.nodes import Cell
from game.content.report import Report
from game.content.sheets.columns import Said, Table
from game.content.sheets.entry import Columns
from game.content.sheets.grid import Found, Grid, Row
from game.content.sheets.layout import FIELD, HEADINGS, SECTION, plain, spoken
from game.content.suggest import closest
from game.content.wording import quoted

FOR_ONESELF: Final = "#"
"""Begins the heading of a column, or the name of a sheet, that is not read."""
_MARKS = {plain(name) for name in (*FIELD, *SECTION)}


def headings_in(row: Row, tables: Sequence[Table], report: Report) -> Columns:
    """The columns of a row of headings; one that no table has, or twice, is said."""
    found: Columns = {}
    first: dict[tuple[Said, str], Found] = {}
    for column, cell in row.cells.items():
        text = cell.text.strip()
        if text.startswith(FOR_ONESELF) or (column == 0 and plain(text) in _MARKS):
            continue
        known = [one for one in (HEADINGS[table.section].find(text) for table in tables) if one]
        if not known:
            _say_unknown(cell, [one.text for one in row.cells.values()], tables, report)
            continue
        key = (known[0].column.name, known[0].language)
        if key in first:
            report.say(
                duplicate_key.ID,
                cell.at,
                f"{quoted(text)} stands here a second time; the first is in {first[key].at.alone}",
                hint="keep one of them",
                steps=(),
            )
            continue
        first[key] = cell
        found[column] = (known[0], cell)
    return found


def headings_of_table(top: Row, table: Table, columns: set[int]) -> Columns:
    """What the headings of a CSV mean to one of its tables."""
    found: Columns = {}
    for column in sorted(columns):
        heading = HEADINGS[table.section].find(top.cells[column].text)
        if heading is not None:
            found[column] = (heading, top.cells[column])
    return in_order(found, table)


def _say_unknown(
    cell: Found, there: Sequence[str], tables: Sequence[Table], report: Report
) -> None:
    whose = cell.at.sheet if len(tables) == 1 else "a deck"
    language = spoken([cell.at.sheet, *there])
    # Also as other people say it, and in YAML; but what is suggested is in the sheet's language.
    columns = [one for table in tables for one in table.columns]
    names = {
        name: one.name.in_(language)
        for one in columns
        for name in (*one.name, *([one.field] if len(one.path) == 1 else []))
    }
    near = names.get(closest(cell.text.strip(), names) or "")
    report.say(
        unknown_field.ID,
        cell.at,
        f"{quoted(cell.text)} is no column of {whose}",
        hint=f'did you mean "{near}"?' if near else "a column for yourself begins with #",
        steps=(),
    )


def say_missing(headings: Columns, table: Table, at: Cell, report: Report) -> None:
    """Say the columns that every entry needs and that are not there."""
    there = {heading.column for heading, _ in headings.values() if not heading.language}
    language = spoken([at.sheet, *(found.text for _heading, found in headings.values())])
    for column in table.columns:
        if table.needed(column) and column not in there:
            check.no_column(report, at, column.name.in_(language))


def in_order(headings: Columns, table: Table) -> Columns:
    """However the columns were moved about, a deck has its fields in one order."""
    order = {column: place for place, column in enumerate(table.columns)}
    return dict(sorted(headings.items(), key=lambda item: order[item[1][0].column]))


def look_for_merged(grid: Grid, top: int, report: Report) -> None:
    """Merged cells from the headings on; above them anything may stand."""
    for at, cells in grid.merged:
        if at.line >= top:
            check.merged(report, at, cells)


def look_for_hidden(grid: Grid, top: int, report: Report) -> None:
    """Say which rows beneath the headings are hidden and have something in them."""
    there = {row.at.line for row in grid.rows}
    hidden = [one for one in grid.hidden if one - 1 in there and one - 1 > top]
    if hidden:
        check.hidden(report, grid.cell(hidden[0] - 1, 0), hidden)


def look_for_headless(row: Row, top: Row, report: Report) -> None:
    """Say what stands in columns without a heading."""
    for column, cell in row.cells.items():
        if column not in top.cells:
            check.headless(report, cell.at, cell.text)


def look_for_strangers(
    row: Row, top: Row, known: Columns, own: Columns, table: Table, report: Report
) -> None:
    """Cells of a CSV in a column that is another table's."""
    language = spoken(found.text for found in top.cells.values())
    for column, cell in row.cells.items():
        if column in known and column not in own:
            report.say(
                unknown_field.ID,
                cell.at,
                f"{quoted(top.cells[column].text)} is no column of {table.name.in_(language)}",
                hint="empty the cell",
            )
