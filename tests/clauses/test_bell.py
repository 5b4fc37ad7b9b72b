"""The bell: closed, armed, open, taken; too early, together, right, wrong."""

from __future__ import annotations

from typing import Unpack

import pytest

from game.rules.actions import Hold, MarkBell, Next, RingBell, TimeUp
from game.rules.cards import Play
from game.rules.events import BellMarked, BellWon, RangLocked, RangToo, RangTooEarly, Scored
from game.rules.legal import offers_of
from game.rules.state import BellPhase, ClockFor, Held, State, Step, evolve
from tests.rules.pieces import quiz
from tests.rules.setups import Table
from tests.rules.table import (
    bells,
    customers,
    each,
    happens,
    on_card,
    play,
    refused,
    ring,
    stage,
    the,
    to_step,
    with_team,
)


def armed(teams: int = 3, **rules: Unpack[Table]) -> State:
    """A bell card is being read."""
    return on_card(quiz("q", key=1), teams, **rules)


def opened(teams: int = 3, at: int = 0, **rules: Unpack[Table]) -> State:
    """The bells are open."""
    return play(armed(teams, **rules), Next(), at=at)


def test_the_bells_go_from_armed_to_open_to_taken_to_closed() -> None:
    state = armed()
    phases = [bells(state).phase]
    for action in (Next(), RingBell(1, 50), MarkBell(True)):
        state = play(state, action)
        phases.append(bells(state).phase)
    assert phases == [BellPhase.ARMED, BellPhase.OPEN, BellPhase.TAKEN, BellPhase.CLOSED]
    assert refused(state, RingBell(0, 60)) == "bell_closed"


def test_a_card_for_a_team_has_no_bell_while_it_is_read() -> None:
    state = on_card(quiz("q", play=Play.TURN))
    assert refused(state, RingBell(1, 0)) == "bell_closed"


def test_a_ring_while_armed_locks_the_team_out_for_two_seconds() -> None:
    state, events = happens(armed(), RingBell(1, 1000), at=1000)
    assert the(events, RangTooEarly) == RangTooEarly(1, 3000)
    assert bells(state).phase is BellPhase.ARMED
    state = play(state, Next(), at=2000)
    locked, events = happens(state, RingBell(1, 2999), at=2999)
    assert the(events, RangLocked) == RangLocked(1, 3000)
    assert bells(locked).phase is BellPhase.OPEN


def test_after_the_lock_out_the_team_can_ring() -> None:
    state = play(ring(armed(), 1, 1000), Next(), at=2000)
    assert bells(ring(state, 1, 3000)).winner == 1
    taken = ring(state, 0, 2500)
    assert bells(ring(taken, 1, 2999)).runners_up == ()
    assert bells(ring(taken, 1, 3000)).runners_up == ((1, 500),)


def test_the_lock_out_is_for_the_team_that_rang_alone() -> None:
    state = play(ring(armed(), 1, 1000), Next(), at=1100)
    assert bells(ring(state, 2, 1200)).winner == 2


def test_hammering_makes_the_lock_out_longer() -> None:
    state = ring(ring(armed(), 1, 1000), 1, 2500)
    assert bells(state).locked_until(1) == 4500
    state = play(state, Next(), at=2600)
    assert bells(ring(state, 1, 3100)).winner is None
    assert bells(ring(state, 1, 4500)).winner == 1


@pytest.mark.parametrize("lockout", [0, 500, 5000])
def test_how_long_is_a_house_rule(lockout: int) -> None:
    assert bells(ring(armed(lockout_ms=lockout), 0, 100)).locked_until(0) == 100 + lockout


def test_the_first_ring_wins() -> None:
    state, events = happens(opened(), RingBell(2, 700), at=700)
    assert the(events, BellWon) == BellWon(2, 1)
    assert bells(state).winner == 2
    later = ring(state, 0, 900)
    assert bells(later).winner == 2


def test_runners_up_are_shown_with_their_gap() -> None:
    state = ring(ring(opened(4), 2, 700), 0, 720)
    state, events = happens(state, RingBell(3, 810), at=810)
    assert the(events, RangToo) == RangToo(3, 110)
    assert bells(state).runners_up == ((0, 20), (3, 110))


def test_a_team_is_heard_once() -> None:
    state = ring(opened(), 2, 700)
    assert refused(state, RingBell(2, 900)) == "already_rung"


@pytest.mark.parametrize(("gap", "together"), [(0, True), (9, True), (10, False), (11, False)])
def test_rings_less_than_ten_ms_apart_are_together_and_the_draw_decides(
    gap: int, together: bool
) -> None:
    states = [ring(evolve(ring(opened(), 1, 700), seed=seed), 2, 700 + gap) for seed in range(20)]
    assert {bells(state).winner for state in states} == ({1, 2} if together else {1})
    assert {bells(state).together for state in states} == {2 if together else 1}


@pytest.mark.parametrize("at", [700, 690])
def test_rings_in_one_batch_are_together_whatever_the_house_rule_says(at: int) -> None:
    """One stamp for both; or an earlier one, of a buzzer with a clock of its own."""
    begin = ring(opened(together_ms=0), 1, 700)
    states = [ring(evolve(begin, seed=seed), 2, at) for seed in range(20)]
    assert {bells(state).winner for state in states} == {1, 2}


def test_those_together_are_heard_once_as_well() -> None:
    state = ring(ring(opened(), 1, 700), 2, 704)
    assert [heard.team for heard in bells(state).rings] == [1, 2]
    assert refused(state, RingBell(2, 800)) == "already_rung"


def test_no_milliseconds_are_shown_of_those_together() -> None:
    state = ring(opened(), 1, 700)
    for seed in range(12):
        after, events = happens(evolve(state, seed=seed), RingBell(2, 705), at=705)
        assert bells(after).runners_up == ()
        assert [e.gap for e in each(events, RangToo)] in ([], [None])


def test_of_many_together_each_is_as_likely_to_win() -> None:
    won = dict.fromkeys(range(4), 0)
    begin = opened(4)
    for seed in range(400):
        state = evolve(begin, seed=seed)
        for team in range(4):
            state = ring(state, team, 500)
        winner = bells(state).winner
        assert winner is not None
        won[winner] += 1
    assert all(70 < times < 130 for times in won.values()), won


def test_right_wins_two_and_ends_the_card() -> None:
    state, events = happens(ring(opened(), 1), MarkBell(True))
    assert customers(state) == (0, 2, 0)
    assert the(events, BellMarked) == BellMarked(1, True)
    assert stage(state).step is Step.REVEAL
    assert state.teams[1].bells_won == 1


def test_wrong_costs_one() -> None:
    state = with_team(ring(opened(), 1), 1, customers=4)
    assert customers(play(state, MarkBell(False))) == (0, 3, 0)


def test_wrong_never_costs_a_customer_the_team_does_not_have() -> None:
    state, events = happens(ring(opened(), 1), MarkBell(False))
    assert customers(state) == (0, 0, 0)
    scored = the(events, Scored)
    assert (scored.asked, scored.applied) == (-1, 0)


def test_what_right_and_wrong_are_worth_are_house_rules() -> None:
    state = ring(opened(bell_right=4, bell_wrong=-3), 1)
    assert customers(play(with_team(state, 1, customers=5), MarkBell(True)))[1] == 9
    assert customers(play(with_team(state, 1, customers=5), MarkBell(False)))[1] == 2


def test_silent_is_wrong() -> None:
    state = with_team(ring(opened(), 1), 1, customers=4)
    assert state.clock is not None
    assert state.clock.purpose is ClockFor.ANSWER
    assert state.clock.total_ms == 5000
    state = play(state, TimeUp(), at=5000)
    assert bells(state).phase is BellPhase.TAKEN, "nothing is lost: it can still be marked"
    assert customers(play(state, Next())) == (0, 3, 0)


def test_after_a_wrong_one_the_bells_open_again_for_those_who_have_not_answered() -> None:
    state = play(ring(opened(), 1, 100), MarkBell(False), at=900)
    # As if nobody had rung, but for the team that is out.
    assert bells(state) == evolve(bells(opened()), out=(1,))
    assert refused(state, RingBell(1, 1000)) == "already_rung"
    assert bells(ring(state, 2, 1000)).winner == 2


def test_a_runner_up_must_ring_again() -> None:
    state = play(ring(ring(opened(), 1, 100), 2, 150), MarkBell(False), at=900)
    assert bells(state).rings == ()
    assert bells(ring(state, 2, 1000)).winner == 2


def test_the_bells_open_again_even_if_only_one_team_is_left() -> None:
    state = play(ring(opened(2), 0, 100), MarkBell(False), at=200)
    assert bells(state).phase is BellPhase.OPEN
    state = play(ring(state, 1, 300), MarkBell(True), at=400)
    assert customers(state) == (0, 2)


def test_when_nobody_is_left_it_is_revealed() -> None:
    state = play(ring(opened(2), 0, 100), MarkBell(False), at=200)
    state = play(ring(state, 1, 300), MarkBell(False), at=400)
    assert stage(state).step is Step.REVEAL
    assert bells(state).phase is BellPhase.CLOSED


def test_when_time_is_up_it_is_revealed() -> None:
    state = opened(at=1000)
    assert refused(state, TimeUp(), at=30_999) == "too_soon"
    state = play(state, TimeUp(), at=31_000)
    assert stage(state).step is Step.REVEAL
    assert customers(state) == (0, 0, 0)


def test_while_everything_is_held_the_bells_are_closed() -> None:
    state = play(opened(), Hold(Held.PAUSED), at=100)
    assert not offers_of(state, RingBell)
    assert refused(state, RingBell(1, 200)) == "held"
    assert bells(ring(play(state, Next(), at=300), 1, 400)).winner == 1


def test_a_hold_while_armed_forgives_a_ring() -> None:
    state = play(armed(), Hold(Held.BLACK), at=100)
    assert refused(state, RingBell(1, 200)) == "held"
    assert bells(state).locked == ()


def test_with_one_team_left_there_is_no_bell() -> None:
    state = on_card(quiz("q"), 1)
    assert stage(state).bell is None
    assert stage(state).play is Play.TURN
    assert stage(to_step(state, Step.REVEAL)).bell is None
