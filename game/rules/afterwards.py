"""What can be done after play and about plans: pages, commitments, and those of last time."""

from __future__ import annotations

from functools import lru_cache

from game.rules.actions import Back, CommitPlan, DropPlan, EndReview, GoTo, ReviewCommitment
from game.rules.debrief import may_add_plan, may_go_back, pages, plans_of
from game.rules.domains import Between, Offer, OneOf, OrNone, PlanWords, Words
from game.rules.plans import MOST_PLAN, MOST_WHY, Status
from game.rules.state import (
    Debrief,
    Lobby,
    Over,
    Part,
    Podium,
    Review,
    Standings,
    State,
)

_BACK = Offer(Back)
_END_REVIEW = Offer(EndReview)
_PLAN = PlanWords(MOST_PLAN, blank=False)


def of_debrief(state: State) -> tuple[Offer, ...]:
    """Where one can go from here, what teams can commit to, and what can be told of last time."""
    stage = state.stage
    offers: list[Offer] = []
    match stage:
        case Review():
            offers.append(_END_REVIEW)
        case Podium() | Debrief() | Standings(final=True) if state.template is not None:
            offers += [*_pages(state), *_plans(state)]
        case _:
            pass
    if may_go_back(state):
        offers.append(_BACK)
    if state.earlier and not isinstance(stage, (Lobby, Over)):
        offers.append(_told(len(state.earlier)))
    return tuple(offers)


def _pages(state: State) -> tuple[Offer, ...]:
    counts: dict[Part, int] = {}
    for page in pages(state):
        counts[page.part] = counts.get(page.part, 0) + 1
    return _go_to(tuple(counts.items()))


@lru_cache(maxsize=64)
def _go_to(counts: tuple[tuple[Part, int], ...]) -> tuple[Offer, ...]:
    return tuple(
        [
            Offer(GoTo, (("part", OneOf((part,))), ("index", Between(0, count - 1))))
            for part, count in counts
        ]
    )


def _plans(state: State) -> tuple[Offer, ...]:
    offers: list[Offer] = []
    for team in state.teams:
        numbers = tuple([made.number for made in plans_of(state, team.id)])
        offers += _of_team(team.id, numbers, may_add_plan(state, team))
    return tuple(offers)


@lru_cache(maxsize=256)
def _of_team(team: int, numbers: tuple[int, ...], more: bool) -> tuple[Offer, ...]:
    who = ("team", OneOf((team,)))
    own = OneOf(numbers)
    offers = []
    if more:
        number = OrNone(own) if numbers else OneOf((None,))
        offers.append(Offer(CommitPlan, (who, ("plan", _PLAN), ("number", number))))
    elif numbers:
        offers.append(Offer(CommitPlan, (who, ("plan", _PLAN), ("number", own))))
    if numbers:
        offers.append(Offer(DropPlan, (who, ("number", own))))
    return tuple(offers)


@lru_cache(maxsize=16)
def _told(count: int) -> Offer:
    return Offer(
        ReviewCommitment,
        (
            ("number", Between(0, count - 1)),
            ("status", OrNone(OneOf(tuple(Status)))),
            ("why", Words(MOST_WHY)),
        ),
    )
