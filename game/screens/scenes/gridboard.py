"""The grid of teams and answers: where rows, cells and keys lie, and how they look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.i18n import _, ngettext
from game.rules.cards import Card, EstimateCard, OrderCard
from game.rules.state import OnCard, State, Team
from game.screens.inputs import SECOND_BELLS
from game.screens.kit import pieces, shapes
from game.screens.kit.card import icon_name
from game.screens.kit.digits import draw_digits
from game.screens.kit.names import common_size, is_label, smallest_size
from game.screens.kit.people import token
from game.screens.kit.text import BOLD, HEAVY, OPTION, Align, draw_label, fit_label, text_width
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.cardwords import asked_sentence
from game.session.telling.cardwords import LETTERS

HEAD_BAND = 96.0
LEAST_CELL = 64.0
"""Width of a cell that a finger still meets."""


@dataclass(frozen=True)
class GridPlaces:
    """Where everything lies while answers are entered."""

    head: Box
    """The call, and how many are in."""
    onward: Box
    card: Box | None
    """The card with what can be answered; None where there is no room for it."""
    sheet: Box
    rows: tuple[Box, ...]

    def body(self, wall: Wall) -> Box:
        """The card below its band."""
        assert self.card is not None
        return self.card.cut_top(_band(wall))[1]


def _band(wall: Wall) -> float:
    """Height of the card's band: a title in labels takes two lines where it is narrow."""
    narrow = wall.is_far and wall.kind != "tall"
    return max(HEAD_BAND, wall.S * 2.4) if narrow else HEAD_BAND


def grid_places(wall: Wall, teams: int, *, card: bool, keys: bool = False) -> GridPlaces:
    """The call along the top, the card at the left (over the grid on a totem), teams in rows.

    A card that shows nothing but its `keys` takes less of a far wall.
    """
    m = wall.margin
    side = 84.0
    go = Box(wall.width - m - side, 26, side, side)
    head = Box(m, 22, go.x - m - 24, max(92.0, wall.L * 1.2))
    if _stacked(wall):
        head = head.cut_top(max(head.h, wall.S * 1.2 * 3))[0]
    top = head.bottom + 18
    area = Box(m, top, wall.width - 2 * m, wall.height - top - 32)
    left = None
    if card and wall.kind == "tall":
        left, area = area.cut_top(area.h * (0.46 if not wall.is_far else 0.5), 24)
    elif card:
        share = 0.5 if wall.kind == "wide" else 0.42 if wall.is_far else 0.47
        if keys and wall.is_far:
            share = 0.36 if wall.kind == "wide" else 0.41
        left, area = area.cut_left(area.w * share, 28)
    gap = 10.0
    h = min(160.0 * max(1.0, wall.seat * 0.8), (area.h - 48 - gap * (teams - 1)) / teams)
    used = h * teams + gap * (teams - 1) + 48
    sheet = Box(area.x, area.y, area.w, used)
    rows = sheet.inset(24, 24).rows(teams, gap)
    return GridPlaces(head, go, left, sheet, tuple(rows))


def _stacked(wall: Wall) -> bool:
    """Call and count stand below one another: beside one another they have no room."""
    return wall.kind == "tall" and wall.is_far


@dataclass(frozen=True)
class RowPlaces:
    """The parts of a team's row."""

    key: Box
    token: tuple[float, float, float]
    name: Box
    cells: Box


def row_places(wall: Wall, row: Box, cells: float) -> RowPlaces:
    """A row with so many units of cells at its right."""
    pad = min(20.0, row.w * 0.02)
    inner = row.inset(pad, 0)
    key, rest = inner.cut_left(wall.S * 0.9, 10)
    size = min(60.0, row.h - 14)
    # Once a team has answered, the check mark on its token reaches a little beyond it.
    right, name = rest.cut_left(size, 30)[1].cut_right(cells, 14)
    return RowPlaces(key, (rest.x + size / 2, row.cy, size), name, right)


def cell_boxes(wall: Wall, row: Box, count: int, names: Sequence[str]) -> list[Box]:
    """A key a choice, as large as the row and the teams' names leave room for."""
    gap = 10.0
    most = min(80.0, row.h - 12, (row.w * (0.56 if count > 3 else 0.46) - gap * count) / count)
    for side in (max(LEAST_CELL, most), LEAST_CELL):
        places = row_places(wall, row, side * count + gap * (count - 1))
        if names_fit(wall, names, places.name):
            break
    cells = places.cells
    h = max(64.0, min(row.h - 12, 92.0))
    return [Box(cells.x + i * (side + gap), row.cy - h / 2, side, h) for i in range(count)]


def value_box(wall: Wall, row: Box, names: Sequence[str]) -> Box:
    """Where a row shows a number or an order: narrower where the names need the room."""
    for share in (0.42, 0.36):
        w = row.w * share
        if names_fit(wall, names, row_places(wall, row, w).name):
            break
    return Box(row.right - w - 16, row.y + 8, w, row.h - 16)


def names_size(wall: Wall, names: Sequence[str], box: Box) -> float:
    """The size all names have in such a box."""
    return common_size(wall, [(name, box) for name in names], size=(wall.M, wall.S))


def names_fit(wall: Wall, names: Sequence[str], box: Box) -> bool:
    """Whether each of the names fits such a box at the size of a label."""
    rooms = [(name, box) for name in names]
    return is_label(wall, smallest_size(wall, rooms, size=(wall.M, wall.S)))


def cells_width(boxes: Sequence[Box]) -> float:
    """Units a row of cells takes."""
    return boxes[-1].right - boxes[0].x if boxes else 0.0


def team_key(card: Card, index: int) -> str:
    """The key that picks a team: its digit, or its bell's letter where digits are the answer."""
    return SECOND_BELLS[index].upper() if isinstance(card, EstimateCard) else str(index + 1)


def draw_row(
    canvas: Canvas,
    box: Box,
    team: Team,
    key: str,
    places: RowPlaces,
    *,
    size: float,
    picked: bool,
    done: bool,
) -> None:
    """Key, token, name of `size`; a check once the answer is in."""
    wall, theme = canvas.wall, canvas.theme
    pieces.inset(canvas, box, radius=24, chosen=picked)
    draw_label(
        canvas, key, places.key, size=wall.S, weight=BOLD, color=theme.text_2, align="center"
    )
    x, y, wide = places.token
    token(canvas, team.colour, x, y, wide)
    if done:
        pieces.check_disc(canvas, x + wide * 0.4, y + wide * 0.32, min(40.0, wide * 0.66))
    draw_label(
        canvas,
        team.name,
        places.name,
        size=size,
        weight=HEAVY if picked else OPTION,
        lines=2,
    )


def draw_cell(canvas: Canvas, box: Box, letter: str, *, on: bool) -> None:
    """A choice of one team: outlined, or filled when it is the one."""
    theme = canvas.theme
    size = min(canvas.wall.M, box.w * 0.6)
    if on:
        pieces.key_cap(canvas, box, letter)
        return
    shapes.rounded(canvas.surface, canvas.rect(box), canvas.px(18), theme.sheet)
    pieces.outlined(canvas, box, radius=18)
    draw_label(canvas, letter, box, size=size, weight=BOLD, color=theme.text_2, align="center")


def draw_value(canvas: Canvas, box: Box, text: str, *, live: bool) -> None:
    """A number, or an order's letters, in a team's row; a dash while there is none."""
    theme = canvas.theme
    shapes.rounded(canvas.surface, canvas.rect(box), canvas.px(18), theme.sheet)
    if live:
        pieces.outlined(canvas, box, radius=18, width=5, color=theme.brass_edge)
    draw_digits(
        canvas,
        text or "–",
        box.inset(16, 0),
        size=min(canvas.wall.M, box.h * 0.7),
        color=theme.text if text else theme.text_2,
    )


def paint_call(canvas: Canvas, state: State, stage: OnCard, box: Box) -> None:
    """What the room is asked to do, and how many are in; or what Next found missing."""
    wall = canvas.wall
    if stage.asked:
        pieces.sheet(canvas, box, radius=36, level="active", fill=canvas.theme.brass_soft)
        inner = box.inset(24 if wall.is_far else 36, 6)
        words, lines = asked_sentence(state, stage), 3 if _stacked(wall) else 2
        fitted = fit_label(wall, words, inner.w, inner.h, size=wall.S, weight=BOLD, lines=lines)
        if not is_label(wall, fitted.size):
            words = asked_sentence(state, stage, short=True)
        draw_label(canvas, words, inner, size=(wall.M, wall.S), weight=BOLD, lines=lines)
        return
    count, total = len(stage.answers), len(state.teams)
    call, status = _("All in. Next."), ""
    if count < total:
        call = _("Three, two, one: cards up!")
        status = ngettext("{n} of {total} is in", "{n} of {total} are in", count).format(
            n=count, total=total
        )
    told, least = (wall.S, wall.S) if wall.is_narrow else (wall.M, wall.M)
    if _stacked(wall):
        right, left = box.cut_bottom(wall.S * 1.2 if status else 0, 0)
    else:
        w = text_width(wall, status, told, BOLD) + 4 if status else 0
        right, left = box.cut_right(w, 24)
    draw_label(canvas, call, left, size=(wall.L, least), weight=HEAVY, lines=2)
    if status:
        align: Align = "left" if _stacked(wall) else "right"
        draw_label(canvas, status, right, size=(told, wall.S), weight=BOLD, align=align)


def paint_band(canvas: Canvas, box: Box, card: Card, icon: str, tint: tuple[int, int, int]) -> None:
    """The card's sheet with a low band: its icon and title."""
    wall = canvas.wall
    pieces.sheet(canvas, box)
    band = box.cut_top(_band(wall))[0]
    shapes.rounded(canvas.surface, canvas.rect(band), canvas.px(44), tint, "top")
    left = 28.0
    if not wall.is_tight:
        pieces.icon_disc(canvas, icon_name("category", icon), band.x + 64, band.cy, 68)
        left = 118.0
    draw_label(
        canvas,
        card.title,
        band.cut_left(left)[1].cut_right(28)[1].inset(0, 4 if wall.is_far else 8),
        size=(wall.L * 0.8, wall.S),
        weight=HEAVY,
        lines=2,
    )


def sequence(stage: OnCard, card: OrderCard, order: Sequence[int]) -> str:
    """An order as the letters of the rows it was made of."""
    return " ".join(LETTERS[stage.shown.index(item)] for item in order)


def missing_after(state: State, stage: OnCard, last: int | None) -> int | None:
    """The next team without an answer, after the one entered last; None when all are in."""
    ids = [team.id for team in state.teams]
    start = ids.index(last) + 1 if last in ids else 0
    return next((team for team in (*ids[start:], *ids[:start]) if stage.answer(team) is None), None)
