"""The board on the wall: zones of paper, the road, its spaces, and who stands on them.

``board_picture(spec, wall)`` gives the same object for the same board and wall, with its
still picture composed once. Screens draw plate, trail and pawns over it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import pygame

from game.screens.kit import shapes
from game.screens.kit.card import icon_name, zone_picture_name
from game.screens.kit.marks import Mark, place_marks
from game.screens.kit.motion import between
from game.screens.kit.people import customer_pawn, drawing, pawn
from game.screens.kit.road import Point, Road, reserved_bottom, road_on
from game.screens.kit.scenery import edge_shadow, glow, road_shadow
from game.screens.kit.svg import icon as icon_surface
from game.screens.kit.text import BOLD, draw_text
from game.screens.kit.theme import Color
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.kit.zones import Paper, papers, stretches


@dataclass(frozen=True)
class SpaceSpec:
    """One space, as far as it can be seen."""

    kind: str
    """start, category, choose, bell, twist or mirror."""
    icon: str = ""
    """Of a category: insights, strategy, metrics, design, culture, employee…"""
    zone: int | None = None
    """Index of its zone."""


@dataclass(frozen=True)
class ZoneSpec:
    """One stage of the journey."""

    name: str
    picture: str = ""
    """notice, ask, decide, receive, help or tell; anything else has no picture."""


@dataclass(frozen=True)
class BoardSpec:
    """A board, as far as it can be seen."""

    spaces: tuple[SpaceSpec, ...]
    zones: tuple[ZoneSpec, ...] = ()
    loop: bool = True


class Slot(NamedTuple):
    """Where a pawn stands."""

    x: float
    y: float
    """Its foot, in units."""
    height: float
    """Its height, in units."""


class Standing(NamedTuple):
    """A pawn on the board."""

    key: str
    """A team's key, or the customer's portrait (``customer-wim``)."""
    space: int


class BoardPicture:
    """Geometry and picture of one board on one wall."""

    def __init__(self, spec: BoardSpec, wall: Wall, bottom: float) -> None:
        self.spec = spec
        self.wall = wall
        self.road: Road = road_on(wall, len(spec.spaces), spec.loop, bottom)
        zones = [space.zone for space in spec.spaces] or [None]
        self.papers: list[Paper] = papers(wall, self.road, zones)
        self.marks: list[Mark] = place_marks(
            wall, self.road, stretches(zones, spec.loop), self.papers,
            [zone.name for zone in spec.zones],
            [zone_picture_name(zone.picture) is not None for zone in spec.zones],
            self.tag_places(),
        )  # fmt: skip
        self._still: pygame.Surface | None = None

    # ------------------------------------------------------------------ where things are

    @property
    def plate(self) -> Box:
        """The free place for the plate that says what happens."""
        return self.road.plate

    @property
    def radius(self) -> float:
        """Radius of a space."""
        return self.road.radius

    @property
    def scale(self) -> float:
        """Size of what stands on the board, against a board of thirty spaces."""
        return self.road.radius / 52

    def tag_places(self) -> list[Box]:
        """What the tags in the upper corners may cover; kept free of zone names."""
        grow = 1 + (self.wall.seat - 1) * 0.9
        most = self.wall.width * 0.42
        right = min(470 * grow, most)
        return [
            Box(24, 18, min(330 * grow, most), 108),
            Box(self.wall.width - 24 - right, 18, right, 108),
        ]

    def space_pos(self, i: int) -> Point:
        """The middle of a space; any number is taken into the board."""
        spaces = self.road.spaces
        return (
            spaces[i % len(spaces)] if self.spec.loop else spaces[min(max(0, i), len(spaces) - 1)]
        )

    def along(self, space: float) -> Point:
        """The point on the road at a fractional space, for a pawn that hops."""
        return self.road.along(space)

    def path(self, start: int, steps: int, fineness: int = 6) -> list[Point]:
        """Points along the road from a space over a number of steps (backwards below 0)."""
        n = max(1, abs(steps) * fineness)
        return [self.along(start + steps * k / n) for k in range(n + 1)]

    def space_at(self, x: float, y: float) -> int | None:
        """The space under a point, if any."""
        for i, p in enumerate(self.road.spaces):
            if math.dist(p, (x, y)) <= self.radius:
                return i
        return None

    def pawn_slots(self, i: int, n: int) -> list[Slot]:
        """Places for n pawns on one space, so that every shape is seen; in painting order."""
        x, y = self.space_pos(i)
        k = self.scale
        return [
            Slot(x + dx * k, y + dy * k, height * k)
            for dx, dy, height in _CROWDS[min(max(1, n), len(_CROWDS)) - 1]
        ]

    # ------------------------------------------------------------------ the still picture

    def paint(self, canvas: Canvas) -> None:
        """Put the still board on the wall; composed once and kept."""
        if self._still is None:
            self._still = self.wall.surface()
            self._compose(self.wall.canvas(self._still))
            _keep_only(self)
        canvas.surface.blit(self._still, (-canvas.origin[0], -canvas.origin[1]))

    def forget(self) -> None:
        """Give the picture's memory back; it is composed again when needed."""
        self._still = None

    def _compose(self, canvas: Canvas) -> None:
        theme = canvas.theme
        canvas.surface.fill(theme.ground)
        for sheet in self.papers:
            color = theme.ground if sheet.zone is None else theme.zone(sheet.zone)
            outlines = [[canvas.point(*p) for p in outline] for outline in sheet.outlines]
            edge_shadow(canvas, outlines)
            shapes.polygons(canvas.surface, outlines, color)
        paint_road(canvas, self.road)
        for mark in self.marks:
            self._mark(canvas, mark)
        for i, space in enumerate(self.spec.spaces):
            paint_tile(canvas, self.road.spaces[i], self.radius, space, i == 0)
        if not self.spec.loop and len(self.spec.spaces) > 1:
            self._finish(canvas)

    def _mark(self, canvas: Canvas, mark: Mark) -> None:
        if mark.picture is not None:
            name = zone_picture_name(self.spec.zones[mark.zone].picture)
            if canvas.theme.is_stage:
                glow(canvas, mark.picture.cx, mark.picture.cy, mark.picture.w * 0.72)
            if name is not None:
                drawing(canvas, name, mark.picture.cx, mark.picture.cy, mark.picture.w)
        if mark.label is not None:
            draw_text(
                canvas, mark.name, mark.label.inset(-3, 0), size=canvas.wall.S, weight=BOLD,
                align=mark.align, leading=1.15, balance=True,
            )  # fmt: skip

    def _finish(self, canvas: Canvas) -> None:
        """A ring of brass and a chequered flag: here the road ends."""
        x, y = self.road.spaces[-1]
        r, theme = self.radius, canvas.theme
        width = r * 0.16
        shapes.ring(
            canvas.surface, canvas.point(x, y), (r * 1.02 + width) * canvas.wall.u,
            width * canvas.wall.u, theme.brass_edge,
        )  # fmt: skip
        drawing(canvas, "finish", x + r * 1.02, y - r * 1.0, r * 1.25)

    # ------------------------------------------------------------------ what is laid upon it

    def trail(self, canvas: Canvas, start: int, steps: int) -> None:
        """The way just walked: rims turn to brass, two dots in every gap."""
        color, u = canvas.theme.brass_edge, canvas.wall.u
        way = 1 if steps >= 0 else -1
        r = self.radius
        for k in range(abs(steps)):
            a, b = start + way * k, start + way * (k + 1)
            gap = math.dist(self.space_pos(a), self.space_pos(b)) - 2 * r
            if gap <= 0:
                continue
            parts = (0.30, 0.70) if gap > 34 * self.scale else (0.5,)
            for part in parts:
                t = (r + gap * part) / (gap + 2 * r)
                point = between(self.space_pos(a), self.space_pos(b), t)
                shapes.disc(canvas.surface, canvas.point(*point), 8 * self.scale * u, color)
            if k:
                self._ring(canvas, self.space_pos(a), r + 1 * self.scale, 8 * self.scale, color)

    def landing(self, canvas: Canvas, i: int, part: float = 1.0) -> pygame.Rect:
        """The ring round the space walked to; ``part`` (0 to 1) is how far it has grown."""
        k = self.scale
        outer = self.radius + 14 * k * part
        at = self.space_pos(i)
        self._ring(canvas, at, outer, 10 * k, canvas.theme.brass_edge)
        return canvas.rect(Box(at[0] - outer - 2, at[1] - outer - 2, 2 * outer + 4, 2 * outer + 4))

    def _ring(self, canvas: Canvas, at: Point, outer: float, width: float, color: Color) -> None:
        u = canvas.wall.u
        shapes.ring(canvas.surface, canvas.point(*at), outer * u, width * u, color)

    def places(
        self, pawns: Sequence[Standing], active: str | None = None
    ) -> list[tuple[str, Slot]]:
        """Where every pawn stands, in painting order; the active one is a little larger."""
        spaces: dict[int, list[str]] = {}
        for key, space in pawns:
            spaces.setdefault(space % max(1, len(self.spec.spaces)), []).append(key)
        out = []
        for space, keys in spaces.items():
            for key, slot in zip(keys, self.pawn_slots(space, len(keys)), strict=False):
                grown = 1.28 if len(keys) == 1 else 1.12
                height = slot.height * (grown if key == active else 1.0)
                out.append((key, Slot(slot.x, slot.y, height)))
        return sorted(out, key=lambda item: item[1].y)

    def pawns(
        self, canvas: Canvas, standing: Sequence[Standing], active: str | None = None
    ) -> list[pygame.Rect]:
        """Draw pawns (and the customer, whose key begins with ``customer-``)."""
        return [draw_pawn(canvas, key, slot) for key, slot in self.places(standing, active)]


def draw_pawn(
    canvas: Canvas, key: str, slot: Slot, *, lift: float = 0, squash: float = 1.0
) -> pygame.Rect:
    """One pawn or customer at a slot."""
    if key.startswith("customer-"):
        height = slot.height * 166 / 112
        return customer_pawn(canvas, key, slot.x, slot.y, height, lift=lift, squash=squash)
    return pawn(canvas, key, slot.x, slot.y, slot.height, lift=lift, squash=squash)


def _crowd(*places: tuple[float, float, float]) -> tuple[tuple[float, float, float], ...]:
    return tuple(sorted(places, key=lambda place: place[1]))


_CROWDS: tuple[tuple[tuple[float, float, float], ...], ...] = (
    _crowd((0, 22, 112)),
    _crowd((-42, 8, 98), (42, 32, 98)),
    _crowd((0, -34, 88), (-40, 30, 88), (40, 30, 88)),
    _crowd((-37, -30, 82), (37, -30, 82), (-37, 40, 82), (37, 40, 82)),
    _crowd((-32, -36, 72), (32, -36, 72), (-58, 34, 72), (0, 34, 72), (58, 34, 72)),
    _crowd((-58, -32, 72), (0, -32, 72), (58, -32, 72), (-58, 34, 72), (0, 34, 72), (58, 34, 72)),
    _crowd(
        (-30, -58, 64), (30, -58, 64), (-56, 0, 64), (0, 0, 64), (56, 0, 64),
        (-30, 58, 64), (30, 58, 64),
    ),
    _crowd(
        (-52, -58, 64), (0, -58, 64), (52, -58, 64), (-28, 0, 64), (28, 0, 64),
        (-52, 58, 64), (0, 58, 64), (52, 58, 64),
    ),
)  # fmt: skip
"""Foot (from the middle of the space) and height of one to eight pawns on one space."""


def paint_road(canvas: Canvas, road: Road) -> None:
    """The road itself: its shadow, its edge, its paper."""
    theme, u = canvas.theme, canvas.wall.u
    line = [canvas.point(*p) for p in _thinned(road)]
    k = road.radius / 52
    road_shadow(canvas, line, (road.width + 8 * k) * u, road.loop)
    for width, color in ((road.width + 10 * k, theme.road_edge), (road.width, theme.road)):
        shapes.stroke(canvas.surface, line, width * u, color, closed=road.loop)


def _thinned(road: Road) -> list[Point]:
    """Points about nine units apart: enough for a smooth edge."""
    n = max(8, round(road.length / 9))
    if road.loop:
        return [road.point(road.length * i / n) for i in range(n)]
    return [road.point(road.length * i / n) for i in range(n + 1)]


def paint_tile(canvas: Canvas, at: Point, r: float, space: SpaceSpec, first: bool) -> None:
    """One space: a disc with a rim in its zone's deep colour and an icon."""
    theme, u, k = canvas.theme, canvas.wall.u, r / 52
    fill, ink = theme.tile, theme.icon
    rim = theme.line if space.zone is None else theme.deep(space.zone)
    match space.kind:
        case "bell":
            fill, ink, rim = theme.brass, theme.on_brass, theme.brass_edge
        case "twist":
            fill, ink, rim = theme.twist_tile, theme.twist_icon, theme.twist_rim
        case "mirror":
            fill, rim = theme.mirror_tile, theme.mirror_rim
        case "start":
            rim = theme.start_rim
            r *= 1.12
        case _:
            pass
    if first and space.kind != "start":
        rim = theme.start_rim
    centre = canvas.point(*at)
    if theme.is_stage:
        glow(canvas, at[0], at[1], r * 1.75)
    else:
        below = canvas.point(at[0], at[1] + 5 * k)
        shapes.disc(canvas.surface, below, r * u, theme.road_edge)
    shapes.disc(canvas.surface, centre, r * u, rim)
    shapes.disc(canvas.surface, centre, (r - 6 * k) * u, fill)
    name = icon_name(space.kind, space.icon)
    size = max(1, round(r * 1.12 * u))
    glyph = icon_surface(name, size, ink)
    canvas.surface.blit(glyph, (round(centre[0] - size / 2), round(centre[1] - size / 2)))


_painted: list[BoardPicture] = []


def _keep_only(board: BoardPicture) -> None:
    """One board's still picture at a time: at 4K it takes 33 MB."""
    for other in _painted:
        if other is not board:
            other.forget()
    _painted[:] = [board]


@lru_cache(maxsize=4)
def _board_picture(spec: BoardSpec, wall: Wall, bottom: float) -> BoardPicture:
    return BoardPicture(spec, wall, bottom)


def board_picture(spec: BoardSpec, wall: Wall, bottom: float | None = None) -> BoardPicture:
    """The board on this wall. ``bottom`` is what the strip needs there, in units."""
    return _board_picture(spec, wall, reserved_bottom(wall) if bottom is None else bottom)
