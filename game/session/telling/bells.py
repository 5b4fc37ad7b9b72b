"""Sentences for bells, and for the points they and everything else bring."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from game.i18n import _, ngettext, pgettext, signed
from game.rules.events import (
    BellChanged,
    BellMarked,
    BellsReset,
    BellWon,
    MeterMoved,
    RangLocked,
    RangToo,
    RangTooEarly,
    Scored,
    ViewSettled,
)
from game.rules.state import BellPhase, OnCard, State, Why
from game.session.telling import words

Bells: TypeAlias = (
    BellChanged | BellMarked | BellsReset | BellWon | RangLocked | RangToo | RangTooEarly
)
Points: TypeAlias = MeterMoved | Scored | ViewSettled


def tell_bells(event: Bells, state: State) -> str:
    """Who rang, when, and whether it was right."""
    match event:
        case BellChanged():
            return _phase(event.phase)
        case BellsReset():
            if event.team is None:
                return _("The bells are as if nobody had rung.")
            return _("The bell of {team} does not count.").format(
                team=words.team(event.team, state)
            )
        case BellWon(together=1):
            return _("{team} rang first.").format(team=words.team(event.team, state))
        case BellWon():
            return _("{n} teams rang together; the draw gave {team} the bell.").format(
                n=event.together, team=words.team(event.team, state)
            )
        case RangToo(gap=None):
            return _("{team} rang together with {winner}, and lost the draw.").format(
                team=words.team(event.team, state), winner=_winner(state)
            )
        case RangToo():
            return _("{winner} rang, {gap} ms before {team}.").format(
                winner=_winner(state), gap=event.gap, team=words.team(event.team, state)
            )
        case RangTooEarly():
            return _("{team} rang too early and is locked out.").format(
                team=words.team(event.team, state)
            )
        case RangLocked():
            return _("{team} rang while locked out.").format(team=words.team(event.team, state))
        case BellMarked(right=True):
            return _("{team} is right.").format(team=words.team(event.team, state))
        case BellMarked():
            return _("{team} is wrong, or silent.").format(team=words.team(event.team, state))
        case _:
            assert_never(event)


def _phase(phase: BellPhase) -> str:
    match phase:
        case BellPhase.CLOSED:
            return _("The bells are closed.")
        case BellPhase.ARMED:
            return _("The bells are armed.")
        case BellPhase.OPEN:
            return _("The bells are open.")
        case BellPhase.TAKEN:
            return _("The bell is taken.")
        case _:
            assert_never(phase)


def _winner(state: State) -> str:
    bell = state.stage.bell if isinstance(state.stage, OnCard) else None
    if bell is None or bell.winner is None:
        return words.UNKNOWN
    return words.team(bell.winner, state)


def tell_points(event: Points, state: State) -> str:
    """What teams gained."""
    match event:
        case Scored():
            return _score(event, words.team(event.team, state))
        case MeterMoved():
            return _("{points} {meter} for {team}.").format(
                points=signed(event.by),
                meter=words.meter(event.meter, state),
                team=words.team(event.team, state),
            )
        case ViewSettled(token_back=True):
            return ngettext(
                "The other view of {team} won {n} happy customer; its token comes back.",
                "The other view of {team} won {n} happy customers; its token comes back.",
                event.won,
            ).format(team=words.team(event.team, state), n=event.won)
        case ViewSettled():
            return _("The other view of {team} won nothing.").format(
                team=words.team(event.team, state)
            )
        case _:
            assert_never(event)


def _score(event: Scored, team: str) -> str:
    told = _("{points} {team}").format(points=signed(event.applied), team=team)
    if why := _why(event.why):
        told += f" ({why})"
    if event.reason:
        told += f": {event.reason}"
    if event.applied != event.asked:
        told += " – " + _("of {asked}, as no score sinks below 0").format(asked=signed(event.asked))
    return f"{told}."


def _why(why: Why) -> str:
    """What the points are for; an answer to a card goes without saying."""
    match why:
        case Why.ANSWER:
            return ""
        case Why.CLOSEST:
            return pgettext("points for", "closest")
        case Why.BELL:
            return pgettext("points for", "bell")
        case Why.VIEW:
            return pgettext("points for", "other view")
        case Why.JUDGED:
            return pgettext("points for", "judged")
        case Why.PLAN:
            return pgettext("points for", "plan")
        case Why.MIRROR:
            return pgettext("points for", "mirror")
        case Why.START:
            return pgettext("points for", "start")
        case Why.TWIST:
            return pgettext("points for", "twist")
        case Why.ADJUSTED:
            return pgettext("points for", "adjusted")
        case _:
            assert_never(why)
