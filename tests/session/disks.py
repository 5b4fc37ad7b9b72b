"""Disks that fill up, fail and recover."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from game.session.reading import read_log
from game.session.session import Session


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
