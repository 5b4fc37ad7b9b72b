"""Whole games played by chance: lobbies, and every step from there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from hypothesis import strategies as st

from game.rules.actions import (
    Action,
    AddTeam,
    ChangeRule,
    EndPlay,
    PassCard,
    PutNext,
    RemoveTeam,
    ReplaceCard,
    RingBell,
    SetTurn,
    TimeUp,
)
from game.rules.apply import apply
from game.rules.events import Event
from game.rules.ruleset import Turns
from game.rules.state import Over, State
from tests.rules.table import game, random_action

FACILITATED = (AddTeam, ChangeRule, EndPlay, PassCard, PutNext, RemoveTeam, ReplaceCard, SetTurn)
"""What may disturb the piles or the equal number of turns, and is meant to."""


@dataclass(frozen=True)
class Step:
    """One action of a random game."""

    before: State
    action: Action
    at: int
    events: tuple[Event, ...]
    after: State


@st.composite
def lobbies(draw: st.DrawFn) -> State:
    """Any session that can be set up."""
    return game(
        draw(st.integers(1, 8)),
        turns=draw(st.sampled_from(Turns)),
        loop=draw(st.booleans()),
        path=draw(st.sampled_from(["sibd?xtcmidb", "stmtb?i", "s?", "sbbtmxdcitb?mxdc"])),
        rounds=draw(st.integers(1, 5)),
        play_ms=draw(st.sampled_from([0, 60_000, 600_000])),
        seed=draw(st.integers(0, 2**64)),
        die=draw(st.sampled_from([1, 6, 20])),
        floor_at_zero=draw(st.booleans()),
        other_view=draw(st.sampled_from([True, True, False])),
        together_ms=draw(st.sampled_from([0, 10])),
        hide_scores=draw(st.booleans()),
    )


def played(lobby: State, random: Random, *, tame: bool = False, most: int = 160) -> Iterator[Step]:
    """A random game; a tame one is not disturbed by the facilitator."""
    state, at = lobby, 0
    for _ in range(most):
        if isinstance(state.stage, Over):
            return
        action = random_action(state, random)
        while tame and isinstance(action, FACILITATED):
            action = random_action(state, random)
        at += random.choice((0, 1, 4, 9, 10, 300, 2000, 9000))
        if isinstance(action, RingBell) and random.random() < 0.9:
            action = replace(action, at=at)
        if isinstance(action, TimeUp) and state.clock is not None:
            at += state.clock.left(at)
        after, events = apply(state, action, at)
        yield Step(state, action, at, events, after)
        state = after
