"""The reveal of an estimate: the answer, large, and where every guess lies on a line."""

from __future__ import annotations

from collections.abc import Collection

import pygame

from game.i18n import _
from game.rules.cards import EstimateCard, Play
from game.rules.state import OnCard, State
from game.screens.kit.digits import digits_width, draw_digits
from game.screens.kit.people import token
from game.screens.kit.text import BOLD, draw_label, draw_text
from game.screens.kit.wall import Box, Canvas
from game.screens.scenes.bellnote import bell_note_height, paint_bell_note
from game.screens.scenes.entry import told
from game.screens.scenes.flying import Landing
from game.screens.scenes.frame import team_colour, team_name
from game.screens.scenes.guesses import groups_of, lay_plates, paint_plate, paint_stem
from game.screens.scenes.revealplaces import Page, reveal_places
from game.screens.scenes.scaleline import paint_answer_mark, paint_line, paint_numbers, scale_for
from game.screens.screen import Look

BAR = 44.0


def number_pages(look: Look, card: EstimateCard, stage: OnCard) -> list[Page]:
    """The answer, the line, the guesses."""
    if stage.play is Play.BELL:
        return [_bell_page(look, card, stage)]
    wall, state = look.wall, look.game
    places = reveal_places(wall, len(state.teams))
    body = places.body
    groups = groups_of(stage)
    head, rest = body.cut_top(min(wall.XL * 1.7, body.h * 0.3), 10)
    foot, area = rest.cut_bottom(BAR + wall.S * 1.4 + 26)
    line = Box(body.x + 40, foot.y + 20, body.w - 80, BAR)
    scale = scale_for(card, [g.value for g in groups], line.x, line.right)
    plates = lay_plates(wall, card, groups, scale, area)
    seats = {
        team: Landing(team, x, y, plate.style.token)
        for plate in plates
        for team, x, y in plate.seats
    }

    def paint(canvas: Canvas, hidden: Collection[int]) -> None:
        _paint_answer(canvas, state, card, stage, head)
        paint_line(canvas, card, scale, line)
        for plate in plates:
            paint_stem(canvas, plate, line)
        paint_answer_mark(canvas, card, scale, line)
        numbers = Box(body.x, line.bottom + 16, body.w, wall.S * 1.3)
        paint_numbers(canvas, card, scale, numbers)
        for plate in plates:
            paint_plate(canvas, state, card, plate, hidden)

    def settle(canvas: Canvas, team: int) -> pygame.Rect:
        seat = seats[team]
        return token(canvas, team_colour(state, team), seat.x, seat.y, seat.size)

    origins = {team: (seat.x, seat.y) for team, seat in seats.items()}
    return [Page(places, paint, seats, settle, origins)]


def _bell_page(look: Look, card: EstimateCard, stage: OnCard) -> Page:
    """The number was spoken, so there is no guess to show: the answer alone, and who had it."""
    wall, state = look.wall, look.game
    places = reveal_places(wall, len(state.teams), note=bell_note_height(wall))
    body = places.body
    text = told(card, card.answer)

    def paint(canvas: Canvas, _hidden: Collection[int]) -> None:
        number, unit = body, Box(0, 0, 0, 0)
        if card.unit:
            number, unit = body.cut_top(body.h * 0.72)
        draw_digits(canvas, text, number, size=min(wall.XL * 3.4, number.h * 0.9))
        if card.unit:
            draw_label(
                canvas, card.unit, unit, size=(wall.L, wall.S), weight=BOLD, align="center", lines=2
            )
        paint_bell_note(canvas, state, stage, places.note)

    origins = {gain.team: (body.cx, body.cy) for gain in stage.gains}
    return Page(places, paint, origins=origins)


def _paint_answer(
    canvas: Canvas, state: State, card: EstimateCard, stage: OnCard, box: Box
) -> None:
    """The answer, as large as it goes, its unit, and who was nearest."""
    wall = canvas.wall
    size = min(wall.XL * 2.0, box.h)
    text = told(card, card.answer)
    line = number_note(state, stage)
    share = 0.56 if line else 1.0
    left = box.cut_left(box.w * share)[0]
    w = min(digits_width(wall, text, size) + 6, left.w * (0.7 if card.unit else 1.0))
    number, unit = left.cut_left(w, 24)
    draw_digits(canvas, text, number, size=size, align="left")
    if card.unit:
        draw_label(canvas, card.unit, unit, size=(wall.L, wall.S), weight=BOLD, lines=2)
    if line:
        words = box.cut_left(box.w * share, 24)[1]
        draw_text(
            canvas,
            line,
            words,
            size=(wall.L * 0.8, wall.S),
            weight=BOLD,
            align="right",
            valign="middle",
            leading=1.15,
        )


def number_note(state: State, stage: OnCard) -> str:
    """Who was nearest, in a sentence; "" where one team played alone."""
    groups = groups_of(stage)
    if not groups:
        return _("Nobody made a guess.")
    if stage.play is not Play.EVERYONE:
        return ""
    near = [g for g in groups if g.closest]
    if not near:
        return _("Nobody came near this time.")
    if len(near) == 1 and len(near[0].teams) == 1:
        return _("{team} came closest.").format(team=team_name(state, near[0].teams[0]))
    return _("More than one team came closest.")
