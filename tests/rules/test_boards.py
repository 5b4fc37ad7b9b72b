"""Boards and pawns: loops and roads, every kind of space, and what walking pays."""

from __future__ import annotations

from typing import Unpack

import pytest

from game.rules.actions import Begin, ChooseCategory, Next, Roll
from game.rules.board import fit_board
from game.rules.cards import Play, SpacesEffect, Twist, Who
from game.rules.events import CardDrawn, LastRound, PawnMoved, PlayEnded, Rolled, RoundBegan, Scored
from game.rules.ruleset import Turns
from game.rules.state import (
    BELL,
    Choosing,
    Landed,
    MirrorTold,
    OnCard,
    Ready,
    State,
    TwistTold,
    Why,
    evolve,
)
from tests.rules.pieces import board, dilemma, quiz
from tests.rules.setups import Setup
from tests.rules.table import by_next, customers, each, game, happens, play, refused, the, with_team


def ready(teams: int = 2, **setup: Unpack[Setup]) -> State:
    """A session without personas, waiting for its first roll."""
    setup = {"personas": (), **setup}
    return play(game(teams, **setup), Begin(), Next())


def test_a_loop_comes_back_to_start() -> None:
    assert board("sixd").walk(2, 4) == (3, 0, 1, 2)
    assert board("sixd").walk(1, -3) == (0, 3, 2)


def test_a_road_has_an_end_where_pawns_stop() -> None:
    road = board("sixd", loop=False)
    assert road.walk(1, 6) == (2, 3)
    assert road.walk(3, 2) == ()
    assert road.walk(2, -5) == (1, 0)
    assert [road.at_end(space) for space in range(4)] == [False, False, False, True]
    assert not board("sixd").at_end(3)


def test_no_steps_is_no_walk() -> None:
    assert board().walk(3, 0) == ()


@pytest.mark.parametrize("die", [2, 6, 20])
def test_the_die_has_any_size(die: int) -> None:
    state = ready(die=die)
    rolled = {
        the(happens(with_seed(state, seed), Roll())[1], Rolled).pips for seed in range(die * 12)
    }
    assert rolled == set(range(1, die + 1))


def with_seed(state: State, seed: int) -> State:
    """The same moment in a session of another seed."""
    return evolve(state, seed=seed)


def test_step_is_always_one_space_and_asks_no_chance() -> None:
    state = ready(die=1)
    after, events = happens(state, Roll())
    assert the(events, Rolled) == Rolled(team=0, pips=1, fell=())
    assert after.teams[0].position == 1
    assert after.draws == state.draws


def test_the_pawn_walks_space_by_space() -> None:
    state, events = happens(ready(die=6, seed=4), Roll())
    pips = the(events, Rolled).pips
    assert pips > 1
    assert the(events, PawnMoved) == PawnMoved(team=0, start=0, path=tuple(range(1, pips + 1)))
    assert state.teams[0].position == pips
    assert isinstance(state.stage, Landed)


def test_passing_or_reaching_start_forward_wins_two() -> None:
    before = with_team(ready(path="s" + "?" * 11), 0, position=11)
    for seed in range(6):
        state, events = happens(with_seed(before, seed), Roll())
        assert the(events, Scored) == Scored(team=0, asked=2, applied=2, why=Why.START)
        assert customers(state) == (2, 0)
        assert state.teams[0].laps == 1


def test_standing_on_start_and_leaving_it_wins_nothing() -> None:
    state, events = happens(ready(), Roll())
    assert not each(events, Scored)
    assert state.teams[0].laps == 0


@pytest.mark.parametrize("bonus", [0, 3])
def test_what_start_pays_is_a_house_rule(bonus: int) -> None:
    before = with_team(ready(path="s?", die=1, start_bonus=bonus), 0, position=1)
    assert customers(play(before, Roll())) == (bonus, 0)


def test_every_time_start_is_passed_pays() -> None:
    before = ready(path="s?", die=6)
    for seed in range(12):
        state, events = happens(with_seed(before, seed), Roll())
        times = the(events, Rolled).pips // 2
        assert customers(state)[0] == 2 * times


def test_going_back_over_start_pays_nothing_and_undoes_the_lap() -> None:
    back = Twist(id="back", title="", prompt="", effects=(SpacesEffect(who=Who.SELF, spaces=-2),))
    state = with_team(ready(path="st??", die=1, twists=(back,)), 0, position=0, laps=1)
    state = play(state, Roll(), Next())
    assert isinstance(state.stage, TwistTold)
    state, events = happens(state, Next())
    assert not each(events, Scored)
    assert (state.teams[0].position, state.teams[0].laps) == (3, 0)


def test_a_category_space_draws_from_its_category() -> None:
    cards = (dilemma("a", category="design"), dilemma("b"), dilemma("c", category="culture"))
    state, events = happens(play(ready(path="sd", die=1, cards=cards), Roll()), Next())
    assert the(events, CardDrawn) == CardDrawn(card="a", pile="design")
    assert isinstance(state.stage, OnCard)


@pytest.mark.parametrize("path", ["s?", "ss"], ids=["choose", "start counts as one"])
def test_on_a_choose_space_the_team_picks_a_category(path: str) -> None:
    cards = (dilemma("a", category="design"), dilemma("b"))
    state = play(ready(path=path, die=1, cards=cards), Roll(), Next())
    assert isinstance(state.stage, Choosing)
    assert refused(state, ChooseCategory("culture")) == "no_such_category"
    _, events = happens(state, ChooseCategory("design"))
    assert the(events, CardDrawn).card == "a"


def test_a_bell_space_draws_any_bell_card() -> None:
    cards = (quiz("q", category="culture"), dilemma("b"))
    _, events = happens(play(ready(path="sb", die=1, cards=cards), Roll()), Next())
    assert the(events, CardDrawn) == CardDrawn(card="q", pile=BELL)


def test_a_twist_space_tells_a_twist_and_then_the_team_draws_a_card_of_its_choice() -> None:
    state = play(ready(path="st", die=1), Roll(), Next())
    assert isinstance(state.stage, TwistTold)
    state = play(state, Next())
    assert isinstance(state.stage, Choosing)
    state = play(state, ChooseCategory("insights"))
    assert isinstance(state.stage, OnCard)
    assert state.card is not None
    assert state.card.category == "insights"


def test_a_mirror_space_is_the_turns_card() -> None:
    state = play(ready(path="sm", die=1), Roll(), Next())
    assert isinstance(state.stage, MirrorTold)
    state = play(state, Next())
    assert isinstance(state.stage, Ready)
    assert state.active == 1


def test_a_team_that_reaches_the_end_of_a_road_stops_there_and_the_round_is_finished() -> None:
    state = with_team(ready(3, path="s" + "i" * 8, loop=False, die=6), 0, position=7)
    state, events = happens(state, Roll())
    assert the(events, PawnMoved).path == (8,)
    assert each(events, LastRound) == [LastRound()]
    played, ended = [0], ""
    for before, told, after in by_next(state):
        for event in told:
            if isinstance(event, PlayEnded):
                ended = event.because
        if isinstance(before.stage, Ready):
            played.append(after.active)
        assert not each(told, RoundBegan)
        state = after
    assert ended == "end"
    assert played == [0, 1, 2]
    assert {team.turns for team in state.teams} == {1}


def test_start_is_never_passed_on_a_road() -> None:
    state = ready(path="s" + "i" * 20, loop=False, die=6, rounds=9)
    for _, events, _after in by_next(state):
        assert not [event for event in each(events, Scored) if event.why is Why.START]


def test_together_at_the_end_of_a_road_the_customer_starts_again() -> None:
    state = ready(
        path="siii",
        loop=False,
        die=1,
        turns=Turns.TOGETHER,
        rounds=8,
        cards=[dilemma(str(i)) for i in range(9)],
    )
    walked = [
        the(events, PawnMoved).path
        for _, events, _after in by_next(state)
        if each(events, PawnMoved)
    ]
    assert walked == [(1,), (2,), (3,), (1,), (2,), (3,), (1,), (2,)]


def test_any_deck_can_be_played_on_any_board() -> None:
    fitted = fit_board(board("sixdc"), ("insights", "price", "brand", "team"))
    # Three categories the board does not name, for three spaces it cannot serve: in turn.
    assert [space.category for space in fitted.spaces] == ["", "insights", "price", "brand", "team"]
    one = fit_board(board("sixdc"), ("price",))
    assert [space.category for space in one.spaces] == ["", *["price"] * 4]
    few = fit_board(board("sixdx"), ("insights", "design"))
    assert {space.category for space in few.spaces} <= {"", "insights", "design"}
    known = board("sid")
    assert fit_board(known, ("insights", "design", "price")) is known


def test_a_category_that_has_only_bell_cards_has_no_pile_to_draw_from() -> None:
    state = ready(path="sx", die=1, cards=(quiz("q", category="metrics"), dilemma("b")))
    assert [space.category for space in state.board.spaces] == ["", "insights"]
    assert state.content.card_by_id["q"].play is Play.BELL
