"""A report on disk: a folder with its pages, the calendar, and everything as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from game.content.disk import write_whole
from game.i18n import _
from game.report.session.calendar import calendar_of
from game.report.session.facts import SessionFacts
from game.report.session.pages import report_page, team_page
from game.report.session.tables import csv_of, json_of, tables_of, workbook_of
from game.session.names import safe_name

PAGE = "report.html"
CALENDAR = "commitments.ics"
WORKBOOK = "session.xlsx"
DATA = "session.json"
TEAMS = "teams"
"""The folder of the pages for each team."""
_MADE_BY = b'<meta name="generator" content="CX Game">'
"""In every page of ours, within its first bytes."""
_HEAD_BYTES = 1024


@dataclass(frozen=True)
class Written:
    """What was written."""

    folder: Path
    files: tuple[Path, ...]
    workbook: bool
    """False where openpyxl is missing: CSV files stand in for it."""


def write_report(sessions: Sequence[SessionFacts], folder: Path) -> Written:
    """Write the report of one session or several; what stood there of one is replaced.

    Each file is whole or not there. Pages of teams that are not in it, under a former name or from
    before it was anonymous, go; so do tables of the other kind, that stand beside these as they
    were. Raises `OSError`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    workbook = False
    for name, data in _files(sessions):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        write_whole(path, data)
        files.append(path)
        workbook = workbook or name == WORKBOOK
    former = [*_former_pages(folder / TEAMS, files), *_former_tables(folder, sessions, workbook)]
    for left_over in former:
        left_over.unlink()
    return Written(folder, tuple(files), workbook)


def _former_pages(folder: Path, written: Sequence[Path]) -> list[Path]:
    """Pages that a report wrote before and this one did not; files of anybody else are none."""
    # By the file, not its name: on some disks `orange.html` is what was just written.
    new = {(there.st_dev, there.st_ino) for there in (path.stat() for path in written)}
    found = []
    for path in folder.glob("*.html"):
        there = path.stat()
        if (there.st_dev, there.st_ino) in new:
            continue
        with path.open("rb") as file:
            if _MADE_BY in file.read(_HEAD_BYTES):
                found.append(path)
    return found


def _former_tables(
    folder: Path, sessions: Sequence[SessionFacts], workbook: bool
) -> Iterator[Path]:
    """CSV files where a workbook was written, or the workbook where CSV files were; ours alone."""
    if not workbook:
        path = folder / WORKBOOK
        if path.is_file() and _is_of_openpyxl(path):
            yield path
        return
    for name, rows in tables_of(sessions).items():
        path, head = folder / f"{name}.csv", csv_of(rows[:1])
        if path.is_file():
            with path.open("rb") as file:
                if file.read(len(head)) == head:
                    yield path


def _is_of_openpyxl(path: Path) -> bool:
    """Whether a workbook is as the library writes it, which is not there to be asked."""
    try:
        with ZipFile(path) as book:
            return b"<dc:creator>openpyxl<" in book.read("docProps/core.xml")
    except (BadZipFile, KeyError, NotImplementedError, RuntimeError):
        return False


def _files(sessions: Sequence[SessionFacts]) -> Iterator[tuple[str, bytes]]:
    yield PAGE, _text(report_page(sessions))
    yield CALENDAR, calendar_of(sessions)
    yield DATA, json_of(sessions)
    try:
        yield WORKBOOK, workbook_of(sessions)
    except ImportError:
        for name, rows in tables_of(sessions).items():
            yield f"{name}.csv", csv_of(rows)
    taken: set[str] = set()
    for i, facts in enumerate(sessions, 1):
        for team in facts.teams:
            yield (
                _team_file(i if len(sessions) > 1 else 0, team.name, taken),
                _text(team_page(facts, team)),
            )


def _team_file(session: int, team: str, taken: set[str]) -> str:
    """A name no two teams share, on any file system."""
    stem = safe_name(team) or _("team")
    if session:
        stem = f"{session} {stem}"
    name, n = stem, 2
    while name.casefold() in taken:
        name, n = f"{stem} {n}", n + 1
    taken.add(name.casefold())
    return f"{TEAMS}/{name}.html"


def _text(page: str) -> bytes:
    return page.encode("utf-8")
