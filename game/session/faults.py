"""What can go wrong with a session's file, as enums with a sentence each.

`str()` of a fault, a notice or a trouble is that sentence, in the language now spoken.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import assert_never

from game.i18n import _, ngettext
from game.i18n.system import why


class LogFault(Enum):
    """Why a file cannot be opened as a session."""

    UNREADABLE = auto()
    """The operating system does not give it."""
    EMPTY = auto()
    NOT_A_SESSION = auto()
    NEWER = auto()
    """Written by a newer version of the program."""
    CUT_SHORT = auto()
    """It ends before the session began."""
    BROKEN = auto()
    """Its head cannot be read."""
    IN_USE = auto()
    """Another program plays it right now."""


class LogError(Exception):
    """A file cannot be opened as a session; `str()` is a sentence that says why."""

    def __init__(self, path: Path, reason: LogFault, detail: str = "", line: int = 0) -> None:
        super().__init__(reason)
        self.path = path
        self.reason = reason
        self.detail = detail
        """What exactly, as `i18n.system` says it or in English; or empty."""
        self.line = line
        """Line of the file it is about, from 1; 0 for none."""

    def __str__(self) -> str:
        name = self.path.name
        match self.reason:
            case LogFault.UNREADABLE:
                return _("{file} cannot be read: {detail}.").format(file=name, detail=self.detail)
            case LogFault.EMPTY:
                return _("{file} is empty.").format(file=name)
            case LogFault.NOT_A_SESSION:
                return _("{file} is not a session of this game.").format(file=name)
            case LogFault.NEWER:
                return _(
                    "{file} was made by a newer version of the game. Install that version to "
                    "open it."
                ).format(file=name)
            case LogFault.CUT_SHORT:
                return _("{file} was cut off before its session began.").format(file=name)
            case LogFault.BROKEN:
                return _("{file} is damaged in line {line}: {detail}.").format(
                    file=name, line=self.line, detail=self.detail
                )
            case LogFault.IN_USE:
                return _("{file} is being played in another window of the game.").format(file=name)
            case _:
                assert_never(self.reason)


class NoticeKind(Enum):
    """Something the facilitator should know of a session that was opened."""

    TORN = auto()
    """The last line was not finished; it was dropped."""
    SET_ASIDE = auto()
    """From a damaged line on, the log is set aside."""
    RULES_CHANGED = auto()
    """An entry no longer applies: this version plays by other rules."""
    TOLD_OTHERWISE = auto()
    """Entries still apply, but not all with the same outcome as then."""
    DECK_CHANGED = auto()
    """A deck on disk is no longer what the session plays."""


@dataclass(frozen=True, kw_only=True)
class Notice:
    """What was found while opening; `str()` is a sentence for the wall."""

    kind: NoticeKind
    line: int = 0
    """Line of the file, from 1; 0 for none."""
    name: str = ""
    """Title of the deck, or name of the copy that keeps the whole file; empty if none was made."""
    lost: int = 0
    """Lines that were set aside."""
    detail: str = ""
    """What exactly is wrong, in English."""

    def __str__(self) -> str:
        match self.kind:
            case NoticeKind.TORN:
                return _("The last move had not been saved to its end and was dropped.")
            case NoticeKind.SET_ASIDE:
                lost = ngettext(
                    "Line {line} of the log is damaged; {n} line from there on was set aside.",
                    "Line {line} of the log is damaged; {n} lines from there on were set aside.",
                    self.lost,
                ).format(line=self.line, n=self.lost)
                return f"{lost} {self._kept()}"
            case NoticeKind.RULES_CHANGED:
                end = _(
                    "This version of the game cannot follow line {line} of the log; the session "
                    "ends just before it."
                ).format(line=self.line)
                return f"{end} {self._kept()}"
            case NoticeKind.TOLD_OTHERWISE:
                return _(
                    "From line {line} of the log on, this version of the game reckons some "
                    "things otherwise. Look at the scores."
                ).format(line=self.line)
            case NoticeKind.DECK_CHANGED:
                return _(
                    "The deck “{name}” has changed since. This session goes on with the cards "
                    "it has; the menu (Esc) can reload them."
                ).format(name=self.name)
            case _:
                assert_never(self.kind)

    def _kept(self) -> str:
        if not self.name:
            return _("The file is left as it is.")
        return _("The whole file is kept as {name}.").format(name=self.name)


class TroubleKind(Enum):
    """Why a session is not being saved."""

    DISK_FULL = auto()
    NOT_ALLOWED = auto()
    """The folder or the file cannot be written; or a file stands where the folder should be."""
    GONE = auto()
    """The file, its folder or its disk is no longer there."""
    OTHER = auto()


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """The session is not being saved, and why; it plays on in memory meanwhile."""

    kind: TroubleKind
    path: Path
    detail: str = ""
    """The operating system's own words."""

    def __str__(self) -> str:
        folder = str(self.path.parent)
        match self.kind:
            case TroubleKind.DISK_FULL:
                return _("Not saved: the disk is full ({folder}).").format(folder=folder)
            case TroubleKind.NOT_ALLOWED:
                return _("Not saved: {folder} cannot be written.").format(folder=folder)
            case TroubleKind.GONE:
                return _("Not saved: {folder} is gone.").format(folder=folder)
            case TroubleKind.OTHER:
                return _("Not saved in {folder}: {detail}.").format(
                    folder=folder, detail=self.detail
                )
            case _:
                assert_never(self.kind)


def trouble_of(error: OSError, path: Path) -> Trouble:
    """What an error of the operating system means for the session in `path`."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            kind = TroubleKind.DISK_FULL
        case errno.EACCES | errno.EPERM | errno.EROFS | errno.ENOTDIR | errno.EEXIST:
            kind = TroubleKind.NOT_ALLOWED
        case errno.ENOENT | errno.ENODEV | errno.ENXIO | errno.ESTALE:
            kind = TroubleKind.GONE
        case _:
            kind = TroubleKind.OTHER
    return Trouble(kind=kind, path=path, detail=why(error))
