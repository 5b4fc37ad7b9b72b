"""Which places of a screen are meant: by a pointer, by arrow keys, past a sheet over the game."""

from __future__ import annotations

from collections.abc import Sequence

from game.screens.inputs import NEXT, Input, Pointer, Press
from game.screens.screen import Hotspot, Look, Outcome, Screen


def spot_at(screen: Screen, pointer: Pointer, look: Look) -> Hotspot | None:
    """The hotspot that is pointed at, the topmost of several."""
    spots = reversed(screen.hotspots(look))
    return next((spot for spot in spots if spot.box.holds(pointer.x, pointer.y)), None)


def as_read(spots: Sequence[Hotspot]) -> Sequence[int]:
    """Their indices line by line, each from the left; a line begins below the one before it."""
    lines: list[list[int]] = []
    for i in sorted(range(len(spots)), key=lambda i: spots[i].box.cy):
        if lines and spots[i].box.cy < spots[lines[-1][0]].box.bottom:
            lines[-1].append(i)
        else:
            lines.append([i])
    return [i for line in lines for i in sorted(line, key=lambda i: spots[i].box.x)]


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
