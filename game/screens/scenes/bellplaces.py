"""Where question, bell and marks lie on a bell card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.screens.kit.strip import strip_box
from game.screens.kit.text import Fitted, fit
from game.screens.kit.wall import Box, Wall
from game.screens.scenes.cardlayout import BAND, FAR_BAND, LOW_BAND, corner

Shape = Literal["beside", "under", "band"]
_NONE = Box(0, 0, 0, 0)


@dataclass(frozen=True)
class BellPlaces:
    """Boxes of the screen; one without width is left out."""

    shape: Shape
    card: Box
    band: float
    words: Box
    """The question."""
    panel: Box
    onward: Box
    title: Box
    line: Box
    bell: Box
    early: Box
    """Teams that rang too early."""
    clock: Box
    rings: Box
    right: Box
    wrong: Box


def bell_places(wall: Wall, teams: int, *, taken: bool) -> BellPlaces:
    """The panel stands beside the card, or under it on a totem.

    Seen from far it is the band of the card, and takes the whole wall once somebody rang.
    """
    strip = strip_box(wall, teams)
    m = wall.margin
    area = Box(m, 36, wall.width - 2 * m, strip.y - 22 - 36)
    if wall.is_far:
        return _far_taken(wall, area) if taken else _far(area)
    if wall.kind == "tall":
        card, panel = area.cut_top(area.h * 0.46, 24)
        band = BAND
    else:
        card, panel = area.cut_left(area.w * (0.587 if wall.kind == "wide" else 0.575), 30)
        band = BAND if wall.kind == "wide" else LOW_BAND
    go = Box(card.right - 28 - 84, card.bottom - 24 - 84, 84, 84)
    words = Box(card.x + 52, card.y + band + 26, card.w - 104, card.h - band - 140)
    if wall.kind == "tall":  # in the corner where a totem has it at every moment
        go = corner(card)
        words = Box(words.x, words.y, words.w, words.h + 90)
    parts = _taken(wall, panel) if taken else _waiting(wall, panel)
    shape: Shape = "under" if wall.kind == "tall" else "beside"
    return BellPlaces(shape, card, band, words, panel, go, *parts)


def lay_question(
    wall: Wall, spots: BellPlaces, prompt: str, *, pictured: bool
) -> tuple[Fitted, Box, Box | None]:
    """(the question, its box, the box of its picture): the picture takes what the words leave."""
    words, smallest = spots.words, wall.S if wall.is_far else wall.M
    below: Box | None = None
    for share in (0.44, 0.34, 0.24) if pictured else ():
        below, words = spots.words.cut_bottom(spots.words.h * share, 20)
        if not fit(wall, prompt, words.w, words.h, size=smallest, leading=1.2).overflow:
            break
    text = fit(wall, prompt, words.w, words.h, size=(wall.L, smallest), leading=1.2)
    return text, words, below


_Parts = tuple[Box, Box, Box, Box, Box, Box, Box, Box]


def _waiting(wall: Wall, panel: Box) -> _Parts:
    inner = panel.inset(24, 24)
    title, rest = inner.cut_top(wall.L * 1.3, 4)
    line, rest = rest.cut_top(wall.M * 2.6, 8)
    early, bell = rest.cut_bottom(150, 20)
    return title, line, bell, early, _NONE, _NONE, _NONE, _NONE


def _taken(wall: Wall, panel: Box) -> _Parts:
    inner = panel.inset(36, 28)
    marks, rest = inner.cut_bottom(116, 22)
    right, wrong = marks.columns(2, 20)
    rings, rest = rest.cut_bottom(min(196.0, rest.h * 0.3), 14)
    title, rest = rest.cut_bottom(min(wall.L * 2.1, rest.h * 0.34), 10)
    ring = min(214.0, rest.w * 0.34, rest.h)
    clock, bell = rest.cut_right(ring, 16)
    clock = Box(clock.x, clock.y, ring, ring)
    return title, _NONE, bell, _NONE, clock, rings, right, wrong


def _far(area: Box) -> BellPlaces:
    go = Box(area.right - 36 - 76, area.bottom - 16 - 76, 76, 76)
    head = Box(area.x + 36, area.y + 6, area.w - 72, FAR_BAND - 12)
    bell, words = head.cut_left(200 if area.w > area.h else 140, 28)
    title, line = words.cut_top(words.h * 0.58)
    foot, rest = Box(area.x, area.y + FAR_BAND, area.w, area.h - FAR_BAND).cut_bottom(104)
    early = Box(foot.x + 48, foot.y, foot.w - 220, 88)
    text = Box(rest.x + 52, rest.y + 24, rest.w - 104, rest.h - 30)
    return BellPlaces(
        "band",
        area,
        FAR_BAND,
        text,
        _NONE,
        go,
        title,
        line,
        bell,
        early,
        _NONE,
        _NONE,
        _NONE,
        _NONE,
    )


def _far_taken(wall: Wall, area: Box) -> BellPlaces:
    inner = area.inset(48, 30)
    marks, rest = inner.cut_bottom(140, 24)
    right, wrong = marks.columns(2, 28)
    if wall.kind == "tall":
        bell, rest = rest.cut_top(rest.h * 0.36, 16)
        clock, rest = rest.cut_top(min(240.0, rest.h * 0.4), 16)
        title, rings = rest.cut_top(rest.h * 0.5, 12)
    else:
        bell, rest = rest.cut_left(rest.w * 0.36, 32)
        clock, words = rest.cut_right(min(300.0, rest.w * 0.3), 24)
        clock = clock.centred(clock.w, min(clock.w, clock.h))
        title, rings = words.cut_top(words.h * 0.5, 12)
    return BellPlaces(
        "band", area, 0, _NONE, area, _NONE, title, _NONE, bell, _NONE, clock, rings, right, wrong
    )
