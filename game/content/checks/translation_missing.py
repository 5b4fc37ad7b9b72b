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

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from game.content import pairs
from game.content.problem import Level, Problem
from game.content.wording import listed

if TYPE_CHECKING:
    from game.content.deck import Subject
    from game.content.nodes import Source
    from game.content.texts import Original

ID = "translation-missing"
LEVEL = Level.WARNING

_MOST_NAMED = 4


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
    for section, id_, texts in pairs.entries(original, source.root):
        if (section, id_) in unread:
            continue
        missing = dict.fromkeys(pair.said for pair in texts if pair.due and not pair.translated)
        if missing:
            yield source.problem(
                ID,
                LEVEL,
                pairs.place(section, id_),
                f"not translated to {language}: {_few(list(missing))}",
                hint=f"they are shown in {original.language}",
            )


def _few(texts: list[str]) -> str:
    if len(texts) <= _MOST_NAMED:
        return listed(texts, "and")
    return f"{', '.join(texts[:_MOST_NAMED])} and {len(texts) - _MOST_NAMED} more"
