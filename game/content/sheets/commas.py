"""Reading CSV: one table, whose first column says of each row which part of the deck it is."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from io import StringIO
from typing import Final

from game.content.decode import decode
from game.content.nodes import Cell
from game.content.problem import ContentError
from game.content.sheets.grid import (
    MOST_CELLS,
    MOST_ROWS,
    Found,
    Grid,
    Row,
    UnreadableSheetError,
    too_many,
)

DELIMITERS: Final = ";,\t"
"""What stands between cells: Dutch Excel writes the first, English the second."""

_NO_TEXT = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_SAVE_AS = 'save it as "CSV UTF-8", which is another kind of CSV to Excel, or as .xlsx'
_NAMED = re.compile(r"sep=([^\r\n]*)\r?\n", re.IGNORECASE)
"""A first line that tells Excel what stands between cells."""
_BETWEEN = re.compile(r'[^\w\s"]|\t')
"""What can stand there: no letter, no blank, and no quotation mark."""
_QUOTED = re.compile(r'"[^"]*"')
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_PROTECTED = re.compile(r"'+[=+\-@\t\r]")


def protected(text: str) -> str:
    """A text that no spreadsheet program takes for a formula: with an apostrophe in front."""
    return f"'{text}" if _FORMULA.match(text) else text


def unprotected(text: str) -> str:
    """The text that `protected` was given."""
    return text[1:] if _PROTECTED.match(text) else text


def read_commas(data: bytes, file: str) -> Grid:
    """The table in a CSV file. Raises `UnreadableSheetError`, or `ContentError` for no text."""
    text = _text(data, file)
    named = _NAMED.match(text)
    if named is not None:  # a line for Excel, which does not show it
        text = text[named.end() :]
    delimiter = named[1] if named is not None and _BETWEEN.fullmatch(named[1]) else _delimiter(text)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    count = 0
    try:
        for line, cells in enumerate(reader):
            if line >= MOST_ROWS:
                raise UnreadableSheetError(f"the file has more than {MOST_ROWS} rows")
            found = {
                column: Found(unprotected(one.strip()), Cell("", line, column))
                for column, one in enumerate(cells)
                if one.strip()
            }
            count += len(found)
            if count > MOST_CELLS:
                raise too_many()
            if found:
                rows.append(Row(Cell("", line, 0), found))
    except csv.Error as error:
        raise UnreadableSheetError(
            f"the file is no CSV from line {reader.line_num} on",
            "a quotation mark inside a cell is written twice; save it from a spreadsheet program",
            Cell("", len(rows), 0),
        ) from error
    return Grid("", rows, decimal="," if delimiter == ";" else ".")


def _text(data: bytes, file: str) -> str:
    if not data.strip():
        raise UnreadableSheetError("the file is empty")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        # "Unicode text", as Excel calls it.
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
    if data.startswith(_NO_TEXT) or b"\0" in data[:1000]:
        raise UnreadableSheetError(
            "the file is no text; expected a CSV file, or a workbook (.xlsx)"
        )
    decoded = decode(data.removeprefix(codecs.BOM_UTF8), file, _SAVE_AS)
    if decoded.text is None:
        raise ContentError(decoded.problems)
    return decoded.text


def _delimiter(text: str) -> str:
    """The sign that stands most often on the line of headings, which hold none of them."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    counts = Counter(_QUOTED.sub("", first))
    return max(DELIMITERS, key=lambda one: counts[one])
