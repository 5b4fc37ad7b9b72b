"""Every order of bells: one winner, nobody dropped, and the draw is fair.

What should happen is worked out here from the arrivals alone, in a few lines that know nothing
of how the rules keep their rings.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import permutations
from typing import Unpack

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.rules.actions import Action, LockAnswer, MarkBell, Next, RingBell
from game.rules.apply import apply
from game.rules.events import BellWon, Event, RangLocked, RangToo, RangTooEarly
from game.rules.refusal import Refusal
from game.rules.state import BellPhase, State, Step, evolve
from tests.rules import pieces, table
from tests.rules.setups import HouseRules

OPENED = 10_000
GAPS = (0, 5, 9, 10, 11, 50)
TOGETHER = 10

Press = tuple[int, int]
"""(team, stamp in ms)"""


@dataclass
class Heard:
    """What should come of presses, in order of arrival, once the bells are open."""

    first: int = -1
    together: list[int] = field(default_factory=list)
    """Teams the draw decides between, the first included."""
    later: list[Press] = field(default_factory=list)
    """(team, gap) of runners-up, as they arrived."""
    refused: list[Press] = field(default_factory=list)
    locked: list[Press] = field(default_factory=list)

    @property
    def teams(self) -> list[int]:
        """Everybody who was heard."""
        return [*self.together, *(team for team, _ in self.later)]


def expected(presses: list[Press], until: dict[int, int], window: int = TOGETHER) -> Heard:
    """What should come of these presses, with teams locked out until these times."""
    heard = Heard()
    for team, at in presses:
        if team in heard.teams:
            heard.refused.append((team, at))
        elif until.get(team, 0) > at:
            heard.locked.append((team, at))
        elif not heard.together:
            heard.first = at
            heard.together.append(team)
        elif at <= heard.first or at - heard.first < window:
            heard.together.append(team)
        else:
            heard.later.append((team, at - heard.first))
    return heard


def armed(teams: int, seed: int = 1, **rules: Unpack[HouseRules]) -> State:
    """A bell card being read to so many teams."""
    state = table.on_card(pieces.quiz("q"), teams, pieces.quiz("r"), seed=seed, **rules)
    state = table.to_step(state, Step.BELL)
    assert table.bells(state).phase is BellPhase.ARMED
    return state


def opened(teams: int, seed: int = 1, **rules: Unpack[HouseRules]) -> State:
    """A bell card with its bells open since `OPENED` ms."""
    state = table.play(armed(teams, seed, **rules), Next(), at=OPENED)
    assert table.bells(state).phase is BellPhase.OPEN
    return state


def press_all(state: State, presses: list[Press]) -> tuple[State, list[Event], list[Press]]:
    """The state after these presses, what was told, and which were refused."""
    told: list[Event] = []
    refused: list[Press] = []
    at = OPENED
    for team, stamp in presses:
        at = max(at, stamp)
        ring: Action = RingBell(team, stamp)
        held = state.stage
        if any(heard.team == team for heard in table.bells(state).rings):
            assert table.refused(state, ring, at) is Refusal.ALREADY_RUNG
            assert state.stage is held
            refused.append((team, stamp))
            continue
        state, events = apply(state, ring, at)
        told += events
    return state, told, refused


def check(state: State, told: list[Event], heard: Heard) -> None:
    """The bells after these presses are as they should be, and so was what was told."""
    bell = table.bells(state)
    if not heard.together:
        assert (bell.phase, bell.winner, bell.rings) == (BellPhase.OPEN, None, ())
        return
    # Exactly one winner, out of those together; nobody dropped, nobody twice.
    assert bell.phase is BellPhase.TAKEN
    assert bell.winner in heard.together
    assert bell.together == len(heard.together)
    assert [ring.team for ring in bell.rings] == heard.teams
    assert bell.runners_up == tuple(heard.later)
    # Everyone heard was told of once: as the winner (for a while, at least) or as a runner-up.
    won = table.each(told, BellWon)
    too = table.each(told, RangToo)
    assert sorted([one.team for one in won] + [one.team for one in too]) == sorted(heard.teams)
    assert won[-1].team == bell.winner
    assert [(one.team, one.gap) for one in too if one.gap is not None] == heard.later
    assert {one.team for one in too if one.gap is None} <= {*heard.together}
    assert [one.team for one in table.each(told, RangLocked)] == [t for t, _ in heard.locked]


@st.composite
def arrivals(draw: st.DrawFn) -> tuple[int, list[Press]]:
    """(teams, presses): every team in some order, gaps near the edge, some press twice."""
    teams = draw(st.integers(2, 6))
    order = draw(st.permutations(range(teams)))
    again = draw(st.lists(st.sampled_from(range(teams)), max_size=3))
    presses, at = [], OPENED + draw(st.integers(1, 30))
    for team in [*order, *again]:
        presses.append((team, at))
        at += draw(st.sampled_from(GAPS))
    return teams, presses


class TestInOrder:
    @settings(max_examples=80)
    @given(arrivals(), st.integers(0, 2**32))
    def test_one_winner_and_nobody_dropped(
        self, arrived: tuple[int, list[Press]], seed: int
    ) -> None:
        teams, presses = arrived
        state, told, refused = press_all(opened(teams, seed), presses)
        heard = expected(presses, {})
        check(state, told, heard)
        assert refused == heard.refused
        gaps = [gap for _, gap in table.bells(state).runners_up]
        assert gaps == sorted(gaps)
        assert all(gap >= TOGETHER for gap in gaps)

    @pytest.mark.parametrize("gap", GAPS)
    def test_every_order_of_four_teams(self, gap: int) -> None:
        state = opened(4)
        for order in permutations(range(4)):
            presses = [(team, OPENED + 100 + n * gap) for n, team in enumerate(order)]
            after, told, _ = press_all(state, presses)
            check(after, told, expected(presses, {}))
            if gap >= TOGETHER:
                assert table.bells(after).winner == order[0]

    @pytest.mark.parametrize("window", [0, 1, 10, 100])
    def test_the_window_is_the_house_rule(self, window: int) -> None:
        for gap in (0, 1, window - 1, window, window + 1):
            if gap < 0:
                continue
            presses = [(0, OPENED + 50), (1, OPENED + 50 + gap)]
            state, told, _ = press_all(opened(3, together_ms=window), presses)
            check(state, told, expected(presses, {}, window))
            assert (table.bells(state).together == 2) is (gap == 0 or gap < window)


class TestOutOfOrder:
    @settings(max_examples=80)
    @given(
        st.permutations(range(6)),
        st.lists(
            st.integers(-60, 60) | st.sampled_from((-10, -9, 0, 9, 10, 11, 50)),
            min_size=6,
            max_size=6,
        ),
        st.integers(0, 2**32),
    )
    @example([0, 1, 2, 3, 4, 5], [0, 50, -50, 11, 9, 10], 1)
    def test_stamps_that_run_backward_drop_nobody(
        self, order: list[int], stamps: list[int], seed: int
    ) -> None:
        presses = [(team, OPENED + 200 + stamp) for team, stamp in zip(order, stamps, strict=True)]
        state, told, _ = press_all(opened(6, seed), presses)
        check(state, told, expected(presses, {}))
        assert {ring.team for ring in table.bells(state).rings} == {*range(6)}
        assert all(gap >= TOGETHER for _, gap in table.bells(state).runners_up)


class TestTooEarly:
    @settings(max_examples=80)
    @given(
        st.lists(st.tuples(st.integers(0, 4), st.integers(0, 2000)), max_size=8),
        st.permutations(range(5)),
        st.integers(0, 2500),
        st.integers(0, 2**32),
    )
    @example([(0, 0)], [0, 1, 2, 3, 4], 2000, 1)
    @example([(0, 0)], [0, 1, 2, 3, 4], 1999, 1)
    def test_a_press_while_armed_locks_that_team_out_and_no_other(
        self, early: list[Press], order: list[int], wait: int, seed: int
    ) -> None:
        state, until = armed(5, seed, lockout_ms=2000), {}
        for team, before in sorted(early, key=lambda press: -press[1]):
            at = OPENED - before
            state, events = apply(state, RingBell(team, at), at)
            until[team] = at + 2000
            assert events == (RangTooEarly(team, at + 2000),)
            assert table.bells(state).phase is BellPhase.ARMED
            assert table.bells(state).rings == ()
        state = table.play(state, Next(), at=OPENED)
        # Everyone presses, 11 ms apart; whoever was locked out then presses on.
        presses = [(team, OPENED + wait + 11 * n) for n, team in enumerate(order)]
        presses += [(team, OPENED + 5000 + 20 * team) for team in sorted(until)]
        heard = expected(presses, until)
        state, told, refused = press_all(state, presses)
        check(state, told, heard)
        assert refused == heard.refused
        assert {ring.team for ring in table.bells(state).rings} == {*range(5)}
        assert [(one.team, one.until) for one in table.each(told, RangLocked)] == [
            (team, until[team]) for team, _ in heard.locked
        ]


class TestAgain:
    @settings(max_examples=60)
    @given(
        st.permutations(range(6)),
        st.lists(st.sampled_from(GAPS), min_size=6, max_size=6),
        st.integers(0, 2**32),
    )
    def test_after_every_wrong_answer_the_others_ring_until_nobody_is_left(
        self, order: list[int], gaps: list[int], seed: int
    ) -> None:
        state, at, had = opened(6, seed), OPENED, list[int]()
        while table.stage(state).step is Step.BELL:
            presses = []
            for team, gap in zip(order, gaps, strict=True):
                at += gap
                if team not in had:
                    presses.append((team, at))
                else:
                    assert table.refused(state, RingBell(team, at), at) is Refusal.ALREADY_RUNG
            after, told, _ = press_all(state, presses)
            check(after, told, expected(presses, {}))
            winner = table.bells(after).winner
            assert winner is not None
            assert winner not in had
            had.append(winner)
            state = table.play(after, MarkBell(False), at=at)
        assert sorted(had) == [*range(6)]
        assert table.stage(state).step is Step.REVEAL

    @settings(max_examples=60)
    @given(
        st.permutations(range(1, 6)),
        st.lists(st.sampled_from(GAPS), min_size=5, max_size=5),
        st.integers(0, 2**32),
    )
    def test_the_bell_for_another_view_keeps_the_same_order(
        self, order: list[int], gaps: list[int], seed: int
    ) -> None:
        state = table.on_card(pieces.dilemma("a"), 6, pieces.dilemma("b"), seed=seed)
        state = table.play(state, LockAnswer(0, 0), at=OPENED)
        presses, at = [], OPENED
        for team, gap in zip(order, gaps, strict=True):
            at += gap
            presses.append((team, at))
        state, told, _ = press_all(state, presses)
        check(state, told, expected(presses, {}))
        assert table.stage(state).viewer == table.bells(state).winner


# With one degree of freedom fewer than teams, a fair draw goes beyond these once in 100,000.
BEYOND_CHANCE = {2: 19.5, 3: 23.0, 6: 30.9}


class TestFairness:
    @pytest.mark.parametrize("teams", sorted(BEYOND_CHANCE))
    def test_together_each_team_wins_as_often(self, teams: int) -> None:
        state = opened(teams)
        presses = [(team, OPENED + 100 + team) for team in range(teams)]
        wins: Counter[int | None] = Counter()
        for seed in range(2000):
            after, _, _ = press_all(evolve(state, seed=seed), presses)
            wins[table.bells(after).winner] += 1
        fair = 2000 / teams
        chi_square = sum((wins[team] - fair) ** 2 / fair for team in range(teams))
        assert chi_square < BEYOND_CHANCE[teams], wins
        assert sum(wins.values()) == sum(wins[team] for team in range(teams)) == 2000
