"""A session after play: its pages, with plans on them."""

from __future__ import annotations

from typing import Unpack

from game.rules.actions import EndPlay, GoTo
from game.rules.state import IfThen, Part, State
from tests.rules.pieces import TEMPLATE
from tests.rules.setups import Setup
from tests.rules.table import game, play, to_ready

WHOLE = IfThen(cue="it rings twice", action="we ring back", who="Bo", by_when="Monday")
HALF = IfThen(cue="it rains", action="we stay")


def ended(teams: int = 3, **setup: Unpack[Setup]) -> State:
    """Play has ended: the final standings."""
    setup = {"template": TEMPLATE, **setup}
    return play(to_ready(game(teams, **setup)), EndPlay())


def at(part: Part, index: int = 0, state: State | None = None) -> State:
    """On this page."""
    return play(ended() if state is None else state, GoTo(part, index))
