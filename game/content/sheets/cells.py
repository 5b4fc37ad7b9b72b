"""Between a cell and a node: what a spreadsheet made of a text is told, or undone if safe."""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.content.checks import sheet as check
from game.content.fields import Decimal, FieldType, Flag, Language, Whole, Word
from game.content.nodes import REFUSED, ListNode, MapNode, Node, TextNode
from game.content.records import Effects, ListOf
from game.content.report import Report
from game.content.sheets.columns import language_code
from game.content.sheets.grid import Found, Holds
from game.content.silence import Silences
from game.content.write import tidy

_TRUTHS = {
    "ja": "true", "waar": "true", "true": "true", "yes": "true", "x": "true",
    "nee": "false", "onwaar": "false", "false": "false", "no": "false",
}  # fmt: skip
_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")
_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")
_EFFECT = re.compile(r"\s*([^\s:=,;]+)\s*[:=\s]\s*([+-]?[^\s,;]+)\s*")
_TAG = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^,;]+?))\s*(?:[,;]|$)')
_IN_QUOTES = '"'
"""The style of a text that may hold characters nobody sees: its reader looks for them."""


def node_of(
    found: Found, type_: FieldType | None, name: str, report: Report, *, decimal: str
) -> Node:
    """What stands in a cell, for a field of this type; `name` is the heading above it.

    `decimal` is the sign before decimals, or empty where that may be either.
    """
    if found.holds is not Holds.TEXT:
        odd = _odd(found, type_, name, report)
        if odd is not None:
            return odd
    match type_:
        case Whole() | Decimal():
            return _number(found, name, report, decimal=decimal)
        case Flag():
            return TextNode(_TRUTHS.get(found.text.strip().lower(), found.text), found.at)
        case Word(among=among):
            return TextNode(_among(found.text, [str(one) for one in among]), found.at, _IN_QUOTES)
        case Language():
            return TextNode(language_code(found.text), found.at, _IN_QUOTES)
        case Effects():
            return _effects(found)
        case Silences():
            return _silences(found)
        case ListOf():
            return _tags(found)
        case _:
            return TextNode(found.text, found.at, _IN_QUOTES)


def _odd(found: Found, type_: FieldType | None, name: str, report: Report) -> Node | None:
    """The node of a cell that does not hold what was typed, told; None where it may."""
    expected = type_.expected if type_ is not None else "text"
    match found.holds:
        case Holds.FORMULA:
            check.formula(report, found.at, name, found.text)
        case Holds.ERROR:
            check.broken_formula(report, found.at, name, found.text)
        case Holds.DATE:
            check.moment(report, found.at, name, found.text, expected)
        case Holds.FLAG if not isinstance(type_, Flag):
            check.truth(report, found.at, name, found.text, expected)
        case _:
            return None
    return TextNode(found.text, found.at, REFUSED)


def _among(text: str, words: Iterable[str]) -> str:
    """The word that was typed, whatever its capitals: programs begin a cell with one."""
    typed = " ".join(text.split()).casefold()
    return next((word for word in words if word.casefold() == typed), text)


def _number(found: Found, name: str, report: Report, *, decimal: str) -> Node:
    text = found.text.strip()
    if found.holds is Holds.TEXT:
        doubtful = _THOUSANDS.fullmatch(text)
        if doubtful and "." in text and decimal != ".":
            check.thousands(report, found.at, name, text)
            return TextNode(text, found.at, REFUSED)
        if _COMMA.fullmatch(text) and (decimal == "," or not doubtful):
            text = text.replace(",", ".")
    return TextNode(text, found.at)


def _effects(found: Found) -> Node:
    """`progress 1, connection -1`; anything else stays a text, which its reader tells."""
    text = found.text.strip().removeprefix("{").removesuffix("}").strip(" ,;\n")
    node = MapNode(found.at)
    for part in re.split(r"[,;\n]", text):
        pair = _EFFECT.fullmatch(part)
        if pair is None or pair[1] in node.entries:
            return TextNode(found.text, found.at)
        node.entries[pair[1]] = TextNode(pair[2], found.at)
    return node


def _silences(found: Found) -> Node:
    """A line for each check: its id, a colon, the reason."""
    node = MapNode(found.at)
    for line in found.text.strip().splitlines():
        id_, _, reason = line.partition(":")
        if id_.strip():
            before = node.entries.get(id_.strip())
            more = f"{before.text}; " if isinstance(before, TextNode) else ""
            node.entries[id_.strip()] = TextNode(more + reason.strip(), found.at)
    return node


def _tags(found: Found) -> Node:
    """Tags with commas between them; one that has a comma itself stands in quotes."""
    node = ListNode(found.at)
    for tag in _TAG.finditer(" ".join(found.text.splitlines())):
        text = tag[2] if tag[1] is None else tag[1].replace('""', '"')
        if text.strip():
            node.entries.append(TextNode(text, found.at, _IN_QUOTES))
    return node


def effects_text(node: MapNode) -> str:
    """The cell for what an answer does to the meters."""
    return ", ".join(f"{meter} {_text(change)}" for meter, change in node.entries.items())


def silences_text(node: MapNode) -> str:
    """The cell for the checks that are silent, and why."""
    return "\n".join(f"{id_}: {_text(reason)}" for id_, reason in node.entries.items())


def tags_text(node: ListNode) -> str:
    """The cell for a list of tags."""
    return ", ".join(_tag(_text(entry)) for entry in node.entries)


def _tag(text: str) -> str:
    if re.search(r'[,;"]', text):
        return '"' + text.replace('"', '""') + '"'
    return text


def _text(node: Node) -> str:
    """A text of one line, as its reader will take it."""
    text = tidy(node.text) if isinstance(node, TextNode) else ""
    return " ".join(text.split()) if "\n" in text else text
