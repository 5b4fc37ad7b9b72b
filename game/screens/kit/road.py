"""Where the road of a board runs on the wall: what the strip and the tags leave to it."""

from __future__ import annotations

from game.look.road import Road, lay_road
from game.screens.kit.wall import Box, Wall

LARGEST_RADIUS: dict[str, float] = {"wide": 52.0, "four_three": 44.0, "tall": 50.0}


def reserved_bottom(wall: Wall) -> float:
    """Units at the wall's bottom that the board leaves to the strip of teams."""
    return {"wide": 198.0, "four_three": 198.0, "tall": 430.0}[wall.kind]


def field_of(wall: Wall, bottom: float) -> Box:
    """What the road may cover: all but the strip, and in portrait the tags at the top."""
    side, top = (46.0, 70.0) if wall.kind == "wide" else (34.0, 78.0)
    if wall.kind == "tall":
        side, top = 26.0, 134.0
    height = max(200.0, wall.height - bottom - top)
    return Box(side, top, max(200.0, wall.width - 2 * side), height)


def road_on(wall: Wall, n: int, loop: bool, bottom: float | None = None) -> Road:
    """The road of n spaces on this wall; ``bottom`` is what the strip needs, in units."""
    field = field_of(wall, reserved_bottom(wall) if bottom is None else bottom)
    return lay_road(field, n, loop, LARGEST_RADIUS[wall.kind] * (1.0 if loop else 0.92))
