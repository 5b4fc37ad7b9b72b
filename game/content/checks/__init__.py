"""The checks: one a file, each with its id, its level and a manual for authors.

A check's docstring is its manual: what it finds, why that matters, an example that passes and
one that fails. Some checks are made while a file is read, and lend their sentences to the
readers; those with a function `check` look at a deck that could be read, and those with
`check_measured` do so where somebody can measure the wall.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from game.content.problem import Level, Problem

if TYPE_CHECKING:
    from game.content.deck import DeckFile, Subject
    from game.content.measure import Measure
    from game.content.silence import Sifted


@dataclass(frozen=True, kw_only=True)
class Check:
    """One check, as its module describes it."""

    id: str
    """Shown in brackets behind each problem it finds."""
    level: Level
    manual: str
    """The docstring of its module."""
    run: Callable[[Subject], Iterable[Problem]] | None
    """Finds its problems in a deck; None when they are found while reading."""
    run_measured: Callable[[Subject, Measure], Iterable[Problem]] | None = None
    """Finds its problems in a deck with the help of a measurer; None when it needs none."""

    @property
    def silenceable(self) -> bool:
        """True where an author may silence it: it looks at decks, and finds no errors."""
        looks = self.run is not None or self.run_measured is not None
        return looks and self.level is not Level.ERROR


@cache
def all_checks() -> dict[str, Check]:
    """Every check there is, by id; a new file in this folder is found by itself."""
    found = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{__name__}.{info.name}")
        check = Check(
            id=module.ID,
            level=module.LEVEL,
            manual=module.__doc__ or "",
            run=getattr(module, "check", None),
            run_measured=getattr(module, "check_measured", None),
        )
        found[check.id] = check
    return found


def sift_deck(file: DeckFile, measure: Measure | None = None) -> Sifted:
    """The problems of a deck beside those of reading it, along with those its author has silenced.

    Of a deck that is set aside, those of what could be read of it, and that follow from no error.
    Without a measurer, what does not fit the wall is not looked for.
    """
    from game.content.silence import Sifted, sift  # late: its field leans on some of the checks

    subject = file.subject
    if subject is None:
        return Sifted([], [])
    problems: list[Problem] = []
    ran = []
    for check in all_checks().values():
        if check.run is not None:
            problems += check.run(subject)
        if check.run_measured is not None and measure is not None:
            problems += check.run_measured(subject, measure)
        if check.run_measured is None or measure is not None:
            ran.append(check.id)
    sifted = sift(subject, problems, ran, whole=not file.reasons)
    return sifted if file.draft is None else sifted.each(file.draft.in_file)
