"""A card's figures, source and answers in words: on paper, on the console, in log and report."""

from __future__ import annotations

import math

from game.i18n import _, ngettext, number, pgettext
from game.rules.cards import Card, ChoiceCard, EstimateCard, Measure, OrderCard
from game.rules.state import Answer
from game.session.telling.kinds import evidence_name

LETTERS = "ABCDEFGH"
"""Of options and of the rows of an order, from the first; more than a card may have."""
ARROW = " → "
"""Between things in their order."""


def points_text(points: int) -> str:
    """What an answer earns."""
    return ngettext("{n} point", "{n} points", points).format(n=points)


def option_text(place: int, text: str) -> str:
    """An option with its letter, as in `B · Two stars`."""
    return f"{LETTERS[place]} · {text}"


def figure(card: EstimateCard, value: float, *, unit: bool = True) -> str:
    """A number as the card measures it: `1,200 calls`, `80%`, `1998`."""
    if card.measure is Measure.YEAR:
        return number(value, grouped=False)
    shown = number(value)
    if card.measure is Measure.PERCENTAGE and not card.unit:
        return f"{shown}%"
    return f"{shown} {card.unit}".strip() if unit else shown


def band_texts(card: EstimateCard) -> list[str]:
    """What a guess has to lie between for 3, 2 and 1 points."""
    told = []
    for points, width in zip((3, 2, 1), card.bands.widths, strict=True):
        reach = abs(card.answer) * width / 100 if card.bands.relative else width
        low, high = _reached(card, reach)
        sentence = pgettext("points for a guess", "{points}: {low} to {high}")
        told.append(
            sentence.format(
                points=points_text(points),
                low=figure(card, low, unit=False),
                high=figure(card, high, unit=False),
            )
        )
    return told


def _reached(card: EstimateCard, reach: float) -> tuple[float, float]:
    """The ends of a band, without what nobody would guess: a negative count, 105 per cent."""
    low, high = card.answer - reach, card.answer + reach
    if card.answer >= 0:
        low = max(0.0, low)
    if card.measure is Measure.PERCENTAGE and 0 <= card.answer <= 100:
        high = min(100.0, high)
    if card.answer == int(card.answer) and math.ceil(low) <= math.floor(high):
        # Where the answer is a whole number, guesses are as well: 68 to 90, not 67.15 to 90.85.
        return math.ceil(low), math.floor(high)
    return low, high


def source_text(card: Card) -> str:
    """Where a fact comes from, its year, what it rests on; "" where the card says nothing."""
    parts = [
        card.source,
        str(card.year) if card.year is not None else "",
        evidence_name(card.evidence) if card.evidence else "",
    ]
    return ", ".join(part for part in parts if part)


def answer_text(card: Card, answer: Answer | None) -> str:
    """An answer in full, as the team would say it; "" where there is none to say."""
    match card:
        case ChoiceCard() if isinstance(answer, int) and 0 <= answer < len(card.options):
            return option_text(answer, card.options[answer].text)
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
            return option_text(card.key, card.options[card.key].text)
        case EstimateCard():
            return figure(card, card.answer)
        case OrderCard():
            return ARROW.join(item.text for item in sorted(card.items, key=lambda one: one.rank))
        case _:
            return ""
