"""Entering what is held up: two keys or one click a team, the next missing team by itself."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import assert_never

from game.rules.actions import SetAnswer
from game.rules.cards import Card, ChoiceCard, CommitCard, EstimateCard, OpenCard, OrderCard
from game.rules.events import AnswerSet, Event
from game.rules.state import OnCard, Team
from game.screens.inputs import Press
from game.screens.kit import pieces
from game.screens.kit.text import draw_text, fit
from game.screens.kit.wall import Box, Canvas
from game.screens.scenes.choosing import choice_part
from game.screens.scenes.entry import DONE, Keypad, NumberEntry, keypad, told
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
    missing_after,
    names_fit,
    names_size,
    paint_band,
    paint_call,
    row_places,
    sequence,
    team_key,
    value_box,
)
from game.screens.scenes.onward import draw_onward
from game.screens.scenes.ordering import Ordering, item_key, items_of, order_part, rows_of
from game.screens.scenes.story import Laid, Manners
from game.screens.screen import Do, Hotspot, Look, Outcome, Stay
from game.session.telling.cardwords import LETTERS

_WAY = Manners(HEAD_BAND, 16, 16, 1.2, 216)
PAD_HIGH = 264.0


class GridEntry:
    """The grid while it is filled."""

    def __init__(self) -> None:
        self._number = NumberEntry()
        self._order = Ordering()
        self._picked: int | None = None
        self._last: int | None = None

    def key(self) -> Hashable:
        """What the picture needs of it."""
        return self._number.text, self._order.placed, self._picked, self._last

    def team(self, look: Look, stage: OnCard) -> int | None:
        """Whose answer is entered: the one picked, else the next that is missing."""
        if any(team.id == self._picked for team in look.game.teams):
            return self._picked
        return missing_after(look.game, stage, self._last)

    def hear(self, events: Sequence[Event]) -> None:
        """An answer is in: on to the next team."""
        for event in events:
            if isinstance(event, AnswerSet):
                self._last, self._picked = event.team, None
                self._number.clear()
                if event.answer is not None:
                    self._order.clear()

    def pick(self, team: int) -> Outcome:
        """Enter this team's answer."""
        if team != self._picked:
            self._number.clear()
            self._order.clear()
        self._picked = team
        return Stay()

    def _set(
        self,
        look: Look,
        stage: OnCard,
        answer: int | float | tuple[int, ...] | None,
        team: int | None = None,
    ) -> Outcome:
        whose = self.team(look, stage) if team is None else team
        if whose is None or stage.answer(whose) == answer:
            return Stay()
        return Do(SetAnswer(whose, answer))

    # ------------------------------------------------------------------ keys

    def press(self, press: Press, look: Look, stage: OnCard, card: Card) -> Outcome | None:
        """A team's key picks it; the answer's keys answer for it; Delete leaves it out."""
        if press.name == "delete":
            self._number.clear()
            self._order.clear()
            return self._set(look, stage, None)
        team = press.bell
        if isinstance(card, EstimateCard):
            if press.name in ("return", "enter") and self._number.value is not None:
                return self._set(look, stage, self._number.value)
            if self.team(look, stage) is not None and self._number.press(press):
                return Stay()
            team = None if press.digit is not None else team
        elif isinstance(card, ChoiceCard):
            if press.option is not None and press.option < len(card.options):
                return self._set(look, stage, press.option)
        elif isinstance(card, OrderCard):
            row = item_key(press, len(stage.shown))
            if row is not None:
                return self._name(row, look, stage)
            if press.name == "backspace":
                return self._back(look, stage)
        if team is not None and team < len(look.game.teams):
            return self.pick(look.game.teams[team].id)
        return None

    def next(self, look: Look, stage: OnCard) -> Outcome | None:
        """Next with a number typed: it is that team's."""
        value = self._number.value
        return None if value is None else self._set(look, stage, value)

    def _strike(self, key: str, look: Look, stage: OnCard) -> Outcome:
        if key == DONE:
            value = self._number.value
            return Stay() if value is None else self._set(look, stage, value)
        if self.team(look, stage) is not None:
            self._number.strike(key)
        return Stay()

    def _placed(self, look: Look, stage: OnCard) -> tuple[int, ...]:
        team = self.team(look, stage)
        answer = stage.answer(team) if team is not None else None
        if self._order.placed or not isinstance(answer, tuple):
            return self._order.placed
        return rows_of(answer, stage.shown)

    def _name(self, row: int, look: Look, stage: OnCard) -> Outcome:
        count = len(stage.shown)
        if self.team(look, stage) is None or len(self._placed(look, stage)) == count:
            return Stay()
        self._order.place(row, count)
        if len(self._order.placed) < count:
            return Stay()
        return self._set(look, stage, items_of(self._order.placed, stage.shown))

    def _back(self, look: Look, stage: OnCard) -> Outcome | None:
        if not self._order.placed:
            self._order.placed = self._placed(look, stage)
        return Stay() if self._order.back() else None

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
