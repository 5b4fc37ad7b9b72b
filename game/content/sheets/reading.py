"""A deck from a spreadsheet: its cells become the nodes that a YAML file would have given.

The readers of decks and translations then look at them, so that no rule is written twice; every
problem names its cell.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from game.content import drafts
from game.content.checks import sheet as check
from game.content.checks.version import FORMAT
from game.content.deck import DeckFile
from game.content.deck_fields import DECK
from game.content.decode import MOST_BYTES
from game.content.disk import UnreadableError, read_bytes, shown
from game.content.load import read_all
from game.content.nodes import Cell, MapNode, Mark, Source, TextNode
from game.content.pairs import FIELD as SOURCES
from game.content.problem import ContentError, Problem, errors_of
from game.content.report import Report
from game.content.sheets.calling import called
from game.content.sheets.commas import read_commas
from game.content.sheets.entries import entries_of, tables_of
from game.content.sheets.entry import Entries
from game.content.sheets.grid import Grid, UnreadableSheetError
from game.content.sheets.layout import INSTRUCTIONS, TABLES, plain, table_called
from game.content.sheets.nodes import section_of, translations_of
from game.content.sheets.workbook import read_workbook
from game.content.shelf import Shelf
from game.content.suggest import did_you_mean

_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
SAVE_AS = "open it in a spreadsheet program, and save it as .xlsx"


class Sheets(NamedTuple):
    """A deck and its translations as they stand in one file; readers have not looked at them."""

    deck: Source
    translations: dict[str, Source]
    """By language."""
    tables: list[Entries]
    """What they were made of."""


def read_sheet(path: Path) -> DeckFile:
    """The deck in a workbook or a CSV file, with everything wrong with it, cell by cell.

    Pictures are looked for beside the file. Raises `MissingLibraryError` where a workbook is to be
    read and openpyxl is not there; nothing else.
    """
    file = shown(path)
    try:
        grids = _grids(read_bytes(path, MOST_BYTES), file)
    except UnreadableError as error:
        return _unread(path, (check.problem(file, str(error)),))
    except UnreadableSheetError as error:
        return _unread(path, (check.problem(file, str(error), error.hint, error.at),))
    except ContentError as error:
        return _unread(path, error.problems)
    return read_grids(path, grids)


def read_grids(path: Path, grids: list[Grid]) -> DeckFile:
    """The same, of the sheets that were found in the file at `path`."""
    report = Report(Source(shown(path), MapNode(Cell(grids[0].name if grids else "", 0, 0))))
    return _deck_of(path, gathered(grids, report), report)


def gathered(grids: list[Grid], report: Report) -> Sheets:
    """The nodes of a deck and its translations; problems of their form go to the report."""
    tables = _tables(grids, report)
    root = report.source.root
    languages: dict[str, Mark] = {}
    for one in tables:
        for language, at in one.languages.items():
            languages.setdefault(language, at)
        if one.table.section == "deck":
            root.mark = one.at
    for one in sorted(tables, key=lambda one: TABLES.index(one.table)):
        section_of(one, root, report)
    root.entries.setdefault("format", TextNode(str(FORMAT), root.mark))
    id_ = root.entries.get("id")
    overlays = {}
    for language, at in languages.items():
        inner = MapNode(at)
        inner.entries["format"] = TextNode(str(FORMAT), at)
        inner.entries["overlay"] = TextNode(id_.text if isinstance(id_, TextNode) else "", at)
        inner.entries["language"] = TextNode(language, at)
        for one in tables:
            translations_of(one, language, inner, report)
        _arrange(inner)
        overlays[language] = Source(report.source.file, inner)
    _arrange(root)
    return Sheets(report.source, overlays, tables)


def _arrange(root: MapNode) -> None:
    """The fields of a file in the order authors write them."""
    order = ["format", "overlay", *(name for name in DECK.fields if name != "format"), SOURCES]
    if "overlay" in root.entries:
        order.insert(2, "language")
    root.entries = dict(sorted(root.entries.items(), key=lambda one: order.index(one[0])))


def _grids(data: bytes, file: str) -> list[Grid]:
    """What is in a file tells its kind, whatever it is called."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise UnreadableSheetError(
                "the file is protected by a password", "save it without one, as .xlsx"
            )
        raise UnreadableSheetError("the file is an old Excel workbook (.xls)", SAVE_AS)
    if data.startswith(_ZIP):
        return read_workbook(data)
    return [read_commas(data, file)]


def _tables(grids: list[Grid], report: Report) -> list[Entries]:
    if [grid.name for grid in grids] == [""]:
        return tables_of(grids[0], report)
    found: dict[str, Entries] = {}
    for grid in grids:
        table = table_called(grid.name)
        if table is None:
            _say_unread(grid, grids, report)
        elif table.section in found:
            first = found[table.section].at.sheet
            check.second(report, grid.cell(0, 0), grid.name, first)
        else:
            found[table.section] = entries_of(grid, table, report)
    return list(found.values())


def _say_unread(grid: Grid, grids: list[Grid], report: Report) -> None:
    own = plain(grid.name) in map(plain, INSTRUCTIONS) or grid.name.startswith("#")
    if own:
        return
    there = [table.section for table in map(table_called, (one.name for one in grids)) if table]
    missing = [table for table in TABLES if table.section not in there]
    hint = did_you_mean(grid.name, [name for table in missing for name in table.name])
    check.not_read(report, grid.cell(0, 0), grid.name, hint)


def _deck_of(path: Path, sheets: Sheets, report: Report) -> DeckFile:
    read = read_all(report, Shelf(path.parent))
    written = [
        drafts.Written(language, path, source) for language, source in sheets.translations.items()
    ]
    overlays, broken, found = drafts.translations_of(read, written)
    problems = [*report.problems, *found]
    draft = read.draft
    if read.deck is not None and errors_of(problems):
        draft = drafts.whole(read.deck, sheets.deck)
    return DeckFile(
        path=path,
        id=_text(sheets.deck, "id") or path.stem,
        title=_text(sheets.deck, "title") or path.stem,
        source=sheets.deck,
        problems=by_place(called(problems, sheets.tables)),
        deck=None if errors_of(problems) else read.deck,
        draft=draft,
        overlays=overlays,
        drafts=broken,
    )


def by_place(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in the order of a deck's sheets, then of their rows; each said once."""

    def place(problem: Problem) -> tuple[int, int, int]:
        sheet = problem.cell.rpartition("!")[0].strip("'").replace("''", "'")
        table = table_called(sheet)
        tab = TABLES.index(table) if table is not None else -1
        return tab, problem.line, problem.column

    return tuple(sorted(dict.fromkeys(problems), key=place))


def _unread(path: Path, problems: tuple[Problem, ...]) -> DeckFile:
    name = shown(path.stem) or "deck"
    return DeckFile(path=path, id=name, title=name, problems=problems, overlays={})


def _text(source: Source, name: str) -> str:
    node = source.root.entries.get(name)
    return " ".join(node.text.split())[:80] if isinstance(node, TextNode) else ""
