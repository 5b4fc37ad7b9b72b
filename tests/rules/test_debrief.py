"""After play: every page by Next alone, there and back, and the plans teams leave with."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

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
    ExtendClock,
    GoTo,
    Judge,
    Next,
    NoteInsight,
    PauseClock,
    RemoveTeam,
    ReviewCommitment,
    StopClock,
    WritePlan,
)
from game.rules.cards import CommitCard, Meter
from game.rules.debrief import (
    asking,
    axes,
    commit_seconds,
    has_map,
    page,
    pages,
    plans_of,
    questions,
    reading,
    without_plan,
)
from game.rules.events import Asked, PlanCommitted
from game.rules.moments import picks
from game.rules.plans import MOST_PLANS
from game.rules.ruleset import Preset, Turns, make_plan
from game.rules.state import (
    Brief,
    ClockFor,
    Debrief,
    IfThen,
    Over,
    Part,
    Podium,
    Review,
    Standings,
    State,
    Status,
    Step,
    evolve,
)
from game.rules.template import DebriefTemplate
from tests.properties.games import evening, seeds
from tests.rules.pieces import LAST_TIME, TEMPLATE, commit
from tests.rules.table import (
    by_next,
    each,
    game,
    happens,
    on_card,
    play,
    refused,
    to_ready,
    to_step,
)

WHOLE = IfThen(cue="it rings twice", action="we ring back", who="Bo", by_when="Monday")
HALF = IfThen(cue="it rains", action="we stay")


def ended(teams: int = 3, **setup: Any) -> State:
    """Play has ended: the final standings."""
    setup = {"template": TEMPLATE, **setup}
    return play(to_ready(game(teams, **setup)), EndPlay())


def at(part: Part, index: int = 0, state: State | None = None) -> State:
    return play(ended() if state is None else state, GoTo(part, index))


def played_out() -> State:
    """A whole session by Next alone, as far as its podium."""
    for _, _, state in by_next(game(3, template=TEMPLATE, rounds=6, seed=4), step_ms=20_000):
        if isinstance(state.stage, Podium):
            return state
    raise AssertionError("there was no podium")


class TestPages:
    def test_next_alone_goes_through_all_of_them_in_their_order(self) -> None:
        state = played_out()
        there = pages(state)
        assert {one.part for one in there} >= {Part.PODIUM, Part.MOMENT, Part.QUESTION, Part.COMMIT}
        assert [one.part for one in there] == sorted(
            [one.part for one in there], key=list(Part).index
        )
        seen = [page(state)]
        for _, events, after in by_next(state):
            if not each(events, Asked):
                seen.append(page(after))
        assert seen == [*there, None]

    def test_without_a_template_the_podium_is_the_end(self) -> None:
        state = play(ended(template=None), Next())
        assert isinstance(state.stage, Podium)
        assert isinstance(play(state, Next()).stage, Over)
        assert refused(state, GoTo(Part.COMMIT)) == "not_now"
        assert refused(state, CommitPlan(0, WHOLE)) == "not_now"

    def test_where_time_is_short_one_goes_straight_to_the_plans(self) -> None:
        for state in (ended(), play(ended(), Next()), at(Part.QUESTION)):
            assert play(state, GoTo(Part.COMMIT)).stage == Debrief(part=Part.COMMIT)
        assert refused(ended(), GoTo(Part.QUESTION, 3)) == "no_such_page"
        assert refused(to_ready(game(2, template=TEMPLATE)), GoTo(Part.COMMIT)) == "not_now"

    def test_back_undoes_next_page_by_page(self) -> None:
        state = played_out()
        for before, events, after in by_next(state):
            if isinstance(after.stage, Over):
                break
            if not each(events, Asked):
                assert page(play(after, Back())) == page(before)
        assert play(state, Back()).stage == Standings(final=True)

    def test_hidden_scores_have_no_standings_to_go_back_to(self) -> None:
        state = ended(hide_scores=True)
        assert isinstance(state.stage, Podium)
        assert refused(state, Back()) == "not_now"

    @pytest.mark.parametrize("change", ["questions", "template"])
    def test_a_page_that_a_reload_took_away_is_left_for_what_comes_after(self, change: str) -> None:
        state = at(Part.QUESTION, 2)
        short = replace(TEMPLATE, phases=TEMPLATE.phases[:1])
        state = evolve(state, template=short if change == "questions" else DebriefTemplate(**NONE))
        assert asking(state) is None
        assert play(state, Next()).stage == Debrief(part=Part.COMMIT)
        assert page(play(state, Back())) is not None


NONE: dict[str, Any] = {"id": "none", "title": "None"}


class TestQuestions:
    def test_each_has_the_one_clock_which_obeys_as_ever(self) -> None:
        state = at(Part.QUESTION, 0)
        assert state.clock is not None
        assert (state.clock.purpose, state.clock.total_ms) == (ClockFor.DEBRIEF, 60_000)
        assert play(state, PauseClock(), at=1000).clock == evolve(
            state.clock, left_ms=59_000, since=None
        )
        extended = play(state, ExtendClock(30_000)).clock
        assert extended is not None
        assert extended.left(0) == 90_000
        assert play(state, StopClock()).clock is None
        assert play(state, Next(), Next(), Next()).clock is not None
        assert at(Part.QUESTION, 1).clock != state.clock

    def test_no_seconds_are_no_clock_and_pages_to_look_at_have_none(self) -> None:
        silent = replace(
            TEMPLATE,
            commit_seconds=0,
            phases=tuple(
                replace(phase, questions=tuple(replace(q, seconds=0) for q in phase.questions))
                for phase in TEMPLATE.phases
            ),
        )
        state = ended(template=silent)
        for _, _, after in by_next(state):
            assert after.clock is None
        for _, _, after in by_next(ended()):
            stage = after.stage
            timed = isinstance(stage, Debrief) and stage.part in (Part.QUESTION, Part.COMMIT)
            assert (after.clock is not None) is timed

    def test_decks_ask_theirs_in_the_phase_that_says_so(self) -> None:
        state = ended()
        (deck,) = state.content.decks
        asked = replace(deck, debrief=("Who did you think of?", "And why?"))
        state = evolve(state, content=replace(state.content, decks=(asked,)))
        told = [(one.phase.id, one.question.text, one.deck) for one in questions(state)]
        assert told[2:] == [
            ("next", "What will you do?", ""),
            ("next", "Who did you think of?", "d"),
            ("next", "And why?", "d"),
        ]
        state = evolve(
            state,
            template=replace(
                TEMPLATE, phases=(replace(TEMPLATE.phases[0], decks=True), *TEMPLATE.phases[1:])
            ),
        )
        assert [one.phase.id for one in questions(state)] == ["feel"] * 4 + ["next"]

    @pytest.mark.parametrize(("minutes", "teams"), [(5, 2), (15, 4), (20, 8), (40, 8)])
    def test_all_times_together_are_what_is_kept_for_the_debrief(
        self, minutes: int, teams: int
    ) -> None:
        preset = Preset(id="p", name="P", minutes=120, brief=4, debrief=minutes)
        plan = make_plan(preset, teams, Turns.TOGETHER)
        state = evolve(ended(teams), plan=plan)
        seconds = sum(one.seconds for one in questions(state)) + commit_seconds(state)
        pages_without = 60 + 90 + 3 * 75 + 25 * teams
        if minutes * 60 > 2 * pages_without:
            assert abs(seconds + pages_without - minutes * 60) <= 15
        else:
            # Pages to look at are hurried first: talk keeps half.
            assert abs(seconds - minutes * 30) <= 15
        assert all(one.seconds % 5 == 0 for one in questions(state))

    def test_an_insight_keeps_the_question_it_answers_or_the_card_of_its_moment(self) -> None:
        state = play(at(Part.QUESTION, 1), NoteInsight(2, "We never asked."))
        assert state.insights[-1].question == "Why?"
        assert (state.insights[-1].about, state.insights[-1].team) == ("", 2)
        looked = play(played_out(), GoTo(Part.MOMENT, 0), NoteInsight(None, "There!"))
        assert looked.insights[-1].about == picks(looked)[0].card
        assert looked.insights[-1].question == ""
        assert play(at(Part.COMMIT), NoteInsight(None, "x")).insights[-1].question == ""


class TestMap:
    def test_progress_and_connection_are_its_axes_else_the_first_two(self) -> None:
        content = game(2).content
        trust, speed = Meter(id="trust", name="Trust"), Meter(id="speed", name="Speed")
        both = axes(replace(content, meters=(trust, *reversed(content.meters))))
        assert both is not None
        assert [meter.id for meter in both] == ["progress", "connection"]
        assert axes(replace(content, meters=(trust, speed, content.meters[0]))) == (trust, speed)
        assert axes(replace(content, meters=(trust,))) is None

    def test_where_nobody_moved_there_is_none(self) -> None:
        state = ended()
        assert not has_map(state)
        moved = evolve(state.teams[1], meters=(("connection", 1),))
        assert has_map(evolve(state, teams=(state.teams[0], moved)))


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
        assert isinstance(play(state, Next()).stage, Debrief)

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

    def test_what_became_of_them_is_told_and_can_be_told_again(self) -> None:
        state = play(game(2, earlier=LAST_TIME), Begin())
        state = play(state, ReviewCommitment(1, Status.DONE), ReviewCommitment(0, Status.BUSY, "!"))
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

    def test_where_there_were_none_it_begins_with_the_brief(self) -> None:
        state = play(game(2), Begin())
        assert state.stage == Brief()
        assert refused(state, ReviewCommitment(0, Status.DONE)) == "not_now"
