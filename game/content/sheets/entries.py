"""From the rows of a sheet to entries: what stands in which column of the deck, in which language.

Workbooks have a sheet for each table, and the fields of the deck itself beneath one another; a
CSV has all in one table. Both become the same entries here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.content.checks import duplicate_key, unknown_field
from game.content.checks import sheet as check
from game.content.fields import is_language
from game.content.nodes import Cell, Mark
from game.content.report import Report
from game.content.sheets.grid import Found, Grid, Row
from game.content.sheets.layout import (
    FIELD,
    HEADINGS,
    MEMORY,
    SECTION,
    TABLES,
    VALUE,
    Heading,
    Said,
    Table,
    plain,
    table_called,
)
from game.content.suggest import did_you_mean
from game.content.wording import quoted

_FOR_ONESELF = "#"
"""Begins the heading of a column, or the name of a sheet, that is not read."""
_MOST_LINES_ABOVE = 10
"""Rows above the headings: a title, a date."""
_MARKS = {plain(name) for name in (*FIELD, *SECTION)}


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
    entries: list[Entry]
    languages: dict[str, Mark]
    """Translations that have a column, and where its heading is."""
    decimal: str = ""
    """See `Grid`."""


def entries_of(grid: Grid, table: Table, report: Report) -> Entries:
    """The rows of a sheet in a workbook; what is wrong with its form is said."""
    at = grid.cell(0, 0)
    languages: dict[str, Mark] = {}
    found = Entries(table, at, [], languages, grid.decimal)
    if not grid.rows:
        return found
    if table.section == "deck":
        found.entries.append(_upright(grid, table, report, languages))
        return found
    index = _headings_at(grid, table)
    if index is None:
        first = ", ".join(one.name.en for one in table.columns[:3])
        check.no_headings(report, grid.rows[0].at, first)
        return found
    headings = _headings(grid.rows[index], [table], report)
    _look_for_merged(grid, grid.rows[index].at.line, report)
    _look_for_hidden(grid, grid.rows[index].at.line, report)
    _miss(headings, table, grid.rows[index].at, report)
    for heading, name in headings.values():
        if heading.language:
            languages.setdefault(heading.language, name.at)
    for row in grid.rows[index + 1 :]:
        _look_for_headless(row, grid.rows[index], report)
        found.entries.append(_entry(grid, row, headings, table))
    return found


def tables_of(grid: Grid, report: Report) -> list[Entries]:
    """All tables of a CSV, in which each row says what it is."""
    if not grid.rows or plain(grid.rows[0].text(0)) not in map(plain, SECTION):
        at = grid.rows[0].at if grid.rows else grid.cell(0, 0)
        check.no_headings(report, at, "section, id, title")
        return []
    top = grid.rows[0]
    known = _headings(top, TABLES, report)
    found: dict[str, Entries] = {}
    own = {table.section: _own_headings(top, table, set(known)) for table in TABLES}
    for row in grid.rows[1:]:
        _look_for_headless(row, top, report)
        table = table_called(row.text(0))
        if table is None:
            names = [name for one in TABLES for name in one.name]
            report.say(
                check.ID,
                grid.cell(row.at.line, 0),
                f"section is {quoted(row.text(0)) if row.text(0) else 'empty'}; "
                "expected a part of a deck, such as cards or twists",
                hint=did_you_mean(row.text(0), names),
            )
            continue
        headings = own[table.section]
        if table.section not in found:
            languages: dict[str, Mark] = {}
            for heading, name in headings.values():
                if heading.language:
                    languages.setdefault(heading.language, name.at)
            found[table.section] = Entries(table, row.at, [], languages, grid.decimal)
            _miss(headings, table, top.at, report)
        _look_for_strangers(row, top, known, headings, table, report)
        found[table.section].entries.append(_entry(grid, row, headings, table))
    return list(found.values())


_Headings = dict[int, tuple[Heading, Found]]
"""By column, with the cell each stands in."""


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


def _headings(row: Row, tables: list[Table] | tuple[Table, ...], report: Report) -> _Headings:
    """The columns of a row of headings; one that no table has, or twice, is said."""
    found: _Headings = {}
    first: dict[tuple[Said, str], Found] = {}
    for column, cell in row.cells.items():
        text = cell.text.strip()
        if text.startswith(_FOR_ONESELF) or (column == 0 and plain(text) in _MARKS):
            continue
        known = [one for one in (HEADINGS[table.section].find(text) for table in tables) if one]
        if not known:
            _say_unknown(cell, tables, report)
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


def _own_headings(top: Row, table: Table, columns: set[int]) -> _Headings:
    """What the headings of a CSV mean to one of its tables."""
    found: _Headings = {}
    for column in sorted(columns):
        heading = HEADINGS[table.section].find(top.cells[column].text)
        if heading is not None:
            found[column] = (heading, top.cells[column])
    return found


def _say_unknown(cell: Found, tables: list[Table] | tuple[Table, ...], report: Report) -> None:
    whose = tables[0].name.en if len(tables) == 1 else "a deck"
    names = [name for table in tables for one in table.columns for name in one.name]
    report.say(
        unknown_field.ID,
        cell.at,
        f"{quoted(cell.text)} is no column of {whose}",
        hint=did_you_mean(cell.text.strip(), names) or "a column for yourself begins with #",
        steps=(),
    )


def _miss(headings: _Headings, table: Table, at: Cell, report: Report) -> None:
    """Say the columns that every entry needs and that are not there."""
    there = {heading.column for heading, _ in headings.values() if not heading.language}
    for column in table.columns:
        if table.needed(column) and column not in there:
            check.no_column(report, at, column.name.en)


def _entry(grid: Grid, row: Row, headings: _Headings, table: Table) -> Entry:
    slots = [
        Slot(heading, name.text.strip(), grid.cell(row.at.line, column), row.cells.get(column))
        for column, (heading, name) in headings.items()
    ]
    # However the columns were moved about, a deck has its fields in one order.
    return Entry(row.at, sorted(slots, key=lambda slot: table.columns.index(slot.heading.column)))


def _look_for_merged(grid: Grid, top: int, report: Report) -> None:
    """Merged cells from the headings on; above them anything may stand."""
    for at, cells in grid.merged:
        if at.line >= top:
            check.merged(report, at, cells)


def _look_for_hidden(grid: Grid, top: int, report: Report) -> None:
    there = {row.at.line for row in grid.rows}
    hidden = [one for one in grid.hidden if one - 1 in there and one - 1 > top]
    if hidden:
        check.hidden(report, grid.cell(hidden[0] - 1, 0), hidden)


def _look_for_headless(row: Row, top: Row, report: Report) -> None:
    for column, cell in row.cells.items():
        if column not in top.cells:
            check.headless(report, cell.at, cell.text)


def _look_for_strangers(
    row: Row, top: Row, known: _Headings, own: _Headings, table: Table, report: Report
) -> None:
    """Cells of a CSV in a column that is another table's."""
    for column, cell in row.cells.items():
        if column in known and column not in own:
            report.say(
                unknown_field.ID,
                cell.at,
                f"{quoted(top.cells[column].text)} is no column of {table.name.en}",
                hint="empty the cell",
            )


def _upright(grid: Grid, table: Table, report: Report, languages: dict[str, Mark]) -> Entry:
    """The fields of the deck, one beneath another: name, value, value in other languages."""
    top = grid.rows[0]
    columns = {1: ""}
    start = 0
    if plain(top.text(0)) in map(plain, FIELD):
        start = 1
        columns |= dict(_languages(top, report))
    _look_for_merged(grid, top.at.line, report)
    for column, language in columns.items():
        if language:
            languages.setdefault(language, top.cells[column].at)
    slots: list[Slot] = []
    names: dict[int, tuple[Heading, Found]] = {}
    for row in grid.rows[start:]:
        if 0 not in row.cells:
            _look_for_headless(row, Row(row.at, {}), report)
            continue
        if row.text(0).startswith(_FOR_ONESELF):
            continue
        found = _headings(Row(row.at, {1: row.cells[0]}), [table], report)
        if found and found[1][0] in [heading for heading, _ in names.values()]:
            text = f"{quoted(row.text(0))} stands here a second time"
            report.say(duplicate_key.ID, row.at, text, hint="keep one of them", steps=())
            continue
        for heading, name in found.values():
            names[row.at.line] = (heading, name)
            plain_one = not table.translated(heading.column)
            own = [
                column
                for column, language in columns.items()
                if (not plain_one if language else heading.column != MEMORY)
            ]
            for column in own:
                at, there = grid.cell(row.at.line, column), row.cells.get(column)
                inner = Heading(heading.column, columns[column])
                slots.append(Slot(inner, row.text(0), at, there))
            _look_for_headless(row, _with(top, {0, *own}, start), report)
    _miss(names, table, top.at, report)
    return Entry(top.at, slots)


def _with(top: Row, columns: set[int], start: int) -> Row:
    """The headings above the fields of a deck: of these columns, and of those for oneself."""
    cells = {column: Found("", top.at) for column in columns}
    for column, cell in top.cells.items():
        if start and cell.text.strip().startswith(_FOR_ONESELF):
            cells[column] = cell
    return Row(top.at, cells)


def _languages(top: Row, report: Report) -> Iterator[tuple[int, str]]:
    """The columns with values in another language, by their headings: `value (nl)`."""
    for column, cell in top.cells.items():
        name, _, rest = cell.text.partition("(")
        language = rest.partition(")")[0].strip()
        if column < 2 or cell.text.strip().startswith(_FOR_ONESELF):
            continue
        if plain(name) in map(plain, VALUE) and is_language(language):
            yield column, language
        else:
            expected = "a column in another language is called value (nl)"
            text = f"{quoted(cell.text)} is no column of Deck"
            report.say(unknown_field.ID, cell.at, text, hint=expected, steps=())
