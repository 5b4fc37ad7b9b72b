"""The reveal of a choice that everyone made: the camps, the points, the split in words."""

from __future__ import annotations

from collections.abc import Collection

import pygame

from game.rules.answering import joined
from game.rules.cards import ChoiceCard
from game.rules.state import OnCard
from game.screens.kit.text import HEAVY, draw_label
from game.screens.kit.wall import Canvas
from game.screens.scenes.camps import draw_camps, draw_seat, draw_worth, lay_camps, members
from game.screens.scenes.flying import Landing
from game.screens.scenes.frame import team_name
from game.screens.scenes.outcomes import best_options, outcome_pages
from game.screens.scenes.revealplaces import Page, reveal_places
from game.screens.scenes.splitwords import split_sentence, view_sentence
from game.screens.screen import Look


def camp_pages(look: Look, card: ChoiceCard, stage: OnCard) -> list[Page]:
    """Who chose what; then, where the card says so, what each choice leads to."""
    pages = [_camps(look, card, stage)]
    if any(option.feedback.strip() for option in card.options):
        pages += outcome_pages(look, card, stage)
    return pages


def _camps(look: Look, card: ChoiceCard, stage: OnCard) -> Page:
    wall, state = look.wall, look.game
    note = wall.L * (1.25 if wall.kind != "tall" else 2.4)
    if stage.viewer is not None:
        note += wall.M * 1.2
    words = split_sentence(card, stage, len(state.teams))
    # Far from the wall there is no room under the card: the sentence is its title.
    places = reveal_places(wall, len(state.teams), note=0 if wall.is_far else note)
    rows = lay_camps(
        wall,
        places.body,
        state,
        card,
        members(card, stage),
        worth=True,
    )
    best = best_options(card)
    seats = {seat.team: seat for row in rows for seat in row.seats}
    icons = {} if stage.viewer is None else {stage.viewer: "space-bell"}
    origins = {seat.team: (row.worth.cx, row.box.cy) for row in rows for seat in row.seats}

    def paint(canvas: Canvas, hidden: Collection[int]) -> None:
        draw_camps(canvas, state, rows, best=best, hidden=hidden, ringed=icons)
        for i, row in enumerate(rows):
            draw_worth(canvas, row, card.options[i].points, i * 2)
        if not places.note.w:
            return
        line = places.note
        if stage.viewer is not None:
            low, line = line.cut_bottom(wall.M * 1.2)
            told = view_sentence(team_name(state, stage.viewer), len(joined(stage)))
            draw_label(canvas, told, low, size=(wall.M, wall.S), align="center", lines=2)
        draw_label(
            canvas, words, line, size=(wall.L, wall.M), weight=HEAVY, align="center", lines=2
        )

    def settle(canvas: Canvas, team: int) -> pygame.Rect:
        seat = seats[team]
        draw_seat(canvas, state, seat, icons.get(team, ""))
        w = seat.size * 2 if seat.name is None else max(seat.size * 2, seat.name.w)
        h = seat.size * 2 if seat.name is None else (seat.name.bottom - seat.y + seat.size)
        rect = canvas.rect((seat.x - w / 2, seat.y - seat.size, w, h + seat.size * 0.1))
        return rect.clip(canvas.surface.get_rect())

    landing = {team: Landing(team, seat.x, seat.y, seat.size) for team, seat in seats.items()}
    title, overflow = words if wall.is_far else "", any(row.text.overflow for row in rows)
    return Page(places, paint, landing, settle, origins, title, overflow=overflow)
