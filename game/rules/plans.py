"""If-then plans that teams leave with, and what became of those of last time."""

from __future__ import annotations

from enum import StrEnum

from game.rules.frozen import frozen
from game.rules.stages import IfThen

MOST_PLAN = 2000
"""Characters of each part of an if-then plan."""
MOST_PLANS = 6
"""Plans a team can add; more are wishes."""
MOST_WHY = 10_000
"""Characters of what is told of a plan of last time."""


@frozen(kw_only=True)
class Commitment:
    """An if-then plan a team leaves with."""

    team: int
    plan: IfThen
    card: str = ""
    """Id of the `commit` card it was made on; "" when it was made in the debrief."""
    number: int = 0
    """Given once in a session, never used again."""


class Status(StrEnum):
    """What became of a plan."""

    DONE = "done"
    BUSY = "busy"
    DROPPED = "dropped"
    CHANGED = "changed"


@frozen(kw_only=True)
class Earlier:
    """A plan of an earlier session, to be asked after."""

    number: int
    """Its place among them, from 0."""
    team: str
    """Name of the team then."""
    colour: str
    plan: IfThen
    session: str = ""
    """What that session was called, or ""."""
    created: str = ""
    """When it began, as ISO 8601."""
    status: Status | None = None
    """None until somebody has told."""
    why: str = ""
