"""What the pages of the debrief share: their ground, the way on and back, and the clock."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from itertools import pairwise

from game.rules.actions import Back
from game.rules.debrief import may_go_back
from game.screens.kit.layer import Dirty
from game.screens.kit.scenery import ground, zone_hills
from game.screens.kit.text import BODY, Fitted, Size, fit
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.cardlayout import Manner
from game.screens.scenes.clockface import draw_clock
from game.screens.scenes.frame import next_second
from game.screens.scenes.onward import Pages, onward, onward_box
from game.screens.screen import Do, Hotspot, Look, Outcome, Screen

STEPS = 6
"""Sizes that are tried between the largest and the smallest."""
DOTS = 40.0
"""Kept free at the foot of a page for the dots of its faces."""


class PageScene(Screen):
    """A page with faces to turn: Next goes through them and on, Previous through them and back."""

    hills = (5, 3, 1)

    def __init__(self) -> None:
        self._pages = Pages()

    def faces(self, look: Look) -> int:
        """How many faces this page has on this wall."""
        return 1

    def at(self, look: Look) -> int:
        """The face that is shown."""
        return self._pages.at(self.faces(look))

    def key(self, look: Look) -> Hashable:
        """The face that is shown."""
        return look.version, self.at(look)

    def ground(self, canvas: Canvas) -> None:
        """What everything stands on."""
        ground(canvas)
        zone_hills(canvas, canvas.wall.height * 0.7, self.hills)

    def spots(self, look: Look) -> Sequence[Hotspot]:
        """What can be pointed at beside the way on."""
        return ()

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """The way on, and the page's own."""
        return (onward(onward_box(look.wall), self.on_next, look), *self.spots(look))

    def on_next(self, look: Look) -> Outcome | None:
        """The other faces first."""
        return self._pages.forward(self.faces(look))

    def on_previous(self, look: Look) -> Outcome | None:
        """The faces before, then the page before."""
        turned = self._pages.back(self.faces(look))
        if turned is not None:
            return turned
        return Do(Back()) if may_go_back(look.game) else None


class TimedScene(PageScene):
    """A page with a clock, drawn a frame a second; one without time simply has none."""

    def clock_place(self, look: Look) -> tuple[Box, Manner]:
        """Where its clock is, and whether its digits stand in the ring or beside it."""
        raise NotImplementedError

    def clock_box(self, look: Look) -> Box | None:
        """Its place, whatever it looks like there."""
        return self.clock_place(look)[0]

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        """The clock."""
        if look.game.clock is not None:
            box, manner = self.clock_place(look)
            draw_clock(canvas, look, box, manner, "", dirty)

    def wakes_at(self, look: Look) -> int | None:
        """Its next second."""
        return next_second(look)


def evenly(
    wall: Wall, text: str, box: Box, *, size: Size, weight: int = BODY, leading: float = 1.26
) -> list[Fitted]:
    """A text on as few faces as it takes, each with about as much: none ends with one word.

    On so many faces it is set as large as has room there, so that none stays half empty.
    """
    whole = fit(wall, text, box.w, box.h, size=size, weight=weight, leading=leading)
    if not whole.overflow:
        return [whole]
    n = _faces(wall, whole, box)
    largest = size[0] if isinstance(size, tuple) else size
    tries = [largest - (largest - whole.size) * i / STEPS for i in range(STEPS)]
    larger = (
        fit(wall, text, box.w, size=one, weight=weight, leading=leading, words="whole")
        for one in tries
    )
    fits = (one for one in larger if not one.overflow and _faces(wall, one, box) <= n)
    whole = next(fits, whole)
    lines = len(whole.lines)
    ends = [round(lines * i / n) for i in range(n + 1)]
    return [
        replace(whole.after(begin).first(end - begin), overflow=False)
        for begin, end in pairwise(ends)
    ]


def _faces(wall: Wall, text: Fitted, box: Box) -> int:
    """How many faces a text of this size takes."""
    return -(-len(text.lines) // max(1, int(box.h * wall.u / text.line_px)))
