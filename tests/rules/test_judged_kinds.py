"""Cards that are judged: what is acted out, and plans."""

from __future__ import annotations

import pytest

from game.rules.actions import Judge, Next, Vote, WritePlan
from game.rules.cards import Judging
from game.rules.events import Judged, MeterMoved, PlanWritten, Scored
from game.rules.legal import offers_of
from game.rules.ruleset import Turns
from game.rules.state import IfThen, Step, Why
from tests.rules.pieces import commit, open_card
from tests.rules.table import customers, each, happens, on_card, play, refused, stage, the, to_step

PLAN = IfThen(cue="a customer calls twice", action="we ring back", who="the desk", by_when="Monday")


# Open


def test_the_facilitator_gives_an_open_card_nought_to_three() -> None:
    state = to_step(on_card(open_card("o")), Step.JUDGE)
    assert refused(state, Judge(0, 4)) == "out_of_bounds"
    assert refused(state, Judge(1, 2)) == "not_this_team"
    state, events = happens(state, Judge(0, 1))
    assert the(events, Judged) == Judged(0, 1)
    state = play(state, Judge(0, 3))
    assert customers(state) == (0, 0, 0)
    state = play(state, Next())
    assert stage(state).step is Step.REVEAL
    assert customers(state) == (3, 0, 0)
    assert state.teams[0].meter("connection") == 1


def test_an_open_card_is_judged_for_what_was_shown_and_is_no_plan() -> None:
    state = on_card(open_card("o"))
    assert refused(state, WritePlan(0, PLAN)) == "not_now"
    _, events = happens(play(to_step(state, Step.JUDGE), Judge(0, 2)), Next())
    assert [scored.why for scored in each(events, Scored)] == [Why.JUDGED]


def test_an_open_card_without_a_point_moves_no_meter() -> None:
    state = play(to_step(on_card(open_card("o")), Step.JUDGE), Judge(0, 0), Next())
    assert state.teams[0].meters == ()


def test_peers_have_one_vote_each_and_never_for_their_own() -> None:
    state = to_step(on_card(open_card("o", judge=Judging.PEERS), 4), Step.JUDGE)
    assert refused(state, Vote(0, 3)) == "not_this_team"
    assert refused(state, Vote(1, 4)) == "out_of_bounds"
    assert refused(state, Judge(0, 3)) == "not_now"
    state = play(state, Vote(3, 3), Vote(1, 0), Vote(1, 2), Vote(2, 1))
    assert stage(state).votes == ((1, 2), (2, 1), (3, 3))
    state, events = happens(state, Next())
    assert the(events, Judged) == Judged(0, 2)
    assert customers(state) == (2, 0, 0, 0)


def test_the_peers_median_is_rounded_up_at_a_half() -> None:
    state = to_step(on_card(open_card("o", judge=Judging.PEERS)), Step.JUDGE)
    state = play(state, Vote(1, 1), Vote(2, 2), Next())
    assert customers(state) == (2, 0, 0)


def test_with_two_teams_the_facilitator_judges() -> None:
    state = to_step(on_card(open_card("o", judge=Judging.PEERS), 2), Step.JUDGE)
    assert refused(state, Vote(1, 3)) == "not_now"
    assert customers(play(state, Judge(0, 2), Next())) == (2, 0)


@pytest.mark.parametrize("judge", list(Judging))
def test_who_judges_a_card_that_does_not_say_is_a_house_rule(judge: Judging) -> None:
    state = to_step(on_card(open_card("o", judge=None), judge=judge), Step.JUDGE)
    assert bool(offers_of(state, Vote)) is (judge is Judging.PEERS)
    assert bool(offers_of(state, Judge)) is (judge is Judging.FACILITATOR)


# Commit


@pytest.mark.parametrize(
    ("plan", "points"),
    [
        (IfThen(), 0),
        (IfThen(cue="a call"), 0),
        (IfThen(action="ring"), 0),
        (IfThen(cue="  ", action="ring", who="we", by_when="now"), 0),
        (IfThen(cue="a call", action="ring"), 1),
        (IfThen(cue="a call", action="ring", who="we"), 1),
        (IfThen(cue="a call", action="ring", by_when="now"), 1),
        (IfThen(cue="a call", action="ring", who="we", by_when="now"), 2),
    ],
)
def test_a_plan_pays_for_cue_and_action_and_for_who_and_when(plan: IfThen, points: int) -> None:
    state = to_step(on_card(commit("c")), Step.JUDGE)
    assert customers(play(state, WritePlan(0, plan), Next(), Next())) == (points, 0, 0)


def test_a_plan_visible_on_monday_pays_one_more() -> None:
    state = play(to_step(on_card(commit("c")), Step.JUDGE), WritePlan(0, PLAN))
    assert refused(state, Judge(0, 2)) == "out_of_bounds"
    state = play(state, Judge(0, 1), Next())
    assert customers(state) == (3, 0, 0)
    assert [(made.team, made.plan, made.card) for made in state.commitments] == [(0, PLAN, "c")]


def test_nothing_is_visible_on_monday_without_a_plan() -> None:
    state = play(to_step(on_card(commit("c")), Step.JUDGE), Judge(0, 1), Next(), Next())
    assert customers(state) == (0, 0, 0)


def test_words_that_are_no_plan_yet_are_no_commitment() -> None:
    state = to_step(on_card(commit("c")), Step.JUDGE)
    state = play(state, WritePlan(0, IfThen(cue="a call")), Next(), Next())
    assert stage(state).step is Step.REVEAL
    assert state.commitments == ()


def test_a_plan_may_be_written_from_the_first_and_again_until_the_reveal() -> None:
    state = play(on_card(commit("c")), WritePlan(0, IfThen(cue="a call")))
    state = to_step(state, Step.JUDGE)
    state, events = happens(state, WritePlan(0, PLAN))
    assert the(events, PlanWritten) == PlanWritten(0, PLAN)
    assert refused(state, WritePlan(1, PLAN)) == "not_this_team"
    long = IfThen(cue="x" * 2001, action="y")
    assert refused(state, WritePlan(0, long)) == "out_of_bounds"
    state = play(state, Judge(0, 0), Next())
    assert refused(state, WritePlan(0, IfThen())) == "not_now"


def test_together_open_cards_are_played_for_the_room() -> None:
    state = to_step(on_card(open_card("o"), turns=Turns.TOGETHER), Step.JUDGE)
    assert stage(state).for_room
    assert stage(state).team == 0
    state, events = happens(play(state, Judge(0, 2)), Next())
    assert customers(state) == (2, 2, 2)
    assert [team.meter("connection") for team in state.teams] == [1, 1, 1]
    assert len(each(events, MeterMoved)) == 3


def test_together_commit_cards_are_played_for_the_room() -> None:
    state = to_step(on_card(commit("c"), turns=Turns.TOGETHER), Step.JUDGE)
    state = play(state, WritePlan(0, PLAN), Judge(0, 1), Next())
    assert customers(state) == (3, 3, 3)
    assert [made.team for made in state.commitments] == [0]


def test_together_peers_judge_the_team_with_the_die() -> None:
    state = to_step(on_card(open_card("o", judge=Judging.PEERS), turns=Turns.TOGETHER), Step.JUDGE)
    assert refused(state, Vote(0, 3)) == "not_this_team"
    assert customers(play(state, Vote(1, 3), Vote(2, 2), Next())) == (3, 3, 3)


def test_with_one_team_there_are_no_peers() -> None:
    state = to_step(on_card(open_card("o", judge=Judging.PEERS), 1), Step.JUDGE)
    assert customers(play(state, Judge(0, 3), Next())) == (3,)
