"""What the calm scenes share: pages to turn, a heading, and the round button that goes on."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.i18n import _
from game.rules.actions import Next
from game.screens.kit import pieces, shapes
from game.screens.kit.layer import Layer
from game.screens.kit.motion import SCREEN
from game.screens.kit.names import is_label
from game.screens.kit.text import (
    BODY,
    BOLD,
    HEAVY,
    Fitted,
    Size,
    draw_label,
    fit,
    fit_label,
    pages,
    text_width,
)
from game.screens.kit.theme import Color
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.screen import Do, Hotspot, Look, Outcome, Stay

ONWARD = 88.0
"""Diameter of the button that goes on, in units."""
DOT_STEP = 44.0
"""From the middle of one dot to the next."""
MOST_DOTS = 9
"""Figures tell which of more pages is shown."""


def paged(
    wall: Wall, text: str, box: Box, *, size: Size, weight: int = BODY, leading: float = 1.3
) -> list[Fitted]:
    """A text on one page if it fits at any of the sizes, else on pages of the smallest."""
    whole = fit(wall, text, box.w, box.h, size=size, weight=weight, leading=leading)
    if not whole.overflow:
        return [whole]
    return pages(wall, text, box.w, box.h, size=size, weight=weight, leading=leading)


class Pages:
    """Which of several pages is shown; Next turns them all before the game goes on."""

    def __init__(self) -> None:
        self._at = 0

    def at(self, n: int) -> int:
        """The page shown, of n; another window may need fewer than there were."""
        return max(0, min(self._at, n - 1))

    def forward(self, n: int) -> Outcome | None:
        """Turn to the next page; None on the last."""
        if self.at(n) >= n - 1:
            return None
        self._at = self.at(n) + 1
        return Stay()

    def back(self, n: int) -> Outcome | None:
        """Turn back; None on the first."""
        if self.at(n) == 0:
            return None
        self._at = self.at(n) - 1
        return Stay()


class Backdrop:
    """The wall behind a scene: kept while things move, because its hills take long to compose."""

    def __init__(self) -> None:
        self._layer = Layer()

    def paint(self, canvas: Canvas, draw: Callable[[Canvas], None], *, keep: bool) -> None:
        """Put it on the wall; `draw` composes it, the same for every picture of the scene."""
        if not keep:
            self._layer.forget()
            draw(canvas)
            return
        self._layer.prepare(canvas.wall, "backdrop", draw)
        self._layer.show(canvas.surface)

    def piece(self, rect: pygame.Rect) -> pygame.Surface:
        """What is kept of it under a rectangle (pixels), as an opaque picture."""
        whole = pygame.Surface(rect.size)
        whole.blit(self._layer.surface, (0, 0), rect)
        return whole


def starts_at(look: Look, *, seen: bool) -> float:
    """When a motion begins: at once, or when a scene that comes up has faded in."""
    return float(look.now) if seen else float(look.now + SCREEN.ms)


def onward_box(wall: Wall) -> Box:
    """Where the button that goes on is, in the upper right corner."""
    side = ONWARD * min(wall.seat, 1.34)
    return Box(wall.width - wall.margin - side, 28, side, side)


def draw_onward(canvas: Canvas, box: Box) -> None:
    """A brass disc with an arrow: the next step, for whoever points."""
    theme = canvas.theme
    pieces.sheet(canvas, box, radius=box.w / 2, level="low", fill=theme.brass)
    pieces.icon(canvas, "icon-next", box.cx, box.cy, box.w * 0.56, color=theme.on_brass)


def onward(box: Box, on_next: Callable[[Look], Outcome | None], look: Look) -> Hotspot:
    """The same as a place to point at: does what Next does."""
    return Hotspot(box, lambda: on_next(look) or Do(Next()), _("Next"), radius=box.w / 2)


def heading_height(wall: Wall) -> float:
    """Units from the wall's top to what is below a heading."""
    return 28 + max(onward_box(wall).h, wall.L * 1.1) + 20


def heading(canvas: Canvas, title: str, note: str = "", short: str = "") -> Box:
    """A title, a note at its right and the button that goes on; gives the box below them.

    ``short`` is said instead of a note that is no label any more where it stands.
    """
    wall = canvas.wall
    disc = onward_box(wall)
    draw_onward(canvas, disc)
    height = max(disc.h, wall.L * 1.1)
    line = Box(wall.margin + 24, 28, disc.x - wall.margin - 56, height)
    if note:
        fitted = fit_label(wall, note, line.w * 0.5, line.h, size=wall.S, lines=2)
        if short and not is_label(wall, fitted.size):
            note = short
        wished = text_width(wall, note, wall.M, BODY) + 4
        right, line = line.cut_right(min(wished, line.w * 0.5), 32)
        draw_label(canvas, note, right, size=(wall.M, wall.S), align="right", lines=2)
    draw_label(canvas, title, line, size=(wall.L, wall.M), weight=HEAVY, lines=2)
    top = heading_height(wall)
    return Box(wall.margin, top, wall.width - 2 * wall.margin, wall.height - top - wall.margin)


def draw_dots(
    canvas: Canvas, n: int, at: int, cx: float, cy: float, color: Color | None = None
) -> None:
    """One dot for each page, the one shown filled; nothing for a single one."""
    if n < 2:
        return
    step, r = DOT_STEP, 11.0
    color = canvas.theme.brass_edge if color is None else color
    for i in range(n):
        centre = canvas.point(cx + (i - (n - 1) / 2) * step, cy)
        if i == at:
            shapes.disc(canvas.surface, centre, canvas.px(r), color)
        else:
            shapes.ring(canvas.surface, centre, canvas.px(r), canvas.px(4), color)


def draw_page_mark(canvas: Canvas, pages: int, at: int, cx: float, cy: float) -> None:
    """Which of several pages is shown: dots, or figures where they would be too many."""
    if pages <= MOST_DOTS:
        draw_dots(canvas, pages, at, cx, cy)
        return
    box = Box(cx - 200, cy - 40, 400, 80)
    text = f"{at + 1} / {pages}"
    draw_label(canvas, text, box, size=canvas.wall.S, weight=BOLD, align="center")
