"""The sessions that are kept, as the screens before a session see them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.screens.frontdesk import Desk
from game.session.recent import SessionInfo

if TYPE_CHECKING:
    from game.screens.setup import SetupScreen


class Archive:
    """Read once, and again after something was kept or erased: every screen sees the same."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.version = 0
        """Rises whenever there is something else: put it in a key."""
        self._read()

    def _read(self) -> None:
        self.sessions: Sequence[SessionInfo] = list(self._desk.sessions())
        """All, the last played first."""
        self.overdue: Sequence[SessionInfo] = list(self._desk.overdue(self.sessions))
        """Those that somebody is asked about: keep, or erase."""

    def follow_up(self, info: SessionInfo) -> SetupScreen:
        """The set-up screen of a session that follows this one."""
        from game.screens.setup import SetupScreen  # it knows this file's screens

        return SetupScreen(self._desk, after=(info.path,))

    def keep(self, sessions: Sequence[SessionInfo]) -> None:
        """They stay, and nobody is asked about them again."""
        self._desk.keep([info.path for info in sessions])
        self._changed()

    def erase(self, sessions: Sequence[SessionInfo]) -> None:
        """They go, with their reports; what cannot go stays, and is said."""
        for info in sessions:
            if not self._desk.erase(info.path):
                break
        self._changed()

    def _changed(self) -> None:
        self._read()
        self.version += 1
