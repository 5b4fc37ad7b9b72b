"""The facilitator at any moment: bells, breaks, rounds and time, while the game goes on."""

from __future__ import annotations

import pytest

from game.rules.actions import (
    AddTeam,
    Adjust,
    ChangeRule,
    EndPlay,
    Hold,
    Next,
    Release,
    SetRounds,
    SetTimeLeft,
    TimeUp,
)
from game.rules.clocks import MOST_BREAK_MS
from game.rules.events import HeldStill, LastRound, PlayEnded, RoundsSet
from game.rules.state import ClockFor, Held, Standings, State, Step
from tests.rules.pieces import dilemma
from tests.rules.rings import armed
from tests.rules.table import (
    bells,
    by_next,
    customers,
    each,
    game,
    happens,
    on_card,
    play,
    ready,
    refused,
    ring,
    the,
    to_step,
    with_team,
)

MINUTE = 60_000


def test_a_break_has_an_end_on_the_clock_and_does_not_end_by_itself() -> None:
    running = to_step(on_card(dilemma("c")), Step.DISCUSS, at=1_000)
    state, events = happens(running, Hold(Held.BREAK, 10 * MINUTE), at=11_000)
    assert the(events, HeldStill) == HeldStill(Held.BREAK, 11_000 + 10 * MINUTE)
    assert state.held_until == 11_000 + 10 * MINUTE
    late = 30 * MINUTE
    assert refused(state, TimeUp(), at=late) == "held"
    back = play(state, Release(), at=late)
    assert (back.held, back.held_until) == (None, 0)
    assert back.clock is not None
    assert back.clock.left(late) == 80_000
    assert back.play_elapsed(late) == running.play_elapsed(11_000)


def test_a_break_is_made_longer_shorter_or_endless_by_holding_again() -> None:
    state = play(on_card(dilemma("c")), Hold(Held.BREAK, 10 * MINUTE))
    assert play(state, Hold(Held.BREAK, 15 * MINUTE), at=MINUTE).held_until == 16 * MINUTE
    assert play(state, Hold(Held.BREAK, 2 * MINUTE), at=MINUTE).held_until == 3 * MINUTE
    assert play(state, Hold(Held.BREAK), at=MINUTE).held_until == 0
    assert play(state, Hold(Held.BLACK), at=MINUTE).held_until == 0


def test_only_a_break_has_a_length_and_none_is_without_bounds() -> None:
    state = on_card(dilemma("c"))
    assert refused(state, Hold(Held.EYES, MINUTE)) == "out_of_bounds"
    assert refused(state, Hold(Held.BREAK, MOST_BREAK_MS + 1)) == "out_of_bounds"
    assert refused(state, Hold(Held.BREAK, -1)) == "out_of_bounds"


@pytest.mark.parametrize("how", list(Held))
def test_a_team_locked_out_has_as_long_to_go_after_a_hold(how: Held) -> None:
    state = play(ring(armed(), 1, 1000), Next(), at=1500)
    state = play(play(state, Hold(how), at=2000), Release(), at=100_000)
    assert bells(ring(state, 1, 100_999)).winner is None
    assert bells(ring(state, 1, 101_000)).winner == 1


def test_the_gap_of_a_runner_up_counts_no_time_held() -> None:
    state = ring(play(armed(), Next()), 1, 700)
    state = play(play(state, Hold(Held.BREAK, MINUTE), at=800), Release(), at=50_800)
    assert bells(ring(state, 2, 50_810)).runners_up == ((2, 110),)


# Rounds and time


def ends(state: State) -> tuple[int, str]:
    """(the last round, why play ended), by Next alone."""
    for _before, events, after in by_next(state):
        if found := each(events, PlayEnded):
            return after.round, found[0].because
    raise AssertionError


def test_fewer_rounds_end_play_after_so_many_with_equal_turns() -> None:
    state, events = happens(ready(2, rounds=6), SetRounds(2))
    assert the(events, RoundsSet) == RoundsSet(2, last=False)
    assert ends(state) == (2, "plan")
    assert {team.turns for _b, _e, after in by_next(state) for team in after.teams} >= {2}


def test_the_round_being_played_can_be_made_the_last_and_not_again_the_last() -> None:
    state, events = happens(ready(2, rounds=6), SetRounds(1))
    assert the(events, RoundsSet).last
    assert state.last_round
    assert ends(state) == (1, "plan")
    more = play(state, SetRounds(3))
    assert not more.last_round
    assert ends(more) == (3, "plan")


def test_rounds_that_are_over_cannot_be_planned_away() -> None:
    state = next(after for _b, _e, after in by_next(ready(2, rounds=6)) if after.round == 3)
    assert refused(state, SetRounds(2)) == "out_of_bounds"
    assert refused(game(), SetRounds(2)) == "not_now"
    assert refused(play(state, EndPlay()), SetRounds(9)) == "not_now"


def test_between_rounds_no_more_rounds_means_the_end_of_play() -> None:
    state = next(
        after for _b, _e, after in by_next(ready(2, rounds=6)) if isinstance(after.stage, Standings)
    )
    state, events = happens(play(state, SetRounds(1)), Next())
    assert the(events, PlayEnded) == PlayEnded("plan")


def test_half_an_hour_less_is_taken_from_play_and_the_last_round_is_told() -> None:
    state = ready(2, rounds=6, play_ms=60 * MINUTE)
    assert not state.last_round
    state, events = happens(state, SetTimeLeft(2 * MINUTE), at=MINUTE)
    assert state.plan.play_ms == 3 * MINUTE
    assert not each(events, LastRound)
    assert not state.last_round
    assert play(state, SetTimeLeft(0), at=MINUTE).last_round


def test_more_rounds_do_not_take_the_time_of_the_debrief() -> None:
    state = play(ready(2, rounds=2, play_ms=3 * MINUTE), SetRounds(40))
    for _b, _events, after in by_next(state, step_ms=6_000):
        if isinstance(after.stage, Standings) and after.stage.final:
            assert after.round < 40
            assert {team.turns for team in after.teams} == {after.round}
            return
    raise AssertionError


# Late teams, rules and scores


def test_a_late_team_is_last_in_order_at_the_rearmost_pawn_with_the_median_score() -> None:
    state = ready(4)
    for team, had in enumerate((1, 9, 4, 7)):
        state = with_team(state, team, customers=had, position=team + 2)
    state = play(state, AddTeam("Late", "ink"))
    joined = next(after for _b, _e, after in by_next(state) if after.round == 2)
    late = joined.teams[-1]
    others = sorted(team.customers for team in joined.teams[:-1])
    assert late.name == "Late"
    assert late.customers == (others[1] + others[2] + 1) // 2
    assert late.position == min(team.position for team in joined.teams[:-1])
    assert joined.queue[-1] == late.id


def test_discussions_without_a_clock_begin_with_the_one_going_on_and_hold_for_every_card() -> None:
    state = to_step(on_card(dilemma("c", thinking=40)), Step.DISCUSS)
    assert state.clock is not None
    assert play(state, ChangeRule("discuss_seconds", 0)).clock is None
    read = play(on_card(dilemma("c", thinking=40)), ChangeRule("discuss_seconds", 0))
    assert to_step(read, Step.DISCUSS).clock is None, "cards that say their own time as well"


def test_other_clocks_do_not_stop_with_those_of_discussions() -> None:
    state = play(ring(play(armed(), Next()), 1, 100), ChangeRule("discuss_seconds", 0))
    assert state.clock is not None
    assert state.clock.purpose is ClockFor.ANSWER


def test_customers_taken_never_sink_a_score_below_zero() -> None:
    state = play(with_team(ready(2), 0, customers=3), Adjust(0, -5, "counted twice"))
    assert customers(state) == (0, 0)
