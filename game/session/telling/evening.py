"""Sentences for the evening: rounds, turns, dice and pawns."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from game.i18n import _, ngettext
from game.rules.events import (
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
from game.rules.state import State
from game.session.telling import words

Evening: TypeAlias = (
    Begun | BriefBegan | Closed | LastRound | PlayEnded | PodiumShown | RoundBegan | StandingsShown
)
Turn: TypeAlias = PawnMoved | PersonaDrawn | RollGranted | Rolled | Swapped | TurnBegan | TurnEnded


def tell_evening(event: Evening) -> str:
    """How far the evening has come."""
    match event:
        case Begun():
            return _("The session begins.")
        case BriefBegan():
            return _("The brief is on the wall.")
        case RoundBegan(last=True):
            return _("Round {round} begins, the last one.").format(round=event.round)
        case RoundBegan():
            return _("Round {round} begins.").format(round=event.round)
        case LastRound():
            return _("This is the last round.")
        case StandingsShown(final=True):
            return _("The final standings.")
        case StandingsShown():
            return _("The standings.")
        case PlayEnded():
            return _why_ended(event.because)
        case PodiumShown():
            return _("The podium.")
        case Closed():
            return _("The session is closed.")
        case _:
            assert_never(event)


def _why_ended(because: str) -> str:
    match because:
        case "plan":
            return _("Play ends: every round of the plan was played.")
        case "time":
            return _("Play ends: there is no time for another whole round.")
        case "end":
            return _("Play ends: the end of the road is reached.")
        case _:
            return _("Play ends: the facilitator said so.")


def tell_turn(event: Turn, state: State) -> str:
    """Who is up, what the die says and where the pawns go."""
    match event:
        case TurnBegan():
            return _("{team} is up.").format(team=words.team(event.team, state))
        case TurnEnded():
            return _("{team} is done.").format(team=words.team(event.team, state))
        case RollGranted():
            return _("{team} rolls once more.").format(team=words.team(event.team, state))
        case Rolled():
            return _("{team} rolled {pips}.").format(
                team=words.team(event.team, state), pips=event.pips
            )
        case PawnMoved(path=()):
            return _("{team} stays where it is.").format(team=words.walker(event.team, state))
        case PawnMoved():
            return ngettext(
                "{team} moved {n} space, to space {place}.",
                "{team} moved {n} spaces, to space {place}.",
                len(event.path),
            ).format(
                team=words.walker(event.team, state), n=len(event.path), place=event.path[-1] + 1
            )
        case Swapped():
            return _("{team} and {other} changed places.").format(
                team=words.team(event.team, state), other=words.team(event.other, state)
            )
        case PersonaDrawn():
            return _("{team} now sees with the eyes of {persona}.").format(
                team=words.walker(event.team, state), persona=words.persona(event.persona, state)
            )
        case _:
            assert_never(event)
