"""The one clock, and holding everything: it comes back exactly as it was."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

import pytest

from game.rules.actions import (
    Action,
    ChangeRule,
    ExtendClock,
    Hold,
    LockAnswer,
    MarkBell,
    Next,
    PauseClock,
    Release,
    ResumeClock,
    RingBell,
    Roll,
    SetAnswer,
    StopClock,
    TimeUp,
)
from game.rules.cards import Play
from game.rules.clocks import MOST_CLOCK_MS, is_live
from game.rules.events import ClockSet, HeldStill, Released, TimeWasUp
from game.rules.state import BellPhase, Clock, ClockFor, Held, Ready, State, Step, evolve
from tests.rules.pieces import dilemma, estimate, quiz
from tests.rules.setups import Table
from tests.rules.table import (
    answered,
    bells,
    by_next,
    each,
    game,
    happens,
    on_card,
    play,
    refused,
    stage,
    the,
    to_ready,
    to_step,
)


def discussed(at: int = 1000, **rules: Unpack[Table]) -> State:
    """A card under discussion since `at`."""
    return play(on_card(dilemma("x"), **rules), Next(), at=at)


def clock(state: State) -> Clock:
    assert state.clock is not None
    return state.clock


# The countdown


def test_the_discussion_has_a_countdown() -> None:
    state, events = happens(on_card(dilemma("x")), Next(), 1000)
    assert the(events, ClockSet) == ClockSet(90_000, True)
    assert (clock(state).purpose, clock(state).total_ms) == (ClockFor.DISCUSS, 90_000)
    assert clock(state).left(31_000) == 60_000
    assert clock(state).left(500_000) == 0


def test_a_card_may_bring_its_own_thinking_time() -> None:
    state = play(on_card(replace(dilemma("x"), thinking=40)), Next())
    assert clock(state).total_ms == 40_000


def test_the_discussion_time_is_a_house_rule_and_may_be_off() -> None:
    assert clock(discussed(discuss_seconds=30)).total_ms == 30_000
    off = on_card(replace(dilemma("x"), thinking=40), discuss_seconds=0)
    assert play(off, Next()).clock is None


def test_only_switching_discussions_off_takes_their_clock() -> None:
    assert play(discussed(), ChangeRule("discuss_seconds", 0)).clock is None
    for rule, value in (("discuss_seconds", 60), ("lockout_ms", 0), ("hide_scores", False)):
        state = play(discussed(), ChangeRule(rule, value), at=11_000)
        assert clock(state).left(11_000) == 80_000


def test_when_the_countdown_ends_nothing_is_lost() -> None:
    state = discussed()
    assert refused(state, TimeUp(), 90_999) == "too_soon"
    state, events = happens(state, TimeUp(), 91_000)
    assert events == (TimeWasUp(),)
    assert stage(state).step is Step.DISCUSS
    assert (clock(state).left(99_999), clock(state).running) == (0, False)
    assert stage(play(state, LockAnswer(0, 1))).locked
    assert refused(state, TimeUp(), 95_000) == "not_now"


def test_the_clock_can_be_paused_and_goes_on() -> None:
    state, events = happens(discussed(), PauseClock(), 11_000)
    assert the(events, ClockSet) == ClockSet(80_000, False)
    assert clock(state).left(500_000) == 80_000
    assert refused(state, PauseClock()) == "not_now"
    assert refused(state, TimeUp(), 500_000) == "too_soon"
    state, events = happens(state, ResumeClock(), 60_000)
    assert the(events, ClockSet) == ClockSet(80_000, True)
    assert clock(state).left(70_000) == 70_000
    assert refused(state, ResumeClock()) == "not_now"


def test_the_clock_can_be_extended_running_or_paused() -> None:
    state, events = happens(discussed(), ExtendClock(30_000), 11_000)
    assert the(events, ClockSet) == ClockSet(110_000, True)
    assert clock(state).total_ms == 110_000
    paused = play(discussed(), PauseClock(), ExtendClock(30_000), at=11_000)
    assert (clock(paused).left_ms, clock(paused).running) == (110_000, False)
    less = play(discussed(), ExtendClock(-30_000), at=11_000)
    assert (clock(less).left(11_000), clock(less).total_ms) == (50_000, 90_000)


def test_a_clock_that_had_run_out_runs_again_when_it_is_given_time() -> None:
    state = play(discussed(), TimeUp(), at=91_000)
    state = play(state, ExtendClock(30_000), at=95_000)
    assert (clock(state).running, clock(state).left(100_000)) == (True, 25_000)
    nothing = play(discussed(), TimeUp(), ExtendClock(-5), at=91_000)
    assert not clock(nothing).running


def test_a_clock_has_an_hour_at_most_and_nought_at_least() -> None:
    state = play(discussed(), ExtendClock(MOST_CLOCK_MS), ExtendClock(MOST_CLOCK_MS))
    assert clock(state).left_ms == MOST_CLOCK_MS
    state = play(state, ExtendClock(-MOST_CLOCK_MS))
    assert clock(state).left_ms == 0
    less = play(discussed(), PauseClock(), ExtendClock(-100_000), at=20_000)
    assert clock(less).left_ms == 0
    assert refused(less, ResumeClock()) == "not_now"
    assert the(happens(state, TimeUp())[1], TimeWasUp) == TimeWasUp()
    assert refused(discussed(), ExtendClock(MOST_CLOCK_MS + 1)) == "out_of_bounds"


def test_the_clock_can_be_taken_away() -> None:
    state, events = happens(discussed(), StopClock())
    assert the(events, ClockSet) == ClockSet(None, False)
    assert state.clock is None


@pytest.mark.parametrize(
    "action", [PauseClock(), ResumeClock(), ExtendClock(5), StopClock(), TimeUp()]
)
def test_where_there_is_no_clock_there_is_nothing_to_do_to_it(action: Action) -> None:
    assert refused(on_card(dilemma("x")), action) == "no_clock"


def test_the_clock_goes_when_the_answer_is_locked() -> None:
    assert play(discussed(), LockAnswer(0, 1)).clock is None
    assert answered(on_card(estimate("x")), 80).clock is None
    assert to_step(on_card(dilemma("x", play=Play.EVERYONE)), Step.GRID).clock is None


# Holding


def test_everything_can_be_held_and_released() -> None:
    state, events = happens(discussed(), Hold(Held.BLACK), 11_000)
    assert events == (HeldStill(Held.BLACK),)
    assert (state.held, clock(state).running, clock(state).left_ms) == (Held.BLACK, False, 80_000)
    state, events = happens(state, Release(), 311_000)
    assert events == (Released(),)
    assert (state.held, clock(state).running) == (None, True)
    assert clock(state).left(311_000) == 80_000


def test_a_clock_that_stood_stands_afterwards() -> None:
    state = play(discussed(), PauseClock(), Hold(Held.PAUSED), at=11_000)
    state = play(state, Release(), at=99_000)
    assert (clock(state).running, clock(state).left_ms) == (False, 80_000)


def test_one_reason_to_hold_gives_way_to_another_and_nothing_moves() -> None:
    state = play(discussed(), Hold(Held.PAUSED), at=11_000)
    state = play(state, Hold(Held.WHITE), at=50_000)
    assert state.held is Held.WHITE
    state = play(state, Release(), at=61_000)
    assert (clock(state).left(61_000), clock(state).running) == (80_000, True)
    assert state.idle_ms == 50_000


def test_holding_and_releasing_leaves_the_game_exactly_where_it_was() -> None:
    for before, _events, after in by_next(game(3, rounds=3)):
        if not is_live(after) and after.clock is None and after.phase != "over":
            back = play(after, Hold(Held.PAUSED), Release())
            assert back == after
        assert before.held is None


def test_bells_are_closed_while_held_and_open_again_as_they_were() -> None:
    state = play(on_card(quiz("q")), RingBell(2, 9000), Next(), at=10_000)
    held = play(state, Hold(Held.PAUSED), at=10_500)
    assert refused(held, RingBell(0, 10_600)) == "held"
    back = play(held, Release(), at=10_500)
    assert bells(back) == bells(state)
    assert back.clock == evolve(clock(state), left_ms=29_500, since=10_500)
    assert bells(play(back, RingBell(0, 12_000), at=12_000)).winner == 0


@pytest.mark.parametrize("held", list(Held))
def test_nobody_rolls_while_everything_stands_still(held: Held) -> None:
    state = play(to_ready(game()), Hold(held))
    assert isinstance(state.stage, Ready)
    assert refused(state, Roll()) == "held"


def test_time_is_not_up_while_everything_stands_still() -> None:
    assert refused(play(discussed(), Hold(Held.PAUSED)), TimeUp(), 999_000) == "held"


def test_the_facilitator_can_still_enter_what_was_said() -> None:
    state = play(discussed(), Hold(Held.PAUSED), SetAnswer(0, 1), at=2000)
    assert stage(state).answer(0) == 1
    state = play(state, LockAnswer(0, 1), Release(), at=3000)
    assert bells(state).phase is BellPhase.OPEN


def test_a_clock_started_while_held_runs_when_it_is_released() -> None:
    state = play(on_card(quiz("q")), Next(), RingBell(1, 10_000), at=10_000)
    state = play(state, Hold(Held.PAUSED), at=11_000)
    state, events = happens(state, MarkBell(False), 12_000)
    assert each(events, ClockSet)[-1] == ClockSet(30_000, False)
    assert not clock(state).running
    state = play(state, Release(), at=20_000)
    assert (clock(state).running, clock(state).left(25_000)) == (True, 25_000)


def test_clocks_are_set_while_held_and_obey_afterwards() -> None:
    held = play(discussed(), Hold(Held.PAUSED), at=11_000)
    paused = play(held, PauseClock(), Release(), at=20_000)
    assert not clock(paused).running
    resumed = play(held, PauseClock(), ResumeClock(), at=15_000)
    assert not clock(resumed).running
    assert clock(play(resumed, Release(), at=20_000)).running
    longer = play(held, ExtendClock(30_000), Release(), at=20_000)
    assert (clock(longer).running, clock(longer).left(20_000)) == (True, 110_000)
    ran_out = play(discussed(), TimeUp(), Hold(Held.PAUSED), ExtendClock(9000), at=91_000)
    assert not clock(ran_out).running
    again = play(ran_out, Release(), at=99_000)
    assert (clock(again).running, clock(again).left(99_000)) == (True, 9000)
    standing = play(held, PauseClock(), ExtendClock(30_000), Release(), at=20_000)
    assert not clock(standing).running
    taken = play(held, StopClock(), Release(), at=20_000)
    assert taken.clock is None


def test_a_clock_taken_away_while_held_does_not_come_back() -> None:
    state = play(discussed(), Hold(Held.PAUSED), StopClock())
    assert (state.clock, state.clock_ran) == (None, False)
    assert play(state, Release()).clock is None


def test_release_is_only_for_what_is_held() -> None:
    assert refused(discussed(), Release()) == "not_now"


def test_is_live_says_what_must_stand_after_undo() -> None:
    assert not is_live(to_ready(game()))
    assert is_live(discussed())
    assert not is_live(play(discussed(), PauseClock()))
    armed = on_card(quiz("q"))
    assert is_live(armed)
    assert is_live(play(on_card(dilemma("x")), LockAnswer(0, 1)))  # the bell for a view is open
    shown = play(armed, Next(), Next())
    assert not is_live(shown)
    assert not each(happens(shown, Next())[1], ClockSet)
