"""The sheet Deck: its few fields stand beneath one another, with a column for each language."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.checks import duplicate_key, unknown_field
from game.content.fields import is_language
from game.content.nodes import Mark
from game.content.report import Report
from game.content.sheets.columns import MEMORY, Table, language_code
from game.content.sheets.entry import Entries, Entry, Slot
from game.content.sheets.grid import Found, Grid, Row
from game.content.sheets.headings import (
    FOR_ONESELF,
    headings_in,
    look_for_headless,
    look_for_merged,
    say_missing,
)
from game.content.sheets.layout import FIELD, VALUE, Heading, plain, spoken
from game.content.wording import quoted


def upright(grid: Grid, table: Table, report: Report) -> Entries:
    """The one entry of the sheet Deck: names, values, values in other languages."""
    top = grid.rows[0]
    columns = {1: ""}
    start = 0
    if plain(top.text(0)) in map(plain, FIELD):
        start = 1
        columns |= dict(_languages(top, report))
    look_for_merged(grid, top.at.line, report)
    slots: list[Slot] = []
    names: dict[int, tuple[Heading, Found]] = {}
    for row in grid.rows[start:]:
        if 0 not in row.cells:
            look_for_headless(row, Row(row.at, {}), report)
            continue
        if row.text(0).startswith(FOR_ONESELF):
            continue
        found = headings_in(Row(row.at, {1: row.cells[0]}), [table], report)
        if found and found[1][0] in [heading for heading, _ in names.values()]:
            text = f"{quoted(row.text(0))} stands here a second time"
            report.say(duplicate_key.ID, row.at, text, hint="keep one of them", steps=())
            continue
        for heading, name in found.values():
            names[row.at.line] = (heading, name)
            own = [column for column in columns if _may_stand(table, heading, columns[column])]
            for column in own:
                inner = Heading(heading.column, columns[column])
                at = grid.cell(row.at.line, column)
                slots.append(Slot(inner, row.text(0), at, row.cells.get(column)))
            look_for_headless(row, _with(top, {0, *own}, start), report)
    say_missing(names, table, top.at, report)
    languages: dict[str, Mark] = {
        language: top.cells[column].at for column, language in columns.items() if language
    }
    entry = Entry(top.at, slots)
    return Entries(table, grid.cell(0, 0), [], {}, languages, grid.decimal, entry)


def _may_stand(table: Table, heading: Heading, language: str) -> bool:
    """True where a field of the deck has a value in this language; "" is the deck's own."""
    if language:
        return table.translated(heading.column)
    return heading.column != MEMORY


def _with(top: Row, columns: set[int], start: int) -> Row:
    """The headings above the fields of a deck: of these columns, and of those for oneself."""
    cells = {column: Found("", top.at) for column in columns}
    for column, cell in top.cells.items():
        if start and cell.text.strip().startswith(FOR_ONESELF):
            cells[column] = cell
    return Row(top.at, cells)


def _languages(top: Row, report: Report) -> Iterator[tuple[int, str]]:
    """The columns with values in another language, by their headings: `value (nl)`."""
    for column, cell in top.cells.items():
        name, _, rest = cell.text.partition("(")
        language = language_code(rest.partition(")")[0])
        if column < 2 or cell.text.strip().startswith(FOR_ONESELF):
            continue
        if plain(name) in map(plain, VALUE) and is_language(language):
            yield column, language
        else:
            name = VALUE.in_(spoken([cell.at.sheet, top.text(0), top.text(1)]))
            expected = f"a column in another language is called {name} (nl)"
            text = f"{quoted(cell.text)} is no column of {cell.at.sheet}"
            report.say(unknown_field.ID, cell.at, text, hint=expected, steps=())
