"""Where the desk lies: a slim sheet at the wall's side, so that the room still sees the game.

It is read from the facilitator's seat, near the wall: its type stays as it is however far away the
last row sits.
"""

from __future__ import annotations

from dataclasses import replace

from game.screens.kit.strip import Style, strip_box
from game.screens.kit.wall import Box, Canvas, Wall

MARGIN = 16.0
HEAD = 76.0
PAD = 24.0
SLIM = 516.0
"""Width of a list of controls."""
ROOMY = 900.0
"""Width of what has sentences or fields in it."""
_LEAST = 420.0
"""A sheet is at least so high, whatever stands in the strip."""


def near(wall: Wall) -> Wall:
    """The same wall, as the facilitator sees it."""
    return replace(wall, seat=1.0)


def near_canvas(canvas: Canvas) -> Canvas:
    """The same canvas with type for the facilitator."""
    return replace(canvas, wall=near(canvas.wall))


def most(wall: Wall, teams: int, width: float, style: Style = "slim") -> Box:
    """The most a sheet may take: above the strip of teams, at the right or (portrait) below."""
    bottom = max(strip_box(wall, teams, style).y - MARGIN, _LEAST + MARGIN)
    if wall.kind == "tall":
        top = wall.height * 0.36
        return Box(MARGIN, top, wall.width - 2 * MARGIN, bottom - top)
    w = min(width, wall.width - 2 * MARGIN)
    return Box(wall.width - MARGIN - w, MARGIN, w, bottom - MARGIN)


def hugging(wall: Wall, room: Box, height: float) -> Box:
    """A sheet in that room, no higher than it needs to be; it keeps to the wall's corner."""
    h = min(height, room.h)
    return Box(room.x, room.bottom - h if wall.kind == "tall" else room.y, room.w, h)


def at_pointer(wall: Wall, x: float, y: float, w: float, h: float) -> Box:
    """A sheet of that size with its corner at the pointer, moved as far as the wall asks for."""
    left = min(x + 4, wall.width - MARGIN - w)
    top = min(y + 4, wall.height - MARGIN - h)
    return Box(max(MARGIN, left), max(MARGIN, top), w, h)
