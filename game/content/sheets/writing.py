"""Writing a deck as a spreadsheet: a workbook to work in, or a CSV for other programs."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from io import BytesIO, StringIO
from typing import Final

from game.content.deck import DeckFile
from game.content.nodes import Source
from game.content.problem import ContentError
from game.content.sheets.columns import Table
from game.content.sheets.commas import protected
from game.content.sheets.layout import SECTION, TABLES, Heading
from game.content.sheets.rows import Sheet, headings_of, is_number, sheets_of

ENDINGS: Final = (".xlsx", ".csv")
"""What can be written."""


def workbook_of(file: DeckFile, language: str) -> bytes:
    """A workbook of a deck and its translations; headings are English, or Dutch for `nl`.

    Raises `ContentError` for a deck that is set aside, or `MissingLibraryError`.
    """
    from game.content.sheets.book import write_book  # late: it imports openpyxl

    sheets, languages = _sheets(file)
    buffer = BytesIO()
    write_book(buffer, sheets, languages, language)
    return buffer.getvalue()


def csv_of(file: DeckFile, language: str) -> bytes:
    """The same as one table, in UTF-8 with the mark by which Excel knows it.

    Dutch Excel expects semicolons between cells and commas before decimals: so it is for `nl`.
    Raises `ContentError` for a deck that is set aside.
    """
    sheets, languages = _sheets(file)
    columns = _columns(sheets, languages)
    buffer = StringIO(newline="")
    comma = "," if language == "nl" else "."
    writer = csv.writer(buffer, delimiter=";" if comma == "," else ",", lineterminator="\r\n")
    names = [one.column.heading(language, one.language) for one in columns]
    writer.writerow([SECTION.in_(language), *names])
    for sheet in sheets:
        for row in sheet.rows:
            cells = {
                (heading.column.name, heading.language): _cell(sheet.table, heading, text, comma)
                for heading, text in row.items()
            }
            values = [cells.get((one.column.name, one.language), "") for one in columns]
            writer.writerow([sheet.table.name.in_(language), *values])
    return b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8")


def _sheets(file: DeckFile) -> tuple[list[Sheet], tuple[str, ...]]:
    if file.deck is None or file.source is None:
        raise ContentError(file.reasons)
    overlays: Mapping[str, Source] = {
        language: file.overlays[language].source for language in sorted(file.overlays)
    }
    return sheets_of(file.source, overlays), tuple(overlays)


def _columns(sheets: list[Sheet], languages: tuple[str, ...]) -> list[Heading]:
    """The columns of a CSV: those of all tables, each name once, without the empty ones."""
    filled = {
        (heading.column.name, heading.language)
        for sheet in sheets
        for row in sheet.rows
        for heading in row
    }
    # A translation that has no words yet is one all the same.
    filled |= {(TABLES[0].columns[2].name, language) for language in languages}
    found: dict[tuple[object, str], Heading] = {}
    for language in ("", *languages):
        for table in TABLES:
            for heading in headings_of(table, languages):
                key = (heading.column.name, heading.language)
                if heading.language == language and key in filled:
                    found.setdefault(key, heading)
    return list(found.values())


def _cell(table: Table, heading: Heading, text: str, comma: str) -> str:
    if is_number(table, heading.column):
        return text.replace(".", comma)
    return protected(text)
