"""Cards that are rung for."""

from __future__ import annotations

from typing import Unpack

from game.rules.actions import Next
from game.rules.state import State
from tests.rules.pieces import quiz
from tests.rules.setups import Table
from tests.rules.table import on_card, play


def armed(teams: int = 3, **rules: Unpack[Table]) -> State:
    """A bell card being read."""
    return on_card(quiz("q"), teams, **rules)


def opened(teams: int = 3, at: int = 10_000, **rules: Unpack[Table]) -> State:
    """Bells that may be rung, since `at` ms."""
    return play(armed(teams, **rules), Next(), at=at)
