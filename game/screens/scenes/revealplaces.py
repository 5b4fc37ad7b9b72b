"""Where a reveal lies, and what one face of it is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

import pygame

from game.screens.kit.strip import strip_box
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.cardlayout import TALL_BAND
from game.screens.scenes.flying import Landing

_NONE = Box(0, 0, 0, 0)


@dataclass(frozen=True)
class RevealPlaces:
    """Boxes of the screen."""

    card: Box
    band: float
    note: Box
    """A sentence between card and strip; without width where there is none."""
    onward: Box

    @property
    def body(self) -> Box:
        """The card below its band, within its margins."""
        side, top, bottom = 32.0, *((12.0, 18.0) if self.band > 120 else (20.0, 26.0))
        return Box(
            self.card.x + side,
            self.card.y + self.band + top,
            self.card.w - 2 * side,
            self.card.h - self.band - top - bottom,
        )


def reveal_places(wall: Wall, teams: int, *, note: float = 0) -> RevealPlaces:
    """The card takes the wall above the strip, but for a note of some height."""
    strip = strip_box(wall, teams)
    m = wall.margin
    bottom = strip.y - 22
    line = _NONE
    if note:
        line = Box(m, bottom - note, wall.width - 2 * m, note)
        bottom = line.y - 14
    card = Box(m, 28, wall.width - 2 * m, bottom - 28)
    if wall.is_far:
        band = 132.0 if wall.kind != "tall" else TALL_BAND
    else:
        band = 100.0 if wall.kind == "four_three" else 116.0
    side = 84.0
    go = Box(card.right - 24 - side, card.y + (band - side) / 2, side, side)
    return RevealPlaces(card, band, line, go)


def _nothing(_canvas: Canvas, _team: int) -> pygame.Rect:
    return pygame.Rect(0, 0, 0, 0)


@dataclass(frozen=True)
class Page:
    """One face of a reveal."""

    places: RevealPlaces
    paint: Callable[[Canvas, Collection[int]], None]
    """Draws all below the band but the tokens of these teams."""
    seats: Mapping[int, Landing] = field(default_factory=dict)
    """Where tokens fly to."""
    settle: Callable[[Canvas, int], pygame.Rect] = _nothing
    """Draws one token where it lies."""
    origins: Mapping[int, tuple[float, float]] = field(default_factory=dict)
    """Where the customers a team won come from."""
    title: str = ""
    """Stands in the band instead of the card's own title."""
    brief: str = ""
    """Stands there where that would be no label any more."""
    overflow: bool = False
    """Some of the card's own words do not fit, or are set smaller than they may be."""


def paged(heights: list[float], room: float, gap: float) -> list[list[int]]:
    """Rows of these heights on as many faces as they take, in order."""
    out: list[list[int]] = [[]]
    used = 0.0
    for i, h in enumerate(heights):
        if out[-1] and used + gap + h > room + 0.5:
            out.append([])
            used = 0.0
        used += h + (gap if out[-1] else 0)
        out[-1].append(i)
    return out
