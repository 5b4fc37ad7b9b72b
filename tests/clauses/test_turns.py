"""Two ways to take turns: one by one, and together."""

from __future__ import annotations

from typing import Unpack

import pytest

from game.rules.actions import Begin, Judge, LockAnswer, Next, Roll, SetAnswer, WritePlan
from game.rules.cards import Card, CustomersEffect, Play, RollEffect, Who
from game.rules.events import (
    LastRound,
    PersonaDrawn,
    RollGranted,
    RoundBegan,
    Scored,
    TurnBegan,
)
from game.rules.ruleset import Turns
from game.rules.state import (
    Choosing,
    IfThen,
    Landed,
    Personas,
    Ready,
    State,
    Step,
    TwistTold,
    evolve,
)
from tests.clauses.asides import twist
from tests.rules.pieces import commit, dilemma, estimate, open_card, order
from tests.rules.setups import Setup
from tests.rules.table import (
    customers,
    each,
    game,
    happens,
    on_card,
    play,
    refused,
    stage,
    the,
    to_card,
    to_step,
    with_team,
)

TOGETHER = Turns.TOGETHER


def ready(teams: int = 3, **setup: Unpack[Setup]) -> State:
    """Waiting for the first roll, without personas."""
    setup = {"personas": (), **setup}
    return play(game(teams, **setup), Begin(), Next())


def next_card(state: State) -> State:
    """From an open card, answered by nobody, to the one that comes after it."""
    number = len(state.records)
    for _ in range(40):
        state = play(state, Next())
        if len(state.records) > number:
            return to_card(state)
    raise AssertionError("the card is never closed")


def test_one_by_one_a_round_is_one_turn_for_every_team() -> None:
    state = ready(
        3,
        cards=[dilemma(f"c{n}") for n in range(9)],
        twists=(),
        mirrors=(),
        path="s?????",
        rounds=2,
    )
    state = to_card(state)
    turns = []
    for _ in range(6):
        turns.append((state.round, state.active))
        state = next_card(state) if len(turns) < 6 else state
    assert turns == [(1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)]


def test_the_team_whose_turn_it_is_answers_and_nobody_else() -> None:
    state = on_card(dilemma("c"))
    assert stage(state).team == 0
    assert refused(state, LockAnswer(1, 0)) == "not_this_team"
    assert stage(play(state, LockAnswer(0, 0))).locked


def test_one_by_one_a_team_stops_at_the_end_of_a_road_and_the_round_is_finished() -> None:
    state = with_team(ready(2, path="s????", loop=False), 0, position=3)
    state, events = happens(state, Roll())
    assert state.teams[0].position == 4
    assert state.end_reached
    assert the(events, LastRound), "the last round is announced"
    assert state.teams[0].laps == 0, "a road has no laps"
    state = next_card(to_card(state))
    assert state.active == 1, "the second team still has its turn"
    assert state.round == 1


def test_together_one_pawn_walks_for_everybody() -> None:
    state = play(ready(turns=TOGETHER, die=1), Roll())
    assert state.customer.position == 1
    assert [team.position for team in state.teams] == [0, 0, 0]


def test_together_a_round_is_a_card_and_the_die_rotates() -> None:
    state = to_card(
        ready(
            3,
            turns=TOGETHER,
            path="s?????",
            rounds=9,
            twists=(),
            mirrors=(),
            cards=[dilemma(f"c{n}") for n in range(9)],
        )
    )
    held = []
    for _ in range(4):
        held.append((state.round, state.active))
        state = next_card(state)
    assert held == [(1, 0), (2, 1), (3, 2), (4, 0)]


@pytest.mark.parametrize(
    "card", [dilemma("c"), estimate("e"), order("o")], ids=["choice", "estimate", "order"]
)
def test_together_turn_cards_are_played_as_everyone(card: Card) -> None:
    state = on_card(card, turns=TOGETHER)
    assert stage(state).play is Play.EVERYONE
    answer = tuple(range(4)) if state.card and state.card.kind == "order" else 0
    state = play(state, *(SetAnswer(team, answer) for team in (0, 1, 2)))
    assert [team for team, _ in stage(state).answers] == [0, 1, 2]


def test_one_by_one_the_same_card_is_played_by_the_team_alone() -> None:
    assert stage(on_card(dilemma("c"))).play is Play.TURN


def test_together_an_open_card_is_played_for_the_room_and_every_team_earns_its_points() -> None:
    state = on_card(open_card("o"), turns=TOGETHER, other_view=False)
    assert stage(state).for_room
    state = to_step(state, Step.JUDGE)
    state = play(state, Judge(0, 3), Next())
    assert customers(state) == (3, 3, 3)
    assert [team.meter("connection") for team in state.teams] == [1, 1, 1]


def test_together_a_commitment_is_made_for_the_room_and_every_team_earns_its_points() -> None:
    state = to_step(on_card(commit("c"), turns=TOGETHER), Step.JUDGE)
    plan = IfThen(cue="a complaint comes in", action="I call", who="Ann", by_when="Monday")
    state = play(state, WritePlan(0, plan), Judge(0, 1), Next())
    assert customers(state) == (3, 3, 3)


@pytest.mark.parametrize("card", [open_card("o"), commit("c")], ids=["open", "commit"])
def test_one_by_one_the_points_go_to_the_team_that_played(card: Card) -> None:
    state = to_step(on_card(card, other_view=False), Step.JUDGE)
    assert not stage(state).for_room
    plan = IfThen(cue="a", action="b", who="c", by_when="d")
    acts = (WritePlan(0, plan), Judge(0, 1)) if stage(state).card == "c" else (Judge(0, 3),)
    assert customers(play(state, *acts, Next())) == (3, 0, 0)


@pytest.mark.parametrize(
    ("turns", "paid"), [(Turns.ONE_BY_ONE, (1, 0, 0)), (Turns.TOGETHER, (1, 1, 1))]
)
def test_a_mirror_pays_those_who_looked_into_it(turns: Turns, paid: tuple[int, ...]) -> None:
    state = play(ready(turns=turns, path="sm", die=1), Roll(), Next())
    assert customers(play(state, Next())) == paid


def test_together_start_pays_nobody() -> None:
    state = ready(turns=TOGETHER, die=1, path="s" + "i" * 5)
    state = evolve(state, customer=evolve(state.customer, position=5))
    after, events = happens(state, Roll())
    assert after.customer.position == 0
    assert not each(events, Scored)
    assert customers(after) == (0, 0, 0)


def together_with_personas(position: int = 0, cards: int = 0) -> State:
    state = play(game(3, turns=TOGETHER, die=1), Begin(), Next(), Next())
    assert isinstance(state.stage, Ready)
    return evolve(state, customer=evolve(state.customer, position=position, cards=cards))


def test_the_customer_carries_one_persona_and_the_teams_none() -> None:
    shown = play(game(3, turns=TOGETHER), Begin(), Next())
    assert isinstance(shown.stage, Personas)
    for state in (shown, together_with_personas()):
        assert state.customer.persona
        assert [team.persona for team in state.teams] == ["", "", ""]


def test_the_customer_carries_a_new_persona_at_start() -> None:
    state = together_with_personas(position=11)
    for seed in range(30):
        after, events = happens(evolve(state, seed=seed), Roll())
        drawn = the(events, PersonaDrawn)
        assert drawn.team is None
        assert after.customer.persona == drawn.persona != state.customer.persona
        assert after.customer.laps == 1


@pytest.mark.parametrize(("cards", "new"), [(4, False), (5, True)])
def test_the_customer_carries_a_new_persona_after_five_cards(cards: int, new: bool) -> None:
    state = together_with_personas(position=2, cards=cards)
    after, events = happens(state, Roll())
    assert bool(each(events, PersonaDrawn)) is new
    assert (after.customer.persona != state.customer.persona) is new


def test_whichever_comes_first_start_begins_the_count_of_cards_anew() -> None:
    after = play(together_with_personas(position=11, cards=4), Roll())
    assert after.customer.cards == 0


def test_every_card_counts_towards_the_five() -> None:
    state = on_card(dilemma("c"), 3, dilemma("d"), dilemma("e"), turns=TOGETHER)
    assert state.customer.cards == 0
    assert next_card(state).customer.cards == 1


def test_together_at_the_end_of_a_road_the_customer_starts_again() -> None:
    state = ready(turns=TOGETHER, die=1, path="siii", loop=False)
    state = evolve(state, customer=evolve(state.customer, position=3))
    after = play(state, Roll())
    assert after.customer.position == 1
    assert not after.end_reached


def test_together_the_end_of_a_road_does_not_end_play() -> None:
    state = ready(turns=TOGETHER, die=1, path="siii", loop=False, rounds=9)
    state = evolve(state, customer=evolve(state.customer, position=2))
    after = play(state, Roll())
    assert after.customer.position == 3
    assert not after.end_reached
    assert not after.last_round


def test_one_by_one_every_team_has_a_persona_of_its_own() -> None:
    state = play(game(4), Begin(), Next())
    assert len({team.persona for team in state.teams} - {""}) == 4
    assert state.customer.persona == ""


def test_the_team_with_the_die_chooses_where_a_choice_is_due() -> None:
    state = play(ready(turns=TOGETHER, path="s???", die=1), Roll(), Next())
    assert isinstance(state.stage, Choosing)
    assert state.active == 0


def test_an_extra_roll_is_left_out_together() -> None:
    again = twist(RollEffect(), CustomersEffect(who=Who.SELF, customers=1))
    state = evolve(ready(turns=TOGETHER, twists=(again,)), stage=TwistTold(twist=again.id))
    after, events = happens(state, Next())
    assert not after.roll_again
    assert not each(events, RollGranted)
    assert customers(after) == (1, 0, 0), "self is the team with the die"


def test_a_roll_leaves_the_pawn_landed_and_the_turn_with_its_team() -> None:
    state = play(ready(), Roll())
    assert isinstance(state.stage, Landed)
    assert state.active == 0


def test_the_round_and_the_turn_are_announced() -> None:
    _, events = happens(play(game(2, personas=()), Begin()), Next())
    assert the(events, RoundBegan) == RoundBegan(1, False)
    assert the(events, TurnBegan) == TurnBegan(0)
