"""Twists: events with bounded effects."""

from __future__ import annotations

import pytest

from game.rules.actions import Next, Roll
from game.rules.cards import (
    CustomersEffect,
    RollEffect,
    SpacesEffect,
    SwapEffect,
    SwapWith,
    Twist,
    Who,
)
from game.rules.events import (
    CardDrawn,
    CategoryDue,
    PawnMoved,
    Rolled,
    RollGranted,
    Scored,
    Swapped,
    TurnBegan,
    TwistDone,
    TwistDrawn,
)
from game.rules.state import ChooseFor, Choosing, Ready, State, Step, TwistTold, Why, evolve
from tests.rules.pieces import dilemma
from tests.rules.table import (
    by_next,
    customers,
    each,
    game,
    happens,
    play,
    the,
    to_card,
    to_ready,
    to_step,
    with_team,
)
from tests.rules.twists import done, told


def places(state: State) -> tuple[int, ...]:
    return tuple(team.position for team in state.teams)


# Whom it befalls


@pytest.mark.parametrize(
    ("who", "befallen"),
    [
        (Who.SELF, (0,)),
        (Who.LEADER, (1, 3)),
        (Who.LAST, (2,)),
        (Who.OTHERS, (1, 2, 3)),
        (Who.ALL, (0, 1, 2, 3)),
    ],
)
def test_leader_and_last_are_all_who_share_the_place(who: Who, befallen: tuple[int, ...]) -> None:
    state, events = done(CustomersEffect(who=who, customers=1), scores=(4, 7, 1, 7))
    assert tuple(event.team for event in each(events, Scored)) == befallen
    assert customers(state) == tuple(
        score + (team in befallen) for team, score in enumerate((4, 7, 1, 7))
    )


@pytest.mark.parametrize("who", [Who.LEADER, Who.LAST])
def test_nobody_leads_or_is_last_while_all_are_equal(who: Who) -> None:
    state, events = done(CustomersEffect(who=who, customers=2), scores=(3, 3, 3, 3))
    assert not each(events, Scored)
    assert customers(state) == (3, 3, 3, 3)


def test_one_team_alone_neither_leads_nor_trails_and_has_no_others() -> None:
    state, _ = done(
        *(CustomersEffect(who=who, customers=2) for who in (Who.LEADER, Who.LAST, Who.OTHERS)),
        teams=1,
    )
    assert customers(state) == (0,)
    assert customers(done(CustomersEffect(who=Who.ALL, customers=2), teams=1)[0]) == (2,)


def test_leader_and_last_are_those_who_were_it_when_the_twist_was_told() -> None:
    state, _ = done(
        CustomersEffect(who=Who.LEADER, customers=-3),
        CustomersEffect(who=Who.LEADER, customers=-1),
        scores=(0, 3, 2, 0),
    )
    assert customers(state) == (0, 0, 2, 0)
    # The first effect makes another team the leader; the swap still is with the one of before.
    state, events = done(
        CustomersEffect(who=Who.OTHERS, customers=-3),
        SwapEffect(swap=SwapWith.LEADER),
        scores=(1, 3, 2, 0),
        places=(1, 7, 8, 9),
    )
    assert the(events, Swapped).other == 1


# What it does


def test_customers_come_and_go_never_below_nought() -> None:
    state, events = done(CustomersEffect(who=Who.ALL, customers=-2), scores=(0, 1, 2, 3))
    assert customers(state) == (0, 0, 0, 1)
    assert [(event.asked, event.applied, event.why) for event in each(events, Scored)] == [
        (-2, 0, Why.TWIST),
        (-2, -1, Why.TWIST),
        (-2, -2, Why.TWIST),
        (-2, -2, Why.TWIST),
    ]


def test_a_twist_gives_or_takes_at_most_three_customers_and_moves_at_most_six_spaces() -> None:
    state, _ = done(
        CustomersEffect(who=Who.SELF, customers=9),
        CustomersEffect(who=Who.OTHERS, customers=-9),
        SpacesEffect(who=Who.SELF, spaces=40),
        scores=(0, 5, 5, 5),
    )
    assert customers(state) == (3, 2, 2, 2)
    assert places(state)[0] == 7


def test_spaces_move_pawns_forward_and_back() -> None:
    state, events = done(
        SpacesEffect(who=Who.SELF, spaces=3),
        SpacesEffect(who=Who.OTHERS, spaces=-2),
        places=(1, 5, 6, 7),
    )
    assert places(state) == (4, 3, 4, 5)
    assert each(events, PawnMoved)[:2] == [PawnMoved(0, 1, (2, 3, 4)), PawnMoved(1, 5, (4, 3))]


def test_a_twist_over_start_never_pays_but_counts_the_lap() -> None:
    state, events = done(SpacesEffect(who=Who.ALL, spaces=3), places=(1, 10, 11, 9))
    assert not each(events, Scored)
    assert places(state) == (4, 1, 2, 0)
    assert [team.laps for team in state.teams] == [0, 1, 1, 1]


def test_a_pawn_that_goes_back_from_start_loses_the_lap_it_had_begun() -> None:
    effect = SpacesEffect(who=Who.SELF, spaces=-2)
    state = play(with_team(told(effect, path="sttttt"), 0, position=0, laps=2), Next())
    assert (state.teams[0].position, state.teams[0].laps) == (4, 1)


def test_moves_by_a_twist_draw_no_card() -> None:
    state, events = done(SpacesEffect(who=Who.SELF, spaces=-1))
    assert not each(events, CardDrawn)
    assert isinstance(state.stage, Choosing)
    assert state.stage.why is ChooseFor.TWIST
    assert each(events, CategoryDue)
    assert each(events, TwistDone) == [TwistDone("t")]


def test_a_pawn_at_the_end_of_its_road_stays_where_a_twist_would_move_it_on() -> None:
    state, events = done(
        SpacesEffect(who=Who.LEADER, spaces=3),
        loop=False,
        path="stii",
        scores=(0, 2, 0, 0),
        places=(1, 3, 0, 0),
    )
    assert not each(events, PawnMoved)
    assert places(state) == (1, 3, 0, 0)


@pytest.mark.parametrize(
    ("swap", "other"), [(SwapWith.LEADER, 2), (SwapWith.LAST, 3), (SwapWith.NEXT, 1)]
)
def test_a_swap_changes_places_with_leader_last_or_next_and_touches_only_position(
    swap: SwapWith, other: int
) -> None:
    state, events = done(SwapEffect(swap=swap), scores=(4, 5, 9, 1), places=(1, 5, 6, 7))
    assert the(events, Swapped) == Swapped(0, other)
    assert places(state)[0] == 4 + other
    assert places(state)[other] == 1
    assert customers(state) == (4, 5, 9, 1)
    assert not each(events, Scored)


def test_among_several_leaders_the_draw_decides_with_whom() -> None:
    before = told(SwapEffect(swap=SwapWith.LEADER), scores=(0, 5, 5, 5), places=(1, 5, 6, 7))
    others = set()
    for seed in range(40):
        _, events = happens(evolve(before, seed=seed), Next())
        swapped = the(events, Swapped)
        assert swapped.fell == (swapped.other - 1,)
        others.add(swapped.other)
    assert others == {1, 2, 3}


def test_a_leader_changes_places_with_another_that_shares_the_lead_or_with_nobody() -> None:
    alone, events = done(SwapEffect(swap=SwapWith.LEADER), scores=(9, 5, 5, 5), places=(1, 5, 6, 7))
    assert not each(events, Swapped)
    assert places(alone) == (1, 5, 6, 7)
    shared, _ = done(SwapEffect(swap=SwapWith.LEADER), scores=(9, 9, 5, 5), places=(1, 5, 6, 7))
    assert places(shared) == (5, 1, 6, 7)


def test_after_the_last_team_the_first_is_next() -> None:
    state = told(SwapEffect(swap=SwapWith.NEXT), places=(5, 2, 3, 1))
    state, events = happens(evolve(state, active=3), Next())
    assert the(events, Swapped) == Swapped(3, 0)


def test_one_team_alone_changes_places_with_nobody() -> None:
    for swap in SwapWith:
        assert not each(done(SwapEffect(swap=swap), teams=1)[1], Swapped)


def test_an_extra_roll_is_one_more_card_in_the_same_turn() -> None:
    state, events = done(RollEffect(), cards=[dilemma(str(i)) for i in range(9)])
    assert the(events, RollGranted) == RollGranted(0)
    state = play(to_step(to_card(state), Step.TALK))
    state, events = happens(state, Next())
    assert the(events, RollGranted) == RollGranted(0)
    assert isinstance(state.stage, Ready)
    assert state.active == 0
    assert [team.turns for team in state.teams] == [0, 0, 0, 0]
    state = to_step(to_card(state), Step.TALK)
    state, events = happens(state, Next())
    assert the(events, TurnBegan) == TurnBegan(1)
    assert [team.turns for team in state.teams] == [1, 0, 0, 0]
    assert (state.roll_again, state.rolled_again) == (False, False)


def test_an_extra_roll_comes_once_a_turn() -> None:
    twists = [Twist(id=f"t{i}", title="", prompt="", effects=(RollEffect(),)) for i in range(4)]
    state = to_ready(game(2, path="sttt", die=1, twists=twists, personas=(), rounds=1))
    told = [event for _, events, _after in by_next(state) for event in events]
    assert [event.team for event in each(told, Rolled)] == [0, 0, 1, 1]
    assert len(each(told, TwistDone)) == 4


def test_an_extra_roll_is_not_for_a_pawn_at_the_end_of_its_road() -> None:
    state, _ = done(
        SpacesEffect(who=Who.SELF, spaces=6),
        RollEffect(),
        loop=False,
        path="stii",
        cards=[dilemma("a"), dilemma("b")],
    )
    state = to_step(to_card(state), Step.TALK)
    assert play(state, Next()).active == 1
    # Another team stands at the end: that takes no roll from this one.
    state, _ = done(
        RollEffect(),
        loop=False,
        path="stii",
        places=(1, 3, 0, 0),
        cards=[dilemma("a"), dilemma("b")],
    )
    state = play(to_step(to_card(evolve(state, end_reached=True)), Step.TALK), Next())
    assert (state.active, state.rolled_again) == (0, True)


def test_a_twist_that_came_up_says_so() -> None:
    state = play(to_ready(game(2, path="st", die=1)), Roll())
    state, events = happens(state, Next())
    assert isinstance(state.stage, TwistTold)
    assert the(events, TwistDrawn).twist == state.stage.twist
