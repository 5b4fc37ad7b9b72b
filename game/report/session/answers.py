"""Answers in words: what was chosen, guessed or put in order."""

from __future__ import annotations

from game.i18n import _, number
from game.rules.cards import Card, ChoiceCard, EstimateCard, Measure, OrderCard
from game.rules.state import Answer

LETTERS = "ABCDEFG"
ARROW = " → "


def answer_text(card: Card, answer: Answer | None) -> str:
    """An answer, as the team would say it; "" where there is none to say."""
    match card:
        case ChoiceCard() if isinstance(answer, int) and 0 <= answer < len(card.options):
            return f"{LETTERS[answer]}  {card.options[answer].text}"
        case EstimateCard() if isinstance(answer, int | float):
            return figure(card, answer)
        case OrderCard() if isinstance(answer, tuple):
            return ARROW.join(card.items[i].text for i in answer if 0 <= i < len(card.items))
        case ChoiceCard() | EstimateCard() | OrderCard():
            return _("no answer")
        case _:
            return ""


def right_text(card: Card) -> str:
    """What is right; "" where nothing is: a dilemma, a performance, a plan."""
    match card:
        case ChoiceCard() if card.key is not None:
            return f"{LETTERS[card.key]}  {card.options[card.key].text}"
        case EstimateCard():
            return figure(card, card.answer)
        case OrderCard():
            return ARROW.join(item.text for item in sorted(card.items, key=lambda one: one.rank))
        case _:
            return ""


def figure(card: EstimateCard, value: float) -> str:
    """A number as its card means it, with its unit."""
    if card.measure is Measure.YEAR:
        return str(round(value))
    told = number(value)
    if card.unit:
        return f"{told} {card.unit}"
    return f"{told}%" if card.measure is Measure.PERCENTAGE else told
