"""Bells opened, closed and reset by hand: nobody is heard, nobody is locked out."""

from __future__ import annotations

from typing import Any

import pytest

from game.rules.actions import (
    CloseBells,
    Hold,
    LockAnswer,
    MarkBell,
    Next,
    OpenBells,
    ResetBells,
    RingBell,
    SetAnswer,
)
from game.rules.cards import Play
from game.rules.events import BellsReset
from game.rules.legal import offers_of
from game.rules.state import BellPhase, ClockFor, Held, OnCard, State, Step
from tests.rules.pieces import dilemma
from tests.rules.rings import armed
from tests.rules.table import (
    bells,
    customers,
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


def viewed(teams: int = 3) -> State:
    """The bell for another view is open on a dilemma."""
    state = on_card(dilemma("c", (1, 3)), teams)
    return play(to_step(state, Step.DISCUSS), LockAnswer(0, 0))


def test_the_facilitator_opens_the_bells_as_next_does() -> None:
    by_hand, by_key = play(armed(), OpenBells(), at=500), play(armed(), Next(), at=500)
    assert by_hand == by_key
    assert by_hand.clock is not None
    assert by_hand.clock.purpose is ClockFor.BELL


def test_closed_bells_are_heard_by_nobody_and_lock_nobody_out() -> None:
    for state in (armed(), play(armed(), Next())):
        closed = play(state, CloseBells())
        assert bells(closed).phase is BellPhase.CLOSED
        assert closed.clock is None
        assert refused(closed, RingBell(1, 50)) == "bell_closed"
        assert bells(closed).locked == ()


def test_closed_bells_open_again_for_all_who_have_not_answered() -> None:
    state = play(ring(play(armed(), Next()), 1, 100), MarkBell(False), CloseBells(), OpenBells())
    assert bells(state).phase is BellPhase.OPEN
    assert refused(state, RingBell(1, 900)) == "already_rung"
    assert bells(ring(state, 2, 900)).winner == 2


def test_next_goes_on_from_closed_bells_without_a_ring() -> None:
    assert stage(play(armed(), CloseBells(), Next())).step is Step.REVEAL
    assert stage(play(viewed(), CloseBells(), Next())).step is Step.REVEAL


def test_a_lock_out_goes_on_behind_closed_bells() -> None:
    state = play(ring(armed(), 1, 1000), CloseBells(), OpenBells(), at=1500)
    assert bells(ring(state, 1, 2900)).winner is None
    assert bells(ring(state, 1, 3000)).winner == 1


def test_reset_bells_are_as_when_the_card_came_up() -> None:
    begin = armed()
    state, events = happens(ring(ring(play(begin, Next()), 1, 100), 2, 300), ResetBells())
    assert the(events, BellsReset) == BellsReset(1)
    assert state.stage == begin.stage
    assert state.clock is None
    assert bells(ring(play(state, Next()), 2, 900)).winner == 2


def test_reset_takes_lock_outs_away() -> None:
    state = play(ring(armed(), 1, 1000), ResetBells(), OpenBells(), at=1100)
    assert bells(ring(state, 1, 1200)).winner == 1


def test_who_was_wrong_stays_out_after_a_reset_and_what_it_cost_stays_taken() -> None:
    state = with_team(ring(play(armed(), Next()), 1, 100), 1, customers=4)
    state = play(ring(play(state, MarkBell(False)), 2, 300), ResetBells(), OpenBells())
    assert customers(state) == (0, 3, 0)
    assert refused(state, RingBell(1, 900)) == "already_rung"
    assert bells(ring(state, 2, 900)).winner == 2


def test_another_view_that_is_reset_was_never_heard() -> None:
    before = viewed()
    argued = play(ring(before, 1, 100), SetAnswer(1, 1))
    state = play(argued, ResetBells())
    assert (stage(state).step, stage(state).viewer) == (Step.VIEW, None)
    assert stage(state).answers == stage(before).answers
    assert bells(state).phase is BellPhase.OPEN
    assert state.clock is None
    assert [team.tokens for team in state.teams] == [2, 2, 2]
    assert bells(ring(state, 2, 900)).winner == 2


def test_minds_changed_for_a_view_that_is_reset_are_changed_back() -> None:
    state = on_card(dilemma("e", (1, 2, 3), play=Play.EVERYONE), 4)
    state = to_step(state, Step.GRID)
    state = play(state, *(SetAnswer(team, answer) for team, answer in enumerate((0, 0, 1, 2))))
    state = to_step(state, Step.VIEW)
    changed = play(ring(state, 2, 50), SetAnswer(0, 1))
    back = play(changed, ResetBells())
    assert stage(back).answers == stage(state).answers
    assert (stage(back).before, stage(back).changed) == ((), ())


def test_bells_can_be_closed_and_reset_while_held_but_not_opened() -> None:
    held = play(ring(armed(), 1, 100), Hold(Held.EYES))
    assert refused(held, OpenBells()) == "held"
    assert bells(play(held, ResetBells())).locked == ()
    assert bells(play(held, CloseBells())).phase is BellPhase.CLOSED


@pytest.mark.parametrize("action", [OpenBells(), CloseBells(), ResetBells()])
def test_there_are_no_bells_to_open_close_or_reset_on_a_card_for_a_team(action: Any) -> None:
    assert refused(on_card(dilemma("c")), action) == "not_now"


# Hold: a break and eyes here


def test_every_bell_offer_is_there_exactly_when_it_does_something() -> None:
    may = {
        "armed": (True, True, False),
        "open": (False, True, False),
        "closed": (True, False, True),
        "taken": (False, False, True),
    }
    states = {"armed": armed(), "open": play(armed(), Next())}
    states["closed"] = play(armed(), CloseBells())
    states["taken"] = ring(states["open"], 1, 100)
    for name, state in states.items():
        assert isinstance(state.stage, OnCard)
        kinds = (OpenBells, CloseBells, ResetBells)
        assert tuple(bool(offers_of(state, kind)) for kind in kinds) == may[name], name
