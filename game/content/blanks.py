"""What a translation does not have yet: empty fields, and above each what the deck says."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import chain
from typing import Any, Final

from game.content import pairs
from game.content.fields import FieldType, Text
from game.content.records import Group, ListOf, Record
from game.content.texts import Texts
from game.content.write import WIDTH

SAYS: Final = "#>"
"""In front of what the deck says."""
_NARROWEST = 40
"""Columns of a text, however far to the right its field stands."""
_APART = ("cards", "twists", "mirrors", "phases")
"""Sections whose entries have a blank line between them."""


def new_section(texts: Texts, name: str, originals: Sequence[Any]) -> list[str]:
    """A section with every entry that has words."""
    entries = [line for entry in originals for line in new_entry(texts, name, entry, 2)]
    return ["", f"{name}:", *entries] if entries else []


def new_entry(texts: Texts, section: str, entry: Any, column: int) -> list[str]:
    """An entry under its id, with empty fields; nothing for one without words."""
    fields = new_fields(texts.record_of(section, entry), entry, column + 2)
    apart = [""] if section in _APART else []
    return [*apart, f"{' ' * column}{entry.id}:", *fields] if fields else []


def new_fields(record: Record, original: Any, column: int) -> list[str]:
    """All fields of an entry that have to be translated."""
    return [
        line
        for name, field in record.fields.items()
        if (old := pairs.part_of(original, name))
        for line in new_field(name, field.type, old, column)
    ]


def new_field(name: str, type_: FieldType, old: Any, column: int) -> list[str]:
    """An empty field with what the deck says; nothing where nothing has to be translated."""
    field = f"{' ' * column}{name}:"
    match type_:
        case Text(due=due) if due and pairs.has_words(old):
            return [*says(old, column), field]
        case Group(record=record):
            inside = new_fields(record, old, column + 2)
            return [field, *inside] if inside else []
        case ListOf(entry=entry):
            items = (new_item(entry, part, column + 2) for part in old)
            return [field, *chain.from_iterable(items)]
        case _:
            return []


def new_item(type_: FieldType, part: Any, column: int) -> list[str]:
    """An empty entry of a list; also of what needs no translation, to keep its place."""
    margin = " " * column
    if not isinstance(type_, Group):
        return [*says(part, column), f"{margin}-"]
    lines = new_fields(type_.record, part, column + 2)
    if not lines:
        name, old = next((n, o) for n in type_.record.fields if (o := pairs.part_of(part, n)))
        lines = [*says(old, column + 2), f"{margin}  {name}:"]
    first = next(n for n, line in enumerate(lines) if not line.lstrip().startswith(SAYS))
    above = [line[2:] for line in lines[:first]]
    return [*above, f"{margin}- {lines[first].lstrip()}", *lines[first + 1 :]]


def says(text: str, column: int) -> list[str]:
    """What the deck says, as comments."""
    sign = f"{' ' * column}{SAYS}"
    width = max(WIDTH - len(sign) - 1, _NARROWEST)
    return [
        f"{sign} {line}".rstrip()
        for paragraph in text.split("\n")
        for line in textwrap.wrap(paragraph, width, break_long_words=False, break_on_hyphens=False)
        or [""]
    ]
