"""The lines of a YAML file, changed one by one: whatever is not touched stays as it was typed.

Nodes know where they begin; here they also know where they end. Lines are counted from 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from game.content.nodes import ListNode, MapNode, Node, TextNode
from game.content.parse import parse, parser
from game.content.write import text_lines

_COMMENT = "#"


class _Span(NamedTuple):
    """Where a value ends."""

    line: int
    """The last one that holds some of it."""
    column: int
    """In that line, behind its last character."""


class Lines:
    """A file as lines, its nodes, and where each of them ends.

    Raises ValueError for a text that is no sound YAML.
    """

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        source = parse(text.encode(), "").source
        if source is None:
            raise ValueError("not a file of fields")
        self.root = source.root
        self._texts: dict[tuple[int, int], _Span] = {}
        self._flows: dict[tuple[int, int], _Span] = {}
        self._inside: set[int] = set()
        self._follow(text)

    def _follow(self, text: str) -> None:
        from yaml import events

        begun: list[tuple[int, int] | None] = []
        next_event = parser()(text).get_event
        while True:
            event = next_event()
            start, end = event.start_mark, event.end_mark
            match event:
                case events.StreamEndEvent():
                    return
                case events.ScalarEvent():
                    span = self._trimmed(_Span(end.line, end.column))
                    self._texts[start.line, start.column] = span
                    self._inside.update(range(start.line + 1, span.line + 1))
                case events.MappingStartEvent() | events.SequenceStartEvent():
                    begun.append((start.line, start.column) if event.flow_style else None)
                case events.MappingEndEvent() | events.SequenceEndEvent():
                    place = begun.pop()
                    if place is not None:
                        self._flows[place] = _Span(end.line, end.column)

    def _trimmed(self, span: _Span) -> _Span:
        """A text of many lines ends where its words do, not where the next field begins."""
        line, column = span
        while line > 0 and not self.lines[line][:column].strip():
            line -= 1
            column = len(self.lines[line])
        return _Span(line, column)

    def is_flow(self, node: Node) -> bool:
        """True for a group or a list in brackets."""
        return not isinstance(node, TextNode) and _at(node) in self._flows

    def last(self, node: Node) -> int:
        """The last line that holds something of a value."""
        if isinstance(node, TextNode):
            return self._texts[_at(node)].line if _at(node) in self._texts else node.mark.line
        if _at(node) in self._flows:
            return self._flows[_at(node)].line
        inside = node.entries.values() if isinstance(node, MapNode) else node.entries
        return self.last(list(inside)[-1])

    def comments(self) -> Iterator[int]:
        """The lines that hold a comment and nothing else."""
        for number, line in enumerate(self.lines):
            if number not in self._inside and line.lstrip().startswith(_COMMENT):
                yield number

    def opened(self, nodes: Sequence[MapNode | ListNode]) -> str:
        """The text with these groups and lists written out, a line for each field and entry.

        None of them lies inside another; the comments in their brackets go above them.
        """
        lines: list[str] = list(self.lines)
        for node in sorted(nodes, key=_at, reverse=True):
            self._open(lines, node)
        return "\n".join(lines)

    def _open(self, lines: list[str], node: MapNode | ListNode) -> None:
        first, last = node.mark.line, self._flows[_at(node)].line
        before = lines[first][: node.mark.column]
        margin = " " * _margin(before)
        above = [f"{margin}{comment}" for comment in self._comments_in(first, last)]
        if node.key is None and before.strip():  # an entry of a list, behind its hyphen
            column = node.mark.column
            inside = list(written_out(node, column))
            inside[:1] = [before + inside[0][column:]] if inside else [before + "{}"]
        else:
            column = node.key.column + 2 if node.key is not None else 0
            name = [before.rstrip()] if before.strip() else []
            inside = [*name, *written_out(node, column)]
        lines[first : last + 1] = above + inside

    def _comments_in(self, first: int, last: int) -> Iterator[str]:
        ends: dict[int, int] = {}
        for span in chain(self._texts.values(), self._flows.values()):
            ends[span.line] = max(span.column, ends.get(span.line, 0))
        for number in range(first, last + 1):
            if number in self._inside and number not in ends:
                continue  # in the middle of a text
            rest = self.lines[number][ends.get(number, 0) :]
            if _COMMENT in rest:
                yield rest[rest.index(_COMMENT) :].rstrip()


def _at(node: Node) -> tuple[int, int]:
    return node.mark.line, node.mark.column


def written_out(node: MapNode | ListNode, column: int) -> Iterator[str]:
    """Its fields or entries, each on a line of its own that begins at `column`."""
    margin = " " * column
    if isinstance(node, MapNode):
        for name, inner in node.entries.items():
            key = TextNode(name, inner.mark)
            (start,) = text_lines("", key, 0)
            yield from _value(f"{margin}{start.strip()}:", inner, column)
    else:
        for entry in node.entries:
            if isinstance(entry, TextNode) or not entry.entries:
                yield from _value(f"{margin}-", entry, column)
                continue
            first, *rest = written_out(entry, column + 2)
            yield f"{margin}- {first[column + 2 :]}"
            yield from rest


def _value(before: str, node: Node, column: int) -> Iterator[str]:
    if isinstance(node, TextNode):
        yield from text_lines(before, node, column)
    elif not node.entries:
        yield f"{before} {'{}' if isinstance(node, MapNode) else '[]'}"
    else:
        yield before
        yield from written_out(node, column + 2)


class Shelved(NamedTuple):
    """Lines that become a comment, with a remark above them."""

    first: int
    last: int
    remark: str


class Changes:
    """What is to be done to lines, told of the lines as they are before any of it is done."""

    def __init__(self) -> None:
        self.shelved: list[Shelved] = []
        self._above: dict[int, list[str]] = {}
        self._behind: dict[int, list[str]] = {}

    def above(self, line: int, new: list[str]) -> None:
        """Put new lines above a line."""
        self._above.setdefault(line, []).extend(new)

    def behind(self, line: int, new: list[str]) -> None:
        """Put new lines behind a line and what was put there before; −1 is the beginning."""
        self._behind.setdefault(line, []).extend(new)

    def shelve(self, part: Shelved) -> None:
        """Make a comment of some lines."""
        self.shelved.append(part)

    def made(self, lines: Sequence[str]) -> str:
        """The text with all of it done."""
        new = list(lines)
        remarks: dict[int, str] = {}
        for part in self.shelved:
            margin = _margin(lines[part.first])
            remarks[part.first] = f"{' ' * margin}# {part.remark}"
            for number in range(part.first, part.last + 1):
                line = lines[number]
                cut = min(margin, _margin(line))  # what stands further out stays whole
                new[number] = f"{line[:cut]}# {line[cut:]}".rstrip()
        parts = [self._behind.get(-1, [])]
        for number, line in enumerate(new):
            remark = [remarks[number]] if number in remarks else []
            parts += [self._above.get(number, []), remark, [line], self._behind.get(number, [])]
        return "\n".join(chain.from_iterable(parts))


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip())
