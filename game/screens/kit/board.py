"""The board on the wall: zones of paper, the road, its spaces, and who stands on them.

``board_picture(spec, wall)`` gives the same object for the same board and wall, with its
still picture composed once. Screens draw plate, trail and pawns over it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import pygame

from game.look.road import Point, Road
from game.look.zones import Paper, papers, stretches
from game.screens.kit import shapes
from game.screens.kit.boardspec import BoardSpec, SpaceSpec, ZoneSpec
from game.screens.kit.card import zone_picture_name
from game.screens.kit.crowd import CROWDS, Slot, Standing, draw_pawn
from game.screens.kit.marks import FAR, LAST, Mark, ground_of, place_marks, plates_of, worth_of
from game.screens.kit.motion import between
from game.screens.kit.people import drawing
from game.screens.kit.road import reserved_bottom, road_on
from game.screens.kit.scenery import edge_shadow, glow, stars
from game.screens.kit.text import BOLD, draw_text
from game.screens.kit.theme import Color, mix
from game.screens.kit.tiles import paint_road, paint_tile
from game.screens.kit.wall import Box, Canvas, Wall

__all__ = [
    "BoardPicture", "BoardSpec", "Slot", "SpaceSpec", "Standing", "ZoneSpec",
    "board_picture", "draw_pawn",
]  # fmt: skip


class BoardPicture:
    """Geometry and picture of one board on one wall."""

    def __init__(self, spec: BoardSpec, wall: Wall, bottom: float) -> None:
        self.spec = spec
        self.wall = wall
        self.road: Road = road_on(wall, len(spec.spaces), spec.loop, bottom)
        zones = [space.zone for space in spec.spaces] or [None]
        self.papers: list[Paper] = papers(wall.box, self.road, zones)
        self.marks: list[Mark] = []
        self._place_marks(zones)
        self.still: pygame.Surface | None = None

    def _place_marks(self, zones: list[int | None]) -> None:
        """Find places for the zones' names; the plate gives way where one has none, or is small."""
        parts = stretches(zones, self.spec.loop)
        wanted = {zone for zone in zones if zone is not None and 0 <= zone < len(self.spec.zones)}
        pictured = [zone_picture_name(zone.picture) is not None for zone in self.spec.zones]
        ground = ground_of(self.wall, self.road, self.papers, self.tag_places())
        whole, best = self.road, -1.0
        for plate, cost in plates_of(whole, spacious=self.wall.seat > FAR):
            if cost >= LAST and len(self.marks) == len(wanted):
                break
            road = replace(whole, plate=plate)
            marks = place_marks(
                self.wall, road, parts, ground,
                [zone.name for zone in self.spec.zones],
                pictured,
            )  # fmt: skip
            worth = sum(worth_of(self.wall, mark) for mark in marks) - cost
            if worth > best:
                self.road, self.marks, best = road, marks, worth
            if len(marks) == len(wanted) and all(
                mark.size >= self.wall.S and (mark.picture or not pictured[mark.zone])
                for mark in marks
            ):
                break

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

    def pawn_slots(self, i: int, n: int) -> list[Slot]:
        """Places for n pawns on one space, so that every shape is seen; in painting order."""
        x, y = self.space_pos(i)
        k = self.scale
        return [
            Slot(x + dx * k, y + dy * k, height * k)
            for dx, dy, height in CROWDS[min(max(1, n), len(CROWDS)) - 1]
        ]

    # ------------------------------------------------------------------ the still picture

    def paint(self, canvas: Canvas) -> None:
        """Put the still board on the wall; composed once and kept."""
        if self.still is None:
            self.still = self.wall.surface()
            self._compose(self.wall.canvas(self.still))
            _keep_only(self)
        canvas.surface.blit(self.still, (-canvas.origin[0], -canvas.origin[1]))

    def forget(self) -> None:
        """Give the picture's memory back; it is composed again when needed."""
        self.still = None

    def _compose(self, canvas: Canvas) -> None:
        theme = canvas.theme
        canvas.surface.fill(theme.ground)
        for sheet in self.papers:
            color = theme.ground if sheet.zone is None else theme.zone(self.spec.tint(sheet.zone))
            outlines = [[canvas.point(*p) for p in outline] for outline in sheet.outlines]
            edge_shadow(canvas, outlines)
            if theme.is_stage:
                rim = [[(x, y - 3 * canvas.wall.u) for x, y in outline] for outline in outlines]
                shapes.paper(canvas.surface, rim, mix(color, theme.text, 0.16))
            shapes.paper(canvas.surface, outlines, color)
        if theme.is_stage:
            stars(canvas)
        paint_road(canvas, self.road)
        for mark in self.marks:
            self._mark(canvas, mark)
        for i, space in enumerate(self.spec.spaces):
            self._tile(canvas, i, space)
        if not self.spec.loop and len(self.spec.spaces) > 1:
            self._finish(canvas)

    def _tile(self, canvas: Canvas, i: int, space: SpaceSpec) -> None:
        rim = (
            canvas.theme.line
            if space.zone is None
            else canvas.theme.deep(self.spec.tint(space.zone))
        )
        if i == 0:
            rim = canvas.theme.start_rim
        paint_tile(canvas, self.road.spaces[i], self.radius, space.kind, space.icon, rim)

    def _mark(self, canvas: Canvas, mark: Mark) -> None:
        if mark.picture is not None:
            name = zone_picture_name(self.spec.zones[mark.zone].picture)
            if canvas.theme.is_stage:
                glow(canvas, mark.picture.cx, mark.picture.cy, mark.picture.w * 0.72)
            if name is not None:
                drawing(canvas, name, mark.picture.cx, mark.picture.cy, mark.picture.w)
        if mark.label is not None:
            draw_text(
                canvas, mark.name, mark.label.inset(-3, 0), size=mark.size, weight=BOLD,
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
                chord = between(self.space_pos(a), self.space_pos(b), t)
                point = between(chord, self.along(a + way * t), 0.6)
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
