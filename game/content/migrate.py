"""Older formats: what changed from each to the next, made up for while a file is read.

The nodes get the names that fields have today; their places stay those of the author's file, and
one piece of advice says what to do. `modern` writes the same into the text, comments and all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game.content.checks import version
from game.content.nodes import ListNode, MapNode, Mark, Node, Source, TextNode
from game.content.problem import Level
from game.content.report import Report
from game.content.wording import listed

OLDEST = 0
"""The first format that is still read."""

_EACH = "*"
_LINE = re.compile("\r\n|\r|\n")


class Rename(NamedTuple):
    """A field that has another name from one format to the next."""

    within: tuple[str, ...]
    """The way to the groups of fields that have it, in the newer names; `*` is each of a list."""
    old: str
    new: str


STEPS: Mapping[int, tuple[Rename, ...]] = {
    # The draft format, as the first decks were written in.
    0: (
        Rename(("cards", _EACH), "question", "prompt"),
        Rename(("cards", _EACH), "answers", "options"),
        Rename(("cards", _EACH, "options", _EACH), "score", "points"),
        Rename(("cards", _EACH, "options", _EACH), "correct", "right"),
        Rename(("twists", _EACH), "question", "prompt"),
        Rename(("mirrors", _EACH), "question", "prompt"),
    ),
}
"""By the format that is left behind: what became of its fields, from the outside in."""


class Renamed(NamedTuple):
    """One field that was given its newer name."""

    at: Mark
    """Where the name stands in the file."""
    old: str
    new: str


def format_of(source: Source) -> int:
    """The format a file says it is written in; the present one where it says none that is read."""
    node = source.root.entries.get("format")
    found = node.text.strip() if isinstance(node, TextNode) else ""
    known = [n for n in range(OLDEST, version.FORMAT) if found == str(n)]
    return known[0] if known else version.FORMAT


def upgrade(report: Report) -> None:
    """Give the fields of an older deck or translation their present names, and say so."""
    source = report.source
    written = format_of(source)
    if written == version.FORMAT:
        return
    renamed = list(_renames(source.root, written))
    report.say(
        version.ID,
        source.root.entries["format"].mark,
        f"format is {written}, an older one; it is read as format {version.FORMAT}",
        hint=_hint(renamed),
        level=Level.ADVICE,
    )


def modern(text: str, source: Source) -> str:
    """The text of an older file as the present format has it.

    `source` is what the text was parsed to, before anything was renamed; it is changed.
    """
    lines = _lines_of(text)
    changes = [(one.at, one.old, one.new) for one in _renames(source.root, format_of(source))]
    node = source.root.entries.get("format")
    if isinstance(node, TextNode):
        changes.append((node.mark, node.text, str(version.FORMAT)))
    for at, old, new in sorted(changes, key=lambda one: (one[0].line, one[0].column), reverse=True):
        line = lines[at.line]
        # A name in quotes begins at its quote.
        begins = at.column + (line[at.column : at.column + 1] in ("'", '"'))
        if line[begins:].startswith(old):
            lines[at.line] = line[:begins] + new + line[begins + len(old) :]
    return "".join(lines)


def _lines_of(text: str) -> list[str]:
    """Its lines with their ends, as the parser counts them."""
    lines, at = [], 0
    for end in _LINE.finditer(text):
        lines.append(text[at : end.end()])
        at = end.end()
    return [*lines, text[at:]]


def _renames(root: MapNode, written: int) -> Iterator[Renamed]:
    """Rename all that has another name now."""
    for step in range(written, version.FORMAT):
        for rename in STEPS[step]:
            for group in _groups(root, rename.within):
                yield from _rename(group, rename)


def _groups(node: Node, within: tuple[str, ...]) -> Iterator[MapNode]:
    """The groups of fields at the end of a way."""
    if not within:
        if isinstance(node, MapNode):
            yield node
        return
    step, *rest = within
    inner: list[Node] = []
    if step != _EACH:
        found = node.entries.get(step) if isinstance(node, MapNode) else None
        inner = [found] if found is not None else []
    elif isinstance(node, ListNode):
        inner = node.entries
    elif isinstance(node, MapNode):  # a translation names its entries by their id
        inner = list(node.entries.values())
    for one in inner:
        yield from _groups(one, tuple(rest))


def _rename(group: MapNode, rename: Rename) -> Iterator[Renamed]:
    node = group.entries.get(rename.old)
    # With both names in it, the older one is said to be unknown.
    if node is None or rename.new in group.entries:
        return
    group.entries = {
        rename.new if name == rename.old else name: inner for name, inner in group.entries.items()
    }
    yield Renamed(node.key or node.mark, rename.old, rename.new)


def _hint(renamed: list[Renamed]) -> str:
    pairs = dict.fromkeys(f"{one.new} for {one.old}" for one in renamed)
    words = f"write format: {version.FORMAT}" + (f", {listed(pairs, 'and')}" if pairs else "")
    return f"{words}; cxgame add does so by itself"
