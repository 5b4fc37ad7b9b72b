"""What goes past a sheet to the game under it, as if no sheet were there."""

from __future__ import annotations

from game.screens.inputs import NEXT, Input, Pointer, Press
from game.screens.screen import Hotspot, Look, Outcome, Screen


def spot_at(screen: Screen, pointer: Pointer, look: Look) -> Hotspot | None:
    """The hotspot that is pointed at, the topmost of several."""
    spots = reversed(screen.hotspots(look))
    return next((spot for spot in spots if spot.box.holds(pointer.x, pointer.y)), None)


def ask_game(game: Screen, given: Input, look: Look) -> Outcome | None:
    """What the game makes of an input that a sheet over it has left alone."""
    match given:
        case Press():
            outcome = game.on_press(given, look)
            if outcome is None and given.plain and given.name in NEXT:
                return game.on_next(look)
            return outcome
        case Pointer():
            outcome = game.on_pointer(given, look)
            if outcome is None and given.kind == "down" and given.button == 1:
                spot = spot_at(game, given, look)
                return None if spot is None else spot.activate()
            return outcome
        case _:
            return None
