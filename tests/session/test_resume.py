"""A stopped program loses nothing: the same card, the same time left, the same teams."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.rules.actions import Adjust, Hold, Next
from game.rules.state import BellPhase, Held, OnCard
from game.session.session import Session
from tests.rules import pieces
from tests.session.evening import DILEMMA, begun, header, reopened, to_clock, wander

BELLS = {
    "content": pieces.content([pieces.quiz("a"), pieces.quiz("b")], (), ()),
    "board": pieces.board("sbbbbbbb"),
}


class TestTimeLeft:
    def test_it_is_what_was_left_at_the_last_beat(self, path: Path) -> None:
        session = begun(path, **DILEMMA)
        to_clock(session, 10_000)
        for at in range(10_000, 25_600, 16):
            session.beat(at)
        session.close()
        again = reopened(path)
        assert again.last_at == 25_120  # the last frame a whole second after the beat before
        assert again.state.held is Held.RESUMED
        assert again.state.clock is not None
        assert again.state.clock.left(99_999) == 90_000 - 15_120

    def test_it_runs_on_from_there_after_next(self, path: Path) -> None:
        session = begun(path, **DILEMMA)
        to_clock(session, 10_000)
        session.beat(40_000)
        session.close()
        again = Session.open(path)
        again.dispatch(Next(), again.last_at + 5_000)
        assert again.state.clock is not None
        assert again.state.clock.left(46_000) == 59_000
        again.close()

    def test_a_beat_comes_once_a_second_while_a_clock_runs(self, path: Path) -> None:
        session = begun(path, **DILEMMA)
        to_clock(session, 10_000)
        lines = path.read_bytes().count(b"\n")
        for at in (10_999, 11_000, 11_001, 11_999, 12_000, 15_000):
            session.beat(at)
        assert path.read_bytes().count(b"\n") - lines == 3
        session.close()

    def test_without_a_clock_every_five_seconds_of_play_count(self, path: Path) -> None:
        session = begun(path)
        lines = path.read_bytes().count(b"\n")
        for at in (2_000, 5_999, 6_000, 10_999, 11_000):
            session.beat(at)
        assert path.read_bytes().count(b"\n") - lines == 2
        session.close()
        assert reopened(path).last_at == 11_000

    def test_nothing_beats_in_the_lobby_or_while_all_is_held(self, path: Path) -> None:
        session = Session.create(path, header())
        size = path.stat().st_size
        session.beat(60_000)
        assert path.stat().st_size == size
        session.close()
        path.unlink()
        session = begun(path, **DILEMMA)
        to_clock(session, 10_000)
        session.dispatch(Hold(Held.BLACK), 11_000)
        size = path.stat().st_size
        session.beat(60_000)
        assert path.stat().st_size == size
        session.close()

    def test_nothing_is_held_where_nothing_runs(self, path: Path) -> None:
        session = begun(path)
        session.close()
        before = path.read_bytes()
        again = reopened(path)
        assert again.state == session.state
        assert path.read_bytes() == before

    def test_a_hidden_wall_is_still_hidden(self, path: Path) -> None:
        session = begun(path, **DILEMMA)
        to_clock(session, 10_000)
        session.dispatch(Hold(Held.WHITE), 11_000)
        session.close()
        assert reopened(path).state == session.state

    def test_open_bells_are_closed_until_next(self, path: Path) -> None:
        session = begun(path, **BELLS)
        to_clock(session, 10_000)
        session.close()
        again = reopened(path)
        stage = again.state.stage
        assert again.state.held is Held.RESUMED
        assert isinstance(stage, OnCard)
        assert stage.bell is not None
        assert stage.bell.phase is BellPhase.OPEN

    def test_stopping_again_and_again_holds_once(self, path: Path) -> None:
        session = begun(path, **DILEMMA)
        to_clock(session, 10_000)
        session.close()
        first = reopened(path)
        second = reopened(path)
        assert second.state == first.state
        assert [entry.source for entry in second.history].count("resume") == 1

    def test_what_is_played_after_a_resume_is_resumed_too(self, path: Path) -> None:
        session = begun(path, **DILEMMA)
        to_clock(session, 10_000)
        session.close()
        again = Session.open(path)
        again.dispatch(Next(), 12_000)  # lets the clock go on; without the hold it would ask
        again.dispatch(Adjust(0, 2, ""), 13_000)
        again.undo(at_ms=14_000)
        again.close()
        assert reopened(path).state == again.state


@pytest.mark.parametrize("practise", [False, True])
def test_an_evening_of_practising_is_known_as_one(path: Path, practise: bool) -> None:
    begun(path, practise=practise).close()
    assert reopened(path).header.practise is practise
    head = json.loads(path.read_bytes().splitlines()[0])
    assert head.get("practise", "untold") == (True if practise else "untold")


def test_it_opens_on_a_spare_laptop_with_all_it_needs(path: Path, tmp_path: Path) -> None:
    picture = bytes(range(256)) * 40
    session = begun(path, pictures={"d/coffee.png": picture, "d/ü.svg": b"<svg/>"})
    wander(session, 3, 60)
    session.close()
    spare = tmp_path / "spare" / "copy.cxsession"
    spare.parent.mkdir()
    spare.write_bytes(path.read_bytes())
    path.unlink()
    again = reopened(spare)
    assert again.header == session.header
    assert again.header.pictures["d/coffee.png"] == picture
    assert again.state.teams == session.state.teams


def test_the_log_is_as_plain_as_the_manual_says(path: Path) -> None:
    session = begun(path)
    session.dispatch(Adjust(0, 1, ""), 2000, "key")
    session.close()
    first, second, *entries = [json.loads(line) for line in path.read_bytes().splitlines()]
    assert first["format"] == 1
    assert first["seed"] == 1
    assert first["teams"] == [["Orange", "orange"], ["Sky", "sky"], ["Green", "green"]]
    assert first["decks"] == [{"id": "d", "title": "D", "digest": "0"}]
    assert set(second) == {"content", "board", "rules", "plan", "pictures"}
    assert [entry["n"] for entry in entries] == [1, 2, 3, 4]
    assert entries[3]["do"] == {"Adjust": {"team": 0, "points": 1, "reason": ""}}


def test_what_is_done_on_another_day_says_so_once(path: Path) -> None:
    """Session time stands still while it is closed: nothing else tells that days went by."""
    session = begun(path)
    session.dispatch(Adjust(0, 1, ""), session.last_at)
    began = session.header.created[:10]
    session.today = lambda: began
    session.dispatch(Adjust(0, 1, ""), session.last_at)
    session.close()
    again = Session.open(path)
    again.today = lambda: "2031-02-03"
    for _ in range(2):
        again.dispatch(Adjust(0, 1, ""), again.last_at)
    state = again.state
    again.close()
    third = Session.open(path)
    third.today = lambda: "2031-02-03"
    third.dispatch(Adjust(0, 1, ""), third.last_at)
    assert third.notices == ()
    assert third.history[-2].day == ""
    assert third.state.teams[0].customers == state.teams[0].customers + 1
    assert [entry.day for entry in third.history if entry.day] == ["2031-02-03"]
    third.close()
