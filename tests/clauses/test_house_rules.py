"""House rules, changed while the game is played."""

from __future__ import annotations

from dataclasses import fields

import pytest

from game.rules.actions import Adjust, Begin, ChangeRule, LockAnswer, Next
from game.rules.cards import Judging, Play
from game.rules.events import RuleChanged
from game.rules.ruleset import BOUNDS, Rules, Turns
from game.rules.state import Step, evolve
from tests.clauses.moments import MOMENTS, READ, READY
from tests.rules.table import (
    customers,
    game,
    happens,
    play,
    refused,
    stage,
    the,
    to_card,
    with_team,
)

FLAGS = ("floor_at_zero", "other_view", "hide_scores", "personas", "winning", "awards")


def test_every_house_rule_can_be_changed() -> None:
    assert {f.name for f in fields(Rules)} == {*BOUNDS, *FLAGS, "turns", "judge"}
    assert refused(READY, ChangeRule("luck", 1)) == "no_such_rule"


@pytest.mark.parametrize("rule", BOUNDS)
def test_every_number_among_the_house_rules_within_its_bounds(rule: str) -> None:
    least, most = BOUNDS[rule]
    for value in (least, most):
        state, events = happens(READ, ChangeRule(rule, value))
        assert getattr(state.rules, rule) == value
        assert the(events, RuleChanged) == RuleChanged(rule, value)
    for value in (least - 1, most + 1, True):
        assert refused(READ, ChangeRule(rule, value)) == "out_of_bounds"


@pytest.mark.parametrize("rule", FLAGS)
def test_every_switch_among_the_house_rules(rule: str) -> None:
    for value in (False, True):
        assert getattr(play(READ, ChangeRule(rule, value)).rules, rule) is value
    assert refused(READ, ChangeRule(rule, 1)) == "out_of_bounds"


def test_who_judges_can_be_changed() -> None:
    state = play(READ, ChangeRule("judge", "peers"))
    assert state.rules.judge is Judging.PEERS


def test_the_way_of_taking_turns_changes_from_the_next_round_on() -> None:
    state = play(MOMENTS["talk"], ChangeRule("turns", "together"))
    assert state.rules.turns is Turns.ONE_BY_ONE
    while state.round == 1:
        state = play(state, Next())
    assert (state.rules.turns, state.plan.turns) == (Turns.TOGETHER, Turns.TOGETHER)
    assert state.new_turns == "", "it changes once"
    assert stage(to_card(state)).play is Play.EVERYONE


def test_before_play_it_changes_at_once_with_the_plan() -> None:
    state = play(MOMENTS["brief"], ChangeRule("turns", "together"))
    assert (state.rules.turns, state.plan.turns) == (Turns.TOGETHER, Turns.TOGETHER)


def test_a_new_rule_counts_at_once() -> None:
    state = play(MOMENTS["taken"], ChangeRule("bell_wrong", 0), Adjust(1, 3, ""))
    assert customers(play(state, Next())) == (0, 3, 0)
    assert stage(play(READ, ChangeRule("other_view", False), LockAnswer(0, 0))).step is Step.REVEAL


def test_more_tokens_or_passes_are_more_for_every_team() -> None:
    state = play(
        with_team(READY, 0, tokens=0), ChangeRule("view_tokens", 3), ChangeRule("passes", 1)
    )
    assert [(team.tokens, team.passes) for team in state.teams] == [(1, 1), (3, 1), (3, 1)]


@pytest.mark.parametrize("turns", list(Turns))
def test_personas_that_are_switched_on_are_drawn_with_the_next_round(turns: Turns) -> None:
    begin = game(2, turns=turns)
    state = play(evolve(begin, rules=evolve(begin.rules, personas=False)), Begin(), Next())
    assert (state.round, state.customer.persona, state.teams[0].persona) == (1, "", "")
    state = play(state, ChangeRule("personas", True))
    while state.round == 1:
        state = play(state, Next())
    together = turns is Turns.TOGETHER
    assert bool(state.customer.persona) == together
    assert [bool(team.persona) for team in state.teams] == [not together] * 2
