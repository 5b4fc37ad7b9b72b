"""How bots think: chance that is the same on every machine, and answers by skill."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar, assert_never

from game.rules.cards import (
    Card,
    ChoiceCard,
    CommitCard,
    EstimateCard,
    Measure,
    OpenCard,
    OrderCard,
)
from game.rules.draw import Chance
from game.rules.state import Answer

T = TypeVar("T")

_OWN_CHANCE = 0x626F7473
"""Keeps a bot's thoughts apart from the die: the same seed serves both."""


class BotChance:
    """A bot's own coin, die and moods; the same seed gives the same ones, on any Python."""

    def __init__(self, seed: int) -> None:
        self._chance = Chance(seed ^ _OWN_CHANCE, 0)

    def percent(self, likely: int) -> bool:
        """True in `likely` of 100 cases."""
        return self._chance.below(100) < likely

    def between(self, least: int, most: int) -> int:
        """Any whole number from `least` to `most`, both included."""
        return least + self._chance.below(max(0, most - least) + 1)

    def about(self, least: int, most: int) -> int:
        """The same, but more often near the middle, as people's times are."""
        return (self.between(least, most) + self.between(least, most)) // 2

    def pick(self, things: Sequence[T]) -> T:
        """Any of these."""
        return things[self._chance.below(len(things))]

    def weighted(self, weights: Sequence[int]) -> int:
        """The place of one of these weights, as often as its weight says."""
        fell = self._chance.below(sum(weights))
        for place, weight in enumerate(weights):
            if fell < weight:
                return place
            fell -= weight
        raise AssertionError("what falls is below the sum of the weights")


def think(card: Card, skill: int, chance: BotChance, never: Answer | None = None) -> Answer:
    """An answer to a card by a team that sees the best one in `skill` of 100 cases.

    `never` is an option it will not name, because another team has named it already.
    """
    match card:
        case ChoiceCard():
            return _choose(card, skill, chance, never)
        case EstimateCard():
            return _estimate(card, skill, chance)
        case OrderCard():
            return _order(card, skill, chance)
        case OpenCard() | CommitCard():
            raise ValueError(f"a card of kind {card.kind} is judged, not answered")
        case _:
            assert_never(card)


def _choose(card: ChoiceCard, skill: int, chance: BotChance, never: Answer | None) -> int:
    free = [i for i in range(len(card.options)) if i != never]
    best = max(card.options[i].points for i in free)
    if chance.percent(skill):
        return chance.pick([i for i in free if card.options[i].points == best])
    return chance.pick(free)


def _estimate(card: EstimateCard, skill: int, chance: BotChance) -> Answer:
    """A guess in the first, second or third band, or beyond: the better the skill the nearer."""
    unit = abs(card.answer) / 100 if card.bands.relative else 1
    near, middle, far = (width * unit for width in card.bands.widths)
    reach = (near, middle, far, far * 3)[
        chance.weighted((skill, skill, 100 - skill // 2, 120 - skill))
    ]
    off = reach * chance.between(-100, 100) / 100
    guess = _rounded(card.answer + off, reach)
    if card.measure is Measure.PERCENTAGE:
        guess = min(100, max(0, guess))
    elif card.measure is Measure.NUMBER and card.answer >= 0:
        guess = max(0, guess)
    return guess


def _rounded(value: float, reach: float) -> int | float:
    """As a person would say it: 340 rather than 337.61, but 4.2 where tenths matter."""
    if reach >= 200:
        return round(value / 10) * 10
    return round(value) if reach >= 2 else round(value, 1)


def _order(card: OrderCard, skill: int, chance: BotChance) -> tuple[int, ...]:
    """The right order, or one in which neighbours changed places a few times."""
    order = sorted(range(len(card.items)), key=lambda i: card.items[i].rank)
    if chance.percent(skill):
        return tuple(order)
    for _ in range(chance.between(1, len(order) - 1)):
        at = chance.between(0, len(order) - 2)
        order[at], order[at + 1] = order[at + 1], order[at]
    return tuple(order)
