"""Time: rounds that fit, what is held, and the end of play."""

from __future__ import annotations

import pytest

from game.rules.actions import Begin, EndPlay, Hold, LockAnswer, Next, Release
from game.rules.events import Event, LastRound, PlayEnded, RoundBegan, StandingsShown
from game.rules.state import Held, Podium, Standings, State, Step
from tests.rules.pieces import dilemma
from tests.rules.setups import Setup
from tests.rules.table import (
    by_next,
    each,
    game,
    happens,
    on_card,
    play,
    refused,
    the,
    to_card,
    to_ready,
    to_step,
)
from tests.rules.timed import EVEN, MINUTE, first_round, timed


def rounds_at(state: State, minutes: float) -> tuple[list[RoundBegan], str, list[LastRound]]:
    """Rounds that begin when each takes so many minutes, why play ends, and announcements."""
    per_round = sum(1 for _ in first_round(state))
    began: list[RoundBegan] = []
    announced: list[LastRound] = []
    because = ""
    for _, events, _after in by_next(state, step_ms=round(minutes * MINUTE / per_round)):
        began += each(events, RoundBegan)
        announced += each(events, LastRound)
        because = because or next((event.because for event in each(events, PlayEnded)), "")
    return began, because, announced


@pytest.mark.parametrize(("pace", "rounds"), [(5, 4), (6, 3), (9, 2), (19, 1), (30, 1)])
def test_a_round_starts_only_if_a_whole_one_fits_into_what_is_left(
    pace: float, rounds: int
) -> None:
    began, because, _ = rounds_at(timed(**EVEN), pace)
    assert 1 + len(began) == rounds
    assert because == "time"


def test_the_last_round_that_fits_is_announced() -> None:
    began, because, _ = rounds_at(timed(**EVEN), 6)
    assert began == [RoundBegan(2, False), RoundBegan(3, True)]
    assert because == "time"


def test_a_round_in_which_time_runs_short_is_announced_as_the_last_on_the_way() -> None:
    state = timed(3, 30, **EVEN)
    at = 0

    def turn(state: State, minutes: float) -> tuple[State, tuple[Event, ...]]:
        nonlocal at
        state = to_step(to_card(state, at=at), Step.TALK, at=at)
        at += round(minutes * MINUTE)
        after, events = happens(state, Next(), at)
        return after, events

    for _ in range(3):
        state, _ = turn(state, 2)  # six minutes for the first round
    state, events = happens(state, Next(), at)
    assert RoundBegan(2, False) in events
    state, events = turn(state, 13)  # a long story
    assert LastRound() in events
    assert state.last_round
    state, events = turn(state, 1)
    assert LastRound() not in events
    state, events = turn(state, 1)
    assert the(events, PlayEnded) == PlayEnded("time")
    assert {team.turns for team in state.teams} == {2}


def test_one_slow_turn_in_thefirst_round_does_not_end_play() -> None:
    state = timed(3, 30, **EVEN)
    state = to_step(to_card(state), Step.TALK)
    _, events = happens(state, Next(), 5 * MINUTE)
    assert not each(events, LastRound)


def test_play_does_not_pay_for_time_that_was_held() -> None:
    state = play(timed(**EVEN), Hold(Held.PAUSED), at=0)
    state = play(state, Release(), at=60 * MINUTE)
    assert state.play_elapsed(60 * MINUTE) == 0
    assert state.play_elapsed(61 * MINUTE) == MINUTE


def test_a_round_does_not_begin_when_the_standings_took_its_time() -> None:
    state = timed(**EVEN)
    for _, _events, after in by_next(state, step_ms=MINUTE // 4):
        state = after
        if isinstance(state.stage, Standings):
            break
    assert isinstance(state.stage, Standings)
    assert not state.stage.final
    state, events = happens(state, Next(), 19 * MINUTE)
    assert the(events, PlayEnded) == PlayEnded("time")
    assert state.stage == Standings(final=True)


def test_what_was_held_before_thefirst_round_is_not_taken_from_play() -> None:
    state = play(play(game(2, personas=()), Begin()), Hold(Held.PAUSED), at=1_000)
    state = play(play(state, Release(), at=61_000), Next(), at=70_000)
    assert state.play_elapsed(100_000) == 30_000


def test_the_brief_is_not_play() -> None:
    state = game(2, personas=(), play_ms=20 * MINUTE)
    state = play(state, Next(), at=MINUTE)
    state = play(state, Next(), at=9 * MINUTE)
    assert state.play_began == 9 * MINUTE
    assert state.play_elapsed(10 * MINUTE) == MINUTE


def test_without_a_limit_the_plans_rounds_are_played() -> None:
    five: Setup = {**EVEN, "rounds": 5}
    began, because, _ = rounds_at(timed(minutes=0, **five), 99)
    assert (len(began), because) == (4, "plan")


# The end


def test_play_ends_with_the_plans_last_round() -> None:
    events = [event for _, told, _after in by_next(to_ready(game(2, rounds=2))) for event in told]
    assert the(events, PlayEnded) == PlayEnded("plan")


@pytest.mark.parametrize("step", [Step.READ, Step.DISCUSS, Step.VIEW, Step.REVEAL, Step.TALK])
def test_play_ends_when_the_facilitator_says_so(step: Step) -> None:
    state = on_card(dilemma("x", (2, 3, 1)))
    if step not in (Step.READ, Step.DISCUSS):
        state = play(state, LockAnswer(0, 1))
    state = to_step(state, step)
    state, events = happens(state, EndPlay())
    assert the(events, PlayEnded) == PlayEnded("facilitator")
    assert each(events, StandingsShown) == [StandingsShown(True)]
    assert state.clock is None
    # What was revealed is remembered; what was not has never been played.
    assert [record.card for record in state.records] == (
        ["x"] if step in (Step.REVEAL, Step.TALK) else []
    )
    pile = state.pile("insights")
    assert pile is not None
    assert pile.played == ("x",)
    state = play(state, Next())
    assert isinstance(state.stage, Podium)


def test_play_cannot_end_twice_or_before_it_began() -> None:
    assert refused(game(), EndPlay()) == "not_now"
    state = play(to_ready(game()), EndPlay())
    assert refused(state, EndPlay()) == "not_now"
    assert refused(play(state, Next()), EndPlay()) == "not_now"
