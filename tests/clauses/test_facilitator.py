"""What the facilitator can do at any moment, without stopping the game."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from game.rules.actions import (
    Action,
    AddTeam,
    Adjust,
    ChangeRule,
    EditTeam,
    EndPlay,
    Hold,
    LockAnswer,
    Next,
    NoteInsight,
    PutNext,
    RemoveTeam,
    ReplaceCard,
    SetAnswer,
    SetTurn,
    SkipCard,
)
from game.rules.cards import Judging, Play
from game.rules.events import CardDrawn, RuleChanged, Scored, TeamJoined, TeamLeft, TurnGiven
from game.rules.ruleset import BOUNDS, Rules, Turns
from game.rules.state import Choosing, Held, OnCard, Ready, Standings, State, Step, Why, evolve
from tests.clauses.moments import MOMENTS
from tests.rules.pieces import dilemma, estimate, quiz
from tests.rules.table import (
    customers,
    each,
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

READY, READ = MOMENTS["ready"], MOMENTS["read"]


def cards(*others: Any, teams: int = 3, **setup: Any) -> State:
    """A dilemma is being read, and these lie in their piles."""
    return on_card(dilemma("c", (1, 3)), teams, *others, **setup)


def end_of_card(state: State) -> State:
    """The open card is played to its end, by Next alone."""
    return play(to_step(state, Step.TALK), Next())


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


# --- Teams --------------------------------------------------------------------------------------


def test_the_turn_is_given_to_another_team_and_the_one_that_had_it_is_next() -> None:
    state, events = happens(READY, SetTurn(2))
    assert the(events, TurnGiven) == TurnGiven(2)
    assert (state.active, state.queue) == (2, (0, 1))


def test_an_open_card_goes_along_without_the_first_teams_answer() -> None:
    state = play(to_step(cards(), Step.DISCUSS), SetAnswer(0, 1), SetTurn(1))
    assert (stage(state).team, stage(state).answers) == (1, ())
    assert refused(state, LockAnswer(0, 1)) == "not_this_team"
    state = to_step(play(state, LockAnswer(1, 1)), Step.REVEAL)
    assert customers(state) == (0, 3, 0)


def test_a_turn_does_not_change_hands_after_the_answer() -> None:
    for name in ("view", "reveal", "landed"):
        assert refused(MOMENTS[name], SetTurn(1)) == "not_now"


def late(*scores: int, at: tuple[int, ...]) -> State:
    """A team joins at these scores and pawns; then the round is played to its end."""
    state = on_card(dilemma("c"), len(scores), dilemma("d"), path="s" + "?" * 20, standings_every=0)
    state = play(state, AddTeam("Late", "ink"))
    while state.round == 1:
        for team, (score, space) in enumerate(zip(scores, at, strict=True)):
            state = with_team(state, team, customers=score, position=space)
        state = play(state, Next())
    return state


def test_a_late_team_joins_in_the_next_round_last_in_order() -> None:
    waiting, events = happens(READ, AddTeam("Late", "ink"))
    assert the(events, TeamJoined) == TeamJoined(3, "Late", True)
    assert len(waiting.teams) == 3
    state = late(3, 0, 9, at=(6, 4, 8))
    assert [team.name for team in state.teams][-1] == "Late"
    assert (state.round, state.active, state.queue) == (2, 0, (1, 2, 3))


def test_a_late_team_stands_at_the_rearmost_pawn_with_the_median_score() -> None:
    joined = late(3, 0, 9, at=(6, 4, 8)).teams[-1]
    assert (joined.position, joined.customers) == (4, 3)
    assert (joined.tokens, joined.passes) == (2, 2)


def test_a_pawn_a_lap_behind_is_the_rearmost() -> None:
    state = play(MOMENTS["talk"], AddTeam("Late", "ink"))
    while state.round == 1:
        for team, (space, laps) in enumerate(((1, 1), (7, 0), (3, 2))):
            state = with_team(state, team, position=space, laps=laps)
        state = play(state, Next())
    assert (state.teams[-1].position, state.teams[-1].laps) == (7, 0)


def test_before_play_a_team_joins_at_once() -> None:
    state = play(MOMENTS["brief"], AddTeam("Early", "ink"))
    assert [team.name for team in state.teams][-1] == "Early"
    personas = play(MOMENTS["personas"], AddTeam("Early", "ink"))
    assert personas.teams[-1].persona


def test_a_team_needs_a_name_and_a_colour_of_its_own_and_there_are_eight_at_most() -> None:
    assert refused(READY, AddTeam(" orange ", "ink")) == "name_taken"
    assert refused(READY, AddTeam("Owls", "orange")) == "colour_taken"
    assert refused(READY, AddTeam("  ", "ink")) == "name_empty"
    eight = on_card(dilemma("c"), 8)
    assert refused(eight, AddTeam("Owls", "ink")) == "too_many_teams"


def test_removing_a_team_waits_for_the_cards_end() -> None:
    state, events = happens(READ, RemoveTeam(0))
    assert the(events, TeamLeft) == TeamLeft(0, True)
    assert len(state.teams) == 3
    after = end_of_card(play(state, LockAnswer(0, 1)))
    assert [team.id for team in after.teams] == [1, 2]
    assert [(team.id, team.customers) for team in after.left] == [(0, 3)]
    assert after.active == 1


def test_between_cards_a_team_leaves_at_once_and_the_next_has_the_turn() -> None:
    state, events = happens(READY, RemoveTeam(0))
    assert each(events, TeamLeft) == [TeamLeft(0, False)]
    assert [team.id for team in state.teams] == [1, 2]
    assert state.active == 1


def test_the_last_team_stays() -> None:
    state = play(READ, RemoveTeam(0), RemoveTeam(1))
    assert refused(state, RemoveTeam(2)) == "last_team"


def test_a_late_team_that_waits_can_be_taken_back() -> None:
    state = play(READ, AddTeam("Late", "ink"), RemoveTeam(3))
    assert state.joining == ()
    assert refused(state, RemoveTeam(3)) == "no_such_team"


def test_a_team_gets_another_name_and_colour_and_keeps_all_else() -> None:
    before = with_team(READY, 1, customers=7)
    state = play(before, EditTeam(1, " The  Owls ", "pink"))
    assert state.teams[1] == evolve(before.teams[1], name="The Owls", colour="pink")
    assert refused(state, EditTeam(1, "Orange", "pink")) == "name_taken"
    assert refused(state, EditTeam(1, "Owls", "green")) == "colour_taken"


# --- House rules --------------------------------------------------------------------------------

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
    assert state.rules.turns is Turns.TOGETHER
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
