"""The map of a session: every team's way between two meters, card by card."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import pygame

from game.i18n import _
from game.rules.cards import Meter
from game.rules.debrief import axes
from game.rules.events import Event, PageShown
from game.rules.state import Part, State
from game.screens.debrief.frame import PageScene
from game.screens.debrief.mapplaces import (
    END,
    POINT,
    MapLayout,
    Way,
    corner_height,
    lay_map,
    name_box,
    names_size,
)
from game.screens.kit import motion, pieces, shapes
from game.screens.kit.layer import Dirty
from game.screens.kit.people import known_team, token
from game.screens.kit.shapes import clear
from game.screens.kit.text import BOLD, draw_label
from game.screens.kit.theme import Color, team
from game.screens.kit.wall import Box, Canvas
from game.screens.scenes.onward import Backdrop, heading, starts_at
from game.screens.screen import Look
from game.session.telling.mapwords import corners

CARD_MS, MOST_MS = 300, 2400
"""For one step of the ways; for all of them together at most."""
EDGE, CORE = 17.0, 9.0
"""Widths of a way's outline and of its colour, in units."""


class MapScene(PageScene):
    """All ways are drawn together, once; then they stand."""

    def __init__(self) -> None:
        super().__init__()
        self._drawing: motion.Tween | None = None
        self._backdrop = Backdrop()
        self._seen = False

    def key(self, look: Look) -> Hashable:
        """Whether the ways are still being drawn."""
        return look.version, self.moving(look)

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The sheet with its axes, the names, and the ways once they stand."""
        state = look.game
        self._seen = True
        self._backdrop.paint(canvas, self.ground, keep=self.moving(look))
        heading(canvas, _("The way we came"))
        both = axes(state.content)
        if both is None:
            return
        laid = lay_map(canvas.wall, state)
        _draw_frame(canvas, laid, both)
        size = names_size(canvas.wall, laid)
        for way, cell in zip(laid.ways, laid.cells, strict=True):
            _draw_name(canvas, way, cell, size)
        if not self.moving(look):
            for way in laid.ways:
                draw_way(canvas, way)
            for way in laid.ways:
                draw_end(canvas, way)

    def hear(self, events: Sequence[Event], before: State, look: Look) -> None:
        """The map came up: draw the ways."""
        shown = any(isinstance(event, PageShown) and event.part is Part.MAP for event in events)
        if not shown or look.wall.reduced_motion or axes(look.game.content) is None:
            return
        steps = max((len(way.points) - 1 for way in lay_map(look.wall, look.game).ways), default=0)
        if steps > 0:
            start = starts_at(look, seen=self._seen)
            self._drawing = motion.Tween(start, min(MOST_MS, CARD_MS * steps), motion.linear)

    def moving(self, look: Look) -> bool:
        """While the ways are drawn."""
        return self._drawing is not None and not self._drawing.done(look.now)

    def finish(self, look: Look) -> None:
        """All of it is there."""
        self._drawing = None

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        """The ways as far as they have come, each with its token at its head."""
        if self._drawing is None or not self.moving(look):
            return
        laid = lay_map(canvas.wall, look.game)
        part = self._drawing.at(look.now)
        heads = []
        for way in laid.ways:
            points = until(way.points, part)
            pixels = [canvas.point(*point) for point in points]
            for width, color in _lines(canvas, way):
                for i in range(len(pixels) - 1):
                    shapes.thick_line(canvas.surface, pixels[i : i + 2], canvas.px(width), color)
            heads.append((way.colour, points[-1]))
        for colour, (x, y) in heads:
            token(canvas, colour, x, y, END * 0.8)
        # Heads may reach over the plot's edge.
        dirty.add(canvas.rect(laid.plot.inset(-END * 0.5)).clip(canvas.surface.get_rect()))


def until(points: Sequence[tuple[float, float]], part: float) -> list[tuple[float, float]]:
    """A way's points up to a part of its steps, 0 to 1; the last one may lie between two."""
    steps = len(points) - 1
    done = max(0.0, min(1.0, part)) * steps
    whole = int(done)
    found = list(points[: whole + 1])
    if whole < steps:
        (x, y), (to_x, to_y) = points[whole], points[whole + 1]
        rest = motion.inout(done - whole)
        found.append((x + (to_x - x) * rest, y + (to_y - y) * rest))
    return found


def _lines(canvas: Canvas, way: Way) -> tuple[tuple[float, Color], tuple[float, Color]]:
    """(width in units, colour) of a way's outline, and of what it is filled with."""
    return (EDGE, canvas.theme.outline), (CORE, team(known_team(way.colour)).fill)


def draw_way(canvas: Canvas, way: Way) -> None:
    """A line in the team's colour with its token at every place it stood."""
    pixels = [canvas.point(*point) for point in way.points]
    if way.points and way.end != way.points[-1]:
        pixels.append(canvas.point(*way.end))
    # Drawn step by step, because one stroke gets thin in sharp bends. Tokens cover the joints.
    (edge, outline), (core, fill) = _lines(canvas, way)
    inner = (canvas.px(core), fill)
    for i in range(len(pixels) - 1):
        step = pixels[i : i + 2]
        shapes.stroke(canvas.surface, step, canvas.px(edge), outline, core=inner)
    for x, y in way.points[1:-1]:
        token(canvas, way.colour, x, y, POINT)


def draw_end(canvas: Canvas, way: Way) -> None:
    """The team's token where it came to."""
    token(canvas, way.colour, *way.end, END)


def _draw_name(canvas: Canvas, way: Way, box: Box, size: float) -> None:
    pieces.chip(canvas, box, radius=min(32.0, box.h * 0.4))
    side, words = name_box(box)
    token(canvas, way.colour, words.x - 16 - side / 2, words.cy, side)
    draw_label(canvas, way.name, words, size=size, weight=BOLD, lines=2)


def _draw_frame(canvas: Canvas, laid: MapLayout, both: tuple[Meter, Meter]) -> None:
    """Sheet, lines of nought, names of axes, and what the corners mean."""
    wall, theme = canvas.wall, canvas.theme
    across, up = both
    pieces.sheet(canvas, laid.sheet)
    pieces.inset(canvas, laid.plot, radius=24)
    x, y = laid.zero
    canvas.surface.fill(theme.line, canvas.rect(Box(laid.plot.x, y - 2, laid.plot.w, 4)))
    canvas.surface.fill(theme.line, canvas.rect(Box(x - 2, laid.plot.y, 4, laid.plot.h)))
    upper_left, upper_right, lower_left, lower_right = corners(across, up)
    gap = wall.S * 0.6
    below, axis = laid.below.cut_top(corner_height(wall))
    left, right = below.columns(2, gap)
    _draw_corners(canvas, (lower_left, lower_right), (left, right))
    left, right = laid.above.columns(2, gap)
    _draw_corners(canvas, (upper_left, upper_right), (left, right))
    if laid.up.w:
        _draw_axis(canvas, across.name, axis)
        _draw_turned(canvas, up.name, laid.up)


def _draw_corners(canvas: Canvas, words: tuple[str, str], boxes: tuple[Box, Box]) -> None:
    size = canvas.wall.S
    draw_label(canvas, words[0], boxes[0], size=size, weight=BOLD)
    draw_label(canvas, words[1], boxes[1], size=size, weight=BOLD, align="right")


def _draw_axis(canvas: Canvas, name: str, box: Box) -> None:
    wall = canvas.wall
    draw_label(canvas, f"{name} →", box, size=(wall.S, wall.S * 0.7), align="center")


def _draw_turned(canvas: Canvas, name: str, box: Box) -> None:
    """The name of the axis that goes up, read from below."""
    wall = canvas.wall
    flat = Box(0, 0, box.h, box.w)
    rect = wall.rect(flat)
    picture = clear(rect.size, canvas.theme.text)
    draw_label(
        Canvas(picture, wall, (0, 0)), f"{name} →", flat, size=(wall.S, wall.S * 0.7),
        align="center",
    )  # fmt: skip
    canvas.blit(pygame.transform.rotate(picture, 90), box.cx, box.cy, "center")
