"""A log is written at once, in its own place, and can be moved."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from game.rules.actions import Adjust, Begin, Roll
from game.rules.state import Phase
from game.session import log
from game.session.log import LogWriter
from game.session.reading import read_log
from game.session.session import Session
from tests.session.disks import Disk, assert_whole, until
from tests.session.evening import begun, header, reopened, wander

pytestmark = pytest.mark.usefixtures("impatient")


class TestWritten:
    def test_at_once(self, path: Path) -> None:
        session = begun(path)
        for number in range(20):
            session.dispatch(Adjust(0, 1, str(number)), 2000)
            assert read_log(path).entries[-1] == session.history[-1]
        session.close()

    def test_and_synced_by_another_thread(self, path: Path, disk: Disk) -> None:
        session = begun(path)
        assert session.wait_saved()
        synced = disk.synced
        session.dispatch(Roll(), 2000)
        assert session.wait_saved()
        assert disk.synced > synced
        session.close()

    def test_the_game_never_waits_for_a_sync(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        session = begun(path)
        assert session.wait_saved()
        answer = threading.Event()
        monkeypatch.setattr("game.session.disk.os.fsync", lambda fd: answer.wait(10))
        wander(session, 1, 30)  # would take minutes
        assert len(read_log(path).entries) == len(session.history)
        assert not session.wait_saved(0.05)
        answer.set()
        assert session.wait_saved()
        session.close()

    def test_closing_waits_for_the_last_sync(self, path: Path, disk: Disk) -> None:
        session = begun(path)
        session.wait_saved()
        synced = disk.synced
        session.dispatch(Roll(), 2000)
        assert session.close()
        assert disk.synced > synced

    def test_closing_is_never_overheard(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whatever the other thread was doing just then: else the log stayed locked, for nobody."""
        monkeypatch.setattr(log, "CLOSE_SECONDS", 1.0)
        session = Session.create(path, header())
        writer = session._writer
        assert writer is not None
        listening, clear = threading.Event(), writer._wake.clear

        def closed_meanwhile() -> None:
            listening.set()
            until(lambda: writer._closing.is_set() and writer._wake.is_set())
            clear()

        monkeypatch.setattr(writer._wake, "clear", closed_meanwhile)
        session.dispatch(Begin(), 1000)
        assert listening.wait(5)
        assert session.close()
        assert reopened(path).state.phase is not Phase.LOBBY

    def test_closing_does_not_wait_for_ever(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(log, "CLOSE_SECONDS", 0.05)
        session = begun(path)
        assert session.wait_saved()
        answer = threading.Event()
        monkeypatch.setattr("game.session.disk.os.fsync", lambda fd: answer.wait(10))
        session.dispatch(Roll(), 2000)
        assert not session.close()
        answer.set()


class TestNames:
    def test_a_file_that_stands_there_is_never_overwritten(self, path: Path) -> None:
        path.write_bytes(b"mine")
        first, second = begun(path), begun(path)
        assert path.read_bytes() == b"mine"
        assert first.path == path.with_name("evening 2.cxsession")
        assert second.path == path.with_name("evening 3.cxsession")
        first.close()
        second.close()

    def test_nor_is_an_empty_one_or_the_same_evening(self, path: Path) -> None:
        path.write_bytes(b"")
        Session.create(path, header()).close()
        Session.create(path, header()).close()
        assert path.read_bytes() == b""
        assert len(list(path.parent.glob("*.cxsession"))) == 3

    def test_its_folder_is_made(self, tmp_path: Path) -> None:
        session = begun(tmp_path / "new" / "folders" / "a.cxsession")
        assert session.trouble is None
        session.close()

    def test_nothing_is_left_beside_it(self, path: Path) -> None:
        begun(path).close()
        assert [p.name for p in path.parent.iterdir()] == [path.name]


class TestMove:
    def test_to_another_folder_takes_the_whole_log(self, path: Path, tmp_path: Path) -> None:
        session = begun(path)
        wander(session, 1, 40)
        before = len(session.history)
        assert session.move_to(tmp_path / "stick") is None
        wander(session, 2, 40)
        assert session.path == tmp_path / "stick" / path.name
        assert_whole(session, tmp_path / "stick" / path.name)
        assert len(read_log(path).entries) == before  # the old file stays
        Session.open(path).close()  # and is nobody's any more

    def test_away_from_a_full_disk(self, path: Path, tmp_path: Path, disk: Disk) -> None:
        session = begun(path)
        disk.room = 0
        session.dispatch(Roll(), 2000)
        trouble = session.trouble
        assert trouble is not None
        assert session.move_to(tmp_path / "stick") is None
        assert session.trouble is None
        disk.room = None
        assert_whole(session, tmp_path / "stick" / path.name)

    def test_to_a_folder_that_cannot_be_stays_where_it_is(self, path: Path, tmp_path: Path) -> None:
        session = begun(path)
        (tmp_path / "file").write_text("")
        trouble = session.move_to(tmp_path / "file")
        assert trouble is not None
        assert session.trouble is None
        session.dispatch(Roll(), 2000)
        assert_whole(session, path)

    def test_a_session_without_a_log_gets_one(self, tmp_path: Path) -> None:
        session = begun(None)
        assert session.move_to(tmp_path) is None
        session.dispatch(Roll(), 2000)
        assert session.path is not None
        assert session.path.name == "2026-03-14 Kick-off.cxsession"
        assert_whole(session, session.path)


def test_two_writers_of_one_file_cannot_be(path: Path) -> None:
    session = begun(path)
    other = LogWriter.create(path, header(), [])
    assert other.path != path
    other.close()
    session.close()
