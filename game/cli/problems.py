"""Problems as they are printed: for people, for programs, and for the pages of GitHub."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from game.cli.excerpt import WIDTH, Excerpts
from game.content.check import Examined
from game.content.problem import Level, Problem
from game.content.tongue import line

FORMATS = ("text", "json", "github")
"""The first is what is printed where nobody asks."""


def printed(examined: Examined, form: str, width: int = WIDTH) -> Iterator[str]:
    """The lines to print, in one of the `FORMATS`; what is shown of files is `width` columns."""
    match form:
        case "json":
            yield as_json(examined)
        case "github":
            yield from map(as_command, examined.problems)
        case _:
            yield from as_text(examined.problems, width)


def as_text(problems: Iterable[Problem], width: int = WIDTH) -> Iterator[str]:
    """A line for each problem, and beneath it what stands in the file at that place."""
    excerpts = Excerpts(width)
    for problem in problems:
        yield line(problem)
        excerpt = excerpts.of(problem)
        if excerpt:
            yield excerpt


def as_json(examined: Examined) -> str:
    """One document: every problem with all its fields, what is silenced and why, and counts."""
    document = {
        "problems": [_fields(problem) for problem in examined.problems],
        "silenced": [_fields(one.problem) | {"reason": one.reason} for one in examined.silenced],
        "counts": counts(examined.problems) | {"silenced": len(examined.silenced)},
    }
    # In ASCII: a terminal that lacks a letter must not make another document of it.
    return json.dumps(document, indent=1)


def counts(problems: Sequence[Problem]) -> dict[str, int]:
    """How many problems there are of each level, the worst first."""
    found = Counter(problem.level for problem in problems)
    return {str(level): found[level] for level in Level}


def _fields(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "cell": problem.cell,
        "level": str(problem.level),
        "check": problem.check,
        "path": problem.path,
        "steps": list(problem.steps),
        "text": problem.text,
        "hint": problem.hint,
        "sentence": problem.sentence,
    }


_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.ADVICE: "notice"}
_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})


def as_command(problem: Problem) -> str:
    """A workflow command, which GitHub shows beside the line of the file.

    Escaped as its toolkit does it (actions/toolkit, packages/core/src/command.ts).
    """
    properties = {
        "file": problem.file,
        "line": str(problem.line),
        "col": str(problem.column),
        "title": problem.check,
    }
    said = ",".join(
        f"{name}={value.translate(_IN_PROPERTIES)}" for name, value in properties.items()
    )
    return f"::{_COMMANDS[problem.level]} {said}::{problem.sentence.translate(_IN_DATA)}"
