"""What a person asks for: one frozen class each, and their union.

Chance and consequences are not in here; they are in the events.
"""

from __future__ import annotations

from typing import TypeAlias, get_args

from game.rules.frozen import frozen
from game.rules.state import Answer, Held, IfThen, Part, Status


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


@frozen
class PauseClock:
    """Let the clock stand."""


@frozen
class ResumeClock:
    """Let the clock run again."""


@frozen
class ExtendClock:
    """More (or less) time."""

    ms: int


@frozen
class StopClock:
    """No clock for this discussion."""


@frozen
class Hold:
    """Everything stands still, bells closed: after undo, for a break, or a dark wall."""

    how: Held
    ms: int = 0
    """How long a break lasts from now on; 0: as long as it takes. Holding again changes it."""


@frozen
class Release:
    """Go on exactly where it was."""


@frozen
class OpenBells:
    """The facilitator opens the bells of the open card, or opens closed ones again."""


@frozen
class CloseBells:
    """The facilitator closes the bells; nobody is locked out for ringing."""


@frozen
class ResetBells:
    """Nobody has rung: as when the bells came up, but for teams that were wrong already."""


@frozen
class SetRounds:
    """Play ends after so many rounds."""

    rounds: int


@frozen
class SetTimeLeft:
    """Play has so much time left from now on: an hour was promised, and half of it is gone."""

    ms: int


@frozen
class NoteInsight:
    """Keep what was said, in one line."""

    team: int | None
    text: str


@frozen
class Adjust:
    """The facilitator gives or takes customers."""

    team: int
    points: int
    reason: str


@frozen
class SkipCard:
    """The open card is put aside and the turn ends."""


@frozen
class ReplaceCard:
    """The open card goes under its pile and another of that pile comes up."""


@frozen
class PutNext:
    """This card comes up at the next draw; "" takes it back."""

    card: str


@frozen
class SetTurn:
    """It is another team's turn."""

    team: int


@frozen
class AddTeam:
    """A late team joins in the next round."""

    name: str
    colour: str


@frozen
class RemoveTeam:
    """A team leaves, when the card is done."""

    team: int


@frozen
class EditTeam:
    """Another name or colour."""

    team: int
    name: str
    colour: str


@frozen
class ChangeRule:
    """Another house rule from now on."""

    rule: str
    value: int | bool | str


@frozen
class EndPlay:
    """Play ends here; the debrief keeps its time."""


@frozen
class GoTo:
    """A page after play, at once: straight to the commitments when time is short."""

    part: Part
    index: int = 0


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


@frozen
class ReviewCommitment:
    """What became of a plan of an earlier session; None takes it back."""

    number: int
    """Of `Earlier`."""
    status: Status | None
    why: str = ""


Action: TypeAlias = (
    Begin
    | Next
    | Roll
    | ChooseCategory
    | SetAnswer
    | LockAnswer
    | RingBell
    | MarkBell
    | Judge
    | JudgeView
    | Vote
    | WritePlan
    | PassCard
    | TimeUp
    | PauseClock
    | ResumeClock
    | ExtendClock
    | StopClock
    | Hold
    | Release
    | OpenBells
    | CloseBells
    | ResetBells
    | SetRounds
    | SetTimeLeft
    | NoteInsight
    | Adjust
    | SkipCard
    | ReplaceCard
    | PutNext
    | SetTurn
    | AddTeam
    | RemoveTeam
    | EditTeam
    | ChangeRule
    | EndPlay
    | GoTo
    | Back
    | EndReview
    | CommitPlan
    | DropPlan
    | ReviewCommitment
)

ACTIONS: dict[str, type[Action]] = {cls.__name__: cls for cls in get_args(Action)}
"""Every action by its name, as it stands in a log."""
