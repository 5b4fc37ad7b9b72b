"""Pages, workbooks and calendars, read as other programs read them."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, timedelta
from typing import NamedTuple, TypeVar
from xml.etree.ElementTree import Element

import html5lib
import vobject
from icalendar import Calendar
from openpyxl import load_workbook
from openpyxl.cell import Cell

from game.report.session.facts import SessionFacts
from game.report.session.tables import csv_of, tables_of, workbook_of

T = TypeVar("T")
HTML = "{http://www.w3.org/1999/xhtml}"


def parsed(page: str) -> Element:
    """A page that a strict parser finds nothing wrong with."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), strict=True)
    root: Element = parser.parse(page)
    return root


def text_of(page: str) -> str:
    """The words of such a page."""
    return "".join(parsed(page).itertext())


def typed_in(page: str) -> list[str]:
    """What stands in a page as typed, piece by piece."""
    return ["".join(one.itertext()) for one in parsed(page).iter(f"{HTML}bdi")]


def cell_of(facts: SessionFacts, sheet: int, row: int, column: int) -> Cell:
    """A cell of the workbook, as it is read back."""
    cell = load_workbook(io.BytesIO(workbook_of([facts]))).worksheets[sheet].cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def told_by(cell: Cell) -> str:
    """What a spreadsheet shows of a cell: `_x005F_` is its line (ECMA-376, ST_Xstring)."""
    return re.sub("_x005F_", "_", str(cell.value or ""))


def csv_rows(facts: SessionFacts, table: str, delimiter: str = ",") -> list[list[str]]:
    """A table's rows, read with that between its cells."""
    told = csv_of(tables_of([facts])[table]).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(told, newline=""), delimiter=delimiter))


class Event(NamedTuple):
    """An event of a calendar, whoever read it."""

    uid: str
    day: date
    ends: date
    summary: str
    description: str
    alarms: tuple[tuple[str, str, timedelta], ...]
    """(action, description, after the day begins)."""


def events(told: bytes) -> list[Event]:
    """As icalendar reads them, which wrote them."""
    found = []
    for event in Calendar.from_ical(told).walk("VEVENT"):
        alarms = tuple(
            (str(one["action"]), str(one["description"]), _known(one.decoded("trigger"), timedelta))
            for one in event.walk("VALARM")
        )
        found.append(
            Event(
                str(event["uid"]),
                _known(event.decoded("dtstart"), date),
                _known(event.decoded("dtend"), date),
                str(event["summary"]),
                str(event["description"]),
                alarms,
            )
        )
    return found


def _known(value: object, kind: type[T]) -> T:
    assert isinstance(value, kind), value
    return value


def events_by_another(told: bytes) -> list[Event]:
    """As vobject reads them, which knows nothing of who wrote them."""
    calendar = vobject.readOne(told.decode("utf-8"))
    found = []
    for event in calendar.contents.get("vevent", []):
        alarms = tuple(
            (one.action.value, one.description.value, one.trigger.value)
            for one in event.contents.get("valarm", [])
        )
        found.append(
            Event(event.uid.value, event.dtstart.value, event.dtend.value,
                  event.summary.value, event.description.value, alarms)
        )  # fmt: skip
    return found
