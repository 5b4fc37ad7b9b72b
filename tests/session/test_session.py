"""The live evening: dispatch, and what is told of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.rules.actions import Adjust, Begin, NoteInsight, Roll
from game.rules.actions import Next as GoOn
from game.rules.events import Scored
from game.rules.refusal import IllegalAction, SetupError
from game.rules.state import State
from game.session.entry import Entry
from game.session.session import Session
from tests.session.evening import begun, customers, header, wander


class TestDispatch:
    def test_it_makes_the_move_and_tells_what_happened(self) -> None:
        session = begun()
        events = session.dispatch(Adjust(0, 2, "kind"), 2000, "key")
        assert customers(session) == [2, 0, 0]
        assert [type(event) for event in events] == [Scored]
        assert session.history[-1] == Entry(4, 2000, "key", Adjust(0, 2, "kind"), events)

    def test_a_refusal_leaves_nothing_behind(self, tmp_path: Path) -> None:
        session = begun(tmp_path / "a.cxsession")
        before, size = session.state, (tmp_path / "a.cxsession").stat().st_size
        told: list[Entry] = []
        session.subscribe(lambda entry, state: told.append(entry))
        with pytest.raises(IllegalAction):
            session.dispatch(Begin(), 2000)
        assert session.state is before
        assert len(session.history) == 3
        assert (tmp_path / "a.cxsession").stat().st_size == size
        assert told == []
        session.close()

    def test_it_is_in_the_file_before_anyone_is_told(self, tmp_path: Path) -> None:
        session = begun(tmp_path / "a.cxsession")
        seen: list[bytes] = []

        def look(entry: Entry, state: State) -> None:
            assert state is session.state
            seen.append((tmp_path / "a.cxsession").read_bytes().splitlines()[-1])

        session.subscribe(look)
        session.dispatch(NoteInsight(None, "read me"), 2000)
        assert b"read me" in seen[0]
        session.undo(at_ms=3000)
        assert b'"undo":1' in seen[1]
        session.close()

    def test_each_observer_hears_entries_in_order_though_one_acts_itself(self) -> None:
        session = begun()
        heard: list[list[tuple[int, list[int]]]] = [[], [], []]

        def acting(entry: Entry, state: State) -> None:
            heard[0].append((entry.n, [team.customers for team in state.teams]))
            if entry.source == "key":
                session.dispatch(Adjust(1, 2, ""), entry.at, "observer")
                session.undo(at_ms=entry.at)
                late()
                session.subscribe(lambda entry, state: heard[2].append((entry.n, [])))

        session.subscribe(acting)
        late = session.subscribe(lambda entry, state: pytest.fail("it was told it need not hear"))
        session.subscribe(
            lambda entry, state: heard[1].append(
                (entry.n, [team.customers for team in state.teams])
            )
        )
        session.dispatch(Adjust(0, 2, ""), 2000, "key")
        assert heard[0] == heard[1] == [(4, [2, 0, 0]), (5, [2, 2, 0]), (6, [2, 0, 0])]
        assert heard[2] == [], "it came after all of these"
        session.dispatch(Adjust(0, 1, ""), 3000)
        assert [n for n, _ in heard[1]] == [4, 5, 6, 7]
        assert [n for n, _ in heard[2]] == [7]

    def test_an_observer_that_fails_takes_nothing_from_those_that_come_after(self) -> None:
        session = begun()
        heard: list[int] = []

        def failing(entry: Entry, state: State) -> None:
            if entry.source == "key":
                raise RuntimeError("of its own")

        session.subscribe(failing)
        session.subscribe(lambda entry, state: heard.append(entry.n))
        with pytest.raises(RuntimeError):
            session.dispatch(Adjust(0, 2, ""), 2000, "key")
        session.dispatch(Adjust(0, 2, ""), 2000)
        assert heard == [5]

    def test_time_never_runs_backward(self) -> None:
        session = begun()
        session.dispatch(Roll(), 500)
        assert session.history[-1].at == 1000 == session.last_at

    def test_who_unsubscribed_is_told_nothing(self) -> None:
        session = begun()
        told: list[str] = []
        stop = session.subscribe(lambda entry, state: told.append("one"))
        session.subscribe(lambda entry, state: told.append("other"))
        session.dispatch(Roll(), 2000)
        stop()
        session.dispatch(GoOn(), 2000)
        assert told == ["one", "other", "other"]

    def test_a_set_up_that_cannot_be_makes_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(SetupError):
            Session.create(tmp_path / "a.cxsession", header(teams=0))
        assert list(tmp_path.iterdir()) == []

    def test_without_a_path_nothing_is_written(self, tmp_path: Path, monkeypatch: Any) -> None:
        monkeypatch.chdir(tmp_path)
        session = begun(None)
        session.beat(60_000)
        assert (session.path, session.trouble) == (None, None)
        assert session.wait_saved()
        assert session.close()
        assert list(tmp_path.iterdir()) == []


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    written = []
    for name in ("a", "b"):
        session = begun(tmp_path / f"{name}.cxsession")
        wander(session, 5, 120)
        session.undo(3, session.last_at)
        session.close()
        written.append((tmp_path / f"{name}.cxsession").read_bytes())
    assert written[0] == written[1]


@pytest.mark.parametrize(
    "text", ["x" * 9_999, "🎉" * 5_000, "\ud800", "\x00\x1f\u2028\n", '"}{\\', "é" * 9]
)
def test_any_words_survive(tmp_path: Path, text: str) -> None:
    session = begun(tmp_path / "a.cxsession", teams=2)
    session.dispatch(NoteInsight(0, text + "!"), 2000)
    session.close()
    again = Session.open(tmp_path / "a.cxsession")
    assert again.state.insights[0].text == text + "!"
    assert again.state == session.state
    again.close()


def test_any_team_name_survives(tmp_path: Path) -> None:
    teams = (("\udc80 half", "orange"), ("🎉", "sky"))
    session = begun(tmp_path / "a.cxsession", teams=teams)
    session.close()
    again = Session.open(tmp_path / "a.cxsession")
    assert again.state == session.state
    assert again.header == session.header
    again.close()
