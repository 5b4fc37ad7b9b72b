"""What is wrong with a file, where, and in the words of who wrote it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """It cannot be played: the file, or that language of it, is set aside."""
    WARNING = "warning"
    """It can be played, and will look wrong in the room."""
    ADVICE = "advice"
    """It could be better."""


class Untranslated(NamedTuple):
    """How much of a translation is still to be done."""

    language: str
    texts: int
    """Texts that have none where the problem is."""
    of: int
    """Texts to translate in the whole deck or debrief."""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing that is wrong; `str()` of it is `file:line:column: level: text [check]`."""

    file: str
    """The file as it was named, fit to be printed."""
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    level: Level
    check: str
    """Id of the check that found it; `game.content.checks` has its manual."""
    path: str
    """Whose problem it is: `card "five-coffees", option 2`; empty for the whole file."""
    text: str
    """What was found and what is allowed: `points is "three"; expected …`."""
    hint: str = ""
    """How to mend it, or "did you mean"; may be empty."""
    steps: tuple[str | int, ...] = ()
    """The way to it from the root of its file: `("cards", 3, "options", 1)`, in a translation
    `("cards", "five-coffees")`; empty for the whole file."""
    cell: str = ""
    """In a spreadsheet: which cell, such as `Cards!D7`; line and column are its row and column."""
    untranslated: Untranslated | None = None
    """Where it is texts without a translation: how many. Many such problems can be told in one."""

    @property
    def sentence(self) -> str:
        """Everything but place, level and check."""
        words = f"{self.path}: {self.text}" if self.path else self.text
        return f"{words}; {self.hint}" if self.hint else words

    def __str__(self) -> str:
        place = self.cell or f"{self.line}:{self.column}"
        return f"{self.file}:{place}: {self.level}: {self.sentence} [{self.check}]"


class ContentError(Exception):
    """Content that cannot be played was asked for; `problems` says why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        """At least one."""
        super().__init__("\n".join(map(str, self.problems)))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by file, line and column; each said once."""

    def place(problem: Problem) -> tuple[str, int, int]:
        return problem.file, problem.line, problem.column

    return tuple(sorted(dict.fromkeys(problems), key=place))


def errors_of(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that keep the content from being played."""
    return tuple(problem for problem in problems if problem.level is Level.ERROR)
