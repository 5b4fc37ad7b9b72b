"""What the screens of keys and buzzers share: a heading with the way back, and a panel of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.i18n import _
from game.screens import parts
from game.screens.kit import pieces
from game.screens.kit.text import (
    BODY,
    BOLD,
    HEAVY,
    Align,
    draw_fitted,
    draw_label,
    fit,
    text_width,
)
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.parts import Does, Part
from game.screens.screen import Hotspot, Pop

HEAD = 96.0
GAP = 24.0


def head_height(wall: Wall) -> float:
    """Of the heading; it grows less than what is read below it."""
    return HEAD * min(wall.seat, 1.34)


def body(wall: Wall) -> Box:
    """Everything under the heading."""
    m = wall.margin
    top = 28 + head_height(wall) + GAP
    return Box(m, top, wall.width - 2 * m, wall.height - top - m)


def heading(
    wall: Wall,
    title: str,
    action: tuple[str, Does] | None = None,
    *,
    leave: Does | None = None,
    note: str = "",
) -> list[Part]:
    """The way back, what this is, and at the right how far one is or what can be done with all."""
    m = wall.margin
    box = Box(m, 28, wall.width - 2 * m, head_height(wall))
    disc, rest = box.cut_left(min(box.h, HEAD), GAP)
    found = [parts.back_button(disc.centred(disc.w, disc.w), leave or Pop(), _("Back"))]
    if action is not None:
        words, does = action
        wanted = min(rest.w * 0.5, parts.button_width(wall, words))
        place, rest = rest.cut_right(wanted, GAP)
        found.append(parts.button(place, words, does, rank=parts.LATER - 2, small=True))
    if note:
        place, rest = rest.cut_right(text_width(wall, note, wall.S, BOLD) + 8, GAP)
        found.append(parts.label(note, place, size=wall.S, weight=BOLD, align="right"))
    found.append(parts.label(title, rest, size=(wall.L, wall.M * 0.8), weight=HEAVY, lines=2))
    return found


@dataclass(frozen=True)
class Words:
    """A paragraph of a panel."""

    text: str
    size: float
    """Its largest size, in units."""
    weight: int = BODY
    grey: bool = False


def panel(box: Box, words: Sequence[Words]) -> Part:
    """Paragraphs one below the other, in the middle of a sheet; all shrink alike if they must."""

    def draw(canvas: Canvas) -> None:
        parts.sheet(box).draw(canvas)
        draw_words(canvas, box.inset(min(40.0, box.w * 0.06), min(24.0, box.h * 0.08)), words)

    return Part(draw)


def draw_words(canvas: Canvas, box: Box, words: Sequence[Words]) -> None:
    """Paragraphs in the middle of a box, none smaller than a label unless nothing else helps."""
    wall, theme = canvas.wall, canvas.theme
    told = [w for w in words if w.text]
    for shrink in (1.0, 0.85, 0.7, 0.55, 0.45, 0.35, 0.0):
        gap = wall.S * (0.5 if shrink else 0.12)  # before they run over, they stand closer
        sizes = [max(wall.S, w.size * shrink) for w in told]
        found = [
            fit(wall, w.text, box.w, size=(s, wall.S), weight=w.weight, leading=1.12)
            for w, s in zip(told, sizes, strict=True)
        ]
        height = sum(f.height for f in found) + gap * (len(found) - 1)
        whole = all(f.width <= box.w + 1 for f in found)
        if height <= box.h and whole:
            break
    y = box.cy - height / 2
    for w, fitted in zip(told, found, strict=True):
        place = Box(box.x, y, box.w, fitted.height)
        color = theme.text_2 if w.grey else theme.text
        draw_fitted(canvas, fitted, place, color=color, align="center")
        y += fitted.height + gap


def buttons(wall: Wall, box: Box, told: Sequence[tuple[str, Does]], *, rank: int = 0) -> list[Part]:
    """Buttons of equal width; the first is what Next is meant for."""
    found = []
    for i, (place, (text, does)) in enumerate(zip(box.columns(len(told), GAP), told, strict=True)):
        if i == 0:
            found.append(parts.primary_button(place, text, does, large=False))
        else:
            found.append(parts.button(place, text, does, rank=rank + i))
    return found


def row_part(
    box: Box, title: str, note: str, does: Does, *, on: bool = False, rank: int = 50
) -> Part:
    """A line to choose: what it is, and at the right (or below, if need be) what it holds."""

    def draw(canvas: Canvas) -> None:
        wall, theme = canvas.wall, canvas.theme
        if on:
            pieces.inset(canvas, box, radius=28, chosen=True, line=4)
        else:
            pieces.chip(canvas, box, radius=28)
        inner = box.inset(28, 6)
        wide = text_width(wall, title, wall.S, BOLD) + text_width(wall, note, wall.S) + 24
        if wide <= inner.w or not note:
            want = text_width(wall, title, wall.S, BOLD) + 6
            left, right = inner.cut_left(min(inner.w, want), 18)
        else:
            left, right = inner.rows(2, 0)
        draw_label(canvas, title, left, size=wall.S, weight=BOLD, lines=1)
        if note:
            align: Align = "right" if left.y == right.y else "left"
            draw_label(canvas, note, right, size=wall.S, color=theme.text_2, align=align, lines=1)

    return Part(draw, Hotspot(box, does, title, radius=28), rank)
