"""The wall's measure: units, shapes of window, boxes, and what a screen draws on.

Everything on the wall is laid out in *units*: 1080 of them make the window's shorter
side. A widescreen is 1920 x 1080 units, 4:3 is 1440 x 1080, a portrait totem
1080 x 1920. Only the last step turns units into pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import pygame

from game.look.box import Box
from game.screens.kit.theme import DAYLIGHT, Theme

__all__ = ["SEATS", "Box", "Canvas", "Kind", "Wall"]

Kind = Literal["wide", "four_three", "tall"]
SEATS: tuple[float, ...] = (1.00, 1.34, 1.69)
"""Type factor for a last row 6, 8 or 10 picture heights away."""


@dataclass(frozen=True)
class Wall:
    """A window's size and light: everything layout depends on, and nothing else.

    Hashable, so that it can be part of a cache's key.
    """

    size: tuple[int, int]
    """Width and height in pixels."""
    theme: Theme = DAYLIGHT
    seat: float = 1.0
    """Type factor for the distance of the last row; see SEATS. Multiplies type only."""
    reduced_motion: bool = False
    """Cut every movement to a short fade."""

    @cached_property
    def u(self) -> float:
        """Pixels a unit."""
        return max(1, min(self.size)) / 1080

    @property
    def width(self) -> float:
        """Width in units."""
        return self.size[0] / self.u

    @property
    def height(self) -> float:
        """Height in units."""
        return self.size[1] / self.u

    @property
    def kind(self) -> Kind:
        """The shape: wide (3:2 and wider), four_three, or tall (portrait)."""
        ratio = self.size[0] / max(1, self.size[1])
        if ratio >= 1.45:
            return "wide"
        return "four_three" if ratio >= 0.95 else "tall"

    @property
    def box(self) -> Box:
        """The whole wall."""
        return Box(0, 0, self.width, self.height)

    @property
    def margin(self) -> float:
        """Outer margin of screens, in units."""
        return 40 if self.kind != "four_three" else 32

    @property
    def S(self) -> float:  # noqa: N802 - the scale's own names
        """Labels and hints: nothing is set smaller. In units, like every size of type."""
        return 34 * self.seat

    @property
    def M(self) -> float:  # noqa: N802
        """Body, options, names: everything that is read."""
        return 48 * self.seat

    @property
    def L(self) -> float:  # noqa: N802
        """Titles and scores."""
        return 72 * self.seat

    @property
    def XL(self) -> float:  # noqa: N802
        """One sentence or one number alone on the wall."""
        return 104 * self.seat

    @property
    def picture(self) -> float:
        """The name of the game: once, on the start screen."""
        return 176 * min(self.seat, 1.2)

    @property
    def is_far(self) -> bool:
        """The last row is so far away that a card needs two faces."""
        return self.seat > 1.2

    @property
    def is_tight(self) -> bool:
        """A narrow wall and a far last row: half its width holds no line of words to read."""
        return self.is_far and self.kind == "four_three"

    @property
    def is_narrow(self) -> bool:
        """A far last row, and no widescreen: a band has room for one of two lines of words."""
        return self.is_far and self.kind != "wide"

    def px(self, units: float) -> int:
        """Units as whole pixels; anything above nothing is at least one pixel."""
        if units == 0:
            return 0
        value = round(units * self.u)
        return value or (1 if units > 0 else -1)

    def rect(self, box: Box | Sequence[float]) -> pygame.Rect:
        """A box in pixels. Edges are rounded, so that neighbours still touch."""
        x, y, w, h = box
        left, top = round(x * self.u), round(y * self.u)
        return pygame.Rect(left, top, round((x + w) * self.u) - left, round((y + h) * self.u) - top)

    def units(self, pixel: Sequence[float]) -> tuple[float, float]:
        """A pixel (of the mouse) in units."""
        return pixel[0] / self.u, pixel[1] / self.u

    def surface(self) -> pygame.Surface:
        """A new opaque surface of the window's size."""
        return pygame.Surface((max(1, self.size[0]), max(1, self.size[1])))

    def canvas(self, surface: pygame.Surface) -> Canvas:
        """What to hand to every drawing function, to draw on this surface."""
        return Canvas(surface, self)


@dataclass(frozen=True)
class Canvas:
    """A surface together with the wall it belongs to; the first argument of all drawing.

    ``origin`` is the pixel of the wall that lies at the surface's corner: a layer that
    covers only a part of the wall is drawn on with the same units as the whole.
    """

    surface: pygame.Surface
    wall: Wall
    origin: tuple[int, int] = (0, 0)
    words: list[pygame.Rect] = field(default_factory=list, compare=False, repr=False)
    """Where words and figures were drawn, in pixels: what comes later can keep off them."""
    pictures: list[pygame.Rect] = field(default_factory=list, compare=False, repr=False)
    """The same of what people look at: tokens, faces, icons."""

    @property
    def theme(self) -> Theme:
        """The wall's colours."""
        return self.wall.theme

    def px(self, units: float) -> int:
        """Units as whole pixels."""
        return self.wall.px(units)

    def rect(self, box: Box | Sequence[float]) -> pygame.Rect:
        """A box of the wall in pixels of this surface."""
        return self.wall.rect(box).move(-self.origin[0], -self.origin[1])

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the wall in (fractional) pixels of this surface."""
        return x * self.wall.u - self.origin[0], y * self.wall.u - self.origin[1]

    def blit(
        self, picture: pygame.Surface, x: float, y: float, anchor: str = "topleft"
    ) -> pygame.Rect:
        """Put a picture with one of its points (``"center"``, ``"midbottom"``…) at x, y units."""
        px, py = self.point(x, y)
        place = picture.get_rect(**{anchor: (round(px), round(py))})
        self.surface.blit(picture, place)
        self.pictures.append(place)
        return place
