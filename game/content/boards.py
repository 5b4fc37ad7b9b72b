"""Boards in YAML: zones, and the spaces a pawn walks through them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from game.content.checks import duplicate_id, picture, reference, structure, version
from game.content.fields import Id, Language, Picture, Text, Word
from game.content.load import open_source
from game.content.nodes import ListNode, MapNode
from game.content.problem import ContentError, Problem, errors_of, in_order
from game.content.records import (
    Group,
    ListOf,
    Names,
    Record,
    Values,
    made_by,
    needed,
    optional,
)
from game.content.report import Named, Report
from game.content.titles import named, titles_of
from game.content.wording import quoted
from game.rules.board import Board, Shape, Space, SpaceKind, Zone

FEWEST_SPACES = 8
MOST_SPACES = 60

_TITLE = 60
_NAME = 40


def _check_space(values: Values, node: MapNode, report: Report) -> None:
    kind = values.get("kind")
    if kind is SpaceKind.CATEGORY and "category" not in node.entries:
        structure.missing(report, node.mark, "category", "the category this space draws from")
    elif kind not in (SpaceKind.CATEGORY, None) and "category" in node.entries:
        at = node.entries["category"]
        structure.broken(
            report,
            at.key or at.mark,
            f"category stands on a {kind} space; expected it on category spaces only",
        )


ZONE = Record(
    "zone",
    {
        "id": needed(Id(Named.ZONE)),
        "name": needed(Text(_NAME)),
        "names": optional(Names(_NAME)),
        "picture": optional(Picture(Named.ZONE)),
    },
)
SPACE = Record(
    "space",
    {
        "kind": needed(Word(SpaceKind)),
        "category": optional(Id()),
        "zone": needed(Id(Named.ZONE, refers=True)),
    },
)
BOARD = Record(
    "board",
    {
        "format": optional(Text(20)),
        "id": needed(Id()),
        "title": needed(Text(_TITLE)),
        "titles": optional(Names(_TITLE)),
        "language": needed(Language()),
        "shape": needed(Word(Shape)),
        "zones": needed(ListOf(Group(ZONE), 1, 12, "zone", "zones")),
        "spaces": needed(
            ListOf(
                Group(SPACE, made_by(Space), _check_space),
                FEWEST_SPACES,
                MOST_SPACES,
                "space",
                "spaces",
            )
        ),
    },
)


@dataclass(frozen=True, kw_only=True)
class BoardFile:
    """A board as it lies on the disk, in all its languages."""

    path: Path
    id: str
    """Its id; where it cannot be read, the name of its file."""
    titles: Mapping[str, str]
    """By language, its own first; empty where it cannot be read."""
    problems: tuple[Problem, ...]
    board: Board | None = None
    """In its own language; None when it is set aside."""
    zone_names: Mapping[str, Mapping[str, str]]
    """By id of the zone, then by language."""

    @property
    def ready(self) -> bool:
        """False when it is set aside; its problems say why."""
        return self.board is not None

    @property
    def title(self) -> str:
        """In its own language; its id where that cannot be read."""
        return next(iter(self.titles.values()), self.id)

    def in_language(self, language: str) -> Board:
        """The board with the names of this language, or its own where it has none.

        Raises `ContentError` when the board is set aside.
        """
        if self.board is None:
            raise ContentError(errors_of(self.problems))
        zones = tuple(
            replace(zone, name=named(self.zone_names[zone.id], language, zone.name))
            for zone in self.board.zones
        )
        return replace(self.board, title=named(self.titles, language, self.title), zones=zones)


def read_board(path: Path) -> BoardFile:
    """The board at `path` with everything wrong with it; never raises."""
    opened = open_source(path)
    report = Report(opened.source) if opened.source is not None else None
    values = _values(report) if report is not None else {}
    problems = in_order((*opened.problems, *(report.problems if report is not None else ())))
    id_ = values.get("id", path.stem)
    titles = titles_of(values)
    if errors_of(problems):
        return BoardFile(path=path, id=id_, titles=titles, problems=problems, zone_names={})
    zones = values["zones"]
    board = Board(
        id=id_,
        title=values["title"],
        shape=values["shape"],
        spaces=values["spaces"],
        zones=tuple(
            Zone(id=zone["id"], name=zone["name"], picture=zone.get("picture", ""))
            for zone in zones
        ),
    )
    return BoardFile(
        path=path,
        id=id_,
        titles=titles,
        problems=problems,
        board=board,
        zone_names={zone["id"]: zone.get("names", {}) for zone in zones},
    )


def load_board(path: Path, language: str) -> Board:
    """The board at `path` in a language; raises `ContentError` with every reason why not."""
    return read_board(path).in_language(language)


def _values(report: Report) -> Values:
    if not version.readable(report):
        return {}
    values = BOARD.values(report.source.root, report)
    duplicate_id.look(report)
    reference.look(report)
    picture.look(report, None)
    spaces = report.source.root.entries.get("spaces")
    if "spaces" in values and isinstance(spaces, ListNode):
        _check_path(values["spaces"], spaces, report)
        known = {zone["id"] for zone in values.get("zones", ())}
        if known.issuperset(space.zone for space in values["spaces"]):
            _check_zones(values, spaces, report)
    return values


def _check_path(spaces: tuple[Space, ...], listed: ListNode, report: Report) -> None:
    """The first space is start, and the only one."""
    for index, space in enumerate(spaces):
        if (space.kind is SpaceKind.START) is (index == 0):
            continue
        entry = listed.entries[index]
        assert isinstance(entry, MapNode)
        expected = (
            "expected start: the first space is where pawns set out"
            if index == 0
            else "only the first space is start"
        )
        with report.inside("spaces", index):
            structure.broken(
                report, entry.entries["kind"].mark, f"kind is {space.kind}; {expected}"
            )


def _check_zones(values: Values, listed: ListNode, report: Report) -> None:
    """Every zone has spaces, and they lie together; on a loop also around start."""
    spaces: tuple[Space, ...] = values["spaces"]
    stretches = [
        (zone, [index for index, _ in run])
        for zone, run in groupby(enumerate(spaces), key=lambda pair: pair[1].zone)
    ]
    if (
        values.get("shape") is Shape.LOOP
        and len(stretches) > 1
        and stretches[0][0] == stretches[-1][0]
    ):
        stretches.pop()
    met = set()
    for zone, indexes in stretches:
        if zone in met:
            entry = listed.entries[indexes[0]]
            assert isinstance(entry, MapNode)
            with report.inside("spaces", indexes[0]):
                structure.broken(
                    report,
                    entry.entries["zone"].mark,
                    f"zone {quoted(zone)} comes back after another zone; "
                    "expected its spaces together",
                )
        met.add(zone)
    zones = report.source.root.entries["zones"]
    assert isinstance(zones, ListNode)
    for index, zone in enumerate(values["zones"]):
        if zone["id"] not in met:
            with report.inside("zones", index):
                structure.broken(
                    report,
                    zones.entries[index].mark,
                    "this zone has no spaces; expected one at least",
                )
