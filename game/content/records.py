"""Groups of fields and lists: which fields there are, which must be there, what is made of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from game.content.checks import structure, unknown_field
from game.content.fields import BAD, Decimal, FieldType, Text, Whole, is_language
from game.content.nodes import ListNode, MapNode, Node, TextNode, is_empty
from game.content.report import Named, Report
from game.content.wording import amount, article, quoted

ENDLESS_LIST = 100_000
"""A length so great that nobody needs to be told of it."""
Values: TypeAlias = dict[str, Any]
"""What could be read of a group of fields; a field that is absent or wrong is not in it."""


class Field(NamedTuple):
    """One field of a group."""

    type: FieldType
    needed: bool = False


class Record(NamedTuple):
    """A group of fields under one name."""

    noun: str
    """What it is called: `open card`, `option`."""
    fields: Mapping[str, Field]
    elsewhere: Mapping[str, str] = MappingProxyType({})
    """Fields that belong to something else, and where."""
    such: str = ""
    """What is allowed, in words of its own; without any, its fields are named."""

    @property
    def expected(self) -> str:
        """What is allowed, to end a sentence with."""
        if self.such:
            return self.such
        needed = [name for name, one in self.fields.items() if one.needed]
        return f"fields such as {', '.join(needed or list(self.fields)[:3])}"

    def values(self, node: MapNode, report: Report) -> Values:
        """Read every field; what is wrong, missing or unknown is said."""
        fields = self.fields
        values: Values = {}
        meant = set()
        for name, inner in node.entries.items():
            known = fields.get(name)
            if known is None:
                if report.full:
                    break
                near = unknown_field.say(
                    report, inner, name, self.noun, list(fields), self.elsewhere
                )
                meant.add(near)
                continue
            if type(inner) is TextNode and not inner.text and not known.needed:
                continue  # named and left empty: as if it were not there
            value = known.type.read(inner, name, report)
            if value is not BAD:
                values[name] = value
        if len(values) != len(fields):
            for name, known in fields.items():
                if known.needed and name not in node.entries and name not in meant:
                    structure.missing(report, node.mark, name, known.type.expected)
        return values


class Group(NamedTuple):
    """A group of fields as the value of a field, or as an entry of a list."""

    record: Record
    make: Callable[[Values], Any] | None = None
    """Makes the value when all is well; None leaves the fields as they are."""
    check: Callable[[Values, MapNode, Report], None] | None = None
    """The rules between fields; looked at also when a field is wrong, so that everything wrong
    is said at once."""

    @property
    def expected(self) -> str:
        """What is allowed, to end a sentence with."""
        return self.record.expected

    def read(self, node: Node, name: str, report: Report) -> Any:
        """What `make` makes of the fields, or the fields themselves; `BAD` if one is wrong."""
        if type(node) is not MapNode:
            structure.wrong(report, node, name, self.expected, hint=self._hint(node))
            return BAD
        before = report.errors
        if name:
            report.steps.append(name)
        values = self.record.values(node, report)
        if self.check is not None:
            self.check(values, node, report)
        if name:
            report.steps.pop()
        if report.errors != before:
            return BAD
        return self.make(values) if self.make is not None else values

    def _hint(self, node: Node) -> str:
        first = next(iter(self.record.fields))
        if self.record.such:
            return ""
        return f'write "{first}: " in front of it' if type(node) is TextNode else ""


class ListOf(NamedTuple):
    """A list with entries of one kind."""

    entry: FieldType
    low: int
    high: int
    one: str
    """What an entry is called."""
    many: str

    @property
    def expected(self) -> str:
        """What is allowed, to end a sentence with."""
        if self.high >= ENDLESS_LIST:
            return (
                f"a list of {self.low} or more {self.many}"
                if self.low
                else f"a list of {self.many}"
            )
        if self.low == self.high:
            return f"a list of {self.low} {self.many}"
        return f"a list of {self.low} to {self.high} {self.many}"

    def read(self, node: Node, name: str, report: Report) -> Any:
        """A tuple of the entries."""
        if type(node) is not ListNode:
            if self.low == 0 and is_empty(node):
                return ()
            structure.wrong(report, node, name, self.expected, hint=self._hint(node))
            return BAD
        count = len(node.entries)
        if not self.low <= count <= self.high:
            expected = self.expected.removeprefix("a list of ")
            commas = type(self.entry) is Decimal and count > self.high
            structure.broken(
                report,
                node.mark,
                f"{name} has {amount(count, 'entry', 'entries')}; expected {expected}",
                "decimals have a point: 0.5" if commas else "",
            )
        before = report.errors
        values = []
        steps = report.steps
        steps.extend((name, 0))
        for index, entry in enumerate(node.entries):
            if report.errors != before and report.full:
                break
            steps[-1] = index
            values.append(self.entry.read(entry, "", report))
        del steps[-2:]
        # Also a list of a wrong length is read to its end, to find everything wrong in it.
        if report.errors != before or not self.low <= count <= self.high:
            if not steps:
                report.kept[name] = values
            return BAD
        return tuple(values)

    def _hint(self, node: Node) -> str:
        if isinstance(node, MapNode):
            return f'begin each {self.one} with "- "'
        return f'write each {self.one} on a line of its own, behind "- "'


class Effects(NamedTuple):
    """What an answer does to the meters: `{progress: 1, connection: -1}`."""

    expected: str = "meters and their change, such as {progress: 1, connection: -1}"

    def read(self, node: Node, name: str, report: Report) -> Any:
        """Pairs of meter and change; the report remembers the meters."""
        if type(node) is not MapNode:
            structure.wrong(report, node, name, self.expected)
            return BAD
        before = report.errors
        pairs = []
        for meter, change in node.entries.items():
            glued = _GLUED.fullmatch(meter) if is_empty(change) else None
            if glued is not None:
                at = change.key or change.mark
                better = quoted(f"{glued[1]}: {glued[2]}")
                text = f"{quoted(meter)} is no meter and its change"
                hint = f"no space stands behind the colon; write {better}"
                structure.broken(report, at, text, hint)
                continue
            named = TextNode(meter, change.key or change.mark)
            report.mention(report.references, Named.METER, named)
            pairs.append((meter, _CHANGE.read(change, f"meter {quoted(meter)}", report)))
        return tuple(pairs) if report.errors == before else BAD


_CHANGE = Whole(-2, 2)
_GLUED = re.compile(r"([^:]+):(\S+)")


class Names(NamedTuple):
    """A name in other languages: `{nl: Nieuwsgierig}`."""

    limit: int
    expected: str = "names by language, such as {nl: De reis}"

    def read(self, node: Node, name: str, report: Report) -> Any:
        """Names by language."""
        if type(node) is not MapNode:
            structure.wrong(report, node, name, self.expected)
            return BAD
        before = report.errors
        text = Text(self.limit)
        found = {}
        for language, inner in node.entries.items():
            if not is_language(language):
                structure.broken(
                    report,
                    inner.key or inner.mark,
                    f"{name} has {quoted(language)}; expected the code of a "
                    "language, such as en, nl or pt-BR",
                )
                continue
            found[language] = text.read(inner, f"{name}, {language}", report)
        return found if report.errors == before else BAD


def needed(type_: FieldType) -> Field:
    """A field that must be there."""
    return Field(type_, True)


def optional(type_: FieldType) -> Field:
    """A field that may be left out."""
    return Field(type_)


def made_by(kind: Callable[..., Any]) -> Callable[[Values], Any]:
    """Makes a `kind` of which every part has the name of a field."""
    return lambda values: kind(**values)


def in_words(record: Record) -> Record:
    """The same group as a translation has it: only words, and none of them needed."""

    def words(type_: FieldType) -> FieldType | None:
        match type_:
            case Text():
                return type_ if type_.words else None
            case ListOf():
                entry = words(type_.entry)
                if isinstance(entry, Text):
                    entry = entry._replace(open=True)  # the others keep their places
                return ListOf(entry, 0, 1000, type_.one, type_.many) if entry else None
            case Group():
                inner = in_words(type_.record)
                return Group(inner) if inner.fields else None
            case _:
                return None

    translated = {
        name: inner for name, one in record.fields.items() if (inner := words(one.type)) is not None
    }
    rest = {
        name: f"a translation of {article(record.noun)} holds only words: {', '.join(translated)}"
        for name in record.fields
        if name not in translated
    }
    return Record(record.noun, {name: optional(inner) for name, inner in translated.items()}, rest)
