"""Reading files that may be anything: folders, pipes, links in a circle, too large, gone."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import time
from contextlib import suppress
from pathlib import Path

from game.content.wording import printable


class UnreadableError(Exception):
    """A file cannot be read; `str()` of it is a sentence without the file's name."""


_REASONS = {
    errno.ENOENT: "there is no such file",
    errno.ENOTDIR: "there is no such file",
    errno.EACCES: "the file may not be read: no permission",
    errno.EPERM: "the file may not be read: no permission",
    errno.ELOOP: "the file is a link that leads back to itself",
    errno.EISDIR: "this is a folder; expected a file",
    errno.ENAMETOOLONG: "the name of the file is too long",
}


def read_bytes(path: Path, most: int) -> bytes:
    """The bytes of a regular file of at most `most` bytes; raises `UnreadableError`."""
    try:
        # Without waiting: opening a pipe nobody writes to would hang for ever.
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
    except (OSError, ValueError) as error:
        raise UnreadableError(_reason(path, error)) from error
    try:
        mode = os.fstat(handle).st_mode
        if not stat.S_ISREG(mode):
            raise UnreadableError(_kind(mode))
        with os.fdopen(handle, "rb", closefd=False) as file:
            data = file.read(most + 1)
    except OSError as error:
        raise UnreadableError(_reason(path, error)) from error
    finally:
        os.close(handle)
    if len(data) > most:
        raise UnreadableError(f"the file is too large; expected at most {_megabytes(most)} MB")
    return data


def write_whole(path: Path, data: bytes) -> None:
    """Write a file, all of it or nothing: whoever copies it meanwhile gets no half of it.

    What lies at its place is replaced. Raises OSError.
    """
    beside = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        move(beside, path)
    except BaseException:  # Ctrl-C as well leaves no half of it
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


_LOCKS_FILES = os.name == "nt"
"""Windows moves no file, and replaces none, that somebody has open."""
_PATIENCE = (0.01, 0.04, 0.1, 0.2, 0.4)
"""Seconds of waiting before each further attempt."""


def move(source: Path, target: Path) -> None:
    """Move a file, or a folder, to its place in one step; a file that lies there is replaced.

    Virus scanners, and programs that keep a folder in step with a cloud, open whatever was just
    written. On Windows that stands in the way for a moment, so it is tried for most of a second.
    Raises OSError: EBUSY where a program, as Excel does, keeps the file that lies there open.
    """
    for wait in _PATIENCE if _LOCKS_FILES else ():
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    try:
        source.replace(target)
    except PermissionError as error:
        if _LOCKS_FILES and is_file(target) and os.access(target, os.W_OK):
            # Windows says "no permission" of that, too, which would send people to their IT.
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(target)) from error
        raise


def shown(path: Path | str) -> str:
    """A path fit to be printed, also where its name is no valid text."""
    try:
        name = str(path).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # half a character, which no operating system gave us
        name = str(path)
    return printable(name)


def is_file(path: Path) -> bool:
    """True for anything that is there and is no folder; never raises."""
    try:
        return stat.S_ISDIR(path.lstat().st_mode) is False and not path.is_dir()
    except (OSError, ValueError):
        return False


def is_dir(path: Path) -> bool:
    """True for a folder, or a link to one; never raises."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def entries(folder: Path) -> list[Path]:
    """What lies in a folder, by name; empty when it cannot be opened."""
    try:
        return sorted(folder.iterdir())
    except (OSError, ValueError):
        return []


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "this is a folder; expected a file"
    if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode):
        return "this is a pipe; expected a file"
    return "this is a device; expected a file"


def _reason(path: Path, error: OSError | ValueError) -> str:
    # Windows says "no permission" of a folder that is opened as a file.
    if is_dir(path):
        return _REASONS[errno.EISDIR]
    if not isinstance(error, OSError):
        return "the name of the file cannot be used"
    known = _REASONS.get(error.errno or 0)
    return known or f"the file cannot be read: {error.strerror or error}"


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:g}"
