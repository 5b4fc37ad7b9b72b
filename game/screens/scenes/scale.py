"""The scale of points, the ballots of peers, and what a plan has earned so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.i18n import _, pgettext
from game.rules.state import IfThen
from game.screens.kit import pieces
from game.screens.kit.people import empty_face, face, face_of, token, vote_face
from game.screens.kit.text import (
    BOLD,
    HEAVY,
    OPTION,
    draw_digits,
    draw_label,
    fit_label,
    text_width,
)
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.cardwords import shortened
from game.screens.scenes.judgeplaces import scale_cells
from game.screens.scenes.showing import PlanForm


def scale_words(points: int) -> str:
    """What so many points say about the criteria."""
    words = (
        pgettext("of what a good answer shows", "not yet"),
        pgettext("of what a good answer shows", "some"),
        pgettext("of what a good answer shows", "most"),
        pgettext("of what a good answer shows", "all"),
    )
    return words[min(3, max(0, points))]


def view_words(points: int) -> str:
    """What so many points say about an added view."""
    words = (
        pgettext("what a view adds", "nothing"),
        pgettext("what a view adds", "some"),
        pgettext("what a view adds", "a lot"),
    )
    return words[min(2, max(0, points))]


def head_height(wall: Wall, *, view: bool = False) -> float:
    """Height of a scale's heading; two lines where scales of an answer and a view share a row."""
    if wall.is_tight:
        return wall.S * (2.4 if view else 1.3)
    return max(wall.S * 1.3, wall.M * 1.15)


def draw_scale(
    canvas: Canvas,
    box: Box,
    title: str,
    words: Sequence[str],
    *,
    chosen: int | None,
    live: bool,
    who: str = "",
    view: bool = False,
) -> None:
    """A sheet with a face a point. `live` puts the ring round it, `who` a team's token.

    `view` tells that there is a scale of an added view too.
    """
    wall = canvas.wall
    pieces.sheet(canvas, box, level="active" if live else "high")
    inner = box.inset(32, 24)
    high = head_height(wall, view=view)
    head = inner.cut_top(high)[0]
    if who:
        size = min(head.h, wall.S * 1.7)
        right, head = head.cut_right(size, 16)
        token(canvas, who, right.cx, right.cy, size)
    draw_label(canvas, title, head, size=(wall.M, wall.S), weight=BOLD, lines=2 if view else 1)
    cells = scale_cells(box, len(words), high)
    parts = [_Cell.of(canvas, cell) for cell in cells]
    # Where one of the words has no room, the faces speak for all of them.
    told = all(
        text_width(wall, word, wall.S) <= part.label.w
        for part, word in zip(parts, words, strict=True)
    )
    for points, (cell, part, word) in enumerate(zip(cells, parts, words, strict=True)):
        pieces.inset(canvas, cell, chosen=chosen == points)
        vote_face(canvas, points, cell.x + 18 + part.face / 2, cell.cy, part.face)
        box = part.digit if told else part.digit.joined(part.label)
        size = min(wall.L, box.h * 0.9)
        draw_digits(canvas, str(points), box, size=size, align="left")
        if told:
            draw_label(canvas, word, part.label, size=wall.S)


@dataclass(frozen=True)
class _Cell:
    """The parts of a scale's cell."""

    face: float
    digit: Box
    label: Box

    @staticmethod
    def of(canvas: Canvas, cell: Box) -> _Cell:
        """The word under the digit, or beside it where the cell is low."""
        wall = canvas.wall
        size = min(100.0, cell.h * 0.62, cell.w * 0.36)
        words = cell.cut_left(size + 34)[1].cut_right(12)[1]
        if cell.h < wall.L + wall.S * 1.2:
            return _Cell(size, *words.cut_left(wall.L * 0.62, 10))
        block = words.centred(words.w, wall.L * 0.95 + wall.S * 1.3)
        return _Cell(size, *block.cut_top(wall.L * 0.95))


@dataclass(frozen=True)
class Ballot:
    """A voting team's place along the bottom."""

    colour: str
    name: str
    key: str
    vote: int | None
    shown: bool
    """All votes are in: what this one was may be seen."""
    picked: bool


def draw_ballot(canvas: Canvas, box: Box, ballot: Ballot) -> None:
    """An empty place until the vote is in; then a plate with a check, at last with its face."""
    wall = canvas.wall
    if ballot.picked:
        pieces.chip(canvas, box, radius=32, active=True)
    elif ballot.vote is None:
        pieces.dashed(canvas, box, radius=32)
    else:
        pieces.chip(canvas, box, radius=32)
    if wall.is_far:
        _draw_low(canvas, box, ballot)
        return
    name_h = wall.S * 1.25
    low = box.h < 160
    size = min(84.0, box.h * 0.42, box.w * 0.5)
    if low:
        x, y = box.x + 22 + size / 2, box.cy
        label = box.cut_left(size + 32)[1].cut_right(74)[1]
        align = False
    else:
        x, y = box.cx, box.cy - name_h * 0.45
        label = Box(box.x + 8, y + size / 2 + 10, box.w - 16, name_h)
        align = True
    token(canvas, ballot.colour, x, y, size)
    weight = OPTION if ballot.vote is None else BOLD
    draw_label(
        canvas,
        shortened(wall, ballot.name, label.w, wall.S, weight),
        label,
        size=wall.S,
        weight=weight,
        align="center" if align else "left",
    )
    cap = min(max(46.0, wall.S * 1.36), box.w * 0.32)
    key = Box(box.x + 12, box.y + 12, cap, cap)
    if not low:
        pieces.key_cap(canvas, key, ballot.key)
    if ballot.vote is not None and ballot.shown:
        vote_face(canvas, ballot.vote, box.right - 38, box.y + 36, 64)
    elif ballot.vote is not None:
        pieces.check_disc(canvas, box.right - 40, box.y + 38, 56)


def _draw_low(canvas: Canvas, box: Box, ballot: Ballot) -> None:
    """A ballot with its name beside the token, as large as a label; check or face lie on that."""
    wall = canvas.wall
    size = min(72.0, box.h - 40)
    x = box.x + 20 + size / 2
    token(canvas, ballot.colour, x, box.cy, size)
    words = box.cut_left(size + 42)[1].cut_right(10)[1]
    if ballot.vote is not None and ballot.shown:
        vote_face(canvas, ballot.vote, x + size * 0.42, box.cy + size * 0.4, 60)
    elif ballot.vote is not None:
        pieces.check_disc(canvas, x + size * 0.42, box.cy + size * 0.42, 44)
    weight = OPTION if ballot.vote is None else BOLD
    draw_label(canvas, ballot.name, words, size=wall.S, weight=weight, lines=2)


def draw_plan_faces(canvas: Canvas, box: Box, form: PlanForm, plan: IfThen | None) -> None:
    """A face for each customer a written plan earns, in a column beside the rows that earn it."""
    points = plan.points if plan is not None else 0
    rows = [row for row, *_words in form.rows]
    for i, (upper, lower) in enumerate(((rows[0], rows[1]), (rows[2], rows[3]))):
        cy = (upper.y + lower.bottom) / 2
        if points > i:
            face(canvas, face_of(i), box.cx, cy, box.w)
        else:
            empty_face(canvas, box.cx, cy, box.w)


def draw_plan_points(canvas: Canvas, box: Box, plan: IfThen | None, visible: int | None) -> None:
    """A line for each customer a plan can earn, with a face where it has."""
    wall = canvas.wall
    points = plan.points if plan is not None else 0
    lines = (
        (_("a cue and an action"), points >= 1),
        (_("by whom and by when"), points >= 2),
        (_("visible on Monday"), bool(visible) and points > 0),
    )
    pieces.sheet(canvas, box)
    inner = box.inset(32, 22)
    head, rest = inner.cut_top(max(wall.M * 1.15, wall.S * 1.3), 8)
    if rest.h < 3 * wall.S * 1.15:  # the faces tell as much as the heading
        rest = inner
    else:
        draw_label(canvas, _("What the plan has"), head, size=(wall.M, wall.S), weight=HEAVY)
    rows = rest.rows(3, 6)
    size = min(64.0, rows[0].h - 4)
    room = rows[0].cut_left(size, 20)[1]
    most = min(
        fit_label(wall, words, room.w, room.h, size=(wall.M, wall.S), lines=2).size
        for words, _won in lines
    )  # of one size: they are one list
    for i, (row, (words, won)) in enumerate(zip(rows, lines, strict=True)):
        if won:
            face(canvas, face_of(i), row.x + size / 2, row.cy, size)
        else:
            empty_face(canvas, row.x + size / 2, row.cy, size)
        draw_label(canvas, words, row.cut_left(size, 20)[1], size=(most, wall.S), lines=2)
