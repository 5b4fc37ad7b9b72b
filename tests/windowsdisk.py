"""A disk on Linux that refuses what Windows refuses: open files stay, and some names cannot be."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from game.content import disk as content_disk
from game.session import lock

FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]|[ .]$|^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)', re.I)
OPEN_FILES = Path("/proc/self/fd")


class WindowsDisk:
    """Stands before the real one, for all that lies in a folder."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder.resolve()
        self.refused: list[str] = []
        """What was tried with a file or folder in which something was open."""
        for name in ("replace", "rename"):
            monkeypatch.setattr(os, name, self._move(name, getattr(os, name)))
        for name in ("unlink", "remove", "rmdir"):
            monkeypatch.setattr(os, name, self._take_away(name, getattr(os, name)))
        monkeypatch.setattr(os, "mkdir", self._make(os.mkdir))
        monkeypatch.setattr(os, "open", self._open(os.open))
        # No handle on a folder is to be had there, so nothing is removed by way of one.
        monkeypatch.setattr("shutil._use_fd_functions", False)
        monkeypatch.setattr(content_disk, "_LOCKS_FILES", True)
        monkeypatch.setattr(lock, "os", _named_nt())

    def _mine(self, path: Any) -> Path | None:
        if isinstance(path, int):
            return None
        whole = Path(os.path.abspath(os.fsdecode(path)))  # noqa: PTH100 - follows no link
        return whole if whole.is_relative_to(self.folder) else None

    def _held(self, path: Any) -> bool:
        mine = self._mine(path)
        if mine is None:
            return False
        for one in OPEN_FILES.iterdir():
            try:
                opened = Path(os.readlink(one))  # noqa: PTH115 - a pipe is no path
            except OSError:
                continue
            if opened == mine or mine in opened.parents:
                return True
        return False

    def _refuse(self, what: str, *paths: Any) -> None:
        if any(map(self._held, paths)):
            self.refused.append(f"{what} {' '.join(map(os.fsdecode, paths))}")
            raise PermissionError(errno.EACCES, "in use", os.fsdecode(paths[-1]))

    def _allow(self, path: Any) -> None:
        mine = self._mine(path)
        if mine is not None and any(
            FORBIDDEN.search(part) for part in mine.relative_to(self.folder).parts
        ):
            raise OSError(errno.EINVAL, "no such name", os.fsdecode(path))

    def _move(self, what: str, really: Callable[..., None]) -> Callable[..., None]:
        def move(source: Any, target: Any, **more: Any) -> None:
            self._allow(target)
            self._refuse(what, source, target)
            if what == "rename" and os.path.lexists(target):
                raise FileExistsError(errno.EEXIST, "there already", os.fsdecode(target))
            really(source, target, **more)

        return move

    def _take_away(self, what: str, really: Callable[..., None]) -> Callable[..., None]:
        def take_away(path: Any, **more: Any) -> None:
            self._refuse(what, path)
            really(path, **more)

        return take_away

    def _make(self, really: Callable[..., None]) -> Callable[..., None]:
        def make(path: Any, *more: Any, **named: Any) -> None:
            self._allow(path)
            really(path, *more, **named)

        return make

    def _open(self, really: Callable[..., int]) -> Callable[..., int]:
        def opened(path: Any, flags: int, *more: Any, **named: Any) -> int:
            if self._mine(path) is not None and Path(path).is_dir():
                raise PermissionError(errno.EACCES, "a folder", os.fsdecode(path))
            if flags & os.O_CREAT:
                self._allow(path)
            return really(path, flags, *more, **named)

        return opened


def _named_nt() -> SimpleNamespace:
    """The module `os` as it calls itself there; all else as it is, and as it is replaced later."""

    class Named(SimpleNamespace):
        name = "nt"

        def __getattr__(self, name: str) -> Any:
            return getattr(os, name)

    return Named()
