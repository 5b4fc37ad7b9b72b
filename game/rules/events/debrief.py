"""Events after play, and of the plans teams leave with."""

from __future__ import annotations

from game.rules.frozen import frozen
from game.rules.state import IfThen, Part, Status


@frozen
class ReviewBegan:
    """Plans of an earlier session are asked after."""


@frozen
class ReviewShown:
    """Another of them is on the wall."""

    number: int


@frozen
class Reviewed:
    """It was told what became of one; None: that was taken back."""

    number: int
    status: Status | None
    why: str


@frozen
class PageShown:
    """A page of the debrief is on the wall."""

    part: Part
    index: int


@frozen
class PlanCommitted:
    """A team wrote a plan, or wrote one again."""

    team: int
    number: int
    plan: IfThen
    new: bool


@frozen
class PlanDropped:
    """A team took a plan back."""

    team: int
    number: int
