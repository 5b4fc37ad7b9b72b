"""Files that are written whole or not at all, also where others have them open."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest

from game.content import disk
from game.content.disk import move, write_whole
from game.i18n.system import why


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What is waited for, in seconds; nobody really waits."""
    found: list[float] = []
    monkeypatch.setattr("time.sleep", found.append)
    return found


def held_open(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    """A disk where somebody has a file open for so many attempts to replace it."""
    left = [times]
    replace = Path.replace

    def refused(self: Path, target: Path) -> Path:
        if left[0]:
            left[0] -= 1
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refused)


def test_on_windows_a_file_that_somebody_has_open_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waits: list[float]
) -> None:
    monkeypatch.setattr(disk, "_LOCKS_FILES", True)
    held_open(monkeypatch, 3)
    (tmp_path / "a").write_bytes(b"old")
    write_whole(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"
    assert len(waits) == 3
    assert sum(waits) < 1


def test_nobody_waits_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waits: list[float]
) -> None:
    monkeypatch.setattr(disk, "_LOCKS_FILES", True)
    held_open(monkeypatch, 1000)
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(OSError, match=re.escape(os.strerror(errno.EBUSY))) as caught:
        write_whole(tmp_path / "a", b"new")
    # A workbook that is open in Excel, for instance: Windows calls that "no permission".
    assert why(caught.value) == "another program is using it"
    assert sum(waits) < 1
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a", b"old")]


@pytest.mark.parametrize("there", [True, False])
def test_on_windows_a_refusal_that_no_open_file_explains_is_one_of_permission(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waits: list[float], there: bool
) -> None:
    monkeypatch.setattr(disk, "_LOCKS_FILES", True)
    held_open(monkeypatch, 1000)
    if there:
        (tmp_path / "a").write_bytes(b"read-only")
        monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(PermissionError):
        write_whole(tmp_path / "a", b"new")


def test_elsewhere_a_refusal_is_no_matter_of_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waits: list[float]
) -> None:
    monkeypatch.setattr(disk, "_LOCKS_FILES", False)
    held_open(monkeypatch, 1)
    with pytest.raises(PermissionError):
        write_whole(tmp_path / "a", b"new")
    assert waits == []


def test_a_folder_is_moved_as_well(tmp_path: Path) -> None:
    (tmp_path / "staged").mkdir()
    (tmp_path / "staged" / "deck.yaml").write_bytes(b"id: a")
    move(tmp_path / "staged", tmp_path / "deck")
    assert (tmp_path / "deck" / "deck.yaml").read_bytes() == b"id: a"
    assert not (tmp_path / "staged").exists()


def test_ctrl_c_leaves_no_half_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(fd: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a", b"new")
    assert list(tmp_path.iterdir()) == []
