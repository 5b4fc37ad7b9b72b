"""After play: every page by Next alone, there and back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from game.rules.actions import (
    Back,
    CommitPlan,
    ExtendClock,
    GoTo,
    Next,
    NoteInsight,
    PauseClock,
    RemoveTeam,
    StopClock,
)
from game.rules.asking import LEAST_SHARE
from game.rules.cards import Meter
from game.rules.debrief import Page, asking, axes, commit_seconds, has_map, page, pages, questions
from game.rules.events import Asked, PodiumShown, StandingsShown
from game.rules.moments import picks
from game.rules.ruleset import Preset, Turns, make_plan
from game.rules.state import ClockFor, Debrief, Over, Part, Podium, Standings, State, evolve
from game.rules.template import DebriefTemplate
from tests.rules.afterplay import WHOLE, at, ended
from tests.rules.pieces import TEMPLATE
from tests.rules.table import by_next, each, game, happens, play, refused, to_ready


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

    def test_the_map_comes_after_the_podium_where_teams_moved(self) -> None:
        state = ended()
        moved = evolve(state.teams[1], meters=(("connection", 1),))
        state = evolve(state, teams=(state.teams[0], moved))
        assert [one.part for one in pages(state)][:3] == [Part.PODIUM, Part.MAP, Part.QUESTION]
        assert page(play(state, Next(), Next())) == Page(Part.MAP)

    def test_podium_and_standings_are_told_each_time_they_come(self) -> None:
        podium, events = happens(at(Part.QUESTION), GoTo(Part.PODIUM))
        assert events[-1:] == (PodiumShown(),)
        assert happens(podium, Back())[1] == (StandingsShown(True),)

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

    def test_where_no_phase_is_the_decks_theirs_come_last(self) -> None:
        (deck,) = ended().content.decks
        phases = tuple(replace(phase, decks=False) for phase in TEMPLATE.phases)
        state = ended(template=replace(TEMPLATE, phases=phases))
        own = replace(state.content, decks=(replace(deck, debrief=("Ours?",)),))
        asked = questions(evolve(state, content=own))
        assert (asked[-1].question.text, asked[-1].deck) == ("Ours?", deck.id)
        assert asked[-1].seconds == 120
        assert asked[-1].phase == phases[-1]

    def test_no_question_is_hurried_into_saying_nothing(self) -> None:
        state = ended()
        state = evolve(state, plan=replace(state.plan, debrief_ms=10_000))
        assert [one.seconds for one in questions(state)] == [20]
        assert commit_seconds(state) == 20

    def test_a_short_debrief_asks_less_and_of_work_to_the_last(self) -> None:
        (deck,) = ended().content.decks
        content = replace(ended().content, decks=(replace(deck, debrief=("Ours?",)),))
        kept = []
        for minutes in range(20, 0, -1):
            state = ended(4)
            plan = replace(state.plan, debrief_ms=minutes * 60_000)
            state = evolve(state, plan=plan, content=content)
            asked = questions(state)
            if len(asked) > 1:
                # To the step; what is asked has time to be talked about.
                assert all(one.seconds > one.question.seconds * LEAST_SHARE - 5 for one in asked)
            kept.append([one.question.text for one in asked])
        assert list(map(list, dict.fromkeys(map(tuple, kept)))) == [
            ["How are you?", "Why?", "What will you do?", "Ours?"],
            ["How are you?", "What will you do?", "Ours?"],
            ["How are you?", "What will you do?"],
            ["What will you do?"],
        ]

    def test_the_questions_stay_when_a_team_goes_during_the_debrief(self) -> None:
        for minutes in range(5, 20):
            state = ended(3)
            plan = replace(state.plan, debrief_ms=minutes * 60_000)
            state = evolve(state, plan=plan)
            assert questions(play(state, RemoveTeam(1))) == questions(state)

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

    def test_without_two_meters_there_is_none(self) -> None:
        state = ended()
        moved = evolve(state, teams=(evolve(state.teams[0], meters=(("connection", 1),)),))
        assert has_map(moved)
        assert not has_map(evolve(moved, content=replace(moved.content, meters=())))

    def test_where_nobody_moved_there_is_none(self) -> None:
        state = ended()
        assert not has_map(state)
        moved = evolve(state.teams[1], meters=(("connection", 1),))
        assert has_map(evolve(state, teams=(state.teams[0], moved)))
