"""The manuals of the checks, read from their docstrings: a rule, why it matters, examples.

`cxgame explain` prints one in the language that is spoken, and docs/checks.md holds all of them
in English. Their prose is translated like the words of the interface: `tools.catalogues` gathers
each rule and each paragraph, so that one which changes is missing until it is translated again.
Examples are the same in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import dedent, fill
from typing import NamedTuple

from game.content.checks import Check
from game.content.problem import Level
from game.i18n import N_, SOURCE_LANGUAGE, _, language

_EXAMPLES = re.compile(r"^(PASS|FAIL):\n\n((?:    .*\n|\n)+)", re.MULTILINE)
_WIDTH = 99
"""Of a paragraph in another language, in characters; English is as wide as its author made it."""

LEVELS = {
    Level.ERROR: N_("An error: what it is about cannot be played, and is set aside."),
    Level.WARNING: N_("A warning: it can be played, and will look wrong in the room."),
    Level.ADVICE: N_("Advice: it could be better."),
}
"""What each level means, in an English sentence."""


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

    @property
    def paragraphs(self) -> list[str]:
        """The reasons as a translator meets them: each paragraph on a line of its own."""
        return [" ".join(part.split()) for part in self.reasons.split("\n\n") if part.strip()]


def manual_of(check: Check) -> Manual:
    """Take the docstring of a check apart; it is in English."""
    text = check.manual + "\n"
    found: dict[str, list[str]] = {"PASS": [], "FAIL": []}
    for verdict, example in _EXAMPLES.findall(text):
        found[verdict].append(dedent(example).strip("\n"))
    rule, _break, reasons = _EXAMPLES.sub("", text).partition("\n")
    return Manual(rule, reasons.strip(), found["PASS"], found["FAIL"])


def told_manual(check: Check) -> Manual:
    """The manual in the language that is spoken; a paragraph nobody translated stays English."""
    manual = manual_of(check)
    if language() == SOURCE_LANGUAGE:
        return manual
    told = (
        fill(_(paragraph), _WIDTH, break_long_words=False, break_on_hyphens=False)
        for paragraph in manual.paragraphs
    )
    return manual._replace(rule=_(manual.rule), reasons="\n\n".join(told))


def as_markdown(check: Check, heading: str = "#") -> str:
    """The manual as a page, or as a section of one with more marks for its `heading`."""
    return "\n\n".join(_parts(check, heading)) + "\n"


def _parts(check: Check, heading: str) -> Iterator[str]:
    manual = told_manual(check)
    yield f"{heading} {check.id}"
    yield f"**{manual.rule}**"
    yield _(LEVELS[check.level])
    if manual.reasons:
        yield manual.reasons
    for title, examples in ((_("Good:"), manual.passing), (_("Not good:"), manual.failing)):
        for example in examples:
            yield title
            yield f"```yaml\n{example}\n```"
    if check.silenceable:
        sentence = _("Where it is meant, it is silenced with `silence: {{{check}: the reason}}`.")
        yield sentence.format(check=check.id)
