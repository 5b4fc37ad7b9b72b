"""Beginning a translation, and bringing it up to date: what `cxgame translate` does to the file.

What the author typed stays: words, order, comments. Put in are empty fields for what is missing,
with the deck's text above them (`#>`); above what is older than the deck a remark (`#!`) and the
same; what the deck no longer has becomes a comment. Lines that begin with one of these two signs,
and the field `sources` at the end, belong to the command, and are made anew each time.
"""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from game.content import migrate, pairs
from game.content.blanks import SAYS
from game.content.checks import version
from game.content.lines import Lines
from game.content.nodes import Source
from game.content.planning import TELLS, Plan, Remarks
from game.content.texts import Original, texts_of
from game.content.write import WIDTH
from game.rules.template import DebriefTemplate

_DECK: Final = {
    "en": Remarks(
        begin="Behind {sign} stands what the deck says: write your words in the empty field "
        "beneath it. Then run cxgame translate again; it takes away what is done.",
        stale="The deck changed. It now says:",
        gone="No longer in the deck:",
        kept="What each text was translated from. cxgame translate keeps this; leave it as it is.",
    ),
    "nl": Remarks(
        begin="Achter {sign} staat wat de kaartset zegt: schrijf jouw woorden in het lege veld "
        "eronder. Draai daarna cxgame translate opnieuw; dat haalt weg wat klaar is.",
        stale="De kaartset is veranderd. Er staat nu:",
        gone="Staat niet meer in de kaartset:",
        kept="Waaruit elke tekst is vertaald. cxgame translate houdt dit bij; laat het zo staan.",
    ),
}
"""By the language of the translation: whoever writes it reads these."""
_DEBRIEF: Final = {
    "en": Remarks(
        begin="Behind {sign} stands what the debrief says: write your words in the empty field "
        "beneath it. Then run cxgame translate again; it takes away what is done.",
        stale="The debrief changed. It now says:",
        gone="No longer in the debrief:",
        kept=_DECK["en"].kept,
    ),
    "nl": Remarks(
        begin="Achter {sign} staat wat het nagesprek zegt: schrijf jouw woorden in het lege veld "
        "eronder. Draai daarna cxgame translate opnieuw; dat haalt weg wat klaar is.",
        stale="Het nagesprek is veranderd. Er staat nu:",
        gone="Staat niet meer in het nagesprek:",
        kept=_DECK["nl"].kept,
    ),
}
"""The same in the translation of a debrief."""


class Updated(NamedTuple):
    """A translation after it was brought up to date."""

    text: str
    """Of the whole file."""
    missing: int
    """Texts that have no translation yet."""
    stale: int
    """Texts that are older than the deck's."""
    shelved: int
    """Parts that the deck no longer has, which are comments now."""


class CannotUpdateError(Exception):
    """The file is written in a way that changing it by lines would lose something."""


def remarks_for(original: Original, language: str) -> Remarks:
    """The remarks in the language of a translation; in English where it has none."""
    known = _DEBRIEF if isinstance(original, DebriefTemplate) else _DECK
    return known.get(language.partition("-")[0], known["en"])


def begun(original: Original, language: str) -> str:
    """The first lines of a new translation."""
    remarks = remarks_for(original, language)
    about = textwrap.wrap(remarks.begin.format(sign=SAYS), WIDTH - 2)
    lines = [*(f"# {line}" for line in about), "", "format: 1"]
    return "\n".join([*lines, f"overlay: {original.id}", f"language: {language}", ""])


def updated(
    original: Original, language: str, text: str, accepted: Collection[str] | None = None
) -> Updated:
    """The text of a translation with what is missing and stale marked in it.

    A deck, or a debrief, in its own language. `accepted` are the ids of entries whose translations
    are right as they are (`deck` or `debrief` for its own texts); when empty, all are. The text has
    to be a sound translation of it, but for what it no longer has. Raises `CannotUpdateError`.
    """
    remarks = remarks_for(original, language)
    crlf = "\r\n" in text
    before = _lines(text.replace("\r\n", "\n").replace("\r", "\n"))
    if migrate.format_of(Source("", before.root)) != version.FORMAT:
        before = _lines(migrate.modern("\n".join(before.lines), Source("", before.root)))
    if before.is_flow(before.root):
        before = _lines(before.opened([before.root]))
    memories = pairs.Memories(before.root, None if accepted is None else frozenset(accepted))
    plain = _lines(_without_marks(before))
    plan = Plan(original, plain, memories, remarks)
    while plan.to_open:  # there may be more brackets inside
        plain = _lines(plain.opened(plan.to_open))
        plan = Plan(original, plain, memories, remarks)
    body = plan.changes.made(plain.lines)
    after = _lines(body)
    _verify(before, after, plan)
    kept = "\n".join(_sources(original, after, memories, remarks))
    whole = body.rstrip("\n") + "\n\n" + kept
    if crlf:
        whole = whole.replace("\n", "\r\n")
    return Updated(whole, _missing(original, after), plan.stale, len(plan.changes.shelved))


def _lines(text: str) -> Lines:
    try:
        return Lines(text)
    except ValueError as error:
        raise CannotUpdateError(str(error)) from error


def _without_marks(file: Lines) -> str:
    """The text without what the command itself has put into it."""
    comments = set(file.comments())
    away = {n for n in comments if file.lines[n].lstrip().startswith((SAYS, TELLS))}
    sources = file.root.entries.get(pairs.FIELD)
    if sources is not None and sources.key is not None and not file.is_flow(file.root):
        away.update(set(range(sources.key.line, file.last(sources) + 1)) - comments)
    return "\n".join(line for n, line in enumerate(file.lines) if n not in away)


def _missing(original: Original, after: Lines) -> int:
    """How many texts have no translation."""
    texts = (pair for _, _, inside in pairs.entries(original, after.root) for pair in inside)
    return sum(pair.due and not pair.translated for pair in texts)


def _verify(before: Lines, after: Lines, plan: Plan) -> None:
    """Whatever was translated is still there, or is a comment; otherwise nothing is written."""
    left = sorted([*pairs.words_in(after.root), *plan.gone])
    if sorted(pairs.words_in(before.root)) != left or pairs.FIELD in after.root.entries:
        raise CannotUpdateError("some of its words would be lost")


def _sources(
    original: Original, after: Lines, memories: pairs.Memories, remarks: Remarks
) -> Iterator[str]:
    """The field `sources` as it is now."""
    yield from (f"{TELLS} {line}" for line in textwrap.wrap(remarks.kept, WIDTH - 3))
    yield f"{pairs.FIELD}:"
    under = texts_of(original).noun
    for section, id_, texts in pairs.entries(original, after.root):
        memory = memories.of(section, id_)
        known: dict[str, None] = {}
        for pair in texts:
            if pair.node is not None and pair.translated:
                old = memory.kept(pair.node.text) if memory.is_stale(pair) else []
                known |= dict.fromkeys(old or [pairs.mark(pair.source, pair.node.text)])
        if not known:
            continue
        if section != under:
            yield f"  {section}:"
            under = section
        yield from _wrapped(id_ or section, list(known), 4 if id_ else 2)
    yield ""


def _wrapped(name: str, marks: list[str], column: int) -> Iterator[str]:
    margin = " " * column
    first, *rest = textwrap.wrap(
        f"{name}: {' '.join(marks)}", WIDTH - column - 2, break_on_hyphens=False
    )
    yield margin + first
    yield from (f"{margin}  {line}" for line in rest)
