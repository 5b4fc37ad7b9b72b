"""What happened: chance has already fallen.

An event that chance had a hand in carries what fell in `fell`, in the order it
was drawn; a replay believes it rather than draw again. Screens animate events,
logs tell them, nobody decides by them. In all of them `team` is the id of a
team, `card` the qualified id of a card, and times are milliseconds.
"""

from __future__ import annotations

from typing import TypeAlias, get_args

from game.rules.events.bells import (
    BellChanged,
    BellMarked,
    BellsReset,
    BellWon,
    RangLocked,
    RangToo,
    RangTooEarly,
    ViewSettled,
)
from game.rules.events.cards import (
    AnswerLocked,
    AnswerSet,
    Asked,
    CardDrawn,
    CategoryDue,
    ChangedMind,
    Judged,
    MeterMoved,
    MirrorDrawn,
    PileGaveWay,
    PileShuffled,
    PlanWritten,
    Scored,
    StepBegan,
    TwistDone,
    TwistDrawn,
    ViewJudged,
    Voted,
)
from game.rules.events.debrief import (
    PageShown,
    PlanCommitted,
    PlanDropped,
    ReviewBegan,
    Reviewed,
    ReviewShown,
)
from game.rules.events.evening import (
    Begun,
    BriefBegan,
    Closed,
    LastRound,
    PawnMoved,
    PersonaDrawn,
    PlayEnded,
    PodiumShown,
    Rolled,
    RollGranted,
    RoundBegan,
    StandingsShown,
    Swapped,
    TurnBegan,
    TurnEnded,
)
from game.rules.events.hand import (
    ClockSet,
    ContentReloaded,
    HeldStill,
    InsightNoted,
    Passed,
    PutOnTop,
    Released,
    Replaced,
    RoundsSet,
    RuleChanged,
    Skipped,
    TeamEdited,
    TeamJoined,
    TeamLeft,
    TimeLeftSet,
    TimeWasUp,
    TurnGiven,
)

__all__ = [
    "EVENTS",
    "AnswerLocked",
    "AnswerSet",
    "Asked",
    "Begun",
    "BellChanged",
    "BellMarked",
    "BellWon",
    "BellsReset",
    "BriefBegan",
    "CardDrawn",
    "CategoryDue",
    "ChangedMind",
    "ClockSet",
    "Closed",
    "ContentReloaded",
    "Event",
    "HeldStill",
    "InsightNoted",
    "Judged",
    "LastRound",
    "MeterMoved",
    "MirrorDrawn",
    "PageShown",
    "Passed",
    "PawnMoved",
    "PersonaDrawn",
    "PileGaveWay",
    "PileShuffled",
    "PlanCommitted",
    "PlanDropped",
    "PlanWritten",
    "PlayEnded",
    "PodiumShown",
    "PutOnTop",
    "RangLocked",
    "RangToo",
    "RangTooEarly",
    "Released",
    "Replaced",
    "ReviewBegan",
    "ReviewShown",
    "Reviewed",
    "RollGranted",
    "Rolled",
    "RoundBegan",
    "RoundsSet",
    "RuleChanged",
    "Scored",
    "Skipped",
    "StandingsShown",
    "StepBegan",
    "Swapped",
    "TeamEdited",
    "TeamJoined",
    "TeamLeft",
    "TimeLeftSet",
    "TimeWasUp",
    "TurnBegan",
    "TurnEnded",
    "TurnGiven",
    "TwistDone",
    "TwistDrawn",
    "ViewJudged",
    "ViewSettled",
    "Voted",
]

Event: TypeAlias = (
    Begun
    | PileShuffled
    | PileGaveWay
    | BriefBegan
    | PersonaDrawn
    | RoundBegan
    | LastRound
    | TurnBegan
    | Rolled
    | PawnMoved
    | Swapped
    | CategoryDue
    | CardDrawn
    | TwistDrawn
    | TwistDone
    | RollGranted
    | MirrorDrawn
    | StepBegan
    | AnswerSet
    | AnswerLocked
    | Asked
    | BellChanged
    | RangTooEarly
    | RangLocked
    | BellWon
    | BellsReset
    | RangToo
    | BellMarked
    | ChangedMind
    | ViewSettled
    | Judged
    | ViewJudged
    | Voted
    | PlanWritten
    | Scored
    | MeterMoved
    | Passed
    | Skipped
    | Replaced
    | PutOnTop
    | TurnEnded
    | StandingsShown
    | PlayEnded
    | PodiumShown
    | Closed
    | ClockSet
    | TimeWasUp
    | HeldStill
    | Released
    | InsightNoted
    | TurnGiven
    | TeamJoined
    | TeamLeft
    | TeamEdited
    | RoundsSet
    | TimeLeftSet
    | RuleChanged
    | ContentReloaded
    | ReviewBegan
    | ReviewShown
    | Reviewed
    | PageShown
    | PlanCommitted
    | PlanDropped
)

EVENTS: dict[str, type[Event]] = {cls.__name__: cls for cls in get_args(Event)}
"""Every event by its name, as it stands in a log."""
