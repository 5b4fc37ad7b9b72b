"""From the entries of a sheet to nodes: each cell to its place in a card, a twist, a persona."""

from __future__ import annotations

from itertools import pairwise

from game.content.checks import structure
from game.content.deck_fields import CARDS
from game.content.nodes import REFUSED, Cell, ListNode, MapNode, Node, TextNode
from game.content.pairs import FIELD as SOURCES
from game.content.pairs import HEAD
from game.content.records import Record
from game.content.report import Report
from game.content.sheets.cells import node_of
from game.content.sheets.columns import BANDS, REACH, WIDTHS, Path, Table
from game.content.sheets.entry import Entries, Entry, Slot
from game.content.sheets.layout import QUESTION
from game.content.suggest import did_you_mean

_REACHES = ("absolute", "relative")


def section_of(found: Entries, root: MapNode, report: Report) -> None:
    """Put what a sheet holds in the deck's own language into the nodes of the deck."""
    section = found.table.section
    if section == "deck":
        for entry in found.entries():
            _fill(root, entry, found, "", report)
            _require(root, entry, found.table, found.table.record, report)
        return
    if not found.rows and section != "cards":
        return
    listed = ListNode(found.first)
    root.entries[section] = listed
    for index, entry in enumerate(found.entries()):
        node = MapNode(_first(entry))
        listed.entries.append(node)
        with report.inside(section, index):
            _fill(node, entry, found, "", report)
            _require(node, entry, found.table, _record(found.table, node), report)
        if section == "debrief":
            listed.entries[-1] = node.entries[QUESTION]


def translations_of(found: Entries, language: str, root: MapNode, report: Report) -> None:
    """Put what a sheet holds in another language into the nodes of a translation."""
    section = found.table.section
    if language not in found.languages:
        return
    if section == "deck":
        for entry in found.entries():
            _fill(root, entry, found, language, report)
            _remember(root, root.entries.pop(SOURCES, None), HEAD)
        return
    if section == "debrief":
        _questions(found, language, root, report)
        return
    translated = MapNode(found.languages[language])
    for index, entry in enumerate(found.entries()):
        node = MapNode(_first(entry))
        with report.inside(section, index):
            _fill(node, entry, found, language, report)
        id_ = _text(entry, ("id",))
        memory = node.entries.pop(SOURCES, None)
        if id_:
            _remember(root, memory, section, id_)
        if node.entries and id_:
            node.key = node.mark
            _lengthen(node, entry, language)
            translated.entries.setdefault(id_, node)
    if translated.entries:
        root.entries[section] = translated


def _remember(root: MapNode, memory: Node | None, *steps: str) -> None:
    """Put what a translation remembers of an entry where `cxgame translate` looks for it."""
    if memory is None:
        return
    inside = root
    for step in (SOURCES, *steps[:-1]):
        child = inside.entries.setdefault(step, MapNode(memory.mark))
        assert isinstance(child, MapNode)
        inside = child
    inside.entries[steps[-1]] = memory


def _questions(found: Entries, language: str, root: MapNode, report: Report) -> None:
    listed = ListNode(found.languages[language])
    for index, entry in enumerate(found.entries()):
        node = MapNode(entry.at)
        with report.inside("debrief", index):
            _fill(node, entry, found, language, report)
        slot = next(one for one in entry.slots if one.heading.language == language)
        listed.entries.append(node.entries.get(QUESTION) or TextNode("", slot.at))
    if any(isinstance(node, TextNode) and node.text for node in listed.entries):
        root.entries["debrief"] = listed


def _fill(node: MapNode, entry: Entry, found: Entries, language: str, report: Report) -> None:
    """Every filled cell in one language, each in its place."""
    for slot in entry.slots:
        if slot.heading.language == language and slot.found is not None:
            type_ = found.table.type_of(slot.heading.column)
            inner = node_of(slot.found, type_, slot.name, report, decimal=found.decimal)
            _put(node, slot.heading.column.path, inner, entry, language)
    bands = node.entries.get(BANDS)
    if isinstance(bands, MapNode):
        _name_bands(bands, report)


def _put(root: MapNode, path: Path, node: Node, entry: Entry, language: str) -> None:
    """Attach a node at the end of a path, making the groups and lists on the way."""
    inside: MapNode | ListNode = root
    for depth, (step, following) in enumerate(pairwise(path), 1):
        child = _child(inside, step)
        if not isinstance(child, MapNode | ListNode):
            kind = ListNode if isinstance(following, int) else MapNode
            child = kind(node.mark)
            _attach(inside, step, child, path[:depth], entry, language)
        inside = child
    _attach(inside, path[-1], node, path, entry, language)


def _attach(
    inside: MapNode | ListNode, step: str | int, node: Node, path: Path, entry: Entry, language: str
) -> None:
    if isinstance(inside, MapNode):
        inside.entries[str(step)] = node
        return
    assert isinstance(step, int)
    while len(inside.entries) <= step:
        inside.entries.append(_gap((*path[:-1], len(inside.entries)), entry, language, node))
    inside.entries[step] = node


def _child(inside: MapNode | ListNode, step: str | int) -> Node | None:
    if isinstance(inside, MapNode):
        return inside.entries.get(str(step))
    assert isinstance(step, int)
    return inside.entries[step] if step < len(inside.entries) else None


def _gap(path: Path, entry: Entry, language: str, after: Node) -> Node:
    """What stands for an empty place in a list: its reader says that it is empty."""
    for slot in entry.slots:
        there = slot.heading.column.path
        if slot.heading.language == language and there[: len(path)] == path:
            return MapNode(slot.at) if len(there) > len(path) else TextNode("", slot.at)
    return type(after)(after.mark) if not isinstance(after, TextNode) else MapNode(after.mark)


def _name_bands(bands: MapNode, report: Report) -> None:
    """The numbers of the bands, under the name their own column gives: absolute or relative."""
    reach = bands.entries.pop(REACH, None)
    widths = bands.entries.pop(WIDTHS, None)
    name = reach.text.strip().lower() if isinstance(reach, TextNode) else ""
    if name and name not in _REACHES and reach is not None:
        hint = did_you_mean(name, _REACHES)
        structure.wrong(report, reach, BANDS, "absolute or relative", hint=hint)
    if widths is not None:
        widths.key = reach.mark if reach is not None else widths.mark
        bands.entries[name if name in _REACHES else _REACHES[0]] = widths


def _require(node: MapNode, entry: Entry, table: Table, record: Record, report: Report) -> None:
    """An empty cell for what has to be there, so that its place is told.

    Of a column that is not there nothing is told a second time.
    """
    places = {slot.heading.column: slot.at for slot in entry.slots if not slot.heading.language}
    for column in table.columns:
        known = record.fields.get(column.field)
        alone = len(column.path) == 1 and column.field not in node.entries
        if alone and known is not None and known.needed:
            at = places.get(column)
            empty = TextNode("", at) if at is not None else TextNode("", entry.at, REFUSED)
            node.entries[column.field] = empty


def _record(table: Table, node: MapNode) -> Record:
    """The fields of an entry: those of a card depend on its kind."""
    kind = node.entries.get("kind")
    if table.section != "cards" or not isinstance(kind, TextNode):
        return table.record
    return next((CARDS[one] for one in CARDS if one == kind.text.strip()), table.record)


def _lengthen(node: MapNode, entry: Entry, language: str) -> None:
    """Lists of a translation are as long as those of the deck, with gaps where nothing is told."""
    for name, inner in node.entries.items():
        if not isinstance(inner, ListNode):
            continue
        filled = [
            slot.heading.column.path[1]
            for slot in entry.slots
            if slot.found is not None
            and not slot.heading.language
            and slot.heading.column.field == name
        ]
        last = max((one for one in filled if isinstance(one, int)), default=-1)
        while len(inner.entries) <= last:
            path = (name, len(inner.entries))
            inner.entries.append(_gap(path, entry, language, inner.entries[-1]))


def _first(entry: Entry) -> Cell:
    """Where an entry stands: at its id, or at the beginning of its row."""
    return next((one.at for one in entry.slots if one.heading.column.path == ("id",)), entry.at)


def _text(entry: Entry, path: Path) -> str:
    slot = next((one for one in entry.slots if _is(one, path)), None)
    return slot.found.text.strip() if slot is not None and slot.found is not None else ""


def _is(slot: Slot, path: Path) -> bool:
    return slot.heading.column.path == path and not slot.heading.language
