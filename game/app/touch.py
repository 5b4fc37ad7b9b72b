"""By touch alone: a finger that rests in the upper left corner opens the menu, or the desk.

Players tap, everywhere; they do not keep a finger in a corner where there is nothing to press. So
the facilitator of a wall without keys has a way to the desk that nobody comes upon by chance.
"""

from __future__ import annotations

from collections.abc import Callable

from game.app.notices import NOTICE_MS
from game.app.through import spot_at
from game.i18n import _
from game.screens.doings import Doing, keymap
from game.screens.inputs import Input, Pointer, Press
from game.screens.screen import Look, Screen

CORNER = 130.0
"""Sides of the corner, in units."""
HOLD_MS = 1200
"""A finger rests there as long as this."""
TOLD_MS = 3 * NOTICE_MS


class CornerHold:
    """Knows whether a finger rests in the corner, and since when.

    Whoever touches a wall on which nothing is played yet is told of it, once, by `say`: that is
    the facilitator, who may never read the guide.
    """

    def __init__(self, say: Callable[[str, int], None]) -> None:
        self._say: Callable[[str, int], None] | None = say
        self._since: int | None = None
        self._finger = 0

    def take(self, given: Input, top: Screen, look: Look) -> None:
        """A finger went down or up; what it does beside is the screen's."""
        if not (isinstance(given, Pointer) and given.touch):
            return
        if self._say is not None and look.state is None:
            self._say(_("A finger that rests in the upper left corner opens the menu."), TOLD_MS)
        self._say = None
        if given.kind == "up" and given.finger == self._finger:
            self._since = None
        elif given.kind == "down" and in_corner(given) and _free(given, top, look):
            self._since, self._finger = look.now, given.finger

    def due_in(self, now: int) -> int | None:
        """Milliseconds until it has rested long enough; None where none does."""
        return None if self._since is None else max(0, self._since + HOLD_MS - now)

    def over(self, now: int) -> bool:
        """True once, when it has rested long enough."""
        if self.due_in(now) != 0:
            return False
        self._since = None
        return True


def in_corner(pointer: Pointer) -> bool:
    """Whether that is where a finger can rest."""
    return pointer.x < CORNER and pointer.y < CORNER


def _free(pointer: Pointer, top: Screen, look: Look) -> bool:
    """Whether a tap there does nothing; beside a sheet it takes that away."""
    return not top.overlay and spot_at(top, pointer, look) is None


def menu_press(top: Screen, look: Look) -> Press:
    """The key that opens the menu or the desk, whichever was given that to do."""
    return Press("escape" if top.typing else keymap(look.settings.keys).keys(Doing.MENU)[0])
