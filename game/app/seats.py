"""Bots at the table: all of it in a demo, the teams' part when a facilitator practises."""

from __future__ import annotations

from collections.abc import Callable

from game.app.evening import Evening
from game.rules.actions import (
    Action,
    ChooseCategory,
    CommitPlan,
    LockAnswer,
    RingBell,
    SetAnswer,
    Vote,
    WritePlan,
)
from game.rules.state import Over
from game.session.bots import Bots

TEAMS_DO = (ChooseCategory, CommitPlan, LockAnswer, RingBell, SetAnswer, Vote, WritePlan)
"""What teams do by themselves; the rest is the facilitator's."""


class Seats:
    """Asks the bots what comes next, and does it when its time has come."""

    def __init__(
        self, bots: Bots, *, everything: bool, mute: Callable[[], int | None] = lambda: None
    ) -> None:
        """`mute` gives the team that cannot ring, because its buzzer is dead."""
        self._bots = bots
        self._everything = everything
        self._mute = mute
        self._planned: tuple[Action, int] | None = None

    def forget(self) -> None:
        """The session moved: what was planned may no longer fit."""
        self._planned = None

    def due_in(self, evening: Evening) -> int | None:
        """Milliseconds until a bot acts; None when it is for the facilitator to act."""
        planned = self._plan(evening)
        return None if planned is None else max(0, planned[1] - evening.now())

    def tick(self, evening: Evening) -> None:
        """Act, if it is time."""
        planned = self._plan(evening)
        if planned is None or evening.now() < planned[1]:
            return
        action, _at = planned
        self._planned = None
        if isinstance(action, RingBell):
            action = RingBell(action.team, evening.now())
        evening.do(action, "bots")

    def _plan(self, evening: Evening) -> tuple[Action, int] | None:
        state = evening.state
        if isinstance(state.stage, Over) or (state.held and not self._everything):
            return None
        if self._planned is None:
            now = evening.now()
            action, delay = self._bots.next_action(state, now)
            self._planned = action, now + delay
        action, _due = self._planned
        if not self._everything and not isinstance(action, TEAMS_DO):
            return None
        if isinstance(action, RingBell) and action.team == self._mute():
            self._planned = None
            return None
        return self._planned
