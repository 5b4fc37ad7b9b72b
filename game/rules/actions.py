"""What a person asks for: one frozen class each, and their union.

Chance and consequences are not in here; they are in the events.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, get_args

from game.rules.state import Answer, Held, IfThen


@dataclass(frozen=True)
class Begin:
    """Leave the lobby: shuffle the piles and start the brief."""


@dataclass(frozen=True)
class Next:
    """Go on; every state can be left with it alone."""


@dataclass(frozen=True)
class Roll:
    """The active team rolls (or steps) and its pawn walks."""


@dataclass(frozen=True)
class ChooseCategory:
    """The active team picks the pile its card comes from."""

    category: str


@dataclass(frozen=True)
class SetAnswer:
    """A team's answer, which may change until it is locked."""

    team: int
    answer: Answer | None
    """None takes it back."""


@dataclass(frozen=True)
class LockAnswer:
    """A team's final answer on a `turn` card, or a viewer's on another view."""

    team: int
    answer: Answer


@dataclass(frozen=True)
class RingBell:
    """A bell was heard."""

    team: int
    at: int
    """Arrival, in ms since the session began; rings of one batch carry the same."""


@dataclass(frozen=True)
class MarkBell:
    """The facilitator says whether the team that rang is right."""

    right: bool


@dataclass(frozen=True)
class Judge:
    """The facilitator's points: 0–3 on `open`, 0–1 "visible on Monday" on `commit`."""

    team: int
    points: int


@dataclass(frozen=True)
class JudgeView:
    """The facilitator's 0–2 for the view another team added to an `open` card."""

    points: int


@dataclass(frozen=True)
class Vote:
    """A peer's 0–3."""

    team: int
    points: int


@dataclass(frozen=True)
class WritePlan:
    """A team's if-then plan on a `commit` card; may be written again until the reveal."""

    team: int
    plan: IfThen


@dataclass(frozen=True)
class PassCard:
    """A team would rather have another card of the same kind."""

    team: int


@dataclass(frozen=True)
class TimeUp:
    """The clock has run out."""


@dataclass(frozen=True)
class PauseClock:
    """Let the clock stand."""


@dataclass(frozen=True)
class ResumeClock:
    """Let the clock run again."""


@dataclass(frozen=True)
class ExtendClock:
    """More (or less) time."""

    ms: int


@dataclass(frozen=True)
class StopClock:
    """No clock for this discussion."""


@dataclass(frozen=True)
class Hold:
    """Everything stands still, bells closed: after undo, for a pause, or a dark wall."""

    how: Held


@dataclass(frozen=True)
class Release:
    """Go on exactly where it was."""


@dataclass(frozen=True)
class NoteInsight:
    """Keep what was said, in one line."""

    team: int | None
    text: str


@dataclass(frozen=True)
class Adjust:
    """The facilitator gives or takes customers."""

    team: int
    points: int
    reason: str


@dataclass(frozen=True)
class SkipCard:
    """The open card is put aside and the turn ends."""


@dataclass(frozen=True)
class ReplaceCard:
    """The open card goes under its pile and another of that pile comes up."""


@dataclass(frozen=True)
class PutNext:
    """This card comes up at the next draw; "" takes it back."""

    card: str


@dataclass(frozen=True)
class SetTurn:
    """It is another team's turn."""

    team: int


@dataclass(frozen=True)
class AddTeam:
    """A late team joins in the next round."""

    name: str
    colour: str


@dataclass(frozen=True)
class RemoveTeam:
    """A team leaves, when the card is done."""

    team: int


@dataclass(frozen=True)
class EditTeam:
    """Another name or colour."""

    team: int
    name: str
    colour: str


@dataclass(frozen=True)
class ChangeRule:
    """Another house rule from now on."""

    rule: str
    value: int | bool | str


@dataclass(frozen=True)
class EndPlay:
    """Play ends here; the debrief keeps its time."""


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
)

ACTIONS: dict[str, type[Action]] = {cls.__name__: cls for cls in get_args(Action)}
"""Every action by its name, as it stands in a log."""
