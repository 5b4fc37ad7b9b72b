"""Plans in the debrief and what became of those of last time: keys, fields, and what is read."""

from __future__ import annotations

import pytest

from game.rules.actions import (
    Back,
    CommitPlan,
    DropPlan,
    EndReview,
    GoTo,
    Next,
    ReviewCommitment,
)
from game.rules.debrief import reading
from game.rules.plans import MOST_PLAN
from game.rules.state import IfThen, Part, State, Status, evolve
from game.screens.debrief.commit import CommitScene
from game.screens.debrief.frame import evenly
from game.screens.debrief.reading import ReadingScene
from game.screens.debrief.review import ReviewScene
from game.screens.debrief.teamplans import TeamPlans
from game.screens.debrief.writing import CommitEditor, WhyEditor
from game.screens.game import GameScreen
from game.screens.inputs import Typed
from game.screens.kit.text import fit
from game.screens.kit.wall import Wall
from game.screens.screen import Do, Pop, Push, Stay
from tests.rules.pieces import LAST_TIME
from tests.screens.debriefed import WHOLE, at, do, reviewing
from tests.screens.inside import seen
from tests.screens.outside import WIDE, activate, draw
from tests.screens.outside import press as key

# -- plans


def test_a_teams_key_opens_its_fields_and_what_is_written_is_asked_for() -> None:
    state = at(Part.COMMIT)
    scene, look = CommitScene(), seen(state)
    outcome = scene.on_press(key("3"), look)
    assert isinstance(outcome, Push)
    editor = outcome.screen
    for text in ("it rings twice", "we ring back", "Bo", "Monday"):
        editor.on_typed(Typed(text), look)
        done = editor.on_press(key("tab" if text != "Monday" else "return"), look)
    assert done == Do(CommitPlan(state.teams[2].id, WHOLE))


def test_what_is_open_is_where_the_cursor_stands() -> None:
    half = IfThen(cue="it rains", action="we stay")
    scene, look = CommitScene(), seen(at(Part.COMMIT, 0, (0, half)))
    outcome = scene.on_press(key("e"), look)
    assert isinstance(outcome, Push)
    assert isinstance(outcome.screen, CommitEditor)
    assert outcome.screen.active == 2


def test_an_empty_plan_is_none() -> None:
    look = seen(at(Part.COMMIT))
    assert CommitEditor(0).on_press(key("return", ctrl=True), look) == Pop()


def test_missing_plans_are_told_and_asked_after_once(monkeypatch: pytest.MonkeyPatch) -> None:
    half = IfThen(cue="it rains")
    state = at(Part.COMMIT, 0, (0, WHOLE), (2, half))
    words = draw(CommitScene(), seen(state, Wall(WIDE)), monkeypatch).words
    assert "Still open: then, by whom and by when" in words
    assert words.count("No plan yet") == 1
    asked = do(state, Next())
    words = draw(CommitScene(), seen(asked, Wall(WIDE)), monkeypatch).words
    assert "No whole plan yet: Green and Yellow" in words.replace("\n", " ")


def test_a_team_has_several_plans_each_written_again_or_taken_back() -> None:
    other = IfThen(cue="it snows", action="we go", who="Al", by_when="now")
    state = at(Part.COMMIT, 0, (0, WHOLE), (0, other))
    scene, look = CommitScene(), seen(state, Wall(WIDE))
    outcome = scene.hotspots(look)[1].activate()
    assert isinstance(outcome, Push)
    sheet = outcome.screen
    assert isinstance(sheet, TeamPlans)
    mine = [made.number for made in state.commitments if made.team == 0][-2:]
    second = sheet.on_press(key(str(len(sheet.rows(look)))), look)
    assert isinstance(second, Push)
    assert isinstance(second.screen, CommitEditor)
    assert second.screen.result() == Do(CommitPlan(0, other, mine[1]))
    drops = [spot for spot in sheet.hotspots(look) if spot.name == "Take it back"]
    assert drops[-1].activate() == Do(DropPlan(0, mine[1]), stays=True)
    assert activate(sheet, look, "Back") == Pop()
    assert isinstance(activate(sheet, look, "Another plan"), Push)


def test_what_does_not_fit_is_cut_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    editor, look = CommitEditor(0), seen(at(Part.COMMIT), Wall(WIDE))
    editor.on_typed(Typed("a" * 10_000), look)
    assert len(editor.fields[0].text) == MOST_PLAN
    assert "2,000 characters here: 8,000 were left out" in draw(editor, look, monkeypatch).words
    editor.on_press(key("backspace"), look)
    assert "left out" not in draw(editor, look, monkeypatch).words


def test_esc_asks_before_words_are_lost() -> None:
    editor, look = CommitEditor(0), seen(at(Part.COMMIT))
    assert editor.on_press(key("escape"), look) is None
    editor.on_typed(Typed("it"), look)
    assert editor.on_press(key("escape"), look) == Stay()
    assert editor.said()
    editor.on_typed(Typed(" rains"), look)
    assert editor.on_press(key("escape"), look) == Stay()
    assert editor.on_press(key("escape"), look) is None


def test_each_plan_is_read_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    state = at(Part.READ, 0, (1, WHOLE))
    index = next(i for i in range(9) if _plan_at(state, i) == WHOLE)
    look = seen(do(state, GoTo(Part.READ, index)), Wall(WIDE))
    words = draw(ReadingScene(), look, monkeypatch).words.replace("\n", " ")
    for told in ("Sky", "If it rings twice, then we ring back.", "Bo · Monday"):
        assert told in words


def _plan_at(state: State, i: int) -> IfThen:
    return reading(state)[i].plan


# -- last time


def test_what_became_of_a_plan_is_marked_by_key_and_by_touch() -> None:
    scene, look = ReviewScene(), seen(reviewing(), Wall(WIDE))
    assert scene.on_press(key("b"), look) == Do(ReviewCommitment(0, Status.BUSY, ""))
    assert activate(scene, look, "Dropped") == Do(ReviewCommitment(0, Status.DROPPED, ""))
    assert activate(scene, look, "To the game") == Do(EndReview())
    assert GameScreen().on_next(look) == Do(Next())


def test_the_same_again_takes_it_back() -> None:
    done = evolve(LAST_TIME[0], status=Status.DONE, why="it rained")
    state = evolve(reviewing(), earlier=(done, LAST_TIME[1]))
    outcome = ReviewScene().on_press(key("a"), seen(state))
    assert outcome == Do(ReviewCommitment(0, None, "it rained"))


def test_why_is_told_in_words() -> None:
    scene, look = ReviewScene(), seen(reviewing(1))
    outcome = scene.on_press(key("e"), look)
    assert isinstance(outcome, Push)
    assert isinstance(outcome.screen, WhyEditor)
    outcome.screen.on_typed(Typed("nobody came "), look)
    assert outcome.screen.on_press(key("return"), look) == Do(
        ReviewCommitment(1, None, "nobody came")
    )


def test_previous_goes_back_among_them() -> None:
    assert GameScreen().on_previous(seen(reviewing(1))) == Do(Back())
    assert GameScreen().on_previous(seen(reviewing(0))) is None


@pytest.mark.parametrize("words", [90, 130, 170, 260, 400])
@pytest.mark.parametrize("wall", [Wall((960, 540)), Wall((512, 384)), Wall((960, 540), seat=1.69)])
def test_faces_of_a_long_text_are_equally_full_and_none_stays_half_empty(
    wall: Wall, words: int
) -> None:
    box = wall.box.inset(120, 200)
    text = " ".join(f"woord{i % 7}" for i in range(words))
    least = fit(wall, text, box.w, size=wall.M, leading=1.24)
    faces = evenly(wall, text, box, size=(wall.L, wall.M), leading=1.24)
    assert " ".join(line for face in faces for line in face.lines) == text
    assert max(face.height for face in faces) <= box.h
    # Larger letters cost nobody another press of Next.
    assert len(faces) == -(-len(least.lines) // int(box.h * wall.u / least.line_px))
    if len(faces) > 1:
        heights = [len(face.lines) for face in faces]
        assert max(heights) - min(heights) <= 1
        assert max(face.height for face in faces) > box.h * 0.68
