"""Judging: where a digit goes, what stays hidden, and what a plan has."""

from __future__ import annotations

from typing import Any

import pytest

from game.rules.actions import Judge, JudgeView, Next, Vote, WritePlan
from game.rules.cards import OpenCard
from game.rules.judging import voters
from game.rules.state import Held, IfThen, State, Step, evolve
from game.screens.inputs import SECOND_BELLS, Press
from game.screens.planeditor import PlanEditor
from game.screens.scenes.judge import JudgeScene
from game.screens.screen import Do, Look, Push, Stay
from tests.screens.cardtable import (
    PLAN,
    added_view,
    ids,
    judging,
    look_of,
    planned,
    stage_of,
    voted,
)
from tests.screens.inside import happen, play
from tests.screens.outside import draw, picture


def table(state: State) -> tuple[JudgeScene, Look]:
    return JudgeScene(), look_of(state)


def press(scene: JudgeScene, look: Look, key: str) -> tuple[Any, Look]:
    outcome = scene.on_press(Press(key), look)
    if isinstance(outcome, Do):
        look = happen(scene, look, outcome.action)[0]
    return outcome, look


def letter(state: State, team: int) -> str:
    """The key of a team's ballot."""
    return SECOND_BELLS[ids(state).index(team)]


# ----------------------------------------------------------------------------- facilitator


def test_a_digit_gives_the_points_and_another_changes_them() -> None:
    scene, look = table(judging())
    team = stage_of(look.game).team
    assert press(scene, look, "2")[0] == Do(Judge(team, 2))
    look = press(scene, look, "2")[1]
    look = press(scene, look, "0")[1]
    assert stage_of(look.game).judged == 0
    assert press(scene, look, "4")[0] == Stay(), "there are no four points, and no team is meant"


def test_the_faces_give_points_too() -> None:
    scene, look = table(judging())
    team = stage_of(look.game).team
    assert [s.activate() for s in scene.hotspots(look)][:4] == [
        Do(Judge(team, n)) for n in range(4)
    ]


def test_what_a_good_answer_shows_is_on_the_wall(monkeypatch: pytest.MonkeyPatch) -> None:
    state = judging()
    words = draw(*table(state), monkeypatch).words.replace("\n", " ")
    assert "A good answer" in words
    assert isinstance(state.card, OpenCard)
    for line in state.card.criteria:
        assert line in words


def test_the_view_comes_after_the_answer_and_v_goes_between_them() -> None:
    scene, look = table(added_view())
    team = stage_of(look.game).team
    outcome, look = press(scene, look, "3")
    assert outcome == Do(Judge(team, 3))
    assert press(scene, look, "3")[0] == Stay(), "a view earns two at most"
    outcome, look = press(scene, look, "2")
    assert outcome == Do(JudgeView(2))
    assert press(scene, look, "1")[0] == Do(Judge(team, 1)), "then a digit is the answer's again"
    look = press(scene, look, "v")[1]
    assert press(scene, look, "1")[0] == Do(JudgeView(1))


def test_view_and_answer_have_each_their_faces() -> None:
    scene, look = table(added_view())
    found = [s.activate() for s in scene.hotspots(look)]
    team = stage_of(look.game).team
    assert found[:7] == [
        *(Do(Judge(team, n)) for n in range(4)),
        *(Do(JudgeView(n)) for n in range(3)),
    ]


def test_what_next_asks_and_does_without(monkeypatch: pytest.MonkeyPatch) -> None:
    scene, look = table(judging())
    look = happen(scene, look, Next())[0]
    assert "No points yet." in draw(scene, look, monkeypatch).words.replace("\n", " ")
    look = happen(scene, look, Next())[0]
    assert stage_of(look.game).step is Step.REVEAL


# ----------------------------------------------------------------------------------- peers


def test_digits_in_a_row_are_the_votes_of_the_teams_in_order() -> None:
    state = judging("outside-in/on-the-bus", teams=5)
    scene, look = table(state)
    for key in "2301":
        look = press(scene, look, key)[1]
    assert [points for _team, points in stage_of(look.game).votes] == [2, 3, 0, 1]
    assert [team for team, _points in stage_of(look.game).votes] == list(voters(state))


def test_the_playing_team_has_no_ballot() -> None:
    state = judging("outside-in/on-the-bus", teams=4)
    scene, look = table(state)
    own = letter(state, stage_of(state).team)
    assert scene.on_press(Press(own), look) is None
    names = {team.name for team in state.teams if team.id != stage_of(state).team}
    assert {s.name for s in scene.hotspots(look)} & {t.name for t in state.teams} == names


def test_a_letter_picks_a_ballot_and_then_a_digit_is_its_vote() -> None:
    state = judging("outside-in/on-the-bus", teams=5)
    scene, look = table(state)
    last = voters(state)[-1]
    assert press(scene, look, letter(state, last))[0] == Stay()
    outcome, look = press(scene, look, "3")
    assert outcome == Do(Vote(last, 3))
    assert press(scene, look, "1")[0] == Do(Vote(voters(state)[0], 1)), "then the first missing"


def test_with_all_votes_in_a_digit_picks_a_ballot_to_change() -> None:
    state = voted(4, teams=5)
    scene, look = table(state)
    team = voters(state)[2]
    seat = ids(state).index(team) + 1
    assert press(scene, look, str(seat))[0] == Stay()
    assert press(scene, look, "0")[0] == Do(Vote(team, 0))


def test_by_mouse_a_ballot_and_then_a_face() -> None:
    state = voted(0, teams=5)
    scene, look = table(state)
    team = voters(state)[1]
    name = state.team(team).name
    next(s for s in scene.hotspots(look) if s.name == name).activate()
    assert scene.hotspots(look)[2].activate() == Do(Vote(team, 2))


def test_votes_are_hidden_until_the_last_one_is_in(monkeypatch: pytest.MonkeyPatch) -> None:
    faces: list[int] = []
    monkeypatch.setattr(
        "game.screens.scenes.scale.vote_face", lambda _c, value, *_a: faces.append(value)
    )
    scale = [0, 1, 2, 3]
    picture(*table(voted(3, teams=5)))
    assert faces == scale, "only the scale shows faces"
    faces.clear()
    picture(*table(voted(4, teams=5)))
    assert faces == [*scale, 2, 2, 3, 1]


def test_one_hidden_vote_looks_like_another() -> None:
    state = judging("outside-in/on-the-bus", teams=5)
    first = voters(state)[0]
    none, all_ = (play(state, Vote(first, points)) for points in (0, 3))
    assert picture(*table(none)) == picture(*table(all_))


def test_the_wall_counts_the_votes(monkeypatch: pytest.MonkeyPatch) -> None:
    for count, words in ((1, "vote is in"), (5, "votes are in")):
        drawn = draw(*table(voted(count)), monkeypatch).words
        assert f"{count} of 7" in drawn
        assert words in drawn


def test_missing_votes_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    state = play(voted(5), Next())
    words = draw(*table(state), monkeypatch).words.replace("\n", " ")
    late = [state.team(t).name for t in voters(state)[5:]]
    assert f"No vote yet from {late[0]} and {late[1]}." in words


# ------------------------------------------------------------------------------------ plans


def test_a_plan_is_visible_on_monday_or_not() -> None:
    scene, look = table(planned())
    team = stage_of(look.game).team
    assert press(scene, look, "1")[0] == Do(Judge(team, 1))
    assert press(scene, look, "0")[0] == Do(Judge(team, 0))
    assert press(scene, look, "2")[0] == Stay()
    assert [s.activate() for s in scene.hotspots(look)][:2] == [
        Do(Judge(team, 1)),
        Do(Judge(team, 0)),
    ]


def test_the_plan_can_still_be_changed() -> None:
    scene, look = table(planned())
    outcome = scene.on_press(Press("e"), look)
    assert isinstance(outcome, Push)
    assert isinstance(outcome.screen, PlanEditor)


def test_every_part_of_the_plan_is_on_the_wall(monkeypatch: pytest.MonkeyPatch) -> None:
    state = planned()
    words = draw(*table(state), monkeypatch).words.replace("\n", " ")
    plan = stage_of(state).plan
    assert plan is not None
    for part in (plan.cue, plan.action, plan.who, plan.by_when):
        assert part in words


@pytest.mark.parametrize(
    ("plan", "faces"),
    [
        (IfThen(), 0),
        (IfThen(cue="a", action="b"), 1),
        (IfThen(cue="a", action="b", who="c", by_when="d"), 2),
    ],
)
def test_a_face_stands_for_each_point_a_plan_has(
    plan: IfThen, faces: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    monkeypatch.setattr("game.screens.scenes.scale.face", lambda *_a: drawn.append(1))
    state = judging(PLAN)
    picture(*table(play(state, WritePlan(stage_of(state).team, plan))))
    assert len(drawn) == faces


def test_points_can_be_put_right_at_once_after_undo() -> None:
    scene, look = table(evolve(judging(), held=Held.RESUMED))
    look = press(scene, look, "2")[1]
    assert stage_of(look.game).judged == 2
