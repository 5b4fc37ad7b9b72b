"""Discuss: a countdown, large, pausable, extendable, or off; when it ends nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.rules.actions import ExtendClock, LockAnswer, Next, TimeUp
from game.rules.cards import Card, Play
from game.rules.state import ClockFor, State, Step
from tests.rules.pieces import commit, dilemma, estimate, open_card, order
from tests.rules.table import on_card, play, stage, to_step


def time_left(state: State, at: int) -> tuple[ClockFor, int]:
    """What the clock is for, and the milliseconds it has left."""
    assert state.clock is not None
    return state.clock.purpose, state.clock.left(at)


def test_no_clock_runs_while_the_card_is_read() -> None:
    assert on_card(dilemma("c")).clock is None


@pytest.mark.parametrize(
    "card",
    [dilemma("c"), estimate("c"), order("c"), open_card("c"), commit("c")],
    ids=["choice", "estimate", "order", "open", "commit"],
)
def test_then_it_counts_down_from_the_house_rules_seconds(card: Card) -> None:
    assert time_left(play(on_card(card), Next(), at=1_000), 11_000) == (ClockFor.DISCUSS, 80_000)
    shorter = play(on_card(card, discuss_seconds=30), Next(), at=1_000)
    assert time_left(shorter, 1_000) == (ClockFor.DISCUSS, 30_000)


def test_a_card_may_have_a_thinking_time_of_its_own() -> None:
    state = play(on_card(replace(dilemma("c"), thinking=40)), Next())
    assert time_left(state, 0) == (ClockFor.DISCUSS, 40_000)


def test_it_may_be_off_for_cards_with_a_time_of_their_own_too() -> None:
    for card in (dilemma("c"), replace(dilemma("c"), thinking=40)):
        state = play(on_card(card, discuss_seconds=0), Next())
        assert (state.clock, stage(state).step) == (None, Step.DISCUSS)


def test_thirty_seconds_more_are_thirty_seconds_more() -> None:
    state = play(play(on_card(dilemma("c")), Next()), ExtendClock(30_000), at=80_000)
    assert time_left(state, 80_000) == (ClockFor.DISCUSS, 40_000)


def test_when_it_ends_the_answer_is_still_taken() -> None:
    state = play(to_step(on_card(dilemma("c")), Step.DISCUSS), TimeUp(), at=90_000)
    assert stage(state).step is Step.DISCUSS
    assert stage(play(state, LockAnswer(0, 1), at=200_000)).answer(0) == 1


def test_it_ends_with_the_answer() -> None:
    state = to_step(on_card(dilemma("c")), Step.DISCUSS)
    assert play(state, LockAnswer(0, 1), at=5_000).clock is None
    together = to_step(on_card(dilemma("c", play=Play.EVERYONE)), Step.DISCUSS)
    assert together.clock is not None
    cards_up = play(together, Next(), at=5_000)
    assert (stage(cards_up).step, cards_up.clock) == (Step.GRID, None)
