"""What has to be done to a translation, line by line, before any of it is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

from game.content import pairs
from game.content.aligning import align
from game.content.blanks import new_entry, new_field, new_fields, new_item, new_section, says
from game.content.fields import FieldType, Text
from game.content.lines import Changes, Lines, Shelved
from game.content.nodes import ListNode, MapNode, Node, TextNode, is_empty
from game.content.records import Group, ListOf, Record
from game.content.suggest import closest
from game.content.texts import Original, texts_of

TELLS: Final = "#!"
"""In front of a remark of the command."""
_FIRST = ("format", "overlay", "language")
"""What a translation begins with."""


class Remarks(NamedTuple):
    """What the command says in a translation, in its language."""

    begin: str
    """At the top of a new one; `{sign}` is what stands in front of the deck's texts."""
    stale: str
    gone: str
    kept: str
    """Above the field `sources`."""


class Plan:
    """What is to be done to the lines of one translation, and what was found on the way."""

    def __init__(
        self, original: Original, file: Lines, memories: pairs.Memories, remarks: Remarks
    ) -> None:
        self.changes = Changes()
        self.to_open: list[MapNode | ListNode] = []
        """Groups and lists in brackets that need lines of their own first; then plan again."""
        self.gone: list[str] = []
        """The words of what becomes a comment."""
        self.stale = 0
        """Texts that are older than the deck's."""
        self._file = file
        self._texts = texts_of(original)
        self._remarks = remarks
        self._brackets: MapNode | ListNode | None = None
        self._memory = pairs.Memory()
        with self._within(file.root):
            self._look_at(original, memories)

    def _look_at(self, original: Original, memories: pairs.Memories) -> None:
        root, head = self._file.root, self._texts.head
        begins = [root.entries[name] for name in _FIRST if name in root.entries]
        after = max(map(self._file.last, begins), default=-1)
        with_words = [root.entries[name] for name in head.fields if name in root.entries]
        self._memory = memories.of(self._texts.noun)
        self._fields(head, original, root, after)
        after = max(map(self._file.last, with_words), default=after)
        for section in self._texts.sections:
            originals = getattr(original, section)
            there = root.entries.get(section)
            if there is None:
                self._put(after, new_section(self._texts, section, originals))
                continue
            with self._within(there):
                self._section(section, originals, there, memories)
            after = self._file.last(there)

    def _section(
        self, name: str, originals: Sequence[Any], there: Node, memories: pairs.Memories
    ) -> None:
        assert there.key is not None
        after, column = there.key.line, 2
        if isinstance(there, MapNode) and there.entries:
            column = _column(there)
        inside = there.entries if isinstance(there, MapNode) else {}
        ids = {entry.id for entry in originals}

        for id_, node in inside.items():
            # What was never in the deck may be a slip of the pen: the check tells of it.
            gone = id_ not in ids and (
                memories.hold(name, id_)
                or not any(pairs.words_in(node))
                or closest(id_, sorted(ids)) is None
            )
            if gone:
                self._shelve(node)
        for entry in originals:
            known = inside.get(entry.id)
            self._memory = memories.of(name, entry.id)
            if known is None:
                self._put(after, new_entry(self._texts, name, entry, column))
                continue
            self._group(self._texts.record_of(name, entry), entry, known)
            after = self._file.last(known)

    # What is there

    def _fields(self, record: Record, original: Any, node: MapNode, after: int) -> None:
        """Each field of a group; a missing one goes behind the one before it."""
        for name, field in record.fields.items():
            old, there = pairs.part_of(original, name), node.entries.get(name)
            if there is None:
                if old:
                    self._put(after, new_field(name, field.type, old, _column(node)))
                continue
            if old:
                self._field(field.type, old, there)
            elif not is_empty(there):
                self._shelve(there)
            after = self._file.last(there)

    def _field(self, type_: FieldType, old: Any, node: Node) -> None:
        match type_:
            case Text():
                self._text(type_, old, node)
            case Group(record=record):
                self._group(record, old, node)
            case ListOf():
                with self._within(node):
                    self._list(type_, old, node)

    def _group(self, record: Record, original: Any, node: Node) -> None:
        """A group of fields that may be empty still."""
        key = node.key
        if isinstance(node, MapNode) and node.entries:
            # In a list, the first field stands behind the hyphen: nothing fits above it.
            after = key.line if key is not None else self._file.last(node)
            with self._within(node):
                self._fields(record, original, node, after)
        elif key is not None:
            with self._within(node):
                self._put(key.line, new_fields(record, original, key.column + 2))

    def _list(self, type_: ListOf, old: Sequence[Any], node: Node) -> None:
        assert node.key is not None
        after, column = node.key.line, node.key.column + 2
        inside = node.entries if isinstance(node, ListNode) else []
        if inside and not self._file.is_flow(node):
            column = self._hyphen(inside[0])[1]

        def known(mine: int, yours: int) -> int:
            texts = pairs.pairs_in(type_.entry, old[mine], inside[yours])
            return sum(map(self._memory.knows, texts))

        for mine, yours in align(len(old), len(inside), known):
            if yours is None:
                self._put(after, new_item(type_.entry, old[mine or 0], column))
                continue
            entry = inside[yours]
            if mine is None:
                self._shelve(entry)
            elif isinstance(type_.entry, Group):
                self._group(type_.entry.record, old[mine], entry)
            else:
                self._field(type_.entry, old[mine], entry)
            after = self._file.last(entry)

    def _text(self, type_: Text, old: str, node: Node) -> None:
        if not isinstance(node, TextNode):
            return
        pair = pairs.Pair((), "", old, type_.due, node)
        line = node.key.line if node.key is not None else node.mark.line
        if not pair.translated:
            self._mark(line, old)
        elif self._memory.is_stale(pair):
            self.stale += 1
            self._mark(line, old, f"{TELLS} {self._remarks.stale}")

    # What is written down

    @contextmanager
    def _within(self, node: Node) -> Iterator[None]:
        """While looking inside a node: of brackets in brackets the outermost are noted, to open."""
        before = self._brackets
        if before is None and not isinstance(node, TextNode) and self._file.is_flow(node):
            self._brackets = node
        try:
            yield
        finally:
            self._brackets = before

    def _in_brackets(self) -> bool:
        if self._brackets is not None and self._brackets not in self.to_open:
            self.to_open.append(self._brackets)
        return self._brackets is not None

    def _put(self, after: int, lines: list[str]) -> None:
        """New lines behind one that is there."""
        if lines and not self._in_brackets():
            self.changes.behind(after, lines)

    def _mark(self, line: int, what: str, *remark: str) -> None:
        """What the deck says, above the line of its translation."""
        if not self._in_brackets():
            text = self._file.lines[line]
            column = len(text) - len(text.lstrip())
            remarks = [f"{' ' * column}{one}" for one in remark]
            self.changes.above(line, [*remarks, *says(what, column)])

    def _shelve(self, node: Node) -> None:
        """Make a comment of a field or an entry that the deck no longer has."""
        if self._in_brackets():
            return
        first = node.key.line if node.key is not None else self._hyphen(node)[0]
        if node.key is not None and self._file.lines[first].lstrip().startswith("-"):
            return  # behind the hyphen of an entry that stays; the check tells of it
        self.gone += pairs.words_in(node)
        self.changes.shelve(Shelved(first, self._file.last(node), self._remarks.gone))

    def _hyphen(self, entry: Node) -> tuple[int, int]:
        """Line and column of the hyphen in front of an entry."""
        line, before = entry.mark.line, self._file.lines[entry.mark.line][: entry.mark.column]
        while "-" not in before:
            line -= 1
            before = self._file.lines[line]
        return line, before.index("-")


def _column(node: MapNode) -> int:
    """Where the names of its fields begin."""
    first = next(iter(node.entries.values()), None)
    return first.key.column if first is not None and first.key is not None else 0
