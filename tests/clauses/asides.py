"""What several chapters need beside the table of the rules: twists and rings."""

from __future__ import annotations

from typing import Any, Unpack

from game.rules.actions import Next
from game.rules.cards import Effect, Judging, Twist
from game.rules.state import State, Step
from tests.rules.pieces import dilemma, open_card
from tests.rules.setups import HouseRules, Table
from tests.rules.table import on_card, play, to_step


def twist(*effects: Effect) -> Twist:
    """A twist that does this."""
    return Twist(id="t/this", title="Twist", prompt="…", effects=effects)


def cards(*others: Any, teams: int = 3, **setup: Unpack[Table]) -> State:
    """A dilemma is being read, and these lie in their piles."""
    return on_card(dilemma("c", (1, 3)), teams, *others, **setup)


def end_of_card(state: State) -> State:
    """The open card is played to its end, by Next alone."""
    return play(to_step(state, Step.TALK), Next())


def tokens(state: State) -> tuple[int, ...]:
    """Other-view tokens of the teams, in order of turns."""
    return tuple(team.tokens for team in state.teams)


def judging(by: Judging | None, teams: int, **rules: Unpack[HouseRules]) -> State:
    """An open card that says it is judged by these, being judged."""
    rules = {"other_view": False, **rules}
    state = on_card(open_card("o", judge=by), teams, **rules)
    return to_step(state, Step.JUDGE)
