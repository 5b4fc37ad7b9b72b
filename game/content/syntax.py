"""What PyYAML says when it stops, said again for people who do not know YAML.

Both parsers, the C one and the Python one, are understood; a complaint that is not known is
passed on as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from game.content.wording import quoted

if TYPE_CHECKING:
    from yaml.error import Mark, YAMLError

_LINE_ENDS = ("\r\n", "\r")
_FIELD = re.compile(r"[\w-]+:(?: |$)")
_GLUED = re.compile(r"([a-z_]+):(?!//)(\S.*)")
"""A field whose colon has no space behind it; an address is none."""


class Complaint(NamedTuple):
    """Where the parser stopped (from 0), what is wrong, and how to mend it."""

    line: int
    column: int
    text: str
    hint: str = ""


def explain(error: YAMLError | ValueError | OverflowError, text: str) -> Complaint:
    """The sentence for an error of the parser in `text`."""
    problem = str(getattr(error, "problem", None) or error)
    mark: Mark | None = getattr(error, "problem_mark", None)
    begun: Mark | None = getattr(error, "context_mark", None) or mark
    if mark is None or begun is None:
        return Complaint(0, 0, f"this is no YAML: {quoted(problem)}")
    lines = _lines(text)
    here, start = _Place(lines, mark), _Place(lines, begun)
    return _whitespace(here, start) or _known(
        problem, str(getattr(error, "context", "")), here, start
    )


class _Place:
    """A mark, and what stands on its line."""

    def __init__(self, lines: list[str], mark: Mark) -> None:
        self.line, self.column = mark.line, mark.column
        whole = lines[mark.line] if mark.line < len(lines) else ""
        self.indent = whole[: len(whole) - len(whole.lstrip())]
        self.before, self.rest = whole[: mark.column].rstrip(), whole[mark.column :]

    def say(self, text: str, hint: str = "") -> Complaint:
        return Complaint(self.line, self.column, text, hint)


def _lines(text: str) -> list[str]:
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    return text.split("\n")


def _whitespace(here: _Place, start: _Place) -> Complaint | None:
    """The usual culprit: an indentation that looks right and is made of something else."""
    for place in (here, start):
        for character, name in (("\t", "a tab"), ("\xa0", "a no-break space")):
            if character in place.indent:
                column = place.indent.index(character)
                return Complaint(
                    place.line, column, f"{name} stands in the indentation", "indent with spaces"
                )
    return None


def _known(problem: str, context: str, here: _Place, start: _Place) -> Complaint:
    for words, answer in _ANSWERS:
        if words in problem or words in context:
            return answer(here, start)
    return here.say(f"this is no YAML: {quoted(problem)}")


def _colon(here: _Place, _: _Place) -> Complaint:
    return here.say(
        '": " stands in the middle of a text',
        "put the whole text in quotes, or mend the indentation of this line",
    )


def _cannot_begin(here: _Place, _: _Place) -> Complaint:
    found = quoted(here.rest[:1]) if here.rest else "this character"
    return here.say(f"a text cannot begin with {found}", "put the whole text in quotes")


def _never_closed(_: _Place, start: _Place) -> Complaint:
    return start.say(
        "this quotation mark is never closed",
        "put one at the end; an apostrophe inside '…' is written twice",
    )


def _stands_alone(_: _Place, start: _Place) -> Complaint:
    glued = _GLUED.match(start.rest)
    if glued is not None:
        better = quoted(f"{glued[1]}: {glued[2]}")
        return start.say("no space stands behind the colon", f"write {better}")
    found = quoted(start.rest.split(" #")[0]) if start.rest.strip() else "this"
    return start.say(
        f"{found} stands alone; expected a name, a colon and a space",
        "if it belongs to the text above, indent it further",
    )


def _does_not_fit(here: _Place, start: _Place) -> Complaint:
    if here.before[-1:] in ("'", '"'):
        return here.say(
            "the text goes on after its closing quotation mark", "put the whole text in quotes"
        )
    if start.rest.startswith("- ") and _FIELD.match(here.rest):
        return here.say(
            f"this does not fit what begins on line {start.line + 1}",
            'put "- " in front of it if it is a new entry; else indent it further',
        )
    return here.say(
        f"this does not fit what begins on line {start.line + 1}",
        "indent it like the other lines there",
    )


def _bracket(here: _Place, start: _Place) -> Complaint:
    opening = start.rest[:1]
    closing = {"[": "]", "{": "}"}.get(opening)
    if closing is None:  # where a text was expected, parsers do not say which bracket is open
        return here.say(
            "a text is missing here, or the bracket that closes a list",
            "close what is open, or put a text that begins with a bracket in quotes",
        )
    return here.say(
        f'expected a comma or "{closing}": the "{opening}" on line {start.line + 1} is still open',
        "a text with a comma, a colon or a bracket in it needs quotes here",
    )


def _list_here(here: _Place, _: _Place) -> Complaint:
    return here.say(
        "a list cannot begin behind a name on the same line",
        'begin it on the next line, or put a text that begins with "- " in quotes',
    )


def _backslash(here: _Place, _: _Place) -> Complaint:
    # Parsers stop at the backslash, or behind it where a code should follow.
    at = (here.before + here.rest[:1]).rfind("\\")
    return Complaint(
        here.line,
        at if at >= 0 else here.column,
        'a backslash has a meaning of its own inside "…"',
        "use '…' around the text, or write the backslash twice",
    )


def _tag(_: _Place, start: _Place) -> Complaint:
    return start.say('a text cannot begin with "!"', "put the whole text in quotes")


def _anchor(_: _Place, start: _Place) -> Complaint:
    return start.say(
        f"a text cannot begin with {quoted(start.rest[:1])}", "put the whole text in quotes"
    )


def _block(here: _Place, start: _Place) -> Complaint:
    sign = quoted(start.rest[:1])
    return here.say(
        f"the text of a {sign} begins on the next line",
        f"put a text that begins with {sign} in quotes",
    )


def _directive(here: _Place, _: _Place) -> Complaint:
    return here.say('a line cannot begin with "%"', "put the text in quotes, or indent it")


_ANSWERS = (
    ("mapping values are not allowed", _colon),
    ("unexpected end of stream", _never_closed),
    ("document indicator", _never_closed),
    ("document separator", _never_closed),
    ("quoted scalar", _backslash),
    ("cannot start any token", _cannot_begin),
    ("tag", _tag),
    ("anchor", _anchor),
    ("alias", _anchor),
    ("block scalar", _block),
    ("%", _directive),
    ("directive", _directive),
    ("incompatible YAML", _directive),
    ("could not find expected ':'", _stands_alone),
    ("block sequence entries are not allowed", _list_here),
    ("sequence entries are not allowed", _list_here),
    ("flow", _bracket),
    ("block collection", _does_not_fit),
    ("block mapping", _does_not_fit),
    ("document start", _does_not_fit),
    ("found unexpected ':'", _colon),
)
