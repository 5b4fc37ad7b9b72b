"""One program at a time plays a session, and a crash leaves nothing in the way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game.session.lock import FileLock, InUseError

HOLD = """
from pathlib import Path
from sys import argv, stdin
from game.session.lock import FileLock

lock = FileLock(Path(argv[1]))
lock.acquire()
print("held", flush=True)
stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.cxsession"


def test_it_is_held_once(path: Path) -> None:
    first, second = FileLock(path), FileLock(path)
    first.acquire()
    with pytest.raises(InUseError):
        second.acquire()
    first.release()
    second.acquire()
    second.release()
    assert list(path.parent.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="no list of open files here")
def test_whoever_is_refused_keeps_no_file_open(path: Path) -> None:
    first = FileLock(path)
    first.acquire()
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(5):
        with pytest.raises(InUseError):
            FileLock(path).acquire()
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    first.release()


def test_another_session_has_another_lock(path: Path) -> None:
    first, second = FileLock(path), FileLock(path.with_name("b.cxsession"))
    first.acquire()
    second.acquire()
    first.release()
    second.release()


def test_releasing_twice_gives_away_nothing(path: Path) -> None:
    first, second = FileLock(path), FileLock(path)
    first.acquire()
    first.release()
    second.acquire()
    first.release()
    with pytest.raises(InUseError):
        first.acquire()
    second.release()


def test_it_ends_with_its_program_however_that_ends(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"held"
        lock = FileLock(path)
        with pytest.raises(InUseError):
            lock.acquire()
        other.kill()
    assert list(path.parent.iterdir()) != []  # it had no chance to tidy up
    lock.acquire()
    lock.release()


def test_where_no_lock_can_be_one_plays_without(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / "nowhere" / "a.cxsession")
    lock.acquire()
    lock.release()
    assert list(tmp_path.iterdir()) == []


def test_a_lock_that_was_taken_away_takes_nobody_elses_along(path: Path) -> None:
    first, second, third = FileLock(path), FileLock(path), FileLock(path)
    first.acquire()
    held = first.holds
    for file in path.parent.iterdir():
        file.unlink()
    assert (held, first.holds) == (True, False)
    second.acquire()
    first.release()
    with pytest.raises(InUseError):
        third.acquire()
    second.release()
    assert not second.holds
