"""Everything held and let go exactly where it was; the clock paused, extended, run out."""

from __future__ import annotations

from typing import Unpack

import pytest

from game.rules.actions import (
    Action,
    ExtendClock,
    Hold,
    LockAnswer,
    Next,
    PauseClock,
    Release,
    ResumeClock,
    RingBell,
    StopClock,
    TimeUp,
)
from game.rules.events import HeldStill, Released
from game.rules.state import Held, State, Step
from tests.clauses.moments import MOMENTS
from tests.rules.pieces import dilemma
from tests.rules.setups import Table
from tests.rules.table import (
    bells,
    customers,
    happens,
    on_card,
    play,
    refused,
    ring,
    stage,
    the,
    to_step,
)


def cards(**rules: Unpack[Table]) -> State:
    """A dilemma is being read."""
    return on_card(dilemma("c", (1, 3)), **rules)


@pytest.mark.parametrize("go_on", [Next(), Release()], ids=["next", "release"])
def test_a_hold_is_let_go_exactly_where_it_was(go_on: Action) -> None:
    running = to_step(cards(), Step.DISCUSS, at=1_000)
    held, events = happens(running, Hold(Held.PAUSED), at=11_000)
    assert the(events, HeldStill) == HeldStill(Held.PAUSED)
    assert held.clock is not None
    assert (held.clock.running, held.clock.left(500_000)) == (False, 80_000)
    state, events = happens(held, go_on, at=500_000)
    assert the(events, Released)
    assert state.clock is not None
    assert (state.clock.running, state.clock.left(510_000)) == (True, 70_000)
    assert (state.stage, state.held) == (running.stage, None)
    assert state.play_elapsed(500_000) == running.play_elapsed(11_000)


def test_a_clock_that_stood_before_a_hold_stands_after_it() -> None:
    state = play(to_step(cards(), Step.DISCUSS), PauseClock(), at=5_000)
    state = play(play(state, Hold(Held.WHITE), at=6_000), Next(), at=9_000)
    assert state.clock is not None
    assert (state.clock.running, state.clock.left(20_000)) == (False, 85_000)


def test_one_hold_turns_into_another_without_losing_time() -> None:
    state = play(to_step(cards(), Step.DISCUSS), Hold(Held.PAUSED), at=10_000)
    state = play(play(state, Hold(Held.BLACK), at=40_000), Next(), at=60_000)
    assert state.clock is not None
    assert state.clock.left(60_000) == 80_000
    assert state.idle_ms == 50_000


def test_while_held_nobody_rings_or_rolls() -> None:
    assert refused(play(MOMENTS["open"], Hold(Held.PAUSED)), RingBell(1, 5)) == "held"
    assert bells(ring(MOMENTS["open"], 1, 5)).winner == 1


def clock(state: State, at: int) -> tuple[int, bool]:
    """(ms left, whether it runs)."""
    assert state.clock is not None
    return state.clock.left(at), state.clock.running


def test_the_clock_can_be_paused_and_go_on() -> None:
    state = play(to_step(cards(), Step.DISCUSS), PauseClock(), at=30_000)
    assert clock(state, 99_000) == (60_000, False)
    state = play(state, ResumeClock(), at=100_000)
    assert clock(state, 110_000) == (50_000, True)


def test_the_clock_can_be_extended_and_shortened() -> None:
    state = play(to_step(cards(), Step.DISCUSS), ExtendClock(30_000), at=10_000)
    assert clock(state, 10_000) == (110_000, True)
    assert clock(play(state, ExtendClock(-200_000), at=10_000), 10_000) == (0, True)


def test_the_clock_can_be_taken_away() -> None:
    state = play(to_step(cards(), Step.DISCUSS), StopClock())
    assert state.clock is None
    assert refused(state, PauseClock()) == "no_clock"
    assert to_step(cards(discuss_seconds=0), Step.DISCUSS).clock is None


def test_when_the_clock_ends_nothing_is_lost_and_the_answer_is_still_taken() -> None:
    state = to_step(cards(), Step.DISCUSS)
    assert refused(state, TimeUp(), at=89_999) == "too_soon"
    state = play(state, TimeUp(), at=90_000)
    assert stage(state).step is Step.DISCUSS
    assert customers(to_step(play(state, LockAnswer(0, 1), at=95_000), Step.REVEAL))[0] == 3


def test_a_clock_that_has_run_out_runs_again_when_it_is_given_time() -> None:
    state = play(to_step(cards(), Step.DISCUSS), TimeUp(), at=90_000)
    assert clock(play(state, ExtendClock(30_000), at=95_000), 105_000) == (20_000, True)
