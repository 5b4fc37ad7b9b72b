"""The session's board as the kit draws it: its spaces and zones, and who stands where."""

from __future__ import annotations

from functools import lru_cache

from game.rules.board import Board
from game.rules.state import State, Team
from game.screens.kit.board import (
    BoardPicture,
    BoardSpec,
    SpaceSpec,
    Standing,
    ZoneSpec,
    board_picture,
)
from game.screens.kit.people import PORTRAITS, portrait_name
from game.screens.kit.strip import Style, strip_box
from game.screens.kit.wall import Wall
from game.screens.scenes.frame import category_icon


def board_spec(state: State) -> BoardSpec:
    """The board as far as it can be seen."""
    icons = tuple(
        category_icon(state, s.category) if s.category else "" for s in state.board.spaces
    )
    return _spec(state.board, icons)


@lru_cache(maxsize=8)
def _spec(board: Board, icons: tuple[str, ...]) -> BoardSpec:
    zones = {zone.id: i for i, zone in enumerate(board.zones)}
    return BoardSpec(
        spaces=tuple(
            SpaceSpec(space.kind.value, icon, zones.get(space.zone))
            for space, icon in zip(board.spaces, icons, strict=True)
        ),
        zones=tuple(ZoneSpec(zone.name, zone.picture) for zone in board.zones),
        loop=board.loop,
    )


def strip_style(wall: Wall) -> Style:
    """Faces in the strip below the board, unless type for a far last row needs the room."""
    return "slim" if wall.is_far else "tall"


def board_on(wall: Wall, state: State) -> BoardPicture:
    """The board on this wall, above the strip of this many teams."""
    top = strip_box(wall, len(state.teams), strip_style(wall)).y
    return board_picture(board_spec(state), wall, round(wall.height - top, 1))


def customer_key(state: State) -> str:
    """Name of the drawing of the customer who walks for everybody."""
    persona = state.content.persona_by_id.get(state.customer.persona)
    return portrait_name(persona.picture or persona.id) if persona else PORTRAITS[0]


def pawns_of(state: State) -> list[Standing]:
    """Every pawn and its space: the teams', or the customer's."""
    if state.rules.together:
        return [Standing(customer_key(state), state.customer.position)]
    return [Standing(team.colour, team.position) for team in state.teams]


def active_key(state: State) -> str | None:
    """The pawn of the team whose turn it is; None before play and together."""
    if state.rules.together:
        return None
    found: Team | None = next((t for t in state.teams if t.id == state.active), None)
    return found.colour if found else None
