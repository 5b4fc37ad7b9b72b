"""Words that are being typed and are in no log yet: kept beside it, for a program that is killed.

What was kept is safe in the log; a half-typed sentence is not in it, and need not be for long. It
lies in a small file of its own, `NAME.cxsession.draft`, which is there only while somebody types.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.content.disk import move

SUFFIX = ".draft"
"""What the name of the file has after that of the log."""
EVERY_SECONDS = 1.0
"""Between two writings, however fast somebody types."""
CLOSE_SECONDS = 1.0
"""The longest that closing waits for a disk that does not answer."""
_MOST_BYTES = 1 << 20
"""A file larger than that is none of ours."""

Drafts = Mapping[str, tuple[str, ...]]
"""The texts of each field that was left half typed, by the name of what it belongs to."""


@dataclass(frozen=True)
class Draft:
    """What stands in the fields of one page just now."""

    key: str
    """What it belongs to: the same whenever the same page is opened."""
    texts: tuple[str, ...]
    changed: bool
    """It is not what stood there when the page was opened."""


def draft_path(log: Path) -> Path:
    """Where the half-typed words of a session lie."""
    return log.with_name(log.name + SUFFIX)


def draft_files(log: Path) -> tuple[Path, ...]:
    """All that may hold half-typed words of a session: the file, and one that was half written."""
    path = draft_path(log)
    return path, _part(path)


def read_drafts(log: Path) -> dict[str, tuple[str, ...]]:
    """What was half typed when the program stopped; nothing where it cannot be read."""
    try:
        with draft_path(log).open("rb") as file:
            plain = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    return {
        key: tuple(texts)
        for key, texts in (plain.items() if isinstance(plain, dict) else ())
        if isinstance(texts, list) and texts and all(isinstance(text, str) for text in texts)
    }


def _part(path: Path) -> Path:
    return path.with_name(path.name + ".part")


class DraftFile:
    """Keeps the file as it is wanted, on a thread of its own: no key waits for a disk.

    A disk that fails is no trouble here: that the session itself is not saved is told already.
    """

    def __init__(self, log: Callable[[], Path | None], found: Drafts) -> None:
        self._log = log
        self._wanted: dict[str, tuple[str, ...]] = dict(found)
        self._there = dict(found)
        """What the file holds."""
        self._path: Path | None = None
        """Where it was written last: a session may move to another folder."""
        self._wake = threading.Event()
        self._now = threading.Event()
        """Words went, or it is closed: that does not wait."""
        self._closing = False
        self._thread: threading.Thread | None = None

    def put(self, drafts: Drafts) -> None:
        """What is to be kept from now on; returns at once."""
        wanted = dict(drafts)
        if wanted == self._wanted:
            return
        gone = not self._wanted.keys() <= wanted.keys()
        self._wanted = wanted
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="half typed", daemon=True)
            self._thread.start()
        if gone:
            self._now.set()
        self._wake.set()

    def close(self) -> None:
        """Write what is to be kept a last time."""
        self._closing = True
        self._now.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join(CLOSE_SECONDS)

    def _run(self) -> None:
        while True:
            self._wake.wait()
            self._wake.clear()
            self._now.clear()
            last = self._closing
            wanted = self._wanted
            if wanted != self._there:
                with suppress(OSError, ValueError):
                    self._write(wanted)
                    self._there = wanted
            if last:
                return
            self._now.wait(EVERY_SECONDS)

    def _write(self, drafts: Mapping[str, Any]) -> None:
        log = self._log()
        if log is None:
            return
        path = draft_path(log)
        if self._path is not None and self._path != path:
            self._path.unlink(missing_ok=True)
        self._path = path
        if not drafts:
            path.unlink(missing_ok=True)
            return
        part = _part(path)
        try:
            with part.open("wb") as file:
                file.write(json.dumps(drafts, separators=(",", ":")).encode("ascii"))
                file.flush()
                os.fsync(file.fileno())
            move(part, path)
        except OSError:
            with suppress(OSError):
                part.unlink()
            raise
