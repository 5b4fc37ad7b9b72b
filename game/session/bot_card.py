"""Bots on an open card: reading, thinking, ringing, arguing another view, judging."""

from __future__ import annotations

from collections.abc import Collection
from typing import assert_never

from game.rules.actions import (
    Action,
    Judge,
    JudgeView,
    LockAnswer,
    MarkBell,
    Next,
    PassCard,
    RingBell,
    SetAnswer,
    Vote,
    WritePlan,
)
from game.rules.bell import left_to_ring
from game.rules.cards import Card, ChoiceCard, CommitCard, Judging, OpenCard, OrderCard, Play
from game.rules.judging import judged_by, voters
from game.rules.legal import offers_of
from game.rules.state import BellPhase, IfThen, OnCard, State, Step
from game.session.bot_skill import BotChance, think
from game.session.bot_words import bot_words

Move = tuple[Action, int]
"""An action, and how many ms later it comes."""

_WORDS_A_MINUTE = 140
"""Read aloud, to a room."""


class BotsOnCard:
    """What facilitator and teams do between the drawing of a card and its reveal."""

    def __init__(self, skill: int, chance: BotChance) -> None:
        self._skill = skill
        self._chance = chance

    def next_action(self, state: State, stage: OnCard, at: int) -> Move:
        """The next thing that happens to the card; not for those revealed or talked about."""
        card = state.card
        assert card is not None
        match stage.step:
            case Step.READ:
                return self._read(state, stage, card)
            case Step.DISCUSS:
                return self._discuss(state, stage, card, at)
            case Step.GRID:
                return self._enter(state, stage, card)
            case Step.BELL:
                return self._bell(stage, card, at)
            case Step.VIEW:
                return self._view(stage, at)
            case Step.VIEW_TAKEN:
                return self._argue(state, stage, card, at)
            case Step.JUDGE:
                return self._judge(state, stage, card)
            case Step.REVEAL | Step.TALK:
                return Next(), self._chance.about(6000, 14_000)
            case _:
                assert_never(stage.step)

    def _read(self, state: State, stage: OnCard, card: Card) -> Move:
        wait = reading_ms(card) + self._chance.about(500, 3000)
        if self._chance.percent(4) and offers_of(state, PassCard):
            return PassCard(stage.team), wait
        return Next(), wait

    def _discuss(self, state: State, stage: OnCard, card: Card, at: int) -> Move:
        wait = self._think_time(state, at)
        team = stage.team
        if isinstance(card, CommitCard):
            # The plan appears on the wall while they talk.
            if stage.plan is None and self._chance.percent(95):
                return WritePlan(team, bot_plan(state, self._chance)), wait
            return Next(), wait
        if isinstance(card, OpenCard) or stage.play is Play.EVERYONE:
            return Next(), wait
        answer = stage.answer(team)
        if stage.asked and self._chance.percent(30):
            return Next(), 2000  # they really have no answer
        if answer is None and not stage.asked and self._chance.percent(2):
            return Next(), wait
        if answer is None or self._chance.percent(15):
            thought = think(card, self._skill, self._chance)
            first = self._chance.percent(40)
            return (SetAnswer if first else LockAnswer)(team, thought), wait
        return LockAnswer(team, answer), self._chance.about(1000, 6000)

    def _think_time(self, state: State, at: int) -> int:
        """A share of what the clock has left; now and then it is used up."""
        clock = state.clock
        if clock is None:
            return self._chance.about(20_000, 90_000)
        if not clock.running:
            return self._chance.about(1500, 6000)
        return clock.left(at) * self._chance.between(25, 104) // 100 + 500

    def _enter(self, state: State, stage: OnCard, card: Card) -> Move:
        """The facilitator enters what is held up, two keys a team; sometimes one sits out."""
        missing = [team.id for team in state.teams if stage.answer(team.id) is None]
        wait = self._chance.about(700, 3000)
        if isinstance(card, OrderCard):
            wait *= 2
        if missing and not self._chance.percent(50 if stage.asked else 2):
            # Whoever is entered last is forgotten most: that must not always be the same seat.
            team = self._chance.pick(missing)
            return SetAnswer(team, think(card, self._skill, self._chance)), wait
        if not missing and self._chance.percent(2):  # a slip of the finger, put right
            team = self._chance.pick([team.id for team in state.teams])
            return SetAnswer(team, think(card, self._skill, self._chance)), wait
        return Next(), wait

    def _bell(self, stage: OnCard, card: Card, at: int) -> Move:
        bell = stage.bell
        assert bell is not None
        match bell.phase:
            case BellPhase.ARMED:
                wait = reading_ms(card) // (3 if bell.locked else 1)
                if self._chance.percent(12):
                    early = self._chance.between(wait // 3, wait)
                    return RingBell(self._chance.pick(bell.eligible), at + early), early
                return Next(), wait
            case BellPhase.OPEN:
                if self._chance.percent(12):  # nobody knows: closed by Next, or by the clock
                    return Next(), self._chance.between(15_000, 45_000)
                react = self._chance.about(450, 7000)
                return RingBell(self._chance.pick(left_to_ring(bell)), at + react), react
            case BellPhase.TAKEN:
                ring = self._late_ring(stage, at)
                if ring is not None:
                    return ring
                # The clock has run out on a silent team, or it speaks.
                if self._chance.percent(5):
                    return Next(), 8000
                return MarkBell(self._chance.percent(self._skill)), self._chance.about(1500, 4800)
            case BellPhase.CLOSED:
                return Next(), 2000

    def _late_ring(self, stage: OnCard, at: int) -> Move | None:
        """Another bell just behind the first, or together with it; None if the rest is silent."""
        bell = stage.bell
        assert bell is not None
        heard = {ring.team for ring in bell.rings}
        silent = [team for team in left_to_ring(bell) if team not in heard]
        if not silent or at - bell.rings[0].at > 900 or not self._chance.percent(40):
            return None
        close = self._chance.percent(20)
        gap = self._chance.between(0, 8) if close else self._chance.about(15, 600)
        return RingBell(self._chance.pick(silent), at + gap), gap

    def _view(self, stage: OnCard, at: int) -> Move:
        bell = stage.bell
        assert bell is not None
        wait = self._chance.about(2000, 7000)
        if self._chance.percent(35):
            return RingBell(self._chance.pick(bell.eligible), at + wait), wait
        return Next(), wait

    def _argue(self, state: State, stage: OnCard, card: Card, at: int) -> Move:
        ring = self._late_ring(stage, at)
        if ring is not None:
            return ring
        viewer = stage.viewer
        assert viewer is not None
        speech = self._chance.about(10_000, 33_000)
        if isinstance(card, OpenCard):
            return Next(), speech
        assert isinstance(card, ChoiceCard)
        if stage.play is Play.EVERYONE:
            return self._change_minds(state, stage, card, speech)
        if self._chance.percent(40 if stage.asked else 4):
            return Next(), speech
        other = think(card, self._skill, self._chance, never=stage.answer(stage.team))
        if stage.answer(viewer) is None and self._chance.percent(25):
            return SetAnswer(viewer, other), speech
        named = stage.answer(viewer)
        return LockAnswer(viewer, other if named is None else named), speech

    def _change_minds(self, state: State, stage: OnCard, card: ChoiceCard, speech: int) -> Move:
        """After the argument, teams come over one by one; now and then one goes elsewhere."""
        wait = self._chance.about(1000, 3500) if stage.changed else speech
        assert stage.viewer is not None
        view = stage.answer(stage.viewer)
        assert view is not None
        unmoved = [
            team.id
            for team in state.teams
            if team.id != stage.viewer
            and team.id not in stage.changed
            and stage.answer(team.id) != view
        ]
        if not unmoved or not self._chance.percent(45):
            return Next(), wait
        team = self._chance.pick(unmoved)
        before = stage.answer(team)
        elsewhere = [i for i in range(len(card.options)) if i not in (view, before)]
        moved = self._chance.pick(elsewhere) if elsewhere and self._chance.percent(12) else view
        return SetAnswer(team, moved), wait

    def _judge(self, state: State, stage: OnCard, card: Card) -> Move:
        wait = self._chance.about(1200, 5000)
        if self._chance.percent(50 if stage.asked else 3):
            return Next(), wait
        if isinstance(card, CommitCard):
            if stage.plan is None or not stage.plan.points:
                return WritePlan(stage.team, bot_plan(state, self._chance)), wait * 5
            if stage.judged is None:
                return Judge(stage.team, int(self._chance.percent(60))), wait
            return Next(), wait
        late = [team for team in voters(state) if team not in dict(stage.votes)]
        if late:
            return Vote(late[0], self._points()), wait // 2
        if judged_by(state) is Judging.FACILITATOR and stage.judged is None:
            return Judge(stage.team, self._points()), wait
        if stage.viewer is not None and stage.view_judged is None:
            return JudgeView(self._chance.weighted((25, 45, 30))), wait
        return Next(), wait

    def _points(self) -> int:
        """What people give a team that stood up and tried."""
        return self._chance.weighted((4, 20, 46, 30))


def bot_plan(state: State, chance: BotChance, taken: Collection[str] = ()) -> IfThen:
    """A plan, whole or not; with none of the cues taken, as long as there are others."""
    words = bot_words(state.content.decks[0].language)
    free = [plan for plan in words.plans if plan[0] not in taken]
    cue, action = chance.pick(free or words.plans)
    if chance.percent(20):  # the part everybody forgets first
        return IfThen(cue=cue, action=action)
    return IfThen(
        cue=cue, action=action, who=chance.pick(words.people), by_when=chance.pick(words.days)
    )


def reading_ms(card: Card) -> int:
    """Milliseconds to read a card aloud, as the card says or as its words ask."""
    if card.reading:
        return card.reading * 1000
    answers = ""
    if isinstance(card, ChoiceCard) and card.play is not Play.BELL:
        answers = " ".join(option.text for option in card.options)
    elif isinstance(card, OrderCard):
        answers = " ".join(item.text for item in card.items)
    return aloud(f"{card.prompt} {answers}")


def aloud(text: str) -> int:
    """Milliseconds to read a text to a room."""
    return len(text.split()) * 60_000 // _WORDS_A_MINUTE
