"""What a card brought each team, as it is told on the wall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.i18n import signed
from game.rules.cards import Card, ChoiceCard, MeterEffects
from game.rules.scoring import answer_meters
from game.rules.state import Answer, OnCard, State, Why
from game.screens.kit import pieces
from game.screens.kit.text import draw_label, text_width
from game.screens.kit.wall import Box, Canvas

ANSWERED = (Why.ANSWER, Why.CLOSEST, Why.BELL, Why.JUDGED, Why.PLAN)


def gained(stage: OnCard, team: int, whys: Sequence[Why] = tuple(Why)) -> int:
    """Customers a team was given on this card, for these reasons."""
    return sum(gain.applied for gain in stage.gains if gain.team == team and gain.why in whys)


def points_text(points: int) -> str:
    """`+2`, `0`, `−1`."""
    return signed(points)


def effects_of(card: Card, stage: OnCard, team: int) -> MeterEffects:
    """What a team's meters were moved by on this card."""
    answer: Answer | None = stage.answer(team)
    if team == stage.viewer and not gained(stage, team, (Why.VIEW,)) and stage.play == "turn":
        return ()
    if isinstance(card, ChoiceCard) and stage.play == "bell":
        won = gained(stage, team, (Why.BELL,)) > 0
        return answer_meters(card, card.key, 1) if won else ()
    points = gained(stage, team, ANSWERED)
    if answer is None and isinstance(card, ChoiceCard):
        return ()
    return answer_meters(card, answer, points)


@dataclass(frozen=True)
class MeterWord:
    """A meter's name and how far it moved."""

    name: str
    by: int


def meter_words(state: State, effects: MeterEffects) -> list[MeterWord]:
    """The first two meters of the deck that moved."""
    moved = dict(effects)
    return [
        MeterWord(meter.name, moved[meter.id])
        for meter in state.content.meters[:2]
        if moved.get(meter.id)
    ]


def meters_width(canvas: Canvas, words: Sequence[MeterWord]) -> float:
    """Units that a line of meters takes."""
    wall = canvas.wall
    return sum(text_width(wall, w.name, wall.S) + abs(w.by) * wall.S * 0.8 + 40 for w in words)


def meters_height(canvas: Canvas, words: Sequence[MeterWord], w: float) -> float:
    """Units the meters take in a box of a width: one line, or one each."""
    lines = len(words) if meters_width(canvas, words) > w else min(1, len(words))
    return lines * canvas.wall.S * 1.2


def draw_meters(canvas: Canvas, words: Sequence[MeterWord], box: Box) -> None:
    """Each meter's name with an arrow a step; on two lines where one is too short."""
    if not words:
        return
    wall = canvas.wall
    lines = [list(words)]
    if meters_width(canvas, words) > box.w and len(words) > 1:
        lines = [[word] for word in words]
    for line, row in zip(lines, box.rows(len(lines)), strict=True):
        x = row.x
        for word in line:
            w = text_width(wall, word.name, wall.S) + 4
            draw_label(
                canvas, word.name, Box(x, row.y, w, row.h), size=wall.S, color=canvas.theme.text_2
            )
            x += w + 8
            size = wall.S * 0.8
            name = "icon-up" if word.by > 0 else "icon-down"
            for _ in range(abs(word.by)):
                pieces.icon(canvas, name, x + size / 2, row.cy, size)
                x += size
            x += 26
