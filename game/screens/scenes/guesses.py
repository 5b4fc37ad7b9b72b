"""Every guess on its plate over the number line, however many lie close together."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from game.i18n import pgettext
from game.rules.cards import EstimateCard
from game.rules.state import OnCard, State, Why
from game.screens.kit import pieces, shapes
from game.screens.kit.digits import digits_width, draw_digits
from game.screens.kit.people import token
from game.screens.kit.text import BOLD, HEAVY, draw_label, text_width
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.entry import told
from game.screens.scenes.frame import team_colour
from game.screens.scenes.gains import gained, points_text
from game.screens.scenes.scaleline import Scale
from game.screens.scenes.spacing import spread

STEM = 44.0
"""Units between the lowest plates and the line."""
BETWEEN = 22.0
PER_ROW = 4


@dataclass(frozen=True)
class Group:
    """Teams with the same guess."""

    value: float
    teams: tuple[int, ...]
    points: int
    closest: bool


def groups_of(stage: OnCard) -> list[Group]:
    """Guesses in their order, equal ones together."""
    by_value: dict[float, list[int]] = {}
    for team, answer in stage.answers:
        if isinstance(answer, int | float):
            by_value.setdefault(float(answer), []).append(team)
    found = []
    for value, teams in sorted(by_value.items()):
        points = gained(stage, teams[0], (Why.ANSWER, Why.CLOSEST))
        closest = gained(stage, teams[0], (Why.CLOSEST,)) > 0
        found.append(Group(value, tuple(teams), points, closest))
    return found


@dataclass(frozen=True)
class Style:
    """How large a plate is, and whether it tells the points."""

    token: float
    number: float
    label: float
    points: bool

    def size(self, wall: Wall, card: EstimateCard, group: Group) -> tuple[float, float]:
        """Width and height of a group's plate."""
        number = digits_width(wall, told(card, group.value), self.number, HEAVY) + 36
        per = min(PER_ROW, len(group.teams))
        rows = -(-len(group.teams) // PER_ROW)
        w = max(number, per * (self.token + 6) + 24, 110.0)
        h = 14 + rows * (self.token + 6) + self.number * 1.15 + 10
        if self.points:
            h += self.label * (2.4 if group.closest else 1.25)
            if group.closest:
                w = max(w, text_width(wall, pgettext("a guess", "closest"), self.label, BOLD) + 36)
        return w, h


def styles(wall: Wall) -> tuple[Style, ...]:
    """The largest first; the last one tells no points, the strip will."""
    return (
        Style(86, wall.L, wall.S * 1.2, points=True),
        Style(70, wall.M * 1.2, wall.S, points=True),
        Style(58, wall.M, wall.S, points=True),
        Style(52, wall.M, wall.S, points=False),
        Style(46, wall.S, wall.S, points=False),
    )


@dataclass(frozen=True)
class Plate:
    """A group in its place."""

    group: Group
    style: Style
    box: Box
    at: float
    """Where its guess lies on the line."""
    seats: tuple[tuple[int, float, float], ...]
    """(team, x, y) of its tokens."""


def lay_plates(
    wall: Wall, card: EstimateCard, groups: Sequence[Group], scale: Scale, area: Box
) -> list[Plate]:
    """Side by side over the line, in two rows where one is too short, as large as they go."""
    if not groups:
        return []
    for style in styles(wall):
        sizes = [style.size(wall, card, group) for group in groups]
        rows = 1 if sum(w + 14 for w, _h in sizes) <= area.w else 2
        high = max(h for _w, h in sizes)
        if rows * (high + BETWEEN) - BETWEEN + STEM <= area.h and _fits(sizes, rows, area.w):
            break
    plates: list[Plate] = []
    for r in range(rows):
        mine = [i for i in range(len(groups)) if i % rows == r]
        middles = spread(
            [scale.x(groups[i].value) for i in mine],
            [sizes[i][0] + 14 for i in mine],
            area.x,
            area.right,
        )
        bottom = area.bottom - STEM - r * (high + BETWEEN)
        for i, middle in zip(mine, middles, strict=True):
            w, h = sizes[i]
            box = Box(middle - w / 2, bottom - h, w, h)
            seats = tuple(_seats(groups[i], style, box))
            plates.append(Plate(groups[i], style, box, scale.x(groups[i].value), seats))
    return plates


def _fits(sizes: Sequence[tuple[float, float]], rows: int, w: float) -> bool:
    return all(sum(size[0] + 14 for size in sizes[r::rows]) <= w for r in range(rows))


def _seats(group: Group, style: Style, box: Box) -> list[tuple[int, float, float]]:
    step = style.token + 6
    out = []
    for i, team in enumerate(group.teams):
        r, c = divmod(i, PER_ROW)
        in_row = min(PER_ROW, len(group.teams) - r * PER_ROW)
        x = box.cx + (c - (in_row - 1) / 2) * step
        out.append((team, x, box.y + 12 + style.token / 2 + r * step))
    return out


def paint_stem(canvas: Canvas, plate: Plate, line: Box) -> None:
    """From the plate to where its guess lies."""
    stem = [canvas.point(plate.box.cx, plate.box.bottom - 4), canvas.point(plate.at, line.cy)]
    shapes.stroke(canvas.surface, stem, 5 * canvas.wall.u, canvas.theme.line)
    shapes.disc(canvas.surface, canvas.point(plate.at, line.cy), canvas.px(11), canvas.theme.text)


def paint_plate(
    canvas: Canvas, state: State, card: EstimateCard, plate: Plate, hidden: Collection[int]
) -> None:
    """Tokens, the guess, the points."""
    group, style, box = plate.group, plate.style, plate.box
    pieces.inset(canvas, box, radius=24, chosen=group.closest, line=5)
    for team, x, y in plate.seats:
        if team not in hidden:
            token(canvas, team_colour(state, team), x, y, style.token)
    rows = -(-len(group.teams) // PER_ROW)
    y = box.y + 14 + rows * (style.token + 6)
    number = Box(box.x + 8, y, box.w - 16, style.number * 1.15)
    draw_digits(canvas, told(card, group.value), number, size=style.number)
    if not style.points:
        return
    words = Box(box.x + 8, number.bottom, box.w - 16, style.label * 1.2)
    draw_label(
        canvas, points_text(group.points), words, size=style.label, weight=BOLD, align="center"
    )
    if group.closest:
        draw_label(
            canvas,
            pgettext("a guess", "closest"),
            words.moved(0, style.label * 1.1),
            size=style.label,
            weight=BOLD,
            align="center",
        )
