"""Sessions that watch the clock."""

from __future__ import annotations

from typing import Unpack

from game.rules.events import RoundBegan
from game.rules.state import State
from tests.rules.pieces import dilemma
from tests.rules.setups import Setup
from tests.rules.table import by_next, each, game, to_ready

MINUTE = 60_000


def timed(teams: int = 2, minutes: int = 20, **setup: Unpack[Setup]) -> State:
    """Waiting for the first roll, with so many minutes of play."""
    setup = {"rounds": 99, "personas": (), "twists": (), "mirrors": (), **setup}
    setup["play_ms"] = minutes * MINUTE
    return to_ready(game(teams, **setup))


def first_round(state: State) -> list[int]:
    """Numbers of the presses of Next that play a whole round."""
    presses = []
    for n, (_, events, _after) in enumerate(by_next(state)):
        presses.append(n)
        if each(events, RoundBegan):
            return presses
    return presses


EVEN: Setup = {
    "path": "s" + "?" * 11,
    "cards": [dilemma(str(i)) for i in range(40)],
    "standings_every": 1,
}
