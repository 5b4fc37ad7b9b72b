"""The standings between rounds: rows slide to their places, then the new customers come."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import pygame

from game.rules.events import Event, StandingsShown
from game.rules.state import State
from game.screens.kit import motion, pieces
from game.screens.kit.digits import digits_width, draw_digits
from game.screens.kit.layer import Dirty
from game.screens.kit.people import face, face_of, pile_places, token
from game.screens.kit.scenery import ground, zone_hills
from game.screens.kit.text import BOLD, HEAVY, draw_label, text_width
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.onward import (
    Backdrop,
    Pages,
    draw_dots,
    heading,
    heading_height,
    onward,
    onward_box,
    starts_at,
)
from game.screens.scenes.ranking import Line, earlier_order, lines, note, short_note, title
from game.screens.screen import Hotspot, Look, Outcome, Screen

MOST_ROW = 176.0
"""Height of a row at most, in units."""
DOTS = 36.0
LEAST_FACES = 260.0
"""Narrower than this, a row has no room for faces."""


@dataclass(frozen=True)
class _Grid:
    """Where the columns of every row stand, from the row's left."""

    sheet: Box
    rows: tuple[Box, ...]
    per_page: int
    place: float
    token: float
    name: float
    score: float


def _grid(wall: Wall, table: Sequence[Line]) -> _Grid:
    top = heading_height(wall)
    body = Box(wall.margin, top, wall.width - 2 * wall.margin, wall.height - top - wall.margin)
    inner = body.inset(44 if wall.kind != "tall" else 30, 18)
    told = [str(line.team.customers) for line in table if line.told]
    score = max((digits_width(wall, text, wall.L) for text in told), default=-8.0) + 8
    place = digits_width(wall, "8", wall.L) + 28 if table and table[0].place else 0.0
    size = min(78.0 * min(wall.seat, 1.34), 104.0)
    widest = (
        max((text_width(wall, line.team.name, wall.M, BOLD) for line in table), default=0.0) + 8
    )
    free = inner.w - place - size - 24 - score - 24
    name = min(widest, free if free - widest < LEAST_FACES and wall.is_far else free * 0.46)
    # A name too wide for its column is set on two lines, so its row has to be higher.
    least = max(wall.L * 1.02, 2.3 * wall.S if widest > name + 1 else 0.0, size + 10)
    n = len(table)
    fitting = max(1, int(inner.h // least))
    pages = -(-n // fitting)
    per_page = -(-n // pages) if n else 1
    if pages > 1:
        inner = inner.cut_bottom(DOTS)[1]
    high = min(MOST_ROW, inner.h / per_page)
    rows = tuple(Box(inner.x, inner.y + i * high, inner.w, high) for i in range(per_page))
    sheet = Box(body.x, body.y, body.w, rows[-1].bottom - body.y + 18)
    return _Grid(sheet, rows, per_page, place, size, name, score)


class StandingsScene(Screen):
    """One row a team; pages of them where the last row is far away.

    From the first motion on, rows are drawn over the still picture: sliding and growing
    never compose it again.
    """

    def __init__(self) -> None:
        self._pages = Pages()
        self._slide: motion.Tween | None = None
        self._grow: motion.Tween | None = None
        self._loose = False
        self._sprites: dict[int, pygame.Surface] = {}
        self._for: Hashable = None
        self._backdrop = Backdrop()
        self._seen = False

    def _shape(self, look: Look) -> tuple[list[Line], _Grid, int, int]:
        """(all rows, the grid, page, pages)."""
        table = lines(look.game)
        grid = _grid(look.wall, table)
        n = max(1, -(-len(table) // grid.per_page))
        return table, grid, self._pages.at(n), n

    def _waits(self, look: Look) -> bool:
        """Rows are still as they were in the standings before."""
        first = self._slide or self._grow
        return first is not None and look.now < first.start_ms

    def key(self, look: Look) -> Hashable:
        """The page, what of it moves, and what is said to come."""
        at = self._shape(look)[2]
        return (look.version, at, self._waits(look), self._loose, note(look.game, look.at))

    def paint(self, canvas: Canvas, look: Look) -> None:
        """Heading, sheet and rows; no rows once they are loose."""
        self._seen = True
        wall, state = canvas.wall, look.game
        table, grid, at, n = self._shape(look)
        waits = self._waits(look)
        self._backdrop.paint(canvas, _scenery, keep=self.moving(look))
        heading(canvas, title(state), note(state, look.at), short_note(state))
        pieces.sheet(canvas, grid.sheet)
        shown = table[at * grid.per_page : (at + 1) * grid.per_page]
        for line, box in zip(shown, grid.rows, strict=False):
            if box is not grid.rows[0]:
                pieces.hairline(canvas, box.x, box.y - 1, box.w)
            _draw_place(canvas, grid, line, box)
        if waits:
            by_id = {line.team.id: line for line in table}
            shown = [by_id[team] for team in earlier_order(state)]
            for line in table:  # while the scene fades in there is time for what slides later
                self._sprite(look, grid, line)
        if waits or not self._loose:
            for line, box in zip(shown, grid.rows, strict=False):
                count = _before(line) if waits else line.team.customers
                _draw_row(canvas, grid, line, count, box)
                if line.told:
                    _draw_score(canvas, grid, box, count)
        draw_dots(canvas, n, at, wall.width / 2, wall.height - wall.margin + 4)

    def hear(self, events: Sequence[Event], before: State, look: Look) -> None:
        """The standings came up: slide from the last ones, then let the new faces come."""
        shown = any(isinstance(event, StandingsShown) for event in events)
        shape = self._shape(look)
        table, n = shape[0], shape[3]
        if not shown or look.wall.reduced_motion or n > 1:
            return
        start = starts_at(look, seen=self._seen)
        if [line.team.id for line in table] != earlier_order(look.game):
            self._slide = motion.tween(start, motion.STANDINGS)
            start = self._slide.end_ms
        if any(line.told and _before(line) != line.team.customers for line in table):
            self._grow = motion.tween(start, motion.FACES_GROW)
        self._loose = self.moving(look)

    def moving(self, look: Look) -> bool:
        """While rows slide or faces come."""
        return any(
            tween is not None and not tween.done(look.now) for tween in (self._slide, self._grow)
        )

    def finish(self, look: Look) -> None:
        """Everybody in place."""
        self._slide = self._grow = None
        self._loose = False
        self._sprites = {}

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        """Every row between two places, with as many faces as have come."""
        table, grid, _at, n = self._shape(look)
        if not self._loose or self._waits(look) or n > 1:
            return
        was = {team: i for i, team in enumerate(earlier_order(look.game))}
        part = self._slide.at(look.now) if self._slide else 1.0
        grown = self._grow.at(look.now) if self._grow else 1.0
        # Teams that climb are drawn last, over those they pass: the room watches them.
        for i, line in sorted(enumerate(table), key=lambda item: was[item[1].team.id] - item[0]):
            y = motion.lerp(grid.rows[was[line.team.id]].y, grid.rows[i].y, part)
            box = Box(grid.rows[i].x, y, grid.rows[i].w, grid.rows[i].h)
            sprite = self._sprite(look, grid, line)
            dirty.add(canvas.blit(sprite, box.x + grid.place, box.y + 3))
            _draw_growth(canvas, grid, line, box, grown)

    def _sprite(self, look: Look, grid: _Grid, line: Line) -> pygame.Surface:
        """A row as it was before, opaque and between its hairlines: sliding costs a copy."""
        current = (look.wall, look.version)
        if self._for != current:
            self._sprites, self._for = {}, current
        if line.team.id not in self._sprites:
            box = grid.rows[0]
            rect = look.wall.rect(box.cut_left(grid.place)[1].inset(0, 3))
            surface = pygame.Surface(rect.size)
            surface.fill(look.wall.theme.sheet)
            _draw_row(Canvas(surface, look.wall, rect.topleft), grid, line, _before(line), box)
            self._sprites[line.team.id] = surface
        return self._sprites[line.team.id]

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Only the way on."""
        return (onward(onward_box(look.wall), self.on_next, look),)

    def on_next(self, look: Look) -> Outcome | None:
        """The teams of the next page first."""
        return self._pages.forward(self._shape(look)[3])

    def on_previous(self, look: Look) -> Outcome | None:
        """The teams of the page before."""
        return self._pages.back(self._shape(look)[3])


def _before(line: Line) -> int:
    """What a row shows before its new customers come; losses are shown at once."""
    return min(line.earlier, line.team.customers)


def _scenery(canvas: Canvas) -> None:
    ground(canvas)
    zone_hills(canvas, canvas.wall.height * 0.66, (5, 0, 1))


def _draw_row(canvas: Canvas, grid: _Grid, line: Line, count: int, box: Box) -> None:
    """Token, name and faces; place and number are drawn apart."""
    wall, rest = canvas.wall, box.cut_left(grid.place)[1]
    token(canvas, line.team.colour, rest.x + grid.token / 2, box.cy, grid.token)
    words = rest.cut_left(grid.token, 24)[1].cut_left(grid.name)[0].inset(0, 2)
    draw_label(
        canvas,
        line.team.name,
        words,
        size=(wall.M, wall.S),
        weight=HEAVY if line.place == 1 else BOLD,
        lines=2,
    )
    places = _face_places(wall, grid, box, line.team.customers) if line.told else []
    for i, seat in enumerate(places[: max(0, count)]):
        face(canvas, face_of(i, line.team.id), seat.cx, seat.cy, seat.w)


def _draw_growth(canvas: Canvas, grid: _Grid, line: Line, box: Box, part: float) -> None:
    """The number, and the faces that have come since: as far as `part` says."""
    if not line.told:
        return
    earlier, now = _before(line), line.team.customers
    count = round(motion.lerp(earlier, now, part))
    _draw_score(canvas, grid, box, count)
    places = _face_places(canvas.wall, grid, box, now)
    for n in range(min(earlier, len(places)), min(count, len(places))):
        seat = places[n]
        face(canvas, face_of(n, line.team.id), seat.cx, seat.cy, seat.w)


def _draw_place(canvas: Canvas, grid: _Grid, line: Line, box: Box) -> None:
    """The place belongs to the row's height, not to the team that slides into it."""
    if grid.place:
        cell = box.cut_left(grid.place)[0].cut_right(28)[1]
        draw_digits(canvas, str(line.place), cell, size=canvas.wall.L)


def _score_box(grid: _Grid, box: Box) -> Box:
    return box.cut_right(grid.score)[0].inset(0, 3)


def _draw_score(canvas: Canvas, grid: _Grid, box: Box, count: int) -> None:
    draw_digits(
        canvas,
        str(count).replace("-", "−"),
        _score_box(grid, box),
        size=canvas.wall.L,
        align="right",
    )


def _face_places(wall: Wall, grid: _Grid, box: Box, n: int) -> list[Box]:
    """A seat for each customer, in the middle of the row's height; none without room."""
    x = box.x + grid.place + grid.token + 24 + grid.name + 28
    room = Box(x, box.y + 4, box.right - grid.score - 28 - x, box.h - 8)
    if room.w < LEAST_FACES or n <= 0:
        return []
    seats = pile_places(room, n, min(64.0, room.h * 0.92))
    if not seats:
        return []
    spare = (room.bottom - max(seat.bottom for seat in seats)) / 2
    return [seat.moved(0, spare) for seat in seats]
