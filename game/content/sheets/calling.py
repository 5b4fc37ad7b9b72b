"""What a sheet calls its fields: a problem of a cell names the heading above it.

Readers know fields by the names they have in YAML, which nobody has seen who fills in `soort`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from game.content.nodes import Cell
from game.content.problem import Problem
from game.content.sheets.entry import Entries
from game.content.sheets.layout import Heading, plain


def called(problems: Iterable[Problem], tables: Iterable[Entries]) -> Iterator[Problem]:
    """The same problems; one that begins with its field begins with the heading instead.

    Headings that begin with the field themselves, such as `points A`, add nothing.
    """
    upright: dict[str, tuple[Heading, str]] = {}
    beside: list[Entries] = []
    for one in tables:
        if one.upright is None:
            beside.append(one)
            continue
        for slot in one.upright.slots:
            upright[str(slot.at)] = (slot.heading, slot.name)
    for problem in problems:
        found = upright.get(problem.cell) or _above(problem, beside)
        yield problem if found is None else _called(problem, *found)


def _called(problem: Problem, heading: Heading, name: str) -> Problem:
    field, name = _field(heading), " ".join(name.split())
    begins = bool(field) and problem.text.startswith(f"{field} ")
    # What is missing has no cell of its own, and is told at another.
    missing = problem.text.startswith(f"{field} is missing")
    if not begins or missing or plain(name).startswith(field):
        return problem
    return replace(problem, text=name + problem.text.removeprefix(field))


def _above(problem: Problem, tables: list[Entries]) -> tuple[Heading, str] | None:
    """The heading of the column a problem stands in."""
    line, column = problem.line - 1, problem.column - 1
    for one in tables:
        known = one.columns.get(column)
        if known is not None and str(Cell(one.at.sheet, line, column)) == problem.cell:
            return known[0], known[1].text
    return None


def _field(heading: Heading) -> str:
    """What the readers call it: of `options, 0, points` the last name."""
    return next((step for step in reversed(heading.column.path) if isinstance(step, str)), "")
