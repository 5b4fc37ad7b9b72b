"""Rows of the desk: a key on its cap, what it does, and how that stands now.

They grow and shrink with the wall's seat, as their type does; the desk is read from the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.screens.desk.shortcuts import shown
from game.screens.kit import pieces
from game.screens.kit.people import token
from game.screens.kit.text import BODY, BOLD, draw_label, fit_label, text_width
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.parts import Does, Part
from game.screens.screen import Hotspot

ROW, LINE = 64.0, 36.0
"""Height of a row of one line, and what each line more takes."""
TWO_LINES = ROW + LINE
GAP, BREAK = 8.0, 22.0
"""Between rows, and between groups of them."""
CAP = 46.0
TOKEN = 40.0
RADIUS = 20.0


@dataclass(frozen=True)
class Row:
    """Something that can be done."""

    text: str
    does: Does
    key: str = ""
    """Name of the key that does it, as `Press.key` gives it; "" for none."""
    value: str = ""
    """How it stands now, or what would come of it."""
    primary: bool = False
    group: str = ""
    """Rows of one group stand together."""
    on: bool = False
    """It is what is chosen now."""
    token: str = ""
    """The team colour whose token stands before it, or ""."""
    short: str = ""
    """Fewer words for a narrow place, under a heading that tells the rest; "" for the same."""
    control: str = ""
    """The id of the control it does, as `game.session.controls` has it; "" for anything else."""

    @property
    def words(self) -> str:
        """What is written on it."""
        return self.short or self.text


def cap_width(wall: Wall, key: str) -> float:
    """Width of a key's cap; 0 without a key."""
    if not key:
        return 0.0
    return max(CAP * wall.seat, text_width(wall, shown(key), wall.S, BOLD) + 22)


def _room(wall: Wall, row: Row, w: float) -> float:
    cap = cap_width(wall, row.key) + 16 if row.key else 0
    return w - 28 - cap - (TOKEN * wall.seat + 14 if row.token else 0)


def height(wall: Wall, row: Row, w: float) -> float:
    """Of a row in so much width: one line if that is enough, else as many as it takes."""
    if is_one_line(wall, row, w):
        return ROW * wall.seat
    room = _room(wall, row, w)
    below = _lines(wall, row.value, room, BODY) if row.value else 0
    return (ROW + LINE * (_lines(wall, row.words, room, BOLD) - 1 + below)) * wall.seat


def is_one_line(wall: Wall, row: Row, w: float) -> bool:
    """True where all of it stands on one line, in the size of labels."""
    words = text_width(wall, row.words, wall.S, BOLD) + 2
    value = text_width(wall, row.value, wall.S, BODY) + 18 if row.value else 0
    return words + value <= _room(wall, row, w)


def _lines(wall: Wall, text: str, room: float, weight: int) -> int:
    """Lines a text takes in so much width."""
    fitted = fit_label(wall, text, room, 1e4, size=wall.S, weight=weight, lines=4)
    return max(1, len(fitted.lines))


def draw(canvas: Canvas, box: Box, row: Row) -> None:
    """A row, in one line or two."""
    wall, theme = canvas.wall, canvas.theme
    fill = theme.brass if row.primary else theme.sheet
    ink = theme.on_brass if row.primary else theme.text
    if row.on:
        pieces.inset(canvas, box, radius=RADIUS, chosen=True, line=4)
    else:
        pieces.inset(canvas, box, radius=RADIUS, fill=fill)
    inner = box.inset(14, 4)
    if row.key:
        cap, inner = inner.cut_left(cap_width(wall, row.key), 16)
        pieces.key_cap(canvas, cap.centred(cap.w, CAP * wall.seat), shown(row.key))
    if row.token:
        place, inner = inner.cut_left(TOKEN * wall.seat, 14)
        token(canvas, row.token, place.cx, place.cy, place.w)
    if not row.value:
        draw_label(canvas, row.words, inner, size=wall.S, weight=BOLD, color=ink, lines=4)
        return
    grey = ink if row.primary else theme.text_2
    if box.h < TWO_LINES * wall.seat - 1:
        wide = text_width(wall, row.value, wall.S, BODY) + 4
        right, words = inner.cut_right(min(wide, inner.w * 0.6), 12)
        draw_label(canvas, row.value, right, size=wall.S, color=grey, align="right")
    else:
        count = _lines(wall, row.value, inner.w, BODY)
        low, words = inner.cut_bottom((LINE * count + 4) * wall.seat)
        draw_label(canvas, row.value, low, size=wall.S, color=grey, lines=count)
    draw_label(canvas, row.words, words, size=wall.S, weight=BOLD, color=ink, lines=4)


def part(box: Box, row: Row) -> Part:
    """A row as a part of a screen."""
    return Part(lambda canvas: draw(canvas, box, row), Hotspot(box, row.does, row.text, RADIUS))


def paged(wall: Wall, rows: Sequence[Row], w: float, h: float) -> list[list[tuple[Row, float]]]:
    """The rows on as many pages as they need: (row, its top from the page's) of each."""
    pages: list[list[tuple[Row, float]]] = [[]]
    y = 0.0
    before: Row | None = None
    for row in rows:
        gap = 0.0 if before is None else BREAK if before.group != row.group else GAP
        high = height(wall, row, w)
        if before is not None and y + gap + high > h:
            pages.append([])
            y = gap = 0.0
        pages[-1].append((row, y + gap))
        y += gap + high
        before = row
    return pages


def whole_height(wall: Wall, rows: Sequence[Row], w: float) -> float:
    """Height of all of them under one another."""
    found = paged(wall, rows, w, 1e9)[0]
    return found[-1][1] + height(wall, found[-1][0], w) if found else 0.0


def words_height(wall: Wall, text: str, w: float) -> float:
    """Height of a few sentences in so much width, with the space under them; 0 for none."""
    if not text:
        return 0.0
    return fit_label(wall, text, w, 1e4, size=wall.S, lines=12).height + 14
