"""What can be done beside playing: the clock, and the facilitator's hand at any moment."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from game.rules.actions import (
    AddTeam,
    Adjust,
    ChangeRule,
    EditTeam,
    EndPlay,
    ExtendClock,
    Hold,
    NoteInsight,
    PauseClock,
    PutNext,
    Release,
    RemoveTeam,
    ReplaceCard,
    ResumeClock,
    SetRounds,
    SetTimeLeft,
    SetTurn,
    SkipCard,
    StopClock,
    TimeUp,
)
from game.rules.cards import Judging
from game.rules.clocks import MOST_BREAK_MS, MOST_CLOCK_MS
from game.rules.content import Content
from game.rules.domains import Between, NewName, Offer, OneOf, OrNone, OtherCard, Words
from game.rules.keep import keep_last
from game.rules.leeway import MOMENTS, Moment
from game.rules.ruleset import BOUNDS, Turns
from game.rules.state import (
    COLOURS,
    Clock,
    Held,
    OnCard,
    State,
    Team,
)

MOST_WORDS = 10_000
"""Characters of an insight or a reason."""
MOST_POINTS = 99
"""Customers the facilitator can give or take at once."""
MOST_PLAY_MS = 12 * 60 * 60 * 1000
"""Time of play the facilitator can give."""
MOST_ROUNDS = 99
"""Rounds the facilitator can plan."""

_Name: TypeAlias = tuple[int, str, str]
"""(id, name, colour) of a team."""

_NO_MS = ("ms", OneOf((0,)))
_FLAGS = ("floor_at_zero", "other_view", "hide_scores", "personas", "winning", "awards")
_RULES = (
    *(
        Offer(ChangeRule, (("rule", OneOf((name,))), ("value", Between(*bounds))))
        for name, bounds in BOUNDS.items()
    ),
    *(
        Offer(ChangeRule, (("rule", OneOf((name,))), ("value", OneOf((False, True)))))
        for name in _FLAGS
    ),
    Offer(ChangeRule, (("rule", OneOf(("turns",))), ("value", OneOf(tuple(map(str, Turns)))))),
    Offer(ChangeRule, (("rule", OneOf(("judge",))), ("value", OneOf(tuple(map(str, Judging)))))),
)
_HOLD = (
    Offer(Hold, (("how", OneOf(tuple(how for how in Held if how is not Held.BREAK))), _NO_MS)),
    Offer(Hold, (("how", OneOf((Held.BREAK,))), ("ms", Between(0, MOST_BREAK_MS)))),
)
_RELEASE = Offer(Release)
_SKIP = Offer(SkipCard)
_REPLACE = (Offer(ReplaceCard),)
_END = Offer(EndPlay)
_TIME_LEFT = Offer(SetTimeLeft, (("ms", Between(0, MOST_PLAY_MS)),))
_SET_CLOCK = (
    Offer(ExtendClock, (("ms", Between(-MOST_CLOCK_MS, MOST_CLOCK_MS)),)),
    Offer(StopClock),
)
_RUNNING = (*_SET_CLOCK, Offer(PauseClock), Offer(TimeUp))
_TO_RUN_AGAIN = (*_SET_CLOCK, Offer(PauseClock))
_STANDING = (*_SET_CLOCK, Offer(ResumeClock))


def of_clock(clock: Clock, ran: bool) -> tuple[Offer, ...]:
    """What can be done to the one clock; `ran`: it ran when everything was held."""
    if clock.since is not None:
        return _RUNNING
    if ran:
        return _TO_RUN_AGAIN
    return _STANDING if clock.left_ms > 0 else _SET_CLOCK


def of_facilitator(state: State, now: Moment, first: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """The `first` offers, and all the facilitator can put right, whatever is being played.

    What belongs to the moment leads: pause it, put a card aside, give the turn away, end play.
    """
    stage, content = state.stage, state.content
    open_now = stage.card if isinstance(stage, OnCard) else ""
    roster = _roster(state.teams, state.joining, state.leaving, now.ended)
    offers = first + (_FREE if state.held is None else _HELD)[now]
    if now.card and (not open_now or len(content.cards) > 1):
        offers += _REPLACE
    if now.turn:
        offers += roster.turns.get(state.active, ())
    if not now.ended:
        offers += _next_card(content, open_now) + _of_play(state.round)
    return offers + roster.offers


def _of_moment(now: Moment, held: bool) -> tuple[Offer, ...]:
    """Stand still, go on, put the card aside."""
    return (*_HOLD, *((_RELEASE,) if held else ()), *((_SKIP,) if now.card else ()))


_FREE = {now: _of_moment(now, False) for now in MOMENTS}
_HELD = {now: _of_moment(now, True) for now in MOMENTS}


@lru_cache(maxsize=128)
def _of_play(round_now: int) -> tuple[Offer, ...]:
    """How much is still to be played; nothing before the first round."""
    return (_END, _TIME_LEFT, _rounds(round_now)) if round_now > 0 else ()


def _turn(playing: tuple[int, ...], active: int) -> tuple[Offer, ...]:
    """The turn can go to any team but the one that has it."""
    others = tuple([team for team in playing if team != active])
    return (Offer(SetTurn, (("team", OneOf(others)),)),) if others else ()


@keep_last
def _next_card(content: Content, open_now: str) -> tuple[Offer]:
    return (Offer(PutNext, (("card", OtherCard(content, open_now)),)),)


def _rounds(now: int) -> Offer:
    """The round being played is the least there can be."""
    return Offer(SetRounds, (("rounds", Between(now, max(MOST_ROUNDS, now))),))


@dataclass(frozen=True, eq=False)
class _Roster:
    offers: tuple[Offer, ...]
    """What can be done to teams and to house rules."""
    turns: dict[int, tuple[Offer, ...]]
    """By the team whose turn it is: give it to another team that plays."""


@keep_last
def _roster(
    teams: tuple[Team, ...], joining: tuple[Team, ...], leaving: tuple[int, ...], ended: bool
) -> _Roster:
    names = tuple([(team.id, team.name, team.colour) for team in teams])
    waiting = tuple([(team.id, team.name, team.colour) for team in joining])
    return _of_names(names, waiting, leaving, ended)


@lru_cache(maxsize=64)
def _of_names(
    playing: tuple[_Name, ...], waiting: tuple[_Name, ...], leaving: tuple[int, ...], ended: bool
) -> _Roster:
    """The same for as long as nobody comes, goes or is renamed, so it is made only once."""
    teams = (*playing, *waiting)
    ids = tuple(team for team, _, _ in playing)
    offers = [
        Offer(
            Adjust,
            (
                ("team", OneOf(ids)),
                ("points", Between(-MOST_POINTS, MOST_POINTS)),
                ("reason", Words(MOST_WORDS)),
            ),
        ),
        Offer(NoteInsight, (("team", OrNone(OneOf(ids))), ("text", Words(MOST_WORDS, 1)))),
    ]
    used = {colour for _, _, colour in teams}
    free = tuple(colour for colour in COLOURS if colour not in used)
    for team, _, colour in teams:
        others = tuple(name for other, name, _ in teams if other != team)
        offers.append(
            Offer(
                EditTeam,
                (
                    ("team", OneOf((team,))),
                    ("name", NewName(others)),
                    ("colour", OneOf((colour, *free))),
                ),
            )
        )
    if free and not ended:
        names = tuple(name for _, name, _ in teams)
        offers.append(Offer(AddTeam, (("name", NewName(names)), ("colour", OneOf(free)))))
    staying = tuple(team for team in ids if team not in leaving)
    gone = (*(staying if len(staying) > 1 else ()), *(team for team, _, _ in waiting))
    if gone:
        offers.append(Offer(RemoveTeam, (("team", OneOf(gone)),)))
    return _Roster((*offers, *_RULES), {team: _turn(ids, team) for team in ids})
