"""The scale of points, the ballots of peers, and what a plan has earned so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.i18n import _, pgettext
from game.rules.state import IfThen
from game.screens.kit import pieces
from game.screens.kit.digits import digits_width, draw_digits
from game.screens.kit.names import is_label
from game.screens.kit.people import empty_face, face, face_of, token, vote_face
from game.screens.kit.text import BOLD, HEAVY, OPTION, Align, draw_label, fit_label, text_width
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.cardwords import shortened
from game.screens.scenes.judgeplaces import scale_cells
from game.screens.scenes.showing import PlanForm

UPRIGHT = 1.2
"""A cell so many times as high as wide has room for its digit below the face."""


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
    parts = lay_cells(wall, cells, words)
    size = digits_size(wall, [part.digit for part in parts])
    for points, (cell, part, word) in enumerate(zip(cells, parts, words, strict=True)):
        pieces.inset(canvas, cell, chosen=chosen == points)
        vote_face(canvas, points, part.face.cx, part.face.cy, part.face.w)
        align: Align = "center" if part.stacked else "left"
        draw_digits(canvas, str(points), part.digit, size=size, align=align)
        if part.label is not None:
            draw_label(canvas, word, part.label, size=wall.S)


@dataclass(frozen=True)
class ScaleCell:
    """The parts of a scale's cell."""

    face: Box
    digit: Box
    label: Box | None
    """None where the face speaks for the word."""
    stacked: bool
    """The digit stands below the face."""


def lay_cells(wall: Wall, cells: Sequence[Box], words: Sequence[str]) -> list[ScaleCell]:
    """All cells in one way: where one of the words has no room, faces speak for all of them."""
    told = [_beside(wall, cell) for cell in cells]
    rooms = (part.label.w if part.label else 0.0 for part in told)
    if all(text_width(wall, word, wall.S) <= w for word, w in zip(words, rooms, strict=True)):
        return told
    narrow = all(cell.h >= UPRIGHT * cell.w for cell in cells)
    return [
        _stacked(cell) if narrow else _wordless(part)
        for cell, part in zip(cells, told, strict=True)
    ]


def digits_size(wall: Wall, boxes: Sequence[Box]) -> float:
    """One size for the digits of a scale: that of the widest one."""
    low = min(box.h for box in boxes)
    largest = min(wall.L, low * 0.9)
    widest = max(digits_width(wall, str(n), largest) for n in range(len(boxes)))
    return largest * min(1.0, min(box.w for box in boxes) / widest)


def _beside(wall: Wall, cell: Box) -> ScaleCell:
    """The word under the digit, or beside it where the cell is low; both beside the face."""
    size = min(100.0, cell.h * 0.62, cell.w * 0.36)
    face_box = Box(cell.x + 18, cell.cy - size / 2, size, size)
    words = cell.cut_left(size + 34)[1].cut_right(12)[1]
    if cell.h < wall.L + wall.S * 1.2:
        return ScaleCell(face_box, *words.cut_left(wall.L * 0.62, 10), stacked=False)
    block = words.centred(words.w, wall.L * 0.95 + wall.S * 1.3)
    return ScaleCell(face_box, *block.cut_top(wall.L * 0.95), stacked=False)


def _wordless(part: ScaleCell) -> ScaleCell:
    assert part.label is not None
    return replace(part, digit=part.digit.joined(part.label), label=None)


def _stacked(cell: Box) -> ScaleCell:
    """A narrow cell: the digit below its face."""
    size = min(100.0, cell.w - 36, cell.h * 0.46)
    block = cell.centred(cell.w - 20, min(cell.h - 24, size * 2.15))
    upper, digit = block.cut_top(size, 10)
    return ScaleCell(upper.centred(size, size), digit, None, stacked=True)


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
    low = box.h < 160
    weight = OPTION if ballot.vote is None else BOLD
    if low:
        size = min(84.0, box.h * 0.42, box.w * 0.5)
        token(canvas, ballot.colour, box.x + 22 + size / 2, box.cy, size)
        label = box.cut_left(size + 32)[1].cut_right(74)[1]
        name = shortened(wall, ballot.name, label.w, wall.S, weight)
        draw_label(canvas, name, label, size=wall.S, weight=weight)
    else:
        label, upper = box.inset(10, 10).cut_bottom(wall.S * 2.3)
        token(canvas, ballot.colour, upper.cx, upper.cy, min(84.0, upper.h - 12, box.w * 0.5))
        name = ballot_name(wall, ballot.name, label, weight)
        draw_label(canvas, name, label, size=wall.S, weight=weight, align="center", lines=2)
    cap = min(max(46.0, wall.S * 1.36), box.w * 0.32)
    key = Box(box.x + 12, box.y + 12, cap, cap)
    if not low:
        pieces.key_cap(canvas, key, ballot.key)
    if ballot.vote is not None and ballot.shown:
        vote_face(canvas, ballot.vote, box.right - 38, box.y + 36, 64)
    elif ballot.vote is not None:
        pieces.check_disc(canvas, box.right - 40, box.y + 38, 56)


def ballot_name(wall: Wall, name: str, box: Box, weight: int) -> str:
    """A name as it is on a ballot: whole on two lines, or as many of its words as fit on one."""
    fitted = fit_label(wall, name, box.w, box.h, size=wall.S, weight=weight, lines=2)
    return name if is_label(wall, fitted.size) else shortened(wall, name, box.w, wall.S, weight)


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
