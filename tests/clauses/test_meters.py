"""Meters go to whoever earns the points of the option."""

from __future__ import annotations

from game.rules.actions import Judge, LockAnswer, MarkBell, Next
from game.rules.cards import Judging, Play
from game.rules.events import MeterMoved, Scored
from game.rules.state import State, Step, evolve
from tests.clauses.asides import judging
from tests.rules.pieces import dilemma, quiz
from tests.rules.table import (
    answered,
    each,
    happens,
    on_card,
    play,
    ring,
    to_step,
)


def meters(state: State) -> list[tuple[int, int]]:
    """(connection, progress) of each team."""
    return [(team.meter("connection"), team.meter("progress")) for team in state.teams]


def test_meters_go_to_whoever_earns_the_options_points() -> None:
    # The table's dilemma moves connection by points − 1 and progress by 1 − index.
    card = dilemma("c", (0, 3, 1))
    assert meters(answered(on_card(card), 1)) == [(2, 0), (0, 0), (0, 0)]
    state = on_card(dilemma("c", (0, 3, 1), play=Play.EVERYONE), other_view=False)
    state = answered(to_step(state, Step.GRID), 0, 1, 2)
    assert meters(state) == [(-1, 1), (2, 0), (0, -1)]


def test_the_meters_of_another_view_go_to_the_team_that_won_with_it() -> None:
    state = to_step(play(on_card(dilemma("c", (0, 3, 1))), LockAnswer(0, 0)), Step.VIEW)
    state = play(ring(state, 2), LockAnswer(2, 1))
    assert meters(state) == [(-1, 1), (0, 0), (2, 0)]


def test_a_card_moves_its_own_meters_only_for_a_point_or_more() -> None:
    assert meters(play(judging(Judging.FACILITATOR, 3), Judge(0, 1), Next()))[0] == (1, 0)
    state, events = happens(play(judging(Judging.FACILITATOR, 3), Judge(0, 0)), Next())
    assert not each(events, MeterMoved)
    assert meters(state)[0] == (0, 0)


def test_the_bell_pays_the_rulesets_points_and_the_meters_of_the_key() -> None:
    card = quiz("q", key=1)
    options = tuple(evolve(o, meters=(("connection", i),)) for i, o in enumerate(card.options))
    state = ring(play(on_card(evolve(card, options=options)), Next()), 2)
    state, events = happens(state, MarkBell(True))
    assert [(e.team, e.applied) for e in each(events, Scored)] == [(2, 2)]
    assert meters(state) == [(0, 0), (0, 0), (1, 0)]
