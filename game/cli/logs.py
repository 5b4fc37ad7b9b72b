"""Opening the log of a session, with a sentence where that cannot be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from game.cli.trouble import CANNOT, PROBLEMS, Ended, wrong_use
from game.i18n import _
from game.session.faults import LogError, LogFault

T = TypeVar("T")


def find_log(path: Path) -> Path:
    """The path itself, if a file is there; otherwise the command ends with a sentence."""
    try:
        exists, folder = path.exists(), path.is_dir()
    except (OSError, ValueError):  # a name too long, a NUL, a folder nobody may look into
        exists = folder = False
    if not exists:
        raise wrong_use(_("There is no file {file}.").format(file=path))
    if folder:
        raise wrong_use(_("{file} is a folder; a session is one file.").format(file=path))
    return path


def open_log(opening: Callable[[], T]) -> T:
    """What `opening` gives; a file that is no session ends the command with a sentence."""
    try:
        return opening()
    except LogError as error:
        busy = error.reason in (LogFault.IN_USE, LogFault.UNREADABLE)
        raise Ended(CANNOT if busy else PROBLEMS, str(error)) from None
