"""A screen that fails is taken away, and the game, or the start screen, is there again.

Scenes guard themselves (`game.screens.scenes.guard`); this is for all that lies over or around
them: the desk, an editor, a page of settings. What fails twice in a row is no screen's fault, and
ends the program: its log keeps the session.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.i18n import _

if TYPE_CHECKING:
    from game.app.program import Program

SAID_MS = 12_000
"""How long it is said that a screen failed."""

log = logging.getLogger(__name__)


class Rescue:
    """Runs what may fail; if it does, a plain screen takes the place of what is on the wall."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._fell = False
        """The picture since the last fall has not been shown yet."""
        self._stumbled = False
        """The last tick failed."""

    @property
    def _top(self) -> str:
        return type(self._program.director.top).__name__

    def take(self, what: Callable[[], None]) -> None:
        """Something that people did; if it fails, the screen it was for is taken away."""
        try:
            what()
        except Exception:
            log.exception("%s cannot bear what was pressed", self._top)
            self._fall()

    def tick(self, what: Callable[[], None]) -> None:
        """Time passes, or a console asks for something. Raises a second failure in a row."""
        try:
            what()
        except Exception:
            if self._stumbled:
                raise
            self._stumbled = True
            log.exception("%s cannot bear what time brings", self._top)
            self._fall()
        else:
            self._stumbled = False

    def draw(self, what: Callable[[], None]) -> None:
        """A frame. Raises a second failure in a row."""
        try:
            what()
        except Exception:
            if self._fell:
                raise
            log.exception("%s cannot be drawn", self._top)
            self._fall()
            what()
        self._fell = False

    def _fall(self) -> None:
        program = self._program
        self._fell = True
        if program.evening is None:
            program.show_start()
        else:
            from game.screens.game import GameScreen

            program.director.apply_screen(GameScreen())
        program.say(_("That screen failed and was taken away. Nothing is lost."), SAID_MS)
