"""House rules: a facilitator can change every one of them, at any moment."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from game.rules.actions import AddTeam, ChangeRule
from game.rules.domains import OneOf
from game.rules.events import RuleChanged
from game.rules.legal import offers_of
from game.rules.ruleset import BOUNDS, Rules, Turns
from game.rules.state import evolve
from tests.rules.pieces import DILEMMAS
from tests.rules.table import by_next, game, happens, play, ready, refused, the, to_ready, with_team

RULES = [field.name for field in fields(Rules)]


def test_every_house_rule_can_be_changed() -> None:
    offered = set()
    for offer in offers_of(ready(), ChangeRule):
        domain = dict(offer.fields)["rule"]
        assert isinstance(domain, OneOf)
        offered.add(domain.values[0])
    assert offered == set(RULES)
    assert set(BOUNDS) == {field.name for field in fields(Rules) if field.type == "int"}


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule != "turns"])
def test_a_house_rule_holds_from_now_on(rule: str) -> None:
    state = ready()
    now = getattr(state.rules, rule)
    if rule in BOUNDS:
        value: int | bool | str = next(n for n in BOUNDS[rule] if n != now)
    else:
        value = "peers" if rule == "judge" else not now
    state, events = happens(state, ChangeRule(rule, value))
    assert the(events, RuleChanged) == RuleChanged(rule, value)
    assert getattr(state.rules, rule) == value
    assert type(getattr(state.rules, rule)) is type(now)


@pytest.mark.parametrize("rule", sorted(BOUNDS))
def test_a_house_rule_has_bounds(rule: str) -> None:
    least, most = BOUNDS[rule]
    beyond: tuple[Any, ...] = (least - 1, most + 1, True, str(least), float(least))
    for value in beyond:
        assert refused(ready(), ChangeRule(rule, value)) == "out_of_bounds"


def test_an_unknown_house_rule_is_no_rule() -> None:
    assert refused(ready(), ChangeRule("bonus", 2)) == "no_such_rule"
    assert refused(ready(), ChangeRule("judge", "chance")) == "out_of_bounds"
    assert refused(ready(), ChangeRule("awards", 1)) == "out_of_bounds"


def test_the_way_of_taking_turns_may_be_given_as_itself_or_as_text() -> None:
    assert play(game(), ChangeRule("turns", Turns.TOGETHER)) == play(
        game(), ChangeRule("turns", "together")
    )


@pytest.mark.parametrize(("rule", "field"), [("view_tokens", "tokens"), ("passes", "passes")])
def test_more_or_fewer_tokens_and_passes_are_for_every_team(rule: str, field: str) -> None:
    state = with_team(play(ready(2), AddTeam("Late", "ink")), 0, **{field: 1})
    more = play(state, ChangeRule(rule, 5))
    assert [getattr(team, field) for team in (*more.teams, *more.joining)] == [4, 5, 5]
    none = play(state, ChangeRule(rule, 0))
    assert [getattr(team, field) for team in (*none.teams, *none.joining)] == [0, 0, 0]


def test_personas_switched_on_are_dealt_with_the_next_round() -> None:
    state = to_ready(evolve(game(2, cards=DILEMMAS), rules=Rules(personas=False)))
    assert {team.persona for team in state.teams} == {""}
    state = play(state, ChangeRule("personas", True))
    state = next(after for _, _events, after in by_next(state) if after.round == 2)
    assert len({team.persona for team in state.teams} - {""}) == 2
