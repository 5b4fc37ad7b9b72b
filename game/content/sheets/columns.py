"""What a sheet and a column are: where in a deck it leads, and what it is called.

Which there are is in `game.content.sheets.layout`.
"""

from __future__ import annotations

from typing import Final, NamedTuple, TypeAlias

from game.content.fields import FieldType, Text, is_language
from game.content.pairs import FIELD as SOURCES
from game.content.records import Group, ListOf, Record

Path: TypeAlias = tuple[str | int, ...]
"""The way to a field of an entry: `("options", 0, "text")`; lists count from 0."""

LANGUAGES: Final = ("en", "nl")
"""The languages headings are understood in; other people get English ones."""

BANDS: Final = "bands"
REACH: Final = "reach"
"""Under `bands`: whether they are absolute or relative. No field of the deck, but its name."""
WIDTHS: Final = "widths"
"""Under `bands`: the three numbers."""


def language_code(typed: str) -> str:
    """The code of a language that was meant: `nl` for ` NL`; what is none stays as it was typed."""
    language, hyphen, region = typed.strip().partition("-")
    code = f"{language.lower()}{hyphen}{region.upper()}"
    return code if is_language(code) else typed


class Said(NamedTuple):
    """The same in both languages of headings."""

    en: str
    nl: str

    def in_(self, language: str) -> str:
        """In a language; English where it is another."""
        return self.nl if language == "nl" else self.en


class Column(NamedTuple):
    """One column of a sheet."""

    path: Path
    name: Said
    width: int = 12
    """Characters."""

    def heading(self, language: str, translation: str = "") -> str:
        """What stands above it: `title`, `title (nl)`."""
        name = self.name.in_(language)
        return f"{name} ({translation})" if translation else name

    @property
    def field(self) -> str:
        """The field of the entry that it belongs to, or that it is."""
        return str(self.path[0])


MEMORY: Final = Column((SOURCES,), Said("translated from", "vertaald uit"), 20)
"""What a translation remembers of the texts it was made of: `cxgame translate` reads it.

Its cells are hidden from people; without them, nobody is told what has become stale.
"""


class Table(NamedTuple):
    """One sheet: the entries of a section, one a row."""

    section: str
    """The field of the deck; `deck` for its own few fields."""
    name: Said
    record: Record
    columns: tuple[Column, ...]

    def type_of(self, column: Column) -> FieldType | None:
        """What the field that a column leads to may hold; None for the reach of bands."""
        if column == MEMORY:
            return None
        type_: FieldType | None = self.record.fields[column.field].type
        for step in column.path[1:]:
            if isinstance(type_, Group):
                inner = type_.record.fields.get("absolute" if step == WIDTHS else str(step))
                type_ = inner.type if inner is not None else None
            elif isinstance(type_, ListOf):
                type_ = type_.entry
        return type_

    def translated(self, column: Column) -> bool:
        """True for words, which have a column for each language, and for what is kept of them."""
        if column == MEMORY:
            return True
        type_ = self.type_of(column)
        return isinstance(type_, Text) and type_.words

    def needed(self, column: Column) -> bool:
        """True where every entry has it."""
        known = self.record.fields.get(column.field)
        return len(column.path) == 1 and known is not None and known.needed
