"""What lies under the pointer: a team's plate, the clock, the card, or nothing of these."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.rules.state import Choosing, Landed, Lobby, OnCard, Ready, State
from game.screens.holds import covered
from game.screens.kit.strip import Style, lay_strip, strip_box
from game.screens.kit.wall import Box, Wall
from game.screens.scenes.boardview import strip_style
from game.screens.scenes.cardlayout import places
from game.screens.scenes.frame import strip_teams
from game.screens.scenes.side import persona_of, side_places
from game.screens.screen import Look


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
    """The id of the team, where it is a team's plate."""


def under(look: Look, x: float, y: float) -> Under:
    """What lies there on the wall as it is now."""
    state, wall = look.game, look.wall
    if covered(state):
        return Under(What.WALL)
    team = _team(wall, state, x, y)
    if team is not None:
        return Under(What.TEAM, team)
    if not isinstance(state.stage, OnCard):
        return Under(What.WALL)
    on_clock = state.clock is not None and _clock(wall, state, state.stage).holds(x, y)
    return Under(What.CLOCK if on_clock else What.CARD)


def _team(wall: Wall, state: State, x: float, y: float) -> int | None:
    on_board = isinstance(state.stage, Lobby | Ready | Landed | Choosing)
    style: Style = strip_style(wall) if on_board else "slim"
    box = strip_box(wall, len(state.teams), style)
    if not box.holds(x, y):
        return None
    cells = lay_strip(wall, box, strip_teams(state), style).cells
    found = (t for t, cell in zip(state.teams, cells, strict=True) if cell.holds(x, y))
    return next((team.id for team in found), None)


def _clock(wall: Wall, state: State, stage: OnCard) -> Box:
    laid = places(wall, len(state.teams))
    return side_places(wall, laid, persona_of(state, stage)).clock
