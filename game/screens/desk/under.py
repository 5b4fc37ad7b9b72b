"""What lies under the pointer: a team, the clock, the card, or nothing of these."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.rules.state import OnCard
from game.screens.holds import covered
from game.screens.screen import Look, Screen


class What(StrEnum):
    """A kind of thing on the wall."""

    TEAM = "team"
    CLOCK = "clock"
    CARD = "card"
    WALL = "wall"


@dataclass(frozen=True)
class Under:
    """What was pointed at."""

    what: What
    team: int | None = None
    """The id of the team, where it is a team that is shown there."""


def under(scene: Screen, look: Look, x: float, y: float) -> Under:
    """What this scene shows there now; it alone knows where its teams and its clock are."""
    state = look.game
    if covered(state):
        return Under(What.WALL)
    clock = scene.clock_box(look) if state.clock is not None else None
    if clock is not None and clock.w and clock.holds(x, y):
        return Under(What.CLOCK)
    team = next((id_ for id_, place in scene.plates(look).items() if place.holds(x, y)), None)
    if team is not None:
        return Under(What.TEAM, team)
    return Under(What.CARD if isinstance(state.stage, OnCard) else What.WALL)
