"""What the team says that rang: right, wrong, or nothing."""

from __future__ import annotations

from game.rules.actions import MarkBell, Next, RingBell, StopClock, TimeUp
from game.rules.events import BellMarked, RangLocked, Scored, TimeWasUp
from game.rules.state import BellPhase, ClockFor, Step, Why
from tests.rules.rings import armed, opened
from tests.rules.table import (
    bells,
    customers,
    each,
    happens,
    play,
    refused,
    ring,
    stage,
    the,
    with_team,
)

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
