"""The texts of a deck or debrief beside their translations, and which words they were made from.

A translation remembers by fingerprints, in its field `sources`: under each entry, for each text,
what the deck said and what the translation made of it. Where the translation still says the same
and the deck does not, it is stale.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from game.content.checks import structure
from game.content.fields import BAD, FieldType, Text
from game.content.nodes import ListNode, MapNode, Node, Step, TextNode, is_empty
from game.content.records import Group, ListOf, Record
from game.content.report import Report

if TYPE_CHECKING:
    from game.content.texts import Original

FIELD = "sources"
"""The name of the field in a translation."""
HEAD = "deck"
"""What stands there for the texts of the deck itself."""
_DIGITS = 5
"""Of a fingerprint: one change in a million goes unseen."""


class Pair(NamedTuple):
    """One text of a deck, and where a translation has it."""

    steps: tuple[Step, ...]
    """The way to it inside its entry: `("options", 1, "feedback")`."""
    said: str
    """The same in words: `option 2 feedback`."""
    source: str
    """What the deck says."""
    due: bool
    """A translation without it is not complete."""
    node: TextNode | None
    """Where the translation stands; None where it has no such field."""

    @property
    def translated(self) -> bool:
        """True where the translation has words for it."""
        return self.node is not None and not is_empty(self.node)


def pairs(record: Record, original: Any, node: Node | None) -> Iterator[Pair]:
    """Every text of an entry, in the order of its fields; `node` is its translation, if any."""
    yield from _of_record(record, original, node, (), "")


def _of_record(
    record: Record, original: Any, node: Node | None, steps: tuple[Step, ...], within: str
) -> Iterator[Pair]:
    entries = node.entries if isinstance(node, MapNode) else {}
    for name, field in record.fields.items():
        old = part_of(original, name)
        if old:
            said = f"{within} {name}".lstrip()
            yield from _of_field(field.type, old, entries.get(name), (*steps, name), said)


def part_of(original: Any, name: str) -> Any:
    """What the deck has in a field of one of its parts; something false where it has nothing."""
    # Of a record that has not become a class of its own, a part may be left out.
    return original.get(name) if isinstance(original, dict) else getattr(original, name)


def pairs_in(type_: FieldType, old: Any, node: Node | None) -> Iterator[Pair]:
    """Every text of the value of one field; the ways to them begin there."""
    yield from _of_field(type_, old, node, (), "")


def _of_field(
    type_: FieldType, old: Any, node: Node | None, steps: tuple[Step, ...], said: str
) -> Iterator[Pair]:
    match type_:
        case Text(due=due):
            there = node if isinstance(node, TextNode) else None
            yield Pair(steps, said, old, due and has_words(old), there)
        case Group(record=inner):
            yield from _of_record(inner, old, node, steps, said)
        case ListOf(entry=entry, one=one):
            for index, one_of in enumerate(old):
                inside = node.entries if isinstance(node, ListNode) else []
                beside = inside[index] if index < len(inside) else None
                # A list of plain texts that is not there at all is one thing to do.
                whole = isinstance(entry, Text) and not inside
                within = said if whole else f"{one} {index + 1}"
                if isinstance(entry, Group):
                    yield from _of_record(entry.record, one_of, beside, (*steps, index), within)
                else:
                    yield from _of_field(entry, one_of, beside, (*steps, index), within)


def has_words(text: str) -> bool:
    """False for a number, which says the same in every language."""
    return any(map(str.isalpha, text))


def words_in(node: Node) -> Iterator[str]:
    """Every text of a translation that is not empty, but for what it remembers of the deck."""
    if isinstance(node, TextNode):
        if not is_empty(node):
            yield " ".join(node.text.split())
    elif isinstance(node, MapNode):
        for name, inner in node.entries.items():
            if name != FIELD:
                yield from words_in(inner)
    else:
        for inner in node.entries:
            yield from words_in(inner)


def fingerprint(text: str) -> str:
    """A short mark of a text; blanks and line breaks do not count."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:_DIGITS]


class Memory:
    """Which words the texts of one entry were translated from."""

    def __init__(self, written: str = "", *, trusted: bool = False) -> None:
        """As it is written; a translation that is `trusted` is never stale."""
        self._trusted = trusted
        marks = (mark.partition("-") for mark in written.split())
        self._known = {(source, target) for source, _, target in marks}
        self._targets = {target for _, target in self._known}

    def is_stale(self, pair: Pair) -> bool:
        """True where the deck's text changed, and its translation did not."""
        if self._trusted or pair.node is None or is_empty(pair.node):
            return False
        target = fingerprint(pair.node.text)
        return target in self._targets and (fingerprint(pair.source), target) not in self._known

    def knows(self, pair: Pair) -> bool:
        """True where this translation was made of this very text."""
        if pair.node is None or is_empty(pair.node):
            return False
        return (fingerprint(pair.source), fingerprint(pair.node.text)) in self._known

    def kept(self, target: str) -> list[str]:
        """As it is written: what is known of this translation."""
        mark = fingerprint(target)
        return sorted(f"{source}-{known}" for source, known in self._known if known == mark)


def mark(source: str, target: str) -> str:
    """As it is written: this text is the translation of that one."""
    return f"{fingerprint(source)}-{fingerprint(target)}"


class Memories:
    """All that a translation remembers."""

    def __init__(self, root: MapNode, trusted: Collection[str] | None = None) -> None:
        """`trusted` are ids whose texts are right as they are: if empty all are, if None none."""
        self._root = root.entries.get(FIELD)
        self._trusted = trusted

    def of(self, section: str, id_: str = "") -> Memory:
        """Of an entry of a section; of the deck itself with `HEAD`."""
        node = _child(self._root, section)
        if id_:
            node = _child(node, id_)
        trusted = self._trusted is not None and (
            not self._trusted or (id_ or section) in self._trusted
        )
        return Memory(node.text if isinstance(node, TextNode) else "", trusted=trusted)

    def hold(self, section: str, id_: str) -> bool:
        """True for an entry that was in the deck when the translation was last looked at."""
        return self._find(section, id_) is not None

    def _find(self, section: str, id_: str) -> Node | None:
        node = _child(self._root, section)
        return _child(node, id_) if id_ else node


def _child(node: Node | None, name: str) -> Node | None:
    return node.entries.get(name) if isinstance(node, MapNode) else None


class Sources(NamedTuple):
    """The field `sources`: written by `cxgame translate`, and never played."""

    expected: str = "what cxgame translate wrote"

    def read(self, node: Node, name: str, report: Report) -> Any:
        """Nothing that is played. What it says of entries that are gone does no harm."""
        if type(node) is not MapNode:
            structure.wrong(report, node, name, self.expected, hint="take the field out")
        return BAD


def entries(original: Original, root: MapNode) -> Iterator[tuple[str, str, list[Pair]]]:
    """Section, id and texts of every part of a deck or debrief, its own texts first.

    These stand under what it is (`HEAD` for a deck) and the id "".
    """
    from game.content.texts import texts_of  # late: it knows who reads this file's field

    texts = texts_of(original)
    yield texts.noun, "", list(pairs(texts.head, original, root))
    for section in texts.sections:
        there = root.entries.get(section)
        for entry in getattr(original, section):
            node = _child(there, entry.id)
            yield section, entry.id, list(pairs(texts.record_of(section, entry), entry, node))


def place(section: str, id_: str, steps: tuple[Step, ...] = ()) -> tuple[Step, ...]:
    """The way from the root of a translation to a text of a part of it."""
    return (section, id_, *steps) if id_ else steps
