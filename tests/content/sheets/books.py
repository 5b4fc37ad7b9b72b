"""Workbooks of a few cells, as a spreadsheet program would have saved them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from game.content import DeckFile
from game.content.nodes import Cell
from game.content.sheets import read_sheet
from game.content.sheets.grid import Found, Grid, Holds, Row
from game.content.sheets.reading import read_grids

SHEETS: Mapping[str, list[list[Any]]] = {
    "Deck": [
        ["field", "value"],
        ["id", "example"],
        ["title", "Example"],
        ["language", "en"],
    ],
    "Cards": [
        [
            "id",
            "kind",
            "category",
            "title",
            "prompt",
            "option A",
            "points A",
            "option B",
            "points B",
        ],
        ["cups", "choice", "insights", "Cups", "One name.", "Ask.", 3, "Drink.", 0],
        ["monday", "commit", "insights", "Monday", "Plan."],
    ],
    "Categories": [["id", "name"], ["insights", "Insights"]],
}
"""A deck without a problem."""


def workbook(
    path: Path,
    changes: Mapping[str, Any] | None = None,
    then: Callable[[Workbook], None] = lambda _: None,
) -> Path:
    """The deck as a workbook, with other values in some cells: `{"Cards!D2": 2024}`."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in SHEETS.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    for place, value in (changes or {}).items():
        name, _, cell = place.partition("!")
        page = book[name] if name in book.sheetnames else book.create_sheet(name)
        page[cell] = value
    then(book)
    book.save(path)
    book.close()
    return path


def grids(changes: Mapping[str, Any]) -> list[Grid]:
    """The same cells without a file: texts and numbers, and nothing a program made of them."""
    pages = {name: [list(row) for row in rows] for name, rows in SHEETS.items()}
    for place, value in changes.items():
        name, _, cell = place.partition("!")
        line, column = int(cell[1:]) - 1, ord(cell[0]) - ord("A")
        rows = pages.setdefault(name, [])
        rows += [[] for _ in range(line + 1 - len(rows))]
        rows[line] += [None] * (column + 1 - len(rows[line]))
        rows[line][column] = value
    return [Grid(name, list(_rows(name, rows))) for name, rows in pages.items()]


def _rows(name: str, rows: list[list[Any]]) -> Iterator[Row]:
    for line, row in enumerate(rows):
        cells = {
            column: Found(
                str(value),
                Cell(name, line, column),
                Holds.TEXT if isinstance(value, str) else Holds.NUMBER,
            )
            for column, value in enumerate(row)
            if value is not None
        }
        if cells:
            yield Row(Cell(name, line, 0), cells)


def read(
    folder: Path,
    changes: Mapping[str, Any] | None = None,
    then: Callable[[Workbook], None] = lambda _: None,
) -> DeckFile:
    """What is read of a workbook."""
    return read_sheet(workbook(folder / "deck.xlsx", changes, then))


def read_plain(folder: Path, changes: Mapping[str, Any]) -> DeckFile:
    """What is read of cells that hold texts and numbers."""
    return read_grids(folder / "deck.xlsx", grids(changes))


def told(file: DeckFile) -> list[str]:
    """Its problems, without the folder."""
    folder = f"{file.path.parent}/"
    return [str(problem).removeprefix(folder) for problem in file.problems]
