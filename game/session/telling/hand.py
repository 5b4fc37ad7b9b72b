"""Sentences for the clock, for holding still, and for what the facilitator puts right."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from game.i18n import _, ngettext
from game.rules.events import (
    ClockSet,
    ContentReloaded,
    HeldStill,
    InsightNoted,
    Released,
    RoundsSet,
    RuleChanged,
    TeamEdited,
    TeamJoined,
    TeamLeft,
    TimeLeftSet,
    TimeWasUp,
    TurnGiven,
)
from game.rules.state import Held, State
from game.session.telling import words
from game.session.telling.reloads import tell_reload

Clocks: TypeAlias = ClockSet | HeldStill | Released | TimeWasUp
Hand: TypeAlias = (
    ContentReloaded
    | InsightNoted
    | RoundsSet
    | RuleChanged
    | TeamEdited
    | TeamJoined
    | TeamLeft
    | TimeLeftSet
    | TurnGiven
)


def tell_clocks(event: Clocks) -> str:
    """What became of the clock."""
    match event:
        case ClockSet(left_ms=None):
            return _("No clock.")
        case ClockSet(running=True):
            return _("The clock runs: {left} left.").format(left=words.clock(event.left_ms))
        case ClockSet():
            return _("The clock stands: {left} left.").format(left=words.clock(event.left_ms))
        case TimeWasUp():
            return _("Time is up.")
        case HeldStill():
            return _held(event.how, event.until)
        case Released():
            return _("It goes on.")
        case _:
            assert_never(event)


def _held(how: Held, until: int) -> str:
    match how:
        case Held.RESUMED:
            return _("Everything stands still until Next.")
        case Held.PAUSED:
            return _("A pause.")
        case Held.BLACK | Held.WHITE:
            return _("The wall is hidden.")
        case Held.BREAK if until:
            return _("A break, with its end on the wall.")
        case Held.BREAK:
            return _("A break.")
        case Held.EYES:
            return _("Eyes here: all look at whoever speaks.")
        case _:
            assert_never(how)


def tell_hand(event: Hand, state: State) -> str:
    """What the facilitator did."""
    match event:
        case ContentReloaded():
            return tell_reload(event, state)
        case InsightNoted():
            return _noted(event, state)
        case TurnGiven():
            return _("The facilitator gave the turn to {team}.").format(
                team=words.team(event.team, state)
            )
        case TeamJoined(waits=True):
            return _("{team} joins in the next round.").format(team=event.name)
        case TeamJoined():
            return _("{team} joined.").format(team=event.name)
        case TeamLeft(waits=True):
            return _("{team} leaves when the card is done.").format(
                team=words.team(event.team, state)
            )
        case TeamLeft():
            return _("{team} left.").format(team=words.team(event.team, state))
        case TeamEdited():
            return _("{team} has another name or colour.").format(team=event.name)
        case RoundsSet():
            told = ngettext(
                "The plan has {n} round now.", "The plan has {n} rounds now.", event.rounds
            ).format(n=event.rounds)
            return _with_last(told, event.last)
        case TimeLeftSet():
            told = _("Play has {time} left now.").format(time=words.clock(event.ms))
            return _with_last(told, event.last)
        case RuleChanged():
            return _("House rule {rule} is now {value}.").format(rule=event.rule, value=event.value)
        case _:
            assert_never(event)


def _with_last(told: str, last: bool) -> str:
    return " ".join((told, _("This is the last round."))) if last else told


def _noted(event: InsightNoted, state: State) -> str:
    if event.team is None:
        return _("Noted: {text}").format(text=event.text)
    team = words.team(event.team, state)
    return _("Noted for {team}: {text}").format(team=team, text=event.text)
