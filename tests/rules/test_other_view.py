"""Another view: rung for, argued, and paid; in both its forms."""

from __future__ import annotations

from typing import Unpack

import pytest

from game.rules.actions import (
    ChangeRule,
    CloseBells,
    Judge,
    JudgeView,
    LockAnswer,
    MarkBell,
    Next,
    OpenBells,
    RingBell,
    SetAnswer,
    TimeUp,
)
from game.rules.cards import Card, EstimateCard, Judging, Play
from game.rules.events import Asked, BellChanged, BellWon, Scored, ViewJudged, ViewSettled
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


def locked(option: int = 2, teams: int = 3, **rules: Unpack[Table]) -> State:
    """A dilemma worth 2, 3 and 1, with the first team's answer locked and the bell open."""
    return play(on_card(dilemma("d", (2, 3, 1)), teams, **rules), Next(), LockAnswer(0, option))


# Choice cards in turn


def test_between_answer_and_reveal_the_bell_is_open_to_the_other_teams() -> None:
    state = play(on_card(dilemma("d")), Next())
    assert refused(state, RingBell(1, 10)) == "bell_closed"
    state, events = happens(state, LockAnswer(0, 2))
    assert stage(state).step is Step.VIEW
    assert the(events, BellChanged) == BellChanged(BellPhase.OPEN)
    assert bells(state).eligible == (1, 2)
    assert refused(state, RingBell(0, 50_000)) == "not_this_team"
    state = play(state, Next())
    assert stage(state).step is Step.REVEAL
    assert refused(state, RingBell(1, 60_000)) == "bell_closed"


def test_the_ringing_team_earns_what_its_option_is_worth_above_the_first_teams() -> None:
    state = ring(locked(2), 1)
    assert (stage(state).step, stage(state).viewer) == (Step.VIEW_TAKEN, 1)
    state, events = happens(state, LockAnswer(1, 1))
    assert stage(state).step is Step.REVEAL
    assert customers(state) == (1, 2, 0)
    assert [(event.team, event.applied, event.why) for event in each(events, Scored)] == [
        (0, 1, Why.ANSWER),
        (1, 2, Why.VIEW),
    ]


@pytest.mark.parametrize(("first", "other", "won"), [(0, 1, 1), (0, 2, 0), (1, 0, 0), (2, 0, 1)])
def test_a_view_earns_never_below_nought_and_the_first_team_loses_nothing(
    first: int, other: int, won: int
) -> None:
    state = play(ring(locked(first), 1), LockAnswer(1, other))
    assert customers(state) == ((2, 3, 1)[first], won, 0)


def test_a_ring_costs_one_of_two_tokens_and_one_that_won_comes_back() -> None:
    state = locked(2)
    assert [team.tokens for team in state.teams] == [2, 2, 2]
    won, events = happens(ring(state, 1), LockAnswer(1, 1))
    assert the(events, ViewSettled) == ViewSettled(team=1, won=2, token_back=True)
    assert won.teams[1].tokens == 2
    assert won.teams[1].views_won == 1
    lost, events = happens(ring(locked(1), 1), LockAnswer(1, 0))
    assert the(events, ViewSettled) == ViewSettled(team=1, won=0, token_back=False)
    assert lost.teams[1].tokens == 1
    assert lost.teams[1].views_won == 0


def test_a_team_without_a_token_cannot_ring() -> None:
    state = with_team(on_card(dilemma("d")), 1, tokens=0)
    state = play(state, Next(), LockAnswer(0, 2))
    assert bells(state).eligible == (2,)
    assert refused(state, RingBell(1, 50_000)) == "no_tokens"


def test_the_team_that_played_is_told_that_it_is_not_its_bell_even_without_a_token() -> None:
    state = with_team(on_card(dilemma("d")), 0, tokens=0)
    state = play(state, Next(), LockAnswer(0, 2))
    assert refused(state, RingBell(0, 50_000)) == "not_this_team"


def test_where_nobody_has_a_token_the_reveal_follows_at_once() -> None:
    state = on_card(dilemma("d"), view_tokens=0)
    assert stage(play(state, Next(), LockAnswer(0, 2))).step is Step.REVEAL


def test_another_view_names_another_option() -> None:
    state = ring(locked(2), 1)
    assert refused(state, LockAnswer(1, 2)) == "not_an_answer"
    assert refused(state, SetAnswer(1, 2)) == "not_an_answer"
    assert refused(state, LockAnswer(2, 1)) == "not_this_team"
    state = play(state, SetAnswer(1, 0), SetAnswer(1, None), SetAnswer(1, 1))
    assert customers(play(state, Next())) == (1, 2, 0)


def test_a_viewer_that_names_nothing_earns_nothing_after_next_asked_once() -> None:
    state, events = happens(ring(locked(2), 1), Next())
    assert events == (Asked((1,)),)
    state = play(state, Next())
    assert stage(state).step is Step.REVEAL
    assert customers(state) == (1, 0, 0)
    assert state.teams[1].tokens == 1


def test_a_views_option_moves_the_viewers_meters_when_it_won() -> None:
    won = play(ring(locked(2), 1), LockAnswer(1, 1))
    # The option worth 3 moves connection by 2 and progress not at all.
    assert won.teams[1].meters == (("connection", 2),)
    lost = play(ring(locked(1), 1), LockAnswer(1, 0))
    assert lost.teams[1].meters == ()


def test_a_quiz_in_turn_has_another_view_too() -> None:
    state = play(on_card(quiz("q", key=1, play=Play.TURN)), Next(), LockAnswer(0, 0))
    assert customers(play(ring(state, 2), LockAnswer(2, 1))) == (0, 0, 3)


def test_there_is_no_other_view_where_there_is_no_answer() -> None:
    state = play(on_card(dilemma("d")), Next(), Next(), Next())
    assert stage(state).step is Step.REVEAL


@pytest.mark.parametrize("card", [estimate("e"), order("o")], ids=["estimate", "order"])
def test_estimates_and_orders_have_no_other_view(card: Card) -> None:
    state = play(on_card(card), Next())
    answer: Answer = 80 if isinstance(card, EstimateCard) else (0, 1, 2, 3)
    assert stage(play(state, LockAnswer(0, answer))).step is Step.REVEAL


def test_the_first_ring_for_a_view_wins_and_together_the_draw_decides() -> None:
    winners = set()
    for seed in range(40):
        state = ring(evolve(locked(2), seed=seed), 1, 50_000)
        state = play(state, SetAnswer(1, 1))
        state, events = happens(state, RingBell(2, 50_006), 50_006)
        winners.add(stage(state).viewer)
        if stage(state).viewer == 2:
            assert the(events, BellWon) == BellWon(2, 2, (0,))
            # It starts afresh: what the other named is gone.
            assert stage(state).answers == ((0, 2),)
    assert winners == {1, 2}


def test_a_later_ring_for_a_view_is_a_runner_up() -> None:
    state = ring(ring(locked(2), 1, 50_000), 2, 50_120)
    assert stage(state).viewer == 1
    assert bells(state).runners_up == ((2, 120),)


def test_the_view_is_argued_for_thirty_seconds_and_nothing_is_lost_at_their_end() -> None:
    state = ring(locked(2), 1)
    assert state.clock is not None
    assert (state.clock.purpose, state.clock.total_ms) == (ClockFor.ARGUE, 30_000)
    state = play(state, TimeUp(), at=80_000)
    assert stage(state).step is Step.VIEW_TAKEN
    assert customers(play(state, LockAnswer(1, 1))) == (1, 2, 0)


def test_the_arguing_time_is_a_house_rule_and_may_be_off() -> None:
    assert ring(locked(2, view_seconds=0), 1).clock is None


def test_a_view_is_argued_and_marked_neither_right_nor_wrong() -> None:
    assert refused(ring(locked(), 1), MarkBell(True)) == "not_now"


def test_the_last_token_can_still_be_spent() -> None:
    state = play(with_team(on_card(dilemma("d")), 1, tokens=1), Next(), LockAnswer(0, 2))
    assert bells(state).eligible == (1, 2)


def test_bells_for_a_view_that_are_opened_by_hand_have_no_clock_either() -> None:
    state = play(locked(), CloseBells(), OpenBells())
    assert bells(state).phase is BellPhase.OPEN
    assert state.clock is None


def test_the_other_view_is_a_house_rule() -> None:
    assert stage(locked(2, other_view=False)).step is Step.REVEAL


def test_with_one_team_there_is_no_other_view() -> None:
    assert stage(locked(2, teams=1)).step is Step.REVEAL


def test_tokens_never_fall_below_nought_when_the_rule_changes_in_the_middle() -> None:
    state = play(ring(locked(1), 1), ChangeRule("view_tokens", 0), LockAnswer(1, 0))
    assert state.teams[1].tokens == 0


# Open cards in turn


def test_on_an_open_card_another_team_adds_its_view_for_nought_to_two() -> None:
    state = play(on_card(open_card("o")), Next(), Next())
    assert stage(state).step is Step.VIEW
    state = play(ring(state, 2), Next())
    assert stage(state).step is Step.JUDGE
    assert refused(state, JudgeView(3)) == "out_of_bounds"
    state, events = happens(state, JudgeView(2))
    assert the(events, ViewJudged) == ViewJudged(2)
    state = play(state, Judge(0, 1), Next())
    assert customers(state) == (1, 0, 2)
    assert (state.teams[2].tokens, state.teams[2].views_won) == (2, 1)


def test_an_added_view_without_points_costs_its_token() -> None:
    state = play(ring(play(on_card(open_card("o")), Next(), Next()), 2), Next())
    state = play(state, Judge(0, 3), JudgeView(0), Next())
    assert (state.teams[2].tokens, state.teams[2].views_won) == (1, 0)


def test_a_view_can_be_added_where_peers_judge() -> None:
    state = play(on_card(open_card("o", judge=Judging.PEERS)), Next(), Next())
    state = play(ring(state, 2), Next())
    assert customers(play(state, JudgeView(1), Next(), Next())) == (0, 0, 1)


def test_without_a_view_there_is_none_to_judge() -> None:
    state = to_step(on_card(open_card("o")), Step.JUDGE)
    assert refused(state, JudgeView(1)) == "not_now"


def test_a_plan_has_no_other_view() -> None:
    state = play(on_card(commit("c")), Next(), Next())
    assert stage(state).step is Step.JUDGE
