"""Twists, mirrors and personas: events, reflection, and other eyes."""

from __future__ import annotations

from itertools import pairwise

import pytest

from game.rules.actions import Begin, ChooseCategory, Next, NoteInsight, Roll
from game.rules.cards import (
    CustomersEffect,
    Effect,
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
    Event,
    InsightNoted,
    MirrorDrawn,
    PawnMoved,
    PersonaDrawn,
    Rolled,
    RollGranted,
    Scored,
    Swapped,
    TurnBegan,
    TwistDone,
    TwistDrawn,
)
from game.rules.ruleset import Turns
from game.rules.state import (
    ChooseFor,
    Choosing,
    MirrorTold,
    Personas,
    Ready,
    State,
    Step,
    TwistTold,
    Why,
    evolve,
)
from tests.rules.table import (
    PERSONAS,
    by_next,
    customers,
    dilemma,
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


def told(
    *effects: Effect,
    teams: int = 4,
    scores: tuple[int, ...] = (),
    places: tuple[int, ...] = (),
    **setup: object,
) -> State:
    """A twist of these effects has been told to the first team, standing on space 1."""
    twist = Twist(id="t", title="", prompt="", effects=effects)
    setup = {"path": "st" + "i" * 10, "die": 1, "twists": (twist,), "personas": (), **setup}
    state = play(to_ready(game(teams, **setup)), Roll(), Next())
    assert isinstance(state.stage, TwistTold)
    for team, score in enumerate(scores):
        state = with_team(state, team, customers=score)
    for team, place in enumerate(places):
        state = with_team(state, team, position=place)
    return state


def done(*effects: Effect, **setup: object) -> tuple[State, tuple[Event, ...]]:
    return happens(told(*effects, **setup), Next())


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


# Together


def test_together_spaces_move_the_customer() -> None:
    state, events = done(SpacesEffect(who=Who.OTHERS, spaces=2), turns=Turns.TOGETHER)
    assert the(events, PawnMoved) == PawnMoved(None, 1, (2, 3))
    assert state.customer.position == 3
    assert places(state) == (0, 0, 0, 0)


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


# Mirrors


def at_mirror(teams: int = 3, **setup: object) -> State:
    setup = {"path": "sm", "die": 1, "personas": (), **setup}
    state = play(game(teams, **setup), Begin(), Next(), Roll())
    state, events = happens(state, Next())
    assert isinstance(state.stage, MirrorTold)
    assert the(events, MirrorDrawn).mirror == state.stage.mirror
    return state


def test_a_mirror_is_talked_about_and_wins_one_customer() -> None:
    state, events = happens(at_mirror(), Next())
    assert the(events, Scored) == Scored(0, 1, 1, Why.MIRROR)
    assert customers(state) == (1, 0, 0)
    assert [team.turns for team in state.teams] == [1, 0, 0]


def test_together_a_mirror_wins_everybody_one_customer() -> None:
    assert customers(play(at_mirror(turns=Turns.TOGETHER), Next())) == (1, 1, 1)


@pytest.mark.parametrize("points", [0, 3])
def test_what_a_mirror_wins_is_a_house_rule(points: int) -> None:
    assert customers(play(at_mirror(mirror_points=points), Next()))[0] == points


def test_an_insight_at_a_mirror_is_noted_down_with_what_it_was_about() -> None:
    state = at_mirror()
    mirror = state.stage.mirror
    state, events = happens(state, NoteInsight(1, "We never ring ourselves."))
    assert the(events, InsightNoted).team == 1
    (insight,) = state.insights
    assert (insight.team, insight.text, insight.about) == (1, "We never ring ourselves.", mirror)


# Personas


def test_personas_are_drawn_at_random_one_for_each_team() -> None:
    seen = set()
    for seed in range(20):
        state, events = happens(play(game(3, seed=seed), Begin()), Next())
        assert isinstance(state.stage, Personas)
        drawn = each(events, PersonaDrawn)
        assert [event.team for event in drawn] == [0, 1, 2]
        eyes = [team.persona for team in state.teams]
        assert eyes == [event.persona for event in drawn]
        assert len(set(eyes)) == 3
        seen.add(tuple(eyes))
    assert len(seen) > 10


def test_eyes_are_shared_only_when_there_are_not_enough() -> None:
    state = play(game(3, personas=PERSONAS[:2]), Begin(), Next())
    assert {team.persona for team in state.teams} == {"p/0", "p/1"}


def test_without_personas_in_the_deck_play_begins_after_the_brief() -> None:
    assert isinstance(play(game(3, personas=()), Begin(), Next()).stage, Ready)


def test_personas_are_a_house_rule() -> None:
    state = play(without_personas(), Begin(), Next())
    assert isinstance(state.stage, Ready)
    assert {team.persona for team in state.teams} == {""}


def without_personas() -> State:
    state = game(3)
    return evolve(state, rules=evolve(state.rules, personas=False))


def test_a_persona_is_worth_no_points() -> None:
    assert customers(play(game(3), Begin(), Next(), Next())) == (0, 0, 0)


def test_together_the_customer_carries_the_persona() -> None:
    state, events = happens(play(game(3, turns=Turns.TOGETHER), Begin()), Next())
    drawn = the(events, PersonaDrawn)
    assert drawn.team is None
    assert state.customer.persona == drawn.persona
    assert {team.persona for team in state.teams} == {""}


def changes(state: State) -> list[tuple[int, bool]]:
    """(round, at start?) of each new persona of the customer in play."""
    return [
        (after.round, 0 in the(events, PawnMoved).path)
        for _, events, after in by_next(state)
        if each(events, PersonaDrawn) and each(events, PawnMoved)
    ]


def test_together_a_new_customer_comes_after_five_cards() -> None:
    state = to_ready(game(3, turns=Turns.TOGETHER, path="s" + "i" * 20, die=1, rounds=12))
    assert changes(state) == [(6, False), (11, False)]


def test_together_a_new_customer_comes_at_start_whichever_is_first() -> None:
    state = to_ready(game(3, turns=Turns.TOGETHER, path="siii", die=1, rounds=12))
    assert changes(state) == [(4, True), (8, True), (12, True)]


def test_together_after_how_many_cards_is_a_house_rule() -> None:
    state = to_ready(
        game(3, turns=Turns.TOGETHER, path="s" + "i" * 20, die=1, rounds=8, customer_cards=3)
    )
    assert changes(state) == [(4, False), (7, False)]


def test_together_the_next_customer_is_somebody_else() -> None:
    state = play(game(3, turns=Turns.TOGETHER, path="si", die=1, rounds=30), Begin(), Next())
    eyes = [state.customer.persona]
    for _, events, _after in by_next(state):
        eyes += [event.persona for event in each(events, PersonaDrawn)]
    assert len(eyes) > 10
    assert all(one != other for one, other in pairwise(eyes))


def test_a_category_is_chosen_after_a_twist_also_when_playing_together() -> None:
    state, _ = done(CustomersEffect(who=Who.ALL, customers=1), turns=Turns.TOGETHER)
    state = play(state, ChooseCategory("insights"))
    assert state.card is not None


def test_a_twist_that_came_up_says_so() -> None:
    state = play(to_ready(game(2, path="st", die=1)), Roll())
    state, events = happens(state, Next())
    assert the(events, TwistDrawn).twist == state.stage.twist
