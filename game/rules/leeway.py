"""What each stage leaves to the facilitator's hand."""

from __future__ import annotations

from dataclasses import dataclass

from game.rules.cards import Play
from game.rules.state import (
    Choosing,
    Debrief,
    Landed,
    MirrorTold,
    OnCard,
    Over,
    Podium,
    Ready,
    Stage,
    Standings,
    Step,
    TwistTold,
)


@dataclass(frozen=True, eq=False)
class Moment:
    """What a stage leaves to the facilitator's hand."""

    playing: bool = False
    """A turn is being played: there are no pages to turn, and no plans to make."""
    card: bool = False
    """An open card that has not been revealed: it can be put aside."""
    turn: bool = False
    """The turn can change hands: no pawn is under way and no answer locked."""
    ended: bool = False
    """Play has ended, from the final standings on."""
    closed: bool = False
    """The session is closed, and nothing can be done."""


_QUIET = Moment()
_ENDED = Moment(ended=True)
_CLOSED = Moment(ended=True, closed=True)
_UNDER_WAY = Moment(playing=True)
_BEFORE_ROLL = Moment(playing=True, turn=True)
_TOLD = Moment(playing=True, card=True, turn=True)
_LOCKED = Moment(playing=True, card=True)
MOMENTS = (_QUIET, _ENDED, _CLOSED, _UNDER_WAY, _BEFORE_ROLL, _TOLD, _LOCKED)
"""All there are."""
_MOMENTS: dict[type, Moment] = {
    Ready: _BEFORE_ROLL,
    Landed: _UNDER_WAY,
    Choosing: _BEFORE_ROLL,
    TwistTold: _TOLD,
    MirrorTold: _TOLD,
    Podium: _ENDED,
    Debrief: _ENDED,
    Over: _CLOSED,
}
_ON_CARD = {
    (play, step): _UNDER_WAY
    if step in (Step.REVEAL, Step.TALK)
    else _TOLD
    if play is not Play.TURN or step in (Step.READ, Step.DISCUSS)
    else _LOCKED
    for play in Play
    for step in Step
}


def moment(stage: Stage) -> Moment:
    """What a stage leaves to the facilitator's hand."""
    if isinstance(stage, OnCard):
        return _ON_CARD[stage.play, stage.step]
    if isinstance(stage, Standings):
        return _ENDED if stage.final else _QUIET
    return _MOMENTS.get(type(stage), _QUIET)
