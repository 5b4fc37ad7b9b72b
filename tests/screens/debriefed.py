"""A session that was played, at any page of its debrief, and of the review before the next."""

from __future__ import annotations

from functools import cache

from game.app.tourdebrief import played
from game.rules.actions import CommitPlan, GoTo, Next
from game.rules.apply import apply
from game.rules.state import IfThen, Part, Review, State, evolve
from game.screens.screen import Shown
from tests.rules.pieces import LAST_TIME

WHOLE = IfThen(cue="it rings twice", action="we ring back", who="Bo", by_when="Monday")
"""A plan that lacks nothing."""


@cache
def podium() -> tuple[State, tuple[Shown, ...]]:
    """A session played to its podium, and its first moment."""
    state, shown = played("en", ("Orange", "Sky", "Green", "Yellow"))
    return state, tuple(shown)


def at(page: Part, index: int = 0, *plans: tuple[int, IfThen]) -> State:
    """The same at a page of its debrief, with these plans of teams."""
    state = podium()[0]
    for team, plan in plans:
        state = do(state, CommitPlan(team, plan))
    return do(state, GoTo(page, index))


def do(state: State, action: CommitPlan | GoTo | Next) -> State:
    """The state after an action."""
    return apply(state, action, 0)[0]


def reviewing(index: int = 0) -> State:
    """The plans of last time are looked back on, at the one of this number."""
    return evolve(podium()[0], earlier=LAST_TIME, stage=Review(index=index))
