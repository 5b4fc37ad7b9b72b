"""Debrief, whose time is protected, and commitments: every team has an if-then plan."""

from __future__ import annotations

from game.rules.actions import CommitPlan, EndPlay, LockAnswer, Next
from game.rules.debrief import page, pages, reading
from game.rules.events import Asked
from game.rules.pace import debrief_ms
from game.rules.ruleset import Plan, Preset, Turns, make_plan
from game.rules.state import Debrief, IfThen, Over, Part, Podium, State, Step
from tests.rules.afterplay import HALF, WHOLE, at, ended
from tests.rules.pieces import TEMPLATE, dilemma
from tests.rules.table import happens, on_card, play, ring, to_step


def parts(state: State) -> list[Part]:
    """What Next alone shows from here on, page by page, until the session is closed."""
    seen: list[Part] = []
    for _ in range(100):
        state, events = happens(state, Next())
        if isinstance(state.stage, Over):
            return seen
        if not any(isinstance(event, Asked) for event in events):
            shown = page(state)
            assert shown is not None
            seen.append(shown.part)
    raise AssertionError("the debrief does not end")


def test_its_time_is_protected_play_has_what_is_left_of_the_session() -> None:
    hour = Preset(id="60", name="An hour", minutes=60, brief=4, debrief=20)
    for teams, turns in ((2, Turns.ONE_BY_ONE), (4, Turns.ONE_BY_ONE), (8, Turns.TOGETHER)):
        plan = make_plan(hour, teams, turns)
        assert plan.rounds * plan.round_ms <= plan.play_ms == 36 * 60_000
        assert debrief_ms(plan) == 20 * 60_000


def test_it_is_a_third_of_the_session_where_nobody_said() -> None:
    plan = Plan(turns=Turns.ONE_BY_ONE, rounds=3, play_ms=0, round_ms=0, minutes=45)
    assert debrief_ms(plan) == 15 * 60_000


def test_podium_map_moments_questions_plans_in_this_order() -> None:
    # Another view wins on a card, which is a moment; its option moves two meters: there is a map.
    state = play(on_card(dilemma("c", (1, 3)), template=TEMPLATE), LockAnswer(0, 0))
    state = to_step(play(ring(state, 1), LockAnswer(1, 1)), Step.TALK)
    assert parts(play(state, EndPlay())) == [
        Part.PODIUM,
        Part.MAP,
        Part.MOMENT,
        *[Part.QUESTION] * 3,
        Part.COMMIT,
    ]


def test_one_question_is_on_a_screen() -> None:
    asked = [one for one in pages(ended()) if one.part is Part.QUESTION]
    every = [question for phase in TEMPLATE.phases for question in phase.questions]
    assert [one.index for one in asked] == list(range(len(every)))


def test_every_team_without_a_whole_plan_is_asked_for_once() -> None:
    state = play(at(Part.COMMIT), CommitPlan(0, WHOLE), CommitPlan(1, HALF))
    state, events = happens(state, Next())
    assert events == (Asked((1, 2)),)
    assert state.stage == Debrief(part=Part.COMMIT, asked=True)
    assert page(play(state, Next())) == pages(state)[-2]


def test_where_every_team_has_one_nobody_is_asked() -> None:
    plans = [CommitPlan(team, WHOLE) for team in range(3)]
    assert isinstance(play(at(Part.COMMIT), *plans, Next()).stage, Debrief)
    assert parts(play(at(Part.COMMIT), *plans)) == [Part.READ] * 3


def test_plans_are_read_aloud_one_a_screen_team_by_team() -> None:
    later = IfThen(cue="it snows", action="we ring")
    state = play(at(Part.COMMIT), CommitPlan(2, WHOLE), CommitPlan(0, WHOLE), CommitPlan(2, later))
    assert [(one.team, one.plan) for one in reading(state)] == [(0, WHOLE), (2, WHOLE), (2, later)]
    assert parts(state) == [Part.READ] * 3


def test_without_a_debrief_the_podium_is_the_end() -> None:
    state = play(ended(template=None), Next())
    assert isinstance(state.stage, Podium)
    assert isinstance(play(state, Next()).stage, Over)
