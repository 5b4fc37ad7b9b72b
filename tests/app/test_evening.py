"""The session's time, and what runs out."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

from game.app.evening import Evening
from game.rules.actions import Adjust, Begin, Hold, Next, Roll
from game.rules.refusal import Refusal
from game.rules.ruleset import Plan, Rules, Turns
from game.rules.state import COLOURS, ClockFor, Held, OnCard, Step
from game.session.header import Header
from game.session.session import Session
from tests.rules.pieces import board, content, dilemma
from tests.rules.setups import HouseRules
from tests.rules.table import NAMES


class Watch:
    """A clock that is moved by hand, in seconds."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def header(**rules: Unpack[HouseRules]) -> Header:
    return Header(
        app="0",
        created="2026-01-01T10:00:00+00:00",
        name="Test",
        language="en",
        seed=3,
        teams=tuple(list(zip(NAMES, COLOURS, strict=True))[:3]),
        preset="60",
        content=content([dilemma("a"), dilemma("b"), dilemma("c")], twists=(), mirrors=()),
        board=board("s???????????"),
        rules=Rules(**rules),
        plan=Plan(turns=Turns.ONE_BY_ONE, rounds=3, play_ms=0, round_ms=0),
    )


def to_discussion(evening: Evening) -> None:
    for _ in range(20):
        stage = evening.state.stage
        if isinstance(stage, OnCard) and stage.step is Step.DISCUSS:
            return
        assert evening.do(Next(), "test") is None
    raise AssertionError("no discussion came")


def test_the_clock_that_runs_out_is_told_to_the_rules_once() -> None:
    watch = Watch()
    evening = Evening(Session.create(None, header(discuss_seconds=30)), clock=watch)
    to_discussion(evening)
    assert evening.due_in() == 30_000
    watch.now += 29.9
    evening.tick()
    clock = evening.state.clock
    assert clock is not None
    assert clock.running
    watch.now += 0.2
    version = evening.version
    evening.tick()
    evening.tick()
    clock = evening.state.clock
    assert clock is not None
    assert (clock.running, clock.left_ms, clock.purpose) == (False, 0, ClockFor.DISCUSS)
    assert evening.version == version + 1
    assert isinstance(evening.state.stage, OnCard)


def test_a_closed_laptop_costs_no_time(tmp_path: Path) -> None:
    watch = Watch()
    path = tmp_path / "s.cxsession"
    evening = Evening(Session.create(path, header(discuss_seconds=60)), clock=watch)
    to_discussion(evening)
    watch.now += 20
    evening.tick()
    evening.close()
    watch.now += 3600
    again = Evening(Session.open(path), clock=watch)
    clock = again.state.clock
    assert clock is not None
    assert again.state.held is Held.RESUMED
    assert clock.left(again.now()) == 40_000
    watch.now += 5
    assert clock.left(again.now()) == 40_000
    assert again.do(Next(), "test") is None
    clock = again.state.clock
    assert clock is not None
    watch.now += 5
    assert clock.left(again.now()) == 35_000
    again.close()


def test_a_refusal_is_returned_and_changes_nothing() -> None:
    evening = Evening(Session.create(None, header()))
    before = evening.state
    assert evening.do(Roll(), "test") is Refusal.NOT_NOW
    assert evening.state is before
    assert evening.version == 0


def test_undo_gives_back_what_was_taken_not_what_was_asked() -> None:
    evening = Evening(Session.create(None, header()))
    evening.do(Begin(), "test")
    evening.do(Adjust(0, 2, "fair"), "test")
    evening.do(Adjust(0, -5, "oops"), "test")
    assert evening.state.team(0).customers == 0
    evening.undo()
    assert evening.state.team(0).customers == 2
    evening.redo()
    assert evening.state.team(0).customers == 0


def test_everybody_who_listens_hears_what_happened_and_how_it_was_before() -> None:
    evening = Evening(Session.create(None, header()))
    told = []
    evening.heard.append(lambda events, before, after: told.append((events, before, after)))
    before = evening.state
    evening.do(Begin(), "test")
    events, was, now = told[0]
    assert was is before
    assert now is evening.state
    assert events


def test_a_hold_stops_the_clock_where_it_is() -> None:
    watch = Watch()
    evening = Evening(Session.create(None, header(discuss_seconds=30)), clock=watch)
    to_discussion(evening)
    watch.now += 10
    evening.do(Hold(Held.BLACK), "test")
    watch.now += 500
    evening.tick()
    evening.do(Next(), "test")
    clock = evening.state.clock
    assert clock is not None
    assert clock.left(evening.now()) == 20_000


def test_a_laptop_that_sleeps_costs_nobody_any_time() -> None:
    watch = Watch()
    evening = Evening(Session.create(None, header(discuss_seconds=30)), clock=watch)
    to_discussion(evening)
    watch.now += 10
    evening.tick()
    watch.now += 8 * 3600
    assert evening.due_in() == 20_000
    watch.now += 1
    evening.tick()
    assert evening.due_in() == 19_000


def test_what_its_own_folder_cannot_keep_is_kept_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "stick").write_text("a file where the folder should be")
    evening = Evening(Session.create(tmp_path / "stick" / "a.cxsession", header()))
    to_discussion(evening)
    assert evening.session.trouble is not None
    told = evening.close((tmp_path / "stick", tmp_path / "home"))
    assert str(tmp_path / "home" / "a.cxsession") in told
    again = Session.open(tmp_path / "home" / "a.cxsession")
    assert again.state.stage == evening.state.stage
    again.close()


def test_what_nobody_can_keep_is_said(tmp_path: Path) -> None:
    (tmp_path / "stick").write_text("a file where the folder should be")
    evening = Evening(Session.create(tmp_path / "stick" / "a.cxsession", header()))
    assert evening.close((tmp_path / "stick",)) == str(evening.session.trouble)


def test_what_is_kept_where_it_belongs_needs_no_word(tmp_path: Path) -> None:
    evening = Evening(Session.create(tmp_path / "a.cxsession", header()))
    assert evening.close((tmp_path / "home",)) == ""
    assert not (tmp_path / "home").exists()
