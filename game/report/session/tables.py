"""Everything as tables: a workbook where openpyxl is there, CSV files, and JSON.

What was typed is text and stays text: a workbook stores it as such, so that no program takes
`=1+1` for a formula. CSV cannot say so, and there an apostrophe, which spreadsheets know as the
sign of text, stands before whatever could be taken for one: at the beginning, and where a
spreadsheet that parts cells by semicolons or ends of lines would see a beginning.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from game.i18n import _
from game.report.session.facts import SessionFacts
from game.report.session.visible import visible

Cell = str | int | float | date
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a formula begins with; a spreadsheet passes over spaces before it."""
_MAY_BEGIN = re.compile(r"(^|[;\t\r\n])(?='*[ \u00a0\u3000]*[=+\-@\uff0b\uff0d\uff1d\uff20\t\r])")
_BEGINS = re.compile(r"(^|[;\t\r\n])'(?='*[ \u00a0\u3000]*[=+\-@\uff0b\uff0d\uff1d\uff20\t\r])")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""Spreadsheets read `_x0041_` in a workbook as an A: the line before it is escaped itself."""
_MOST_CELL = 32_767
"""Characters of a cell; a workbook with more cannot be opened."""
_MOST_TITLE = 31
_FIRST_YEAR = 1900
"""Spreadsheets know no day before it."""
_LEAST_WIDE, _MOST_WIDE = 8, 48
"""Characters across a column; a longer text goes on below."""


def tables_of(sessions: Sequence[SessionFacts]) -> dict[str, list[list[Cell]]]:
    """By name, the rows of each table, its heads first."""
    return {
        _("teams"): _teams(sessions),
        _("cards"): _cards(sessions),
        _("plans"): _plans(sessions),
        _("insights"): _insights(sessions),
    }


def csv_of(rows: Sequence[Sequence[Cell]]) -> bytes:
    """One table as CSV in UTF-8, with the mark by which Excel knows it."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([[_safe(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def plain_csv(text: str) -> str:
    """A cell as it was typed, from a CSV file of ours."""
    return _BEGINS.sub(r"\1", text)


def workbook_of(sessions: Sequence[SessionFacts]) -> bytes:
    """All tables as a workbook. Raises ImportError without openpyxl."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    book = Workbook(write_only=True)
    for name, rows in tables_of(sessions).items():
        sheet = book.create_sheet(name[:_MOST_TITLE])
        _lay_out(sheet, rows)
        for i, row in enumerate(rows):
            cells = []
            for value in row:
                cell = WriteOnlyCell(sheet)
                cell.value = "" if isinstance(value, str) else value
                cell.alignment = Alignment(vertical="top")
                if isinstance(value, date):
                    cell.number_format = "yyyy-mm-dd"
                if isinstance(value, str):
                    cell.value = _fit(value)
                    cell.data_type = "s"  # never a formula, whatever it begins with
                    cell.quotePrefix = value.startswith(_FORMULA)
                    cell.alignment = Alignment(wrap_text=True, vertical="top")
                if i == 0:
                    cell.font = Font(bold=True)
                cells.append(cell)
            sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _lay_out(sheet: Any, rows: Sequence[Sequence[Cell]]) -> None:
    """As it is read and printed: heads stay in sight, columns as wide as what they hold.

    `sheet` is openpyxl's for writing alone, which has more than its types tell.
    """
    from openpyxl.utils import get_column_letter

    letters = [get_column_letter(i) for i in range(1, len(rows[0]) + 1)]
    for letter, column in zip(letters, zip(*rows, strict=True), strict=True):
        widest = max(len(line) for cell in column for line in str(cell).split("\n"))
        # Two more: the arrow of the filter stands over the end of a head.
        sheet.column_dimensions[letter].width = min(max(widest + 2, _LEAST_WIDE), _MOST_WIDE)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{letters[-1]}{len(rows)}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def json_of(sessions: Sequence[SessionFacts]) -> bytes:
    """Everything there is, for a program."""
    told = {"format": 1, "sessions": [asdict(facts) for facts in sessions]}
    return json.dumps(told, indent=1, default=_plain).encode("ascii") + b"\n"


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _safe(cell: Cell) -> Cell:
    return _MAY_BEGIN.sub(r"\1'", visible(cell)) if isinstance(cell, str) else cell


def _fit(text: str) -> str:
    """As a workbook can hold it: what is no text has a sign, and what is too long ends there."""
    return _ESCAPED.sub("_x005F_", visible(text)[:_MOST_CELL])[:_MOST_CELL]


def _named(facts: SessionFacts) -> list[Cell]:
    return [_day(facts.created.date() if facts.created else None), facts.name]


def _day(day: date | None) -> Cell:
    """A day that spreadsheets sort and count with, where they know it."""
    if day is None:
        return ""
    return day if day.year > _FIRST_YEAR else day.isoformat()


def _teams(sessions: Sequence[SessionFacts]) -> list[list[Cell]]:
    rows: list[list[Cell]] = [
        [_("date"), _("session"), _("place"), _("team"), _("happy customers")]
    ]
    for facts in sessions:
        rows += [[*_named(facts), one.place, one.name, one.customers] for one in facts.teams]
    return rows


def _cards(sessions: Sequence[SessionFacts]) -> list[list[Cell]]:
    heads = [_("date"), _("session"), _("round"), _("category"), _("card"), _("team")]
    rows: list[list[Cell]] = [[*heads, _("answer"), _("first answer"), _("points"), _("minutes")]]
    for facts in sessions:
        for card in facts.cards:
            for row in card.chosen:
                minutes = round(card.minutes, 1)
                rows.append(
                    [*_named(facts), card.round, card.category, card.title, row.team, row.answer,
                     row.before, row.points, minutes]
                )  # fmt: skip
    return rows


def _plans(sessions: Sequence[SessionFacts]) -> list[list[Cell]]:
    heads = [_("date"), _("session"), _("team"), _("if"), _("then"), _("by whom"), _("by when")]
    rows: list[list[Cell]] = [[*heads, _("day"), _("missing"), _("became"), _("why")]]
    for facts in sessions:
        for plan in (*facts.plans, *facts.earlier):
            rows.append(
                [*_named(facts), plan.team, plan.cue, plan.action, plan.who, plan.by_when,
                 _day(plan.due), ", ".join(plan.missing), plan.status, plan.why]
            )  # fmt: skip
    return rows


def _insights(sessions: Sequence[SessionFacts]) -> list[list[Cell]]:
    rows: list[list[Cell]] = [[_("date"), _("session"), _("team"), _("insight"), _("about")]]
    for facts in sessions:
        rows += [[*_named(facts), one.team, one.text, one.about] for one in facts.insights]
    return rows
