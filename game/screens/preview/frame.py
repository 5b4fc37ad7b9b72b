"""Where things lie in a preview: the wall's picture, true to the room, and the desk around it.

The picture has the shape of the window: what is seen small beside the problems is what fills the
wall when it stands alone. The desk is read from a chair, so its type knows no last row.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from game.screens.kit.wall import Box, Canvas, Wall

GAP = 24.0
HEAD, CHIPS, BUTTONS = 76.0, 62.0, 78.0
BETWEEN = 12.0
BAND = HEAD + CHIPS + BUTTONS + 2 * BETWEEN
TALL_BUTTONS = 2 * BUTTONS + BETWEEN
TURNS = 230.0
PANEL = {"wide": 440.0, "four_three": 420.0, "tall": 440.0}
"""What the problems are given at least: of the width, in portrait of the height."""
SMALL = 28.0
"""The size of what is read from a chair, in units."""


class Frame(NamedTuple):
    """The parts of a preview, in units."""

    picture: Box
    head: Box
    turns: Box
    """How turns are taken: before the chips, or at the end of the first row of buttons."""
    chips: Box
    """Of the states."""
    buttons: Box
    panel: Box


def desk(wall: Wall) -> Wall:
    """The same window for somebody at a desk."""
    return replace(wall, seat=1.0)


def frame_of(wall: Wall) -> Frame:
    """The picture as large as leaves room for the rest; below it the band, the panel beside."""
    w, h, panel = wall.width, wall.height, PANEL[wall.kind]
    if wall.kind == "tall":
        return _stacked(w, h, panel)
    part = min((w - panel - 3 * GAP) / w, (h - BAND - 3 * GAP) / h)
    picture = Box(GAP, GAP, w * part, h * part)
    band = Box(GAP, picture.bottom + GAP, w - 2 * GAP, BAND)
    left = picture.right + GAP
    side = Box(left, GAP, w - left - GAP, picture.h)
    return _banded(picture, band, side, BUTTONS)


def _stacked(w: float, h: float, panel: float) -> Frame:
    """A portrait window: the picture, the band and the problems below one another."""
    height = HEAD + CHIPS + TALL_BUTTONS + 2 * BETWEEN
    part = min((w - 2 * GAP) / w, max(0.2, (h - height - panel - 4 * GAP) / h))
    picture = Box((w - w * part) / 2, GAP, w * part, h * part)
    band = Box(GAP, picture.bottom + GAP, w - 2 * GAP, height)
    top = band.bottom + GAP
    return _banded(picture, band, Box(GAP, top, w - 2 * GAP, h - top - GAP), TALL_BUTTONS)


def _banded(picture: Box, band: Box, panel: Box, buttons: float) -> Frame:
    head, rest = band.cut_top(HEAD, BETWEEN)
    chips, rest = rest.cut_top(CHIPS, BETWEEN)
    low = rest.cut_top(buttons)[0]
    if buttons > BUTTONS:
        turns = low.cut_top(BUTTONS)[0].cut_right(TURNS)[0]
    else:
        turns = chips.cut_left(TURNS)[0]
    return Frame(picture, head, turns, chips, low, panel)


class Inset(NamedTuple):
    """A wall of its own inside the window."""

    wall: Wall
    origin: tuple[int, int]
    """Of its first pixel in the window's."""

    def canvas(self, canvas: Canvas) -> Canvas:
        """That part of a surface, drawn on as a wall of its own; nothing can be drawn beside it."""
        x, y = self.origin
        area = canvas.surface.get_rect().clip((x, y, *self.wall.size))
        return self.wall.canvas(canvas.surface.subsurface(area))


def inset_of(wall: Wall, *, alone: bool) -> Inset:
    """The wall as the room would have it: all of the window, or its place beside the problems."""
    if alone:
        return Inset(wall, (0, 0))
    rect = wall.rect(frame_of(wall).picture)
    return Inset(replace(wall, size=(max(1, rect.w), max(1, rect.h))), (rect.x, rect.y))
