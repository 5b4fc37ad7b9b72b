"""Controls of the screens outside the game, each with how it looks and what comes of it.

A screen is a list of parts: what is drawn and what can be pointed at come from one layout,
so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from game.screens.kit import pieces
from game.screens.kit.text import (
    BODY,
    BOLD,
    HEAVY,
    OPTION,
    Align,
    draw_fitted,
    draw_label,
    fit,
    text_width,
)
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.onward import draw_page_mark
from game.screens.screen import Hotspot, Outcome

Does = Outcome | Callable[[], Outcome | None]

LATER = 100
"""Rank of what is wanted last: the way back."""


@dataclass(frozen=True)
class Part:
    """Something on a screen."""

    draw: Callable[[Canvas], None]
    spot: Hotspot | None = None
    """Where it can be pointed at; None for what is only looked at."""
    rank: int = 50
    """Previous reaches the lower rank first; among equals, in the order of the screen."""


def paint_parts(canvas: Canvas, parts: Iterable[Part]) -> None:
    """Draw them, the first at the bottom."""
    for part in parts:
        part.draw(canvas)


def spots_of(parts: Iterable[Part]) -> list[Hotspot]:
    """What can be pointed at, the most wanted first."""
    ranked = sorted((part for part in parts if part.spot is not None), key=lambda p: p.rank)
    return [part.spot for part in ranked if part.spot is not None]


def label(
    text: str,
    box: Box,
    *,
    size: float | tuple[float, float] | None = None,
    weight: int = BODY,
    grey: bool = False,
    align: Align = "left",
    lines: int = 2,
) -> Part:
    """A few words in the middle of a box's height."""

    def draw(canvas: Canvas) -> None:
        color = canvas.theme.text_2 if grey else canvas.theme.text
        draw_label(
            canvas, text, box, size=size, weight=weight, color=color, align=align, lines=lines
        )

    return Part(draw)


def sheet(box: Box) -> Part:
    """A sheet of paper under what follows."""
    return Part(lambda canvas: _sheet(canvas, box))


def _sheet(canvas: Canvas, box: Box) -> None:
    pieces.sheet(canvas, box)


def back_button(box: Box, does: Does, name: str) -> Part:
    """A disc with an arrow to the left: where one came from."""

    def draw(canvas: Canvas) -> None:
        pieces.chip(canvas, box, radius=box.w / 2)
        pieces.icon(canvas, "icon-back", box.cx, box.cy, box.w * 0.5)

    return Part(draw, Hotspot(box, does, name, radius=box.w / 2), rank=LATER)


def button(
    box: Box,
    text: str,
    does: Does,
    *,
    rank: int = 50,
    icon: str = "",
    small: bool = False,
    name: str = "",
) -> Part:
    """A paper button; `small` sets its label in the size of labels.

    `name` tells it from others of the same label.
    """

    def draw(canvas: Canvas) -> None:
        wall = canvas.wall
        pieces.chip(canvas, box, radius=min(36.0, box.h / 2))
        inner = box.inset(min(28.0, box.w * 0.07), 4)
        if icon:
            glyph = min(inner.h * 0.6, wall.S * 1.2)
            pieces.icon(canvas, icon, inner.x + glyph / 2, box.cy, glyph)
            inner = inner.cut_left(glyph, 16)[1]
        size = wall.S if small else (wall.M, wall.S)
        align: Align = "left" if icon else "center"
        draw_label(canvas, text, inner, size=size, weight=BOLD, align=align, lines=2)

    return Part(draw, Hotspot(box, does, name or text, radius=min(36.0, box.h / 2)), rank)


def button_width(wall: Wall, text: str, icon: bool = False) -> float:
    """What a small button needs for its label in one line."""
    glyph = wall.S * 1.2 + 16 if icon else 0
    return text_width(wall, text, wall.S, BOLD) + glyph + 60


def primary_button(box: Box, text: str, does: Does, *, large: bool = True) -> Part:
    """The one brass button: the next step."""

    def draw(canvas: Canvas) -> None:
        wall, theme = canvas.wall, canvas.theme
        radius = min(44.0, box.h / 2)
        pieces.sheet(canvas, box, radius=radius, level="high", fill=theme.brass)
        size = min(wall.L if large else wall.M, box.h * 0.46)
        inner = box.inset(28, 8)
        glyph = min(size, inner.w * 0.22) * 0.94
        # Words on one line are worth more than the arrow, and whole words in any case.
        for lines, arrow in ((1, glyph + 24), (1, 0.0), (2, glyph + 24), (2, 0.0)):
            words = fit(wall, text, inner.w - arrow, inner.h, size=(size, min(size, wall.S)),
                        weight=HEAVY, leading=1.05, lines=lines, words="whole")  # fmt: skip
            if not words.overflow:
                break
        left = inner.cx - (words.width + arrow) / 2
        place = Box(left, inner.y, words.width, inner.h)
        draw_fitted(canvas, words, place, color=theme.on_brass, valign="middle")
        if arrow:
            x = place.right + arrow - glyph / 2
            pieces.icon(canvas, "icon-next", x, box.cy, glyph, color=theme.on_brass)

    return Part(draw, Hotspot(box, does, text, radius=min(44.0, box.h / 2)), rank=0)


@dataclass(frozen=True)
class Pick:
    """One of a few values that exclude one another."""

    text: str
    does: Does
    on: bool


FINGER = 66.0
"""The least width of what is touched."""


def segments_need(wall: Wall, picks: Sequence[Pick]) -> list[float]:
    """The least each of these values takes side by side."""
    return [max(text_width(wall, pick.text, wall.S, BOLD) + 14, FINGER) for pick in picks]


def segments(wall: Wall, box: Box, picks: Sequence[Pick], *, rank: int = 50) -> list[Part]:
    """A row of values in a trough, the chosen one lifted out in soft brass."""
    parts = [Part(lambda canvas: pieces.pill(canvas, box))]
    needs = segments_need(wall, picks)
    even = box.w / max(1, len(picks))
    spare = even - sum(needs) / max(1, len(picks))
    # Equal widths where every word fits; else each gets what it needs, and an equal share more.
    fits = max(needs, default=0) + 18 <= even
    widths = [even] * len(picks) if fits else [need + spare for need in needs]
    x = box.x
    for pick, w in zip(picks, widths, strict=True):
        cell = Box(x, box.y, w, box.h)
        x += w
        parts.append(Part(_segment(cell, pick), _spot(cell, pick), rank))
    return parts


def _segment(cell: Box, pick: Pick) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        if pick.on:
            pieces.pill(canvas, cell, chosen=True)
        draw_label(
            canvas, pick.text, cell.inset(5, 2), size=canvas.wall.S,
            weight=BOLD if pick.on else BODY, align="center", lines=2,
        )  # fmt: skip

    return draw


def _spot(cell: Box, pick: Pick) -> Hotspot:
    return Hotspot(cell, pick.does, pick.text, radius=cell.h / 2)


def stepper(
    box: Box, text: str, less: Does | None, more: Does | None, *, rank: int = 50, name: str = ""
) -> list[Part]:
    """A value between − and +; None where it goes no further, and the sign turns pale."""
    side = box.h
    minus, rest = box.cut_left(side)
    plus, middle = rest.cut_right(side)

    def draw(canvas: Canvas) -> None:
        wall, theme = canvas.wall, canvas.theme
        pieces.pill(canvas, box)
        for place, icon, does in ((minus, "icon-minus", less), (plus, "icon-plus", more)):
            if does is not None:
                disc = place.inset(6)
                pieces.inset(canvas, disc, radius=disc.w / 2, fill=theme.sheet)
                pieces.outlined(canvas, disc, radius=disc.w / 2)
            color = theme.text if does is not None else theme.line
            pieces.icon(canvas, icon, place.cx, place.cy, side * 0.42, color=color)
        draw_label(
            canvas, text, middle, size=(min(wall.M, box.h * 0.62), wall.S),
            weight=BOLD, align="center", lines=2,
        )  # fmt: skip

    parts = [Part(draw)]
    for place, does, sign in ((minus, less, "−"), (plus, more, "+")):
        if does is not None:
            spot = Hotspot(place, does, f"{name} {sign}".strip(), radius=side / 2)
            parts.append(Part(lambda _canvas: None, spot, rank))
    return parts


def choice_chip(
    box: Box,
    title: str,
    does: Does,
    *,
    on: bool,
    note: str = "",
    aside: bool = False,
    rank: int = 50,
) -> Part:
    """Something to choose or leave: a check when chosen, a plus when not.

    `note` stands at the right. What is `aside` cannot be chosen: it is dashed and grey.
    """

    def draw(canvas: Canvas) -> None:
        wall, theme = canvas.wall, canvas.theme
        radius = min(39.0, box.h / 2)
        if aside:
            pieces.dashed(canvas, box, radius=radius)
        elif on:
            pieces.inset(canvas, box, radius=radius, chosen=True, line=4)
        else:
            pieces.outlined(canvas, box, radius=radius)
        glyph = wall.S
        inner = box.inset(28, 2)
        if not aside:
            mark = "icon-check" if on else "icon-plus"
            color = theme.text if on else theme.text_2
            pieces.icon(canvas, mark, inner.x + glyph / 2, box.cy, glyph, color=color)
            inner = inner.cut_left(glyph, 18)[1]
        if note:
            wished = min(inner.w * 0.5, text_width(wall, note, wall.S) + 4)
            right, inner = inner.cut_right(wished, 20)
            draw_label(canvas, note, right, size=wall.S, color=theme.text_2, align="right", lines=2)
        ink = theme.text_2 if aside else theme.text
        weight = BOLD if on else OPTION
        draw_label(canvas, title, inner, size=wall.S, weight=weight, color=ink, lines=2)

    return Part(draw, Hotspot(box, does, title, radius=min(39.0, box.h / 2)), rank)


def page_turner(cx: float, cy: float, pages: int, at: int, does: Does, name: str) -> list[Part]:
    """Which page is shown, and it can be pointed at; nothing for a single page."""
    if pages < 2:
        return []
    w = 44.0 * min(pages, 5) + 120
    spot = Hotspot(Box(cx - w / 2, cy - 32, w, 64), does, name, radius=32)
    return [Part(lambda canvas: draw_page_mark(canvas, pages, at, cx, cy), spot, LATER - 1)]
