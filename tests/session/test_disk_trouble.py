"""A disk that fails never stops the game, and the log is whole when it is back."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from game.i18n.system import why
from game.rules.actions import Adjust, Roll
from game.session.faults import LogError, TroubleKind
from game.session.lock import FileLock
from game.session.reading import read_log
from game.session.session import Session
from tests.session.disks import Disk, assert_whole, until
from tests.session.evening import begun, wander

pytestmark = pytest.mark.usefixtures("impatient")


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
        assert trouble.detail == why(OSError(number, os.strerror(number)))
        lost = path.with_name("lost")
        lost.write_bytes(path.read_bytes()[:-10])
        lost.replace(path)
        session.dispatch(Adjust(0, 1, "two"), 2000)
        disk.fails = None
        assert_whole(session, path)

    def test_what_a_failing_disk_lost_of_the_file_in_its_place_is_written_again(
        self, path: Path, disk: Disk
    ) -> None:
        session = begun(path)
        disk.fails = OSError(errno.EIO, os.strerror(errno.EIO))
        session.dispatch(Adjust(0, 1, "one"), 2000)
        os.truncate(path, path.stat().st_size - 10)
        disk.fails = None
        assert_whole(session, path)

    @pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC])
    def test_a_sync_that_fails_writes_the_file_anew(
        self, path: Path, disk: Disk, number: int
    ) -> None:
        session = begun(path)
        assert session.wait_saved()
        before = path.stat().st_ino
        disk.sync_fails = OSError(number, "gone bad")
        session.dispatch(Roll(), 2000)
        until(lambda: path.stat().st_ino != before)
        assert_whole(session, path)

    def test_a_file_that_is_removed_comes_back(self, path: Path) -> None:
        session = begun(path)
        path.unlink()
        session.dispatch(Roll(), 2000)
        until(path.exists)
        assert_whole(session, path)

    def test_beside_a_file_that_an_editor_put_back_as_it_was_another_is_written(
        self, path: Path
    ) -> None:
        session = begun(path)
        assert session.wait_saved()
        opened = path.read_bytes()
        wander(session, seed=1, entries=20)
        assert session.wait_saved()
        path.write_bytes(opened)  # the same file, only shorter
        session.dispatch(Adjust(0, 1, ""), session.last_at)
        until(lambda: session.path != path)
        assert session.path is not None
        assert_whole(session, session.path)

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
