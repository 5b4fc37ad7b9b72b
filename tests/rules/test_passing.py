"""Passing a card: without penalty, for another of its kind, twice."""

from __future__ import annotations

import pytest

from game.rules.actions import LockAnswer, Next, PassCard, PutNext, SetAnswer, WritePlan
from game.rules.cards import Card, Play
from game.rules.events import CardDrawn, Passed
from game.rules.ruleset import Turns
from game.rules.state import IfThen, State, Step
from tests.rules.pieces import commit, dilemma, estimate, open_card, order, quiz
from tests.rules.table import (
    customers,
    happens,
    on_card,
    play,
    refused,
    stage,
    the,
    through_turn,
    to_card,
)


def under(state: State, pile: str) -> str:
    """The card at the bottom of a pile."""
    found = state.pile(pile)
    assert found is not None
    return found.cards[-1]


def test_a_passed_card_gives_way_to_another_of_the_same_kind() -> None:
    state = on_card(dilemma("x"), 2, estimate("e", category="insights"), dilemma("y"))
    state, events = happens(state, PassCard(0))
    assert the(events, Passed) == Passed(0, "x")
    assert the(events, CardDrawn).card == "y"
    assert (stage(state).card, stage(state).step) == ("y", Step.READ)


def test_a_pass_costs_nothing_but_itself() -> None:
    state = on_card(dilemma("x"), 2, dilemma("y"))
    before = state.teams[0]
    state = play(state, PassCard(0))
    assert customers(state) == (0, 0)
    assert (before.passes, state.teams[0].passes, state.teams[1].passes) == (2, 1, 2)


def test_a_team_may_pass_twice_in_a_session() -> None:
    state = on_card(dilemma("x"), 2, dilemma("y"), dilemma("z"))
    state = play(state, PassCard(0), PassCard(0))
    assert refused(state, PassCard(0)) == "no_passes"


def test_how_often_is_a_house_rule() -> None:
    state = on_card(dilemma("x"), 2, dilemma("y"), passes=0)
    assert refused(state, PassCard(0)) == "no_passes"


def test_the_passed_card_goes_under_its_pile() -> None:
    state = on_card(dilemma("x"), 2, dilemma("y"), dilemma("z"))
    assert under(play(state, PassCard(0)), "insights") == "x"


def test_its_own_pile_comes_first_wherever_the_deck_has_it_then_the_fullest() -> None:
    last = dilemma("x", category="culture")
    deck = (dilemma("i"), dilemma("d", category="design"), dilemma("e", category="design"))
    state = play(on_card(last, 2, *deck, dilemma("near", category="culture")), PassCard(0))
    assert stage(state).card == "near"
    state = play(on_card(last, 2, *deck), PassCard(0))
    assert stage(state).pile == "design"
    others = [dilemma(f"d{i}", category="design") for i in range(3)]
    near = dilemma("near")
    state = play(on_card(dilemma("x"), 2, *others, near), PassCard(0))
    assert stage(state).card == "near"
    state = play(on_card(dilemma("x"), 2, *others, dilemma("c", category="culture")), PassCard(0))
    assert stage(state).pile == "design"
    assert under(state, "insights") == "x"


@pytest.mark.parametrize(
    "other",
    [
        estimate("other", category="insights"),
        order("other", category="insights"),
        open_card("other", category="insights"),
        commit("other", category="insights"),
        dilemma("other", play=Play.EVERYONE),
        quiz("other", category="insights"),
    ],
)
def test_another_kind_or_play_is_no_other_card(other: Card) -> None:
    assert refused(on_card(dilemma("x"), 2, other), PassCard(0)) == "no_other_card"


@pytest.mark.parametrize(
    "card",
    [dilemma("x"), estimate("x"), order("x"), open_card("x"), commit("x")],
    ids=lambda c: c.kind,
)
def test_every_kind_can_be_passed(card: Card) -> None:
    twin = type(card)(**{**{k: v for k, v in card.__dict__.items() if k != "kind"}, "id": "twin"})
    state = play(on_card(card, 2, twin), Next(), PassCard(0))
    assert stage(state).card == "twin"


def test_a_card_can_be_passed_until_it_is_locked() -> None:
    state = play(on_card(dilemma("x"), 2, dilemma("y")), Next(), SetAnswer(0, 1))
    passed = play(state, PassCard(0))
    assert stage(passed).answers == ()
    assert passed.clock is None
    assert refused(play(state, LockAnswer(0, 1)), PassCard(0)) == "not_now"


def test_a_plan_begun_goes_with_the_card() -> None:
    state = play(on_card(commit("x"), 2, commit("y")), WritePlan(0, IfThen(cue="a call")))
    assert stage(play(state, PassCard(0))).plan is None


def test_only_the_team_whose_card_it_is_may_pass() -> None:
    state = on_card(dilemma("x"), 2, dilemma("y"))
    assert refused(state, PassCard(1)) == "not_this_team"


@pytest.mark.parametrize(
    "card", [dilemma("x", play=Play.EVERYONE), quiz("x")], ids=["everyone", "bell"]
)
def test_cards_for_everyone_and_for_the_bell_are_not_passed(card: Card) -> None:
    assert refused(on_card(card, 2, dilemma("y"), quiz("z")), PassCard(0)) == "not_now"


def test_together_the_team_with_the_die_may_pass_a_card_for_the_room() -> None:
    state = on_card(open_card("x"), 3, open_card("y"), turns=Turns.TOGETHER)
    assert refused(state, PassCard(1)) == "not_this_team"
    state = play(state, PassCard(0))
    assert stage(state).card == "y"
    assert stage(state).for_room
    together = on_card(dilemma("x"), 3, dilemma("y"), turns=Turns.TOGETHER)
    assert refused(together, PassCard(0)) == "not_now"


def test_a_card_of_the_kind_put_next_comes_instead() -> None:
    state = on_card(dilemma("x"), 2, dilemma("y"), dilemma("z", category="design"))
    state = play(state, PutNext("z"), PassCard(0))
    assert stage(state).card == "z"
    assert state.put_next == ""


def test_a_card_of_the_kind_put_next_waits_where_it_is_for_others_than_the_team() -> None:
    state = on_card(dilemma("x"), 2, dilemma("y"), dilemma("all", play=Play.EVERYONE))
    state = play(state, PutNext("all"), PassCard(0))
    assert (stage(state).card, state.put_next) == ("y", "all")
    # Nor does it make a pass of its own.
    alone = on_card(dilemma("x"), 2, dilemma("all", play=Play.EVERYONE), quiz("q"))
    assert refused(play(alone, PutNext("all")), PassCard(0)) == "no_other_card"
    estimates = play(on_card(dilemma("x"), 2, estimate("e")), PutNext("e"))
    assert refused(estimates, PassCard(0)) == "no_other_card"


def test_a_played_card_that_was_put_next_can_come_instead() -> None:
    state = to_card(through_turn(on_card(dilemma("x"), 2, dilemma("y"))))
    assert refused(state, PassCard(1)) == "no_other_card"
    state = play(state, PutNext("x"), PassCard(1))
    assert (stage(state).card, state.put_next) == ("x", "")


def test_what_comes_instead_has_left_its_pile() -> None:
    state = play(on_card(dilemma("x"), 2, dilemma("y"), dilemma("z")), PassCard(0))
    pile = state.pile("insights")
    assert pile is not None
    assert sorted([*pile.cards, stage(state).card]) == ["x", "y", "z"]


def test_a_card_of_another_kind_put_next_waits() -> None:
    state = on_card(dilemma("x"), 2, dilemma("y"), estimate("e"))
    state = play(state, PutNext("e"), PassCard(0))
    assert stage(state).card == "y"
    assert state.put_next == "e"
