"""Twists where one pawn, the customer, walks for everybody."""

from __future__ import annotations

from game.rules.actions import ChooseCategory, Next
from game.rules.cards import CustomersEffect, RollEffect, SpacesEffect, SwapEffect, SwapWith, Who
from game.rules.events import PawnMoved, PersonaDrawn, RollGranted, Scored, Swapped
from game.rules.ruleset import Turns
from game.rules.state import evolve
from tests.rules.pieces import PERSONAS
from tests.rules.table import customers, each, happens, play, the
from tests.rules.twists import done, told


def test_together_spaces_move_the_customer() -> None:
    state, events = done(SpacesEffect(who=Who.OTHERS, spaces=2), turns=Turns.TOGETHER)
    assert the(events, PawnMoved) == PawnMoved(None, 1, (2, 3))
    assert state.customer.position == 3
    assert [team.position for team in state.teams] == [0, 0, 0, 0]


def test_together_spaces_for_nobody_leave_the_customer_where_it_is() -> None:
    _, events = done(SpacesEffect(who=Who.LAST, spaces=2), turns=Turns.TOGETHER)
    assert not each(events, PawnMoved)


def test_together_self_is_the_team_with_the_die() -> None:
    state = told(
        CustomersEffect(who=Who.SELF, customers=2),
        CustomersEffect(who=Who.OTHERS, customers=1),
        turns=Turns.TOGETHER,
    )
    state = evolve(state, active=2)
    assert customers(play(state, Next())) == (1, 1, 2, 1)


def test_together_swaps_and_extra_rolls_are_left_out() -> None:
    state, events = done(SwapEffect(swap=SwapWith.NEXT), RollEffect(), turns=Turns.TOGETHER)
    assert not each(events, Swapped)
    assert not each(events, RollGranted)
    assert not state.roll_again


def test_together_a_twist_that_takes_the_customer_over_start_brings_a_new_one() -> None:
    state = told(
        SpacesEffect(who=Who.SELF, spaces=3), turns=Turns.TOGETHER, path="stii", personas=PERSONAS
    )
    before = state.customer
    state, events = happens(state, Next())
    assert not each(events, Scored)
    assert the(events, PersonaDrawn).team is None
    assert state.customer.persona != before.persona
    assert (state.customer.position, state.customer.laps) == (0, 1)


def test_together_going_back_over_start_brings_nobody_new() -> None:
    state = told(
        SpacesEffect(who=Who.SELF, spaces=-2), turns=Turns.TOGETHER, path="stii", personas=PERSONAS
    )
    state, events = happens(state, Next())
    assert not each(events, PersonaDrawn)
    assert (state.customer.position, state.customer.laps) == (3, -1)


def test_together_a_twist_that_does_not_lead_over_start_brings_nobody_new() -> None:
    for spaces in (1, -1):
        effect = SpacesEffect(who=Who.SELF, spaces=spaces)
        state = told(effect, turns=Turns.TOGETHER, path="stiii", personas=PERSONAS)
        assert not each(
            happens(evolve(state, customer=evolve(state.customer, position=2)), Next())[1],
            PersonaDrawn,
        )


def test_a_category_is_chosen_after_a_twist_also_when_playing_together() -> None:
    state, _ = done(CustomersEffect(who=Who.ALL, customers=1), turns=Turns.TOGETHER)
    state = play(state, ChooseCategory("insights"))
    assert state.card is not None
