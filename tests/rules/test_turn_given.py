"""The turn is given to another team."""

from __future__ import annotations

import pytest

from game.rules.actions import LockAnswer, Next, Roll, SetAnswer, SetTurn, WritePlan
from game.rules.cards import CustomersEffect, Play, RollEffect, Twist, Who
from game.rules.events import RollGranted, TurnGiven
from game.rules.legal import offers_of
from game.rules.ruleset import Turns
from game.rules.state import IfThen, Landed, evolve
from tests.rules.pieces import commit, dilemma
from tests.rules.table import (
    answered,
    customers,
    each,
    happens,
    on_card,
    play,
    ready,
    refused,
    stage,
    the,
    through_turn,
)


def test_the_turn_can_be_given_to_another_team_which_comes_before_the_one_that_had_it() -> None:
    state, events = happens(ready(4), SetTurn(2))
    assert the(events, TurnGiven) == TurnGiven(2)
    assert (state.active, state.queue) == (2, (0, 1, 3))
    order = []
    for _ in range(4):
        order.append(state.active)
        state = through_turn(state)
    assert order == [2, 0, 1, 3]
    assert {team.turns for team in state.teams} == {1}


def test_whoever_is_given_the_turn_has_not_rolled_again_yet() -> None:
    state = play(evolve(ready(3), roll_again=True, rolled_again=True), SetTurn(1))
    assert (state.roll_again, state.rolled_again) == (False, False)


def test_a_team_that_has_played_may_get_another_turn() -> None:
    state = play(through_turn(ready(3)), SetTurn(0))
    assert (state.active, state.queue) == (0, (1, 2))
    for _ in range(3):
        state = through_turn(state)
    assert [team.turns for team in state.teams] == [2, 1, 1]


def test_a_turn_card_changes_hands_with_its_answer_gone() -> None:
    state = play(on_card(dilemma("x")), SetAnswer(0, 1), SetTurn(2))
    assert (stage(state).team, stage(state).answers, state.active) == (2, (), 2)
    assert customers(answered(state, 1)) == (0, 0, 3)
    plan = play(on_card(commit("x")), WritePlan(0, IfThen(cue="a")), SetTurn(1))
    assert stage(plan).plan is None


def test_a_card_for_everyone_keeps_its_answers_when_the_turn_changes() -> None:
    state = play(on_card(dilemma("x", play=Play.EVERYONE)), SetAnswer(0, 1), SetTurn(2))
    assert (stage(state).team, stage(state).answers) == (2, ((0, 1),))


@pytest.mark.parametrize("path", ["st", "sm", "s?"])
def test_the_turn_can_change_while_a_twist_a_mirror_or_a_choice_is_open(path: str) -> None:
    state = play(ready(path=path, die=1), Roll(), Next(), SetTurn(1))
    assert state.active == 1
    assert through_turn(state).active == 0


def test_a_twist_befalls_the_team_that_was_given_the_turn() -> None:
    twist = Twist(
        id="t", title="", prompt="", effects=(CustomersEffect(who=Who.SELF, customers=2),)
    )
    state = play(ready(path="st", die=1, twists=(twist,)), Roll(), Next(), SetTurn(2), Next())
    assert customers(state) == (0, 0, 2)


def test_a_turn_does_not_change_with_a_pawn_under_way_or_an_answer_locked() -> None:
    state = play(ready(), Roll())
    assert isinstance(state.stage, Landed)
    assert refused(state, SetTurn(1)) == "not_now"
    assert refused(play(on_card(dilemma("x")), LockAnswer(0, 1)), SetTurn(1)) == "not_now"
    assert refused(answered(on_card(dilemma("x")), 1), SetTurn(1)) == "not_now"


def test_the_turn_is_not_given_to_the_team_that_has_it() -> None:
    assert refused(ready(), SetTurn(0)) == "not_this_team"
    assert refused(ready(1), SetTurn(0)) == "not_now"


def test_an_extra_roll_stays_with_the_team_that_won_it() -> None:
    twists = [Twist(id=f"t{i}", title="", prompt="", effects=(RollEffect(),)) for i in range(3)]
    state = play(ready(path="st", die=1, twists=twists), Roll(), Next())
    state, events = happens(state, Next())
    assert each(events, RollGranted)
    state = through_turn(play(state, SetTurn(1)))
    assert (state.active, state.rolled_again) == (0, False)


def test_together_the_die_can_be_given_away() -> None:
    state = play(ready(4, turns=Turns.TOGETHER), SetTurn(2))
    assert state.active == 2
    assert through_turn(state).active == 3


def test_where_no_team_has_the_turn_there_is_none_to_give_away() -> None:
    # No session comes to it; whoever builds a state by hand, as a preview does, may.
    assert offers_of(ready(3), SetTurn) != ()
    assert offers_of(evolve(ready(3), active=-1), SetTurn) == ()
