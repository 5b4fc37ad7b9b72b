"""Reading workbooks (.xlsx): row by row, by openpyxl, after the zip has been looked at."""

from __future__ import annotations

import posixpath
import re
import warnings
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any, Final
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from game.content.nodes import Cell
from game.content.sheets.grid import MOST_CELLS, Found, Grid, Holds, Row, too_many
from game.content.sheets.layout import table_called
from game.content.sheets.zipped import Told, damaged, look

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPED = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)|_x000D_(?=\n)")
_TO_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_DAMAGE: Final = (
    ArithmeticError,
    AttributeError,
    BadZipFile,
    EOFError,
    ElementTree.ParseError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    zlib.error,
)
"""What openpyxl raises for workbooks that are none: whatever its code meets first."""


class MissingLibraryError(Exception):
    """openpyxl is not installed; it comes with `cx-game[sheets]`."""


def read_workbook(data: bytes) -> list[Grid]:
    """The sheets of a workbook, in the order of its tabs; those of no deck without their rows.

    Raises `UnreadableSheetError`, or `MissingLibraryError`.
    """
    told = look(data)
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise MissingLibraryError from error
    try:
        parts = _parts(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of colours and pictures it does not know
            book = load_workbook(BytesIO(data), read_only=True, keep_links=False)
            try:
                return [
                    _grid(sheet, told.get(parts.get(sheet.title, ""), Told()))
                    for sheet in book.worksheets
                ]
            finally:
                book.close()
    except _DAMAGE as error:
        raise damaged() from error


def escaped(text: str) -> str:
    """A text as a workbook holds it, where "_x0041_" would be read as "A".

    ECMA-376, part 1, 22.9.2.19 (ST_Xstring).
    """
    return _TO_ESCAPE.sub("_x005F_", text)


def unescaped(text: str) -> str:
    """The text that `escaped` was given; a line end of Windows becomes a plain one."""
    return _ESCAPED.sub(lambda found: "" if found[0] == "_x000D_" else "_", text)


def _parts(data: bytes) -> dict[str, str]:
    """The path of each sheet's part, by the sheet's name."""
    with ZipFile(BytesIO(data)) as archive:
        relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    paths = {
        one.get("Id"): posixpath.normpath(posixpath.join("/xl", one.get("Target", ""))).lstrip("/")
        for one in relations
    }
    return {
        sheet.get("name", ""): paths.get(sheet.get(_RELATION), "")
        for sheet in book.iter(f"{_MAIN}sheet")
    }


def _grid(sheet: Any, told: Told) -> Grid:
    name = sheet.title
    if table_called(name) is None:
        return Grid(name, [])
    sheet.reset_dimensions()  # what a file says of its own size may be wrong
    merged = tuple((_cell(name, first), f"{first}:{last}") for first, last in told.merged)
    return Grid(name, list(_rows(name, sheet)), merged, told.hidden)


def _rows(name: str, sheet: Any) -> Iterator[Row]:
    count = 0
    for cells in sheet.iter_rows():
        found: dict[int, Found] = {}
        line = 0
        for cell in cells:
            if cell.value is None:
                continue
            line, column = cell.row - 1, cell.column - 1
            one = _found(cell, Cell(name, line, column))
            if one.text.strip():
                found[column] = one
        count += len(found)
        if count > MOST_CELLS:
            raise too_many()
        if found:
            yield Row(Cell(name, line, 0), found)


def _cell(name: str, written: str) -> Cell:
    letters = written.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return Cell(name, int(written[len(letters) :]) - 1, column - 1)


def _found(cell: Any, at: Cell) -> Found:
    value = cell.value
    if cell.data_type == "f":
        return Found(str(getattr(value, "text", value)), at, Holds.FORMULA)
    if cell.data_type == "e":
        return Found(str(value), at, Holds.ERROR)
    if isinstance(value, bool):
        return Found(str(value).upper(), at, Holds.FLAG)
    if isinstance(value, int | float):
        return Found(_digits(value, cell.number_format), at, Holds.NUMBER)
    if isinstance(value, date | time | timedelta):
        return Found(_moment(value), at, Holds.DATE)
    return Found(unescaped(str(value)), at)


def _digits(value: float, shown: str) -> str:
    """A number as it stands on the sheet: 3 rather than 3.0, 0123 and 80% where so shown."""
    if "%" in shown:
        return f"{_plain(round(value * 100, 10))}%"
    text = _plain(value)
    padded = re.fullmatch("0{2,20}", shown)
    return text.zfill(len(shown)) if padded and text.isdigit() else text


def _plain(value: float) -> str:
    if isinstance(value, float) and not value.is_integer():
        return format(Decimal(repr(value)), "f")
    return str(int(value))


def _moment(value: date | time | timedelta) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value.hour}:{value:%M}"
    minutes = int(value.total_seconds()) // 60
    return f"{minutes // 60}:{minutes % 60:02}"
