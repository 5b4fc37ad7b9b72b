"""From the rows of a sheet to entries: what stands in which column of the deck, in which language.

Workbooks have a sheet for each table, and the fields of the deck itself beneath one another; a
CSV has all in one table. Both become the same entries here.
"""

from __future__ import annotations

from game.content.checks import sheet as check
from game.content.report import Report
from game.content.sheets.columns import Said, Table
from game.content.sheets.entry import Entries, languages_in
from game.content.sheets.grid import Grid
from game.content.sheets.headings import (
    headings_in,
    headings_of_table,
    in_order,
    look_for_headless,
    look_for_hidden,
    look_for_merged,
    look_for_strangers,
    say_missing,
)
from game.content.sheets.layout import HEADINGS, SECTION, TABLES, plain, spoken, table_called
from game.content.sheets.upright import upright
from game.content.suggest import did_you_mean
from game.content.wording import quoted

_MOST_LINES_ABOVE = 10
"""Rows above the headings: a title, a date."""


def entries_of(grid: Grid, table: Table, report: Report) -> Entries:
    """The rows of a sheet in a workbook; what is wrong with its form is said."""
    at = grid.cell(0, 0)
    nothing = Entries(table, at, [], {}, {})
    if not grid.rows:
        return nothing
    if table.section == "deck":
        return upright(grid, table, report)
    index = _headings_at(grid, table)
    if index is None:
        language = spoken([grid.name])
        first = ", ".join(one.name.in_(language) for one in table.columns[:3])
        check.no_headings(report, grid.rows[0].at, first)
        return nothing
    top, rows = grid.rows[index], grid.rows[index + 1 :]
    columns = in_order(headings_in(top, [table], report), table)
    look_for_merged(grid, top.at.line, report)
    look_for_hidden(grid, top.at.line, report)
    say_missing(columns, table, top.at, report)
    for row in rows:
        look_for_headless(row, top, report)
    return Entries(table, at, rows, columns, languages_in(columns), grid.decimal)


def tables_of(grid: Grid, report: Report) -> list[Entries]:
    """All tables of a CSV, in which each row says what it is."""
    if not grid.rows or plain(grid.rows[0].text(0)) not in map(plain, SECTION):
        at = grid.rows[0].at if grid.rows else grid.cell(0, 0)
        first = grid.rows[0] if grid.rows else None
        language = spoken(one.text for one in first.cells.values()) if first is not None else ""
        names = [one.in_(language) for one in (SECTION, Said("id", "id"), Said("title", "titel"))]
        check.no_headings(report, at, ", ".join(names))
        return []
    top = grid.rows[0]
    known = headings_in(top, TABLES, report)
    found: dict[str, Entries] = {}
    own = {table.section: headings_of_table(top, table, set(known)) for table in TABLES}
    for row in grid.rows[1:]:
        look_for_headless(row, top, report)
        table = table_called(row.text(0))
        if table is None:
            names = [name for one in TABLES for name in one.name]
            report.say(
                check.ID,
                grid.cell(row.at.line, 0),
                f"{top.text(0)} is {quoted(row.text(0)) if row.text(0) else 'empty'}; "
                "expected a part of a deck, such as cards or twists",
                hint=did_you_mean(row.text(0), names),
            )
            continue
        columns = own[table.section]
        if table.section not in found:
            found[table.section] = Entries(
                table, row.at, [], columns, languages_in(columns), grid.decimal
            )
            say_missing(columns, table, top.at, report)
        look_for_strangers(row, top, known, columns, table, report)
        found[table.section].rows.append(row)
    return list(found.values())


def _headings_at(grid: Grid, table: Table) -> int | None:
    """Which of the rows holds the headings: the first of which most are known."""
    wanted = min(2, len(table.columns))
    for index, row in enumerate(grid.rows[:_MOST_LINES_ABOVE]):
        known = sum(
            HEADINGS[table.section].find(one.text) is not None for one in row.cells.values()
        )
        if known >= wanted:
            return index
    return None
