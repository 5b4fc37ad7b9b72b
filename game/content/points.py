"""What the cards of a deck have on offer: points by kind, and the changes of its meters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import StrEnum
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from game.rules.cards import ChoiceCard, Play

if TYPE_CHECKING:
    from game.content.deck import Deck, Subject


class Pays(StrEnum):
    """Cards whose points an author decides; each is also what several of them are called."""

    DILEMMA = "dilemmas"
    QUIZ = "quizzes"


class Offer(NamedTuple):
    """What cards pay a team that answers at random."""

    mean: float
    """Points, 0–3."""
    cards: int
    """Of how many cards this is the mean; 1 at least."""


def points_by_kind(deck: Deck) -> dict[Pays, Offer]:
    """For each kind there is in the deck, what its cards pay a team that answers at random.

    Bell cards are left out, which pay by the house rules, and so are kinds whose points no author
    sets: those of estimates and orders follow from the answer, open cards and plans are judged.
    """
    found: dict[Pays, list[float]] = defaultdict(list)
    for card in deck.cards:
        if isinstance(card, ChoiceCard) and card.play is not Play.BELL:
            kind = Pays.QUIZ if card.quiz else Pays.DILEMMA
            found[kind].append(fmean(option.points for option in card.options))
    return {kind: Offer(fmean(found[kind]), len(found[kind])) for kind in Pays if kind in found}


def mean_points(offers: Mapping[Pays, Offer]) -> float:
    """The mean over all cards of these kinds; 0 where there are none."""
    cards = sum(offer.cards for offer in offers.values())
    return sum(offer.mean * offer.cards for offer in offers.values()) / max(1, cards)


def meter_changes(deck: Deck) -> dict[str, list[int]]:
    """By meter, every change (−2…2, without 0) that an option or a card of the deck makes."""
    found: dict[str, list[int]] = {meter.id: [] for meter in deck.meters}
    for meter, change in _effects(deck):
        if change and meter in found:
            found[meter].append(change)
    return found


def unread_changes(subject: Subject) -> int | None:
    """How many more changes there may be where errors hide them; None where nobody can tell."""
    hidden = subject.hidden("cards")
    if hidden is None:
        return None
    known = {meter.id for meter in subject.deck.meters}
    slips = sum(meter not in known for meter, _change in _effects(subject.deck))
    return slips + sum(card.effects for card in hidden)


def _effects(deck: Deck) -> Iterator[tuple[str, int]]:
    for card in deck.cards:
        options = card.options if isinstance(card, ChoiceCard) else ()
        for effects in (card.meters, *(option.meters for option in options)):
            yield from effects
