"""Writing the log: each line is with the operating system before the wall shows what it says.

A daemon thread makes the disk keep it (fsync), many lines at a time. A disk that fails never
stops the game: `LogWriter.trouble` says what is wrong, lines wait in memory, and the thread tries
again with every entry and every few seconds, until the log is whole.
"""

from __future__ import annotations

import errno
import threading
from collections import deque
from pathlib import Path

from game.session.disk import LogFile
from game.session.faults import Trouble, TroubleKind, trouble_of
from game.session.header import Header
from game.session.lock import FileLock

RETRY_SECONDS = 3.0
"""Between attempts while the disk fails and nothing is played."""
SYNC_SECONDS = 0.1
"""Between two fsyncs: what a power cut (not a crash of the program) may take."""
CLOSE_SECONDS = 3.0
"""The longest that closing waits for a disk that does not answer."""


class LogWriter:
    """Appends to one session's file; made by `create` or `go_on`.

    While all is well the game's thread writes and the other one only syncs. While there is
    trouble the file belongs to the other thread alone, and the game's thread waits for nothing.
    """

    def __init__(self, path: Path, header: Header, lines: list[bytes]) -> None:
        self.trouble: Trouble | None = None
        """Why the session is not being saved just now; None while all is well."""
        self._file = LogFile(path, header)
        self._lines = lines
        self._unsaved: deque[bytes] = deque()
        self._anew = False
        """The file must be written anew, from `_lines`."""
        self._appended = self._safe = 0
        """Lines given to us, and how many of those the disk keeps for certain."""
        self._guard = threading.Lock()
        """Around all of the above; never held during a slow operation."""
        self._settled = threading.Condition(self._guard)
        self._wake = threading.Event()
        self._awake = False
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None

    @classmethod
    def create(cls, path: Path, header: Header, lines: list[bytes]) -> LogWriter:
        """A new log at that path, or at `name 2`, `name 3`… where a file stands already.

        Never raises: a log that cannot be made is `trouble`, and tried again.
        """
        writer = cls(path, header, lines)
        try:
            writer._file.write_anew(lines, fresh=True)
        except (OSError, ValueError) as error:
            writer._fail(error, anew=True)
            writer._stir()
        return writer

    @classmethod
    def go_on(
        cls, path: Path, header: Header, lines: list[bytes], keep: int, lock: FileLock
    ) -> LogWriter:
        """The log of a session that is opened again, of which `keep` bytes stay.

        Never raises, like `create`.
        """
        writer = cls(path, header, lines)
        try:
            writer._file.open_at(keep, lock)
        except OSError as error:
            writer._fail(error, anew=True)
            writer._stir()
        return writer

    @property
    def path(self) -> Path:
        """Where the log is, or will be once there is no trouble."""
        return self._file.path

    def append(self, line: bytes) -> None:
        """Write an entry's line (given without its end) and remember it."""
        with self._guard:
            self._lines.append(line)
            self._put(line + b"\n")
        self._stir()

    def append_aside(self, line: bytes) -> None:
        """Write a line that need not come back when the file is written anew: a beat."""
        with self._guard:
            self._put(line + b"\n")
        self._stir()

    def wait(self, seconds: float = CLOSE_SECONDS) -> bool:
        """Wait until the disk keeps everything; False if it does not within so many seconds."""
        with self._settled:
            return self._settled.wait_for(self._all_safe, seconds)

    def close(self) -> bool:
        """Make a last attempt and let go of the file; False if something could not be saved."""
        self._closing.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join(CLOSE_SECONDS)
        if self._thread is None or not self._thread.is_alive():
            # A thread that hangs in a dead disk keeps its file; it ends with the program.
            self._file.close()
        with self._guard:
            return self._all_safe()

    def _all_safe(self) -> bool:
        return self.trouble is None and self._safe == self._appended

    def _put(self, data: bytes) -> None:
        self._appended += 1
        if self.trouble is None:
            data, error = self._file.write(data)
            if error is not None:
                self._fail(error)
        if self.trouble is not None:
            self._unsaved.append(data)

    def _fail(self, error: OSError | ValueError, *, anew: bool = False) -> None:
        if isinstance(error, ValueError):  # a NUL in the path: no operating system was asked
            error = OSError(errno.EINVAL, str(error))
        self.trouble = trouble_of(error, self._file.path)
        # A full disk still has what was written before. After any other failure nothing is sure.
        if anew or self.trouble.kind is not TroubleKind.DISK_FULL:
            self._anew = True

    def _stir(self) -> None:
        """Have the other thread look."""
        if self._awake:
            return
        self._awake = True
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="session log", daemon=True)
            self._thread.start()
        self._wake.set()

    def _run(self) -> None:
        while True:
            self._wake.wait(RETRY_SECONDS if self.trouble else None)
            # Cleared before we look at what there is to do: what comes later wakes us again.
            self._wake.clear()
            self._awake = False
            last = self._closing.is_set()
            if self.trouble is None:
                self._sync()
            if self.trouble is not None:
                self._recover()
            with self._settled:
                self._settled.notify_all()
            if last:
                return
            self._closing.wait(SYNC_SECONDS)

    def _sync(self) -> None:
        with self._guard:
            appended = self._appended
        try:
            self._file.sync()
        except OSError as error:
            with self._guard:
                self._fail(error, anew=True)
            return
        with self._guard:
            self._safe = appended

    def _recover(self) -> None:
        """Bring the file up to what was played; whatever fails is the new trouble."""
        try:
            if not self._anew and not self._file.in_place():
                self._anew = True
            if self._anew:
                self._write_anew()
            while self._write_waiting():
                pass
        except (OSError, ValueError) as error:
            with self._guard:
                self._fail(error)
            return
        self._sync()

    def _write_anew(self) -> None:
        with self._guard:
            lines = list(self._lines)
            # All that waited is in `lines`, except beats, which may be lost. New lines wait anew.
            self._unsaved.clear()
        self._file.write_anew(lines)
        self._anew = False

    def _write_waiting(self) -> bool:
        """Write the line that waits longest; False when none did, and the trouble is over."""
        with self._guard:
            if not self._unsaved:
                self.trouble = None
                return False
            data = self._unsaved[0]
        rest, error = self._file.write(data)
        with self._guard:
            if error is None:
                self._unsaved.popleft()
            else:
                self._unsaved[0] = rest
        if error is not None:
            raise error
        return True
