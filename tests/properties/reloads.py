"""Decks as an author might mend or spoil them between two cards, drawn at random."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random
from typing import TypeVar

from game.rules.cards import Card, ChoiceCard, EstimateCard, OpenCard, Option, OrderCard, Play
from game.rules.content import Content
from tests.rules import pieces

T = TypeVar("T")


def mended(content: Content, random: Random) -> Content:
    """Decks as they are read the next time: some things other, gone, new or in another order."""
    cards = [_mend(card, random) for card in _some(content.cards, random)]
    cards += [_fresh(random) for _ in range(random.choice((0, 0, 1, 3)))]
    if random.random() < 0.3:
        random.shuffle(cards)
    if random.random() < 0.05:
        cards = cards[:1]
    if not cards:
        cards = [_fresh(random)]
    return replace(
        content,
        decks=tuple(replace(deck, digest=str(random.random())) for deck in content.decks),
        cards=tuple({card.id: card for card in cards}.values()),
        twists=_some(content.twists or pieces.TWISTS, random),
        mirrors=_some(content.mirrors or pieces.MIRRORS, random),
        personas=_some(content.personas or pieces.PERSONAS, random),
        meters=_some(content.meters, random),
    )


def _some(things: Sequence[T], random: Random) -> tuple[T, ...]:
    """All of them, most of them, or none."""
    left_out = random.choice((0.0, 0.0, 0.1, 0.4, 1.0 if random.random() < 0.2 else 0.0))
    return tuple(thing for thing in things if random.random() >= left_out)


def _fresh(random: Random) -> Card:
    return pieces.dilemma(f"new/{random.randint(0, 10**6)}", category=random.choice(_PILES))


_PILES = ("insights", "metrics", "design", "culture")


def _mend(card: Card, random: Random) -> Card:
    if random.random() < 0.5:
        return card
    return random.choice(_MENDS)(card, random)


def _typo(card: Card, random: Random) -> Card:
    return replace(card, prompt=f"{card.prompt}!")


def _key(card: Card, random: Random) -> Card:
    match card:
        case ChoiceCard():
            points = tuple(replace(o, points=random.randint(0, 3)) for o in card.options)
            return replace(card, options=points)
        case EstimateCard():
            return replace(card, answer=card.answer + 1)
        case OrderCard():
            return replace(card, items=tuple(random.sample(card.items, len(card.items))))
        case _:
            return card


def _length(card: Card, random: Random) -> Card:
    match card:
        case ChoiceCard() if random.random() < 0.5:
            return replace(card, options=(*card.options, Option(text="one more", points=1)))
        case ChoiceCard() if card.key is None and len(card.options) > 2:
            return replace(card, options=card.options[1:])
        case EstimateCard():
            return replace(card, unit=f"{card.unit}s")
        case OrderCard():
            return replace(card, items=card.items[:-1] if len(card.items) > 3 else card.items)
        case _:
            return card


def _turned(card: Card, random: Random) -> Card:
    if not isinstance(card, ChoiceCard):
        return card
    return replace(card, options=tuple(random.sample(card.options, len(card.options))))


def _pile(card: Card, random: Random) -> Card:
    return replace(card, category=random.choice(_PILES))


def _play(card: Card, random: Random) -> Card:
    if isinstance(card, ChoiceCard | EstimateCard):
        return replace(card, play=random.choice((Play.TURN, Play.BELL, Play.EVERYONE)))
    return card


def _kind(card: Card, random: Random) -> Card:
    made: Sequence[Card] = (
        pieces.dilemma(card.id),
        pieces.order(card.id),
        pieces.estimate(card.id),
        OpenCard(id=card.id, category=card.category, title=card.id, prompt="?"),
        pieces.commit(card.id),
    )
    return random.choice(made)


_MENDS: tuple[Callable[[Card, Random], Card], ...] = (
    _typo,
    _key,
    _length,
    _length,
    _turned,
    _pile,
    _play,
    _kind,
)
