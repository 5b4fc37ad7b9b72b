"""A fact says where it comes from.

A quiz or an estimate states a fact, and somebody in the room will ask who says so. The source,
its year and the kind of evidence (study, survey, vendor, contested) are shown with the reveal.
The same goes for any card that names one of them: a year without a source helps nobody.

PASS:

    cards:
      - id: delivery-gap
        kind: estimate
        category: insights
        title: The delivery gap
        prompt: How many firms in a hundred believed they delivered a superior experience?
        answer: 80
        measure: percentage
        bands: {absolute: [3, 8, 15]}
        source: Bain, Closing the delivery gap
        year: 2005
        evidence: survey

FAIL:

    cards:
      - id: delivery-gap
        kind: estimate
        category: insights
        title: The delivery gap
        prompt: How many firms in a hundred believed they delivered a superior experience?
        answer: 80
        measure: percentage
        bands: {absolute: [3, 8, 15]}
        year: 2005
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.content.problem import Level, Problem
from game.content.wording import listed
from game.rules.cards import Card, ChoiceCard, EstimateCard

if TYPE_CHECKING:
    from game.content.deck import Subject

ID = "facts-source"
LEVEL = Level.WARNING


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for each fact that does not say all three."""
    for index, card in enumerate(subject.deck.cards):
        given = {
            "source": bool(card.source),
            "year": card.year is not None,
            "evidence": card.evidence is not None,
        }
        missing = [name for name, there in given.items() if not there]
        if missing and (_is_fact(card) or any(given.values())):
            verb = "is" if len(missing) == 1 else "are"
            yield subject.source.problem(
                ID,
                LEVEL,
                ("cards", index),
                f"{listed(missing, 'and')} {verb} missing; expected "
                "a source, its year and the kind of evidence with a fact",
            )


def _is_fact(card: Card) -> bool:
    return isinstance(card, EstimateCard) or (isinstance(card, ChoiceCard) and card.quiz)
