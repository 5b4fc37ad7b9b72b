"""Every option says what it leads to.

The reveal shows the feedback of what each team chose; that is where a team learns, more than
from its points.

PASS:

    cards:
      - id: five-coffees
        kind: choice
        category: insights
        title: Five coffees
        prompt: One name stands on all five cups.
        options:
          - {text: Ask who they are for., points: 3, feedback: Five people begin to laugh.}
          - {text: Drink one., points: 0, feedback: It was somebody else's.}

FAIL:

    cards:
      - id: five-coffees
        kind: choice
        category: insights
        title: Five coffees
        prompt: One name stands on all five cups.
        options:
          - {text: Ask who they are for., points: 3, feedback: Five people begin to laugh.}
          - {text: Drink one., points: 0}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.content.problem import Level, Problem
from game.rules.cards import ChoiceCard

if TYPE_CHECKING:
    from game.content.deck import Subject

ID = "feedback-missing"
LEVEL = Level.ADVICE


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for each option without feedback."""
    for index, card in enumerate(subject.deck.cards):
        for place, option in enumerate(card.options if isinstance(card, ChoiceCard) else ()):
            if not option.feedback:
                yield subject.source.problem(
                    ID,
                    LEVEL,
                    ("cards", index, "options", place),
                    "feedback is missing",
                    hint="tell in a line what this choice leads to",
                )
