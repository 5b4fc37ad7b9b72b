"""The teams' answers to a card as they stood, seen from the debrief."""

from __future__ import annotations

from dataclasses import dataclass

from game.rules.cards import Card, ChoiceCard
from game.rules.moments import MomentKind, Pick
from game.rules.state import Answer, Record, State
from game.screens.kit import pieces
from game.screens.kit.digits import draw_digits
from game.screens.kit.people import token
from game.screens.kit.text import BOLD, draw_label
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.camps import CampRow, draw_camps, draw_worth, lay_camps
from game.screens.scenes.frame import team_colour, team_name
from game.screens.scenes.gains import points_text
from game.session.telling.words import answer_to

LEAST_ROW = 92.0
"""Rows of options lower than this want a face of their own."""
GAP = 14.0


@dataclass(frozen=True)
class Given:
    """What a team said, or had from the card."""

    team: int
    answer: str
    points: int


def stood(pick: Pick, record: Record) -> dict[int, Answer]:
    """Answers by team: before anybody changed where the split is what it is about."""
    first = pick.kind is MomentKind.SPLIT and record.before
    return dict(record.before if first else record.answers)


def members(card: ChoiceCard, answers: dict[int, Answer]) -> list[list[int]]:
    """Teams by the option they chose."""
    found: list[list[int]] = [[] for _option in card.options]
    for team, answer in answers.items():
        if isinstance(answer, int) and 0 <= answer < len(found):
            found[answer].append(team)
    return found


def given(state: State, card: Card | None, pick: Pick, record: Record) -> list[Given]:
    """A line for each team that answered or won something, in order of ids."""
    answers = stood(pick, record)
    won: dict[int, int] = {}
    for gain in record.gains:
        won[gain.team] = won.get(gain.team, 0) + gain.applied
    return [
        Given(team, answer_to(card, answers[team]) if team in answers else "", won.get(team, 0))
        for team in sorted({*answers, *won})
    ]


def lay_split(
    wall: Wall, box: Box, state: State, card: ChoiceCard, pick: Pick, record: Record
) -> tuple[CampRow, ...]:
    """The options with the teams that stood for them."""
    return lay_camps(wall, box, state, card, members(card, stood(pick, record)), worth=True)


def draw_given(
    canvas: Canvas, box: Box, state: State, card: Card | None, pick: Pick, record: Record
) -> None:
    """Camps for a card with options; a line a team for every other."""
    if isinstance(card, ChoiceCard):
        rows = lay_split(canvas.wall, box, state, card, pick, record)
        draw_camps(canvas, state, rows, ringed=_marks(pick, record))
        for i, (row, option) in enumerate(zip(rows, card.options, strict=True)):
            draw_worth(canvas, row, option.points, i)
        return
    lines = given(state, card, pick, record)
    if lines:
        columns = 2 if len(lines) > 4 and box.w > 1300 else 1
        down = -(-len(lines) // columns)
        high = min(130.0 * canvas.wall.seat, (box.h - GAP * (down - 1)) / down)
        area = Box(box.x, box.y, box.w, high * down + GAP * (down - 1))
        for line, cell in zip(lines, area.grid(len(lines), columns, GAP), strict=True):
            _draw_line(canvas, state, line, cell)


def _marks(pick: Pick, record: Record) -> dict[int, str]:
    """Who changed, and who argued; nobody yet where the first answers are shown."""
    if pick.kind is MomentKind.SPLIT:
        return {}
    before = dict(record.before)
    changed = [team for team, answer in record.answers if before.get(team, answer) != answer]
    marks = dict.fromkeys(changed, "icon-next")
    if record.viewer is not None:
        marks[record.viewer] = "space-bell"
    return marks


def _draw_line(canvas: Canvas, state: State, line: Given, box: Box) -> None:
    wall = canvas.wall
    pieces.inset(canvas, box, radius=24)
    inner = box.inset(20, 6)
    size = min(72.0, inner.h)
    token(canvas, team_colour(state, line.team), inner.x + size / 2, inner.cy, size)
    rest = inner.cut_left(size, 18)[1]
    number, rest = rest.cut_right(min(130.0, rest.w * 0.2), 14)
    draw_digits(canvas, points_text(line.points), number, size=min(wall.L, inner.h * 0.7),
                align="right")  # fmt: skip
    name, words = rest.cut_left(rest.w * (0.36 if line.answer else 1.0), 18)
    draw_label(canvas, team_name(state, line.team), name, size=(wall.M, wall.S), weight=BOLD,
               lines=2)  # fmt: skip
    if line.answer:
        draw_label(canvas, line.answer, words, size=(wall.M, wall.S), lines=3)
