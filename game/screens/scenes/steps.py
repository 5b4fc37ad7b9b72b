"""The podium's blocks: who stands how high, and where."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.i18n import _
from game.rules.scoring import Standing, standings
from game.rules.state import State, Team
from game.screens.kit import people, pieces, props
from game.screens.kit.digits import digits_width, draw_digits
from game.screens.kit.layer import Dirty
from game.screens.kit.text import HEAVY, draw_fitted, draw_text, fit, text_width
from game.screens.kit.wall import Box, Canvas, Wall

PLACES = 3
"""So many places stand on the podium, however many teams share them."""
BELOW = 80.0
"""A block reaches so far below the wall that it can overshoot while it rises."""
LEAST_COLUMN = 190.0
"""A column needs so many units for a name; times the seat's factor."""
WORDS, NAMES = 190.0, 110.0
"""Height that names with a score, or names alone, take below the pawns of a wide step."""
DOTS = 52.0
"""Height kept free below all words, for the dots that count pages."""
LEAST_PAWN = 64.0
HOP = 60.0
"""How high a pawn jumps when its block stands."""


@dataclass(frozen=True)
class Block:
    """One block: a team's, or everybody's."""

    teams: tuple[Team, ...]
    place: int
    """0 where nobody is to win."""
    box: Box
    pawn: float
    """Height of the pawns on it, in units."""
    order: int
    """When it rises: 0 first; blocks of the same number rise together."""
    column: bool = False
    """A block beside others, with its words one below the other."""

    def cells(self) -> list[Box]:
        """A column for each team on the block."""
        return self.box.inset(8, 0).columns(len(self.teams), 8)


def shares_one_step(state: State) -> bool:
    """Everybody stands on one step: all are equal, or nobody is to win."""
    scores = {team.customers for team in state.teams}
    return not state.rules.winning or (len(scores) == 1 and len(state.teams) > 1)


def on_podium(state: State) -> tuple[Standing, ...]:
    """Teams of the first three places."""
    return tuple(s for s in standings(state.teams) if s.place <= PLACES)


def blocks(wall: Wall, state: State, room: Box) -> list[Block]:
    """Every block, standing on the wall's lower edge inside the room; the rearmost first."""
    if shares_one_step(state):
        return _tiers(wall, room, [(1 if state.rules.winning else 0, state.teams)])
    ordered = on_podium(state)
    if len(ordered) > room.w // (LEAST_COLUMN * wall.seat):
        places = sorted({s.place for s in ordered})
        return _tiers(
            wall,
            room,
            [(place, tuple(s.team for s in ordered if s.place == place)) for place in places],
        )
    return _columns(wall, room, ordered)


def _columns(wall: Wall, room: Box, ordered: Sequence[Standing]) -> list[Block]:
    """A block for each team: the first in the middle, the others to both sides."""
    first = [s for s in ordered if s.place == 1]
    rest = [s for s in ordered if s.place > 1]
    row = [*reversed(rest[0::2]), *first, *rest[1::2]]
    width = min(430.0, room.w / len(row))
    left = room.cx - width * len(row) / 2
    places = sorted({s.place for s in ordered}, reverse=True)
    found = [
        _column(wall, room, s, Box(left + i * width, 0, width, 0), places.index(s.place))
        for i, s in enumerate(row)
    ]
    return sorted(found, key=lambda block: -block.box.y)


def _column(wall: Wall, room: Box, standing: Standing, column: Box, order: int) -> Block:
    step = min(standing.place, PLACES) - 1
    top = room.y + room.h * (0.40, 0.55, 0.64)[step]
    if wall.kind == "tall" or wall.is_far:  # words are high: two lines of a name, score, place
        top -= room.h * (0.08, 0.1, 0.1)[step]
    high = (0.36, 0.28, 0.26) if not wall.is_far else (0.31, 0.26, 0.24)
    pawn = min(room.h * high[step], column.w * 1.08, (330.0, 256.0, 236.0)[step])
    gap = 0.0 if step == 0 else 12.0
    box = Box(column.x + gap / 2, top, column.w - gap, wall.height - top + BELOW)
    return Block((standing.team,), standing.place, box, pawn, order, column=True)


def _tiers(wall: Wall, room: Box, steps: Sequence[tuple[int, tuple[Team, ...]]]) -> list[Block]:
    """A wide step for each place, the first at the back; one that is full gets a second."""
    words = WORDS * wall.seat if steps[0][0] else NAMES * wall.seat
    room = room.cut_bottom(DOTS)[1]
    rows: list[tuple[int, tuple[Team, ...]]] = []
    for least in (LEAST_COLUMN, 160.0, 130.0, 100.0):
        most = max(1, int(room.w // (least * wall.seat)))
        rows = []
        for place, teams in steps:
            n = -(-len(teams) // most)
            each = -(-len(teams) // n)
            rows += [(place, teams[i : i + each]) for i in range(0, len(teams), each)]
        if room.h / len(rows) - words >= LEAST_PAWN:
            break
    pitch = min(room.h / len(rows), 620.0)
    top = room.y + (room.h - pitch * len(rows)) * 0.6
    pawn = min(pitch - words, 300.0)
    orders = sorted({place for place, _ in rows}, reverse=True)
    out: list[Block] = []
    wide = 0.0
    for i, (place, teams) in enumerate(rows):
        wide = min(room.w, max(len(teams) * max(260.0, LEAST_COLUMN * wall.seat), wide + 120))
        step = min(pawn, wide / len(teams) * 1.02)
        y = top + pitch * i + pawn
        box = Box(room.cx - wide / 2, y, wide, wall.height - y + BELOW)
        out.append(Block(teams, place, box, step, orders.index(place)))
    return out


def draw_block(canvas: Canvas, block: Block, sink: float = 0, hop: float = 0) -> pygame.Rect:
    """A block with its pawns; `sink` units deeper than it stands, pawns `hop` units above it."""
    box = block.box.moved(0, sink)
    covered = pieces.sheet(canvas, box, radius=36)
    for team, cell in zip(block.teams, block.cells(), strict=True):
        pawn = people.pawn(
            canvas, team.colour, cell.cx, box.y + block.pawn * 0.03, block.pawn, lift=hop
        )
        covered = covered.union(pawn)
    if len(block.teams) == 1 and block.place and block.column:
        _words_of_one(canvas, block, box)
    else:
        _words_of_all(canvas, block, box)
    return covered


def _name(canvas: Canvas, name: str, box: Box) -> float:
    """A name in the middle of a column, smaller only where it must be; gives its height."""
    wall = canvas.wall
    for size, lines in (((wall.M, wall.S), 3), ((wall.S, wall.S * 0.7), 4), (wall.S * 0.5, 9)):
        fitted = fit(
            wall, name, box.w, box.h, size=size, weight=HEAVY, leading=1.1, lines=lines,
            balance=True,
        )  # fmt: skip
        if not fitted.overflow:
            break
    draw_fitted(canvas, fitted, box, align="center")
    return fitted.height


def _words_of_one(canvas: Canvas, block: Block, box: Box) -> None:
    """Name, customers and place, in the middle of the block."""
    wall = canvas.wall
    visible = Box(box.x, box.y, box.w, block.box.h - BELOW - DOTS).inset(14, 0)
    name = Box(visible.x, box.y + 26, visible.w, max(wall.S * 1.2, visible.h * 0.42 - 26))
    y = name.y + _name(canvas, block.teams[0].name, name) + 6
    y = _score(canvas, block.teams[0].customers, Box(visible.x, y, visible.w, 0)) + 12
    left = visible.bottom - y
    side = min(150.0 if block.place == 1 else 120.0, visible.w * 0.6, left)
    if side >= 40:
        props.place_disc(canvas, block.place, box.cx, y + side / 2 + min(30, left - side) / 2, side)


def _score(canvas: Canvas, n: int, line: Box, *, place: int = 0, words: str = "") -> float:
    """Place, number, a happy face and a word side by side; gives the lower edge."""
    wall = canvas.wall
    size = min(wall.L, line.w * 0.36)
    number = str(n).replace("-", "−")
    wide, glyph = digits_width(wall, number, size), size * 0.92
    disc = size + 26 if place else 0.0
    tail = text_width(wall, words, size * 0.7, HEAVY) + 14 if words else 0.0
    x = line.cx - (disc + wide + 14 + glyph + tail) / 2
    if place:
        props.place_disc(canvas, place, x + size / 2, line.y + size * 0.525, size)
        x += disc
    row = Box(x, line.y, wide + 2, size * 1.05)
    draw_digits(canvas, number, row, size=size)
    people.face(canvas, 3, x + wide + 14 + glyph / 2, row.cy, glyph)
    if words:
        draw_text(
            canvas,
            words,
            Box(x + wide + 28 + glyph, row.y, tail, row.h),
            size=size * 0.7,
            weight=HEAVY,
            valign="middle",
            lines=1,
        )
    return row.bottom


def _words_of_all(canvas: Canvas, block: Block, box: Box) -> None:
    """A name below every pawn; one place and one score for all of the step."""
    wall = canvas.wall
    depth = 0.0
    for team, cell in zip(block.teams, block.cells(), strict=True):
        place = Box(cell.x + 4, box.y + 24, cell.w - 8, wall.S * 2.5)
        depth = max(depth, _name(canvas, team.name, place.moved(box.x - block.box.x, 0)))
    if block.place:
        _score(
            canvas,
            block.teams[0].customers,
            Box(box.x, box.y + 30 + depth, box.w, 0),
            place=block.place,
            words=_("each") if len(block.teams) > 1 else "",
        )


RAIN_MS = 3000.0
_DROPS = 26


def draw_rain(canvas: Canvas, room: Box, elapsed: float, dirty: Dirty) -> None:
    """Happy faces fall through the room; each is gone before the rain is over."""
    wall = canvas.wall
    for i in range(_DROPS):
        begin = i * 0.7549 % 1 * (RAIN_MS - 1700)
        part = (elapsed - begin) / (1300 + i * 0.5698 % 1 * 400)
        if not 0 <= part < 1:
            continue
        size = 52 + i * 271 % 34
        sway = math.sin(part * 5 + i) * 26
        x = room.x + 50 + (i * 0.618 + 0.1) % 1 * (room.w - 100) + sway
        y = -size + part * (wall.height + 2 * size)
        dirty.add(people.face(canvas, i * 5 + i // 3, x, y, size))


def groups(all_blocks: Sequence[Block]) -> int:
    """How many groups of blocks rise, one after another."""
    return len({block.order for block in all_blocks})
