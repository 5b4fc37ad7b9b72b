"""The strip of teams along the bottom: who plays, who is on turn, who has what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.screens.kit import pieces
from game.screens.kit.people import face, pile, token
from game.screens.kit.text import BODY, HEAVY, OPTION, digits_width, draw_digits, draw_label, fit
from game.screens.kit.wall import Box, Canvas, Wall

Style = Literal["slim", "tall"]


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
    gap = 14.0
    if style == "tall":
        h = 170.0 if n <= 4 else 188.0
        if wall.kind == "tall":
            h = 96.0
        elif wall.kind == "four_three":
            h = 152.0 if n <= 4 else 188.0
    else:
        h = 82.0 if n <= 5 or wall.kind == "tall" else 108.0
    h *= 1 + (min(wall.seat, 1.34) - 1) * 0.75
    whole = rows * h + (rows - 1) * gap
    side = 32.0 if style == "tall" or wall.kind == "four_three" else 40.0
    bottom = 28.0 if style == "tall" else 24.0
    return Box(side, wall.height - bottom - whole, wall.width - 2 * side, whole)


def strip(
    canvas: Canvas,
    box: Box,
    teams: Sequence[StripTeam],
    *,
    active: str | None = None,
    style: Style = "slim",
    columns: int | None = None,
    steppers: bool = False,
    gap: float = 14,
) -> list[Plate]:
    """Draw the teams' plates into a box, in as many columns as the wall has room for.

    ``active`` wears the brass ring. ``tall`` plates show every happy customer,
    ``steppers`` adds the facilitator's − and +. Gives where the parts are.
    """
    if not teams:
        return []
    cells = box.grid(len(teams), columns or strip_columns(canvas.wall, len(teams)), gap)
    plates = []
    most = min(36, max((team.score or 0) for team in teams))
    for i, (team, cell) in enumerate(zip(teams, cells, strict=True)):
        on = team.key == active
        _base(canvas, cell, team, on)
        if steppers:
            plates.append(_stepper_plate(canvas, cell, team, on))
        elif style == "tall" and cell.h >= 130:
            wide = cell.w > 300
            plates.append((_tall_wide if wide else _tall_narrow)(canvas, cell, team, on, (i, most)))
        elif cell.w < 300 and cell.h >= 100:
            plates.append(_slim_narrow(canvas, cell, team, on))
        else:
            plates.append(_slim(canvas, cell, team, on, i))
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


def _score(canvas: Canvas, team: StripTeam, box: Box, size: float) -> None:
    if team.note:
        draw_label(canvas, team.note, box, size=canvas.wall.S, align="right", lines=2)
    elif team.score is not None:
        draw_digits(canvas, str(team.score).replace("-", "−"), box, size=size, align="right")


def _score_width(wall: Wall, team: StripTeam, size: float, most: float) -> float:
    if team.note:
        return most * 0.42
    if team.score is None:
        return 0
    return min(most * 0.4, max(digits_width(wall, str(team.score), size),
                               digits_width(wall, "00", size)) + 2)  # fmt: skip


def _slim(canvas: Canvas, cell: Box, team: StripTeam, on: bool, i: int) -> Plate:
    wall = canvas.wall
    inner = cell.inset(max(14, min(24, cell.w * 0.06)), 4)
    size = min(58 * min(wall.seat, 1.34), cell.h * 0.76)
    token(canvas, team.key, inner.x + size / 2, cell.cy, size)
    digits = min(wall.M, cell.h * 0.62)
    right, rest = inner.cut_right(_score_width(wall, team, digits, inner.w))
    _score(canvas, team, right, digits)
    words = rest.cut_left(size, 16)[1].cut_right(0, 10)[1]
    weight, lines = (HEAVY if on else BODY), (2 if cell.h >= 80 else 1)
    sizes = (min(wall.M, cell.h * 0.6), min(wall.S, cell.h * 0.5))
    if cell.w > 390 and cell.h >= 60 and team.score is not None and not (team.note or wall.is_far):
        less = words.cut_right(46, 12)[1]
        name = fit(wall, team.name, less.w, less.h, size=sizes, weight=weight, leading=1.1,
                   lines=lines, whole_words=True)  # fmt: skip
        if not name.overflow:
            face(canvas, i + 1, words.right - 23, cell.cy, 46)
            words = less
    draw_label(canvas, team.name, words, size=sizes, weight=weight, lines=lines)
    return Plate(cell, (inner.x + size / 2, cell.cy), (right.cx, cell.cy))


def _slim_narrow(canvas: Canvas, cell: Box, team: StripTeam, on: bool) -> Plate:
    """Name over score beside the token, for many teams; a long name goes below both."""
    wall = canvas.wall
    inner = cell.inset(min(16, cell.w * 0.07), 8)
    weight = HEAVY if on else OPTION
    size = min(58, inner.w * 0.34, cell.h * 0.6)
    words = inner.cut_left(size, 14)[1]
    name, number = words.cut_top(words.h * 0.5)
    sizes = (wall.S, wall.S * 0.86)
    if fit(wall, team.name, name.w, name.h, size=sizes, weight=weight, lines=1).overflow:
        size = inner.h * 0.47
        head, name = inner.cut_top(size, 2)
        number = head.cut_left(size, 14)[1]
    middle = (inner.x + size / 2, number.cy if size < inner.h * 0.5 else cell.cy)
    token(canvas, team.key, *middle, size)
    draw_label(canvas, team.name, name, size=sizes, weight=weight, lines=2)
    if team.note:
        draw_label(canvas, team.note, number, size=wall.S, lines=1)
    elif team.score is not None:
        digits = min(wall.M, number.h * 1.05)
        draw_digits(canvas, str(team.score).replace("-", "−"), number, size=digits, align="left")
    return Plate(cell, middle, (number.x + 24, number.cy))


def _tall_wide(
    canvas: Canvas, cell: Box, team: StripTeam, on: bool, heads: tuple[int, int]
) -> Plate:
    """Token, name and number over the pile; ``heads`` is its first face and the largest pile."""
    wall = canvas.wall
    inner = cell.inset(26 if cell.w > 380 else 18, 16)
    head, rest = inner.cut_top(min(74.0, inner.h * 0.55), 12)
    size = min(70.0 if cell.w > 380 else 58.0, head.h)
    token(canvas, team.key, head.x + size / 2, head.cy, size)
    digits = min(wall.L if cell.w > 380 else wall.M * 1.1, head.h)
    right, left = head.cut_right(_score_width(wall, team, digits, head.w))
    _score(canvas, team, right, digits)
    words = left.cut_left(size, 16)[1].cut_right(0, 8)[1]
    draw_label(
        canvas, team.name, words, size=(wall.M, wall.S), weight=HEAVY if on else OPTION, lines=2
    )
    pile(
        canvas,
        rest,
        team.score or 0,
        largest=min(56, 40 * wall.seat),
        start=heads[0],
        like=heads[1],
    )
    return Plate(cell, (head.x + size / 2, head.cy), (right.cx, right.cy))


def _tall_narrow(
    canvas: Canvas, cell: Box, team: StripTeam, on: bool, heads: tuple[int, int]
) -> Plate:
    """Token and number, name, then the pile: for five to eight teams."""
    wall = canvas.wall
    inner = cell.inset(min(18, cell.w * 0.08), 10)
    head, rest = inner.cut_top(58, 0)
    token(canvas, team.key, head.x + 28, head.cy, 56)
    right = head.cut_left(56, 12)[1]
    _score(canvas, team, right, min(wall.L, 72))
    weight, sizes = (HEAVY if on else OPTION), (wall.S, wall.S * 0.86)
    one = fit(wall, team.name, rest.w, wall.S * 1.15, size=sizes, weight=weight, lines=1)
    name, rest = rest.cut_top(wall.S * (1.8 if one.overflow else 1.15), 2)
    draw_label(canvas, team.name, name, size=sizes, weight=weight, lines=2)
    pile(canvas, rest, team.score or 0, largest=30, start=heads[0], like=heads[1])
    return Plate(cell, (head.x + 28, head.cy), (right.right - 30, right.cy))


def _stepper_plate(canvas: Canvas, cell: Box, team: StripTeam, on: bool) -> Plate:
    """Token, name, and the number between − and +."""
    wall = canvas.wall
    inner = cell.inset(min(20, cell.w * 0.05), 6)
    step = min(60.0, inner.h, inner.w * 0.17)
    size = min(58.0, inner.h, inner.w * 0.2)
    token(canvas, team.key, inner.x + size / 2, cell.cy, size)
    plus = Box(inner.right - step, cell.cy - step / 2, step, step)
    number = Box(plus.x - 66 * step / 60, inner.y, 66 * step / 60, inner.h)
    minus = Box(number.x - step, plus.y, step, step)
    for box, name in ((minus, "icon-minus"), (plus, "icon-plus")):
        pieces.inset(canvas, box, radius=step / 2)
        pieces.outlined(canvas, box, radius=step / 2)
        pieces.icon(canvas, name, box.cx, box.cy, step * 0.53)
    if team.score is not None:
        digits = str(team.score).replace("-", "−")
        draw_digits(canvas, digits, number, size=min(wall.M, 48))
    words = Box(inner.x + size + 10, inner.y, minus.x - inner.x - size - 16, inner.h)
    draw_label(
        canvas, team.name, words, size=(wall.S, wall.S * 0.7), lines=2,
        weight=HEAVY if on else OPTION,
    )  # fmt: skip
    return Plate(cell, (inner.x + size / 2, cell.cy), (number.cx, number.cy), minus, plus)
