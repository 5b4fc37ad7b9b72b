"""The board: a path of spaces in zones, a loop or a road with an end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import cycle


class Shape(StrEnum):
    """A loop comes back to start; a road has an end where pawns stop."""

    LOOP = "loop"
    ROAD = "road"


_LOOP = Shape.LOOP


class SpaceKind(StrEnum):
    """What happens to a pawn that lands here."""

    START = "start"
    CATEGORY = "category"
    CHOOSE = "choose"
    BELL = "bell"
    TWIST = "twist"
    MIRROR = "mirror"


@dataclass(frozen=True, kw_only=True)
class Zone:
    """A stage of the journey."""

    id: str
    name: str
    picture: str = ""


@dataclass(frozen=True, kw_only=True)
class Space:
    """One space of the path."""

    kind: SpaceKind
    zone: str
    category: str = ""
    """The pile a `category` space draws from; "" for the other kinds."""


@dataclass(frozen=True, kw_only=True)
class Board:
    """A path of spaces, in walking order; the first is start."""

    id: str
    title: str
    shape: Shape
    zones: tuple[Zone, ...]
    spaces: tuple[Space, ...]

    @property
    def loop(self) -> bool:
        """True when the path comes back to start."""
        return self.shape is _LOOP

    def walk(self, position: int, steps: int) -> tuple[int, ...]:
        """The spaces trodden, in order, from `position` over `steps` (negative: backward).

        On a loop the path wraps. On a road it stops at the end, or at start.
        """
        step = 1 if steps > 0 else -1
        path = range(position + step, position + steps + step, step)
        spaces = len(self.spaces)
        if self.shape is _LOOP:
            return tuple([space % spaces for space in path])
        return tuple([space for space in path if 0 <= space < spaces])

    def at_end(self, position: int) -> bool:
        """True on the last space of a road."""
        return not self.loop and position == len(self.spaces) - 1


def fit_board(board: Board, categories: Sequence[str]) -> Board:
    """The board with every category space drawing from a category that exists.

    Categories the decks in play do not have give way, in turn, to those the
    board does not name, so that any deck can be played on any board.
    """
    known = set(categories)
    missing = [
        c for c in dict.fromkeys(s.category for s in board.spaces if s.category) if c not in known
    ]
    if not missing or not categories:
        return board
    named = {s.category for s in board.spaces}
    spare = [c for c in categories if c not in named] or list(categories)
    stand_in = dict(zip(missing, cycle(spare), strict=False))
    # More spare categories than missing ones: spread them over the spaces in turn.
    rota = cycle(spare)
    spread = len(spare) > len(missing)
    spaces = tuple(
        s
        if s.category in known or not s.category
        else replace(s, category=next(rota) if spread else stand_in[s.category])
        for s in board.spaces
    )
    return replace(board, spaces=spaces)
