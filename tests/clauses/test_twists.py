"""A twist is an event: a short story and bounded effects."""

from __future__ import annotations

from typing import Unpack

import pytest

from game.rules.actions import Begin, Next
from game.rules.cards import (
    CustomersEffect,
    Effect,
    RollEffect,
    SpacesEffect,
    SwapEffect,
    SwapWith,
    Who,
)
from game.rules.events import CardDrawn, PawnMoved, PersonaDrawn, Scored, Swapped, TurnBegan
from game.rules.ruleset import Turns
from game.rules.state import Choosing, Ready, State, Step, TwistTold, Why, evolve
from tests.clauses.asides import twist
from tests.rules.setups import Setup
from tests.rules.table import customers, each, game, happens, play, the, to_card, to_step, with_team


def told(
    *effects: Effect,
    scores: tuple[int, ...] = (5, 3, 1),
    at: tuple[int, ...] = (0,) * 8,
    **setup: Unpack[Setup],
) -> State:
    """A twist is being told to the first of teams with these scores, on these spaces."""
    setup = {"personas": (), "twists": (twist(*effects),), **setup}
    state = game(len(scores), **setup)
    state = play(state, Begin(), Next())
    if not isinstance(state.stage, Ready):
        state = play(state, Next())
    for team, (score, space) in enumerate(zip(scores, at, strict=False)):
        state = with_team(state, team, customers=score, position=space)
    return evolve(state, stage=TwistTold(twist="t/this"))


def positions(state: State) -> tuple[int, ...]:
    return tuple(team.position for team in state.teams)


def gives(who: Who, scores: tuple[int, ...], by: int = 1) -> tuple[int, ...]:
    """What each team gets of a twist for these."""
    state = told(CustomersEffect(who=who, customers=by), scores=scores)
    after = customers(play(state, Next()))
    return tuple(b - a for a, b in zip(scores, after, strict=True))


@pytest.mark.parametrize(
    ("who", "scores", "gain"),
    [
        (Who.SELF, (1, 2, 3), (1, 0, 0)),
        (Who.LEADER, (1, 2, 3), (0, 0, 1)),
        (Who.LAST, (1, 2, 3), (1, 0, 0)),
        (Who.OTHERS, (1, 2, 3), (0, 1, 1)),
        (Who.ALL, (1, 2, 3), (1, 1, 1)),
    ],
)
def test_an_effect_befalls_self_leader_last_others_or_all(
    who: Who, scores: tuple[int, ...], gain: tuple[int, ...]
) -> None:
    assert gives(who, scores) == gain


def test_leader_and_last_are_all_who_share_the_place() -> None:
    assert gives(Who.LEADER, (4, 4, 1, 0)) == (1, 1, 0, 0)
    assert gives(Who.LAST, (4, 1, 1, 3)) == (0, 1, 1, 0)


def test_nobody_is_leader_or_last_while_all_are_equal() -> None:
    assert gives(Who.LEADER, (2, 2, 2)) == (0, 0, 0)
    assert gives(Who.LAST, (2, 2, 2)) == (0, 0, 0)


def test_who_is_leader_is_decided_when_the_twist_is_told() -> None:
    state = told(
        CustomersEffect(who=Who.SELF, customers=3),
        CustomersEffect(who=Who.LEADER, customers=-2),
        scores=(4, 5, 1),
    )
    assert customers(play(state, Next())) == (7, 3, 1)


@pytest.mark.parametrize(("by", "moved"), [(3, 3), (4, 3), (-3, -3), (-4, -3)])
def test_a_twist_moves_at_most_three_customers(by: int, moved: int) -> None:
    assert gives(Who.SELF, (9, 9, 0), by) == (moved, 0, 0)


def test_a_twist_takes_no_customer_a_team_does_not_have() -> None:
    state, events = happens(told(CustomersEffect(who=Who.ALL, customers=-2)), Next())
    assert customers(state) == (3, 1, 0)
    assert [(e.asked, e.applied, e.why) for e in each(events, Scored)] == [
        (-2, -2, Why.TWIST),
        (-2, -2, Why.TWIST),
        (-2, -1, Why.TWIST),
    ]


@pytest.mark.parametrize(("spaces", "space"), [(6, 8), (7, 8), (-2, 0), (-6, 8), (-7, 8)])
def test_a_twist_moves_at_most_six_spaces(spaces: int, space: int) -> None:
    state = told(SpacesEffect(who=Who.SELF, spaces=spaces), at=(2, 0, 0))
    assert positions(play(state, Next())) == (space, 0, 0)


def test_a_twists_moves_draw_no_card() -> None:
    state, events = happens(told(SpacesEffect(who=Who.ALL, spaces=2)), Next())
    assert positions(state) == (2, 2, 2)
    assert not each(events, CardDrawn)


def test_a_twists_moves_never_pay_start() -> None:
    state, events = happens(told(SpacesEffect(who=Who.SELF, spaces=4), at=(10, 0, 0)), Next())
    assert positions(state)[0] == 2
    assert customers(state) == (5, 3, 1)
    assert not each(events, Scored)


def test_on_a_road_a_twist_stops_at_its_ends() -> None:
    forward = told(SpacesEffect(who=Who.SELF, spaces=6), at=(2, 0, 0), path="siiii", loop=False)
    after = play(forward, Next())
    assert positions(after)[0] == 4
    assert after.end_reached
    back = told(SpacesEffect(who=Who.SELF, spaces=-6), at=(2, 0, 0), path="siiii", loop=False)
    assert positions(play(back, Next()))[0] == 0


@pytest.mark.parametrize(
    ("swap", "scores", "places"),
    [
        (SwapWith.LEADER, (5, 1, 9), (2, 7, 4)),
        (SwapWith.LEADER, (5, 9, 1), (7, 4, 2)),
        (SwapWith.LAST, (5, 1, 9), (7, 4, 2)),
        (SwapWith.LAST, (5, 9, 1), (2, 7, 4)),
        (SwapWith.NEXT, (5, 1, 9), (7, 4, 2)),
        (SwapWith.NEXT, (5, 9, 1), (7, 4, 2)),
    ],
)
def test_a_swap_changes_places_and_touches_nothing_else(
    swap: SwapWith, scores: tuple[int, ...], places: tuple[int, ...]
) -> None:
    after = play(told(SwapEffect(swap=swap), scores=scores, at=(4, 7, 2)), Next())
    assert positions(after) == places
    assert customers(after) == scores


def test_a_swap_takes_laps_along_so_that_places_are_whole() -> None:
    state = told(SwapEffect(swap=SwapWith.LEADER), scores=(5, 1, 9), at=(4, 7, 2))
    state = with_team(with_team(state, 0, laps=1), 2, laps=3)
    after, events = happens(state, Next())
    assert [team.laps for team in after.teams] == [3, 0, 1]
    assert the(events, Swapped) == Swapped(0, 2), "with one to swap with nothing is drawn"


def test_a_swap_pays_no_start_even_onto_it() -> None:
    state = told(SwapEffect(swap=SwapWith.LAST), scores=(5, 3, 1), at=(9, 4, 0))
    after = play(state, Next())
    assert positions(after) == (0, 4, 9)
    assert customers(after) == (5, 3, 1)


def test_when_several_share_the_place_the_draw_decides_with_whom_to_swap() -> None:
    state = told(SwapEffect(swap=SwapWith.LEADER), scores=(0, 5, 5), at=(0, 4, 8))
    swapped = {
        the(happens(evolve(state, seed=seed), Next())[1], Swapped).other for seed in range(20)
    }
    assert swapped == {1, 2}


def test_a_leader_does_not_swap_with_itself() -> None:
    state, events = happens(told(SwapEffect(swap=SwapWith.LEADER), at=(3, 1, 2)), Next())
    assert not each(events, Swapped)
    assert positions(state) == (3, 1, 2)


def test_after_a_twist_the_team_draws_a_card_of_its_choice() -> None:
    after = play(told(CustomersEffect(who=Who.SELF, customers=1)), Next())
    assert isinstance(after.stage, Choosing)
    assert after.active == 0


def end_of_card(state: State) -> State:
    return play(to_step(to_card(state), Step.TALK), Next())


def test_an_extra_roll_is_within_the_same_turn() -> None:
    state = end_of_card(play(told(RollEffect(), path="s?????"), Next()))
    assert isinstance(state.stage, Ready)
    assert state.active == 0
    assert state.teams[0].turns == 0
    state = end_of_card(state)
    assert state.active == 1
    assert state.teams[0].turns == 1


def test_an_extra_roll_comes_once_a_turn() -> None:
    state = end_of_card(play(told(RollEffect(), path="s?????"), Next()))
    state = play(evolve(state, stage=TwistTold(twist="t/this")), Next())
    assert not state.roll_again
    assert end_of_card(state).active == 1


def test_the_next_team_begins_without_an_extra_roll() -> None:
    state = end_of_card(end_of_card(play(told(RollEffect(), path="s?????"), Next())))
    assert (state.active, state.roll_again, state.rolled_again) == (1, False, False)
    assert end_of_card(state).active == 2


def test_an_extra_roll_is_not_given_at_the_end_of_a_road() -> None:
    state = told(RollEffect(), path="s????", loop=False, at=(4, 0, 0))
    state, events = happens(to_step(to_card(play(state, Next())), Step.TALK), Next())
    assert state.active == 1
    assert the(events, TurnBegan).team == 1


# --- Together -----------------------------------------------------------------------------------


def test_together_self_is_the_team_with_the_die() -> None:
    state = told(CustomersEffect(who=Who.SELF, customers=2), turns=Turns.TOGETHER)
    assert customers(play(state, Next())) == (7, 3, 1)


@pytest.mark.parametrize("who", [Who.SELF, Who.ALL, Who.LEADER])
def test_together_spaces_move_the_customer_once(who: Who) -> None:
    state = told(SpacesEffect(who=who, spaces=3), turns=Turns.TOGETHER)
    after, events = happens(state, Next())
    assert the(events, PawnMoved).team is None
    assert after.customer.position == 3
    assert positions(after) == (0, 0, 0)


def test_together_swaps_are_left_out() -> None:
    state = told(
        SwapEffect(swap=SwapWith.NEXT), SwapEffect(swap=SwapWith.LAST), turns=Turns.TOGETHER
    )
    after, events = happens(state, Next())
    assert not each(events, Swapped)
    assert isinstance(after.stage, Choosing)


def test_together_a_twist_over_start_brings_another_persona_and_pays_nobody() -> None:
    state = play(
        game(3, turns=Turns.TOGETHER, twists=(twist(SpacesEffect(who=Who.SELF, spaces=4)),)),
        Begin(),
        Next(),
        Next(),
    )
    state = evolve(
        state, customer=evolve(state.customer, position=10), stage=TwistTold(twist="t/this")
    )
    after, events = happens(state, Next())
    assert the(events, PersonaDrawn).persona == after.customer.persona != state.customer.persona
    assert customers(after) == (0, 0, 0)


@pytest.mark.parametrize(("begin", "spaces"), [(3, 4), (2, -4)])
def test_together_a_twist_that_does_not_pass_start_forward_brings_nobody_new(
    begin: int, spaces: int
) -> None:
    moved = twist(SpacesEffect(who=Who.SELF, spaces=spaces))
    state = play(game(3, turns=Turns.TOGETHER, twists=(moved,)), Begin(), Next(), Next())
    customer = evolve(state.customer, position=begin)
    after, events = happens(
        evolve(state, customer=customer, stage=TwistTold(twist="t/this")), Next()
    )
    assert not each(events, PersonaDrawn)
    assert after.customer.laps == (0 if spaces > 0 else -1)
