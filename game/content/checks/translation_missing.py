"""Every text is translated.

A text without a translation is shown in the deck's own language, in the middle of a session in
another. Numbers, tags and sources may stay as they are. A translation says nothing of texts the
deck does not have.

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

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.content import pairs
from game.content.problem import Level, Problem
from game.content.wording import listed

if TYPE_CHECKING:
    from game.content.deck import Deck, Overlay, Subject

ID = "translation-missing"
LEVEL = Level.WARNING

_MOST_NAMED = 4


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for each part of the deck that is not, or not wholly, translated."""
    for overlay in subject.overlays:
        yield from _missing_in(subject.deck, overlay)


def _missing_in(deck: Deck, overlay: Overlay) -> Iterator[Problem]:
    for section, id_, texts in pairs.entries(deck, overlay.source.root):
        if (section, id_) in overlay.unread:
            continue
        missing = dict.fromkeys(pair.said for pair in texts if pair.due and not pair.translated)
        if missing:
            yield overlay.source.problem(
                ID,
                LEVEL,
                pairs.place(section, id_),
                f"not translated to {overlay.language}: {_few(list(missing))}",
                hint=f"they are shown in {deck.language}",
            )


def _few(texts: list[str]) -> str:
    if len(texts) <= _MOST_NAMED:
        return listed(texts, "and")
    return f"{', '.join(texts[:_MOST_NAMED])} and {len(texts) - _MOST_NAMED} more"
