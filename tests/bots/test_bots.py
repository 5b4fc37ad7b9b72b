"""Bots play whole games by the same actions a person uses, and look like a room doing so."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Unpack

import pytest

from game.rules.actions import ACTIONS, Action, RingBell
from game.rules.apply import apply
from game.rules.events import (
    Asked,
    BellWon,
    ChangedMind,
    Event,
    RangToo,
    RangTooEarly,
    TimeWasUp,
    ViewSettled,
)
from game.rules.ruleset import Turns
from game.rules.state import BellPhase, Held, OnCard, Part, Phase, State, Step, evolve
from game.session.bots import Bots, next_move
from tests.rules.pieces import LAST_TIME, TEMPLATE
from tests.rules.setups import Setup
from tests.rules.table import game

MOST_ACTIONS = 20_000
"""Of one game; bots that dither are caught here rather than hang the tests."""

Played = list[tuple[Action, int, tuple[Event, ...]]]


def whole(teams: int, **setup: Unpack[Setup]) -> State:
    """A game with plans of last time before it and a debrief after it."""
    setup = {"template": TEMPLATE, "earlier": LAST_TIME, **setup}
    return game(teams, **setup)


def play_out(state: State, seed: int) -> tuple[State, Played]:
    """To the end of the debrief; every action is verified by the rules on its way."""
    bots, at, played = Bots(seed), 0, []
    while state.phase is not Phase.OVER:
        action, wait = next_move(state, bots, at)
        assert wait >= 0
        at += wait
        state, events = apply(state, action, at)
        played.append((action, at, events))
        assert len(played) < MOST_ACTIONS
    return state, played


@cache
def a_hundred_games() -> tuple[Played, ...]:
    """What bots do in games of every size, both ways, on both shapes of board."""
    return tuple(
        play_out(whole(teams, turns=turns, loop=loop, rounds=5, seed=seed), seed)[1]
        for teams in range(1, 9)
        for turns in Turns
        for loop in (True, False)
        for seed in range(3)
    )


def happened(kind: type) -> list[Event]:
    return [
        event
        for played in a_hundred_games()
        for _, _, events in played
        for event in events
        if isinstance(event, kind)
    ]


@pytest.mark.parametrize("turns", Turns)
@pytest.mark.parametrize("teams", range(1, 9))
def test_games_of_one_to_eight_teams_come_to_their_end(teams: int, turns: Turns) -> None:
    state, _ = play_out(whole(teams, turns=turns, rounds=3, seed=teams), seed=teams)
    assert state.phase is Phase.OVER
    assert {made.team for made in state.commitments} >= {team.id for team in state.teams}
    assert state.round == 3
    assert {team.turns for team in state.teams} == {3}


def test_the_same_seed_gives_the_same_game() -> None:
    assert play_out(game(4, seed=5), 9) == play_out(game(4, seed=5), 9)


def test_another_seed_gives_another_game() -> None:
    assert play_out(game(4, seed=5), 9)[1] != play_out(game(4, seed=5), 10)[1]


def test_bots_think_apart_from_the_die() -> None:
    # The same seed serves both; were the numbers the same, a quick team would roll a six.
    _, one = play_out(game(3, seed=7), 7)
    _, other = play_out(game(3, seed=8), 7)
    assert one != other


def test_bots_use_every_action_of_the_table() -> None:
    used = {type(action).__name__ for played in a_hundred_games() for action, _, _ in played}
    at_the_table = {
        "Begin",
        "Next",
        "Roll",
        "ChooseCategory",
        "SetAnswer",
        "LockAnswer",
        "RingBell",
        "MarkBell",
        "Judge",
        "JudgeView",
        "Vote",
        "WritePlan",
        "PassCard",
        "TimeUp",
        "NoteInsight",
        "ReviewCommitment",
        "CommitPlan",
    }
    assert at_the_table <= set(ACTIONS)
    assert used == at_the_table


def test_bells_are_rung_too_early_together_and_just_behind() -> None:
    assert happened(RangTooEarly)
    assert any(isinstance(event, BellWon) and event.together > 1 for event in happened(BellWon))
    gaps = [event.gap for event in happened(RangToo) if isinstance(event, RangToo)]
    assert None in gaps
    assert any(gap is not None and gap >= 10 for gap in gaps)


def test_no_single_team_wins_the_bells() -> None:
    wins = Counter(event.team for event in happened(BellWon) if isinstance(event, BellWon))
    assert set(wins) == set(range(8))


def test_minds_change_views_win_and_lose_clocks_run_out_and_next_asks() -> None:
    assert happened(ChangedMind)
    won = {event.won > 0 for event in happened(ViewSettled) if isinstance(event, ViewSettled)}
    assert won == {True, False}
    assert happened(TimeWasUp)
    assert happened(Asked)


def test_a_ring_carries_the_time_at_which_it_comes() -> None:
    for played in a_hundred_games():
        for action, at, _ in played:
            if isinstance(action, RingBell):
                assert action.at == at


def test_time_never_runs_backward() -> None:
    for played in a_hundred_games():
        times = [at for _, at, _ in played]
        assert times == sorted(times)


def test_bots_go_on_from_any_state_they_are_handed() -> None:
    # After a resume or an undo others sit down at the table in the middle of a card.
    state, seen, bots, at = whole(4, rounds=4, seed=3), set(), Bots(1), 0
    while state.phase is not Phase.OVER:
        stage = state.stage
        where = (type(stage), getattr(stage, "step", None) or getattr(stage, "part", None))
        if where not in seen:
            seen.add(where)
            action, wait = next_move(state, Bots(len(seen)), at)
            apply(state, action, at + wait)
        action, wait = next_move(state, bots, at)
        at += wait
        state, _ = apply(state, action, at)
    assert {step for _, step in seen} >= {Step.READ, Step.DISCUSS, Step.BELL, Step.REVEAL}
    assert {part for _, part in seen} >= {Part.QUESTION, Part.COMMIT, Part.READ}


def test_what_is_held_goes_on_with_next() -> None:
    state = evolve(game(2), held=Held.PAUSED)
    action, _ = next_move(state, Bots(1), 0)
    after, _ = apply(state, action, 5)
    assert after.held is None


def test_a_closed_session_offers_bots_nothing() -> None:
    closed, _ = play_out(game(2, rounds=1), 1)
    assert closed.phase is Phase.OVER
    with pytest.raises(ValueError, match="closed"):
        Bots(1).next_action(closed, 10**8)


def test_nobody_rings_a_closed_bell() -> None:
    for seed in range(6):
        state, bots, at = game(5, turns=Turns.TOGETHER, rounds=6, seed=seed), Bots(seed), 0
        while state.phase is not Phase.OVER:
            action, wait = next_move(state, bots, at)
            if isinstance(action, RingBell):
                assert isinstance(state.stage, OnCard)
                assert state.stage.bell is not None
                assert state.stage.bell.phase is not BellPhase.CLOSED
            at += wait
            state, _ = apply(state, action, at)
