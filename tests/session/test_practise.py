"""Practising: each incident comes at a moment that fits, and is ticked by any legal way, once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import TypeAlias

import pytest

from game.rules.actions import (
    Action,
    AddTeam,
    Adjust,
    ChangeRule,
    EditTeam,
    EndPlay,
    Hold,
    LockAnswer,
    Next,
    OpenBells,
    PassCard,
    ReplaceCard,
    ResetBells,
    RingBell,
    SetAnswer,
    SetRounds,
    SetTimeLeft,
    SkipCard,
)  # fmt: skip
from game.rules.apply import apply
from game.rules.legal import offers_of
from game.rules.state import BellPhase, Debrief, Held, OnCard, Over, Podium, State, evolve
from game.session.bot_skill import BotChance
from game.session.bots import Bots, next_move
from game.session.entry import Entry, Undo
from game.session.incident import Case, past
from game.session.incidents import INCIDENTS, WRONG_POINTS
from game.session.practise import GAP_MS, PATIENCE_MS, TABLES, Practise
from tests.screens.inside import lobby

BY_ID = {incident.id: incident for incident in INCIDENTS}
Way: TypeAlias = Callable[[Case], "Sequence[Action | Undo]"]


@cache
def course() -> tuple[tuple[State, int], ...]:
    """Every state of two short sessions, one of them all together."""
    found = []
    for deck, together in (("outside-in", False), ("cx-facts", True)):
        state, bots, at = lobby(3, deck=deck, together=together, rounds=3), Bots(4), 0
        while not isinstance(state.stage, Over):
            found.append((state, at))
            action, wait = next_move(state, bots, at)
            at += wait
            state = apply(state, action, at)[0]
    return tuple(found)


def came(id_: str) -> tuple[Case, State, int]:
    """An incident at its first moment, the state after what the tables did, and the time."""
    for state, at in course():
        wish = BY_ID[id_].comes(state, BotChance(1), at)
        if wish is None or (id_ == "answer" and not offers_of(state, LockAnswer)):
            continue
        if id_ == "card" and not offers_of(state, PassCard):
            continue
        after = apply(state, wish.does, at)[0] if wish.does is not None else state
        return Case(BY_ID[id_], wish, state), after, at
    raise AssertionError(f"{id_} never came")


def opened(case: Case) -> Sequence[Action]:
    return () if BellPhase.OPEN in (_phase(case.state),) else (OpenBells(),)


def _phase(state: State) -> BellPhase | None:
    stage = state.stage
    return stage.bell.phase if isinstance(stage, OnCard) and stage.bell else None


WAYS: dict[str, tuple[Way, Way]] = {
    "answer": (
        lambda case: [SetAnswer(case.wish.team, case.wish.answer)],
        lambda case: [LockAnswer(case.wish.team, case.wish.answer)],
    ),
    "score": (
        lambda case: [Adjust(case.wish.team, -1, ""), Adjust(case.wish.team, 1 - WRONG_POINTS, "")],
        lambda _case: [Undo(1)],
    ),
    "early": (lambda _case: [ResetBells()], lambda _case: [OpenBells()]),
    "buzzer": (
        lambda case: [*opened(case), RingBell(case.wish.team, 10**7)],
        lambda _case: [Hold(Held.PAUSED)],
    ),
    "card": (lambda _case: [ReplaceCard()], lambda _case: [SkipCard()]),
    "late": (
        lambda _case: [AddTeam("The four", "pink")],
        lambda case: [EditTeam(0, "Orange and four", case.state.teams[0].colour)],
    ),
    "time": (
        lambda case: [SetRounds(case.state.plan.rounds - 1)],
        lambda _case: [ChangeRule("discuss_seconds", 30)],
    ),
    "speech": (lambda _case: [Hold(Held.EYES)], lambda _case: [Hold(Held.BREAK, 300_000)]),
    "scores": (
        lambda _case: [ChangeRule("hide_scores", True)],
        lambda _case: [ChangeRule("winning", False)],
    ),
}
MORE: dict[str, Way] = {
    "card": lambda case: [PassCard(case.wish.team)],
    "time": lambda _case: [SetTimeLeft(60_000)],
}


def tell(
    practise: Practise,
    case: Case,
    state: State,
    at: int,
    doing: Action | Undo,
    source: str = "wall",
) -> State:
    """The facilitator (or another) does it; the practise hears of it."""
    at += 10_000
    if isinstance(doing, Undo):
        after = case.state
    else:
        if isinstance(doing, RingBell):
            doing = RingBell(doing.team, at)
        after = apply(state, doing, at)[0]
    practise.heard(Entry(9, at, source, doing, ()), after)
    return after


def test_there_are_ways_for_all() -> None:
    assert WAYS.keys() == BY_ID.keys()
    assert len(BY_ID) == len(INCIDENTS)


@pytest.mark.parametrize("id_", list(BY_ID))
def test_each_comes_says_something_and_is_ticked_by_two_ways_once(id_: str) -> None:
    ways = [*WAYS[id_], *([MORE[id_]] if id_ in MORE else [])]
    for way in ways:
        case, state, at = came(id_)
        assert case.sentence.strip()
        assert "{" not in case.sentence
        assert not past(case, state)
        practise = Practise(1)
        practise.open(case, at)
        practise.heard(Entry(8, at, TABLES, Next(), ()), state)
        doings = way(case)
        for doing in doings[:-1]:
            state = tell(practise, case, state, at, doing)
            assert practise.handled == ()
        tell(practise, case, state, at, doings[-1])
        assert practise.handled == (id_,)
        assert practise.case is None
        tell(practise, case, state, at, doings[-1])
        assert practise.handled == (id_,)
        assert [i.id for i, now, _ever in practise.checklist() if now] == [id_]


def test_ending_play_saves_time_too() -> None:
    case, state, at = came("time")
    practise = Practise(1)
    practise.open(case, at)
    tell(practise, case, state, at, EndPlay())
    assert practise.handled == ("time",)


@pytest.mark.parametrize("id_", list(BY_ID))
def test_what_the_tables_do_themselves_ticks_nothing(id_: str) -> None:
    case, state, at = came(id_)
    practise = Practise(1)
    practise.open(case, at)
    for doing in WAYS[id_][0](case):
        state = tell(practise, case, state, at, doing, TABLES)
    assert practise.handled == ()


@pytest.mark.parametrize("id_", ["answer", "early", "buzzer", "card"])
def test_with_its_card_the_wish_is_gone_and_comes_back(id_: str) -> None:
    case, _state, at = came(id_)
    practise = Practise(1)
    practise.open(case, at)
    practise.heard(Entry(9, at, "wall", Next(), ()), lobby())
    assert practise.case is None
    assert practise.handled == ()
    assert practise.due(case.state, at + GAP_MS - 1) is None
    assert practise.due(case.state, at + GAP_MS) is not None


@pytest.mark.parametrize("id_", ["score", "late", "time", "speech", "scores"])
def test_nobody_asks_about_play_while_the_room_looks_back(id_: str) -> None:
    case, _state, at = came(id_)
    practise = Practise(1)
    practise.open(case, at)
    stages = (Podium(), Debrief())
    podium, debrief = (evolve(case.state, stage=stage) for stage in stages)
    practise.heard(Entry(9, at, "wall", Next(), ()), podium)
    assert not past(case, podium)  # a score can be mended
    practise.heard(Entry(10, at, "wall", Next(), ()), debrief)
    assert past(case, debrief)
    assert (practise.case, practise.handled) == (None, ())


def test_whoever_is_not_helped_stops_asking() -> None:
    case, _state, at = came("late")
    practise = Practise(1)
    practise.open(case, at)
    practise.wait(at + PATIENCE_MS - 1)
    assert practise.case is case
    practise.wait(at + PATIENCE_MS)
    assert practise.case is None


def play(seed: int, before: Sequence[str] = ()) -> list[tuple[str, int]]:
    """A session that is played through without anybody being helped: (incident, time) of each."""
    practise, bots = Practise(seed, before), Bots(seed)
    state, at, told, n = lobby(3, deck="cx-facts", rounds=4), 0, [], 0
    while not isinstance(state.stage, Over):
        practise.wait(at)
        case = practise.due(state, at)
        if case is not None:
            if case.wish.does is not None:
                state = apply(state, case.wish.does, at)[0]
            practise.open(case, at)
            told.append((case.incident.id, at))
        action, wait = next_move(state, bots, at)
        at, n = at + wait, n + 1
        state = apply(state, action, at)[0]
        source = "wall" if isinstance(action, Next) else TABLES
        practise.heard(Entry(n, at, source, action, ()), state)
    assert practise.handled == ()
    return told


def test_the_same_seed_brings_the_same_one_at_a_time() -> None:
    told = play(3)
    assert told == play(3)
    assert told != play(4)
    assert len({id_ for id_, _at in told}) >= 5
    assert all(b - a >= GAP_MS for (_, a), (_, b) in pairwise(told))


def test_what_was_never_handled_comes_first() -> None:
    known = [id_ for id_ in BY_ID if id_ != "speech"]
    assert play(3, known)[0][0] == "speech"
