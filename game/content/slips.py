"""Slips in YAML written by hand: quotes, hyphens and brackets that mean more than was thought.

Each answer says what its author has to type; `game.content.syntax` knows when to ask for which.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from game.content.wording import code, quoted

FIELD = re.compile(r"[\w-]+:(?: |$)")
_APOSTROPHE = re.compile(r"'(?:s|t|n|k|m|em|tis|twas|cause)\b", re.IGNORECASE)
"""How a text begins in which it is no quotation mark: 's Avonds, 't kan, 'cause."""
_CURLY = re.compile("[“”„]")
_BRACKETED = re.compile(r"\s*(?:- +)*(?:[\w-]+: +)?[\[{]")
"""A line whose value begins with a bracket."""
_NO_HYPHEN = re.compile("[–—−•·] ")
"""What word processors make of a hyphen."""
_NAME_ALONE = re.compile(r"\s+[\w-]+")


class Complaint(NamedTuple):
    """Where the parser stopped (from 0), what is wrong, and how to mend it."""

    line: int
    column: int
    text: str
    hint: str = ""


class Place:
    """A mark, and what stands on its line."""

    def __init__(self, lines: list[str], line: int, column: int) -> None:
        self.line, self.column, self._lines = line, column, lines
        self.whole = lines[line] if line < len(lines) else ""
        self.indent = self.whole[: len(self.whole) - len(self.whole.lstrip())]
        self.before, self.rest = self.whole[:column].rstrip(), self.whole[column:]

    def above(self) -> Place | None:
        """The beginning of the nearest line above that is not empty."""
        for line in range(min(self.line, len(self._lines)) - 1, -1, -1):
            if self._lines[line].strip():
                return Place(self._lines, line, 0)
        return None

    def say(self, text: str, hint: str = "") -> Complaint:
        """A complaint of this very place."""
        return Complaint(self.line, self.column, text, hint)


def colon(here: Place, _: Place) -> Complaint:
    """A colon where no name can stand before it."""
    if _NAME_ALONE.fullmatch(here.before):
        return Complaint(
            here.line,
            len(here.indent),
            "this line is indented further than the one it follows",
            "indent it like the other lines there; "
            "if it belongs to the text above, put all of that text in quotes",
        )
    hint = "put the whole text in quotes"
    if ": " not in here.before:
        hint += ", or mend the indentation of this line"
    return here.say('": " stands in the middle of a text', hint)


def never_closed(_: Place, start: Place) -> Complaint:
    """A text in quotes that goes on to the end of the file."""
    hint = "put one at the end; an apostrophe inside '…' is written twice"
    if _APOSTROPHE.match(start.rest):
        hint = 'put "…" around the whole text, which begins with an apostrophe'
    elif start.rest.startswith('"') and _CURLY.search(start.rest):
        hint = "the one at the end is curly; type a straight one there"
    return start.say("this quotation mark is never closed", hint)


def goes_on(here: Place) -> Complaint | None:
    """Something stands behind the quotation mark or the bracket that closed a text."""
    closing = here.before[-1:]
    if closing in ("]", "}") and _BRACKETED.match(here.whole):
        text = "the text goes on after its closing bracket"
        return here.say(text, "put the whole text in quotes")
    if not closing or closing not in "'\"":
        return None
    if closing in here.rest:
        hint = "an apostrophe inside '…' is written twice"
        if closing == '"':
            hint = 'inside "…", write “ and ” for those within the text'
    else:
        hint = (
            "put '…' around the whole text" if closing == '"' else 'put "…" around the whole text'
        )
    return here.say("the text goes on after its closing quotation mark", hint)


def hyphen(here: Place, start: Place) -> Complaint | None:
    """A hyphen that begins no entry of a list, or something else that was meant to."""
    listed = start.rest.startswith("-")
    if listed and re.match(r"-[^\s-]", here.rest):
        better = quoted(f"- {here.rest[1:]}")
        return here.say("no space stands behind the hyphen", f"write {better}")
    if _NO_HYPHEN.match(here.rest):
        sign = quoted(here.rest[:1])
        return here.say(f"{sign} is no hyphen", 'an entry of a list begins with "- "')
    if not listed and (here.rest.startswith("- ") or here.rest.rstrip() == "-"):
        return here.say(
            f"this does not fit what begins on line {start.line + 1}",
            'take the "-" out, or indent it like the other entries of its list',
        )
    return None


def unseen(start: Place, behind: int) -> Complaint | None:
    """A character nobody sees, so many characters behind the place."""
    sign = start.rest[behind : behind + 1]
    if not sign or sign.isprintable():
        return None
    text = f"the invisible character {code(sign)} stands here"
    return Complaint(start.line, start.column + behind, text, "delete it, and type a space")
