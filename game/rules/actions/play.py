"""What teams do to play, and the facilitator for them: one frozen class each."""

from __future__ import annotations

from game.rules.frozen import frozen
from game.rules.state import Answer, IfThen


@frozen
class Begin:
    """Leave the lobby: shuffle the piles and start the brief."""


@frozen
class Next:
    """Go on; every state can be left with it alone."""


@frozen
class Roll:
    """The active team rolls (or steps) and its pawn walks."""


@frozen
class ChooseCategory:
    """The active team picks the pile its card comes from."""

    category: str
    """Its id."""


@frozen
class SetAnswer:
    """A team's answer, which may change until it is locked."""

    team: int
    answer: Answer | None
    """None takes it back."""


@frozen
class LockAnswer:
    """A team's final answer on a `turn` card, or a viewer's on another view."""

    team: int
    answer: Answer


@frozen
class RingBell:
    """A bell was heard."""

    team: int
    at: int
    """Arrival, in ms since the session began; rings of one batch carry the same."""


@frozen
class MarkBell:
    """The facilitator says whether the team that rang is right."""

    right: bool


@frozen
class Judge:
    """The facilitator's points: 0–3 on `open`, 0–1 "visible on Monday" on `commit`."""

    team: int
    points: int


@frozen
class JudgeView:
    """The facilitator's 0–2 for the view another team added to an `open` card."""

    points: int


@frozen
class Vote:
    """A peer's 0–3."""

    team: int
    points: int


@frozen
class WritePlan:
    """A team's if-then plan on a `commit` card; may be written again until the reveal."""

    team: int
    plan: IfThen


@frozen
class PassCard:
    """A team would rather have another card of the same kind."""

    team: int


@frozen
class TimeUp:
    """The clock has run out."""
