"""What a card is, and what its fact rests on, in a word or two: on the wall, paper and console."""

from __future__ import annotations

from typing import assert_never

from game.i18n import _
from game.rules.cards import (
    Card,
    ChoiceCard,
    CommitCard,
    EstimateCard,
    Evidence,
    OpenCard,
    OrderCard,
)


def kind_name(card: Card) -> str:
    """What kind of card it is."""
    match card:
        case ChoiceCard():
            return _("Quiz") if card.quiz else _("Dilemma")
        case EstimateCard():
            return _("Estimate")
        case OrderCard():
            return _("In order")
        case OpenCard():
            return _("Show it")
        case CommitCard():
            return _("Plan")
        case _:
            assert_never(card)


def evidence_name(evidence: Evidence) -> str:
    """What kind of evidence a fact rests on."""
    return {
        Evidence.STUDY: _("study"),
        Evidence.SURVEY: _("survey"),
        Evidence.VENDOR: _("vendor’s own figures"),
        Evidence.CONTESTED: _("contested"),
    }[evidence]
