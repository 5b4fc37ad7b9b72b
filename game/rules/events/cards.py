"""Events of the piles and of the open card: drawn, answered, judged, scored."""

from __future__ import annotations

from game.rules.frozen import frozen
from game.rules.state import Answer, IfThen, Step, Why


@frozen
class PileShuffled:
    """A pile was shuffled."""

    pile: str
    cards: int
    fell: tuple[int, ...]


@frozen
class PileGaveWay:
    """An empty pile gave way to the fullest other."""

    wanted: str
    instead: str


@frozen
class CategoryDue:
    """The active team may choose its category."""


@frozen
class CardDrawn:
    """A card came up; `fell` is the order an `order` card's items are shown in."""

    card: str
    pile: str
    fell: tuple[int, ...] = ()


@frozen
class TwistDrawn:
    """A twist came up."""

    twist: str


@frozen
class TwistDone:
    """Its effects have been told in the events before this one."""

    twist: str


@frozen
class MirrorDrawn:
    """A mirror came up."""

    mirror: str


@frozen
class StepBegan:
    """A card has come this far."""

    card: str
    step: Step


@frozen
class AnswerSet:
    """A team answers this, for now; None: it took its answer back."""

    team: int
    answer: Answer | None


@frozen
class AnswerLocked:
    """A team's answer stands; None: it has none."""

    team: int
    answer: Answer | None


@frozen
class Asked:
    """Next found something missing: of these teams, or of the facilitator (none named)."""

    missing: tuple[int, ...]


@frozen
class ChangedMind:
    """A team joined, or left, another option after the other view."""

    team: int
    before: Answer | None
    after: Answer


@frozen
class Judged:
    """Points of the facilitator, of peers (median), or for "visible on Monday"."""

    team: int
    points: int


@frozen
class ViewJudged:
    """The facilitator's points for the added view."""

    points: int


@frozen
class Voted:
    """A team's vote is in."""

    team: int
    points: int


@frozen
class PlanWritten:
    """A team wrote an if-then plan."""

    team: int
    plan: IfThen


@frozen
class Scored:
    """Customers came (or went): `asked` by the card, `applied` above the floor."""

    team: int
    asked: int
    applied: int
    why: Why
    reason: str = ""
    """The facilitator's words, when adjusted."""


@frozen
class MeterMoved:
    """A choice moved a meter."""

    team: int
    meter: str
    by: int
