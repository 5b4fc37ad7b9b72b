"""What ends a command: a sentence and an exit code, never a traceback."""

from __future__ import annotations

import errno
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path

from game import __version__
from game.i18n import _
from game.i18n.system import why
from game.paths import FolderError, MissingFolderError

DONE = 0
PROBLEMS = 1
"""Something was looked at and is not in order."""
WRONG_USE = 2
"""What was asked makes no sense; nothing was done."""
CANNOT = 3
"""It makes sense, but not here: no display, a folder that cannot be written."""
OUR_MISTAKE = 70
"""The program met something its makers did not think of."""

_MOST_DIAGNOSTICS = 1_000_000
"""Bytes after which the diagnostics file begins anew."""


class Ended(Exception):  # noqa: N818 - most ends are no error of ours
    """A command ends here with an exit code and a sentence; both are for the person."""

    def __init__(self, code: int, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


def wrong_use(sentence: str) -> Ended:
    """What was asked makes no sense."""
    return Ended(WRONG_USE, sentence)


def cannot(sentence: str) -> Ended:
    """It cannot be done here."""
    return Ended(CANNOT, sentence)


def say(sentence: str) -> None:
    """Tell the person something that is not the command's output."""
    if sys.stderr is not None:  # `print` would take None for the output itself
        print(sentence, file=sys.stderr)


def last_resort(error: Exception) -> int:
    """An error nobody thought of: keep its traceback in a file and say where that is.

    A folder that is gone or cannot be used, or a disk that is full, is told as what it is,
    wherever it was met.
    """
    if isinstance(error, FolderError | MissingFolderError):
        from game.session.folders import folder_told  # late: it brings the decks' floor along

        say(folder_told(error))
        return CANNOT
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        # Commands tell of their own files; what is left is `cxgame schema > file`.
        say(_("What was told cannot be written: {detail}.").format(detail=why(error)))
        return CANNOT
    if isinstance(error, ModuleNotFoundError) and not _is_ours(error):
        # From a folder of the source, or by a Python that the game was not installed for.
        told = _("The game needs {name}, which this Python does not have: {python}")
        say(told.format(name=error.name, python=sys.executable))
        say(_("Installing the game puts it in: how is in README.md."))
        return CANNOT
    text = "".join(traceback.format_exception(error))
    stamp = datetime.now(UTC).isoformat(timespec="seconds")
    python = sys.version.split()[0]
    note = f"--- {stamp} cxgame {__version__}, Python {python}, {sys.platform}\n{text}\n"
    where = _keep(note)
    # One line: details are in the file, and a wall of text helps nobody in a full room.
    say(_("The game stopped on a mistake of its own ({error}).").format(error=_short(error)))
    say(_("Nothing that was played is lost: `cxgame resume` opens the last session."))
    if where is not None:
        say(_("What happened is written down in {file}.").format(file=where))
    return OUR_MISTAKE


def _is_ours(error: ModuleNotFoundError) -> bool:
    """True where the module is one of the game's own: then its makers forgot it."""
    return error.name is None or error.name.partition(".")[0] == "game"


def _keep(note: str) -> Path | None:
    from game.paths import diagnostics_file

    for file in (diagnostics_file, _spare_file):
        try:
            path = file()
            path.parent.mkdir(parents=True, exist_ok=True)
            full = path.exists() and path.stat().st_size > _MOST_DIAGNOSTICS
            with path.open("w" if full else "a", encoding="utf-8", errors="replace") as out:
                out.write(note)
        except (OSError, ValueError):
            continue
        return path
    return None


def _spare_file() -> Path:
    return Path(tempfile.gettempdir()) / "cxgame-diagnostics.log"


def _short(error: Exception) -> str:
    first = str(error).strip().splitlines()[:1]
    return ": ".join([type(error).__name__, *first])[:200]
