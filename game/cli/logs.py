"""Opening the log of a session, with a sentence where that cannot be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from game.cli.trouble import CANNOT, PROBLEMS, Ended, wrong_use
from game.i18n import _
from game.paths import sessions_dir
from game.session.faults import LogError, LogFault

T = TypeVar("T")


def find_log(path: Path) -> Path:
    """The path itself, if a file is there, or else the kept session of that name.

    Names are how `cxgame sessions` lists them. Otherwise the command ends with a sentence.
    """
    exists, folder = _there(path)
    if not exists and path.name == str(path):
        kept = sessions_dir() / path
        if _there(kept) == (True, False):
            return kept
    if not exists:
        missing = _("There is no file {file}.").format(file=path)
        kept_where = _("cxgame sessions tells which are kept, and where.")
        raise wrong_use(f"{missing} {kept_where}")
    if folder:
        raise wrong_use(_("{file} is a folder; a session is one file.").format(file=path))
    return path


def _there(path: Path) -> tuple[bool, bool]:
    """Whether anything is there, and whether it is a folder."""
    try:
        return path.exists(), path.is_dir()
    except (OSError, ValueError):  # a name too long, a NUL, a folder nobody may look into
        return False, False


def open_log(opening: Callable[[], T]) -> T:
    """What `opening` gives; a file that is no session ends the command with a sentence."""
    try:
        return opening()
    except LogError as error:
        busy = error.reason in (LogFault.IN_USE, LogFault.UNREADABLE)
        raise Ended(CANNOT if busy else PROBLEMS, str(error)) from None
