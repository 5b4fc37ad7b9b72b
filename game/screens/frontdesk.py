"""What the screens before a session ask of the program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from game.screens.screen import Screen
    from game.session.library import Library
    from game.session.recent import SessionInfo


class Desk(Protocol):
    """The program, as the start and set-up screens see it."""

    def library(self) -> Library:
        """Decks, boards and rulesets that are there now, read anew."""

    def sessions(self) -> Sequence[SessionInfo]:
        """Sessions kept on this machine, the newest first."""

    def overdue(self, sessions: Sequence[SessionInfo]) -> Sequence[SessionInfo]:
        """Those of them that somebody has to be asked about: kept any longer, or erased."""

    def keep(self, paths: Sequence[Path]) -> None:
        """Remember that these are kept."""

    def erase(self, path: Path) -> bool:
        """Erase a session with its report; False, and said, where it cannot be."""

    def devices(self) -> Sequence[tuple[str, tuple[int, ...]]]:
        """(name, seats) of buzzers and gamepads that are plugged in."""

    def displays(self) -> Sequence[tuple[int, int]]:
        """Sizes in pixels of the displays the wall could be on."""

    def open_preview(self, path: Path) -> Screen | None:
        """The screen that shows a deck while it is written; None, and said, where none can be."""

    def try_sound(self, name: str) -> None:
        """Play a sound, to hear whether it is heard."""

    def play_in_turn(self, names: Sequence[str], every_ms: int) -> bool:
        """Play sounds one after the other, or none any more; False where none can be played."""
