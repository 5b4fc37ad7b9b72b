"""What each stage leaves to the facilitator's hand."""

from __future__ import annotations

from typing import NamedTuple

from game.rules.cards import Play
from game.rules.state import (
    Choosing,
    Debrief,
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


class Moment(NamedTuple):
    """What a stage leaves to the facilitator's hand."""

    card: bool = False
    """An open card that has not been revealed: it can be put aside."""
    turn: bool = False
    """The turn can change hands: no pawn is under way and no answer locked."""
    ended: bool = False
    """Play has ended, from the final standings on."""
    closed: bool = False
    """The session is closed, and nothing can be done."""


CLOSED = Moment(ended=True, closed=True)
_QUIET = Moment()
_ENDED = Moment(ended=True)
_BEFORE_ROLL = Moment(turn=True)
_TOLD = Moment(card=True, turn=True)
_LOCKED = Moment(card=True)
_MOMENTS: dict[type, Moment] = {
    Ready: _BEFORE_ROLL,
    Choosing: _BEFORE_ROLL,
    TwistTold: _TOLD,
    MirrorTold: _TOLD,
    Podium: _ENDED,
    Debrief: _ENDED,
    Over: CLOSED,
}
_ON_CARD = {
    (play, step): _QUIET
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
