"""Events of the bells and of the other view."""

from __future__ import annotations

from game.rules.frozen import frozen
from game.rules.state import BellPhase


@frozen
class BellChanged:
    """The bells are now closed, armed, open or taken."""

    phase: BellPhase


@frozen
class BellsReset:
    """The facilitator took back what was rung; of this team, if one had the bell."""

    team: int | None


@frozen
class RangTooEarly:
    """A team rang before the bells opened, and is locked out until then (ms)."""

    team: int
    until: int


@frozen
class RangLocked:
    """A team rang while it was locked out, until then (ms)."""

    team: int
    until: int


@frozen
class BellWon:
    """This team has the bell; `together` teams rang at once, and the draw decided if over 1."""

    team: int
    together: int
    fell: tuple[int, ...] = ()


@frozen
class RangToo:
    """A runner-up: rang so many ms after the first, or together with it (None) and lost."""

    team: int
    gap: int | None
    fell: tuple[int, ...] = ()


@frozen
class BellMarked:
    """The answer of the team that rang was right or wrong."""

    team: int
    right: bool


@frozen
class ViewSettled:
    """What the other view was worth; the token comes back when it won anything."""

    team: int
    won: int
    token_back: bool
