"""The right option of a quiz does not stand out by its length.

Whoever writes a quiz makes the right answer complete and the others short; teams soon pick the
longest. A key is too long when it has half as many characters again as the longest of the
others, and twelve more at least.

PASS:

    cards:
      - id: peak-end
        kind: choice
        category: insights
        title: Cold hands
        prompt: Which did most people choose to repeat?
        options:
          - {text: The longer one with the milder end, right: true}
          - {text: The one that was shorter}
          - {text: Neither once they knew}

FAIL:

    cards:
      - id: peak-end
        kind: choice
        category: insights
        title: Cold hands
        prompt: Which did most people choose to repeat?
        options:
          - {text: 'The longer one, as its end was milder and ends are what we keep', right: true}
          - {text: The shorter one}
          - {text: Neither}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.content.problem import Level, Problem
from game.rules.cards import ChoiceCard

if TYPE_CHECKING:
    from game.content.deck import Subject

ID = "quiz-key-length"
LEVEL = Level.WARNING

RATIO = 1.5
"""To the longest of the other options."""
CHARACTERS = 12
"""That a key may be longer in any case: a short one stands out by no word."""


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for each quiz, in each language, whose key is noticeably longest."""
    for index, card in enumerate(subject.deck.cards):
        found = _longer(card) if isinstance(card, ChoiceCard) else None
        if found is not None:
            steps = ("cards", index, "options", found.key)
            yield subject.source.problem(ID, LEVEL, steps, found.text, field="text", hint=_HINT)
    for overlay in subject.overlays:
        for card in overlay.deck.cards:
            found = _longer(card) if isinstance(card, ChoiceCard) else None
            if found is not None:
                translated = ("cards", card.id, "options", found.key)
                yield overlay.source.problem(
                    ID, LEVEL, translated, found.text, field="text", hint=_HINT
                )


_HINT = "shorten it, or make the others as long"


class _Found:
    def __init__(self, key: int, length: int, longest: int) -> None:
        self.key = key
        self.text = (
            f"the right option has {length} characters and the longest of the others "
            f"{longest}; expected them about as long"
        )


def _longer(card: ChoiceCard) -> _Found | None:
    if card.key is None:
        return None
    lengths = [len(option.text) for option in card.options]
    length = lengths.pop(card.key)
    longest = max(lengths)
    if length >= longest * RATIO and length - longest >= CHARACTERS:
        return _Found(card.key, length, longest)
    return None
