"""The bell: armed, rung too early, first, together, and whose it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.actions import MarkBell, Next, RingBell, SetAnswer
from game.rules.cards import Meter, Play
from game.rules.events import BellChanged, BellWon, RangLocked, RangToo, RangTooEarly
from game.rules.ruleset import Turns
from game.rules.state import BellPhase, Step, evolve
from tests.rules.pieces import dilemma, estimate, quiz
from tests.rules.rings import armed, opened
from tests.rules.table import bells, each, happens, on_card, play, refused, ring, stage, the

# Arming


def test_bells_are_armed_while_the_card_is_read() -> None:
    state = armed()
    assert bells(state).phase is BellPhase.ARMED
    assert state.clock is None
    state, events = happens(state, Next(), 5000)
    assert the(events, BellChanged) == BellChanged(BellPhase.OPEN)
    assert stage(state).step is Step.BELL


def test_a_ring_while_armed_locks_out_for_two_seconds() -> None:
    state, events = happens(armed(), RingBell(1, 1000), 1000)
    assert the(events, RangTooEarly) == RangTooEarly(1, 3000)
    assert bells(state).phase is BellPhase.ARMED
    state = play(state, Next(), at=1500)
    state, events = happens(state, RingBell(1, 2999), 2999)
    assert the(events, RangLocked) == RangLocked(1, 3000)
    assert bells(state).phase is BellPhase.OPEN


def test_a_ring_counts_again_at_the_end_of_the_lock_out() -> None:
    state = play(armed(), RingBell(1, 1000), Next(), at=1000)
    state, events = happens(state, RingBell(1, 3000), 3000)
    assert the(events, BellWon) == BellWon(1, 1)
    assert bells(state).winner == 1


def test_hammering_while_armed_starts_the_lock_out_again() -> None:
    state = armed()
    for at in (1000, 1400, 1800, 2600):
        state, events = happens(state, RingBell(1, at), at)
        assert the(events, RangTooEarly) == RangTooEarly(1, at + 2000)
    assert bells(state).locked == ((1, 4600),)


def test_an_earlier_stamp_that_comes_later_shortens_no_lock_out() -> None:
    state = play(armed(), RingBell(1, 1500), RingBell(1, 1000))
    assert bells(state).locked == ((1, 3500),)


def test_a_lock_out_is_no_ones_but_the_teams_own() -> None:
    state = play(armed(), RingBell(1, 1000), Next(), at=1000)
    assert bells(ring(state, 2, 1001)).winner == 2


def test_how_long_a_lock_out_lasts_is_a_house_rule() -> None:
    state = play(armed(lockout_ms=500), RingBell(0, 100), Next(), at=100)
    assert bells(ring(state, 0, 600)).winner == 0
    none = play(armed(lockout_ms=0), RingBell(0, 100), Next(), at=100)
    assert bells(ring(none, 0, 100)).winner == 0


# First, together, runners-up


def test_the_first_ring_wins_and_takes_the_bell() -> None:
    state, events = happens(opened(), RingBell(2, 12_000), 12_000)
    assert the(events, BellWon) == BellWon(2, 1)
    assert the(events, BellChanged) == BellChanged(BellPhase.TAKEN)
    assert (bells(state).phase, bells(state).winner) == (BellPhase.TAKEN, 2)


def test_runners_up_are_shown_with_their_gap() -> None:
    state = ring(opened(), 2, 12_000)
    state, events = happens(state, RingBell(0, 12_010), 12_010)
    assert the(events, RangToo) == RangToo(0, 10)
    state = ring(state, 1, 12_345)
    assert bells(state).winner == 2
    assert bells(state).runners_up == ((0, 10), (1, 345))
    assert bells(state).together == 1


def test_rings_less_than_ten_milliseconds_apart_are_together_and_the_draw_decides() -> None:
    winners = {0: 0, 1: 0}
    for seed in range(400):
        state = ring(evolve(opened(), seed=seed), 0, 12_000)
        state, events = happens(state, RingBell(1, 12_009), 12_009)
        winners[bells(state).winner or 0] += 1
        assert bells(state).together == 2
        assert bells(state).runners_up == ()
        lost = each(events, RangToo)
        won = each(events, BellWon)
        assert bool(lost) is not bool(won)
        # No milliseconds are shown between those who were together.
        assert all(event.gap is None and event.fell == (1,) for event in lost)
        assert all((event.team, event.together, event.fell) == (1, 2, (0,)) for event in won)
    assert 160 < winners[0] < 240


def test_rings_of_one_batch_are_together_whatever_the_house_rule_says() -> None:
    winners = set()
    for seed in range(30):
        state = evolve(opened(together_ms=0), seed=seed)
        state = ring(ring(state, 0, 12_000), 1, 12_000)
        winners.add(bells(state).winner)
        assert bells(ring(state, 2, 12_001)).runners_up == ((2, 1),)
    assert winners == {0, 1}


def test_a_ring_stamped_before_the_first_is_together_with_it() -> None:
    state = ring(opened(), 0, 12_000)
    state, events = happens(state, RingBell(1, 11_400), 12_001)
    assert bells(state).together == 2
    assert each(events, RangToo) == [] or the(events, RangToo).gap is None


@pytest.mark.parametrize("teams", [2, 3, 5, 8])
def test_the_draw_is_fair_to_all_who_rang_together(teams: int) -> None:
    games = 150 * teams
    start = opened(teams)
    won = [0] * teams
    for seed in range(games):
        state = evolve(start, seed=seed)
        for team in range(teams):
            state = ring(state, team, 12_000 + team)
        won[bells(state).winner or 0] += 1
        assert bells(state).together == teams
    # Chi-square with at most 7 degrees of freedom: 24.3 is passed once in a thousand.
    assert sum((count - 150) ** 2 / 150 for count in won) < 24.3, won


@given(
    order=st.permutations(range(5)),
    gaps=st.lists(st.sampled_from([0, 1, 5, 9, 10, 11, 50, 400]), min_size=5, max_size=5),
    early=st.dictionaries(st.integers(0, 4), st.integers(0, 2500)),
    seed=st.integers(0, 2**32),
)
def test_in_every_order_of_presses_one_team_wins_and_nobody_is_dropped(
    order: list[int], gaps: list[int], early: dict[int, int], seed: int
) -> None:
    state = evolve(armed(5), seed=seed)
    # Some rang while the card was still read, so many ms before the bells opened at 10,000.
    for team, sooner in sorted(early.items(), key=lambda one: -one[1]):
        state = ring(state, team, 10_000 - sooner)
    state = play(state, Next(), at=10_000)
    locked = dict(bells(state).locked)
    at, first = 11_000, None
    heard: dict[int, int] = {}
    for team, gap in zip(order, gaps, strict=True):
        at += gap
        before = state
        state, events = happens(state, RingBell(team, at), at)
        if locked.get(team, 0) > at:
            assert events == (RangLocked(team, locked[team]),)
            assert state == before
            continue
        first = at if first is None else first
        heard[team] = at - first
    together = {team for team, late in heard.items() if late < 10}
    if not heard:
        assert bells(state).phase is BellPhase.OPEN
        return
    assert bells(state).phase is BellPhase.TAKEN
    assert bells(state).winner in together
    assert {one.team for one in bells(state).rings} == set(heard)
    assert bells(state).together == len(together)
    assert dict(bells(state).runners_up) == {
        team: late for team, late in heard.items() if team not in together
    }


def test_a_bell_rings_once() -> None:
    state = ring(opened(), 0, 12_000)
    assert refused(state, RingBell(0, 12_100)) == "already_rung"


def test_a_team_locked_out_is_no_runner_up_either() -> None:
    state = play(armed(), RingBell(1, 11_500), Next(), at=11_500)
    state = ring(state, 0, 12_000)
    state, events = happens(state, RingBell(1, 12_100), 12_100)
    assert the(events, RangLocked) == RangLocked(1, 13_500)
    assert bells(state).runners_up == ()


# Who, and what


@pytest.mark.parametrize("turns", list(Turns))
def test_every_team_may_ring_on_a_bell_card(turns: Turns) -> None:
    state = opened(4, turns=turns)
    assert bells(state).eligible == (0, 1, 2, 3)
    for team in range(4):
        assert bells(ring(state, team, 12_000)).winner == team


def test_nobody_answers_a_bell_card_by_other_means() -> None:
    assert refused(opened(), SetAnswer(0, 1)) == "not_now"
    assert refused(opened(), MarkBell(True)) == "not_now"


def test_bells_are_closed_on_other_cards() -> None:
    state = play(on_card(dilemma("d")), Next())
    assert refused(state, RingBell(1, 100)) == "bell_closed"


def test_an_unknown_bell_is_no_teams() -> None:
    assert refused(opened(), RingBell(7, 12_000)) == "no_such_team"
    assert refused(opened(), RingBell(1, -1)) == "out_of_bounds"


def test_the_quizs_own_meters_go_to_the_team_that_was_right() -> None:
    card = quiz("q", key=1)
    right = replace(card.options[1], meters=(("connection", 2),))
    card = replace(card, options=(card.options[0], right, card.options[2]))
    state = play(on_card(card), Next(), at=10_000)
    state = play(ring(state, 1, 12_000), MarkBell(True))
    assert [team.meter("connection") for team in state.teams] == [0, 2, 0]
    assert Meter(id="connection", name="Connection") in state.content.meters


def test_an_estimates_meters_go_to_the_team_that_was_right() -> None:
    card = replace(estimate("e", play=Play.BELL), meters=(("progress", 1),))
    state = play(on_card(card), Next(), at=10_000)
    state = ring(state, 1, 12_000)
    assert play(state, MarkBell(True)).teams[1].meter("progress") == 1
    assert play(state, MarkBell(False)).teams[1].meter("progress") == 0


def test_there_is_no_other_view_on_a_bell_card() -> None:
    state = play(ring(opened(), 1, 12_000), MarkBell(True))
    assert refused(state, RingBell(0, 13_000)) == "bell_closed"
