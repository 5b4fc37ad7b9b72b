"""One log file as the operating system sees it: written, synced, looked after, written anew."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from game.content.disk import move
from game.session.header import Header, encode_header
from game.session.lock import FileLock, InUseError
from game.session.names import numbered
from game.session.reading import same_session

# Without O_BINARY, Windows would turn each line end into two characters.
_APPEND = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)
_NEW = _APPEND | os.O_CREAT | os.O_EXCL


class LogFile:
    """The file of one session; everything but `write` raises `OSError` where the disk fails."""

    def __init__(self, path: Path, header: Header) -> None:
        self.path = path
        self._wished = path
        self._header = header
        self._fd = -1
        self._size = 0
        """Bytes that the file has, unless somebody else cut it."""
        self._lock: FileLock | None = None
        self._stood = False
        """The file was there once. If its folder goes later, it is not made again: a USB stick was
        pulled out, and a folder in its place would lie on another disk."""

    def open_at(self, keep: int, lock: FileLock) -> None:
        """Append to the file as it is, after its first `keep` bytes."""
        self._lock = lock
        self._stood = True
        self._fd = os.open(self.path, _APPEND)
        if os.fstat(self._fd).st_size > keep:
            os.ftruncate(self._fd, keep)
        self._size = keep

    def write(self, data: bytes) -> tuple[bytes, OSError | None]:
        """Append; what could not be written, and why."""
        try:
            while data:
                written = os.write(self._fd, data)
                self._size += written
                data = data[written:]
        except OSError as error:
            return data, error
        return b"", None

    def sync(self) -> None:
        """Have the disk keep what was written; raises if it is not all at its place any more."""
        os.fsync(self._fd)
        if not self.in_place():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))

    def in_place(self) -> bool:
        """True if the file we write is what stands at its path, with all that was written to it.

        An unplugged stick or a tidy colleague takes the file away, and the operating system lets
        us write on into nothing. An editor in which it was opened to be read puts back what it was
        then, and what is written afterwards follows a gap.
        """
        size = self._size  # before we look: meanwhile another thread may add to it
        with suppress(OSError, ValueError):
            about = os.fstat(self._fd)
            return about.st_size >= size and os.path.samestat(about, self.path.stat())
        return False

    def write_anew(self, lines: list[bytes], *, fresh: bool = False) -> None:
        """Write the whole file, at once or not at all; the first time its folder is made, too.

        What stands at the path is replaced only if it is this very session and holds nothing
        more than `lines` (never, if `fresh`): it may have been played on another laptop
        meanwhile. Otherwise `name 2`, `name 3`… is taken.
        """
        self._let_go()
        if not self._stood:
            self._wished.parent.mkdir(parents=True, exist_ok=True)
        self._claim(lines, fresh)
        part = self.path.with_name(f"{self.path.name}.part")
        try:
            with part.open("wb") as file:
                file.write(encode_header(self._header))
                file.writelines(line + b"\n" for line in lines)
                file.flush()
                os.fsync(file.fileno())
                size = file.tell()
            move(part, self.path)
        except OSError:
            with suppress(OSError):
                part.unlink()
            raise
        self._fd = os.open(self.path, _APPEND)
        self._size = size
        self._stood = True
        sync_folder(self.path.parent)

    def _claim(self, lines: list[bytes], fresh: bool) -> None:
        """Find the path that is ours to write, and hold its lock."""
        for path in numbered(self._wished):
            if self._lock is None or not self._lock.holds or path != self.path:
                lock = FileLock(path)
                try:
                    lock.acquire()
                except InUseError:
                    continue
                if self._lock is not None:
                    self._lock.release()
                self._lock, self.path = lock, path
            try:
                os.close(os.open(path, _NEW, 0o666))
            except FileExistsError:
                if fresh or not self._replaceable(lines):
                    continue
            if not self._lock.holds:
                # The folder came back between our two steps: now there is something to lock.
                try:
                    self._lock.acquire()
                except InUseError:
                    continue
            return
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))

    def _replaceable(self, lines: list[bytes]) -> bool:
        if self.path.stat().st_size == 0:
            # Ours, from an attempt that got no further; a full disk makes such files.
            return True
        if not same_session(self.path, self._header, lines):
            return False
        if not os.access(self.path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return True

    def _let_go(self) -> None:
        # Also because Windows replaces no file that is open.
        fd, self._fd = self._fd, -1
        if fd >= 0:
            with suppress(OSError):
                os.close(fd)

    def close(self) -> None:
        """Let go of the file and its lock."""
        self._let_go()
        lock, self._lock = self._lock, None
        if lock is not None:
            lock.release()


def sync_folder(folder: Path) -> None:
    """Have the disk keep the names in a folder, too, where folders can be synced at all."""
    with suppress(OSError):
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)
