"""How one team answers a card in its turn: the part for its kind, its keys, its draft."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from game.rules.actions import LockAnswer, SetAnswer, WritePlan
from game.rules.cards import Card, ChoiceCard, CommitCard, EstimateCard, OpenCard, OrderCard, Play
from game.rules.events import AnswerSet, Event
from game.rules.legal import offers_of
from game.rules.state import Answer, IfThen, OnCard, Step
from game.screens.inputs import Press
from game.screens.kit.wall import Box
from game.screens.scenes.choosing import choice_part
from game.screens.scenes.entry import DONE, NumberEntry, number_part, told
from game.screens.scenes.frame import team_colour
from game.screens.scenes.ordering import Ordering, item_key, items_of, order_part, rows_of
from game.screens.scenes.showing import criteria_part, plan_part
from game.screens.scenes.story import ALONE, Laid, Manners, PartOf
from game.screens.screen import Do, Look, Outcome, Push, Stay


class Draft:
    """What a team is about to answer: typed digits, items named so far."""

    def __init__(self) -> None:
        self.number = NumberEntry()
        self.order = Ordering()

    def key(self) -> Hashable:
        """What the picture needs of it."""
        return self.number.text, self.order.placed

    def hear(self, events: Sequence[Event]) -> None:
        """An answer that was set needs no draft any more."""
        if any(isinstance(e, AnswerSet) and e.answer is not None for e in events):
            self.number.clear()
            self.order.clear()

    # ------------------------------------------------------------------ keys

    def press(self, press: Press, look: Look, stage: OnCard, card: Card) -> Outcome | None:
        """A key for the answer; None for any other."""
        match card:
            case ChoiceCard():
                option = press.option
                if option is None or option >= len(card.options):
                    return None
                return choose(look, stage, option) or Stay()
            case EstimateCard() if asks(look, stage):
                if press.name in ("return", "enter") and self.number.value is not None:
                    return self.set_number(stage)
                return Stay() if self.number.press(press) else None
            case OrderCard() if asks(look, stage):
                if press.name == "backspace":
                    return self.take_back(look, stage)
                row = item_key(press, len(stage.shown))
                return None if row is None else self.name(row, look, stage) or Stay()
            case CommitCard() if press.plain and press.name == "e":
                return write_plan(look, stage)
            case _:
                return None

    def next(self, look: Look, stage: OnCard, card: Card) -> Outcome | None:
        """Next with a number typed: it stands."""
        if isinstance(card, EstimateCard) and asks(look, stage) and stage.step is Step.DISCUSS:
            value = self.number.value
            if value is not None:
                return Do(LockAnswer(stage.team, value))
        return None

    def set_number(self, stage: OnCard) -> Outcome | None:
        """What was typed becomes the answer, which may still change."""
        value = self.number.value
        return None if value is None else Do(SetAnswer(stage.team, value))

    def strike(self, key: str, stage: OnCard) -> Outcome | None:
        """A key drawn on the wall."""
        if key == DONE:
            return self.set_number(stage)
        self.number.strike(key)
        return Stay()

    def rows(self, stage: OnCard) -> tuple[int, ...]:
        """Places on the wall of the items that have their place so far."""
        answer = stage.answer(stage.team)
        if self.order.placed or not isinstance(answer, tuple):
            return self.order.placed
        return rows_of(answer, stage.shown)

    def name(self, row: int, look: Look, stage: OnCard) -> Outcome | None:
        """The next item of the order; the last one makes it an answer."""
        if len(self.rows(stage)) == len(stage.shown):
            return None
        self.order.place(row, len(stage.shown))
        if len(self.order.placed) < len(stage.shown):
            return Stay()
        return Do(SetAnswer(stage.team, items_of(self.order.placed, stage.shown)))

    def take_back(self, look: Look, stage: OnCard) -> Outcome | None:
        """The last item loses its place again; None where there is none."""
        whole = stage.answer(stage.team) is not None and not self.order.placed
        if whole:
            self.order.placed = self.rows(stage)
        if not self.order.back():
            return None
        return Do(SetAnswer(stage.team, None)) if stage.answer(stage.team) is not None else Stay()

    # ------------------------------------------------------------------ the card's part

    def part(self, look: Look, stage: OnCard, card: Card, *, hidden: int | None = None) -> PartOf:
        """What the card is answered with. `hidden`: an option still being filled by a motion."""

        def lay(box: Box, way: Manners) -> Laid:
            match card:
                case ChoiceCard():
                    return _choice(look, stage, card, box, way, hidden)
                case EstimateCard():
                    return self._number(look, stage, card, box, way)
                case OrderCard():
                    may = asks(look, stage)
                    return order_part(
                        look.wall,
                        card,
                        stage.shown,
                        box,
                        way,
                        placed=self.rows(stage),
                        name=(lambda row: self.name(row, look, stage)) if may else None,
                    )
                case OpenCard():
                    alone = way.row > ALONE
                    # With a face for itself it may be set as labels are, rather than be cut.
                    least = look.wall.S if alone else None
                    return criteria_part(
                        look.wall, card.criteria, box, spread=alone, smallest=least
                    )
                case CommitCard():
                    may = bool(offers_of(look.game, WritePlan))
                    return plan_part(
                        look.wall,
                        card,
                        stage.plan,
                        box,
                        way,
                        write=(lambda: write_plan(look, stage)) if may else None,
                    )

        return lay

    def _number(
        self, look: Look, stage: OnCard, card: EstimateCard, box: Box, way: Manners
    ) -> Laid:
        answer = stage.answer(stage.team)
        typed = self.number.shown(card.measure)
        kept = told(card, answer) if isinstance(answer, int | float) else ""
        may = asks(look, stage)
        return number_part(
            look.wall,
            card,
            box,
            way,
            text=typed or kept,
            live=bool(typed) or not kept,
            ready=self.number.value is not None,
            strike=(lambda key: self.strike(key, stage)) if may else None,
        )


def asks(look: Look, stage: OnCard) -> bool:
    """True while the team's own answer can be entered."""
    return (
        stage.play is Play.TURN
        and stage.step in (Step.READ, Step.DISCUSS)
        and bool(offers_of(look.game, SetAnswer))
    )


def choosing_team(look: Look, stage: OnCard) -> int | None:
    """Whose option is being chosen: the team's own, or the viewer's; None where nobody's is."""
    if stage.play is not Play.TURN or not offers_of(look.game, SetAnswer):
        return None
    return stage.viewer if stage.step is Step.VIEW_TAKEN else stage.team


def choose(look: Look, stage: OnCard, option: int) -> Outcome | None:
    """Choose an option; None where that cannot be, or it is chosen already."""
    team = choosing_team(look, stage)
    if team is None or stage.answer(team) == option:
        return None
    action = SetAnswer(team, option)
    if not any(offer.allows(action) for offer in offers_of(look.game, SetAnswer)):
        return None
    return Do(action)


def write_plan(look: Look, stage: OnCard) -> Outcome | None:
    """Open the editor of the plan."""
    from game.screens.planeditor import PlanEditor

    if not offers_of(look.game, WritePlan):
        return None
    return Push(PlanEditor(stage.team, stage.plan or IfThen()))


def _choice(
    look: Look, stage: OnCard, card: ChoiceCard, box: Box, way: Manners, hidden: int | None
) -> Laid:
    given: dict[int, Answer] = dict(stage.answers)
    mine = given.get(stage.team) if stage.play is Play.TURN else None
    theirs = given.get(stage.viewer) if stage.viewer is not None else None
    if stage.play is not Play.TURN:
        return choice_part(look.wall, card, box, way)
    tokens: dict[int, list[str]] = {}
    if stage.step in (Step.VIEW, Step.VIEW_TAKEN):
        for team, answer in ((stage.team, mine), (stage.viewer, theirs)):
            if team is not None and isinstance(answer, int):
                tokens.setdefault(answer, []).append(team_colour(look.game, team))
    chosen = {a for a in (mine, theirs) if isinstance(a, int) and a != hidden}
    barred = {mine} if stage.step is Step.VIEW_TAKEN and isinstance(mine, int) else set()
    may = choosing_team(look, stage) is not None
    return choice_part(
        look.wall,
        card,
        box,
        way,
        chosen=chosen,
        tokens=tokens,
        barred=barred,
        choose=(lambda i: choose(look, stage, i) or Stay()) if may else None,
    )
