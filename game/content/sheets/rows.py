"""From a deck's nodes to the rows of its sheets: what stands in which cell, in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from game.content.checks.version import FORMAT
from game.content.fields import Decimal, FieldType, Flag, Whole
from game.content.nodes import ListNode, MapNode, Node, Source, TextNode
from game.content.pairs import FIELD as SOURCES
from game.content.pairs import HEAD
from game.content.records import Effects
from game.content.sheets.cells import effects_text, silences_text, tags_text
from game.content.sheets.columns import MEMORY, REACH, WIDTHS, Column, Path, Table
from game.content.sheets.layout import QUESTION, TABLES, Heading
from game.content.write import tidy

_FLAGS = {"true": "yes", "false": "no"}
"""As they are offered on a sheet: a program would make a truth value of the others."""

Filled: TypeAlias = Mapping[Heading, str]
"""The cells of one row that are not empty."""


class Sheet(NamedTuple):
    """One table of a deck, filled."""

    table: Table
    rows: list[Filled]


def sheets_of(deck: Source, overlays: Mapping[str, Source]) -> list[Sheet]:
    """Every table of a deck that was read without errors, with its translations."""
    return [Sheet(table, list(_rows(table, deck.root, overlays))) for table in TABLES]


def headings_of(table: Table, languages: tuple[str, ...]) -> list[Heading]:
    """The columns of a table: the deck's own, then those of each translation."""
    own = [Heading(column) for column in table.columns if column != MEMORY]
    words = [column for column in table.columns if table.translated(column)]
    return own + [Heading(column, language) for language in languages for column in words]


def is_number(table: Table, column: Column) -> bool:
    """True where a spreadsheet may take what stands there for a number."""
    return isinstance(table.type_of(column), Whole | Decimal)


def _rows(table: Table, root: MapNode, overlays: Mapping[str, Source]) -> Iterator[Filled]:
    if table.section == "deck":
        # The format is that of today, whatever the file was written in: its fields are renamed.
        own = {**_cells(table, root, ""), Heading(table.columns[0]): str(FORMAT)}
        for language, overlay in overlays.items():
            own |= _cells(table, overlay.root, language) | _memory(overlay, language, HEAD)
        yield own
        return
    listed = root.entries.get(table.section)
    for index, node in enumerate(listed.entries if isinstance(listed, ListNode) else ()):
        entry = _entry(table, node)
        filled = _cells(table, entry, "")
        for language, overlay in overlays.items():
            translated = _translation(table, overlay, entry, index)
            filled |= _cells(table, translated, language)
            if table.section != "debrief":
                filled |= _memory(overlay, language, table.section, _id(entry))
        yield filled


def _entry(table: Table, node: Node) -> MapNode:
    """A question of the debrief is a text by itself; everything else has fields."""
    if isinstance(node, MapNode):
        return node
    alone = MapNode(node.mark)
    alone.entries[QUESTION] = node
    assert table.section == "debrief"
    return alone


def _translation(table: Table, overlay: Source, entry: MapNode, index: int) -> MapNode:
    """The words of an entry in a translation; empty where it has none."""
    if table.section == "debrief":
        question = overlay.find(("debrief", index))
        return _entry(table, question) if question is not None else MapNode(entry.mark)
    found = overlay.find((table.section, _id(entry)))
    return found if isinstance(found, MapNode) else MapNode(entry.mark)


def _memory(overlay: Source, language: str, *steps: str) -> dict[Heading, str]:
    """What a translation remembers of an entry."""
    text = _text(overlay.find((SOURCES, *steps)), None)
    return {Heading(MEMORY, language): text} if text else {}


def _id(entry: MapNode) -> str:
    node = entry.entries["id"]
    assert isinstance(node, TextNode)
    return node.text.strip()


def _cells(table: Table, node: MapNode, language: str) -> dict[Heading, str]:
    found = {}
    for column in table.columns:
        if column == MEMORY or (language and not table.translated(column)):
            continue
        text = _text(_at(node, column.path), table.type_of(column))
        if text:
            found[Heading(column, language)] = text
    return found


def _at(node: MapNode, path: Path) -> Node | None:
    """The node at the end of a column's path."""
    inside: Node | None = node
    for step in path:
        if step == REACH and isinstance(inside, MapNode):
            return TextNode(next(iter(inside.entries), ""), inside.mark)
        if isinstance(inside, MapNode):
            # Absolute or relative, the widths are the only field there is.
            name = next(iter(inside.entries), "") if step == WIDTHS else str(step)
            inside = inside.entries.get(name)
        elif isinstance(inside, ListNode) and isinstance(step, int):
            inside = inside.entries[step] if step < len(inside.entries) else None
        else:
            return None
    return inside


def _text(node: Node | None, type_: FieldType | None) -> str:
    if isinstance(node, MapNode):
        return effects_text(node) if isinstance(type_, Effects) else silences_text(node)
    if isinstance(node, ListNode):
        return tags_text(node)
    if isinstance(node, TextNode) and isinstance(type_, Flag):
        return _FLAGS.get(node.text.strip().lower(), node.text)
    return tidy(node.text) if node is not None else ""
