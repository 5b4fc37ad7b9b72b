"""What the screens before a session ask for: decks, sessions kept, devices, a sound to be heard."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game import i18n, paths
from game.i18n import _

if TYPE_CHECKING:
    from game.app.program import Program
    from game.screens.screen import Screen
    from game.session.library import Library
    from game.session.recent import SessionInfo

REFUSED_MS = 8000
"""How long it is said that something cannot be."""


class FrontDesk:
    """The program as those screens see it (`game.screens.frontdesk.Desk`)."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.calendar: Callable[[], float] = time.time
        """Now, as a POSIX timestamp."""

    def library(self) -> Library:
        """Decks, boards and rulesets that are there now, read anew."""
        from game.session.library import Library

        return Library.default()

    def sessions(self) -> Sequence[SessionInfo]:
        """Sessions kept on this machine, the newest first."""
        from game.session.recent import recent

        return recent(paths.sessions_dir())

    def overdue(self, sessions: Sequence[SessionInfo]) -> Sequence[SessionInfo]:
        """Those of them and of practising that somebody is asked about: kept longer, or erased."""
        from game.session.keeping import overdue

        kept = self._program.settings.kept
        return overdue([*sessions, *self._practised()], self.calendar(), kept)

    def _practised(self) -> Sequence[SessionInfo]:
        """Sessions of practising: notes that were typed in them are words of somebody, too."""
        from game.session.recent import recent

        return recent(paths.practise_dir())

    def keep(self, paths: Sequence[Path]) -> None:
        """Remember that these are kept."""
        from game.session.keeping import kept_with

        there = [*self.sessions(), *self._practised()]
        self._program.change("kept", kept_with(self._program.settings.kept, paths, there))

    def erase(self, path: Path) -> bool:
        """Erase a session with its report; False, and said, where it cannot be."""
        from game.session.erasing import EraseError, erase_session

        self._program.reporter.close()  # a report that is being written would be there again
        try:
            erase_session(path)
        except EraseError as trouble:
            self._program.say(str(trouble), REFUSED_MS)
            return False
        return True

    def devices(self) -> Sequence[tuple[str, tuple[int, ...]]]:
        """(name, seats) of buzzers and gamepads that are plugged in."""
        return self._program.devices()

    def displays(self) -> Sequence[tuple[int, int]]:
        """Sizes in pixels of the displays the wall could be on."""
        return pygame.display.get_desktop_sizes()

    def open_preview(self, path: Path) -> Screen | None:
        """The screen that shows a deck while it is written, over the one that asks for it."""
        try:
            return self._program.previews.open(path, i18n.language(), leave=True).screen
        except paths.MissingFolderError as trouble:
            from game.session.folders import folder_told

            self._program.say(folder_told(trouble), REFUSED_MS)
            return None

    def try_sound(self, name: str) -> None:
        """Play a sound, to hear whether it is heard; where none can be, that is said."""
        sounds = self._program.sounds
        if sounds.works or sounds.open():
            sounds.play(name)
        else:
            self._program.say(_("No sound can be played here. Whatever is heard is also seen."))

    def play_in_turn(self, names: Sequence[str], every_ms: int) -> bool:
        """Play sounds one after the other, or none any more; False where none can be played."""
        sounds = self._program.sounds
        works = sounds.works or (bool(names) and sounds.open())
        sounds.line_up(names, self._program.now(), every_ms)
        return works
