"""Every category has cards for a session.

A category is a pile on the board. When it runs dry another pile takes its place, and teams that
land on its spaces meet cards of something else. Bell cards lie on a pile of their own and do not
count.

PASS:

    cards:
      - {id: a, kind: commit, category: insights, title: A, prompt: Make a plan for Monday.}
      - {id: b, kind: commit, category: insights, title: B, prompt: Make a plan for Tuesday.}
      - {id: c, kind: commit, category: insights, title: C, prompt: Make a plan for Friday.}

FAIL:

    cards:
      - {id: a, kind: commit, category: insights, title: A, prompt: Make a plan for Monday.}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.content.problem import Level, Problem
from game.content.wording import amount
from game.rules.cards import Play

if TYPE_CHECKING:
    from game.content.deck import Subject

ID = "category-depth"
LEVEL = Level.WARNING

FEWEST = 3
"""Cards on the pile of a category: one for each of three rounds."""


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for each category with too few cards."""
    piles = Counter(card.category for card in subject.deck.cards if card.play is not Play.BELL)
    for index, category in enumerate(subject.deck.categories):
        count = piles[category.id]
        if count < FEWEST:
            found = amount(count, "card") if count else "no cards"
            yield subject.source.problem(
                ID,
                LEVEL,
                ("categories", index),
                f"{found} to draw in this category; expected {FEWEST} at least",
            )
