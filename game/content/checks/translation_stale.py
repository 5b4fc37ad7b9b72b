"""A translation says what the deck says now.

When a text of the deck changes, its translation may tell of something else: a room that plays in
two languages then argues about two cards. `cxgame translate` keeps in the translation what each
text was translated from (its field `sources`, in fingerprints). Told is what changed in the deck
since, and did not change in the translation. A translation without `sources` is believed. The same
goes for debriefs.

Bring the text up to date, and run `cxgame translate` again. Where the translation is still right,
`cxgame translate DECK LANGUAGE --accept` says so.

PASS:

    cards:
      - {id: a, kind: commit, category: insights, title: Monday, prompt: Make a plan.}
    # deck.nl.yaml
    title: Voorbeeld
    categories:
      insights: {name: Inzicht}
    cards:
      a: {title: Maandag, prompt: Maak een plan.}
    sources:
      cards:
        a: 6a00d-e6159

FAIL:

    cards:
      - {id: a, kind: commit, category: insights, title: Tuesday, prompt: Make a plan.}
    # deck.nl.yaml
    title: Voorbeeld
    categories:
      insights: {name: Inzicht}
    cards:
      a: {title: Maandag, prompt: Maak een plan.}
    sources:
      cards:
        a: 6a00d-e6159
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.content import pairs
from game.content.problem import Level, Problem
from game.content.texts import texts_of
from game.content.wording import quoted

if TYPE_CHECKING:
    from game.content.deck import Subject
    from game.content.nodes import Source
    from game.content.texts import Original

ID = "translation-stale"
LEVEL = Level.WARNING


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for each text that is older than the deck's."""
    for overlay in subject.overlays:
        yield from stale_in(subject.deck, overlay.source)


def stale_in(original: Original, source: Source) -> Iterator[Problem]:
    """The same for one translation, of a deck or of a debrief."""
    noun = texts_of(original).noun
    memories = pairs.Memories(source.root)
    for section, id_, texts in pairs.entries(original, source.root):
        memory = memories.of(section, id_)
        for pair in texts:
            if memory.is_stale(pair):
                yield source.problem(
                    ID,
                    LEVEL,
                    pairs.place(section, id_, pair.steps),
                    f"this is older than the {noun}, which now says {quoted(pair.source)}",
                    hint="bring it up to date, then run cxgame translate",
                )
