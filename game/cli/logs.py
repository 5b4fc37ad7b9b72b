"""Opening the log of a session, with a sentence where that cannot be."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar
from unicodedata import normalize

from game.cli.trouble import CANNOT, PROBLEMS, Ended, wrong_use
from game.content.disk import shown
from game.i18n import _
from game.paths import sessions_dir
from game.session.faults import LogError, LogFault
from game.session.recent import SessionInfo, recent

T = TypeVar("T")


def find_log(path: Path) -> Path:
    """The path itself, if a file is there, or else the kept session of that name.

    Names are those that `cxgame sessions` lists. Otherwise the command ends with a sentence.
    """
    there = _mode(path)
    if there is None and path.name == str(path):
        kept = named(path.name, recent(sessions_dir()))
        if kept is not None:
            return kept
    if there is None:
        missing = _("There is no file {file}.").format(file=shown(path))
        kept_where = _("cxgame sessions tells which are kept, and where.")
        raise wrong_use(f"{missing} {kept_where}")
    if stat.S_ISDIR(there):
        raise wrong_use(_("{file} is a folder; a session is one file.").format(file=shown(path)))
    if not stat.S_ISREG(there):  # reading a pipe that nobody writes to would wait for ever
        sentence = _("{file} is a pipe or a device; a session is one file.")
        raise wrong_use(sentence.format(file=shown(path)))
    return path


def named(word: str, infos: Iterable[SessionInfo]) -> Path | None:
    """The file of the session that is called so, by its name or its file's.

    None where none is; where several are, the command ends with a sentence.
    """
    # A Mac writes the accents of a file's name apart from their letters; people do not.
    wanted = normalize("NFC", word)
    found = [
        one
        for one in infos
        if wanted in (normalize("NFC", name) for name in (one.name, one.path.name, one.path.stem))
    ]
    if len(found) > 1:
        files = ", ".join(info.path.name for info in found)
        raise wrong_use(
            _("Several sessions are called “{name}”: {files}.").format(name=word, files=files)
        )
    return found[0].path if found else None


def _mode(path: Path) -> int | None:
    """What kind of thing is there, as the system tells it; None where nothing is."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):  # a name too long, a NUL, a folder nobody may look into
        return None


def open_log(opening: Callable[[], T]) -> T:
    """What `opening` gives; a file that is no session ends the command with a sentence."""
    try:
        return opening()
    except LogError as error:
        busy = error.reason in (LogFault.IN_USE, LogFault.UNREADABLE)
        raise Ended(CANNOT if busy else PROBLEMS, str(error)) from None
