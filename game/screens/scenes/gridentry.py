"""Entering what is held up: two keys or one click a team, the next missing team by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from game.rules.cards import Card, ChoiceCard, CommitCard, EstimateCard, OpenCard, OrderCard
from game.rules.state import OnCard, Team
from game.screens.kit import pieces
from game.screens.kit.text import draw_text, fit
from game.screens.kit.wall import Box, Canvas
from game.screens.scenes.choosing import choice_part
from game.screens.scenes.entry import Keypad, keypad, told
from game.screens.scenes.frame import category_icon, zone_index
from game.screens.scenes.gridboard import (
    HEAD_BAND,
    GridPlaces,
    cell_boxes,
    cells_width,
    draw_cell,
    draw_row,
    draw_value,
    grid_places,
    names_fit,
    names_size,
    paint_band,
    paint_call,
    row_places,
    sequence,
    team_key,
    value_box,
)
from game.screens.scenes.gridkeys import GridKeys
from game.screens.scenes.onward import draw_onward
from game.screens.scenes.ordering import order_part
from game.screens.scenes.story import Laid, Manners
from game.screens.screen import Hotspot, Look, Outcome
from game.session.telling.cardwords import LETTERS

_WAY = Manners(HEAD_BAND, 16, 16, 1.2, 216)
PAD_HIGH = 264.0


class GridEntry(GridKeys):
    """The grid while it is filled: how it looks, and what can be pointed at."""

    # ------------------------------------------------------------------ layout

    def _laid(self, look: Look, stage: OnCard, card: Card) -> tuple[GridPlaces, Laid | None]:
        count = len(look.game.teams)
        keys = isinstance(card, EstimateCard)
        places = grid_places(look.wall, count, card=True, keys=keys)
        body = places.body(look.wall).inset(28, 18)
        part = self._part(look, stage, card, body)
        # On a totem the card lies above the names, and takes nothing from them.
        beside = look.wall.is_far and look.wall.kind != "tall"
        cramped = part is not None and beside and not self._named(look, card, places)
        if part is None or part.overflow or (cramped and not keys):
            return grid_places(look.wall, count, card=False), None
        return places, part

    def _named(self, look: Look, card: Card, places: GridPlaces) -> bool:
        """Whether all names beside the card are as large as labels; it has been read."""
        row, names = places.rows[0], [team.name for team in look.game.teams]
        room = row_places(look.wall, row, cells_width(self._cells(look, card, row))).name
        return names_fit(look.wall, names, room)

    def _part(self, look: Look, stage: OnCard, card: Card, body: Box) -> Laid | None:
        match card:
            case ChoiceCard():
                return choice_part(look.wall, card, body, _WAY)
            case EstimateCard():
                return self._pad_part(look, stage, card, body)
            case OrderCard():
                return order_part(
                    look.wall,
                    card,
                    stage.shown,
                    body,
                    _WAY,
                    placed=self._placed(look, stage),
                    name=lambda row: self._name(row, look, stage),
                )
            case OpenCard() | CommitCard():
                return None
            case _:
                assert_never(card)

    def _pad_part(self, look: Look, stage: OnCard, card: EstimateCard, body: Box) -> Laid:
        wall = look.wall
        low, above = body.cut_bottom(min(PAD_HIGH, body.h), 20)
        prompt = fit(wall, card.prompt, above.w, above.h, size=wall.M, leading=1.2)
        if prompt.overflow:  # it has been read: the keys may have its place
            low = body.cut_bottom(min(body.h, 480.0))[0]
        pad: Keypad = keypad(low)
        ready = self._number.value is not None

        def paint(canvas: Canvas) -> None:
            if not prompt.overflow:
                draw_text(canvas, card.prompt, above, size=wall.M, leading=1.2)
            pad.paint(canvas, ready)

        spots = pad.spots(lambda key: self._strike(key, look, stage), ready)
        return Laid(low.y, low.h < 3 * 68 + 20, paint, spots)

    def places(self, look: Look, stage: OnCard, card: Card) -> GridPlaces:
        """Where everything lies."""
        return self._laid(look, stage, card)[0]

    # ------------------------------------------------------------------ drawing

    def paint(self, canvas: Canvas, look: Look, stage: OnCard, card: Card) -> None:
        """The call, the card, the grid."""
        state = look.game
        places, part = self._laid(look, stage, card)
        paint_call(canvas, look.game, stage, places.head)
        draw_onward(canvas, places.onward)
        if places.card is not None and part is not None:
            tint = canvas.theme.zone(zone_index(state))
            paint_band(canvas, places.card, card, category_icon(state, card.category), tint)
            part.paint(canvas)
        pieces.sheet(canvas, places.sheet)
        picked = self.team(look, stage)
        for index, (team, row) in enumerate(zip(state.teams, places.rows, strict=True)):
            self._paint_row(canvas, look, stage, card, team, row, index, team.id == picked)

    def _paint_row(
        self,
        canvas: Canvas,
        look: Look,
        stage: OnCard,
        card: Card,
        team: Team,
        row: Box,
        index: int,
        picked: bool,
    ) -> None:
        answer = stage.answer(team.id)
        boxes = self._cells(look, card, row)
        places = row_places(canvas.wall, row, cells_width(boxes))
        names = [team.name for team in look.game.teams]
        draw_row(
            canvas,
            row,
            team,
            team_key(card, index),
            places,
            size=names_size(canvas.wall, names, places.name),
            picked=picked,
            done=answer is not None,
        )
        if isinstance(card, ChoiceCard):
            for i, cell in enumerate(boxes):
                draw_cell(canvas, cell, LETTERS[i], on=answer == i)
            return
        draw_value(canvas, boxes[0], self._value(stage, card, answer, picked), live=picked)

    def _value(self, stage: OnCard, card: Card, answer: object, picked: bool) -> str:
        if isinstance(card, EstimateCard):
            typed = self._number.shown(card.measure) if picked else ""
            return typed or (told(card, answer) if isinstance(answer, int | float) else "")
        if isinstance(card, OrderCard):
            if picked and self._order.placed:
                return " ".join(LETTERS[row] for row in self._order.placed) + " …"
            return sequence(stage, card, answer) if isinstance(answer, tuple) else ""
        return ""

    def _cells(self, look: Look, card: Card, row: Box) -> list[Box]:
        names = [team.name for team in look.game.teams]
        if isinstance(card, ChoiceCard):
            return cell_boxes(look.wall, row, len(card.options), names)
        return [value_box(look.wall, row, names)]

    # ------------------------------------------------------------------ pointing

    def hotspots(self, look: Look, stage: OnCard, card: Card) -> list[Hotspot]:
        """The picked team's cells and the card's keys first, then the others in order."""
        places, part = self._laid(look, stage, card)
        picked = self.team(look, stage)
        first: list[Hotspot] = []
        rest: list[Hotspot] = []
        for team, row in zip(look.game.teams, places.rows, strict=True):
            mine = first if team.id == picked else rest
            if isinstance(card, ChoiceCard):
                mine += [
                    Hotspot(
                        cell,
                        self._setter(look, stage, i, team.id),
                        f"{team.name} {'ABCDEF'[i]}",
                        18,
                    )
                    for i, cell in enumerate(self._cells(look, card, row))
                ]
            else:
                rest.append(Hotspot(row, self._picker(team.id), team.name, 24))
        keys = list(part.spots) if part is not None and not isinstance(card, ChoiceCard) else []
        return [*first, *keys, *rest]

    def _setter(
        self, look: Look, stage: OnCard, option: int, team: int
    ) -> Callable[[], Outcome | None]:
        def set_or_clear() -> Outcome:
            answer = None if stage.answer(team) == option else option
            return self._set(look, stage, answer, team)

        return set_or_clear

    def _picker(self, team: int) -> Callable[[], Outcome | None]:
        return lambda: self.pick(team)
