"""Plans teams leave with, and what became of last time's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.actions import (
    Back,
    Begin,
    CommitPlan,
    DropPlan,
    EndPlay,
    EndReview,
    GoTo,
    Judge,
    Next,
    NoteInsight,
    RemoveTeam,
    ReviewCommitment,
    WritePlan,
)
from game.rules.cards import CommitCard
from game.rules.debrief import Page, page, pages, plans_of, reading, without_plan
from game.rules.events import Asked, BriefBegan, PlanCommitted, ReviewBegan, Reviewed, ReviewShown
from game.rules.plans import MOST_PLANS, MOST_WHY
from game.rules.state import Brief, Debrief, IfThen, Part, Review, Status, Step, evolve
from tests.properties.games import evening, seeds
from tests.rules.afterplay import HALF, WHOLE, at, ended
from tests.rules.pieces import LAST_TIME, TEMPLATE, commit
from tests.rules.table import by_next, game, happens, on_card, play, refused, to_card, to_step


class TestPlans:
    def test_next_asks_once_while_a_team_has_no_whole_plan(self) -> None:
        state = play(at(Part.COMMIT), CommitPlan(0, WHOLE), CommitPlan(1, HALF))
        state, events = happens(state, Next())
        assert events == (Asked((1, 2)),)
        assert page(play(state, Next())) == pages(state)[-2]
        # Whoever writes on is asked again.
        state = play(state, CommitPlan(2, WHOLE))
        assert happens(state, Next())[1] == (Asked((1,)),)
        state = play(state, CommitPlan(1, WHOLE, 1))
        assert without_plan(state) == ()
        # With a plan from each it goes on at once, unasked.
        assert page(play(state, Next())) == Page(Part.READ, 0)

    def test_a_plan_is_made_worded_anew_and_taken_back_by_its_own_team(self) -> None:
        state, events = happens(at(Part.COMMIT), CommitPlan(1, HALF))
        assert events == (PlanCommitted(1, 0, HALF, new=True),)
        assert not state.commitments[0].plan.complete
        assert state.commitments[0].plan.missing == ("who", "by_when")
        assert refused(state, CommitPlan(0, WHOLE, 0)) == "no_such_plan"
        assert refused(state, DropPlan(0, 0)) == "no_such_plan"
        state = play(state, CommitPlan(1, WHOLE, 0), CommitPlan(1, HALF))
        assert [made.plan for made in plans_of(state, 1)] == [WHOLE, HALF]
        state = play(state, DropPlan(1, 0), CommitPlan(1, WHOLE))
        # Numbers are never used again.
        assert [made.number for made in plans_of(state, 1)] == [1, 2]

    def test_the_plan_of_a_commit_card_is_its_teams(self) -> None:
        state = to_step(on_card(commit("c"), 2, template=TEMPLATE), Step.DISCUSS)
        assert isinstance(state.card, CommitCard)
        state = play(to_step(play(state, WritePlan(0, WHOLE)), Step.JUDGE), Judge(0, 1), Next())
        state = play(state, EndPlay(), GoTo(Part.COMMIT))
        (made,) = plans_of(state, 0)
        assert (made.card, made.plan, made.number) == ("c", WHOLE, 0)
        assert state.next_plan == 1
        assert without_plan(state) == (1,)
        state = play(state, CommitPlan(0, HALF, made.number))
        assert (state.commitments[0].card, state.commitments[0].plan) == ("c", HALF)

    def test_another_commit_card_adds_a_plan_to_those_there_are(self) -> None:
        state = on_card(commit("a"), 2, commit("b"), template=TEMPLATE)
        for _card in range(2):
            state = play(to_step(state, Step.JUDGE), WritePlan(state.active, WHOLE))
            state = to_card(play(to_step(state, Step.TALK), Next()))
        assert [(made.team, made.number) for made in state.commitments] == [(0, 0), (1, 1)]

    def test_a_question_stays_on_the_wall_while_a_plan_is_written(self) -> None:
        state = play(at(Part.QUESTION, 1), CommitPlan(0, WHOLE))
        assert page(state) == Page(Part.QUESTION, 1)

    def test_eight_teams_read_theirs_aloud_one_a_page_team_by_team(self) -> None:
        state = at(Part.COMMIT, state=ended(8))
        for team in (3, 0, 7, 1, 2, 6, 5, 4, 0):
            state = play(state, CommitPlan(team, replace(WHOLE, who=f"team {team}")))
        assert [made.team for made in reading(state)] == [0, 0, 1, 2, 3, 4, 5, 6, 7]
        shown = [page(after) for _, _, after in by_next(state)]
        assert [one.index for one in shown if one and one.part is Part.READ] == list(range(9))

    def test_what_is_on_the_wall_stays_there_while_others_write(self) -> None:
        state = play(at(Part.COMMIT), CommitPlan(1, WHOLE), CommitPlan(2, HALF))
        state = play(state, GoTo(Part.READ, 1))
        earlier = play(state, CommitPlan(0, WHOLE))
        assert earlier.stage == Debrief(part=Part.READ, index=2)
        assert reading(earlier)[2].plan == HALF
        assert play(earlier, DropPlan(0, 2)).stage == state.stage
        assert play(state, DropPlan(2, 1)).stage == Debrief(part=Part.READ, index=0)
        none = play(state, DropPlan(2, 1), DropPlan(1, 0))
        assert none.stage == Debrief(part=Part.COMMIT)
        gone = play(state, RemoveTeam(2))
        assert reading(gone)[1].plan == HALF
        assert gone.anyone(2) is not None

    @pytest.mark.parametrize(
        "typed",
        [
            "<b>no</b>",
            "=1+1",
            "\u202eabc",
            "👩‍👩‍👧 ring",
            "e\u0301\u0000",
            "  two  lines\n  ",
            "é" * 2000,
        ],
    )
    def test_words_are_kept_as_they_were_typed(self, typed: str) -> None:
        plan = IfThen(cue=typed, action=typed, who=typed, by_when=typed)
        state = play(at(Part.COMMIT), CommitPlan(0, plan), NoteInsight(0, typed))
        assert state.commitments[0].plan == plan
        assert state.insights[-1].text == typed


@settings(max_examples=25)
@given(seeds, st.integers(1, 8))
def test_whatever_is_done_the_wall_shows_a_page_there_is(seed: int, teams: int) -> None:
    state = ended(teams, seed=seed % 100, hide_scores=bool(seed % 2))
    numbers: set[int] = set()
    for before, action, _at, _events, after in evening(state, seed, 80):
        if isinstance(after.stage, Debrief):
            assert page(after) in pages(after)
        there = {made.number for made in after.commitments}
        assert len(there) == len(after.commitments)
        if isinstance(action, CommitPlan) and action.number is None:
            assert not there - {before.next_plan} - numbers
            assert before.next_plan not in numbers
        numbers |= there
        assert all(len(plans_of(after, team.id)) <= MOST_PLANS for team in after.teams)
        assert not any(made.plan == IfThen() for made in after.commitments)


class TestLastTime:
    def test_its_plans_come_first_one_a_page_and_can_be_left_by_next(self) -> None:
        state = play(game(2, earlier=LAST_TIME), Begin())
        assert state.stage == Review(index=0)
        assert refused(state, Back()) == "not_now"
        assert play(state, Next()).stage == Review(index=1)
        assert play(state, Next(), Back()).stage == state.stage
        assert play(state, Next(), Next()).stage == Brief()
        assert play(state, EndReview()).stage == Brief()

    def test_they_are_numbered_anew_whatever_they_were_called_last_time(self) -> None:
        state = game(2, earlier=tuple(evolve(one, number=7) for one in LAST_TIME))
        assert [one.number for one in state.earlier] == [0, 1]

    def test_each_is_told_when_it_is_shown_and_the_brief_when_it_begins(self) -> None:
        state, events = happens(game(2, earlier=LAST_TIME), Begin())
        assert events[-2:] == (ReviewBegan(), ReviewShown(0))
        state, events = happens(state, Next())
        assert events == (ReviewShown(1),)
        assert happens(state, Back())[1] == (ReviewShown(0),)
        for leave in (Next(), EndReview()):
            assert happens(state, leave)[1] == (BriefBegan(),)

    def test_what_became_of_them_is_told_and_can_be_told_again(self) -> None:
        state = play(game(2, earlier=LAST_TIME), Begin())
        state = play(state, ReviewCommitment(1, Status.DONE))
        state, events = happens(state, ReviewCommitment(0, Status.BUSY, "!"))
        assert events == (Reviewed(0, Status.BUSY, "!"),)
        assert [(one.status, one.why) for one in state.earlier] == [
            (Status.BUSY, "!"),
            (Status.DONE, ""),
        ]
        state = play(
            play(state, EndReview(), Next(), Next()),
            ReviewCommitment(0, Status.CHANGED, "others do it"),
        )
        assert state.earlier[0].status is Status.CHANGED
        assert play(state, ReviewCommitment(0, None)).earlier[0].status is None
        assert refused(state, ReviewCommitment(2, None)) == "no_such_plan"
        too_long = ReviewCommitment(0, Status.DONE, "x" * (MOST_WHY + 1))
        assert refused(state, too_long) == "out_of_bounds"

    def test_where_there_were_none_it_begins_with_the_brief(self) -> None:
        state = play(game(2), Begin())
        assert state.stage == Brief()
        assert refused(state, ReviewCommitment(0, Status.DONE)) == "not_now"
