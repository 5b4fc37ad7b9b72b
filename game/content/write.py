"""From nodes to YAML, in the hand the shipped decks are written in.

Long texts are folded, short groups of fields stand on one line, cards have a blank line between
them. What is written reads back as the same nodes; comments are not kept, as nodes have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from game.content.nodes import ListNode, MapNode, Node, TextNode
from game.content.wording import UNPRINTABLE

WIDTH: Final = 100
"""Columns of a line; only a word that is longer goes beyond."""

_ON_ONE_LINE = ("bands", "meters", "silence", "absolute", "relative", "tags")
"""Fields whose groups and lists stand on one line where they fit."""
_ENTRIES_ON_ONE_LINE = ("effects",)
"""Lists whose entries do."""
_NAMES = frozenset({"name", "line"})
"""A group of these alone stands on one line, too: `wim: {name: 'Wim, 71'}`."""
_APART = ("cards", "twists", "mirrors")
"""Sections whose entries have a blank line between them."""
_SIGNS = "-?:,[]{}#&*!|>'\"%@`"
_IN_FLOW = re.compile(r"[,\[\]{}]")
_BREAK = re.compile(r"(?<=[^ ]) (?=[^ ])")


def yaml_of(root: MapNode) -> str:
    """The text of a file that holds these fields."""
    lines: list[str] = []
    for name, node in root.entries.items():
        if type(node) is not TextNode and lines:
            lines.append("")
        lines += _field(name, node, 0)
    return "\n".join(lines) + "\n"


def tidy(text: str) -> str:
    """A text as readers of fields take it: trimmed, its lines without blanks around them."""
    text = UNPRINTABLE.sub("", text).strip()
    if "\n" in text or "\t" in text or "\r" in text:
        return "\n".join(" ".join(line.split()) for line in text.splitlines())
    return text


def _field(name: str, node: Node, indent: int) -> Iterator[str]:
    """`name: value`, on one line or on many."""
    key = f"{' ' * indent}{scalar(name)}:"
    if type(node) is TextNode:
        yield from text_lines(key, node, indent)
        return
    short = _short(node, wanted=name in _ON_ONE_LINE)
    if short is not None and (not node.entries or len(key) + 1 + len(short) <= WIDTH):
        yield f"{key} {short}"
        return
    yield key
    if isinstance(node, MapNode):
        yield from _fields(name, node, indent + 2)
    else:
        yield from _entries(name, node, indent + 2)


def _fields(name: str, node: MapNode, indent: int) -> Iterator[str]:
    for index, (inner, value) in enumerate(node.entries.items()):
        if name in _APART and index and indent == 2:
            yield ""
        yield from _field(inner, value, indent)


def _entries(name: str, node: ListNode, indent: int) -> Iterator[str]:
    """Each entry behind its hyphen."""
    hyphen = f"{' ' * indent}-"
    for index, entry in enumerate(node.entries):
        if name in _APART and index:
            yield ""
        if type(entry) is TextNode:
            yield from text_lines(hyphen, entry, indent)
            continue
        short = _short(entry, wanted=name in _ENTRIES_ON_ONE_LINE)
        if short is not None and (not entry.entries or len(hyphen) + 1 + len(short) <= WIDTH):
            yield f"{hyphen} {short}"
            continue
        inner = (
            _fields("", entry, indent + 2)
            if isinstance(entry, MapNode)
            else _entries("", entry, indent + 2)
        )
        first = next(inner)
        yield f"{hyphen} {first[indent + 2 :]}"
        yield from inner


def _short(node: MapNode | ListNode, *, wanted: bool) -> str | None:
    """A group or a list on one line, or None where that is not done."""
    if not node.entries:
        return "{}" if isinstance(node, MapNode) else "[]"
    if isinstance(node, MapNode):
        return _group(node) if wanted or node.entries.keys() <= _NAMES else None
    return _list(node) if wanted else None


def _group(node: MapNode) -> str | None:
    parts = []
    for name, value in node.entries.items():
        inner = _list(value) if isinstance(value, ListNode) else _word(value)
        if inner is None:
            return None
        parts.append(f"{scalar(name, flow=True)}: {inner}")
    return f"{{{', '.join(parts)}}}"


def _list(node: ListNode) -> str | None:
    parts = [_word(entry) for entry in node.entries]
    return None if None in parts else f"[{', '.join(map(str, parts))}]"


def _word(node: Node) -> str | None:
    """A single value of one line; None for anything else."""
    text = tidy(node.text) if isinstance(node, TextNode) else "\n"
    return None if "\n" in text else scalar(text, flow=True)


def text_lines(before: str, node: TextNode, indent: int) -> Iterator[str]:
    """A value behind its name or hyphen: beside it, or folded beneath."""
    text = tidy(node.text)
    if not text:
        yield before
        return
    margin = " " * (indent + 2)
    if "\n" not in text:
        beside = f"{before} {scalar(text)}"
        if len(beside) <= WIDTH or " " not in text:
            yield beside
            return
    paragraphs = text.split("\n")
    if len(paragraphs) > 1 and all(len(margin) + len(one) <= WIDTH for one in paragraphs):
        yield f"{before} |-"
        yield from (margin + one if one else "" for one in paragraphs)
        return
    yield f"{before} >-"
    for index, paragraph in enumerate(paragraphs):
        if index:
            yield ""  # beside the one between folded lines: that makes it a line break
        if paragraph:
            yield from (margin + line for line in _folded(paragraph, WIDTH - len(margin)))


def _folded(paragraph: str, width: int) -> Iterator[str]:
    """Lines that read back as the paragraph: broken at single blanks alone."""
    line = ""
    for piece in _BREAK.split(paragraph):
        if line and len(line) + 1 + len(piece) > width:
            yield line
            line = piece
        else:
            line = f"{line} {piece}" if line else piece
    yield line


def scalar(text: str, *, flow: bool = False) -> str:
    """A text on one line, in quotes where it would be read as something else."""
    if not text:
        return "''"
    number = text[0] == "-" and text[1:2].isdigit()
    if (
        (text[0] in _SIGNS and not number)
        or ": " in text
        or " #" in text
        or text.endswith(":")
        or (flow and _IN_FLOW.search(text))
    ):
        if "'" in text and '"' not in text and "\\" not in text:
            return f'"{text}"'
        return "'" + text.replace("'", "''") + "'"
    return text
