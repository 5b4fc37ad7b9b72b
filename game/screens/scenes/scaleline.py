"""The line of an estimate: which numbers it shows, and the bands round the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.rules.cards import EstimateCard, Measure
from game.screens.kit import shapes
from game.screens.kit.text import BODY, BOLD, draw_label, text_width
from game.screens.kit.wall import Box, Canvas
from game.screens.scenes.entry import told

FAR_OFF = 5.0
"""Guesses this many outer bands away from the answer are shown at the line's end."""
LEAST = 16.0
"""A band is never narrower than this, in units."""


@dataclass(frozen=True)
class Scale:
    """Which part of the numbers the line shows."""

    low: float
    high: float
    left: float
    right: float
    """Units where low and high lie."""

    def x(self, value: float) -> float:
        """Where a number lies; beyond the ends it stays at the end."""
        part = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return self.left + (self.right - self.left) * min(1.0, max(0.0, part))


def bands(card: EstimateCard) -> list[tuple[float, float]]:
    """(lowest, highest) number of each band, the widest first; never beyond what can be."""
    k = abs(card.answer) / 100 if card.bands.relative else 1.0
    low, high = limits(card)
    return [
        (max(low, card.answer - w * k), min(high, card.answer + w * k))
        for w in reversed(card.bands.widths)
    ]


def limits(card: EstimateCard) -> tuple[float, float]:
    """What a number of this card can sensibly be: a share lies from 0 to 100."""
    if card.measure is Measure.PERCENTAGE and 0 <= card.answer <= 100:
        return 0.0, 100.0
    if card.measure is Measure.NUMBER and card.answer >= 0:
        return 0.0, float("inf")
    return float("-inf"), float("inf")


def scale_for(card: EstimateCard, guesses: Sequence[float], left: float, right: float) -> Scale:
    """Wide enough for the bands and the guesses, but not for one that is far off."""
    (low, high), *_rest = bands(card)
    outer = max(high - card.answer, card.answer - low, 1e-9)
    least, most = limits(card)
    low, high = max(least, low - outer * 0.25), min(most, high + outer * 0.25)
    for guess in guesses:
        near = min(max(guess, card.answer - outer * FAR_OFF), card.answer + outer * FAR_OFF)
        low, high = min(low, near), max(high, near)
    pad = (high - low) * 0.03
    return Scale(low - pad, high + pad, left, right)


def paint_line(canvas: Canvas, card: EstimateCard, scale: Scale, line: Box) -> None:
    """The bands, one within the other, and the answer's mark."""
    theme, surface = canvas.theme, canvas.surface
    rail = Box(line.x - 20, line.cy - 5, line.w + 40, 10)
    shapes.rounded(surface, canvas.rect(rail), canvas.px(5), theme.line)
    fills = (theme.hair, theme.brass_soft, theme.brass)
    for (low, high), fill in zip(bands(card), fills, strict=True):
        a, b = scale.x(low), scale.x(high)
        if b - a < LEAST:
            a, b = (a + b - LEAST) / 2, (a + b + LEAST) / 2
        box = Box(a, line.y, b - a, line.h)
        shapes.rounded(surface, canvas.rect(box.inset(-3, -3)), canvas.px(16), theme.brass_edge)
        shapes.rounded(surface, canvas.rect(box), canvas.px(14), fill)


def paint_answer_mark(canvas: Canvas, card: EstimateCard, scale: Scale, line: Box) -> None:
    """Where the answer is, over everything else on the line."""
    mark = Box(scale.x(card.answer) - 6, line.y - 14, 12, line.h + 28)
    shapes.rounded(canvas.surface, canvas.rect(mark), canvas.px(6), canvas.theme.text)


def paint_numbers(canvas: Canvas, card: EstimateCard, scale: Scale, low: Box) -> None:
    """Under the line: the answer and the ends of the outer band, where they have room."""
    wall = canvas.wall
    least, most = bands(card)[0]
    used: list[Box] = []
    for value, weight in ((card.answer, BOLD), (least, BODY), (most, BODY)):
        text = told(card, round(value, 2))
        w = text_width(wall, text, wall.S, weight) + 8
        x = scale.x(value)
        box = Box(min(max(low.x, x - w / 2), low.right - w), low.y, w, low.h)
        if any(box.inset(-14, 0).meets(other) for other in used):
            continue
        used.append(box)
        draw_label(canvas, text, box, size=wall.S, weight=weight, align="center")
