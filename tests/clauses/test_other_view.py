"""Another view is worth points: the bell between answer and reveal, in both its forms."""

from __future__ import annotations

from typing import Unpack

import pytest

from game.rules.actions import Judge, JudgeView, LockAnswer, Next, RingBell, SetAnswer
from game.rules.cards import Card, Play
from game.rules.events import Scored, ViewSettled
from game.rules.legal import offers_of
from game.rules.state import BellPhase, State, Step, Why, evolve
from tests.clauses.asides import tokens
from tests.rules.pieces import commit, dilemma, estimate, open_card, order
from tests.rules.setups import Table
from tests.rules.table import (
    bells,
    customers,
    each,
    happens,
    on_card,
    play,
    refused,
    ring,
    stage,
    the,
    to_step,
    with_team,
)

POINTS = (0, 1, 2, 3)


def after_answer(answer: int, teams: int = 3, **rules: Unpack[Table]) -> State:
    """The first team has locked its answer to a dilemma worth its option's number."""
    return play(on_card(dilemma("c", POINTS), teams, **rules), LockAnswer(0, answer))


# --- On a card for one team ---------------------------------------------------------------------


def test_between_answer_and_reveal_the_bell_is_open_to_the_other_teams() -> None:
    state = after_answer(1)
    assert stage(state).step is Step.VIEW
    assert bells(state).phase is BellPhase.OPEN
    assert refused(state, RingBell(0, 10)) == "not_this_team"
    for team in (1, 2):
        assert stage(ring(state, team, 10)).viewer == team


@pytest.mark.parametrize(
    ("first", "second", "won"), [(0, 3, 3), (1, 3, 2), (2, 3, 1), (3, 2, 0), (3, 0, 0), (1, 0, 0)]
)
def test_on_a_choice_the_view_earns_the_difference_and_never_less_than_nothing(
    first: int, second: int, won: int
) -> None:
    state = with_team(ring(after_answer(first), 2), 2, customers=5)
    state = play(state, LockAnswer(2, second))
    assert stage(state).step is Step.REVEAL
    assert customers(state) == (first, 0, 5 + won)


def test_the_first_team_loses_nothing() -> None:
    state, events = happens(ring(after_answer(2), 1), LockAnswer(1, 3))
    assert [(e.team, e.applied, e.why) for e in each(events, Scored)] == [
        (0, 2, Why.ANSWER),
        (1, 1, Why.VIEW),
    ]
    assert customers(state) == (2, 1, 0)


def test_the_view_names_another_option() -> None:
    assert refused(ring(after_answer(1), 2), LockAnswer(2, 1)) == "not_an_answer"


def test_equal_worth_wins_nothing() -> None:
    state = play(on_card(dilemma("c", (2, 2))), LockAnswer(0, 0))
    assert customers(play(ring(state, 1), LockAnswer(1, 1))) == (2, 0, 0)


def test_a_token_that_won_anything_comes_back() -> None:
    state, events = happens(ring(after_answer(1), 2), LockAnswer(2, 3))
    assert the(events, ViewSettled) == ViewSettled(2, 2, True)
    assert tokens(state) == (2, 2, 2)
    assert state.teams[2].views_won == 1
    _, events = happens(ring(after_answer(2), 2), LockAnswer(2, 3))
    assert the(events, ViewSettled) == ViewSettled(2, 1, True), "for one customer too"


def test_a_view_that_won_nothing_costs_a_token() -> None:
    state, events = happens(ring(after_answer(3), 2), LockAnswer(2, 1))
    assert the(events, ViewSettled) == ViewSettled(2, 0, False)
    assert tokens(state) == (2, 2, 1)
    assert state.teams[2].views_won == 0
    last = with_team(ring(after_answer(3), 2), 2, tokens=1)
    assert tokens(play(last, LockAnswer(2, 1))) == (2, 2, 0), "the last one too"


def test_without_a_token_there_is_no_view() -> None:
    state = play(with_team(on_card(dilemma("c", POINTS)), 2, tokens=0), LockAnswer(0, 0))
    assert refused(state, RingBell(2, 0)) == "no_tokens"
    assert stage(ring(state, 1)).viewer == 1


def test_when_nobody_has_a_token_it_goes_straight_to_the_reveal() -> None:
    assert stage(after_answer(0, view_tokens=0)).step is Step.REVEAL


def test_the_first_ring_has_the_view_and_a_later_one_does_not() -> None:
    state = ring(ring(after_answer(0), 2, 100), 1, 200)
    assert stage(state).viewer == 2
    assert refused(state, LockAnswer(1, 3)) == "not_this_team"
    assert tokens(play(state, LockAnswer(2, 3))) == (2, 2, 2)


def test_rings_together_for_a_view_are_drawn() -> None:
    begin = ring(after_answer(0), 1, 100)
    viewers = {stage(ring(evolve(begin, seed=seed), 2, 104)).viewer for seed in range(20)}
    assert viewers == {1, 2}


def test_whoever_the_draw_gives_the_bell_to_is_asked_anew() -> None:
    asked = play(ring(after_answer(0), 1, 100), Next())
    drawn = [stage(ring(evolve(asked, seed=seed), 2, 104)) for seed in range(20)]
    assert {(view.viewer, view.asked) for view in drawn} == {(1, False), (2, False)}


def test_no_answer_is_no_view_to_differ_from() -> None:
    state = to_step(on_card(dilemma("c", POINTS)), Step.DISCUSS)
    state = play(state, Next(), Next())
    assert stage(state).step is Step.REVEAL


def test_a_team_that_rang_and_names_nothing_is_asked_once_and_wins_nothing() -> None:
    state = play(ring(after_answer(1), 2), Next())
    assert stage(state).asked
    state = play(state, Next())
    assert stage(state).step is Step.REVEAL
    assert customers(state) == (1, 0, 0)
    assert tokens(state) == (2, 2, 1)


@pytest.mark.parametrize("points", [0, 1, 2])
def test_on_an_open_card_the_facilitator_gives_the_added_view_nought_to_two(points: int) -> None:
    state = to_step(on_card(open_card("o")), Step.VIEW)
    assert refused(state, RingBell(0, 0)) == "not_this_team"
    state = to_step(ring(state, 1), Step.JUDGE)
    assert (bells(state).phase, state.clock) == (BellPhase.CLOSED, None)
    assert refused(state, JudgeView(3)) == "out_of_bounds"
    state = play(state, Judge(0, 3), JudgeView(points), Next())
    assert customers(state) == (3, points, 0)
    assert tokens(state) == (2, 2 if points else 1, 2)


@pytest.mark.parametrize(
    "card", [estimate("c"), order("c"), commit("c")], ids=["estimate", "order", "commit"]
)
def test_other_kinds_have_no_other_view(card: Card) -> None:
    state = on_card(card)
    seen = set()
    while stage(state).step is not Step.REVEAL:
        seen.add(stage(state).step)
        state = play(state, Next())
    assert Step.VIEW not in seen
    assert Step.DISCUSS in seen


@pytest.mark.parametrize(
    "card",
    [dilemma("c"), dilemma("c", play=Play.EVERYONE), open_card("c")],
    ids=["choice", "everyone", "open"],
)
def test_the_other_view_is_a_house_rule(card: Card) -> None:
    state = on_card(card, other_view=False)
    if stage(state).play is Play.EVERYONE:
        state = play(state, SetAnswer(0, 0), SetAnswer(1, 1), SetAnswer(2, 2))
    elif stage(state).card == "c" and offers_of(state, LockAnswer):
        state = play(state, LockAnswer(0, 0))
    seen = set()
    while stage(state).step is not Step.REVEAL:
        seen.add(stage(state).step)
        state = play(state, Next())
    assert not seen & {Step.VIEW, Step.VIEW_TAKEN}


def test_with_one_team_left_there_is_no_other_view() -> None:
    assert stage(after_answer(0, teams=1)).step is Step.REVEAL
