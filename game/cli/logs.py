"""Opening the log of a session, with a sentence where that cannot be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from game.cli.trouble import CANNOT, PROBLEMS, Ended, wrong_use
from game.i18n import _
from game.session.faults import LogError, LogFault

T = TypeVar("T")


def open_log(path: Path, opening: Callable[[], T]) -> T:
    """What `opening` gives; a file that is no session ends the command with a sentence."""
    try:
        exists = path.exists()
    except (OSError, ValueError):  # a NUL, or a folder that may not be looked into
        exists = False
    if not exists:
        raise wrong_use(_("There is no file {file}.").format(file=path))
    if path.is_dir():
        raise wrong_use(_("{file} is a folder; a session is one file.").format(file=path))
    try:
        return opening()
    except LogError as error:
        busy = error.reason in (LogFault.IN_USE, LogFault.UNREADABLE)
        raise Ended(CANNOT if busy else PROBLEMS, str(error)) from None
