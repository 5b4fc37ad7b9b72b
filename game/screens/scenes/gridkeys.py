"""What keys do while the grid is filled, and whose answer they give."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from game.rules.actions import SetAnswer
from game.rules.cards import Card, ChoiceCard, EstimateCard, OrderCard
from game.rules.events import AnswerSet, Event
from game.rules.state import OnCard
from game.screens.inputs import Press
from game.screens.scenes.entry import DONE, NumberEntry
from game.screens.scenes.gridboard import missing_after
from game.screens.scenes.ordering import Ordering, item_key, items_of, rows_of
from game.screens.screen import Do, Look, Outcome, Stay


class GridKeys:
    """An answer that is being entered, for the team picked or the next that is missing."""

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
