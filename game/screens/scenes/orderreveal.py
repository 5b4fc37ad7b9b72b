"""The reveal of an order: the right one, and where each team put each thing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import combinations

import pygame

from game.i18n import _, ngettext
from game.rules.cards import OrderCard, Play
from game.rules.state import OnCard, Why
from game.screens.kit import pieces
from game.screens.kit.digits import digits_width, draw_digits
from game.screens.kit.names import is_label
from game.screens.kit.people import place_disc, token
from game.screens.kit.text import (
    BOLD,
    HEAVY,
    OPTION,
    Fitted,
    draw_fitted,
    draw_label,
    fit,
    fit_label,
)
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.flying import Landing
from game.screens.scenes.frame import team_colour, team_name
from game.screens.scenes.gains import gained, points_text
from game.screens.scenes.revealplaces import Page, paged, reveal_places
from game.screens.screen import Look

FILLED = 0.8
"""How much of a team's column its points take, so that two columns do not read as one number."""


def pairs(ranks: Sequence[int], order: Sequence[int]) -> tuple[int, int]:
    """(pairs in the right order, pairs that count)."""
    counted = [(a, b) for a, b in combinations(order, 2) if ranks[a] != ranks[b]]
    return sum(ranks[a] < ranks[b] for a, b in counted), len(counted)


def right_places(ranks: Sequence[int], item: int) -> range:
    """Places (0 first) that are right for an item; several where ranks are shared."""
    first = sum(rank < ranks[item] for rank in ranks)
    return range(first, first + sum(rank == ranks[item] for rank in ranks))


def order_pages(look: Look, card: OrderCard, stage: OnCard) -> list[Page]:
    """Items in their right order; a column a team with the places it gave them."""
    wall, state = look.wall, look.game
    places = reveal_places(wall, len(state.teams))
    body = places.body
    ranks = [item.rank for item in card.items]
    teams = [team for team, answer in stage.answers if isinstance(answer, tuple)]
    answers = {team: answer for team, answer in stage.answers if isinstance(answer, tuple)}
    lone = stage.play is Play.TURN
    head_h, foot_h = (84.0, max(64.0, wall.S * 2.3)) if teams else (0.0, 0.0)
    share = 0.45 if wall.kind == "tall" else 0.55
    column = min(150.0, max(78.0, body.w * share / max(1, len(teams))))
    if lone:
        column = min(320.0, body.w * (0.2 if wall.is_far else 0.3))
    grid_w = column * len(teams)
    head, rest = body.cut_top(head_h, 6 if teams else 0)
    foot, rows_box = rest.cut_bottom(foot_h, 6 if teams else 0)
    left = body.right - grid_w - 16
    right = left if teams else body.right
    texts, rooms = _laid(wall, card, rows_box, right)
    seats = {
        team: Landing(team, left + column * (i + 0.5), head.cy, min(68.0, column - 12))
        for i, team in enumerate(teams)
    }

    def settle(canvas: Canvas, team: int) -> pygame.Rect:
        seat = seats[team]
        return token(canvas, team_colour(state, team), seat.x, seat.y, seat.size)

    def painted(rows: Mapping[int, Box]) -> Callable[[Canvas, Collection[int]], None]:
        def paint(canvas: Canvas, hidden: Collection[int]) -> None:
            if teams:
                words = Box(head.x, head.y, left - head.x - 20, head.h)
                draw_label(
                    canvas, _("The right order"), words,
                    size=(wall.M, wall.S), weight=HEAVY, lines=2,
                )  # fmt: skip
            for team in teams:
                if team not in hidden:
                    settle(canvas, team)
            for index, row in rows.items():
                _paint_item(canvas, card, index, row, right, texts[index])
                for n, team in enumerate(teams):
                    at = answers[team].index(index)
                    cell = Box(left + column * n, row.y, column, row.h)
                    _paint_place(canvas, cell, at + 1, right=at in right_places(ranks, index))
            _paint_points(canvas, look, card, stage, foot, left, column, teams)

        return paint

    origins = {team: (seat.x, foot.cy) for team, seat in seats.items()}
    overflow = any(texts[i].height > row.h for rows in rooms for i, row in rows.items())
    return [
        Page(places, painted(rows), seats, settle, origins, overflow=overflow) for rows in rooms
    ]


def _laid(
    wall: Wall, card: OrderCard, box: Box, right: float
) -> tuple[list[Fitted], list[Mapping[int, Box]]]:
    """(words of all items in one size, the rows of each face).

    They are set as labels before they take another face.
    """
    gap = 10.0 if len(card.items) > 5 else 14.0
    low = min(84.0, box.rows(len(card.items), gap)[0].h)
    for size in (wall.M, (wall.M + wall.S) / 2, wall.S):
        texts = [_item_text(wall, item.text, low, box, right, size) for item in card.items]
        needs = [max(low, text.height + 8) for text in texts]
        found = paged(needs, box.h, gap)
        if len(found) == 1:
            break
    rooms: list[Mapping[int, Box]] = []
    for rows in found:
        spare = box.h - sum(needs[i] for i in rows) - gap * (len(rows) - 1)
        extra, y = max(0.0, spare) / max(len(rows), 1 if len(found) == 1 else 3), box.y
        room: dict[int, Box] = {}
        for i in rows:
            room[i] = Box(box.x, y, box.w, needs[i] + extra)
            y = room[i].bottom + gap
        rooms.append(room)
    return texts, rooms


def _item_box(row: Box, right: float) -> tuple[float, Box]:
    """(size of the disc, where the words stand) in the row of an item."""
    size = min(76.0, row.h - 12)
    return size, Box(row.x + size + 46, row.y, right - row.x - size - 62, row.h)


def _item_text(wall: Wall, text: str, low: float, box: Box, right: float, size: float) -> Fitted:
    """An item's words in a row of at least `low` units."""
    _disc, words = _item_box(Box(box.x, box.y, box.w, max(low, 88.0)), right)
    return fit(wall, text, words.w, size=size, weight=OPTION, leading=1.12)


def _paint_item(
    canvas: Canvas, card: OrderCard, index: int, row: Box, right: float, text: Fitted
) -> None:
    pieces.inset(canvas, row, radius=min(28.0, row.h / 2))
    size, words = _item_box(row, right)
    ranks = [item.rank for item in card.items]
    place_disc(canvas, right_places(ranks, index)[0] + 1, row.x + 20 + size / 2, row.cy, size)
    draw_fitted(canvas, text, words, valign="middle")


def _paint_place(canvas: Canvas, cell: Box, place: int, *, right: bool) -> None:
    """The place a team gave: lit where it is the right one."""
    wall = canvas.wall
    side = min(cell.w - 14, cell.h - 14, 84.0)
    box = cell.centred(max(side, min(cell.w - 14, side * 1.3)), side)
    if right:
        pieces.inset(canvas, box, radius=side * 0.3, chosen=True, line=5)
    draw_digits(
        canvas,
        str(place),
        box,
        size=min(wall.M, side * 0.74),
        color=canvas.theme.text if right else canvas.theme.text_2,
    )


def points_size(wall: Wall, points: Sequence[str], column: float, largest: float) -> float:
    """One size for the points below the columns, with air between two columns."""
    widest = max(digits_width(wall, text, largest) for text in points)
    return largest * min(1.0, FILLED * column / widest)


def _paint_points(
    canvas: Canvas,
    look: Look,
    card: OrderCard,
    stage: OnCard,
    foot: Box,
    left: float,
    column: float,
    teams: Sequence[int],
) -> None:
    if not teams:
        return
    wall, ranks = canvas.wall, [item.rank for item in card.items]
    won = [points_text(gained(stage, team, (Why.ANSWER,))) for team in teams]
    size = points_size(wall, won, column, min(wall.L, foot.h * 0.95))
    for n, points in enumerate(won):
        draw_digits(canvas, points, Box(left + column * n, foot.y, column, foot.h), size=size)
    words = Box(foot.x, foot.y, left - foot.x - 20, foot.h)
    if stage.play is Play.TURN:
        answer = stage.answer(teams[0])
        assert isinstance(answer, tuple)
        right, total = pairs(ranks, answer)
        line = ngettext(
            "{team}: {n} of {total} pair in the right order",
            "{team}: {n} of {total} pairs in the right order",
            total,
        ).format(team=team_name(look.game, teams[0]), n=right, total=total)
    else:
        line = _("Points for pairs in the right order")
        fitted = fit_label(wall, line, words.w, words.h, size=wall.S, weight=BOLD, lines=2)
        line = line if is_label(wall, fitted.size) else _("Points")
    draw_label(canvas, line, words, size=(wall.M, wall.S), weight=BOLD, lines=2)
