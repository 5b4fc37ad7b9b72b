"""A disk that fails never stops the game, and the log is whole when it is back."""

from __future__ import annotations

import errno
import os
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.rules.actions import Adjust, Roll
from game.session import log
from game.session.faults import LogError, TroubleKind
from game.session.lock import FileLock
from game.session.log import LogWriter
from game.session.reading import read_log
from game.session.session import Session
from tests.session.evening import begun, header, wander


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "RETRY_SECONDS", 0.01)
    monkeypatch.setattr(log, "SYNC_SECONDS", 0.0)


class Disk:
    """A disk with so much room, or one that fails in another way; stands before the real one."""

    def __init__(self) -> None:
        self.room: int | None = None
        self.fails: OSError | None = None
        self.sync_fails: OSError | None = None
        self.synced = 0
        self._write, self._fsync = os.write, os.fsync

    def write(self, fd: int, data: Any) -> int:
        if self.fails is not None:
            raise self.fails
        if self.room is None:
            return self._write(fd, data)
        if self.room == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written = self._write(fd, data[: self.room])
        self.room -= written
        return written

    def fsync(self, fd: int) -> None:
        if self.fails is not None:
            raise self.fails
        if self.sync_fails is not None:
            failure, self.sync_fails = self.sync_fails, None
            raise failure
        self._fsync(fd)
        self.synced += 1


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    disk = Disk()
    monkeypatch.setattr("game.session.disk.os.write", disk.write)
    monkeypatch.setattr("game.session.disk.os.fsync", disk.fsync)
    return disk


def until(true: Callable[[], object]) -> None:
    """Wait for something the other thread does."""
    for _ in range(2000):
        if true():
            return
        time.sleep(0.005)
    raise AssertionError("it never came to that")


def assert_whole(session: Session, path: Path) -> None:
    """The file holds the session to its last entry, and nothing else."""
    assert session.wait_saved(10)
    assert session.trouble is None
    reading = read_log(path)
    assert reading.notices == ()
    assert reading.lines == session._lines
    session.close()
    again = Session.open(path)
    assert again.state.teams == session.state.teams
    again.close()


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


class TestTrouble:
    @pytest.mark.parametrize("room", [0, 1, 40, 400])
    def test_a_full_disk_and_room_again(self, path: Path, disk: Disk, room: int) -> None:
        session = begun(path)
        disk.room = room
        for number in range(10):
            session.dispatch(Adjust(0, 1, str(number)), 2000)
        assert session.state.teams[0].customers == 10
        trouble = session.trouble
        assert trouble is not None
        assert trouble.kind is TroubleKind.DISK_FULL
        assert str(path.parent) in str(trouble)
        disk.room = None
        until(lambda: session.trouble is None)  # though nothing is played
        assert_whole(session, path)

    def test_room_comes_in_small_pieces(self, path: Path, disk: Disk) -> None:
        session = begun(path)
        disk.room = 0
        for number in range(6):
            session.dispatch(Adjust(0, 1, str(number)), 2000)
            disk.room = 100
            until(lambda: disk.room == 0)
        disk.room = None
        assert_whole(session, path)

    def test_killed_while_the_disk_is_full_it_keeps_what_it_had(
        self, path: Path, disk: Disk
    ) -> None:
        session = begun(path)
        session.dispatch(Adjust(0, 1, ""), 2000)
        disk.room = 30
        session.dispatch(Adjust(0, 1, ""), 2000)
        reading = read_log(path)
        assert len(reading.entries) == 4
        disk.room = None
        session.close()

    @pytest.mark.parametrize(
        ("number", "kind"),
        [
            (errno.EIO, TroubleKind.OTHER),
            (errno.EROFS, TroubleKind.NOT_ALLOWED),
            (errno.ENODEV, TroubleKind.GONE),
        ],
    )
    def test_a_disk_that_fails_and_recovers(
        self, path: Path, disk: Disk, number: int, kind: TroubleKind
    ) -> None:
        session = begun(path)
        # A stick that is pulled takes along what was not synced: the file ends earlier.
        disk.fails = OSError(number, os.strerror(number))
        session.dispatch(Adjust(0, 1, "one"), 2000)
        trouble = session.trouble
        assert trouble is not None
        assert trouble.kind is kind
        assert trouble.detail == os.strerror(number)
        lost = path.with_name("lost")
        lost.write_bytes(path.read_bytes()[:-10])
        lost.replace(path)
        session.dispatch(Adjust(0, 1, "two"), 2000)
        disk.fails = None
        assert_whole(session, path)

    def test_a_sync_that_fails_writes_the_file_anew(self, path: Path, disk: Disk) -> None:
        session = begun(path)
        assert session.wait_saved()
        before = path.stat().st_ino
        disk.sync_fails = OSError(errno.EIO, "gone bad")
        session.dispatch(Roll(), 2000)
        until(lambda: path.stat().st_ino != before)
        assert_whole(session, path)

    def test_a_file_that_is_removed_comes_back(self, path: Path) -> None:
        session = begun(path)
        path.unlink()
        session.dispatch(Roll(), 2000)
        until(path.exists)
        assert_whole(session, path)

    def test_a_folder_that_goes_and_comes_back(self, tmp_path: Path) -> None:
        stick = tmp_path / "stick"
        session = begun(stick / "a.cxsession")
        stick.rename(tmp_path / "pocket")
        session.dispatch(Adjust(0, 1, ""), 2000)
        until(lambda: session.trouble)
        assert session.trouble is not None
        assert session.trouble.kind is TroubleKind.GONE
        session.dispatch(Adjust(0, 1, ""), 2000)
        # Nothing is written to where the stick was: that is another disk.
        assert not stick.exists()
        (tmp_path / "pocket").rename(stick)
        assert_whole(session, stick / "a.cxsession")
        assert session.path == stick / "a.cxsession"

    def test_a_folder_that_was_made_anew_is_locked_anew(self, tmp_path: Path) -> None:
        folder = tmp_path / "sessions"
        session = begun(folder / "a.cxsession")
        assert session.wait_saved()
        shutil.rmtree(folder)
        session.dispatch(Adjust(0, 1, ""), 2000)
        until(lambda: session.trouble)
        folder.mkdir()
        until((folder / "a.cxsession").exists)
        until(lambda: session.trouble is None)
        with pytest.raises(LogError, match="another window"):
            Session.open(folder / "a.cxsession")
        assert_whole(session, folder / "a.cxsession")

    def test_a_folder_that_comes_back_just_after_its_lock_was_looked_for_is_locked_all_the_same(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = tmp_path / "sessions"
        session = begun(folder / "a.cxsession")
        assert session.wait_saved()
        shutil.rmtree(folder)
        acquire = FileLock.acquire

        def too_early(lock: FileLock) -> None:
            acquire(lock)
            folder.mkdir(exist_ok=True)

        monkeypatch.setattr(FileLock, "acquire", too_early)
        session.dispatch(Adjust(0, 1, ""), 2000)
        until((folder / "a.cxsession").exists)
        assert session.wait_saved()
        with pytest.raises(LogError, match="another window"):
            Session.open(folder / "a.cxsession")
        assert_whole(session, folder / "a.cxsession")

    def test_a_stick_played_on_another_laptop_meanwhile_is_not_overwritten(
        self, tmp_path: Path
    ) -> None:
        stick = tmp_path / "stick"
        session = begun(stick / "a.cxsession")
        assert session.wait_saved()
        stick.rename(tmp_path / "pocket")
        session.dispatch(Adjust(0, 1, "here"), 2000)
        until(lambda: session.trouble)
        shutil.copytree(tmp_path / "pocket", tmp_path / "other")
        (tmp_path / "other" / ".a.cxsession.lock").unlink()
        elsewhere = Session.open(tmp_path / "other" / "a.cxsession")
        elsewhere.dispatch(Adjust(1, 2, "there"), 2000)
        elsewhere.close()
        (tmp_path / "other").rename(stick)
        until(lambda: session.trouble is None)
        assert read_log(stick / "a.cxsession").lines == elsewhere._lines
        assert session.path == stick / "a 2.cxsession"
        assert_whole(session, stick / "a 2.cxsession")

    def test_a_folder_that_is_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "sessions").write_text("not a folder")
        session = begun(tmp_path / "sessions" / "a.cxsession")
        assert session.trouble is not None
        assert session.trouble.kind is TroubleKind.NOT_ALLOWED
        assert not session.close()
        assert (tmp_path / "sessions").read_text() == "not a folder"

    def test_a_folder_that_could_not_be_made_is_made_once_it_can(self, tmp_path: Path) -> None:
        (tmp_path / "home").write_text("not a folder")
        path = tmp_path / "home" / "sessions" / "a.cxsession"
        session = begun(path)
        wander(session, 1, 5)
        assert session.trouble is not None
        assert session.trouble.kind is TroubleKind.NOT_ALLOWED
        (tmp_path / "home").unlink()
        assert_whole(session, path)

    def test_a_folder_that_cannot_be(self) -> None:
        session = begun(Path("a\0b") / "a.cxsession")
        assert session.trouble is not None
        assert session.trouble.kind is TroubleKind.OTHER
        session.close()

    @pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="may write everywhere")
    def test_a_folder_that_cannot_be_written(self, tmp_path: Path) -> None:
        folder = tmp_path / "locked"
        folder.mkdir(0o500)
        session = begun(folder / "a.cxsession")
        assert session.trouble is not None
        assert session.trouble.kind is TroubleKind.NOT_ALLOWED
        folder.chmod(0o700)
        until(lambda: session.trouble is None)
        assert_whole(session, folder / "a.cxsession")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
    def test_a_really_full_disk(self, path: Path) -> None:
        session = begun(path)
        writer = session._writer
        assert writer is not None
        full = os.open("/dev/full", os.O_WRONLY)
        real, writer._file._fd = writer._file._fd, full
        os.close(real)
        session.dispatch(Adjust(0, 1, ""), 2000)
        # The kernel's own refusal; from there the file is found not to be ours, and made anew.
        assert_whole(session, path)

    def test_what_was_not_saved_when_closing_is_said(self, path: Path, disk: Disk) -> None:
        session = begun(path)
        disk.room = 0
        session.dispatch(Roll(), 2000)
        assert not session.close()

    def test_closing_saves_what_still_can_be(self, path: Path, disk: Disk) -> None:
        session = begun(path)
        disk.room = 0
        session.dispatch(Roll(), 2000)
        disk.room = None
        assert session.close()
        assert len(read_log(path).entries) == 4

    def test_a_log_opened_where_nothing_can_be_written_plays_on(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        begun(path).close()
        real = os.open

        def guarded(name: Any, flags: int, *rest: Any) -> int:
            if flags & (os.O_WRONLY | os.O_RDWR):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            return real(name, flags, *rest)

        monkeypatch.setattr("game.session.disk.os.open", guarded)
        session = Session.open(path)
        assert session.trouble is not None
        assert session.trouble.kind is TroubleKind.NOT_ALLOWED
        session.dispatch(Adjust(0, 1, ""), 2000)
        monkeypatch.setattr("game.session.disk.os.open", real)
        assert_whole(session, path)


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
