"""What a person asks for: one frozen class each, and their union.

Chance and consequences are not in here; they are in the events. In all of them `team` is the id
of a team, `card` the qualified id of a card, and times are milliseconds. What each field may hold
at a moment is said by the offers of `legal_actions`.
"""

from __future__ import annotations

from typing import TypeAlias, get_args

from game.rules.actions.debrief import Back, CommitPlan, DropPlan, EndReview, GoTo, ReviewCommitment
from game.rules.actions.hand import (
    AddTeam,
    Adjust,
    ChangeRule,
    CloseBells,
    EditTeam,
    EndPlay,
    ExtendClock,
    Hold,
    NoteInsight,
    OpenBells,
    PauseClock,
    PutNext,
    Release,
    RemoveTeam,
    ReplaceCard,
    ResetBells,
    ResumeClock,
    SetRounds,
    SetTimeLeft,
    SetTurn,
    SkipCard,
    StopClock,
)
from game.rules.actions.play import (
    Begin,
    ChooseCategory,
    Judge,
    JudgeView,
    LockAnswer,
    MarkBell,
    Next,
    PassCard,
    RingBell,
    Roll,
    SetAnswer,
    TimeUp,
    Vote,
    WritePlan,
)

__all__ = [
    "ACTIONS",
    "Action",
    "AddTeam",
    "Adjust",
    "Back",
    "Begin",
    "ChangeRule",
    "ChooseCategory",
    "CloseBells",
    "CommitPlan",
    "DropPlan",
    "EditTeam",
    "EndPlay",
    "EndReview",
    "ExtendClock",
    "GoTo",
    "Hold",
    "Judge",
    "JudgeView",
    "LockAnswer",
    "MarkBell",
    "Next",
    "NoteInsight",
    "OpenBells",
    "PassCard",
    "PauseClock",
    "PutNext",
    "Release",
    "RemoveTeam",
    "ReplaceCard",
    "ResetBells",
    "ResumeClock",
    "ReviewCommitment",
    "RingBell",
    "Roll",
    "SetAnswer",
    "SetRounds",
    "SetTimeLeft",
    "SetTurn",
    "SkipCard",
    "StopClock",
    "TimeUp",
    "Vote",
    "WritePlan",
]

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
