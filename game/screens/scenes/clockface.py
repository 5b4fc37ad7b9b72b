"""The running clock: a ring with its digits inside, or beside it where it is flat."""

from __future__ import annotations

import pygame

from game.i18n import _
from game.rules.state import Clock, ClockFor
from game.screens.kit import pieces
from game.screens.kit.cache import SurfaceCache
from game.screens.kit.digits import draw_digits
from game.screens.kit.layer import Dirty
from game.screens.kit.shapes import clear
from game.screens.kit.wall import Box, Canvas
from game.screens.scenes.cardlayout import Manner
from game.screens.scenes.frame import WARN_MS, clock_text
from game.screens.screen import Look

RING_WORDS = 0.12
"""Size of the words in a ring, against the ring's."""
_CLOCKS = SurfaceCache(8 << 20)
"""The clock of the moment: while something else moves, it is put down again in every frame."""


def clock_sub(clock: Clock, at: int, running: str) -> str:
    """The words under the digits: what time is left for, or why it stands."""
    if clock.left(at) <= 0:
        return _("time is up")
    return running if clock.running else _("paused")


def draw_clock(
    canvas: Canvas, look: Look, box: Box, manner: Manner, sub: str, dirty: Dirty
) -> None:
    """The running clock, in `move`: a frame a second, a pulse in the last twenty."""
    clock = look.game.clock
    if clock is None:
        return
    left = clock.left(look.at)
    seconds = -(-left // 1000)
    warns = clock.running and left <= WARN_MS < clock.total_ms
    last = warns and seconds % 2 == 1
    label = str(seconds) if clock.purpose is ClockFor.ANSWER else clock_text(left)
    # In whole seconds, so that one picture serves every frame within a second.
    part = min(1.0, seconds * 1000 / clock.total_ms) if clock.total_ms else 0.0
    words, pulse = clock_sub(clock, look.at, sub), 1.0 if last else 0.0
    stands = not clock.running and left > 0
    place = canvas.rect(box).inflate(8, 8)

    def make() -> pygame.Surface:
        picture = clear(place.size, canvas.theme.hair)
        alone = Canvas(
            picture, canvas.wall, (place.x + canvas.origin[0], place.y + canvas.origin[1])
        )
        clock_face(alone, box, manner, part, label, words, pulse, stands=stands)
        return picture

    key = (canvas.wall, box, manner, part, label, words, pulse, stands)
    dirty.add(canvas.surface.blit(_CLOCKS.get(key, make), place))


def clock_face(
    canvas: Canvas,
    box: Box,
    manner: Manner,
    part: float,
    label: str,
    sub: str,
    pulse: float = 0.0,
    *,
    stands: bool = False,
) -> pygame.Rect:
    """A clock at any moment: a ring with its digits inside, or beside it where it is flat.

    One that stands still says so, by its words or by a sign.
    """
    wall = canvas.wall
    if manner in ("rail", "totem"):
        size = min(box.w, box.h)
        # In a small ring words would be smaller than the least type allowed: digits alone.
        told = sub if size * RING_WORDS >= wall.S else ""
        rect = pieces.timer_ring(canvas, box.cx, box.cy, size, part, label, sub=told, pulse=pulse)
        if stands and not told:
            pieces.icon(canvas, "icon-pause", box.cx, box.cy + size * 0.27, size * 0.16)
        return rect.inflate(6, 6)  # its round ends reach a pixel beyond their box
    ring = min(92.0, box.h * 0.7)
    digits = min(box.h * 0.84, 120.0)
    words = box.cut_left(ring, 20)[1]
    pieces.timer_ring(canvas, box.x + ring / 2, box.cy, ring, part, "", pulse=pulse)
    draw_digits(canvas, label, words, size=min(wall.XL, digits), align="right", clock=True)
    if stands:
        pieces.icon(canvas, "icon-pause", box.x + ring / 2, box.cy, ring * 0.4)
    return canvas.rect(box).inflate(4, 4)
