"""Where everything that is wrong with a file is gathered while it is read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any, NamedTuple

from game.content.nodes import Mark, Node, Source, Step, TextNode
from game.content.problem import Level, Problem

MOST_PROBLEMS = 1000
"""Of one file; more help nobody, and a hostile file must not fill the memory with them."""


class Named(StrEnum):
    """What has an id that other places can name."""

    CARD = "card"
    TWIST = "twist"
    MIRROR = "mirror"
    PERSONA = "persona"
    CATEGORY = "category"
    METER = "meter"
    ZONE = "zone"
    PRESET = "preset"
    PHASE = "phase"


class Mention(NamedTuple):
    """An id, the name of a picture or a reference, to be checked when all has been read."""

    what: Named | None
    """Whose id; of a picture, what shows it, and None where anything may."""
    text: str
    node: Node
    steps: tuple[Step, ...]


class Report:
    """Gathers problems and mentions; knows by `steps` what is being read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.steps: list[Step] = []
        """The way to what is being read."""
        self.problems: list[Problem] = []
        self.errors = 0
        """How many errors there have been; it tells a reader whether its part went well."""
        self.ids: list[Mention] = []
        """Ids given, in the order of the file."""
        self.references: list[Mention] = []
        """Ids named elsewhere."""
        self.kept: dict[str, list[Any]] = {}
        """Lists of the file itself that have errors in them: their entries, `BAD` where one is."""
        self.pictures: list[Mention] = []
        """Pictures of the deck or of the game."""
        self.sounds: list[Mention] = []
        """Sounds of the deck."""

    @property
    def full(self) -> bool:
        """True when no more problems are kept: whoever reads on finds nothing that is told."""
        return len(self.problems) > MOST_PROBLEMS

    @contextmanager
    def inside(self, *steps: Step) -> Iterator[None]:
        """Problems said in here belong to what lies `steps` further down."""
        self.steps.extend(steps)
        try:
            yield
        finally:
            del self.steps[-len(steps) :]

    def say(
        self,
        check: str,
        at: Mark,
        text: str,
        *,
        hint: str = "",
        level: Level = Level.ERROR,
        steps: tuple[Step, ...] | None = None,
    ) -> None:
        """Note a problem of what is being read, or of what lies at `steps` from the root."""
        if level is Level.ERROR:
            self.errors += 1
        if self.full:
            return
        if len(self.problems) == MOST_PROBLEMS:
            text, hint = f"these are the first {MOST_PROBLEMS} problems; there are more", ""
        path = self.steps if steps is None else steps
        self.problems.append(self.source.problem(check, level, path, text, hint=hint, at=at))

    def mention(self, into: list[Mention], what: Named | None, node: TextNode) -> None:
        """Remember an id, a reference or a picture for later."""
        into.append(Mention(what, node.text.strip(), node, tuple(self.steps)))
