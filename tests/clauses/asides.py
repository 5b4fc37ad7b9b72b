"""What several chapters need beside the table of the rules: twists and rings."""

from __future__ import annotations

from game.rules.actions import RingBell
from game.rules.apply import apply
from game.rules.cards import Effect, Twist
from game.rules.state import State


def twist(*effects: Effect) -> Twist:
    """A twist that does this."""
    return Twist(id="t/this", title="Twist", prompt="…", effects=effects)


def ring(state: State, team: int, at: int = 0) -> State:
    """The state after a bell was heard at `at` ms."""
    return apply(state, RingBell(team, at), at)[0]
