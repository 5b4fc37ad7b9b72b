"""Events of the evening: rounds, turns, the die and the pawns."""

from __future__ import annotations

from game.rules.frozen import frozen


@frozen
class Begun:
    """The lobby is left: the piles lie ready."""


@frozen
class BriefBegan:
    """The brief is on the wall."""


@frozen
class PersonaDrawn:
    """A team, or the customer (None), looks through these eyes."""

    team: int | None
    persona: str
    fell: tuple[int, ...]


@frozen
class RoundBegan:
    """A round has begun; `last` announces that play ends with it."""

    round: int
    last: bool


@frozen
class LastRound:
    """It has become clear that this round is the last."""


@frozen
class TurnBegan:
    """It is this team's turn, or it has the die."""

    team: int


@frozen
class Rolled:
    """The die fell."""

    team: int
    pips: int
    fell: tuple[int, ...]


@frozen
class PawnMoved:
    """A pawn, or the customer's (None), went over these spaces in order."""

    team: int | None
    start: int
    path: tuple[int, ...]


@frozen
class Swapped:
    """Two teams changed places on the board."""

    team: int
    other: int
    fell: tuple[int, ...] = ()


@frozen
class RollGranted:
    """The team rolls once more: told with the twist, and again when its moment has come."""

    team: int


@frozen
class TurnEnded:
    """The turn is over."""

    team: int


@frozen
class StandingsShown:
    """Between rounds, or final."""

    final: bool


@frozen
class PlayEnded:
    """No more rounds: the plan is done, the time is up, the end was reached, or so decided."""

    because: str
    """`plan`, `time`, `end` or `facilitator`."""


@frozen
class PodiumShown:
    """The podium is on the wall."""


@frozen
class Closed:
    """The session is closed."""
