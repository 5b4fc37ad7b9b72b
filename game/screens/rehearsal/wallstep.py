"""Which screen the wall is on, and whether it fills it."""

from __future__ import annotations

from game.i18n import _
from game.screens import parts
from game.screens.devices.frame import GAP, Words, panel
from game.screens.kit.text import BOLD, HEAVY
from game.screens.kit.wall import Box
from game.screens.parts import Part
from game.screens.rehearsal.room import Room, Step
from game.screens.screen import Change, Look


class ScreenStep(Step):
    """The displays there are, and full screen."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._filled = False
        """It has been in full screen."""

    def title(self) -> str:
        """What is tried."""
        return _("Screen")

    def asks(self, look: Look) -> str:
        """Where it has to be."""
        return _("Is this on the projector, and nothing else beside it?")

    def key(self, look: Look) -> tuple[object, ...]:
        """The displays."""
        return (tuple(self._room.displays()), look.wall.size)

    def parts(self, box: Box, look: Look) -> list[Part]:
        """What is on, and two switches."""
        self._filled = self._filled or look.settings.fullscreen
        settings, count = look.settings, max(1, len(self._room.displays()))
        here = min(settings.display, count - 1)
        wall, tall = look.wall, look.wall.kind == "tall" or look.wall.is_far
        words, switches = box.cut_top(box.h * 0.5, GAP) if tall else box.cut_left(box.w * 0.5, GAP)
        w, h = self._room.displays()[here] if self._room.displays() else wall.size
        screen = _("Screen {n} of {count}").format(n=here + 1, count=count)
        state = _("Full screen: on") if settings.fullscreen else _("Full screen: off")
        told = [
            Words(screen, wall.L, HEAVY),
            Words(_("{w} × {h} dots").format(w=w, h=h), wall.M),
            Words(state, wall.M, BOLD),
        ]
        buttons: list[tuple[str, Change]] = [
            (
                _("Back to a window") if settings.fullscreen else _("Fill the screen"),
                Change("fullscreen", not settings.fullscreen),
            )
        ]
        if count > 1:
            buttons.append((_("The other screen"), Change("display", (here + 1) % count)))
        high = min(130.0 * wall.seat, switches.h / len(buttons) - GAP)
        area = switches.cut_top(high * len(buttons) + GAP * (len(buttons) - 1))[0]
        places = area.rows(len(buttons), GAP)
        return [
            panel(words, told),
            *(
                parts.button(place, text, does)
                for place, (text, does) in zip(places, buttons, strict=True)
            ),
        ]

    def missing(self, look: Look) -> list[str]:
        """A wall in a window."""
        found = []
        if self.doubted:
            found.append(_("The wall was not on the projector: choose the screen in the menu."))
        if not (self._filled or look.settings.fullscreen):
            found.append(_("Full screen was not tried: F11 fills the screen."))
        return found
