"""Another view is worth points: the bell between answer and reveal, in both its forms."""

from __future__ import annotations

from typing import Unpack

import pytest

from game.rules.actions import Judge, JudgeView, LockAnswer, Next, RingBell, SetAnswer, TimeUp
from game.rules.cards import Card, Play
from game.rules.events import Scored, ViewSettled
from game.rules.legal import offers_of
from game.rules.ruleset import Turns
from game.rules.state import Answer, BellPhase, ClockFor, State, Step, Why, evolve
from tests.rules.pieces import commit, dilemma, estimate, open_card, order, quiz
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


def tokens(state: State) -> tuple[int, ...]:
    return tuple(team.tokens for team in state.teams)


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


def test_a_view_that_won_nothing_costs_a_token() -> None:
    state, events = happens(ring(after_answer(3), 2), LockAnswer(2, 1))
    assert the(events, ViewSettled) == ViewSettled(2, 0, False)
    assert tokens(state) == (2, 2, 1)
    assert state.teams[2].views_won == 0


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


# --- On a choice for everyone -------------------------------------------------------------------


def camps(*answers: Answer | None, at: int = 0, **rules: Unpack[Table]) -> State:
    """A dilemma for everyone with the answers in, after the grid."""
    card = dilemma("c", POINTS, play=Play.EVERYONE)
    state = to_step(on_card(card, len(answers), **rules), Step.GRID)
    for team, answer in enumerate(answers):
        if answer is not None:
            state = play(state, SetAnswer(team, answer))
    state = play(state, Next(), at=at)
    return play(state, Next(), at=at) if stage(state).asked else state


def may_ring(state: State) -> tuple[int, ...]:
    return bells(state).eligible if stage(state).step is Step.VIEW else ()


@pytest.mark.parametrize(
    ("answers", "teams"),
    [
        ((0, 0, 0, 1), (3,)),
        ((0, 0, 0, 1, 1, 2), (3, 4, 5)),
        ((0, 0, 1, 1), (0, 1, 2, 3)),
        ((0, 0, 1, 1, 2), (0, 1, 2, 3, 4)),
        ((0, 1, 2), (0, 1, 2)),
        ((1, 1, 1), ()),
        ((1, 1, None), ()),
        ((1, 1, 2, None), (2,)),
        ((None, None, None), ()),
    ],
)
def test_the_bell_is_open_to_teams_outside_the_largest_camp(
    answers: tuple[int | None, ...], teams: tuple[int, ...]
) -> None:
    assert may_ring(camps(*answers)) == teams


def test_no_view_when_all_agree() -> None:
    assert stage(camps(1, 1, 1)).step is Step.REVEAL


def test_a_team_of_the_largest_camp_cannot_ring() -> None:
    assert refused(camps(0, 0, 1), RingBell(0, 0)) == "not_this_team"


def test_the_team_that_rings_argues_for_thirty_seconds() -> None:
    state = ring(camps(0, 0, 1), 2, 1000)
    assert stage(state).step is Step.VIEW_TAKEN
    assert state.clock is not None
    assert (state.clock.purpose, state.clock.left(1000)) == (ClockFor.ARGUE, 30_000)
    state = play(state, TimeUp(), at=31_000)
    assert stage(state).step is Step.VIEW_TAKEN, "when time ends nothing is lost"
    assert stage(play(state, SetAnswer(0, 1))).answer(0) == 1


def test_every_other_team_may_change_once() -> None:
    state = play(ring(camps(0, 0, 1), 2), SetAnswer(0, 1))
    assert refused(state, SetAnswer(0, 0)) == "already_changed"
    assert stage(play(state, SetAnswer(1, 2))).answer(1) == 2


def test_the_team_that_argues_keeps_its_option() -> None:
    assert refused(ring(camps(0, 0, 1), 2), SetAnswer(2, 0)) == "not_this_team"


@pytest.mark.parametrize(("joining", "won"), [((), 0), ((0,), 1), ((0, 1), 2), ((0, 1, 2), 2)])
def test_it_earns_one_for_each_team_that_joins_at_most_two(
    joining: tuple[int, ...], won: int
) -> None:
    state = ring(camps(0, 0, 0, 1), 3)
    state = play(state, *(SetAnswer(team, 1) for team in joining))
    state, events = happens(state, Next())
    assert [e.applied for e in each(events, Scored) if e.why is Why.VIEW] == [won] * bool(won)
    # Its own option is worth 1; who joined has it as well, and who stayed has nothing.
    assert customers(state) == (*(int(team in joining) for team in range(3)), 1 + won)
    assert tokens(state)[3] == (2 if won else 1)


def test_most_is_a_house_rule() -> None:
    state = ring(camps(0, 0, 0, 1, view_together_max=1), 3)
    state = play(state, SetAnswer(0, 1), SetAnswer(1, 1), Next())
    assert customers(state)[3] == 2


def test_a_team_that_changes_to_a_third_option_has_not_joined() -> None:
    state = play(ring(camps(0, 0, 1), 2), SetAnswer(0, 3), Next())
    assert customers(state) == (3, 0, 1)


def test_a_team_of_its_own_camp_has_not_joined_it() -> None:
    state = play(ring(camps(0, 0, 0, 1, 1), 4), Next())
    assert customers(state) == (0, 0, 0, 1, 1)


def test_a_team_that_sat_out_may_join() -> None:
    state = play(ring(camps(0, 0, 1, None), 2), SetAnswer(3, 1), Next())
    assert customers(state) == (0, 0, 2, 1)


def test_the_answers_from_before_are_kept_to_show_who_moved() -> None:
    state = play(ring(camps(0, 0, 1), 2), SetAnswer(0, 1))
    assert stage(state).before == ((0, 0), (1, 0), (2, 1))
    assert stage(state).answers == ((0, 1), (1, 0), (2, 1))


@pytest.mark.parametrize(
    "card",
    [estimate("c", play=Play.EVERYONE), order("c", play=Play.EVERYONE)],
    ids=["estimate", "order"],
)
def test_everyones_other_view_is_for_choices_alone(card: Card) -> None:
    state = to_step(on_card(card), Step.GRID)
    answers: list[Answer] = (
        [(0, 1, 2, 3), (3, 2, 1, 0), (0, 1, 3, 2)] if stage(state).shown else [1, 2, 3]
    )
    state = play(state, *(SetAnswer(team, a) for team, a in enumerate(answers)), Next())
    assert stage(state).step is Step.REVEAL


def test_a_quiz_for_everyone_is_a_choice_too() -> None:
    state = to_step(on_card(quiz("q", play=Play.EVERYONE)), Step.GRID)
    state = play(state, SetAnswer(0, 0), SetAnswer(1, 0), SetAnswer(2, 1), Next())
    assert may_ring(state) == (2,)


def test_together_a_turn_card_has_everyones_view() -> None:
    state = to_step(on_card(dilemma("c", POINTS), turns=Turns.TOGETHER), Step.GRID)
    state = play(state, SetAnswer(0, 0), SetAnswer(1, 0), SetAnswer(2, 1), Next())
    assert may_ring(state) == (2,)
