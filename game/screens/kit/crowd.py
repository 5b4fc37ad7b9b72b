"""Pawns on the board: where one to eight of them stand on a space, and drawing one."""

from __future__ import annotations

from typing import NamedTuple

import pygame

from game.screens.kit.people import customer_pawn, pawn
from game.screens.kit.wall import Canvas


class Slot(NamedTuple):
    """Where a pawn stands."""

    x: float
    y: float
    """Its foot, in units."""
    height: float
    """Its height, in units."""


class Standing(NamedTuple):
    """A pawn on the board."""

    key: str
    """A team's key, or the customer's portrait (``customer-wim``)."""
    space: int


def _crowd(*places: tuple[float, float, float]) -> tuple[tuple[float, float, float], ...]:
    return tuple(sorted(places, key=lambda place: place[1]))


CROWDS: tuple[tuple[tuple[float, float, float], ...], ...] = (
    _crowd((0, 22, 112)),
    _crowd((-42, 8, 98), (42, 32, 98)),
    _crowd((0, -34, 88), (-40, 30, 88), (40, 30, 88)),
    _crowd((-37, -30, 82), (37, -30, 82), (-37, 40, 82), (37, 40, 82)),
    _crowd((-32, -36, 72), (32, -36, 72), (-58, 34, 72), (0, 34, 72), (58, 34, 72)),
    _crowd((-58, -32, 72), (0, -32, 72), (58, -32, 72), (-58, 34, 72), (0, 34, 72), (58, 34, 72)),
    _crowd(
        (-30, -58, 64), (30, -58, 64), (-56, 0, 64), (0, 0, 64), (56, 0, 64),
        (-30, 58, 64), (30, 58, 64),
    ),
    _crowd(
        (-52, -58, 64), (0, -58, 64), (52, -58, 64), (-28, 0, 64), (28, 0, 64),
        (-52, 58, 64), (0, 58, 64), (52, 58, 64),
    ),
)  # fmt: skip
"""Foot (from the middle of the space) and height of one to eight pawns on one space."""


def draw_pawn(
    canvas: Canvas, key: str, slot: Slot, *, lift: float = 0, squash: float = 1.0
) -> pygame.Rect:
    """One pawn or customer at a slot."""
    if key.startswith("customer-"):
        height = slot.height * 166 / 112
        return customer_pawn(canvas, key, slot.x, slot.y, height, lift=lift, squash=squash)
    return pawn(canvas, key, slot.x, slot.y, slot.height, lift=lift, squash=squash)
