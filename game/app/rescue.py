"""A screen that fails gives way to the game, or to the start; the session goes on untouched.

Scenes guard themselves (`game.screens.scenes.guard`); this is for all that lies over or around
them: the desk, an editor, a page of settings. What fails again at once is no screen's fault.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.i18n import _

if TYPE_CHECKING:
    from game.app.program import Program

SAID_MS = 12_000
log = logging.getLogger(__name__)


class Rescue:
    """Does what may fail, and puts something plainer in its place if it does."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._fell = False
        """The picture since the last fall has not been shown yet."""

    @property
    def _top(self) -> str:
        return type(self._program.director.top).__name__

    def take(self, what: Callable[[], None]) -> None:
        """What people did; a failure takes the screen away that could not bear it."""
        try:
            what()
        except Exception:
            log.exception("%s cannot bear what was pressed", self._top)
            self._fall()

    def draw(self, what: Callable[[], None]) -> None:
        """A frame; a second failure in a row is told to whoever started the program."""
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
