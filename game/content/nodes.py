"""A YAML file as it was typed: texts, fields and lists, each with its line and column.

Nothing is interpreted here: `no`, `12:30` and `0123` are the text the author meant. What a
field wants is decided where the field is known (`game.content.fields`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol, TypeAlias, final

from game.content.problem import Level, Problem
from game.content.wording import quoted


class Mark(Protocol):
    """A place in a file; both parsers of PyYAML give these."""

    @property
    def line(self) -> int:
        """From 0."""

    @property
    def column(self) -> int:
        """From 0, in characters."""


class _Start:
    """The first character of a file."""

    line: Final = 0
    column: Final = 0


START: Final[Mark] = _Start()


class Cell(NamedTuple):
    """A place in a spreadsheet."""

    sheet: str
    """Its name; empty in a file that is one table."""
    line: int
    """Its row, from 0."""
    column: int
    """From 0."""

    def __str__(self) -> str:
        """As spreadsheets name it: `Cards!D7`."""
        plain = self.sheet.replace("_", "").isalnum()
        sheet = self.sheet if plain else "'" + self.sheet.replace("'", "''") + "'"
        return f"{sheet}!{self.alone}" if self.sheet else self.alone

    @property
    def alone(self) -> str:
        """Without the name of its sheet: `D7`."""
        letters, rest = "", self.column + 1
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.line + 1}"


REFUSED: Final = "*"
"""The style of a text that was refused in parsing: whoever reads it need not complain again."""


@final
class TextNode:
    """A single value, as text."""

    __slots__ = ("key", "mark", "style", "text")

    def __init__(self, text: str, mark: Mark, style: str = "") -> None:
        self.text = text
        self.mark = mark
        self.key: Mark | None = None
        """Where the name of the field stands that holds this; None in a list."""
        self.style = style
        """How it was quoted (`"`, `'`, `|` or `>`), "" when it was not, or `REFUSED`."""


@final
class MapNode:
    """Named fields, in the order they were written."""

    __slots__ = ("entries", "key", "mark")

    def __init__(self, mark: Mark) -> None:
        self.entries: dict[str, Node] = {}
        self.mark = mark
        self.key: Mark | None = None


@final
class ListNode:
    """Values, one after another."""

    __slots__ = ("entries", "key", "mark")

    def __init__(self, mark: Mark) -> None:
        self.entries: list[Node] = []
        self.mark = mark
        self.key: Mark | None = None


Node: TypeAlias = TextNode | MapNode | ListNode
Step: TypeAlias = str | int
Steps: TypeAlias = Sequence[Step]
"""The way to a node from the root: `("cards", 3, "options", 1, "points")`."""

_NOUNS = {
    "cards": "card",
    "twists": "twist",
    "mirrors": "mirror",
    "personas": "persona",
    "categories": "category",
    "meters": "meter",
    "debrief": "debrief question",
    "options": "option",
    "items": "item",
    "criteria": "criterion",
    "effects": "effect",
    "tags": "tag",
    "zones": "zone",
    "spaces": "space",
    "presets": "preset",
    "phases": "phase",
    "questions": "question",
    "absolute": "band",
    "relative": "band",
}


def is_empty(node: Node) -> bool:
    """True where a field was named and nothing written behind it."""
    return type(node) is TextNode and not node.text.strip()


class Source:
    """One file as it was read: its name and its nodes."""

    def __init__(self, file: str, root: MapNode) -> None:
        self.file = file
        """Fit to be printed."""
        self.root = root

    def find(self, path: Steps) -> Node | None:
        """The node at the end of a path, or None where the file has none."""
        node: Node = self.root
        for step in path:
            found = _child(node, step)
            if found is None:
                return None
            node = found
        return node

    def nearest(self, path: Steps) -> Node:
        """The node at the end of a path, or the last one before the path breaks off."""
        node: Node = self.root
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            node = found
        return node

    def words(self, path: Steps) -> str:
        """A path in the author's words: `card "five-coffees", option 2`."""
        words = []
        node: Node | None = self.root
        last: Step = ""
        for step in path:
            node = _child(node, step) if node is not None else None
            noun = _NOUNS.get(last) if isinstance(last, str) else None
            if noun is not None:
                words.append(f"{noun} {_name(node, step)}")
            elif isinstance(step, int):
                words.append(f"entry {step + 1}")
            elif step not in _NOUNS:
                words.append(step if step.isidentifier() else quoted(step))
            last = "" if noun is not None else step
        return ", ".join(words)

    def problem(
        self,
        check: str,
        level: Level,
        path: Steps,
        text: str,
        *,
        hint: str = "",
        field: str = "",
        at: Mark | None = None,
    ) -> Problem:
        """A problem of the node at `path`; it points at that node, or at a `field` of it."""
        mark = at or self._mark(path, field)
        return Problem(
            file=self.file,
            line=mark.line + 1,
            column=mark.column + 1,
            level=level,
            check=check,
            path=self.words(path),
            text=text,
            hint=hint,
            steps=tuple(path),
            cell=str(mark) if isinstance(mark, Cell) else "",
        )

    def _mark(self, path: Steps, field: str) -> Mark:
        node = self.nearest(path)
        inner = _child(node, field) if field else None
        return inner.mark if inner is not None else node.mark


def _child(node: Node, step: Step) -> Node | None:
    if isinstance(node, MapNode):
        return node.entries.get(step) if isinstance(step, str) else None
    if isinstance(node, ListNode) and isinstance(step, int) and 0 <= step < len(node.entries):
        return node.entries[step]
    return None


def _name(node: Node | None, step: Step) -> str:
    """How one of several is called: by its id where it has one, else by its number."""
    if isinstance(step, str):
        return quoted(step)
    inner = node.entries.get("id") if isinstance(node, MapNode) else None
    if isinstance(inner, TextNode) and inner.text.strip():
        return quoted(inner.text)
    return str(step + 1)
