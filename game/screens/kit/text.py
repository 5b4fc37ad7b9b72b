"""Text that fits its box, in any script, and is never cut.

Sizes are font sizes in units (``wall.M``), capitals are 0.668 of that. Text is placed
by its line box, as a browser does; in the middle of a box it is centred by its
capitals, because that is what the eye sees.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

import pygame

from game.i18n import language
from game.screens.kit.fitting import Words, fit_pixels
from game.screens.kit.fonts import ASCENT, CAP_HEIGHT, DESCENT, nearest_weight, primary
from game.screens.kit.glyphs import line_surface
from game.screens.kit.runs import clean, is_rtl
from game.screens.kit.theme import Color
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.kit.wrap import line_width

Align = Literal["left", "center", "right"]
VAlign = Literal["top", "middle", "bottom"]
Size = float | tuple[float, float]
"""One size in units, or (largest, smallest): the largest that fits is taken."""

BODY, OPTION, BOLD, HEAVY = 500, 600, 700, 800
"""Weights: reading text, options, names, titles."""
_LONGEST = 20_000


@dataclass(frozen=True)
class Fitted:
    """Text broken into lines of one size, ready to be drawn."""

    lines: tuple[str, ...]
    px: int
    """Font size in pixels."""
    weight: int
    leading: float
    """Line height, in parts of the font size."""
    u: float
    """Pixels a unit, of the wall it was fitted for."""
    overflow: bool
    """It does not fit the box at the smallest size: show it on two faces."""
    rtl: bool = False
    """It is read from right to left, and so begins at the right."""

    @property
    def size(self) -> float:
        """Font size in units."""
        return self.px / self.u

    @property
    def line_px(self) -> int:
        """Distance of baselines in pixels."""
        return max(1, round(self.px * self.leading))

    @property
    def height(self) -> float:
        """Height of all line boxes, in units."""
        return self.line_px * len(self.lines) / self.u

    @property
    def width(self) -> float:
        """Width of the widest line, in units."""
        return max((line_width(t, self.weight, self.px) for t in self.lines), default=0) / self.u

    def first(self, n: int) -> Fitted:
        """Its first n lines."""
        return replace(self, lines=self.lines[:n])

    def after(self, n: int) -> Fitted:
        """What follows the first n lines."""
        return replace(self, lines=self.lines[n:])


@lru_cache(maxsize=1024)
def _sizes(size: Size, u: float) -> tuple[int, ...]:
    largest, smallest = size if isinstance(size, tuple) else (size, size)
    top, low = max(4, round(largest * u)), max(4, round(min(smallest, largest) * u))
    step = max(1, top // 40)
    return tuple(sorted({*range(low, top + 1, step), top}, reverse=True))


def fit(  # noqa: PLR0913 - how a text looks, each with a default
    wall: Wall,
    text: str,
    w: float,
    h: float = 1e6,
    *,
    size: Size | None = None,
    weight: int = BODY,
    leading: float = 1.3,
    lines: int = 10_000,
    balance: bool = False,
    words: Words = "broken",
) -> Fitted:
    """Break text for a box of w x h units, at the largest size that fits.

    Words are parted or broken only where even the smallest size needs it; what ``words``
    does not allow counts as overflow. ``lines`` limits the number of lines; ``balance``
    makes them about equally long, for centred titles.
    """
    u = wall.u
    box = (max(1, int(w * u)), max(1, int(min(h, 1e6) * u) + 1))
    chosen = wall.M if size is None else size
    found, px, overflow = fit_pixels(
        text[:_LONGEST], box, _sizes(chosen, u), nearest_weight(weight), leading,
        lines, balance, words, language(),
    )  # fmt: skip
    return Fitted(found, px, nearest_weight(weight), leading, u, overflow, is_rtl(text[:_LONGEST]))


def text_width(wall: Wall, text: str, size: float, weight: int = BODY) -> float:
    """Width of one line in units."""
    px = _sizes(size, wall.u)[0]
    line = clean(text[:_LONGEST]).replace("\n", " ")
    return line_width(line, nearest_weight(weight), px) / wall.u


def draw_fitted(
    canvas: Canvas,
    fitted: Fitted,
    box: Box,
    *,
    color: Color | None = None,
    align: Align = "left",
    valign: VAlign = "top",
) -> None:
    """Draw lines in a box. Lines that do not fit are left out, and an ellipsis says so."""
    color = canvas.theme.text if color is None else color
    rect = canvas.rect(box)
    px, step = fitted.px, fitted.line_px
    shown = list(fitted.lines)
    room = max(1, int((rect.h + step * 0.35) / step))
    if fitted.overflow and len(shown) > room:
        shown = [*shown[: room - 1], _with_ellipsis(shown[room - 1], fitted, rect.w)]
    lead = (step - px * (ASCENT + DESCENT)) / 2 + px * ASCENT
    block = step * (len(shown) - 1)
    side = align
    if fitted.rtl and align != "center":
        side = "right" if align == "left" else "left"
    if valign == "top":
        baseline = rect.y + lead
    elif valign == "middle":
        baseline = rect.y + (rect.h - block + px * CAP_HEIGHT) / 2
    else:
        baseline = rect.bottom - step + lead - block
    for i, line in enumerate(shown):
        picture = line_surface(line, fitted.weight, px, color, fitted.rtl)
        x = rect.x
        if side != "left":
            slack = rect.w - picture.get_width()
            x += slack if side == "right" else slack // 2
        top = round(baseline + i * step) - primary(fitted.weight, px).get_ascent()
        canvas.surface.blit(picture, (x, top))
        seen = round(baseline + i * step - px * CAP_HEIGHT)
        canvas.words.append(pygame.Rect(x, seen, picture.get_width(), round(px * 0.9)))


def _with_ellipsis(line: str, fitted: Fitted, width: int) -> str:
    while line and line_width(line + "…", fitted.weight, fitted.px) > width:
        line = line[:-1]
    return line.rstrip() + "…"


def draw_text(  # noqa: PLR0913 - how a text looks, each with a default
    canvas: Canvas,
    text: str,
    box: Box,
    *,
    size: Size | None = None,
    weight: int = BODY,
    color: Color | None = None,
    align: Align = "left",
    valign: VAlign = "top",
    leading: float = 1.3,
    lines: int = 10_000,
    balance: bool = False,
) -> Fitted:
    """Fit text into a box and draw it; the answer says what became of it."""
    fitted = fit(
        canvas.wall, text, box.w, box.h,
        size=size, weight=weight, leading=leading, lines=lines, balance=balance,
    )  # fmt: skip
    draw_fitted(canvas, fitted, box, color=color, align=align, valign=valign)
    return fitted


def fit_label(
    wall: Wall,
    text: str,
    w: float,
    h: float,
    *,
    size: Size | None = None,
    weight: int = BODY,
    lines: int = 1,
) -> Fitted:
    """What ``draw_label`` would draw in a box of w x h units."""
    largest = wall.M if size is None else size
    if not isinstance(largest, tuple):
        largest = (largest, min(largest, wall.S))
    low = largest[1]
    some = max(2, lines)
    tries: tuple[tuple[Size, int, Words, float], ...] = (
        (largest, lines, "whole", 1.1),
        (low, some, "parted", 1.0),
        ((low, low * 0.8), some, "parted", 1.05),
        # A broken name is harder to read from afar than a smaller one.
        ((low * 0.8, low * 0.55), some, "parted", 1.0),
        ((low, low * 0.7), 99, "broken", 1.05),
        ((low * 0.7, low * 0.3), 99, "broken", 1.0),
    )
    for sizes, most, words, leading in tries:
        fitted = fit(
            wall, text, w, h,
            size=sizes, weight=weight, leading=leading, lines=most, words=words,
        )  # fmt: skip
        if not fitted.overflow:
            break
    return fitted


def draw_label(
    canvas: Canvas,
    text: str,
    box: Box,
    *,
    size: Size | None = None,
    weight: int = BODY,
    color: Color | None = None,
    align: Align = "left",
    lines: int = 1,
) -> Fitted:
    """A short text in the middle of a box's height: names, buttons, hints.

    It shrinks to S (or the smallest size given), then takes a second line and parts words
    between syllables, and only a text that still does not fit becomes smaller than that;
    nothing is ever cut.
    """
    fitted = fit_label(canvas.wall, text, box.w, box.h, size=size, weight=weight, lines=lines)
    draw_fitted(canvas, fitted, box, color=color, align=align, valign="middle")
    return fitted


def pages(
    wall: Wall,
    text: str,
    w: float,
    h: float,
    *,
    size: Size | None = None,
    weight: int = BODY,
    leading: float = 1.3,
) -> list[Fitted]:
    """Text on as many faces as it needs: one if it fits, else of the smallest size."""
    whole = fit(wall, text, w, h, size=size, weight=weight, leading=leading)
    room = max(1, int(h * wall.u / whole.line_px))
    out = []
    while whole.lines:
        out.append(replace(whole.first(room), overflow=False))
        whole = whole.after(room)
    return out or [replace(whole, overflow=False)]
