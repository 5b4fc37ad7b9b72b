"""Mirrors and personas: reflection, and other eyes."""

from __future__ import annotations

from itertools import pairwise
from typing import Unpack

import pytest

from game.rules.actions import Begin, Next, NoteInsight, Roll
from game.rules.events import InsightNoted, MirrorDrawn, PawnMoved, PersonaDrawn, Scored
from game.rules.ruleset import Turns
from game.rules.state import MirrorTold, Personas, Ready, State, Why, evolve
from tests.rules.pieces import PERSONAS
from tests.rules.setups import Setup
from tests.rules.table import by_next, customers, each, game, happens, play, the, to_ready

# Mirrors


def at_mirror(teams: int = 3, **setup: Unpack[Setup]) -> State:
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
    state, events = happens(at_mirror(mirror_points=points), Next())
    assert customers(state)[0] == points
    assert bool(each(events, Scored)) is (points > 0)


def test_an_insight_at_a_mirror_is_noted_down_with_what_it_was_about() -> None:
    state = at_mirror()
    assert isinstance(state.stage, MirrorTold)
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


def test_eyes_are_kept_for_the_whole_session() -> None:
    state = play(game(3, rounds=4), Begin(), Next())
    eyes = [team.persona for team in state.teams]
    for _before, events, after in by_next(state):
        assert not each(events, PersonaDrawn)
        assert [team.persona for team in after.teams] == eyes


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
        if each(events, PersonaDrawn)
        if each(events, PawnMoved)
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
