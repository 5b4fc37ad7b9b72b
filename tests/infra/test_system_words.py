"""The operating system's complaints, in the language that is spoken."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from game.cli.making import unwritable
from game.i18n.system import why
from game.paths import FolderError, FolderTrouble
from game.session.faults import trouble_of
from game.session.folders import folder_told

SAID = {
    errno.EACCES: "no permission",
    errno.EPERM: "no permission",
    errno.EROFS: "it is read-only there",
    errno.ENOSPC: "the disk is full",
    errno.EFBIG: "it is too large for that disk",
    errno.ENOENT: "it is not there",
    errno.EISDIR: "it is a folder",
    errno.ENOTDIR: "a file stands where a folder should be",
    errno.EEXIST: "something of that name is there already",
    errno.ENAMETOOLONG: "its name is too long",
    errno.EIO: "the disk cannot be read or written",
    errno.EBUSY: "another program is using it",
    errno.EADDRINUSE: "another program is using this address",
}


@pytest.mark.parametrize(("number", "said"), SAID.items())
def test_what_people_meet_is_said_in_our_words(number: int, said: str) -> None:
    assert why(OSError(number, os.strerror(number))) == said


class NumberedError(OSError):
    """As Windows raises it: Python makes EACCES of several of its numbers."""

    def __init__(self, winerror: int) -> None:
        super().__init__(errno.EACCES, "Permission denied")
        self.winerror = winerror


WINDOWS = {
    5: "no permission",
    19: "it is read-only there",
    21: "it is not there",
    32: "another program is using it",
    33: "another program is using it",
    39: "the disk is full",
    112: "the disk is full",
    206: "its name is too long",
    1224: "another program is using it",
}
"""ERROR_ACCESS_DENIED, …WRITE_PROTECT, …NOT_READY, …SHARING_VIOLATION, …LOCK_VIOLATION,
…HANDLE_DISK_FULL, …DISK_FULL, …FILENAME_EXCED_RANGE, …USER_MAPPED_FILE (winerror.h)."""


@pytest.mark.parametrize(("winerror", "said"), WINDOWS.items())
def test_windows_tells_more_exactly_what_is_wrong(winerror: int, said: str) -> None:
    assert why(NumberedError(winerror)) == said


def test_what_is_rare_is_left_to_the_system() -> None:
    assert why(OSError(errno.EDOM, "odd")) == "odd"
    assert why(OSError("no number")) == "no number"
    assert why(ValueError("embedded null byte")) == "embedded null byte"


def test_dutch_sentences_end_in_dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each sentence was English from the bracket on."""
    monkeypatch.setattr("game.i18n.system._", lambda text: f"<{text}>")
    full = OSError(errno.ENOSPC, "No space left on device")
    assert "<the disk is full>" in str(unwritable(Path("deck.yaml"), full))
    assert "<the disk is full>" in trouble_of(full, Path("x.cxsession")).detail
    odd = FolderError(Path("x"), FolderTrouble.OTHER, "Input/output error")
    odd.__cause__ = OSError(errno.EIO, "Input/output error")
    assert "<the disk cannot be read or written>" in folder_told(odd)
