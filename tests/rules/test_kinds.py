"""Choice, estimate and order cards, in every play the rulebook allows them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from game.rules.actions import LockAnswer, MarkBell, Next, PassCard, RingBell, SetAnswer
from game.rules.cards import Card, Play
from game.rules.events import AnswerLocked, AnswerSet, CardDrawn, Scored, StepBegan
from game.rules.legal import offers_of
from game.rules.ruleset import Turns
from game.rules.state import BellPhase, Step, Why
from tests.rules.pieces import dilemma, estimate, order, quiz
from tests.rules.table import (
    answered,
    bells,
    customers,
    each,
    happens,
    on_card,
    play,
    refused,
    stage,
    the,
    to_step,
)

EVERYONE = Play.EVERYONE


# Choice


@pytest.mark.parametrize(("option", "points"), [(0, 2), (1, 3), (2, 1)])
def test_a_dilemma_pays_what_the_option_is_worth(option: int, points: int) -> None:
    assert customers(answered(on_card(dilemma("d", (2, 3, 1))), option)) == (points, 0, 0)


def test_a_quiz_in_turn_play_pays_its_key_three() -> None:
    card = quiz("q", key=1, play=Play.TURN)
    assert customers(answered(on_card(card), 1)) == (3, 0, 0)
    assert customers(answered(on_card(card), 0)) == (0, 0, 0)


def test_an_options_meters_go_to_whoever_earns_its_points() -> None:
    state = answered(on_card(dilemma("d", (2, 3, 0))), 2)
    assert state.teams[0].meters == (("connection", -1), ("progress", -1))
    assert state.teams[1].meters == ()


def test_an_answer_can_be_changed_until_it_is_locked() -> None:
    state = play(on_card(dilemma("d")), Next())
    state, events = happens(state, SetAnswer(0, 2))
    assert the(events, AnswerSet) == AnswerSet(0, 2)
    state = play(state, SetAnswer(0, 0), SetAnswer(0, None), SetAnswer(0, 2))
    assert stage(state).answers == ((0, 2),)
    state, events = happens(state, LockAnswer(0, 1))
    assert the(events, AnswerLocked) == AnswerLocked(0, 1)
    assert stage(state).answers == ((0, 1),)
    assert refused(state, SetAnswer(0, 2)) == "not_now"
    assert refused(state, LockAnswer(0, 2)) == "not_now"


def test_an_answer_may_come_while_the_card_is_still_read() -> None:
    state = play(on_card(dilemma("d")), LockAnswer(0, 1))
    assert stage(state).locked


def test_only_the_team_whose_turn_it_is_answers_a_turn_card() -> None:
    state = play(on_card(dilemma("d")), Next())
    assert refused(state, LockAnswer(1, 1)) == "not_this_team"
    assert refused(state, LockAnswer(0, 3)) == "not_an_answer"
    assert refused(state, LockAnswer(0, True)) == "not_an_answer"


def test_on_everyone_cards_all_settle_and_all_are_paid_at_once() -> None:
    state = to_step(on_card(dilemma("d", (2, 3, 1), play=EVERYONE)), Step.GRID)
    state = play(state, SetAnswer(2, 1), SetAnswer(0, 0))
    assert customers(state) == (0, 0, 0)
    state = play(state, SetAnswer(1, 1))
    # In the order of teams, whoever was entered first.
    assert stage(state).answers == ((0, 0), (1, 1), (2, 1))
    state = to_step(state, Step.REVEAL)
    assert customers(state) == (2, 3, 3)


def test_everyone_cards_are_not_locked_by_one_team() -> None:
    state = to_step(on_card(dilemma("d", play=EVERYONE)), Step.GRID)
    assert refused(state, LockAnswer(0, 1)) == "not_now"


def test_a_team_may_sit_out_for_nothing() -> None:
    state = answered(on_card(dilemma("d", (2, 3, 1), play=EVERYONE)), 0, None, 1)
    assert customers(state) == (2, 0, 3)
    assert state.teams[1].meters == ()
    assert [gain.team for gain in stage(state).gains] == [0, 2]


def test_the_grid_can_be_filled_while_the_card_is_read() -> None:
    state = play(on_card(dilemma("d", play=EVERYONE)), SetAnswer(1, 2))
    assert stage(state).answer(1) == 2
    assert stage(play(state, SetAnswer(1, None))).answers == ()


def test_after_the_reveal_nothing_is_answered_any_more() -> None:
    state = answered(on_card(dilemma("d", play=EVERYONE)), 0, 0, 0)
    assert refused(state, SetAnswer(1, 1)) == "not_now"
    assert not offers_of(state, SetAnswer)


# Estimate


@pytest.mark.parametrize(("guess", "points"), [(80, 3), (86, 2), (66.5, 1), (10, 0)])
def test_an_estimate_pays_by_its_bands(guess: float, points: int) -> None:
    assert customers(answered(on_card(estimate("e")), guess)) == (points, 0, 0)


def test_with_everyone_the_closest_inside_a_band_earns_one_more_each_if_tied() -> None:
    state = answered(on_card(estimate("e", play=EVERYONE), 4), 75, 85, 80, 20)
    assert customers(state) == (2, 2, 4, 0)
    tied = answered(on_card(estimate("e", play=EVERYONE)), 75, 85, 90)
    assert customers(tied) == (3, 3, 1)
    outside = answered(on_card(estimate("e", play=EVERYONE)), 20, 30, 40)
    assert customers(outside) == (0, 0, 0)


def test_the_closest_earns_no_more_in_turn_play() -> None:
    state, events = happens(play(on_card(estimate("e")), Next()), LockAnswer(0, 80))
    assert customers(state) == (3, 0, 0)
    assert [event.why for event in each(events, Scored)] == [Why.ANSWER]


def test_a_cards_meters_go_to_those_who_earned_a_point() -> None:
    card = replace(estimate("e", play=EVERYONE), meters=(("progress", 2),))
    state = answered(on_card(card), 80, 66, 20)
    assert [team.meter("progress") for team in state.teams] == [2, 2, 0]


@pytest.mark.parametrize(
    "guess", [float("nan"), float("inf"), 10**400, 1e15, -1e15, True, "80", (1,)]
)
def test_an_estimate_is_a_number_a_wall_can_show(guess: Any) -> None:
    state = play(on_card(estimate("e")), Next())
    assert refused(state, LockAnswer(0, guess)) == "not_an_answer"


# Order


def test_an_order_pays_by_its_pairs() -> None:
    assert customers(answered(on_card(order("o")), (0, 1, 2, 3))) == (3, 0, 0)
    assert customers(answered(on_card(order("o")), (1, 0, 2, 3))) == (2, 0, 0)
    assert customers(answered(on_card(order("o")), (3, 2, 1, 0))) == (0, 0, 0)


def test_everyone_can_put_things_in_order() -> None:
    state = answered(on_card(order("o", play=EVERYONE)), (0, 1, 2, 3), None, (1, 0, 3, 2))
    assert customers(state) == (3, 0, 1)


@pytest.mark.parametrize(
    "given",
    [(0, 1, 2), (0, 1, 2, 2), (0, 1, 2, 4), [0, 1, 2, 3], 3, (0.0, 1, 2, 3), (False, True, 2, 3)],
)
def test_an_order_holds_every_item_once(given: Any) -> None:
    state = play(on_card(order("o")), Next())
    assert refused(state, LockAnswer(0, given)) == "not_an_answer"


def test_items_are_shown_in_an_order_that_chance_decides() -> None:
    shown = set()
    for seed in range(30):
        state = on_card(order("o"), seed=seed)
        assert sorted(stage(state).shown) == [0, 1, 2, 3]
        shown.add(stage(state).shown)
    assert len(shown) > 10


# Bell (its whole course is in test_bell.py)


@pytest.mark.parametrize(
    "card", [quiz("b"), estimate("b", play=Play.BELL)], ids=["quiz", "estimate"]
)
def test_bell_cards_go_to_the_first_team_that_rings(card: Card) -> None:
    state = on_card(card)
    assert (stage(state).step, bells(state).phase) == (Step.BELL, BellPhase.ARMED)
    state = play(state, Next(), RingBell(2, 100), MarkBell(True))
    assert stage(state).step is Step.REVEAL
    assert customers(state) == (0, 0, 2)


# Together


def test_together_turn_cards_are_played_as_everyone() -> None:
    for card in (dilemma("d"), quiz("q", play=Play.TURN), estimate("e"), order("o")):
        state = on_card(card, turns=Turns.TOGETHER)
        assert stage(state).play is EVERYONE
        assert not stage(state).for_room


def test_together_bell_cards_stay_bell_cards() -> None:
    assert stage(on_card(quiz("q"), turns=Turns.TOGETHER)).play is Play.BELL


# One team


def test_with_one_team_a_bell_card_is_played_in_turn() -> None:
    state = on_card(quiz("q"), 1)
    assert stage(state).play is Play.TURN
    assert stage(state).bell is None
    assert refused(state, PassCard(0)) == "not_now"
    assert customers(answered(state, 1)) == (3,)


# The course of a card


def test_a_card_is_read_discussed_revealed_and_talked_about() -> None:
    state = on_card(dilemma("d"), other_view=False)
    steps = [stage(state).step]
    for action in (Next(), LockAnswer(0, 1), Next()):
        state, events = happens(state, action)
        steps += [event.step for event in each(events, StepBegan)]
    assert steps == [Step.READ, Step.DISCUSS, Step.REVEAL, Step.TALK]


def test_a_played_card_is_remembered_with_its_answers_and_gains() -> None:
    state = answered(on_card(dilemma("d", (2, 3, 1), play=EVERYONE)), 0, 1, None)
    state = play(state, Next(), Next())
    (record,) = state.records
    assert (record.card, record.round, record.team, record.viewer) == ("d", 1, 0, None)
    assert record.answers == ((0, 0), (1, 1))
    assert [(gain.team, gain.asked, gain.applied, gain.why) for gain in record.gains] == [
        (0, 2, 2, Why.ANSWER),
        (1, 3, 3, Why.ANSWER),
    ]


def test_a_card_that_comes_up_says_from_which_pile() -> None:
    state = on_card(dilemma("d", category="design"))
    assert stage(state).pile == "design"
    assert CardDrawn(card="d", pile="design").fell == ()
