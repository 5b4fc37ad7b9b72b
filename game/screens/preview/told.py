"""What is wrong with a deck, told beside the card it belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from game.content.nodes import Source, TextNode
from game.content.problem import Level, Problem
from game.screens.preview.shelf import SECTIONS, Entry

LEVELS = tuple(Level)
"""The gravest first."""


@dataclass(frozen=True)
class Remark:
    """A problem, and whose it is."""

    problem: Problem
    owner: tuple[str, str] | None
    """Section and id of its entry; None for the file as a whole."""

    @property
    def place(self) -> str:
        """`deck.nl.yaml:12:3`: an author knows the folder."""
        problem = self.problem
        return f"{PurePath(problem.file).name}:{problem.line}:{problem.column}"


@dataclass(frozen=True)
class Told:
    """Everything that is wrong with a deck, as it was saved last."""

    remarks: tuple[Remark, ...] = ()
    broken: bool = False
    """The file cannot be played: what is on the wall is older than it."""

    def beside(self, entry: Entry | None) -> tuple[Remark, ...]:
        """What to tell beside an entry: errors of the file, what is the entry's, the file's rest.

        An error anywhere keeps the whole file from being played, so all of them come first.
        """
        first = [r for r in self.remarks if r.problem.level is Level.ERROR]
        rest = [r for r in self.remarks if r.problem.level is not Level.ERROR]
        key = entry.key if entry is not None else None
        mine = [r for r in rest if key is not None and r.owner == key]
        whole = [r for r in rest if r.owner is None]
        # Of several errors the entry's own stand on top.
        first.sort(key=lambda r: r.owner is None or r.owner != key)
        return (*first, *_gravest(mine), *_gravest(whole))

    def count(self, entry: Entry | None = None) -> Counter[Level]:
        """How many of each level there are: of an entry, or of all."""
        return Counter(
            r.problem.level for r in self.remarks if entry is None or r.owner == entry.key
        )


def _gravest(remarks: Iterable[Remark]) -> list[Remark]:
    return sorted(remarks, key=lambda r: LEVELS.index(r.problem.level))


def tell(problems: Sequence[Problem], source: Source | None, *, broken: bool) -> Told:
    """Problems with their owners, as the file says whose they are."""
    return Told(tuple(Remark(p, _owner(p, source)) for p in problems), broken)


def _owner(problem: Problem, source: Source | None) -> tuple[str, str] | None:
    """A translation names its entries by id; the deck itself lists them."""
    if len(problem.steps) < 2 or problem.steps[0] not in SECTIONS:
        return None
    section, entry = problem.steps[:2]
    if isinstance(entry, str):
        return str(section), entry
    node = source.find((section, entry, "id")) if source is not None else None
    return (str(section), node.text.strip()) if isinstance(node, TextNode) else None
