"""The bell: armed, open, taken; too early, together, runners-up; right, wrong, open again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.actions import MarkBell, Next, RingBell, SetAnswer, StopClock, TimeUp
from game.rules.cards import Meter, Play
from game.rules.events import (
    BellChanged,
    BellMarked,
    BellWon,
    RangLocked,
    RangToo,
    RangTooEarly,
    Scored,
    TimeWasUp,
)
from game.rules.ruleset import Turns
from game.rules.state import BellPhase, ClockFor, State, Step, Why, evolve
from tests.rules.pieces import dilemma, estimate, quiz
from tests.rules.table import (
    bells,
    customers,
    each,
    happens,
    on_card,
    play,
    refused,
    stage,
    the,
    with_team,
)


def armed(teams: int = 3, **rules: object) -> State:
    """A bell card being read."""
    return on_card(quiz("q"), teams, **rules)


def opened(teams: int = 3, at: int = 10_000, **rules: object) -> State:
    """Bells that may be rung, since `at` ms."""
    return play(armed(teams, **rules), Next(), at=at)


def ring(state: State, team: int, at: int) -> State:
    return play(state, RingBell(team, at), at=at)


# Arming


def test_bells_are_armed_while_the_card_is_read() -> None:
    state = armed()
    assert bells(state).phase is BellPhase.ARMED
    assert state.clock is None
    state, events = happens(state, Next(), 5000)
    assert the(events, BellChanged) == BellChanged(BellPhase.OPEN)
    assert stage(state).step is Step.BELL


def test_a_ring_while_armed_locks_out_for_two_seconds() -> None:
    state, events = happens(armed(), RingBell(1, 1000), 1000)
    assert the(events, RangTooEarly) == RangTooEarly(1, 3000)
    assert bells(state).phase is BellPhase.ARMED
    state = play(state, Next(), at=1500)
    state, events = happens(state, RingBell(1, 2999), 2999)
    assert the(events, RangLocked) == RangLocked(1, 3000)
    assert bells(state).phase is BellPhase.OPEN


def test_a_ring_counts_again_at_the_end_of_the_lock_out() -> None:
    state = play(armed(), RingBell(1, 1000), Next(), at=1000)
    state, events = happens(state, RingBell(1, 3000), 3000)
    assert the(events, BellWon) == BellWon(1, 1)
    assert bells(state).winner == 1


def test_hammering_while_armed_starts_the_lock_out_again() -> None:
    state = armed()
    for at in (1000, 1400, 1800, 2600):
        state, events = happens(state, RingBell(1, at), at)
        assert the(events, RangTooEarly) == RangTooEarly(1, at + 2000)
    assert bells(state).locked == ((1, 4600),)


def test_an_earlier_stamp_that_comes_later_shortens_no_lock_out() -> None:
    state = play(armed(), RingBell(1, 1500), RingBell(1, 1000))
    assert bells(state).locked == ((1, 3500),)


def test_a_lock_out_is_no_ones_but_the_teams_own() -> None:
    state = play(armed(), RingBell(1, 1000), Next(), at=1000)
    assert bells(ring(state, 2, 1001)).winner == 2


def test_how_long_a_lock_out_lasts_is_a_house_rule() -> None:
    state = play(armed(lockout_ms=500), RingBell(0, 100), Next(), at=100)
    assert bells(ring(state, 0, 600)).winner == 0
    none = play(armed(lockout_ms=0), RingBell(0, 100), Next(), at=100)
    assert bells(ring(none, 0, 100)).winner == 0


# First, together, runners-up


def test_the_first_ring_wins_and_takes_the_bell() -> None:
    state, events = happens(opened(), RingBell(2, 12_000), 12_000)
    assert the(events, BellWon) == BellWon(2, 1)
    assert the(events, BellChanged) == BellChanged(BellPhase.TAKEN)
    assert (bells(state).phase, bells(state).winner) == (BellPhase.TAKEN, 2)


def test_runners_up_are_shown_with_their_gap() -> None:
    state = ring(opened(), 2, 12_000)
    state, events = happens(state, RingBell(0, 12_010), 12_010)
    assert the(events, RangToo) == RangToo(0, 10)
    state = ring(state, 1, 12_345)
    assert bells(state).winner == 2
    assert bells(state).runners_up == ((0, 10), (1, 345))
    assert bells(state).together == 1


def test_rings_less_than_ten_milliseconds_apart_are_together_and_the_draw_decides() -> None:
    winners = {0: 0, 1: 0}
    for seed in range(400):
        state = ring(evolve(opened(), seed=seed), 0, 12_000)
        state, events = happens(state, RingBell(1, 12_009), 12_009)
        winners[bells(state).winner or 0] += 1
        assert bells(state).together == 2
        assert bells(state).runners_up == ()
        lost = each(events, RangToo)
        won = each(events, BellWon)
        assert bool(lost) is not bool(won)
        # No milliseconds are shown between those who were together.
        assert all(event.gap is None and event.fell == (1,) for event in lost)
        assert all((event.team, event.together, event.fell) == (1, 2, (0,)) for event in won)
    assert 160 < winners[0] < 240


def test_rings_of_one_batch_are_together_whatever_the_house_rule_says() -> None:
    winners = set()
    for seed in range(30):
        state = evolve(opened(together_ms=0), seed=seed)
        state = ring(ring(state, 0, 12_000), 1, 12_000)
        winners.add(bells(state).winner)
        assert bells(ring(state, 2, 12_001)).runners_up == ((2, 1),)
    assert winners == {0, 1}


def test_a_ring_stamped_before_the_first_is_together_with_it() -> None:
    state = ring(opened(), 0, 12_000)
    state, events = happens(state, RingBell(1, 11_400), 12_001)
    assert bells(state).together == 2
    assert each(events, RangToo) == [] or the(events, RangToo).gap is None


@pytest.mark.parametrize("teams", [2, 3, 5, 8])
def test_the_draw_is_fair_to_all_who_rang_together(teams: int) -> None:
    games = 150 * teams
    start = opened(teams)
    won = [0] * teams
    for seed in range(games):
        state = evolve(start, seed=seed)
        for team in range(teams):
            state = ring(state, team, 12_000 + team)
        won[bells(state).winner or 0] += 1
        assert bells(state).together == teams
    # Chi-square with at most 7 degrees of freedom: 24.3 is passed once in a thousand.
    assert sum((count - 150) ** 2 / 150 for count in won) < 24.3, won


@given(
    order=st.permutations(range(5)),
    gaps=st.lists(st.sampled_from([0, 1, 5, 9, 10, 11, 50, 400]), min_size=5, max_size=5),
    early=st.dictionaries(st.integers(0, 4), st.integers(0, 2500)),
    seed=st.integers(0, 2**32),
)
def test_in_every_order_of_presses_one_team_wins_and_nobody_is_dropped(
    order: list[int], gaps: list[int], early: dict[int, int], seed: int
) -> None:
    state = evolve(armed(5), seed=seed)
    # Some rang while the card was still read, so many ms before the bells opened at 10,000.
    for team, before in sorted(early.items(), key=lambda one: -one[1]):
        state = ring(state, team, 10_000 - before)
    state = play(state, Next(), at=10_000)
    locked = dict(bells(state).locked)
    at, first = 11_000, None
    heard: dict[int, int] = {}
    for team, gap in zip(order, gaps, strict=True):
        at += gap
        before = state
        state, events = happens(state, RingBell(team, at), at)
        if locked.get(team, 0) > at:
            assert events == (RangLocked(team, locked[team]),)
            assert state == before
            continue
        first = at if first is None else first
        heard[team] = at - first
    together = {team for team, late in heard.items() if late < 10}
    if not heard:
        assert bells(state).phase is BellPhase.OPEN
        return
    assert bells(state).phase is BellPhase.TAKEN
    assert bells(state).winner in together
    assert {one.team for one in bells(state).rings} == set(heard)
    assert bells(state).together == len(together)
    assert dict(bells(state).runners_up) == {
        team: late for team, late in heard.items() if team not in together
    }


def test_a_bell_rings_once() -> None:
    state = ring(opened(), 0, 12_000)
    assert refused(state, RingBell(0, 12_100)) == "already_rung"


def test_a_team_locked_out_is_no_runner_up_either() -> None:
    state = play(armed(), RingBell(1, 11_500), Next(), at=11_500)
    state = ring(state, 0, 12_000)
    state, events = happens(state, RingBell(1, 12_100), 12_100)
    assert the(events, RangLocked) == RangLocked(1, 13_500)
    assert bells(state).runners_up == ()


# Right, wrong, silent


def test_right_wins_two_and_reveals() -> None:
    state, events = happens(ring(opened(), 1, 12_000), MarkBell(True), 14_000)
    assert the(events, BellMarked) == BellMarked(1, True)
    assert the(events, Scored) == Scored(1, 2, 2, Why.BELL)
    assert customers(state) == (0, 2, 0)
    assert state.teams[1].bells_won == 1
    assert (stage(state).step, bells(state).phase) == (Step.REVEAL, BellPhase.CLOSED)


def test_wrong_costs_one_and_opens_the_bells_again() -> None:
    state = with_team(ring(opened(), 1, 12_000), 1, customers=4)
    state, events = happens(state, MarkBell(False), 14_000)
    assert the(events, Scored) == Scored(1, -1, -1, Why.BELL)
    assert customers(state) == (0, 3, 0)
    assert bells(state).phase is BellPhase.OPEN
    assert bells(state).rings == ()
    assert refused(state, RingBell(1, 14_100)) == "already_rung"


def test_what_right_and_wrong_pay_are_house_rules() -> None:
    state = with_team(opened(bell_right=4, bell_wrong=-3), 1, customers=5)
    assert customers(play(ring(state, 1, 12_000), MarkBell(True))) == (0, 9, 0)
    assert customers(play(ring(state, 1, 12_000), MarkBell(False))) == (0, 2, 0)


def test_a_wrong_answer_never_takes_a_team_below_nought() -> None:
    state, events = happens(ring(opened(), 1, 12_000), MarkBell(False))
    assert the(events, Scored) == Scored(1, -1, 0, Why.BELL)
    assert customers(state) == (0, 0, 0)


def test_a_runner_up_has_to_ring_again_after_a_wrong_answer() -> None:
    state = ring(ring(opened(), 1, 12_000), 2, 12_100)
    state = play(state, MarkBell(False), at=15_000)
    assert bells(state).phase is BellPhase.OPEN
    assert bells(ring(state, 2, 15_200)).winner == 2


def test_bells_open_again_even_if_only_one_team_is_left() -> None:
    state = play(ring(opened(), 0, 12_000), MarkBell(False), at=14_000)
    state = play(ring(state, 1, 15_000), MarkBell(False), at=16_000)
    assert bells(state).phase is BellPhase.OPEN
    state = play(ring(state, 2, 17_000), MarkBell(True), at=18_000)
    assert customers(state) == (0, 0, 2)


def test_when_nobody_is_left_the_answer_is_revealed() -> None:
    state = opened(2)
    state = play(ring(state, 0, 12_000), MarkBell(False), at=14_000)
    state = play(ring(state, 1, 15_000), MarkBell(False), at=16_000)
    assert (stage(state).step, bells(state).phase) == (Step.REVEAL, BellPhase.CLOSED)


def test_a_lock_out_outlives_a_wrong_answer() -> None:
    state = play(armed(), RingBell(2, 11_900), Next(), at=11_900)
    state = play(ring(state, 0, 12_000), MarkBell(False), at=12_500)
    _, events = happens(state, RingBell(2, 13_000), 13_000)
    assert the(events, RangLocked).until == 13_900


def test_the_team_that_rang_has_five_seconds_to_speak() -> None:
    state = ring(opened(), 1, 12_000)
    assert state.clock is not None
    assert (state.clock.purpose, state.clock.left(12_000)) == (ClockFor.ANSWER, 5000)
    # When they are over nothing is lost: the facilitator still takes the answer.
    state, events = happens(state, TimeUp(), 17_000)
    assert events == (TimeWasUp(),)
    assert bells(state).phase is BellPhase.TAKEN
    assert customers(play(state, MarkBell(True))) == (0, 2, 0)


def test_silence_is_wrong() -> None:
    state = with_team(ring(opened(), 1, 12_000), 1, customers=2)
    state = play(state, TimeUp(), at=17_000)
    state, events = happens(state, Next(), 17_500)
    assert the(events, BellMarked) == BellMarked(1, False)
    assert customers(state) == (0, 1, 0)


def test_the_answering_time_is_a_house_rule() -> None:
    state = ring(opened(bell_answer_seconds=9), 1, 12_000)
    assert state.clock is not None
    assert state.clock.total_ms == 9000


def test_time_up_without_a_ring_reveals() -> None:
    state = opened(at=10_000)
    assert state.clock is not None
    assert state.clock.purpose is ClockFor.BELL
    assert refused(state, TimeUp(), 39_999) == "too_soon"
    state, events = happens(state, TimeUp(), 40_000)
    assert each(events, TimeWasUp)
    assert (stage(state).step, bells(state).phase) == (Step.REVEAL, BellPhase.CLOSED)
    assert customers(state) == (0, 0, 0)


def test_next_reveals_when_nobody_knows() -> None:
    assert stage(play(opened(), Next())).step is Step.REVEAL


def test_bells_without_a_clock_stay_open() -> None:
    state = play(opened(), StopClock())
    assert state.clock is None
    assert bells(ring(state, 0, 99_000)).winner == 0


# Who, and what


@pytest.mark.parametrize("turns", list(Turns))
def test_every_team_may_ring_on_a_bell_card(turns: Turns) -> None:
    state = opened(4, turns=turns)
    assert bells(state).eligible == (0, 1, 2, 3)
    for team in range(4):
        assert bells(ring(state, team, 12_000)).winner == team


def test_nobody_answers_a_bell_card_by_other_means() -> None:
    assert refused(opened(), SetAnswer(0, 1)) == "not_now"
    assert refused(opened(), MarkBell(True)) == "not_now"


def test_bells_are_closed_on_other_cards() -> None:
    state = play(on_card(dilemma("d")), Next())
    assert refused(state, RingBell(1, 100)) == "bell_closed"


def test_an_unknown_bell_is_no_teams() -> None:
    assert refused(opened(), RingBell(7, 12_000)) == "no_such_team"
    assert refused(opened(), RingBell(1, -1)) == "out_of_bounds"


def test_the_quizs_own_meters_go_to_the_team_that_was_right() -> None:
    card = quiz("q", key=1)
    right = replace(card.options[1], meters=(("connection", 2),))
    card = replace(card, options=(card.options[0], right, card.options[2]))
    state = play(on_card(card), Next(), at=10_000)
    state = play(ring(state, 1, 12_000), MarkBell(True))
    assert [team.meter("connection") for team in state.teams] == [0, 2, 0]
    assert Meter(id="connection", name="Connection") in state.content.meters


def test_an_estimates_meters_go_to_the_team_that_was_right() -> None:
    card = replace(estimate("e", play=Play.BELL), meters=(("progress", 1),))
    state = play(on_card(card), Next(), at=10_000)
    state = ring(state, 1, 12_000)
    assert play(state, MarkBell(True)).teams[1].meter("progress") == 1
    assert play(state, MarkBell(False)).teams[1].meter("progress") == 0


def test_there_is_no_other_view_on_a_bell_card() -> None:
    state = play(ring(opened(), 1, 12_000), MarkBell(True))
    assert refused(state, RingBell(0, 13_000)) == "bell_closed"
