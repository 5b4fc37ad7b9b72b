"""A twist that is told, and what it does."""

from __future__ import annotations

from typing import Unpack

from game.rules.actions import Next, Roll
from game.rules.cards import Effect, Twist
from game.rules.events import Event
from game.rules.state import State, TwistTold
from tests.rules.setups import Setup
from tests.rules.table import game, happens, play, to_ready, with_team


class Telling(Setup, total=False):
    """What `told` takes."""

    teams: int
    scores: tuple[int, ...]
    places: tuple[int, ...]


def told(
    *effects: Effect,
    teams: int = 4,
    scores: tuple[int, ...] = (),
    places: tuple[int, ...] = (),
    **setup: Unpack[Setup],
) -> State:
    """A twist of these effects has been told to the first team, standing on space 1."""
    twist = Twist(id="t", title="", prompt="", effects=effects)
    setup = {"path": "st" + "i" * 10, "die": 1, "twists": (twist,), "personas": (), **setup}
    state = play(to_ready(game(teams, **setup)), Roll(), Next())
    assert isinstance(state.stage, TwistTold)
    for team, score in enumerate(scores):
        state = with_team(state, team, customers=score)
    for team, place in enumerate(places):
        state = with_team(state, team, position=place)
    return state


def done(*effects: Effect, **setup: Unpack[Telling]) -> tuple[State, tuple[Event, ...]]:
    """What comes of it: the state, and what happened."""
    return happens(told(*effects, **setup), Next())
