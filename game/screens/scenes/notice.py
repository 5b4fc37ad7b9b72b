"""The quiet line over the wall, and the place it finds where it covers least."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import pygame

from game.i18n import _
from game.screens.kit import pieces
from game.screens.kit.text import BOLD, Fitted, draw_fitted, fit, text_width
from game.screens.kit.wall import Box, Canvas
from game.screens.screen import Hotspot

LEADING = 1.1
STEP = 12.0
"""Units from one place that is tried to the next one below it."""
EDGE = 8.0
"""Units kept free of the wall's edges."""
WORDS, PICTURES, TEAMS, BUTTONS, NEXT = 200.0, 20.0, 1.0, 3.0, 800.0
"""What it costs to cover a square unit of each; the strip of teams can be missed for a moment."""
BEARABLE = 30_000.0
"""Covering so much, of the plates of a few teams, is no reason to make the words smaller."""
SMALL = 0.8
"""Of a label's size, on a near wall at the least."""
CLIMB = 75.0
"""What each unit above the wall's foot costs: people look up there for what is read."""

Taken = tuple[pygame.Rect, float]
"""A place in pixels, and what a square unit of it costs."""


def draw_notice(
    canvas: Canvas,
    words: str,
    *,
    below: float = 0.0,
    spots: Sequence[Hotspot] = (),
    teams: Collection[Box] = (),
) -> pygame.Rect:
    """Say something in passing over everything that was drawn on this canvas; gives its place.

    It keeps off titles and all other words, off the `spots` that can be pressed (the first of
    them, and Next, above all) and off the wall's upper edge down to so many units `below` it. Where
    nothing is free it lies over the plates of the `teams`.
    """
    taken = _taken(canvas, spots, teams)
    told, box = _find(canvas, words, below, taken)
    radius = min(box.h / 2, 40)
    pieces.sheet(canvas, box, radius=radius, level="active", fill=canvas.theme.brass_soft)
    draw_fitted(canvas, told, box.inset(36, 4), align="center", valign="middle")
    return canvas.rect(box)


def _find(canvas: Canvas, words: str, below: float, taken: Sequence[Taken]) -> tuple[Fitted, Box]:
    """(the words, their place): in one line, else where they cover less in two, or smaller.

    Who can put it right sits near, so that it may be smaller than what the last row reads.
    """
    wall = canvas.wall
    found: list[tuple[float, Fitted, Box]] = []
    near = wall.S / wall.seat
    for size in sorted({wall.S, max(near, wall.S * SMALL), near, near * SMALL}, reverse=True):
        whole = text_width(wall, words, size, BOLD)
        for inner in (whole + 24, whole * 0.56 + 24):
            w = min(wall.width - 2 * wall.margin, inner + 72)
            told = fit(wall, words, w - 72, size=size, weight=BOLD, leading=LEADING)
            h = max(64.0, told.height + 24)
            harm, box = _place(canvas, w, h, below, taken)
            if harm < BEARABLE and (len(told.lines) <= 2 or size < wall.S):
                return told, box
            found.append((harm, told, box))
    _harm, told, box = min(found, key=lambda one: one[0])
    return told, box


def _taken(canvas: Canvas, spots: Sequence[Hotspot], teams: Collection[Box]) -> list[Taken]:
    plates = [canvas.rect(box) for box in teams]
    found: list[Taken] = []
    for rects, cost in ((canvas.words, WORDS), (canvas.pictures, PICTURES)):
        for rect in rects:
            # A question across the plates is none of theirs.
            theirs = any(plate.contains(rect) for plate in plates)
            found.append((rect, TEAMS if theirs else cost))
    for i, spot in enumerate(spots):
        wanted = i == 0 or spot.name == _("Next")
        found.append((canvas.rect(spot.box), NEXT if wanted else BUTTONS))
    return found


def _places(canvas: Canvas, w: float, h: float, below: float) -> Iterator[Box]:
    """Places to try, from the wall's foot up; in the middle of its width before at its sides."""
    wall = canvas.wall
    y = wall.height - h - EDGE
    while y >= below + EDGE:
        for x in ((wall.width - w) / 2, wall.margin, wall.width - wall.margin - w):
            yield Box(x, y, w, h)
        y -= STEP


def _place(
    canvas: Canvas, w: float, h: float, below: float, taken: Sequence[Taken]
) -> tuple[float, Box]:
    """(what it covers, the best place for it); in any case there is one, at the upper edge."""
    wall = canvas.wall
    rects = [rect for rect, _cost in taken]
    best, least = (0.0, Box((wall.width - w) / 2, below + EDGE, w, h)), float("inf")
    for box in _places(canvas, w, h, below):
        place = canvas.rect(box.inset(-EDGE))
        harm = 0.0
        for i in place.collidelistall(rects):
            cut = place.clip(rects[i])
            harm += cut.w * cut.h / wall.u**2 * taken[i][1]
        cost = harm + (wall.height - box.bottom) * CLIMB
        if cost < least:
            best, least = (harm, box), cost
    return best
