"""What many simulated games say together: lengths, scores, seats, cards, kinds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from math import sqrt
from statistics import fmean, median, stdev

from game.rules.content import Content
from game.session.simulate import GamePlayed, Ways

CONFIDENCE = 99
"""Per cent: how often an interval like ours holds the true value."""

_Z = 2.5758
"""Standard errors on either side that make such an interval."""


@dataclass(frozen=True, kw_only=True)
class Range:
    """How something varied from game to game."""

    mean: float
    median: float
    least: float
    most: float


@dataclass(frozen=True, kw_only=True)
class Interval:
    """A mean, and between which values the true one lies (99 of 100 times)."""

    mean: float
    low: float
    high: float

    def holds(self, value: float) -> bool:
        """True if the value cannot be told from the mean with these games."""
        return self.low <= value <= self.high


@dataclass(frozen=True, kw_only=True)
class Seat:
    """How one place in the order of turns fared."""

    points: float
    """Customers at the end, on average."""
    wins: float
    """Share of games won, 0–1; a shared first place is shared out."""


@dataclass(frozen=True, kw_only=True)
class CardCount:
    """How often a card came up."""

    card: str
    a_game: float


@dataclass(frozen=True, kw_only=True)
class KindWorth:
    """What answering one kind of card was worth."""

    kind: str
    answers: int
    points: float
    """On average for an answer; on bell cards for a team that rang."""


@dataclass(frozen=True, kw_only=True)
class SourceWorth:
    """Where customers came from."""

    source: str
    customers: float
    """A team and game, on average; below 0 where they were lost."""


@dataclass(frozen=True, kw_only=True)
class Figures:
    """Everything a set of games says."""

    games: int
    turns: Range
    """Turns of all teams in a game, or cards for everybody."""
    rounds: Range
    minutes: Range
    """From the lobby to the podium."""
    scores: Range
    """Of every team in every game."""
    deviation: float
    """Standard deviation of those scores."""
    winner: Range
    last: Range
    gap: Range
    """Between the winner and the last team of a game."""
    first_points: Interval
    """What the first seat has above the mean of the others."""
    first_wins: Interval
    """Share of games the first seat wins; fair is 1 / seats."""
    seats: tuple[Seat, ...]
    comebacks: float
    """Share of games won by none of those who led after two thirds of the turns."""
    ties: float
    """Share of games with more than one winner."""
    cards: tuple[CardCount, ...]
    """All cards of the decks, those that came up most often first."""
    kinds: tuple[KindWorth, ...]
    sources: tuple[SourceWorth, ...]

    def plain(self) -> dict[str, object]:
        """The same as JSON knows it, numbers cut to four decimals."""
        found = rounded(asdict(self))
        assert isinstance(found, dict)
        return found


def figures(played: Sequence[GamePlayed], content: Content) -> Figures:
    """What these games, one at least, say; `content` is what they were played with."""
    scores = [game.scores for game in played]
    every = [score for game in scores for score in game]
    seats = len(scores[0])
    return Figures(
        games=len(played),
        turns=_range(game.turns for game in played),
        rounds=_range(game.rounds for game in played),
        minutes=_range(game.ms / 60_000 for game in played),
        scores=_range(every),
        deviation=stdev(every) if len(every) > 1 else 0.0,
        winner=_range(max(game) for game in scores),
        last=_range(min(game) for game in scores),
        gap=_range(max(game) - min(game) for game in scores),
        first_points=_interval([_ahead(game) for game in scores]),
        first_wins=_interval([_share(game, 0) for game in scores]),
        seats=tuple(
            Seat(
                points=fmean(game[seat] for game in scores),
                wins=fmean(_share(game, seat) for game in scores),
            )
            for seat in range(seats)
        ),
        comebacks=fmean(_came_back(game) for game in played),
        ties=fmean(game.count(max(game)) > 1 for game in scores),
        cards=_cards(played, content),
        kinds=tuple(
            KindWorth(kind=kind, answers=answers, points=points / max(1, answers))
            for kind, answers, points in _sum(game.kinds for game in played)
        ),
        sources=tuple(
            SourceWorth(source=source, customers=points / len(played) / seats)
            for source, _, points in _sum(game.sources for game in played)
        ),
    )


def _range(values: Iterable[float]) -> Range:
    found = list(values)
    return Range(mean=fmean(found), median=median(found), least=min(found), most=max(found))


def _interval(values: Sequence[float]) -> Interval:
    mean = fmean(values)
    error = _Z * stdev(values) / sqrt(len(values)) if len(values) > 1 else float("inf")
    return Interval(mean=mean, low=mean - error, high=mean + error)


def _ahead(scores: Sequence[int]) -> float:
    """By how much the first seat beat the others' mean; 0 when it sat alone."""
    return scores[0] - fmean(scores[1:]) if len(scores) > 1 else 0.0


def _share(scores: Sequence[int], seat: int) -> float:
    best = max(scores)
    return 1 / scores.count(best) if scores[seat] == best else 0.0


def _came_back(game: GamePlayed) -> bool:
    winners = {i for i, score in enumerate(game.scores) if score == max(game.scores)}
    led = {i for i, score in enumerate(game.earlier) if score == max(game.earlier)}
    return not winners & led


def _cards(played: Sequence[GamePlayed], content: Content) -> tuple[CardCount, ...]:
    seen = Counter(card for game in played for card in game.cards)
    return tuple(
        CardCount(card=card, a_game=seen[card] / len(played))
        for card in sorted(content.card_ids, key=lambda card: (-seen[card], card))
    )


def _sum(ways: Iterable[Ways]) -> list[tuple[str, int, int]]:
    often: Counter[str] = Counter()
    points: Counter[str] = Counter()
    for game in ways:
        for name, times, worth in game:
            often[name] += times
            points[name] += worth
    return [(name, often[name], points[name]) for name in sorted(often)]


def rounded(value: object) -> object:
    """A value as JSON knows it, numbers cut to four decimals."""
    if isinstance(value, dict):
        return {name: rounded(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(one) for one in value]
    if isinstance(value, float):
        # JSON knows no infinity: with one game there simply is no interval.
        return round(value, 4) if abs(value) != float("inf") else None
    return value
