"""From text to nodes, by PyYAML's event stream: no recursion, nothing interpreted.

The C parser is used where it is there; the Python one understands the same files, slower.
Aliases, anchors, tags, merge keys, duplicate names and second documents are refused, each with
its place, and reading goes on to find the other mistakes too. Only what makes the rest
meaningless stops it: a syntax error, or nesting and sizes no deck has.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from game.content.checks import duplicate_key, yaml_syntax
from game.content.decode import decode
from game.content.nodes import REFUSED, START, ListNode, MapNode, Mark, Node, Source, TextNode
from game.content.problem import Level, Problem
from game.content.slips import Complaint
from game.content.syntax import explain
from game.content.wording import quoted

DEEPEST = 20
"""Lists and fields inside one another; a deck needs six."""
MOST_NODES = 500_000
"""Values in one file: some twenty thousand cards. It bounds the memory a file can take."""

_MOST_REPORTED = 1000
_GLUED = re.compile(r"(?<=\S)([ \t]+)#\w")
_BEGIN = 'begin it with "format: 1"'


class Parsed(NamedTuple):
    """What came of a file; `source` is None where there is nothing to read on with."""

    source: Source | None
    problems: tuple[Problem, ...]


def parse(data: bytes, file: str) -> Parsed:
    """Read a YAML file of which these are the bytes; `file` is its name, fit to be printed."""
    decoded = decode(data, file)
    if decoded.text is None:
        return Parsed(None, decoded.problems)
    walk = _Walk(file)
    root = walk.run(decoded.text)
    source = Source(file, root) if root is not None else None
    return Parsed(source, (*decoded.problems, *walk.problems))


class _StopError(Exception):
    """Reading on makes no sense; the reason is among the problems."""


class _Walk:
    """One walk along the events of one file."""

    def __init__(self, file: str) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._root: Node | None = None
        self._inside: MapNode | ListNode | None = None
        self._name: TextNode | None = None  # of the field whose value comes next
        self._above: list[tuple[MapNode | ListNode | None, TextNode | None]] = []
        self._count = 0
        self._remarks: dict[int, tuple[int, str]] = {}

    def run(self, text: str) -> MapNode | None:
        """The root of the file, or None where reading had to stop."""
        import yaml  # late: importing the content floor costs nothing

        self._remarks = _glued_remarks(text)
        try:
            self._follow(parser()(text).get_event)
        except _StopError:
            return None
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            said = explain(error, text)
            # Where the parser stumbles on the line of an alias, that is what it stumbled over.
            if not self.problems or self.problems[-1].line != said.line + 1:
                self._complain(said)
            return None
        root = self._root
        if isinstance(root, MapNode):
            return root
        if root is None:
            self._say(START, "the file holds nothing but comments", _BEGIN)
        else:
            self._say(root.mark, "the file does not begin with a name and a colon", _BEGIN)
        return None

    def _follow(self, next_event: Callable[[], Any]) -> None:
        """Take event after event, to the end of the file."""
        from yaml import events

        scalar, mapping, sequence, alias, end = (
            events.ScalarEvent,
            events.MappingStartEvent,
            events.SequenceStartEvent,
            events.AliasEvent,
            events.StreamEndEvent,
        )
        ends = (events.MappingEndEvent, events.SequenceEndEvent)
        while True:
            event = next_event()
            kind = type(event)
            node: Node
            if kind is scalar:
                node = TextNode(event.value, event.start_mark, event.style or "")
                if self._remarks and not node.style:
                    self._look_for_remark(event.end_mark)
            elif kind in ends:
                self._inside, self._name = self._above.pop()
                continue
            elif kind is mapping or kind is sequence:
                node = (MapNode if kind is mapping else ListNode)(event.start_mark)
            elif kind is alias:
                self._refuse(event.start_mark, f"*{event.anchor}", "an alias")
                self._attach(TextNode(f"*{event.anchor}", event.start_mark, REFUSED))
                continue
            elif kind is end:
                return
            else:
                if kind is events.DocumentStartEvent:
                    self._document(event.start_mark)
                continue
            if event.anchor is not None:
                self._refuse(event.start_mark, f"&{event.anchor}", "an anchor")
            if event.tag is not None:
                self._refuse(event.start_mark, _written(event.tag), "a tag")
            self._attach(node)

    def _attach(self, node: Node) -> None:
        """Put a node where it belongs: the name of a field, its value, an entry of a list."""
        inside, name = self._inside, self._name
        if type(inside) is MapNode and name is None:
            if type(node) is TextNode:
                self._name = self._named(node, inside)
                return
            name = self._no_name(node)
            self._name = name  # and its value, which comes next, is dropped
        elif type(inside) is MapNode and name is not None:
            node.key = name.mark
            if name.style != REFUSED:
                inside.entries[name.text] = node
            self._name = None
        elif type(inside) is ListNode:
            inside.entries.append(node)
        else:
            self._root = node
        self._count += 1
        if self._count > MOST_NODES:
            self._say(node.mark, f"the file holds more than {MOST_NODES} values")
            raise _StopError
        if type(node) is not TextNode:
            self._above.append((inside, self._name))
            if len(self._above) > DEEPEST:
                self._say(
                    node.mark, f"more than {DEEPEST} lists or fields stand inside one another"
                )
                raise _StopError
            self._inside, self._name = node, None

    def _no_name(self, node: Node) -> TextNode:
        found = "a list" if isinstance(node, ListNode) else "a group of fields"
        self._say(
            node.mark,
            f"the name of a field is text, not {found}",
            "a text that begins with a bracket needs quotes",
        )
        return TextNode("", node.mark, REFUSED)

    def _named(self, node: TextNode, inside: MapNode) -> TextNode:
        """The name of a field; one that is refused still takes its value, which is dropped."""
        first = inside.entries.get(node.text)
        if first is not None:
            self._add(duplicate_key.problem(self._file, node, first))
            node.style = REFUSED
        elif node.text == "<<" and not node.style:
            self._say(
                node.mark, '"<<" merges fields, which decks do not use', "write the fields out"
            )
            node.style = REFUSED
        return node

    def _look_for_remark(self, end: Mark) -> None:
        """Say where a text without quotes ends, because what follows is a remark to YAML."""
        column, blank = self._remarks.get(end.line, (0, ""))
        if blank and end.column == column:
            at = column + len(blank)
            self._complain(
                Complaint(
                    end.line,
                    at,
                    'a remark begins at this "#", and is not shown',
                    "put the whole text in quotes if it belongs to it; else type a space behind it",
                ),
                Level.WARNING,
            )

    def _document(self, mark: Mark) -> None:
        if self._root is not None:
            self._say(
                mark, "a second document begins here; expected one a file", 'remove the line "---"'
            )
            raise _StopError

    def _refuse(self, mark: Mark, found: str, what: str) -> None:
        """An alias, an anchor or a tag: words of YAML that decks do not use."""
        self._say(
            mark,
            f"{quoted(found)} is {what}, which decks do not use",
            "write the text out, or put it in quotes",
        )

    def _say(self, mark: Mark, text: str, hint: str = "") -> None:
        self._complain(Complaint(mark.line, mark.column, text, hint))

    def _complain(self, said: Complaint, level: Level = Level.ERROR) -> None:
        self._add(
            Problem(
                file=self._file,
                line=said.line + 1,
                column=said.column + 1,
                level=level,
                check=yaml_syntax.ID,
                path="",
                text=said.text,
                hint=said.hint,
            )
        )

    def _add(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) >= _MOST_REPORTED:
            raise _StopError


def _glued_remarks(text: str) -> dict[int, tuple[int, str]]:
    """Lines with a "#" right before a letter or a figure, such as "#1": often part of a text.

    By line, from 0: the column of the blanks before it, and these.
    """
    if _GLUED.search(text) is None:
        return {}
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found = ((index, _GLUED.search(line)) for index, line in enumerate(lines))
    return {index: (one.start(), one[1]) for index, one in found if one is not None}


def _written(tag: str) -> str:
    """A tag as it stands in the file: `!!int` rather than its long form."""
    return tag.replace("tag:yaml.org,2002:", "!!")


@cache
def parser() -> Callable[[str], Any]:
    """Makes a parser of a text, the C one where there is one; its `get_event` gives the events."""
    try:
        from yaml.cyaml import CParser  # type: ignore[attr-defined]
    except ImportError:
        return python_parser
    made: Callable[[str], Any] = CParser
    return made


def python_parser(text: str) -> Any:
    """The parser for machines without the C one."""
    from yaml.parser import Parser
    from yaml.reader import Reader
    from yaml.scanner import Scanner

    class PythonParser(Reader, Scanner, Parser):
        def __init__(self, stream: str) -> None:
            Reader.__init__(self, stream)
            Scanner.__init__(self)
            Parser.__init__(self)

    return PythonParser(text)
