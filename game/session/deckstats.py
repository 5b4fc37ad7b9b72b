"""What a deck holds, and what many games with it come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Literal, TypeAlias, assert_never, get_args

from game.content.checks.points_by_kind import APART, FEWEST
from game.content.deck import Deck
from game.content.points import mean_points, meter_changes, points_by_kind
from game.rules.cards import (
    Card,
    ChoiceCard,
    CommitCard,
    EstimateCard,
    OpenCard,
    OrderCard,
    Play,
)
from game.session.assemble import SetUp
from game.session.bot_card import reading_ms
from game.session.figures import CardCount, Range, figures, rounded
from game.session.simulate import play_games

KindName: TypeAlias = Literal["dilemma", "quiz", "estimate", "order", "open", "commit"]
KINDS: tuple[KindName, ...] = get_args(KindName)
"""Kinds of cards as authors tell them apart, in the order they are told."""


@dataclass(frozen=True, kw_only=True)
class KindCount:
    """The cards of one kind, by who answers them."""

    kind: KindName
    turn: int
    bell: int
    everyone: int

    @property
    def cards(self) -> int:
        """All of them."""
        return self.turn + self.bell + self.everyone


@dataclass(frozen=True, kw_only=True)
class CategoryCount:
    """The cards of a category."""

    id: str
    name: str
    cards: int
    """In its pile."""
    bell: int
    """In the pile of bell cards."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """How often the right, or best, option stands in one place."""

    place: int
    """1 is the first option."""
    keys: int
    """Of quizzes."""
    best: int
    """Of dilemmas; an option that shares being best counts as well."""


@dataclass(frozen=True, kw_only=True)
class MeterOffer:
    """What all options and cards together give a meter, and take from it."""

    id: str
    name: str
    up: int
    down: int
    """0 or less."""


@dataclass(frozen=True, kw_only=True)
class KindPoints:
    """What cards of a kind pay a team that answers at random."""

    kind: str
    """`dilemmas` or `quizzes`: of the others no author sets the points."""
    cards: int
    mean: float
    apart: float
    """Above the mean of all of them; below 0 if less."""
    fair: bool
    """False where that is more than half a point, as the check `points-by-kind` sees it."""


@dataclass(frozen=True, kw_only=True)
class Holdings:
    """What a deck holds."""

    id: str
    title: str
    language: str
    cards: int
    twists: int
    mirrors: int
    personas: int
    kinds: tuple[KindCount, ...]
    categories: tuple[CategoryCount, ...]
    reading_minutes: float
    """To read every card aloud once."""
    discussing_minutes: float
    """To discuss every card but bell cards, which are rung for, once."""
    places: tuple[Place, ...]
    meters: tuple[MeterOffer, ...]
    mean_points: float
    points: tuple[KindPoints, ...]

    def plain(self) -> dict[str, object]:
        """The same as JSON knows it."""
        return _plain(self)


@dataclass(frozen=True, kw_only=True)
class PresetFigures:
    """What many games of one length come to."""

    preset: str
    minutes: int
    turns_taken: str
    rounds: int
    """As planned."""
    cards_a_game: float
    never: int
    """Cards that came up in none of the games."""
    scores: Range
    deviation: float
    """Standard deviation of the scores of all teams."""
    gap: Range
    """Between the winner and the last team of a game."""
    cards: tuple[CardCount, ...]
    """In the order of the deck."""

    def plain(self) -> dict[str, object]:
        """The same as JSON knows it."""
        return _plain(self)


def holdings(deck: Deck, discuss_seconds: int) -> Holdings:
    """What a deck holds; `discuss_seconds` is what the house rules give a card."""
    talked = [card for card in deck.cards if card.play is not Play.BELL]
    seconds = [card.thinking or discuss_seconds for card in talked] if discuss_seconds else []
    return Holdings(
        id=deck.id,
        title=deck.title,
        language=deck.language,
        cards=len(deck.cards),
        twists=len(deck.twists),
        mirrors=len(deck.mirrors),
        personas=len(deck.personas),
        kinds=_kinds(deck.cards),
        categories=_categories(deck),
        reading_minutes=sum(map(reading_ms, deck.cards)) / 60_000,
        discussing_minutes=sum(seconds) / 60,
        places=_places(deck.cards),
        meters=_meters(deck),
        mean_points=mean_points(points_by_kind(deck)),
        points=_points(deck),
    )


def kind_name(card: Card) -> KindName:
    """Which of `KINDS` a card is."""
    match card:
        case ChoiceCard():
            return "quiz" if card.quiz else "dilemma"
        case EstimateCard():
            return "estimate"
        case OrderCard():
            return "order"
        case OpenCard():
            return "open"
        case CommitCard():
            return "commit"
        case _:
            assert_never(card)


def _kinds(cards: Iterable[Card]) -> tuple[KindCount, ...]:
    counted = Counter((kind_name(card), card.play) for card in cards)
    found = [
        KindCount(
            kind=kind,
            turn=counted[kind, Play.TURN],
            bell=counted[kind, Play.BELL],
            everyone=counted[kind, Play.EVERYONE],
        )
        for kind in KINDS
    ]
    return tuple(count for count in found if count.cards)


def _categories(deck: Deck) -> tuple[CategoryCount, ...]:
    counted = Counter((card.category, card.play is Play.BELL) for card in deck.cards)
    return tuple(
        CategoryCount(
            id=category.id,
            name=category.name,
            cards=counted[category.id, False],
            bell=counted[category.id, True],
        )
        for category in deck.categories
    )


def _places(cards: Iterable[Card]) -> tuple[Place, ...]:
    keys: Counter[int] = Counter()
    best: Counter[int] = Counter()
    most = 0
    for card in cards:
        if not isinstance(card, ChoiceCard):
            continue
        most = max(most, len(card.options))
        if card.key is not None:
            keys[card.key] += 1
            continue
        top = max(option.points for option in card.options)
        best.update(i for i, option in enumerate(card.options) if option.points == top)
    return tuple(Place(place=i + 1, keys=keys[i], best=best[i]) for i in range(most))


def _meters(deck: Deck) -> tuple[MeterOffer, ...]:
    changes = meter_changes(deck)
    return tuple(
        MeterOffer(
            id=meter.id,
            name=meter.name,
            up=sum(change for change in changes[meter.id] if change > 0),
            down=sum(change for change in changes[meter.id] if change < 0),
        )
        for meter in deck.meters
    )


def _points(deck: Deck) -> tuple[KindPoints, ...]:
    offers = points_by_kind(deck)
    mean = mean_points(offers)
    return tuple(
        KindPoints(
            kind=kind,
            cards=offer.cards,
            mean=offer.mean,
            apart=offer.mean - mean,
            fair=offer.cards < FEWEST or abs(offer.mean - mean) <= APART + 1e-9,
        )
        for kind, offer in offers.items()
    )


def preset_figures(
    setup: SetUp, games: int, seed: int, played: Callable[[int], None] = lambda games: None
) -> PresetFigures:
    """Play so many games of a set-up, with the seeds from `seed` on.

    `played` hears how many more are done.
    """
    ran = play_games(setup.lobby(), games, seed=seed, played=played)
    found = figures(ran, setup.content)
    often = {count.card: count for count in found.cards}
    return PresetFigures(
        preset=setup.preset,
        minutes=setup.plan.minutes,
        turns_taken=str(setup.plan.turns),
        rounds=setup.plan.rounds,
        cards_a_game=sum(len(game.cards) for game in ran) / games,
        never=sum(count.a_game == 0 for count in found.cards),
        scores=found.scores,
        deviation=found.deviation,
        gap=found.gap,
        cards=tuple([often[card] for card in setup.content.card_ids]),
    )


def _plain(value: Holdings | PresetFigures) -> dict[str, object]:
    found = rounded(asdict(value))
    assert isinstance(found, dict)
    return found
