"""Pages after play, plans, and what became of those of last time."""

from __future__ import annotations

from game.rules.frozen import frozen
from game.rules.state import IfThen, Part, Status


@frozen
class GoTo:
    """A page after play, at once: straight to the commitments when time is short."""

    part: Part
    index: int = 0
    """Which of its moments, questions or plans; 0 where there is one page."""


@frozen
class Back:
    """The page before this one."""


@frozen
class EndReview:
    """Enough of last time's plans: on to the brief."""


@frozen
class CommitPlan:
    """A team's if-then plan; `number` is that of one it made before, None a new one."""

    team: int
    plan: IfThen
    number: int | None = None


@frozen
class DropPlan:
    """A team takes a plan back."""

    team: int
    number: int
    """Of `Commitment`."""


@frozen
class ReviewCommitment:
    """What became of a plan of an earlier session; None takes it back."""

    number: int
    """Of `Earlier`."""
    status: Status | None
    why: str = ""
