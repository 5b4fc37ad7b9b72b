"""The strip of teams along the bottom: who plays, who is on turn, who has what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.screens.kit import pieces
from game.screens.kit.digits import draw_digits
from game.screens.kit.people import face, pile, token
from game.screens.kit.plates import (
    NUMBER,
    STEP,
    Content,
    Parts,
    Row,
    lay_plates,
    lines_of,
    parts_of,
)
from game.screens.kit.text import BODY, HEAVY, OPTION, draw_label, fit_label
from game.screens.kit.wall import Box, Canvas, Wall

Style = Literal["slim", "tall"]
GAP = 14.0
LINE = 1.12
"""Height of a line of a name, in parts of its size."""
FACE = 46.0
"""The happy face beside a score, where the wall has room for one."""


@dataclass(frozen=True)
class StripTeam:
    """What a plate shows of a team."""

    key: str
    """Its colour and shape: one of TEAM_KEYS."""
    name: str
    score: int | None = None
    """Happy customers; None where scores are hidden."""
    note: str = ""
    """A short state instead of the score, as "too early"."""
    icon: str = ""
    """A small icon at the plate's corner, as ``icon-check`` for an answer that is in."""
    dim: bool = False
    """Not playing just now (locked out, sat out): drawn as an empty, dashed place."""


@dataclass(frozen=True)
class Plate:
    """Where the parts of a team's plate are, as targets of what flies."""

    box: Box
    token: tuple[float, float]
    """Middle of the token."""
    score: tuple[float, float]
    """Middle of the number."""
    minus: Box | None = None
    plus: Box | None = None
    """The facilitator's steppers, where there are any."""


def strip_columns(wall: Wall, n: int) -> int:
    """How many plates stand beside one another on this wall."""
    if wall.kind == "tall":
        return min(n, 2)
    if wall.is_far and n > 4:
        return -(-n // 2)
    return max(1, n)


def strip_box(wall: Wall, n: int, style: Style = "slim") -> Box:
    """Where the strip of n teams stands on this wall, along its bottom."""
    rows = -(-n // strip_columns(wall, n))
    if style == "tall":
        h = 170.0 if n <= 4 else 188.0
        if wall.kind == "tall":
            h = 96.0
        elif wall.kind == "four_three":
            h = 152.0 if n <= 4 else 188.0
    else:
        h = 82.0 if n <= 5 or wall.kind == "tall" or wall.is_far else 110.0
    h *= 1 + (min(wall.seat, 1.34) - 1) * 0.75
    if style == "slim" and wall.is_far:
        # High enough for a name on two lines, which in narrow plates stand below token and score.
        under = 36.0 if wall.is_tight and 2 < n <= 4 else 0.0
        h = max(h, 8 + 2 * LINE * wall.S + under)
    whole = rows * h + (rows - 1) * GAP
    side = 32.0 if style == "tall" or wall.kind == "four_three" else 40.0
    bottom = 28.0 if style == "tall" else 24.0
    return Box(side, wall.height - bottom - whole, wall.width - 2 * side, whole)


def lay_strip(
    wall: Wall,
    box: Box,
    teams: Sequence[StripTeam],
    style: Style = "slim",
    *,
    columns: int | None = None,
    steppers: bool = False,
    gap: float = GAP,
) -> Row:
    """Where the plates stand that ``strip`` draws for these teams."""
    return lay_plates(
        wall,
        box,
        columns or strip_columns(wall, len(teams)),
        gap,
        tuple(team.name for team in teams),
        scored=any(team.score is not None for team in teams),
        tall=style == "tall",
        steppers=steppers,
    )


def strip(
    canvas: Canvas,
    box: Box,
    teams: Sequence[StripTeam],
    *,
    active: str | None = None,
    style: Style = "slim",
    columns: int | None = None,
    steppers: bool = False,
    gap: float = GAP,
) -> list[Plate]:
    """Draw the teams' plates into a box, in as many columns as the wall has room for.

    ``active`` wears the brass ring. ``tall`` plates show every happy customer,
    ``steppers`` adds the facilitator's − and +. All names are of one size, as long as it is
    no smaller than a label's. Gives where the parts are.
    """
    if not teams:
        return []
    wall = canvas.wall
    row = lay_strip(wall, box, teams, style, columns=columns, steppers=steppers, gap=gap)
    cells, way, size = row.cells, row.way, row.size
    contents = tuple(Content(team.name, team.score, team.note) for team in teams)
    parts = [parts_of(wall, cell, one, way) for cell, one in zip(cells, contents, strict=True)]
    faces = way == "slim" and _room_for_faces(wall, cells, teams, parts, size)
    most = min(36, max((team.score or 0) for team in teams))
    plates = []
    for i, (team, cell, places) in enumerate(zip(teams, cells, parts, strict=True)):
        on = team.key == active
        _base(canvas, cell, team, on)
        token(canvas, team.key, *places.token)
        name = places.name
        if faces:
            face(canvas, i + 1, name.right - FACE / 2, cell.cy, FACE)
            name = _beside_face(name)
        weight = HEAVY if on else BODY if way == "slim" else OPTION
        lines = lines_of(cell, way)
        draw_label(canvas, team.name, name, size=size, weight=weight, lines=lines)
        _number(canvas, team, places)
        if places.pile is not None:
            largest = min(56, 40 * wall.seat) if row.way in ("wide", "close") else 30
            pile(canvas, places.pile, team.score or 0, largest=largest, start=i, like=most)
        minus, plus = _steppers(canvas, cell, places) if steppers else (None, None)
        plates.append(Plate(cell, places.token[:2], places.spot, minus, plus))
        if team.icon == "icon-check":
            pieces.check_disc(canvas, cell.right - 12, cell.y + 6, 42)
        elif team.icon:
            pieces.icon_disc(canvas, team.icon, cell.right - 12, cell.y + 6, 42)
    return plates


def _base(canvas: Canvas, cell: Box, team: StripTeam, on: bool) -> None:
    radius = min(32, cell.h * 0.34)
    if team.dim:
        pieces.dashed(canvas, cell, radius=radius)
    else:
        pieces.chip(canvas, cell, radius=radius, active=on)


def _number(canvas: Canvas, team: StripTeam, places: Parts) -> None:
    """The score, or what is said instead."""
    if team.note:
        align = places.align
        draw_label(canvas, team.note, places.number, size=canvas.wall.S, align=align, lines=2)
    elif team.score is not None:
        number = str(team.score).replace("-", "−")
        draw_digits(canvas, number, places.number, size=places.digits, align=places.align)


def _beside_face(name: Box) -> Box:
    return name.cut_right(FACE, 12)[1]


def _room_for_faces(
    wall: Wall,
    cells: Sequence[Box],
    teams: Sequence[StripTeam],
    parts: Sequence[Parts],
    size: float,
) -> bool:
    """Whether a happy face fits beside every score, and every name stays as it is without."""
    cell = cells[0]
    if cell.w <= 390 or cell.h < 60 or wall.is_far:
        return False
    if any(team.note or team.score is None for team in teams):
        return False
    lines = lines_of(cell, "slim")
    for team, one in zip(teams, parts, strict=True):
        alone, beside = (
            fit_label(wall, team.name, box.w, box.h, size=size, weight=HEAVY, lines=lines)
            for box in (one.name, _beside_face(one.name))
        )
        if beside.lines != alone.lines or beside.px < alone.px:
            return False
    return True


def _steppers(canvas: Canvas, cell: Box, places: Parts) -> tuple[Box, Box]:
    """− and + on either side of the number."""
    number = places.number
    step = STEP * number.w / NUMBER
    plus = Box(number.right, cell.cy - step / 2, step, step)
    minus = Box(number.x - step, plus.y, step, step)
    for box, name in ((minus, "icon-minus"), (plus, "icon-plus")):
        pieces.inset(canvas, box, radius=step / 2)
        pieces.outlined(canvas, box, radius=step / 2)
        pieces.icon(canvas, name, box.cx, box.cy, step * 0.53)
    return minus, plus
