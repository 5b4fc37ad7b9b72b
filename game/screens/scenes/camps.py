"""Who chose what: a row an option, the tokens of its camp in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from game.rules.cards import ChoiceCard
from game.rules.state import OnCard, State
from game.screens.kit import pieces, shapes
from game.screens.kit.digits import draw_digits
from game.screens.kit.people import face, face_of, token
from game.screens.kit.text import (
    BOLD,
    HEAVY,
    OPTION,
    Fitted,
    draw_fitted,
    draw_label,
    fit,
    text_width,
)
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.frame import team_colour, team_name
from game.session.telling.cardwords import LETTERS

LEAST = 34.0
"""No option is set smaller than a label is on a near wall, however far the last row sits."""
NUMBER = 96.0
"""Width of what an option is worth; where words need the rest, it stands without its faces."""
NAMED = 142.0
"""Width a token takes with its name under it."""
EDGE = 13.0
"""Units left free over an option's words, and under them."""


@dataclass(frozen=True)
class Seat:
    """Where a team's token lies."""

    team: int
    x: float
    y: float
    size: float
    name: Box | None
    """Its name's box, where there is room for names."""


@dataclass(frozen=True)
class CampRow:
    """One option."""

    box: Box
    cap: Box
    text: Fitted
    text_box: Box
    seats: tuple[Seat, ...]
    worth: Box
    """Room for faces and points at its right; without width where none are shown."""


def members(card: ChoiceCard, stage: OnCard) -> list[list[int]]:
    """Teams by the option they chose."""
    found: list[list[int]] = [[] for _ in card.options]
    for team, answer in stage.answers:
        if isinstance(answer, int) and 0 <= answer < len(found):
            found[answer].append(team)
    return found


def lay_camps(
    wall: Wall,
    box: Box,
    state: State,
    card: ChoiceCard,
    teams: Sequence[Sequence[int]],
    *,
    worth: bool,
) -> tuple[CampRow, ...]:
    """Rows of equal height that fill the box; `worth` keeps room for faces and points.

    Where words would have to be set smaller, rows grow into what is left of the box; then words
    take the room that no camp needs for its tokens.
    """
    texts = [option.text for option in card.options]
    # Names stand under the tokens where all of them have room: the same for every team.
    widest = max(text_width(wall, team.name, wall.S * 0.9, BOLD) for team in state.teams)
    named = widest <= seat_width(wall) - 8
    n = max(1, len(texts))
    gap = 16.0 if n <= 4 else 10.0
    if wall.is_tight:
        gap = 6.0
    most = 200.0 if wall.kind == "tall" else 166.0
    most *= max(1.0, wall.seat * 0.9)
    largest = max(map(len, teams), default=0)
    found: tuple[CampRow, ...] = ()
    for share, spread in ((1, False), (1.4, False), (1, True), (1.4, True), (2, True)):
        high = min(most * share, (box.h - gap * (n - 1)) / n)
        stacked = box.w < 1150 and high >= 150
        rows = Box(box.x, box.y, box.w, high * n + gap * (n - 1)).rows(n, gap)
        found = tuple(
            _row(wall, row, text, members_, largest if spread or wall.is_tight else None,
                 worth=worth, stacked=stacked, named=named)
            for row, text, members_ in zip(rows, texts, teams, strict=True)
        )  # fmt: skip
        if all(row.text.size > wall.M - 0.6 and not row.text.overflow for row in found):
            break
    return found


def seat_width(wall: Wall) -> float:
    """Units a token takes with its name under it."""
    return max(NAMED, wall.S * 4.2)


def _row(
    wall: Wall,
    row: Box,
    text: str,
    teams: Sequence[int],
    largest: int | None,
    *,
    worth: bool,
    stacked: bool,
    named: bool,
) -> CampRow:
    """One row; words take all that a camp of the `largest` size leaves, without one half of it."""
    side = min(80.0 * min(1.3, wall.seat), row.h - 20)
    if stacked:
        side = min(72.0, row.h * 0.42)
    cap = Box(row.x + 24, row.cy - side / 2, side, side)
    rest = row.cut_left(side + 24 + 26)[1].cut_right(28)[1]
    right = Box(rest.right, row.y, 0, row.h)
    if worth:
        wide = 300.0 if rest.w > 1100 else 190.0
        right, rest = rest.cut_right(NUMBER if wall.is_tight else wide, 16)
    if stacked:
        words, floor = rest.inset(0, 6).cut_top((row.h - 12) * 0.54, 2)
        seats = _seats(teams, floor, wall, named=False)
    else:
        wide = rest.w * (0.54 if rest.w < 1300 else 0.5)
        named = named and row.h >= 118
        if largest is not None:
            each = seat_width(wall) if named and not wall.is_tight else 88
            wide = max(wide, rest.w - 24 - each * max(1, largest))
        words, floor = rest.cut_left(wide, 24)
        seats = _seats(teams, floor, wall, named=named)
    fitted = fit(
        wall,
        text,
        words.w,
        words.h - (4 if stacked or wall.is_tight else 2 * EDGE),
        size=(wall.M, LEAST),
        weight=OPTION,
        leading=1.06 if wall.is_tight else 1.12,
    )
    return CampRow(row, cap, fitted, words, seats, right)


def _seats(teams: Sequence[int], floor: Box, wall: Wall, *, named: bool) -> tuple[Seat, ...]:
    n = len(teams)
    if not n:
        return ()
    width = seat_width(wall)
    size = min(84.0, floor.h - wall.S * 1.2 - 14)
    if named and n * width <= floor.w and size >= 60:
        top = floor.cy - (size + wall.S * 1.2) / 2
        return tuple(
            Seat(
                team,
                floor.x + width * (i + 0.5),
                top + size / 2,
                size,
                Box(floor.x + width * i, top + size, width, wall.S * 1.25),
            )
            for i, team in enumerate(teams)
        )
    size = min(76.0, floor.h - 12)
    step = min(size + 12, (floor.w - size) / max(1, n - 1))
    return tuple(
        Seat(team, floor.x + size / 2 + i * step, floor.cy, size, None)
        for i, team in enumerate(teams)
    )


def draw_camps(
    canvas: Canvas,
    state: State,
    rows: Sequence[CampRow],
    *,
    best: Collection[int] = (),
    hidden: Collection[int] = (),
    ringed: Mapping[int, str] | None = None,
) -> None:
    """The rows. Tokens of `hidden` teams are still in the air; `ringed` ones wear an icon."""
    for i, row in enumerate(rows):
        pieces.inset(canvas, row.box, chosen=i in best)
        pieces.key_cap(canvas, row.cap, LETTERS[i], on=i in best)
        draw_fitted(canvas, row.text, row.text_box, valign="middle")
        for seat in row.seats:
            if seat.team not in hidden:
                draw_seat(canvas, state, seat, (ringed or {}).get(seat.team, ""))


def draw_seat(canvas: Canvas, state: State, seat: Seat, icon: str = "") -> None:
    """One token in its row, with its name where there is room."""
    token(canvas, team_colour(state, seat.team), seat.x, seat.y, seat.size)
    if seat.name is not None:
        draw_label(
            canvas,
            team_name(state, seat.team),
            seat.name.inset(4, 0),
            size=(canvas.wall.S, canvas.wall.S * 0.8),
            weight=BOLD,
            align="center",
        )
    if icon:
        at = seat.size * 0.42
        small = max(34.0, seat.size * 0.5)
        shapes.disc(
            canvas.surface,
            canvas.point(seat.x + at, seat.y - at),
            canvas.px(small / 2 + 3),
            canvas.theme.text,
        )
        pieces.icon_disc(canvas, icon, seat.x + at, seat.y - at, small, brass=True)


def draw_worth(canvas: Canvas, row: CampRow, points: int, start: int) -> None:
    """What an option is worth: faces and a number."""
    box = row.worth
    if not box.w:
        return
    number, faces_box = box.cut_right(110 if box.w > 250 else min(box.w, NUMBER))
    label = f"+{points}" if points > 0 else "0"
    draw_digits(
        canvas, label, number, size=min(canvas.wall.L, box.h * 0.6), weight=HEAVY, align="right"
    )
    size = min(60.0, box.h - 24, (faces_box.w - 8) / (1 + 2 * 0.86))
    for i in range(points if faces_box.w else 0):
        x = faces_box.right - 12 - size / 2 - (points - 1 - i) * size * 0.86
        face(canvas, face_of(i, start), x, box.cy, size)
