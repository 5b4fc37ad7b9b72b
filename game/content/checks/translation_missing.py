"""Every text is translated.

A text without a translation is shown in the deck's own language, in the middle of a session in
another. Numbers, tags and sources may stay as they are. A translation says nothing of texts the
deck does not have. Debriefs are looked at in the same way.

PASS:

    cards:
      - id: ring-him
        kind: open
        category: insights
        title: A mail from “System”
        prompt: Ring him.
    # deck.nl.yaml
    title: Voorbeeld
    categories:
      insights: {name: Inzicht}
    cards:
      ring-him:
        title: Een mail van “Systeem”
        prompt: Bel hem op.

FAIL:

    cards:
      - id: ring-him
        kind: open
        category: insights
        title: A mail from “System”
        prompt: Ring him.
    # deck.nl.yaml
    title: Voorbeeld
    categories:
      insights: {name: Inzicht}
    cards:
      ring-him:
        title: Een mail van “Systeem”
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from game.content import pairs
from game.content.problem import Level, Problem, Untranslated
from game.content.wording import listed

if TYPE_CHECKING:
    from game.content.deck import Subject
    from game.content.nodes import Source
    from game.content.texts import Original

ID = "translation-missing"
LEVEL = Level.WARNING

_MOST_NAMED = 4
_MOST_APART = 5
"""Parts of one translation that are each told by themselves."""


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for each part of the deck that is not, or not wholly, translated."""
    for overlay in subject.overlays:
        yield from missing_in(subject.deck, overlay.language, overlay.source, overlay.unread)


def missing_in(
    original: Original,
    language: str,
    source: Source,
    unread: Collection[tuple[str, str]] = (),
) -> Iterator[Problem]:
    """The same for one translation, of a deck or of a debrief; what is `unread` is left out."""
    parts = [
        (pairs.place(section, id_), [pair for pair in texts if pair.due], (section, id_) in unread)
        for section, id_, texts in pairs.entries(original, source.root)
    ]
    of = sum(len(due) for _place, due, _unread in parts)
    for place, due, left_out in parts:
        missing = [pair for pair in due if not pair.translated]
        if missing and not left_out:
            problem = source.problem(
                ID,
                LEVEL,
                place,
                f"not translated to {language}: {_few(pair.said for pair in missing)}",
                field=str(missing[0].steps[0]),
                hint=f"they are shown in {original.language}",
            )
            yield replace(problem, untranslated=Untranslated(language, len(missing), of))


def together(problems: Iterable[Problem]) -> list[Problem]:
    """The same problems, with one at the first's place for a translation that lacks many parts.

    Whoever has just begun a translation knows that it is not done: fifty lines of that would hide
    all other problems.
    """
    given = list(problems)
    lacking: dict[tuple[str, str], list[Problem]] = {}
    for one in given:
        if one.untranslated is not None:
            lacking.setdefault((one.file, one.untranslated.language), []).append(one)
    dropped: set[Problem] = set()
    in_one: dict[Problem, Problem] = {}
    for found in lacking.values():
        if len(found) > _MOST_APART:
            dropped.update(found)
            in_one[found[0]] = _as_one(found)
    return [in_one.get(one, one) for one in given if one not in dropped or one in in_one]


def _as_one(found: list[Problem]) -> Problem:
    amounts = [one.untranslated for one in found if one.untranslated is not None]
    language, of = amounts[0].language, amounts[0].of
    texts = sum(amount.texts for amount in amounts)
    # In a spreadsheet they are empty cells under one heading, and seen at a glance.
    more = "the first is here; cxgame check --all tells each of them"
    if found[0].cell:
        more = "they belong in the columns with that language behind their heading"
    return replace(
        found[0],
        path="",
        text=f"{texts} of {of} texts are not yet translated to {language}",
        hint=f"{found[0].hint}; {more}",
        steps=(),
        untranslated=Untranslated(language, texts, of),
    )


def _few(said: Iterable[str]) -> str:
    texts = list(dict.fromkeys(said))
    if len(texts) <= _MOST_NAMED:
        return listed(texts, "and")
    return f"{', '.join(texts[:_MOST_NAMED])} and {len(texts) - _MOST_NAMED} more"
