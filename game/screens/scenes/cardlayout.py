"""Where a card and what stands beside it lie on a wall of any shape.

*rail*: widescreen, a rail at the card's right. *head*: 4:3, a row over the card. *totem*:
portrait, a head over the card and the bell's line under it; the button that goes on is in the
corner where the calm scenes have it, so that a finger finds it without looking. *band*: the last
row sits far away, so the card takes everything, and only the clock stays, in its band.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.screens.kit.strip import Style, strip_box
from game.screens.kit.wall import Box, Wall
from game.screens.scenes.onward import onward_box

Manner = Literal["rail", "head", "totem", "band"]
BAND, LOW_BAND = 154.0, 104.0
"""Height of a card's band: with its category over the title, and without."""
FAR_BAND, TALL_BAND = 160.0, 200.0
"""Of a card that is read from far; on a totem a title has three lines."""
FAR_SIDE, TALL_SIDE = 470.0, 410.0
"""Kept free at the end of a far band, for the clock."""
RAIL = 384.0
ONWARD = 84.0
"""Side of the button that goes on."""
CLEAR = 10.0
"""Between that button and the bells that are left, which lie over the strip's upper edge."""
HEAD = 124.0


@dataclass(frozen=True)
class Places:
    """Boxes of a card's screen, in units."""

    manner: Manner
    card: Box
    side: Box
    """The rail, the head, or the free end of the band."""
    foot: Box
    """The line between card and strip on a totem; empty elsewhere."""
    strip: Box
    """Along the bottom."""
    onward: Box
    """The button that does what Next does."""

    @property
    def band(self) -> float:
        """The height of the card's band."""
        if self.manner == "band" and self.card.h > self.card.w:
            return TALL_BAND
        return {"rail": BAND, "totem": BAND, "head": LOW_BAND, "band": FAR_BAND}[self.manner]


def manner_of(wall: Wall) -> Manner:
    """How a card is laid on this wall."""
    if wall.is_far:
        return "band"
    return {"wide": "rail", "four_three": "head", "tall": "totem"}[wall.kind]  # type: ignore[return-value]


def places(wall: Wall, teams: int, style: Style = "slim") -> Places:
    """Where everything lies while a card is open."""
    strip = strip_box(wall, teams, style)
    m = wall.margin
    bottom = strip.y - 22
    empty = Box(0, 0, 0, 0)
    manner = manner_of(wall)
    if manner == "band":
        card = Box(m, 30, wall.width - 2 * m, bottom - 30)
        band = TALL_BAND if card.h > card.w else FAR_BAND
        wide = FAR_SIDE if card.w > card.h else TALL_SIDE
        side = Box(card.right - wide, card.y, wide - 40, band)
        go = Box(card.right - 36 - 76, card.bottom - 12 - 76, 76, 76)
        return Places(manner, card, side, empty, strip, go)
    if manner == "head":
        side = Box(m, 18, wall.width - 2 * m, HEAD)
        card = Box(m, side.bottom + 12, side.w, bottom - side.bottom - 12)
        go = Box(card.right - 24 - 76, card.y + 8, 76, 76)
        return Places(manner, card, side, empty, strip, go)
    if manner == "totem":
        foot = Box(m, bottom - 74, wall.width - 2 * m, 74)
        go = onward_box(wall)
        side = Box(m, 32, go.x - 20 - m, 330)
        card = Box(m, side.bottom + 22, foot.w, foot.y - 16 - side.bottom - 22)
        return Places(manner, card, side, foot, strip, go)
    rail = RAIL if wall.width >= 1850 else 336.0
    side = Box(wall.width - m - rail, 36, rail, bottom - 36)
    card = Box(m, 36, side.x - 36 - m, side.h)
    go = Box(side.right - ONWARD, side.bottom - ONWARD - CLEAR, ONWARD, ONWARD)
    return Places(manner, card, side, empty, strip, go)


def corner(card: Box) -> Box:
    """The button that goes on, in the upper right corner of a totem's card."""
    return Box(card.right - 24 - ONWARD, card.y + 16, ONWARD, ONWARD)


def corner_width(card: Box, go: Box) -> float:
    """Units that this button takes at the end of the card's band."""
    return card.right - go.x


def whole(wall: Wall, teams: int, *, top: float = 28, gap: float = 22) -> tuple[Box, Box]:
    """(a card as wide as the wall, the strip below it): for screens without a rail."""
    strip = strip_box(wall, teams, "slim")
    m = wall.margin
    return Box(m, top, wall.width - 2 * m, strip.y - gap - top), strip
