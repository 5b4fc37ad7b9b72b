"""The manuals of the checks, read from their docstrings: a rule, why it matters, examples.

`cxgame explain` prints one, and docs/checks.md holds all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import dedent
from typing import NamedTuple

from game.content.checks import Check
from game.content.problem import Level

_EXAMPLES = re.compile(r"^(PASS|FAIL):\n\n((?:    .*\n|\n)+)", re.MULTILINE)

LEVELS = {
    Level.ERROR: "An error: what it is about cannot be played, and is set aside.",
    Level.WARNING: "A warning: it can be played, and will look wrong in the room.",
    Level.ADVICE: "Advice: it could be better.",
}
"""What each level means, in a sentence."""


class Manual(NamedTuple):
    """A check's docstring, taken apart."""

    rule: str
    """What is asked of a deck, in one line."""
    reasons: str
    """What the check finds and why that matters; may be empty."""
    passing: list[str]
    """Pieces of decks it finds nothing in."""
    failing: list[str]
    """Pieces of decks it finds something in."""


def manual_of(check: Check) -> Manual:
    """Take the docstring of a check apart."""
    text = check.manual + "\n"
    found: dict[str, list[str]] = {"PASS": [], "FAIL": []}
    for verdict, example in _EXAMPLES.findall(text):
        found[verdict].append(dedent(example).strip("\n"))
    rule, _, reasons = _EXAMPLES.sub("", text).partition("\n")
    return Manual(rule, reasons.strip(), found["PASS"], found["FAIL"])


def as_markdown(check: Check, heading: str = "#") -> str:
    """The manual as a page, or as a section of one with more marks for its `heading`."""
    return "\n\n".join(_parts(check, heading)) + "\n"


def _parts(check: Check, heading: str) -> Iterator[str]:
    manual = manual_of(check)
    yield f"{heading} {check.id}"
    yield f"**{manual.rule}**"
    yield LEVELS[check.level]
    if manual.reasons:
        yield manual.reasons
    for title, examples in (("Good:", manual.passing), ("Not good:", manual.failing)):
        for example in examples:
            yield title
            yield f"```yaml\n{example}\n```"
    if check.silenceable:
        yield f"Where it is meant, it is silenced with `silence: {{{check.id}: the reason}}`."
