"""Roll (or step): the pawn walks space by space, and start pays when it is passed forward."""

from __future__ import annotations

from typing import Unpack

import pytest

from game.rules.actions import Begin, Next, Roll
from game.rules.cards import SpacesEffect, Who
from game.rules.events import (
    PawnMoved,
    Rolled,
    Scored,
)
from game.rules.state import State, TwistTold, Why, evolve
from tests.clauses.asides import twist
from tests.rules.setups import Setup
from tests.rules.table import (
    customers,
    each,
    game,
    happens,
    play,
    the,
    with_team,
)


def ready(teams: int = 3, **setup: Unpack[Setup]) -> State:
    """Waiting for the first roll, without personas."""
    setup = {"personas": (), **setup}
    return play(game(teams, **setup), Begin(), Next())


@pytest.mark.parametrize("sides", [1, 2, 4, 6, 12, 20])
def test_the_die_has_as_many_sides_as_the_house_rule_says_and_one_is_a_step(sides: int) -> None:
    begin = ready(path="s" + "i" * 30, die=sides)
    rolled = [happens(evolve(begin, seed=seed), Roll()) for seed in range(sides * 12)]
    assert {the(events, Rolled).pips for _, events in rolled} == set(range(1, sides + 1))
    for state, events in rolled:
        assert state.teams[0].position == the(events, Rolled).pips
        assert bool(the(events, Rolled).fell) == (sides > 1), "nothing falls where one steps"


def test_the_pawn_walks_space_by_space() -> None:
    begin = with_team(ready(path="s" + "i" * 9), 0, position=8)
    for seed in range(12):
        _, events = happens(evolve(begin, seed=seed), Roll())
        walked, pips = the(events, PawnMoved), the(events, Rolled).pips
        assert (walked.team, walked.start) == (0, 8)
        assert walked.path == (9, 0, 1, 2, 3, 4)[:pips]


@pytest.mark.parametrize(("begin", "pays"), [(10, False), (11, True), (5, False)])
def test_passing_or_reaching_start_forward_wins_two(begin: int, pays: bool) -> None:
    state = with_team(ready(path="s" + "i" * 11, die=1), 0, position=begin)
    after, events = happens(state, Roll())
    assert customers(after) == ((2 if pays else 0), 0, 0)
    assert [e.why for e in each(events, Scored)] == ([Why.START] if pays else [])
    assert after.teams[0].laps == (1 if pays else 0)


def test_passing_start_without_stopping_there_wins_two() -> None:
    state = with_team(ready(path="s" + "i" * 11), 0, position=11)
    rolls = [happens(evolve(state, seed=seed), Roll())[0] for seed in range(12)]
    assert any(after.teams[0].position > 0 for after in rolls)
    assert {customers(after)[0] for after in rolls} == {2}


@pytest.mark.parametrize(
    ("begin", "end", "laps"), [(1, 10, -1), (0, 9, -1), (2, 11, -1), (3, 0, 0), (4, 1, 0)]
)
def test_going_back_over_start_pays_nothing(begin: int, end: int, laps: int) -> None:
    back = twist(SpacesEffect(who=Who.SELF, spaces=-3))
    state = evolve(ready(twists=(back,)), stage=TwistTold(twist=back.id))
    after = play(with_team(state, 0, position=begin), Next())
    assert (after.teams[0].position, after.teams[0].customers) == (end, 0)
    assert after.teams[0].laps == laps, "whoever is taken back over start has not passed it"
