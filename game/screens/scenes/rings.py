"""Who rang, and when: the winner, those together with it, the runners-up."""

from __future__ import annotations

from dataclasses import dataclass

from game.i18n import _, number
from game.rules.state import Bell, State
from game.screens.kit import pieces
from game.screens.kit.people import token
from game.screens.kit.strip import Plate
from game.screens.kit.text import BOLD, draw_label, text_width
from game.screens.kit.wall import Box, Canvas
from game.screens.scenes.frame import team_colour, team_name

MOST_MS = 9999


@dataclass(frozen=True)
class Rung:
    """One line below the winner."""

    team: int
    words: str


def rung_after(bell: Bell) -> list[Rung]:
    """Those together with the winner, then the runners-up with their gap."""
    lines = [
        Rung(ring.team, _("together"))
        for ring in bell.rings[: bell.together]
        if ring.team != bell.winner
    ]
    for team, gap in bell.runners_up:
        if gap <= MOST_MS:
            lines.append(Rung(team, _("+{n} ms").format(n=number(gap))))
        else:
            lines.append(Rung(team, _("later")))
    return lines


def draw_rung_after(
    canvas: Canvas, state: State, bell: Bell, box: Box, *, most: float = 90
) -> None:
    """Pills, one a team, as many as there is room for; the draw is named where it decided."""
    wall = canvas.wall
    lines = rung_after(bell)
    if bell.together > 1:
        head, box = box.cut_top(wall.S * 1.3, 8)
        draw_label(
            canvas, _("Together: the draw decided"), head, size=wall.S, weight=BOLD, align="center"
        )
    if not lines:
        return
    low = max(64.0, wall.S * 1.4)
    fits = max(1, int((box.h + 12) / (low + 12)))
    columns = 1 if len(lines) <= fits or box.w < 560 else 2
    shown = lines[: fits * columns]
    rows = -(-len(shown) // columns)
    h = min(most, (box.h - 12 * (rows - 1)) / rows)
    area = Box(box.x, box.y, box.w, h * rows + 12 * (rows - 1))
    for line, cell in zip(shown, area.grid(len(shown), columns, 12), strict=True):
        _pill(canvas, state, line, cell, named=cell.w >= 420)


def _pill(canvas: Canvas, state: State, line: Rung, box: Box, *, named: bool) -> None:
    wall = canvas.wall
    pieces.pill(canvas, box, fill=canvas.theme.sheet)
    size = min(60.0, box.h - 14)
    token(canvas, team_colour(state, line.team), box.x + 20 + size / 2, box.cy, size)
    inner = box.cut_left(size + 40)[1].cut_right(26)[1]
    large = wall.M if named and box.h >= wall.M * 1.5 else wall.S
    w = min(inner.w * (0.55 if named else 1.0), text_width(wall, line.words, large, BOLD) + 4)
    right, left = inner.cut_right(w, 14)
    draw_label(canvas, line.words, right, size=(large, wall.S), weight=BOLD, align="right")
    if named:
        draw_label(canvas, team_name(state, line.team), left, size=(large, wall.S), lines=2)


def tokens_left_boxes(plate: Box, left: int) -> list[Box]:
    """Where they lie on a team's plate: over its upper edge, from the right."""
    size = 46.0
    return [
        Box(plate.right - 40 - i * (size + 4) - size / 2, plate.y - 2 - size / 2, size, size)
        for i in range(min(left, 3))
    ]


def draw_tokens_left(canvas: Canvas, plate: Plate, left: int) -> None:
    """Small brass bells on a plate's edge: the other views this team can still ring for."""
    for box in tokens_left_boxes(plate.box, left):
        pieces.icon_disc(canvas, "space-bell", box.cx, box.cy, box.w, brass=True)
