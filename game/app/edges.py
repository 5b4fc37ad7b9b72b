"""Sticks, triggers and d-pads as buttons: one ring for each time they are pushed.

Many cheap buzzers and gamepads tell of a push as a hat or an axis. An axis rings where it passes
`ON`, and again only after it has come back below `OFF`: one that trembles at the threshold, drifts,
or is held rings once. SDL tells first where an axis rests. That rings nothing, and a trigger that
rests at one end never rings at that end: it would ring when it is let go.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pygame

ON, OFF = 0.6, 0.35
"""Parts of the way to the end: where a push counts, and where it is over."""
HAT = "h"
AXIS = "a"

_WAYS = (("r", 0, 1), ("l", 0, -1), ("u", 1, 1), ("d", 1, -1))
"""(letter, index in a hat's value, its value) of each way a hat can be pushed."""


@dataclass
class _Axis:
    """One axis: which end it rests at (0 for neither), and which ends are pushed."""

    home: int = 0
    pushed: set[int] = field(default_factory=set)


class Edges:
    """What is pushed on one device; a device that comes back is a new one."""

    def __init__(self) -> None:
        self._hats: dict[int, tuple[int, int]] = {}
        self._axes: dict[int, _Axis] = {}

    def pushed(self, event: pygame.Event) -> list[str]:
        """What went down with this event, by its name (`3`, `h0u`, `a1+`); mostly nothing."""
        match event.type:
            case pygame.JOYBUTTONDOWN:
                return [str(event.button)]
            case pygame.JOYHATMOTION:
                return self._hat(event.hat, (event.value[0], event.value[1]))
            case pygame.JOYAXISMOTION:
                return self._axis(event.axis, event.value)
        return []

    def _hat(self, hat: int, value: tuple[int, int]) -> list[str]:
        before = self._hats.get(hat, (0, 0))
        self._hats[hat] = value
        return [
            f"{HAT}{hat}{letter}"
            for letter, index, way in _WAYS
            if value[index] == way != before[index]
        ]

    def _axis(self, axis: int, value: float) -> list[str]:
        known = self._axes.get(axis)
        if known is None:
            # Where it rests, as SDL tells first of all.
            self._axes[axis] = _Axis(_end(value))
            return []
        rung = []
        for way in (1, -1):
            if value * way >= ON and way not in known.pushed:
                known.pushed.add(way)
                if way != known.home:
                    rung.append(f"{AXIS}{axis}{'+' if way > 0 else '-'}")
            elif value * way <= OFF:
                known.pushed.discard(way)
        return rung


def _end(value: float) -> int:
    """The end an axis stands at: 1, −1, or 0 for neither."""
    if abs(value) < ON:
        return 0
    return 1 if value > 0 else -1
