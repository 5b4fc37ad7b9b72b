"""The checks: one a file, each with its id, its level and a manual for authors.

A check's docstring is its manual: what it finds, why that matters, an example that passes and
one that fails. Some checks are made while a file is read, and lend their sentences to the
readers; those with a function `check` look at a deck that could be read.
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
        )
        found[check.id] = check
    return found


def check_deck(file: DeckFile) -> list[Problem]:
    """The problems of a deck beside those of reading it; none for a deck that is set aside."""
    subject = file.subject
    if subject is None:
        return []
    return [
        problem
        for check in all_checks().values()
        if check.run is not None
        for problem in check.run(subject)
    ]
