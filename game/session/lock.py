"""One program at a time plays a session.

The lock belongs to the operating system, on a small file beside the log: it ends with the
program, however that ended, so nothing stale is ever in the way. Where locks do not exist (some
network folders) or the folder cannot be written, a session plays without.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


class InUseError(Exception):
    """Another program holds the lock."""


class FileLock:
    """The right to write one session; given back by `release` or the end of the program."""

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(f".{path.name}.lock")
        self._fd: int | None = None

    def acquire(self) -> None:
        """Take the lock. Raises `InUseError`; holds nothing where there are no locks."""
        for _ in range(100):
            try:
                fd = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
            except (OSError, ValueError):  # no such folder, not ours to write, no such name
                return
            try:
                _lock(fd)
            except OSError as error:
                os.close(fd)
                if error.errno in _TAKEN:
                    raise InUseError from None
                return
            if self._still_there(fd):
                self._fd = fd
                return
            # Its holder let go and removed the file between our two steps: take the new one.
            os.close(fd)

    @property
    def holds(self) -> bool:
        """True while it is held, and its file is where others look for it."""
        return self._fd is not None and self._still_there(self._fd)

    def release(self) -> None:
        """Give the lock back; without one, nothing happens."""
        ours = self.holds  # or another program's lock lies there: the folder was away for a while
        fd, self._fd = self._fd, None
        if fd is None:
            return
        if not ours:
            os.close(fd)
            return
        if os.name == "nt":  # a file that is open cannot be removed there
            os.close(fd)
            with suppress(OSError):
                self._path.unlink()
        else:  # removed while still locked, so that nobody locks a file that is about to go
            with suppress(OSError):
                self._path.unlink()
            os.close(fd)

    def _still_there(self, fd: int) -> bool:
        with suppress(OSError):
            return os.path.samestat(os.fstat(fd), self._path.stat())
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(fd: int) -> None:
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
