"""One row of a choice's reveal: the option, where it leads, what it is worth, who chose it."""

from __future__ import annotations

from dataclasses import dataclass

from game.rules.cards import ChoiceCard
from game.rules.state import OnCard, State
from game.screens.kit import pieces
from game.screens.kit.digits import draw_digits
from game.screens.kit.people import empty_face, face, face_of, token
from game.screens.kit.text import BOLD, HEAVY, Fitted, draw_fitted, draw_label, text_width
from game.screens.kit.wall import Box, Canvas
from game.screens.scenes.frame import team_colour
from game.screens.scenes.gains import (
    draw_meters,
    effects_of,
    meter_words,
    meters_height,
    points_text,
)
from game.session.telling.cardwords import LETTERS

WORTH, WHO = 162.0, 258.0
"""Kept free at the end of a row's first line: for its worth, and before that for who chose it."""


@dataclass(frozen=True)
class Chosen:
    """Teams on one option, and what it brought them."""

    teams: tuple[int, ...]
    words: tuple[str, ...]
    """`Blue chose`, or only `chose` where that has no room; empty for several teams."""
    points: int


@dataclass(frozen=True)
class Told:
    """What a row is told from."""

    state: State
    card: ChoiceCard
    stage: OnCard


@dataclass(frozen=True)
class Row:
    """One row before it has its place."""

    index: int
    option: Fitted
    feedback: Fitted
    height: float
    head: float
    """Height of its first line: the option, its worth, and who chose it."""

    @property
    def said(self) -> bool:
        """Whether there is feedback."""
        return bool(self.feedback.lines and self.feedback.lines[0])


def side_width(beside: bool, card: ChoiceCard, who: Chosen | None) -> float:
    """Units at a row's right for worth and teams; a quiz has no worth to show.

    Where words go below, only what stands in the row takes room from its first line.
    """
    if beside:
        return 370.0 if card.quiz else 594.0
    return (0.0 if card.quiz else WORTH) + (WHO if who is not None else 0.0)


def paint_row(
    canvas: Canvas,
    told: Told,
    part: Row,
    box: Box,
    who: Chosen | None,
    *,
    best: bool,
    beside: bool,
) -> None:
    """Key cap and words; worth and teams beside them, or on the first line and words below it."""
    pieces.inset(canvas, box, chosen=best)
    side = 84.0 if beside else 68.0
    middle = box.cy if beside else box.y + 12 + part.head / 2
    cap = Box(box.x + 32, middle - side / 2, side, side)
    pieces.key_cap(canvas, cap, LETTERS[part.index], on=best)
    if beside:
        _paint_beside(canvas, told, part, box, cap.right + 36, who)
    else:
        _paint_below(canvas, told, part, box, cap.right + 36, who)


def _paint_beside(
    canvas: Canvas, told: Told, part: Row, box: Box, x: float, who: Chosen | None
) -> None:
    """Option over feedback from x on, in the middle of the row; what it brought at the right."""
    high = part.option.height + (part.feedback.height if part.said else 0)
    top = box.cy - high / 2
    side = side_width(True, told.card, who)
    w = box.right - 28 - side - x
    _paint_option(canvas, part, Box(x, top, w, part.option.height))
    if part.said:
        below = Box(x, top + part.option.height, w, part.feedback.height)
        draw_fitted(canvas, part.feedback, below)
    area = Box(box.right - 28 - side + 24, box.y, side - 24, box.h)
    _paint_side(canvas, told, part.index, area, who)


def _paint_below(
    canvas: Canvas, told: Told, part: Row, box: Box, x: float, who: Chosen | None
) -> None:
    """Option and what it brought on the first line; the feedback below, as wide as the row."""
    end = box.right - 28
    head = Box(x, box.y + 12, end - side_width(False, told.card, who) - x, part.head)
    _paint_option(canvas, part, head, middle=True)
    if part.said:
        below = Box(box.x + 32, head.bottom + 6, box.w - 64, part.feedback.height)
        draw_fitted(canvas, part.feedback, below)
    worth = Box(end - WORTH + 12, head.y, WORTH - 12, part.head)
    _paint_worth(canvas, told.card, part.index, worth)
    if who is not None:
        _paint_who(canvas, told.state, who, Box(head.right + 12, head.y, WHO - 12, part.head))


def _paint_option(canvas: Canvas, part: Row, box: Box, *, middle: bool = False) -> None:
    """Grey where feedback follows, which is then what is read."""
    color = canvas.theme.text_2 if part.said else canvas.theme.text
    draw_fitted(canvas, part.option, box, color=color, valign="middle" if middle else "top")


def _paint_side(canvas: Canvas, told: Told, index: int, area: Box, who: Chosen | None) -> None:
    words = []
    if who is not None:
        words = meter_words(told.state, effects_of(told.card, told.stage, who.teams[0]))
    upper = area
    high = meters_height(canvas, words, area.w)
    if words and area.h - high >= 150:
        meters, upper = area.inset(0, 14).cut_bottom(high, 4)
        draw_meters(canvas, words, meters)
    if not told.card.quiz:
        worth, upper = upper.cut_left(206, 30)
        _paint_worth(canvas, told.card, index, worth)
    if who is not None:
        _paint_who(canvas, told.state, who, upper)


def _paint_worth(canvas: Canvas, card: ChoiceCard, index: int, box: Box) -> None:
    """A face a point, empty places up to three; a quiz needs none of these."""
    if card.quiz:
        return
    points = card.options[index].points
    size = min(72.0, box.w / 2.8)
    step = size * 0.9
    left = box.cx - step
    for n in range(3):
        if n < points:
            face(canvas, face_of(n, index * 2), left + n * step, box.cy, size)
        else:
            empty_face(canvas, left + n * step, box.cy, size)


def _paint_who(canvas: Canvas, state: State, who: Chosen, box: Box) -> None:
    wall = canvas.wall
    points = points_text(who.points)
    if len(who.teams) > 1:
        number, rest = box.cut_right(min(120.0, wall.L * 1.5), 8)
        draw_digits(canvas, points, number, size=min(wall.L, box.h * 0.6), align="right")
        many = len(who.teams) > 3
        size = 50.0 if many else 62.0
        cells = rest.centred(rest.w, min(rest.h, size * (2 if many else 1) + 8)).grid(
            len(who.teams), -(-len(who.teams) // 2) if many else len(who.teams), 4
        )
        for team, cell in zip(who.teams, cells, strict=True):
            token(canvas, team_colour(state, team), cell.cx, cell.cy, min(size, cell.w, cell.h))
        return
    size = min(84.0, box.h * 0.7, box.w * 0.34)
    token(canvas, team_colour(state, who.teams[0]), box.x + size / 2, box.cy, size)
    words = box.cut_left(size, 14)[1]
    block = words.centred(words.w, min(words.h, wall.S * 1.3 + wall.L))
    upper, lower = block.cut_top(min(wall.S * 1.3, block.h * 0.47))
    words_fit = [w for w in who.words if text_width(wall, w, wall.S, BOLD) <= upper.w]
    told = words_fit[0] if words_fit and upper.h >= wall.S else ""
    if told:
        draw_label(canvas, told, upper, size=wall.S, weight=BOLD)
    else:
        lower = words  # the token alone says who
    draw_digits(canvas, points, lower, size=min(wall.L, lower.h * 1.1), align="left", weight=HEAVY)
