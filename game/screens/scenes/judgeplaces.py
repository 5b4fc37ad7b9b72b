"""Where card, floor, scale and ballots lie while a card is judged.

On a narrow wall with a far last row, half the width holds no words that can be read: there the
card takes all of it, its band says who played, and the points lie below in one row.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.screens.kit.strip import LINE, strip_box
from game.screens.kit.wall import Box, Wall
from game.screens.scenes.cardlayout import corner

_NONE = Box(0, 0, 0, 0)
STACKED_BAND = 124.0
"""The band of a card above its points: what Next asks for has two lines in it."""
FEW = 4
"""Teams whose strip leaves room for a plan that is read from afar."""
BALLOT = 320.0
"""Width of a ballot where there is room: most names of teams fit on one or two lines."""
_SIDE = 84.0
"""Of the button that goes on."""


@dataclass(frozen=True)
class JudgePlaces:
    """Boxes of the screen; one without width is left out."""

    card: Box
    floor: Box
    """Who played; what Next asks for lies over it."""
    scale: Box
    view: Box
    """The points of an added view."""
    count: Box
    """How many votes are in."""
    ballots: tuple[Box, ...]
    onward: Box
    strip: bool = False
    """Whether the teams stand along the bottom."""


def judge_places(
    wall: Wall, teams: int, voters: int, *, view: bool, plan: bool = False
) -> JudgePlaces:
    """Ballots along the bottom where peers vote, else the strip; on a totem all below the card.

    A plan that is read from afar takes the room of a strip that would be several rows high.
    """
    if wall.is_tight:
        return _stacked(wall, voters, view=view, plan=plan)
    m = wall.margin
    strip = not voters and not (plan and wall.is_far and teams > FEW)
    if voters:
        high = 216.0 if wall.kind != "tall" else 260.0
        if wall.is_far:
            rows = -(-(voters + 1) // _far_columns(wall))
            high = rows * 2 * LINE * wall.S + (rows - 1) * 12
        low = Box(m, wall.height - 28 - high, wall.width - 2 * m, high)
        bottom = low.y - 26
    else:
        low = _NONE
        bottom = strip_box(wall, teams).y - 22 if strip else wall.height - 36
    area = Box(m, 36, wall.width - 2 * m, bottom - 36)
    if wall.kind == "tall":
        share = 0.46 if view else 0.54 if not wall.is_far else 0.5 if plan else 0.58
        card, rest = area.cut_top(area.h * share, 24)
        floor, rest = rest.cut_top(170, 22)
    else:
        share = 0.641 if wall.kind == "wide" and not wall.is_far else 0.56
        card, rest = area.cut_left(area.w * share, 32)
        floor, rest = rest.cut_top(190 if view else 180 if plan and wall.is_far else 220, 24)
    scale, panel = rest, _NONE
    if view:
        panel, scale = rest.cut_bottom(rest.h * 0.37, 22)
    count, ballots = _ballots(wall, low, voters)
    go = corner(card) if wall.kind == "tall" else _go(floor)
    return JudgePlaces(card, floor, scale, panel, count, ballots, go, strip)


def _go(floor: Box) -> Box:
    return Box(floor.right - _SIDE - 26, floor.cy - _SIDE / 2, _SIDE, _SIDE)


def _stacked(wall: Wall, voters: int, *, view: bool, plan: bool) -> JudgePlaces:
    """No strip: who played wears a token in the band, and the points take its place."""
    m = wall.margin
    area = Box(m, 30, wall.width - 2 * m, wall.height - 58)
    count = _NONE
    ballots: tuple[Box, ...] = ()
    if voters:
        low, area = area.cut_bottom(252, 20)
        count, *cells = low.grid(voters + 1, 4, 12)
        ballots = tuple(cells)
    if plan:
        scale, card = area.cut_bottom(148, 20)
    else:
        lines = 2 if view else 1
        scale, card = area.cut_bottom(2 * 24 + 14 + wall.S * 1.3 * lines + 104, 20)
    panel = _NONE
    if view:
        panel, scale = scale.cut_right(scale.w * 0.43, 20)
    floor = card.cut_top(STACKED_BAND)[0]
    return JudgePlaces(card, floor, scale, panel, count, ballots, _go(floor))


def _ballots(wall: Wall, low: Box, voters: int) -> tuple[Box, tuple[Box, ...]]:
    if not voters:
        return _NONE, ()
    if wall.is_far:  # beside their tokens names are as large as labels
        count, *cells = low.grid(voters + 1, _far_columns(wall), 12)
        return count, tuple(cells)
    if wall.kind == "tall":
        count, rest = low.cut_top(60, 8)
        return count, tuple(rest.grid(voters, 4, 12))
    count, rest = low.cut_left(316, 16)
    gap = 16.0
    w = min(BALLOT, (rest.w - gap * (voters - 1)) / voters)
    return count, tuple(Box(rest.x + i * (w + gap), rest.y, w, rest.h) for i in range(voters))


def _far_columns(wall: Wall) -> int:
    """How many ballots, and what counts them, stand beside one another for a far last row."""
    return 2 if wall.kind == "tall" else 4


def scale_cells(box: Box, count: int, head: float) -> list[Box]:
    """Cells of a scale below its heading: two by two, or in a row where that is too low."""
    inner = box.inset(32, 24)
    cells = inner.cut_top(head, 14)[1]
    if count == 4 and cells.h >= 2 * 110 + 16:
        return cells.grid(4, 2, 16)
    return cells.columns(count, 14)
