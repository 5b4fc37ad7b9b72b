"""What the facilitator can do at any moment, without stopping the game."""

from __future__ import annotations

import pytest

from game.rules.actions import (
    Action,
    Adjust,
    ChangeRule,
    EditTeam,
    EndPlay,
    Hold,
    Next,
    NoteInsight,
    PutNext,
    RemoveTeam,
    ReplaceCard,
    SkipCard,
)
from game.rules.events import CardDrawn, Scored
from game.rules.state import Choosing, Held, OnCard, Ready, Standings, Step, Why
from tests.clauses.asides import cards, end_of_card
from tests.clauses.moments import MOMENTS, READY
from tests.rules.pieces import dilemma, estimate, quiz
from tests.rules.table import customers, happens, on_card, play, refused, stage, the, with_team


@pytest.mark.parametrize(
    "action",
    [
        Adjust(0, 1, "for the idea"),
        EditTeam(0, "The Owls", "orange"),
        Hold(Held.BLACK),
        ChangeRule("die", 8),
        NoteInsight(None, "they wait"),
        RemoveTeam(0),
    ],
    ids=lambda action: type(action).__name__,
)
@pytest.mark.parametrize("name", MOMENTS)
def test_at_any_moment(name: str, action: Action) -> None:
    before = MOMENTS[name]
    if isinstance(action, RemoveTeam) and len(before.teams) == 1:
        assert refused(before, action) == "last_team"
        return
    after = play(before, action)
    assert after != before
    if not isinstance(action, RemoveTeam):
        assert after.stage == before.stage, "play goes on where it was"


# --- Customers given and taken ------------------------------------------------------------------


def test_customers_are_given_and_taken_with_a_reason() -> None:
    state, events = happens(with_team(READY, 1, customers=4), Adjust(1, -3, "miscounted"))
    assert customers(state) == (0, 1, 0)
    assert the(events, Scored) == Scored(1, -3, -3, Why.ADJUSTED, "miscounted")


def test_what_was_applied_is_told_beside_what_was_asked() -> None:
    state, events = happens(with_team(READY, 1, customers=2), Adjust(1, -5, ""))
    assert customers(state) == (0, 0, 0)
    assert the(events, Scored) == Scored(1, -5, -2, Why.ADJUSTED)


def test_the_floor_is_a_house_rule() -> None:
    state = play(READY, ChangeRule("floor_at_zero", False), Adjust(1, -5, ""))
    assert customers(state) == (0, -5, 0)
    state, events = happens(play(state, ChangeRule("floor_at_zero", True)), Adjust(1, -1, ""))
    assert the(events, Scored).applied == 0, "what is below nought already is left there"
    assert customers(state) == (0, -5, 0)


def test_an_adjustment_is_no_gain_of_the_open_card() -> None:
    state = play(MOMENTS["reveal"], Adjust(2, 3, "well put"))
    assert stage(state).gains == stage(MOMENTS["reveal"]).gains


# --- Skip, replace, put next --------------------------------------------------------------------


def test_a_skipped_card_is_put_aside_and_the_turn_ends() -> None:
    state = play(cards(dilemma("d")), SkipCard())
    assert isinstance(state.stage, Ready)
    assert state.active == 1
    assert customers(state) == (0, 0, 0)
    assert state.records == ()
    pile = state.pile("insights")
    assert pile is not None
    assert pile.played == ("c",)


def test_after_a_skipped_twist_the_team_still_draws_a_card() -> None:
    state = play(MOMENTS["twist"], SkipCard())
    assert isinstance(state.stage, Choosing)
    assert customers(state) == (0, 0, 0)


def test_a_skipped_mirror_pays_nothing() -> None:
    state = play(MOMENTS["mirror"], SkipCard())
    assert customers(state) == (0, 0, 0)
    assert state.active == 1


@pytest.mark.parametrize("name", ["reveal", "talk", "ready", "standings"])
def test_what_has_been_revealed_cannot_be_skipped(name: str) -> None:
    assert refused(MOMENTS[name], SkipCard()) == "not_now"


def test_a_replaced_card_goes_under_its_pile_and_another_of_it_comes_up() -> None:
    state, events = happens(cards(dilemma("d"), dilemma("e", category="design")), ReplaceCard())
    assert the(events, CardDrawn) == CardDrawn("d", "insights")
    assert (state.active, stage(state).step) == (0, Step.READ)
    pile = state.pile("insights")
    assert pile is not None
    assert pile.cards[-1] == "c"
    assert state.teams[0].passes == 2, "it is no pass"


def test_a_chosen_card_comes_next_from_wherever_it_lies() -> None:
    state = cards(dilemma("d"), estimate("e", category="metrics"), dilemma("f", category="design"))
    state = end_of_card(play(state, PutNext("e")))
    state, events = happens(play(state, Next(), Next()), Next())
    assert the(events, CardDrawn) == CardDrawn("e", "metrics")
    assert state.put_next == ""


def test_a_chosen_card_can_be_taken_back() -> None:
    state = play(cards(dilemma("d"), estimate("e")), PutNext("e"), PutNext(""))
    assert state.put_next == ""
    assert refused(state, PutNext("nowhere")) == "no_such_card"
    assert refused(state, PutNext("c")) == "no_such_card"


# --- Notes, and the end -------------------------------------------------------------------------


def test_an_insight_is_kept_with_what_it_was_about() -> None:
    state = play(MOMENTS["talk"], NoteInsight(1, "we never call back"))
    assert [(i.team, i.text, i.about) for i in state.insights] == [(1, "we never call back", "c")]


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, state in MOMENTS.items()
        if state.round and name not in ("final", "podium", "debrief")
    ],
)
def test_play_can_be_ended_at_any_moment(name: str) -> None:
    state = play(MOMENTS[name], EndPlay())
    assert state.stage == Standings(final=True)
    assert state.clock is None
    assert refused(state, EndPlay()) == "not_now"


def test_a_card_that_was_revealed_is_remembered_when_play_is_ended() -> None:
    assert [r.card for r in play(MOMENTS["reveal"], EndPlay()).records] == ["c"]
    assert play(MOMENTS["discuss"], EndPlay()).records == ()


def test_a_card_for_the_bell_can_be_skipped_too() -> None:
    state = play(on_card(quiz("q")), SkipCard())
    assert not isinstance(state.stage, OnCard)
    assert state.active == 1
