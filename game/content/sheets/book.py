"""A workbook to work in: headings that stay in sight, lists to choose from, room for text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, TYPE_CHECKING, Any, Final

from game.content.fields import Flag, Whole, Word
from game.content.sheets.columns import BANDS, MEMORY, REACH, Column, Said, Table
from game.content.sheets.layout import FIELD, INSTRUCTIONS, TABLE, VALUE, Heading
from game.content.sheets.rows import Sheet, headings_of, is_number
from game.content.sheets.workbook import MissingLibraryError, escaped
from game.content.shelf import ICON, own_pictures

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font
    from openpyxl.worksheet.worksheet import Worksheet

_READY_ROWS: Final = 300
"""Rows beneath the last one that have their lists and their format already."""
_FEW: Final = 13
"""A whole number of so many values is chosen from a list."""
_TEXT: Final = "@"
"""The format of cells in which a spreadsheet program leaves everything as it was typed."""
_ZOOM: Final = 90
"""Per cent: the sheet of cards is wide."""

_WORDS, _NUMBER, _NAME, _PLAIN = "Deck text", "Deck number", "Deck field", "Deck note"
_TITLE, _SECTION, _HEAD = "Deck title", "Deck section", "Deck heading "
"""Names of styles; headings have one for each colour."""

_NAVY, _TEAL, _SEA, _OCHRE, _PLUM, _BRICK, _SLATE = (
    "1F3A5F", "1E6B70", "35868A", "8A5A00", "6B4C9A", "9A3B4B", "5C6B7A",
)  # fmt: skip
_PALE: Final = "EEF3F8"
_INK: Final = "1B2430"
_RULE: Final = "D5DCE4"

_NOT_ONE_OF: Final = Said("Choose one of the list.", "Kies er een uit de lijst.")
_WHOLE: Final = Said(
    "A whole number from {low} to {high}.", "Een heel getal van {low} tot en met {high}."
)


def write_book(
    out: IO[bytes],
    sheets: Iterable[Sheet],
    languages: tuple[str, ...],
    language: str,
    instructions: Iterable[tuple[str, ...]] = (),
) -> None:
    """Write a workbook. Raises `MissingLibraryError` where openpyxl is not installed.

    `instructions` are rows of a sheet for people, which goes first.
    """
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise MissingLibraryError from error
    book = Workbook()
    book.remove(book.worksheets[0])
    _add_styles(book)
    lines = list(instructions)
    if lines:
        _instruct(book, lines, language)
    for sheet in sheets:
        page = book.create_sheet(sheet.table.name.in_(language))
        if sheet.table.section == "deck":
            _upright(page, sheet, languages, language)
        else:
            _table(page, sheet, languages, language)
    book.save(out)


def _body() -> tuple[Font, Alignment, Border]:
    """The looks of a cell to write in."""
    from openpyxl.styles import Alignment, Border, Font, Side

    thin = Side(style="thin", color=_RULE)
    return (
        Font(name="Calibri", color=_INK),
        Alignment(wrap_text=True, vertical="top"),
        Border(bottom=thin, right=thin),
    )


def _add_styles(book: Workbook) -> None:
    """How cells look, by names that are found under Cell Styles as well."""
    from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill

    ink, wrapped, rule = _body()
    white = Font(name="Calibri", bold=True, color="FFFFFF")
    bold = Font(name="Calibri", bold=True, color=_INK)
    pale = PatternFill("solid", start_color=_PALE, end_color=_PALE)
    styles = [
        NamedStyle(_WORDS, font=ink, alignment=wrapped, border=rule, number_format=_TEXT),
        NamedStyle(_NUMBER, font=ink, alignment=wrapped, border=rule),
        NamedStyle(_NAME, bold, pale, rule, wrapped, number_format=_TEXT),
        NamedStyle(_PLAIN, font=ink, alignment=wrapped, number_format=_TEXT),
        NamedStyle(_TITLE, font=Font(name="Calibri", size=18, bold=True, color=_NAVY)),
        NamedStyle(_SECTION, font=Font(name="Calibri", size=13, bold=True, color=_NAVY)),
    ]
    centred = Alignment(wrap_text=True, vertical="center")
    for colour in (_NAVY, _TEAL, _SEA, _OCHRE, _PLUM, _BRICK, _SLATE):
        fill = PatternFill("solid", start_color=colour, end_color=colour)
        styles.append(
            NamedStyle(_HEAD + colour, white, fill, alignment=centred, number_format=_TEXT)
        )
    for style in styles:
        book.add_named_style(style)


def _table(page: Worksheet, sheet: Sheet, languages: tuple[str, ...], language: str) -> None:
    from openpyxl.utils import get_column_letter

    body = _body()
    headings = headings_of(sheet.table, languages)
    places = {heading: index for index, heading in enumerate(headings, 1)}
    for heading, index in places.items():
        name = heading.column.heading(language, heading.language)
        _head(page.cell(1, index), name, _colour(heading))
        letter = get_column_letter(index)
        dimension = page.column_dimensions[letter]
        dimension.width = max(heading.column.width, len(name) + 3)
        dimension.hidden = heading.column == MEMORY
        # For the cells beneath the last row; a column cannot be given a style by its name.
        dimension.font, dimension.alignment, dimension.border = body
        if not is_number(sheet.table, heading.column):
            dimension.number_format = _TEXT
        _validate(page, sheet.table, heading, f"{letter}2:{letter}", len(sheet.rows), language)
    for line, row in enumerate(sheet.rows, 2):
        for heading, text in row.items():
            _fill(page.cell(line, places[heading]), sheet.table, heading.column, text)
    page.row_dimensions[1].height = 32
    page.freeze_panes = "B2"
    page.sheet_view.zoomScale = _ZOOM
    if sheet.rows:
        page.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(sheet.rows) + 1}"


def _upright(page: Worksheet, sheet: Sheet, languages: tuple[str, ...], language: str) -> None:
    """The deck's own few fields, one beneath another."""
    from openpyxl.utils import get_column_letter

    value = VALUE.in_(language)
    names = [FIELD.in_(language), value, *(f"{value} ({one})" for one in languages)]
    for index, name in enumerate(names, 1):
        _head(page.cell(1, index), name, _NAVY if index < 3 else _SLATE)
        page.column_dimensions[get_column_letter(index)].width = 18 if index == 1 else 70
    (row,) = sheet.rows
    remembers = any(heading.column == MEMORY for heading in row)
    columns = [one for one in sheet.table.columns if one != MEMORY or remembers]
    for line, column in enumerate(columns, 2):
        page.row_dimensions[line].hidden = column == MEMORY
        _name(page.cell(line, 1), column.heading(language))
        for index, translation in enumerate(("", *languages), 2):
            text = row.get(Heading(column, translation), "")
            _fill(page.cell(line, index), sheet.table, column, text)
    page.row_dimensions[1].height = 32
    page.freeze_panes = "B2"


def _head(cell: Any, name: str, colour: str) -> None:
    cell.value, cell.style = name, _HEAD + colour


def _name(cell: Any, name: str) -> None:
    """The name of a field, in front of it."""
    cell.value, cell.style = name, _NAME


def _fill(cell: Any, table: Table, column: Column, text: str) -> None:
    number = is_number(table, column)
    cell.style = _NUMBER if number else _WORDS
    if not text:
        return
    if number and _is_number(text):
        cell.value = float(text) if "." in text else int(text)
        return
    cell.value = escaped(text)
    cell.data_type = "s"  # whatever it begins with: no formula, no error, no date


def _is_number(text: str) -> bool:
    return text.lstrip("+-").replace(".", "", 1).isdigit()


def _colour(heading: Heading) -> str:
    """Families of columns have a colour each, so that one finds the way on a wide sheet."""
    if heading.language:
        return _SLATE
    match heading.column.path:
        case ("options", int(n), *_) | ("effects", int(n), *_):
            return _SEA if n % 2 else _TEAL
        case ("answer" | "measure" | "unit" | "bands", *_):
            return _OCHRE
        case ("items", *_):
            return _PLUM
        case ("judge" | "criteria" | "example", *_):
            return _BRICK
        case _:
            return _NAVY


def _validate(
    page: Worksheet, table: Table, heading: Heading, cells: str, rows: int, language: str
) -> None:
    """Offer the words a column may hold, and the bounds of its numbers."""
    from openpyxl.worksheet.datavalidation import DataValidation

    type_ = table.type_of(heading.column)
    field = heading.column.field
    words = _words(table, heading.column)
    if heading.language:
        return
    if field == "category":
        name = TABLE["categories"].name.in_(language)
        rule = DataValidation("list", formula1=f"'{name}'!$A$2:$A$60", allow_blank=True)
    elif words:
        rule = DataValidation("list", formula1=f'"{",".join(words)}"', allow_blank=True)
    elif isinstance(type_, Whole):
        low, high = type_.low, type_.high
        rule = DataValidation(
            "whole", operator="between", formula1=str(low), formula2=str(high), allow_blank=True
        )
        rule.error = _WHOLE.in_(language).format(low=low, high=high)
    else:
        return
    rule.error = rule.error or _NOT_ONE_OF.in_(language)
    rule.errorTitle = heading.column.heading(language)
    rule.showErrorMessage = field != "icon"  # which may be a file as well
    rule.add(f"{cells}{rows + 1 + _READY_ROWS}")
    page.add_data_validation(rule)


def _words(table: Table, column: Column) -> list[str]:
    type_ = table.type_of(column)
    if column.path == (BANDS, REACH):
        return ["absolute", "relative"]
    if column.field == "icon":
        return sorted(one.removeprefix(ICON) for one in own_pictures() if one.startswith(ICON))
    match type_:
        case Word():
            return [str(word) for word in type_.among]
        case Flag():
            return ["yes"]
        case Whole() if type_.high - type_.low < _FEW:
            return [str(n) for n in range(type_.low, type_.high + 1)]
        case _:
            return []


def _instruct(book: Workbook, lines: list[tuple[str, ...]], language: str) -> None:
    """The sheet for people: a line of one cell is a heading."""
    page = book.create_sheet(INSTRUCTIONS.in_(language))
    page.sheet_view.showGridLines = False
    page.column_dimensions["A"].width = 26
    page.column_dimensions["B"].width = 100
    for number, line in enumerate(lines, 1):
        for index, text in enumerate(line, 1):
            cell = page.cell(number, index, text)
            cell.data_type = "s"
            cell.style = _PLAIN if len(line) > 1 else _TITLE if number == 1 else _SECTION
