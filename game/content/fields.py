"""Kinds of fields: each turns a node into a value, or says what it expected instead.

The descriptions of decks, boards and rulesets are made of these; so are the sentences about
what is wrong, and later the schema that editors complete from.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any, Final, NamedTuple, Protocol

from game.content import figures
from game.content.checks import structure
from game.content.naming import LONGEST_ID, id_of
from game.content.nodes import MapNode, Node, TextNode
from game.content.report import Named, Report
from game.content.suggest import did_you_mean
from game.content.wording import UNPRINTABLE, code, listed, number

BAD: Final = object()
"""What reading gives where the game gets no value: it has said why, or it is not for the game."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
ENDLESS = 1e12
"""A bound so far away that nobody needs to be told of it."""
_COMMON = ("en", "nl", "de", "fr")
"""Languages that are known by their names as well, to say which code is meant."""
_FLAGS = {"yes": True, "true": True, "no": False, "false": False}


class FieldType(Protocol):
    """What a field can hold."""

    @property
    def expected(self) -> str:
        """What is allowed, to end a sentence with."""

    def read(self, node: Node, name: str, report: Report) -> Any:
        """The value, or `BAD` when the report has been told what is wrong."""


class Text(NamedTuple):
    """Words, as the author typed them."""

    limit: int
    """Most characters."""
    lines: bool = False
    """Line breaks are kept; otherwise the text becomes one line."""
    words: bool = True
    """Has to be translated."""
    due: bool = True
    """A translation without it is not complete."""
    open: bool = False
    """May be left empty: None then."""

    @property
    def expected(self) -> str:
        """What is allowed, to end a sentence with."""
        return f"text of at most {self.limit} characters"

    def read(self, node: Node, name: str, report: Report) -> Any:
        """The text, trimmed; line breaks stay only with `lines`. None where it may be empty."""
        if type(node) is not TextNode:
            structure.wrong(report, node, name, self.expected, hint=_quotes_hint(node))
            return BAD
        text = node.text.strip()
        # Only a text in double quotes can hold what the file itself must not: "\0".
        if node.style == '"' and (bad := UNPRINTABLE.search(text)):
            structure.broken(
                report,
                node.mark,
                f"{name or 'the text'} has the invisible character {code(bad[0])} in it",
                "remove it",
            )
            return BAD
        if "\n" in text or "\t" in text or "\r" in text:
            text = "\n".join(map(_one_line, text.splitlines())) if self.lines else _one_line(text)
        if not text:
            if self.open:
                return None
            structure.wrong(report, node, name, self.expected)
            return BAD
        if len(text) > self.limit:
            structure.broken(
                report,
                node.mark,
                f"{name or 'the text'} has {len(text)} characters; expected at most {self.limit}",
            )
            return BAD
        return text


def _quotes_hint(node: Node) -> str:
    """Why a text became something else; most often nobody thought of its colon."""
    if type(node) is MapNode and len(node.entries) == 1:
        return 'if this is one text, put all of it in quotes: it has ": " in it'
    return "if this is one text, put all of it in quotes: it begins with a bracket or a hyphen"


def _one_line(text: str) -> str:
    return " ".join(text.split())


class Whole(NamedTuple):
    """A whole number within bounds."""

    low: int
    high: int
    check: str = structure.ID
    """Whose bounds these are."""
    word: tuple[str, int] | None = None
    """A word that may stand for a number, and that number."""

    @property
    def expected(self) -> str:
        """What is allowed, to end a sentence with."""
        bounds = f"a whole number from {_signed(self.low)} to {_signed(self.high)}"
        return f"{bounds}, or {self.word[0]}" if self.word is not None else bounds

    def read(self, node: Node, name: str, report: Report) -> Any:
        """The number as an int."""
        text = node.text.strip() if type(node) is TextNode else ""
        if self.word is not None and text == self.word[0]:
            return self.word[1]
        if figures.WHOLE.fullmatch(text):
            value = int(text)
            if self.low <= value <= self.high:
                return value
            # Out of bounds may be a check of its own; no number at all is one of structure.
            structure.wrong(report, node, name, self.expected, check=self.check)
            return BAD
        structure.wrong(report, node, name, self.expected, hint=figures.hint(text))
        return BAD


class Decimal(NamedTuple):
    """A number within bounds, with or without a decimal point."""

    low: float
    high: float

    @property
    def expected(self) -> str:
        """What is allowed, to end a sentence with."""
        if self.high >= ENDLESS:
            least = "of 0 or more" if self.low == 0 else "in digits"
            return f"a number {least}, such as 80 or 12.5"
        return f"a number from {number(self.low)} to {number(self.high)}"

    def read(self, node: Node, name: str, report: Report) -> Any:
        """The number as a float."""
        text = node.text.strip() if type(node) is TextNode else ""
        if figures.is_number(text):
            value = float(text)
            if self.low <= value <= self.high:
                return value
        structure.wrong(report, node, name, self.expected, hint=figures.hint(text, decimals=True))
        return BAD


def _signed(value: int) -> str:
    return str(value).replace("-", "−")


class Flag(NamedTuple):
    """Yes or no."""

    expected: str = "yes or no"

    def read(self, node: Node, name: str, report: Report) -> Any:
        """True for yes or true, False for no or false, in any case."""
        text = node.text.strip() if type(node) is TextNode else ""
        value = _FLAGS.get(text.lower())
        if value is None:
            hint = did_you_mean(text, ["yes", "no"])
            structure.wrong(report, node, name, self.expected, hint=hint)
            return BAD
        return value


class Word(NamedTuple):
    """One of the words of an enumeration."""

    among: type[StrEnum]

    @property
    def expected(self) -> str:
        """What is allowed, to end a sentence with."""
        return listed(self.among)

    def read(self, node: Node, name: str, report: Report) -> Any:
        """The member of the enumeration."""
        text = node.text.strip() if type(node) is TextNode else ""
        try:
            return self.among(text)
        except ValueError:
            structure.wrong(
                report, node, name, self.expected, hint=did_you_mean(text, list(self.among))
            )
            return BAD


class Id(NamedTuple):
    """The id of what is being read, or (`refers`) of something else."""

    what: Named | None = None
    """Whose id; None for that of a whole file."""
    refers: bool = False
    """Names something that stands elsewhere."""

    @property
    def expected(self) -> str:
        """What is allowed, to end a sentence with."""
        if self.refers:
            return f"the id of a {self.what}"
        return "lower-case words with hyphens, such as five-coffees"

    def read(self, node: Node, name: str, report: Report) -> Any:
        """The id; the report remembers it."""
        text = node.text.strip() if type(node) is TextNode else ""
        if type(node) is not TextNode or not is_id(text):
            structure.wrong(report, node, name, self.expected, hint=_id_hint(text))
            return BAD
        if self.what is not None:
            report.mention(report.references if self.refers else report.ids, self.what, node)
        return text


def is_id(text: str) -> bool:
    """True for lower-case words with hyphens, of at most sixty characters."""
    return len(text) <= LONGEST_ID and _ID.fullmatch(text) is not None


def _id_hint(text: str) -> str:
    if len(text) > LONGEST_ID:
        return f"it has {len(text)} characters; expected at most {LONGEST_ID}"
    better = id_of(text)
    return f"write {better}" if better and better != text else ""


class Language(NamedTuple):
    """The code of a language."""

    expected: str = "the code of a language, such as en, nl or pt-BR"

    def read(self, node: Node, name: str, report: Report) -> Any:
        """The code."""
        text = node.text.strip() if type(node) is TextNode else ""
        if not is_language(text):
            structure.wrong(report, node, name, self.expected, hint=did_you_mean(text, _COMMON))
            return BAD
        return text


def is_language(text: str) -> bool:
    """True for `en`, `nl-BE` and their like."""
    return _LANGUAGE.fullmatch(text) is not None


class Picture(NamedTuple):
    """A picture: one of the game's own, or a file beside the deck."""

    of: Named | None = None
    """A category shows an icon, a zone a drawing of the game; anything else any picture."""
    expected: str = "the name of a picture"

    def read(self, node: Node, name: str, report: Report) -> Any:
        """The name; the report remembers it."""
        value = _PICTURE_NAME.read(node, name, report)
        if value is not BAD and type(node) is TextNode:
            report.mention(report.pictures, self.of, node)
        return value


class Sound(NamedTuple):
    """A sound: a file beside the deck."""

    expected: str = "the file of a sound, such as sounds/door.ogg"

    def read(self, node: Node, name: str, report: Report) -> Any:
        """The name; the report remembers it."""
        value = _PICTURE_NAME.read(node, name, report)
        if value is not BAD and type(node) is TextNode:
            report.mention(report.sounds, None, node)
        return value


_PICTURE_NAME = Text(200, words=False)
