"""What PyYAML says when it stops, said again for people who do not know YAML.

Both parsers, the C one and the Python one, are understood; a complaint that is not known is
passed on as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.content import slips
from game.content.slips import FIELD, Complaint, Place
from game.content.wording import quoted

if TYPE_CHECKING:
    from yaml.error import Mark, YAMLError

_LINE_ENDS = ("\r\n", "\r")
_GLUED = re.compile(r"([a-z_]+):(?!//)(\S.*)")
"""A field whose colon has no space behind it; an address is none."""
_REMARKS = ("//", "--", "<!--", ";")
"""What begins a remark elsewhere."""


def explain(error: YAMLError | ValueError | OverflowError, text: str) -> Complaint:
    """The sentence for an error of the parser in `text`."""
    problem = str(getattr(error, "problem", None) or error)
    mark: Mark | None = getattr(error, "problem_mark", None)
    begun: Mark | None = getattr(error, "context_mark", None) or mark
    if mark is None or begun is None:
        return Complaint(0, 0, f"this is no YAML: {quoted(problem)}")
    lines = _lines(text)
    here = Place(lines, mark.line, mark.column)
    start = Place(lines, begun.line, begun.column)
    return _whitespace(here, start) or _known(
        problem, str(getattr(error, "context", "")), here, start
    )


def _lines(text: str) -> list[str]:
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    return text.split("\n")


def _whitespace(here: Place, start: Place) -> Complaint | None:
    """The usual culprit: an indentation that looks right and is made of something else."""
    # A no-break space is a letter to YAML: often only the line after it is one too many.
    above = here.above()
    if above is not None and above.rest.startswith("\xa0"):
        here = above
    for place in (here, start):
        for character, name in (("\t", "a tab"), ("\xa0", "a no-break space")):
            if character in place.indent:
                column = place.indent.index(character)
                return Complaint(
                    place.line, column, f"{name} stands in the indentation", "indent with spaces"
                )
    return None


def _known(problem: str, context: str, here: Place, start: Place) -> Complaint:
    for words, answer in _ANSWERS:
        if words in problem or words in context:
            return answer(here, start)
    return here.say(f"this is no YAML: {quoted(problem)}")


def _cannot_begin(here: Place, _: Place) -> Complaint:
    found = quoted(here.rest[:1]) if here.rest else "this character"
    return here.say(f"a text cannot begin with {found}", "put the whole text in quotes")


def _stands_alone(_: Place, start: Place) -> Complaint:
    glued = _GLUED.match(start.rest)
    if glued is not None:
        slip = slips.unseen(start, glued.start(2))
        if slip is not None:
            return slip
        better = quoted(f"{glued[1]}: {glued[2]}")
        return start.say("no space stands behind the colon", f"write {better}")
    found = quoted(start.rest.split(" #")[0]) if start.rest.strip() else "this"
    hint = "if it belongs to the text above, indent it further"
    if start.rest.startswith(_REMARKS):
        hint = 'a remark begins with "#"'
    return start.say(f"{found} stands alone; expected a name, a colon and a space", hint)


def _does_not_fit(here: Place, start: Place) -> Complaint:
    slip = slips.goes_on(here) or slips.hyphen(here, start)
    if slip is not None:
        return slip
    if start.rest.startswith("- ") and FIELD.match(here.rest):
        n = start.column + len(start.rest) - len(start.rest[1:].lstrip())
        return here.say(
            f"this does not fit what begins on line {start.line + 1}",
            f'put "- " in front of it if it is a new entry; else indent it with {n} spaces',
        )
    return here.say(
        f"this does not fit what begins on line {start.line + 1}",
        "indent it like the other lines there",
    )


def _after_the_end(here: Place, start: Place) -> Complaint:
    """The parser takes the file to have ended: at a line of three dots, or behind a bracket."""
    above = here.above()
    if above is not None and above.rest.rstrip() == "...":
        return above.say('a line "..." ends the file, and more follows', "take that line out")
    return _does_not_fit(here, start)


def _bracket(here: Place, start: Place) -> Complaint:
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


def _list_here(here: Place, _: Place) -> Complaint:
    return here.say(
        "a list cannot begin behind a name on the same line",
        'begin it on the next line, or put a text that begins with "- " in quotes',
    )


def _backslash(here: Place, _: Place) -> Complaint:
    # Parsers stop at the backslash, or behind it where a code should follow.
    at = (here.before + here.rest[:1]).rfind("\\")
    return Complaint(
        here.line,
        at if at >= 0 else here.column,
        'a backslash has a meaning of its own inside "…"',
        "use '…' around the text, or write the backslash twice",
    )


def _tag(_: Place, start: Place) -> Complaint:
    return start.say('a text cannot begin with "!"', "put the whole text in quotes")


def _anchor(_: Place, start: Place) -> Complaint:
    return start.say(
        f"a text cannot begin with {quoted(start.rest[:1])}", "put the whole text in quotes"
    )


def _block(here: Place, start: Place) -> Complaint:
    sign = quoted(start.rest[:1])
    return here.say(
        f"the text of a {sign} begins on the next line",
        f"put a text that begins with {sign} in quotes",
    )


def _directive(here: Place, _: Place) -> Complaint:
    return here.say('a line cannot begin with "%"', "put the text in quotes, or indent it")


_ANSWERS = (
    ("mapping values are not allowed", slips.colon),
    ("unexpected end of stream", slips.never_closed),
    ("document indicator", slips.never_closed),
    ("document separator", slips.never_closed),
    ("quoted scalar", _backslash),
    ("cannot start any token", _cannot_begin),
    ("mapping keys are not allowed", _cannot_begin),
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
    ("document start", _after_the_end),
    ("flow", _bracket),
    ("block collection", _does_not_fit),
    ("block mapping", _does_not_fit),
    ("found unexpected ':'", slips.colon),
)
