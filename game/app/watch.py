"""Tells that files were saved again: at once, and once for each save.

Editors save in many ways: they write in place, or beside and then rename, or empty the file first.
All of those end in a moment of quiet, and that is waited for.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.content import load, shelf
from game.content.disk import entries

if TYPE_CHECKING:
    from watchdog.events import FileSystemEvent

QUIET_SECONDS = 0.05
"""A save is done when nothing has changed for so long."""
MOST_QUIET = 8
"""How many times that quiet is waited for; then the files are read, though writing goes on."""
LOOK_SECONDS = 1.0
"""Between two looks at the files where the system sends no news, as for a network drive."""
LEAVE_SECONDS = 2.0
"""How long the end of the watch is waited for."""
ENDINGS = (*load.ENDINGS, *shelf.PICTURE.endings, *shelf.SOUND.endings)
"""Files that a deck is made of."""
UNTOUCHED = ("opened", "closed_no_write")
"""Events that come of reading a file, as we do ourselves."""

log = logging.getLogger(__name__)

Stamp = tuple[tuple[str, int, int, int], ...]
"""(name, time, size, number on the disk) of each file."""


class Watch:
    """A thread that calls `changed` after each save in some folders, until it is closed.

    `folders` is asked each time, since folders come and go; both are called in the thread.
    """

    def __init__(self, folders: Callable[[], Sequence[Path]], changed: Callable[[], None]) -> None:
        self._folders = folders
        self._changed = changed
        self._news = threading.Event()
        self._closed = False
        self._watched: dict[Path, tuple[int, Any]] = {}
        self._observer: Any = None
        self._stamp = stamp_of(folders())
        self._thread = threading.Thread(target=self._work, name="saved decks", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Hear of nothing more."""
        self._closed = True
        self._news.set()
        self._thread.join(LEAVE_SECONDS)

    # -- the thread

    def _work(self) -> None:
        self._observe()
        try:
            while not self._closed:
                self._look()
                if self._news.wait(LOOK_SECONDS):
                    self._wait_quiet()
        finally:
            if self._observer is not None:
                self._observer.stop()
                self._observer.join(LEAVE_SECONDS)

    def _wait_quiet(self) -> None:
        for _time in range(MOST_QUIET):
            self._news.clear()
            if self._closed or not self._news.wait(QUIET_SECONDS):
                return

    def _look(self) -> None:
        folders = self._folders()
        self._follow(folders)
        now = stamp_of(folders)
        if now != self._stamp and not self._closed:
            self._stamp = now
            self._changed()

    # -- what the system tells

    def _observe(self) -> None:
        """Ask the system for news; where it has none, looking now and then has to do."""
        from watchdog.observers import Observer

        try:
            observer = Observer()
            observer.start()
        except (OSError, RuntimeError) as error:  # no more watches to be had
            log.warning("nobody tells when a file is saved: %s", error)
            return
        self._observer = observer

    def _follow(self, folders: Iterable[Path]) -> None:
        """Hear of these folders; one that was put back is another one than before."""
        if self._observer is None:
            return
        for folder in folders:
            try:
                number = folder.stat().st_ino
                known = self._watched.get(folder)
                if known is not None and known[0] == number:
                    continue
                if known is not None:
                    with suppress(KeyError, OSError):
                        self._observer.unschedule(known[1])
                self._watched[folder] = number, self._observer.schedule(_ear(self), str(folder))
            except (OSError, RuntimeError) as error:
                log.warning("nobody tells of %s: %s", folder, error)

    def hear(self, event: FileSystemEvent) -> None:
        """News from the system; what was only read, or is no file of a deck, does not count."""
        if event.event_type in UNTOUCHED:
            return
        names = (str(event.src_path), str(event.dest_path))
        if event.is_directory or any(name.lower().endswith(ENDINGS) for name in names):
            self._news.set()


def _ear(watch: Watch) -> Any:
    from watchdog.events import FileSystemEventHandler

    class Ear(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            watch.hear(event)

    return Ear()


def stamp_of(folders: Iterable[Path]) -> Stamp:
    """What tells whether a file was saved: its time and size, and whether it is the same file."""
    found = []
    for folder in folders:
        for path in entries(folder):
            if path.suffix.lower() in ENDINGS:
                with suppress(OSError):
                    stat = path.stat()
                    found.append((str(path), stat.st_mtime_ns, stat.st_size, stat.st_ino))
    return tuple(sorted(found))
