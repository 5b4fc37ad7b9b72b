"""Bots: a facilitator and teams that play by the same actions a person uses.

They carry the demo, the simulation and the golden sessions. They think and take their time as a
room does, ring too early and together now and then, change their minds and write plans; the same
seed gives the same game. No screen and no clock: whoever drives them passes the time in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from game.rules.actions import Action, Begin, ChooseCategory, Next, NoteInsight, Roll, TimeUp
from game.rules.piles import choices
from game.rules.state import (
    Brief,
    Choosing,
    Debrief,
    Landed,
    Lobby,
    MirrorTold,
    OnCard,
    Over,
    Personas,
    Phase,
    Podium,
    Ready,
    Review,
    Standings,
    State,
    Step,
    TwistTold,
)
from game.session.bot_after import BotsAfter
from game.session.bot_card import BotsOnCard, Move, aloud
from game.session.bot_skill import BotChance
from game.session.bot_words import bot_words
from game.session.session import Session

Seen = Callable[[State, int], None]

SKILL = 40
"""Of 100 dilemmas, how many in which a team sees the best option."""


class Bots:
    """A table of equally skilled teams and their facilitator."""

    def __init__(self, seed: int, skill: int = SKILL) -> None:
        """`skill`, 0–100, is shared by all: who wins is luck and the fault of the rules."""
        self._chance = BotChance(seed)
        self._card = BotsOnCard(skill, self._chance)
        self._after = BotsAfter(self._chance)

    def next_action(self, state: State, at_ms: int) -> Move:
        """What happens next at the table, and how many ms after `at_ms` it comes.

        Ask once for each action. Where the state changes in the meantime (somebody pressed a
        key, the clock ran out), forget the answer and ask again. Raises ValueError when the
        session is closed.
        """
        if state.held:
            return Next(), self._chance.about(800, 3000)
        stage = state.stage
        match stage:
            case Lobby():
                return Begin(), self._chance.about(1000, 4000)
            case Brief():
                return Next(), self._chance.about(45_000, 75_000)
            case Personas():
                return Next(), self._chance.about(15_000, 40_000)
            case Ready():
                roll: Action = Roll() if self._chance.percent(85) else Next()
                return roll, self._chance.about(1500, 6000)
            case Landed():
                return Next(), self._chance.about(1200, 3500)
            case Choosing():
                return self._choose_category(state)
            case TwistTold():
                prompt = state.content.twist_by_id[stage.twist].prompt
                return Next(), aloud(prompt) + self._chance.about(3000, 8000)
            case MirrorTold():
                return self._after_talk(state, stage.mirror, 60, (30_000, 90_000))
            case OnCard(step=Step.TALK):
                return self._after_talk(state, stage.card, 12, (6000, 36_000))
            case OnCard():
                return self._card.next_action(state, stage, at_ms)
            case Standings():
                return Next(), self._chance.about(5000, 15_000)
            case Review() | Podium() | Debrief():
                return self._after.next_action(state, stage, at_ms)
            case Over():
                raise ValueError("the session is closed: nothing can follow")
            case _:
                assert_never(stage)

    def _choose_category(self, state: State) -> Move:
        names = choices(state)
        wait = self._chance.about(3000, 12_000)
        if names and self._chance.percent(92):
            return ChooseCategory(self._chance.pick(names)), wait
        return Next(), wait

    def _after_talk(self, state: State, about: str, likely: int, span: tuple[int, int]) -> Move:
        """Talk; now and then somebody says something worth keeping, once a card."""
        wait = self._chance.about(*span)
        noted = any(insight.about == about for insight in state.insights)
        if not noted and self._chance.percent(likely):
            team = self._chance.pick([team.id for team in state.teams])
            text = self._chance.pick(bot_words(state.content.decks[0].language).insights)
            return NoteInsight(team, text), wait
        return Next(), 2000 if noted else wait


def next_move(state: State, bots: Bots, at_ms: int) -> Move:
    """What comes next where nobody sits at the table: the bots' action, or the clock's end.

    This is for whoever plays without a window; in a window the app watches the clock.
    """
    action, wait = bots.next_action(state, at_ms)
    clock = state.clock
    if clock is not None and clock.running and not state.held and clock.left(at_ms) <= wait:
        return TimeUp(), clock.left(at_ms)
    return action, wait


def play_out(session: Session, bots: Bots, seen: Seen = lambda state, at: None) -> None:
    """Let bots play from wherever a session is until it is closed, at once.

    `seen` is called with each state met, the first included, and its time in ms.
    """
    at = session.last_at
    seen(session.state, at)
    while session.state.phase is not Phase.OVER:
        action, wait = next_move(session.state, bots, at)
        at += wait
        session.dispatch(action, at, "clock" if isinstance(action, TimeUp) else "bots")
        seen(session.state, at)
