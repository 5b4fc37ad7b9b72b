"""Another view on a card for everyone: who may ring, who joins, what it wins."""

from __future__ import annotations

from typing import Unpack

from game.rules.actions import Next, RingBell, SetAnswer
from game.rules.cards import Play
from game.rules.events import AnswerLocked, Asked, ChangedMind
from game.rules.ruleset import Turns
from game.rules.state import State, Step
from tests.rules.pieces import dilemma, estimate
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
)

# Choice cards for everyone


def grid(*answers: int | None, **setup: Unpack[Table]) -> State:
    """Everybody's answers to a dilemma worth 2, 3 and 1 are in, and Next was pressed."""
    state = on_card(dilemma("d", (2, 3, 1), play=Play.EVERYONE), len(answers), **setup)
    state = to_step(state, Step.GRID)
    for team, answer in enumerate(answers):
        if answer is not None:
            state = play(state, SetAnswer(team, answer))
    state = play(state, Next())
    return play(state, Next()) if stage(state).asked else state


def test_when_the_answers_are_in_the_bell_is_open_to_teams_outside_the_largest_camp() -> None:
    state = grid(0, 0, 1, 2)
    assert stage(state).step is Step.VIEW
    assert bells(state).eligible == (2, 3)
    assert refused(state, RingBell(0, 50_000)) == "not_this_team"
    assert customers(state) == (0, 0, 0, 0)


def test_where_all_agree_nobody_has_another_view() -> None:
    assert stage(grid(1, 1, 1)).step is Step.REVEAL


def test_where_no_camp_is_the_largest_every_team_that_answered_may_ring() -> None:
    assert bells(grid(0, 1, None, 0, 1)).eligible == (0, 1, 3, 4)


def test_the_viewer_earns_one_for_each_team_that_joins_its_option() -> None:
    state = ring(grid(0, 0, 0, 1), 3)
    assert state.clock is not None
    assert state.clock.total_ms == 30_000
    state, events = happens(state, SetAnswer(0, 1))
    assert the(events, ChangedMind) == ChangedMind(team=0, before=0, after=1)
    state = play(state, Next())
    # Two stayed with the option worth 2; two have the one worth 3, and one was won over.
    assert customers(state) == (3, 2, 2, 4)
    assert (state.teams[3].tokens, state.teams[3].views_won) == (2, 1)


def test_a_view_wins_at_most_two() -> None:
    state = ring(grid(0, 0, 0, 0, 1), 4)
    state = play(state, *(SetAnswer(team, 1) for team in range(4)), Next())
    assert customers(state)[4] == 3 + 2


def test_how_much_a_view_can_win_together_is_a_house_rule() -> None:
    state = ring(grid(0, 0, 0, 0, 1, view_together_max=4), 4)
    state = play(state, *(SetAnswer(team, 1) for team in range(4)), Next())
    assert customers(state)[4] == 3 + 4


def test_every_other_team_may_change_once() -> None:
    state = play(ring(grid(0, 0, 0, 1), 3), SetAnswer(0, 2))
    assert refused(state, SetAnswer(0, 1)) == "already_changed"
    assert refused(state, SetAnswer(0, 0)) == "already_changed"
    assert refused(state, SetAnswer(1, 0)) == "not_an_answer"  # it has that one
    assert refused(state, SetAnswer(1, None)) == "not_an_answer"
    assert refused(state, SetAnswer(3, 0)) == "not_this_team"


def test_a_change_of_mind_is_told_once() -> None:
    _, events = happens(ring(grid(0, 0, 0, 1), 3), SetAnswer(0, 2))
    assert events == (ChangedMind(0, 0, 2),)


def test_a_team_that_goes_elsewhere_does_not_join() -> None:
    state = play(ring(grid(0, 0, 0, 1), 3), SetAnswer(0, 2), Next())
    assert customers(state) == (1, 2, 2, 3)
    assert state.teams[3].tokens == 1


def test_a_team_that_shared_the_option_before_has_not_joined() -> None:
    state = play(ring(grid(0, 0, 0, 1, 1), 3), Next())
    assert customers(state) == (2, 2, 2, 3, 3)
    assert state.teams[3].tokens == 1


def test_a_team_that_sat_out_may_join_too() -> None:
    state = play(ring(grid(0, 0, None, 1), 3), SetAnswer(2, 1), Next())
    assert customers(state) == (2, 2, 3, 4)


def test_estimates_for_everyone_have_no_other_view() -> None:
    state = on_card(estimate("e", play=Play.EVERYONE))
    state = play(to_step(state, Step.GRID), SetAnswer(0, 80), SetAnswer(1, 10), SetAnswer(2, 40))
    assert stage(play(state, Next())).step is Step.REVEAL


def test_together_turn_dilemmas_have_the_view_of_everyone_cards() -> None:
    state = on_card(dilemma("d", (2, 3, 1)), 4, turns=Turns.TOGETHER)
    state = play(
        to_step(state, Step.GRID),
        *(SetAnswer(team, 0) for team in range(3)),
        SetAnswer(3, 1),
        Next(),
    )
    assert bells(state).eligible == (3,)
    assert customers(play(ring(state, 3), SetAnswer(0, 1), Next())) == (3, 2, 2, 4)


def test_the_views_answers_before_and_after_are_remembered() -> None:
    state = play(ring(grid(0, 0, 0, 1), 3), SetAnswer(0, 1), Next(), Next(), Next())
    (record,) = state.records
    assert (record.viewer, record.before) == (3, ((0, 0), (1, 0), (2, 0), (3, 1)))
    assert record.answers == ((0, 1), (1, 0), (2, 0), (3, 1))


def test_the_views_end_locks_no_answer_and_asks_nothing() -> None:
    _, events = happens(ring(grid(0, 0, 0, 1), 3), Next())
    assert not each(events, AnswerLocked)
    assert not each(events, Asked)


def test_teams_agree_with_the_camp_they_end_in() -> None:
    state = play(ring(grid(0, 0, 1, 2), 2), SetAnswer(3, 1), Next())
    assert [team.agreed for team in state.teams] == [1, 1, 1, 1]
    most = play(grid(0, 0, 0, 1), Next())
    assert [team.agreed for team in most.teams] == [1, 1, 1, 0]
    alone = grid(0, 1, 2)
    assert [team.agreed for team in play(alone, Next()).teams] == [0, 0, 0]
