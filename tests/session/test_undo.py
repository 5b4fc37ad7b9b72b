"""What was done can be undone and done again, and leaves clocks and bells standing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.actions import (
    Action,
    Adjust,
    ExtendClock,
    Hold,
    PauseClock,
    Release,
    ResumeClock,
    RingBell,
    Roll,
)
from game.rules.actions import Next as GoOn
from game.rules.refusal import IllegalAction
from game.rules.state import BellPhase, Held, OnCard, Ready, State, evolve
from game.session.entry import Entry, Undo
from game.session.session import Session
from tests.rules import pieces
from tests.session.evening import DILEMMA, begun, customers, header, wander


def game_of(state: State) -> State:
    """The state without its clock and what is held: what undo brings back to the letter."""
    if isinstance(state.stage, OnCard):
        state = evolve(state, stage=evolve(state.stage, since=0))
    return evolve(state, clock=None, clock_ran=False, held=None, held_at=0, held_until=0, idle_ms=0)


def discussing(**setup: Any) -> Session:
    """A card is being discussed since 10,000 ms, with 90 s on the clock."""
    session = begun(**setup)
    while not isinstance(session.state.stage, OnCard):
        session.dispatch(GoOn(), 5000)
    session.dispatch(GoOn(), 10_000)
    assert session.state.clock is not None
    return session


BELLS = {"content": pieces.content([pieces.quiz("a"), pieces.quiz("b")], (), ())}


class TestUndo:
    def test_it_brings_back_the_state_to_the_letter(self) -> None:
        session = begun()
        before = session.state
        session.dispatch(Roll(), 2000)
        assert session.undo(at_ms=2500) == 1
        assert session.state == before

    def test_what_was_applied_comes_back_not_what_was_asked(self) -> None:
        # A score that was clamped at 0 gives back what was taken.
        session = begun()
        session.dispatch(Adjust(0, 2, ""), 2000)
        session.dispatch(Adjust(0, -5, ""), 2000)
        assert customers(session)[0] == 0
        session.undo(at_ms=2000)
        assert customers(session)[0] == 2

    def test_it_is_an_entry_and_erases_nothing(self) -> None:
        session = begun()
        session.dispatch(Roll(), 2000)
        session.undo(at_ms=2500, source="key")
        assert [type(entry.action) for entry in session.history[-2:]] == [Roll, Undo]
        assert session.history[-1] == Entry(5, 2500, "key", Undo(1), ())

    def test_of_more_steps_than_there_are_goes_back_to_the_lobby(self) -> None:
        session = begun()
        lobby = header().lobby()
        assert session.undo(99, at_ms=2000) == 3
        assert session.history[-1].action == Undo(3)
        assert session.state == lobby
        assert session.undo(at_ms=2000) == 0
        assert len(session.history) == 4

    def test_redo_does_again_what_was_undone(self) -> None:
        session = begun()
        session.dispatch(Adjust(0, 1, ""), 2000)
        session.dispatch(Adjust(1, 2, ""), 2000)
        after = session.state
        session.undo(2, at_ms=3000)
        assert (session.can_undo, session.can_redo) == (3, 2)
        assert session.redo(9, at_ms=4000) == 2
        assert session.state == after
        assert (session.can_undo, session.can_redo) == (5, 0)
        assert session.redo(at_ms=4000) == 0

    def test_a_new_step_gives_up_the_redo_but_the_log_keeps_it(self) -> None:
        session = begun()
        session.dispatch(Adjust(0, 1, "gone"), 2000)
        session.undo(at_ms=2000)
        session.dispatch(Adjust(1, 2, ""), 2000)
        assert session.can_redo == 0
        assert customers(session) == [0, 2, 0]
        assert session.history[3].action == Adjust(0, 1, "gone")
        session.undo(at_ms=2000)
        assert customers(session) == [0, 0, 0]

    @pytest.mark.parametrize(
        "quiet",
        [
            [PauseClock()],
            [PauseClock(), ResumeClock(), ExtendClock(30_000)],
            [Hold(Held.BLACK), Release()],
            [GoOn()],  # asks for the missing answer
        ],
    )
    def test_one_press_takes_back_a_score_whatever_was_paused_since(
        self, quiet: list[Action]
    ) -> None:
        session = discussing(**DILEMMA)
        session.dispatch(Adjust(0, 3, "oops"), 11_000)
        steps = session.can_undo
        for action in quiet:
            session.dispatch(action, 12_000)
        assert session.can_undo == steps
        session.undo(at_ms=13_000)
        assert customers(session)[0] == 0

    def test_redo_brings_back_what_was_paused_too(self) -> None:
        session = discussing(**DILEMMA)
        session.dispatch(Adjust(0, 3, ""), 11_000)
        session.dispatch(PauseClock(), 12_000)
        session.dispatch(ExtendClock(30_000), 12_000)
        clock = session.state.clock
        session.undo(at_ms=13_000)
        session.redo(at_ms=14_000)
        assert session.state.clock == clock

    def test_going_on_after_an_undo_keeps_the_redo(self) -> None:
        session = discussing(**DILEMMA)
        session.dispatch(Adjust(0, 3, ""), 11_000)
        session.undo(at_ms=12_000)
        session.dispatch(GoOn(), 15_000)
        assert session.state.held is None
        assert session.redo(at_ms=16_000) == 1
        assert customers(session)[0] == 3
        session.undo(at_ms=17_000)
        assert customers(session)[0] == 0


class TestStanding:
    """After undo, clocks stand and bells are closed until Next."""

    def test_the_clock_has_what_was_left_when_the_step_was_made(self) -> None:
        session = discussing(**DILEMMA)
        session.dispatch(Adjust(0, 3, ""), 30_000)
        session.undo(at_ms=50_000)
        clock = session.state.clock
        assert session.state.held is Held.RESUMED
        assert clock is not None
        assert not clock.running
        assert clock.left(99_000) == 70_000
        session.dispatch(GoOn(), 60_000)
        assert session.state.clock is not None
        assert session.state.clock.left(61_000) == 69_000

    def test_redo_has_what_was_left_when_it_was_undone(self) -> None:
        session = discussing(**DILEMMA)
        session.dispatch(Adjust(0, 3, ""), 30_000)
        session.undo(at_ms=50_000)
        session.redo(at_ms=70_000)
        assert session.state.clock is not None
        assert session.state.clock.left(99_000) == 50_000

    def test_steps_undone_one_by_one_or_at_once_leave_the_same_time(self) -> None:
        left = []
        for presses in ((2,), (1, 1)):
            session = discussing(**DILEMMA)
            session.dispatch(Adjust(0, 3, ""), 30_000)
            session.dispatch(Adjust(1, 3, ""), 40_000)
            for steps in presses:
                session.undo(steps, at_ms=50_000)
            assert session.state.clock is not None
            left.append(session.state.clock.left_ms)
        assert left == [70_000, 70_000]

    def test_a_clock_that_stood_goes_on_standing(self) -> None:
        session = discussing(**DILEMMA)
        session.dispatch(PauseClock(), 20_000)
        session.dispatch(Adjust(0, 3, ""), 30_000)
        session.undo(at_ms=40_000)
        assert session.state.held is None
        assert session.state.clock is not None
        assert session.state.clock.left_ms == 80_000

    def test_bells_are_closed_until_next(self) -> None:
        session = begun(path=None, board=pieces.board("sbbbbbbb"), **BELLS)
        while not isinstance(session.state.stage, OnCard):
            session.dispatch(GoOn(), 2000)
        session.dispatch(GoOn(), 3000)
        session.dispatch(RingBell(1, 4000), 4000)
        session.undo(at_ms=5000)
        stage = session.state.stage
        assert isinstance(stage, OnCard)
        assert stage.bell is not None
        assert stage.bell.phase is BellPhase.OPEN
        with pytest.raises(IllegalAction):
            session.dispatch(RingBell(2, 6000), 6000)
        session.dispatch(GoOn(), 7000)
        session.dispatch(RingBell(2, 8000), 8000)
        stage = session.state.stage
        assert isinstance(stage, OnCard)
        assert stage.bell is not None
        assert stage.bell.winner == 2

    @pytest.mark.parametrize("how", [Held.PAUSED, Held.BLACK, Held.WHITE])
    def test_a_hidden_wall_stays_hidden(self, how: Held) -> None:
        session = discussing(**DILEMMA)
        session.dispatch(Adjust(0, 3, ""), 20_000)
        session.dispatch(Hold(how), 21_000)
        session.undo(at_ms=30_000)
        assert session.state.held is how
        session.dispatch(Release(), 40_000)
        assert session.state.clock is not None
        assert session.state.clock.left(41_000) == 79_000

    def test_a_wall_that_was_hidden_then_is_not_hidden_now(self) -> None:
        session = begun()
        session.dispatch(Hold(Held.BLACK), 2000)
        session.dispatch(Adjust(0, 3, ""), 2000)
        session.dispatch(Release(), 3000)
        session.undo(at_ms=4000)
        assert session.state.held is None
        assert isinstance(session.state.stage, Ready)

    def test_play_does_not_pay_for_a_break_because_a_step_before_it_is_undone(self) -> None:
        session = begun()
        session.dispatch(Adjust(0, 3, ""), 2000)
        session.dispatch(Hold(Held.PAUSED), 3000)
        session.dispatch(Release(), 903_000)
        session.undo(at_ms=904_000)
        assert session.state.play_elapsed(904_000) == 3000


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), steps=st.lists(st.integers(1, 30), max_size=6))
def test_undone_and_redone_any_evening_is_as_it_was(seed: int, steps: list[int]) -> None:
    session = Session.create(None, header(seed=seed, rounds=3))
    states = {0: session.state}

    def watch(entry: Entry, state: State) -> None:
        states[session.can_undo] = state

    stop = session.subscribe(watch)
    wander(session, seed, 80)
    stop()
    here = session.can_undo
    for number in steps:
        back = session.undo(number, session.last_at)
        here -= back
        assert session.can_undo == here
        # Quiet entries go along with the step before them.
        assert game_of(session.state) == game_of(states[here]) or back == 0
    forward = session.redo(10**6, session.last_at)
    assert game_of(session.state) == game_of(states[here + forward])
    assert session.can_redo == 0


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_an_evening_full_of_second_thoughts_folds_to_the_same_state(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    path = tmp_path_factory.mktemp("log") / "a.cxsession"
    session = begun(path, seed=seed, rounds=3)
    for number in range(8):
        wander(session, seed + number, 20)
        session.undo(seed % 7 + number, session.last_at + 500)
        if number % 2:
            session.redo(number // 2, session.last_at + 500)
    live, forth, back = session.state, session.can_redo, session.can_undo
    session.close()
    again = Session.open(path)
    assert again.notices == ()
    assert (again.can_redo, again.can_undo) == (forth, back)
    if again.state.held is live.held:
        assert again.state == live
    assert game_of(again.state) == game_of(live)
    again.close()


def test_undo_far_beyond_the_states_at_hand(tmp_path: Path) -> None:
    session = begun(rounds=50)
    for number in range(300):
        session.dispatch(Adjust(number % 3, 1, str(number)), 2000 + number)
    session.undo(10, at_ms=3000)
    session.redo(10, at_ms=3000)
    session.undo(290, at_ms=3000)
    assert sum(customers(session)) == 10
    session.redo(145, at_ms=3000)
    assert sum(customers(session)) == 155
