"""What answers are worth, who stands where, and awards. Pure arithmetic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import assert_never

from game.rules.cards import (
    Bands,
    Card,
    ChoiceCard,
    CommitCard,
    EstimateCard,
    MeterEffects,
    OpenCard,
    OrderCard,
)
from game.rules.state import Answer, State, Team

MOST_TEAMS = 8
"""As many as there are colours and shapes to tell them apart by."""


def estimate_points(answer: float, bands: Bands, guess: float) -> int:
    """3, 2 or 1 by the band the guess lies in, the ends included; 0 outside."""
    off = abs(guess - answer)
    if bands.relative:
        # Compare products, so that 10 % of 80 is reached at exactly 72 and 88.
        off *= 100
        widths = tuple(width * abs(answer) for width in bands.widths)
    else:
        widths = bands.widths
    for points, width in zip((3, 2, 1), widths, strict=True):
        if off <= width + 1e-9:
            return points
    return 0


def order_points(ranks: Sequence[int], order: Sequence[int]) -> int:
    """Pairs in the right order: all 3, four fifths 2, three fifths 1; equal ranks do not count."""
    right = total = 0
    for first, second in combinations(order, 2):
        if ranks[first] == ranks[second]:
            continue
        total += 1
        right += ranks[first] < ranks[second]
    if right == total:
        return 3
    if right * 5 >= total * 4:
        return 2
    return 1 if right * 5 >= total * 3 else 0


def answer_points(card: Card, answer: Answer) -> int:
    """What an answer is worth by itself: 0–3; 0 for kinds that are judged."""
    match card:
        case ChoiceCard():
            return card.options[_index(answer)].points
        case EstimateCard():
            return estimate_points(card.answer, card.bands, _number(answer))
        case OrderCard():
            return order_points([item.rank for item in card.items], _order(answer))
        case OpenCard() | CommitCard():
            return 0
        case _:
            assert_never(card)


def answer_meters(card: Card, answer: Answer | None, points: int) -> MeterEffects:
    """Meter effects for whoever earns `points` with this answer.

    An option's own effects go with the option, whatever it pays; a card's
    effects go to those who earned a point or more.
    """
    if isinstance(card, ChoiceCard):
        return card.options[_index(answer)].meters if answer is not None else ()
    return card.meters if points > 0 else ()


def closest(card: EstimateCard, answers: Iterable[tuple[int, Answer]]) -> tuple[int, ...]:
    """Teams closest to the answer and inside a band: all of them, if tied."""
    inside = [
        (abs(_number(guess) - card.answer), team)
        for team, guess in answers
        if answer_points(card, guess) > 0
    ]
    if not inside:
        return ()
    best = min(inside)[0]
    return tuple(team for off, team in inside if off <= best + 1e-9)


def median(points: Sequence[int]) -> int:
    """The middle one, half rounded up; 0 when there are none."""
    if not points:
        return 0
    ordered = sorted(points)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle] + 1) // 2


def camps(answers: Iterable[tuple[int, Answer]]) -> list[tuple[Answer, tuple[int, ...]]]:
    """Teams by the answer they share, the largest camp first."""
    by_answer: dict[Answer, list[int]] = {}
    for team, answer in answers:
        by_answer.setdefault(answer, []).append(team)
    return sorted(
        [(answer, tuple(teams)) for answer, teams in by_answer.items()], key=_size, reverse=True
    )


def _size(camp: tuple[Answer, tuple[int, ...]]) -> int:
    return len(camp[1])


def outside_largest(answers: Sequence[tuple[int, Answer]]) -> tuple[int, ...]:
    """Teams that may argue another view: those outside the largest camp.

    Where camps share being largest, nobody is in *the* largest one, so every
    team that answered may. Where all agree, nobody may.
    """
    by_size = camps(answers)
    if len(by_size) < 2:
        return ()
    largest = by_size[0][1]
    if len(largest) == len(by_size[1][1]):
        return tuple([team for team, _ in answers])
    return tuple([team for team, _ in answers if team not in largest])


@dataclass(frozen=True)
class Standing:
    """A team and its place; equal scores share the place."""

    place: int
    team: Team


def standings(teams: Iterable[Team]) -> tuple[Standing, ...]:
    """Most happy customers first; 1, 2, 2, 4 where scores are equal."""
    ordered = sorted(teams, key=lambda team: -team.customers)
    scores = [team.customers for team in ordered]
    return tuple(Standing(scores.index(team.customers) + 1, team) for team in ordered)


def leaders(teams: Sequence[Team]) -> tuple[int, ...]:
    """Ids of all who share the first place; nobody while all are equal."""
    return _holders(teams, max(team.customers for team in teams))


def trailers(teams: Sequence[Team]) -> tuple[int, ...]:
    """Ids of all who share the last place; nobody while all are equal."""
    return _holders(teams, min(team.customers for team in teams))


def _holders(teams: Sequence[Team], score: int) -> tuple[int, ...]:
    holders = tuple(team.id for team in teams if team.customers == score)
    return holders if len(holders) < len(teams) else ()


class AwardKind(StrEnum):
    """What a team can be proud of beside its score."""

    OTHER_EYES = "other_eyes"
    """Most other views that won."""
    CONNECTOR = "connector"
    """Highest connection."""
    MOVER = "mover"
    """Highest progress."""
    CONSENSUS = "consensus"
    """Most often in the largest camp."""
    BELL = "bell"
    """Most bell cards answered rightly."""


@dataclass(frozen=True)
class Award:
    """An award and who shares it."""

    kind: AwardKind
    teams: tuple[int, ...]
    """Ids of all who share it."""
    value: int
    """How much of it they have: views, points of the meter, cards."""


def awards(state: State) -> tuple[Award, ...]:
    """Every award somebody earned, each to all teams that share the most; 1 at least."""
    if not state.rules.awards:
        return ()
    counts = {
        AwardKind.OTHER_EYES: [(team.views_won, team.id) for team in state.teams],
        AwardKind.CONNECTOR: [(team.meter("connection"), team.id) for team in state.teams],
        AwardKind.MOVER: [(team.meter("progress"), team.id) for team in state.teams],
        AwardKind.CONSENSUS: [(team.agreed, team.id) for team in state.teams],
        AwardKind.BELL: [(team.bells_won, team.id) for team in state.teams],
    }
    found = []
    for kind, values in counts.items():
        most = max((value for value, _ in values), default=0)
        if most > 0:
            found.append(Award(kind, tuple(t for value, t in values if value == most), most))
    return tuple(found)


def podium_awards(state: State, most: int = 3) -> tuple[Award, ...]:
    """Awards for the podium, chosen so that as many teams as possible have one."""
    chosen: list[Award] = []
    proud: Counter[int] = Counter()
    left = list(awards(state))
    while left and len(chosen) < most:
        best = min(
            left, key=lambda a: (min(proud[t] for t in a.teams), len(a.teams), left.index(a))
        )
        left.remove(best)
        chosen.append(best)
        proud.update(best.teams)
    return tuple(chosen)


def _index(answer: Answer | None) -> int:
    assert isinstance(answer, int)
    return answer


def _number(answer: Answer) -> float:
    assert isinstance(answer, int | float)
    return answer


def _order(answer: Answer) -> tuple[int, ...]:
    assert isinstance(answer, tuple)
    return answer
