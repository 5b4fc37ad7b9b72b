"""The right options of the quizzes stand in different places.

A team that notices that it is always the first (or never the last) stops reading. Looked at from
four quizzes on; more than half of the keys in one place is too many.

PASS:

    cards:
      - {id: q1, kind: choice, category: insights, title: One, prompt: Which one?,
         options: [{text: A, right: yes}, {text: B}, {text: C}]}
      - {id: q2, kind: choice, category: insights, title: Two, prompt: Which one?,
         options: [{text: A}, {text: B, right: yes}, {text: C}]}
      - {id: q3, kind: choice, category: insights, title: Three, prompt: Which one?,
         options: [{text: A}, {text: B}, {text: C, right: yes}]}
      - {id: q4, kind: choice, category: insights, title: Four, prompt: Which one?,
         options: [{text: A}, {text: B, right: yes}, {text: C}]}

FAIL:

    cards:
      - {id: q1, kind: choice, category: insights, title: One, prompt: Which one?,
         options: [{text: A, right: yes}, {text: B}, {text: C}]}
      - {id: q2, kind: choice, category: insights, title: Two, prompt: Which one?,
         options: [{text: A, right: yes}, {text: B}, {text: C}]}
      - {id: q3, kind: choice, category: insights, title: Three, prompt: Which one?,
         options: [{text: A}, {text: B}, {text: C, right: yes}]}
      - {id: q4, kind: choice, category: insights, title: Four, prompt: Which one?,
         options: [{text: A, right: yes}, {text: B}, {text: C}]}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.content.problem import Level, Problem
from game.rules.cards import ChoiceCard, Kind

if TYPE_CHECKING:
    from game.content.deck import Subject

ID = "key-position"
LEVEL = Level.ADVICE

FEWEST = 4
"""Quizzes a deck has before a pattern is one."""


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for the deck, at the first quiz with its key in the place of most."""
    keys = {
        index: card.key
        for index, card in enumerate(subject.deck.cards)
        if isinstance(card, ChoiceCard) and card.key is not None
    }
    hidden = subject.hidden("cards")
    if len(keys) < FEWEST or hidden is None:
        return
    perhaps = sum(card.kind in ("", Kind.CHOICE) for card in hidden)
    ((place, times),) = Counter(keys.values()).most_common(1)
    if times * 2 > len(keys) + perhaps:
        first = next(index for index, key in keys.items() if key == place)
        yield subject.source.problem(
            ID,
            LEVEL,
            ("cards", first, "options", place),
            f"the right option is number {place + 1} in {times} of the {len(keys)} quizzes; "
            "expected different places",
            field="right",
            hint="change the order of some options",
        )
