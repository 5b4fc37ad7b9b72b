"""A sentence under the fingers outlives the program: it is there again, and never twice."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.stage import Stage
from game.rules.actions import EndPlay, GoTo, Next
from game.rules.state import Part, Phase
from game.screens.debrief.writing import CommitEditor
from game.screens.desk import desk_at
from game.screens.desk.form import FormPage
from game.screens.desk.halftyped import half_typed
from game.screens.editor import Editor
from game.screens.game import GameScreen
from game.screens.inputs import Press, Typed
from game.screens.insight import InsightEditor
from game.screens.planeditor import PlanEditor
from game.screens.screen import Look, Pop, Push
from game.session.drafts import draft_path, read_drafts
from game.session.session import Session


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setenv("CXGAME_HOME", str(tmp_path))
    made = Stage(tmp_path, (640, 360), rounds=1)
    yield made
    made.program.close()


@pytest.fixture
def log(stage: Stage) -> Path:
    path = stage.session.path
    assert path is not None
    return path


def look(stage: Stage) -> Look:
    return stage.program.look(stage.painter.wall)


def opened(stage: Stage, editor: Editor) -> Editor:
    stage.program.director.apply(Push(editor), look(stage))
    stage.program.tick(stage.painter)
    return editor


def write(stage: Stage, words: str) -> None:
    stage.program.director.take(Typed(words), look(stage))
    stage.program.tick(stage.painter)


def press(stage: Stage, *names: str) -> None:
    for name in names:
        stage.program.director.take(Press(name), look(stage))
    stage.program.tick(stage.painter)


def wait_for(path: Path, there: bool) -> None:
    end = time.monotonic() + 5
    while draft_path(path).exists() is not there:
        assert time.monotonic() < end
        time.sleep(0.002)


def wait_for_words(path: Path, words: str) -> None:
    """Until the file has them: what is typed on is written a second later."""
    end = time.monotonic() + 5
    while not any(words in texts for texts in read_drafts(path).values()):
        assert time.monotonic() < end
        time.sleep(0.002)


def killed(stage: Stage, log: Path) -> None:
    """The plug is pulled: what is on the disk then is all there is, and the session goes on."""
    raw, draft = log.read_bytes(), draft_path(log).read_bytes()
    stage.program.evenings.leave()
    log.write_bytes(raw)
    draft_path(log).write_bytes(draft)
    assert stage.program.evenings.resume(log)
    stage.program.director.apply_screen(GameScreen())
    stage.program.tick(stage.painter)


def insights(stage: Stage) -> list[tuple[str, int | None]]:
    evening = stage.program.evening
    assert evening is not None
    return [(one.text, one.team) for one in evening.state.insights]


def texts(editor: Editor) -> list[str]:
    return [field.text for field in editor.fields]


def test_a_half_typed_insight_is_there_again_with_who_said_it(stage: Stage, log: Path) -> None:
    opened(stage, InsightEditor(None))
    press(stage, "tab", "tab")
    write(stage, "they wait for")
    wait_for(log, there=True)
    killed(stage, log)
    assert "half typed" in stage.program.notice()
    editor = opened(stage, InsightEditor(None))
    assert texts(editor) == ["they wait for"]
    assert editor.said() == "What was half typed is here again."
    write(stage, " soup")
    assert editor.said() == ""
    press(stage, "return")
    assert insights(stage) == [("they wait for soup", 1)]


def test_each_plan_has_its_own_words(stage: Stage, log: Path) -> None:
    evening = stage.program.evening
    assert evening is not None
    while evening.state.phase is not Phase.PLAY:
        evening.do(Next(), "test")
    evening.do(EndPlay(), "test")
    evening.do(Next(), "test")
    evening.do(GoTo(Part.COMMIT), "test")
    opened(stage, CommitEditor(0))
    write(stage, "it rains")
    press(stage, "return")
    write(stage, "we ring")
    wait_for_words(log, "we ring")
    killed(stage, log)
    assert texts(opened(stage, CommitEditor(1))) == ["", "", "", ""]
    press(stage, "escape")
    editor = opened(stage, CommitEditor(0))
    assert texts(editor) == ["it rains", "we ring", "", ""]
    assert editor.active == 1, "it goes on where it stopped"


def test_the_plan_of_another_card_is_another_plan(stage: Stage) -> None:
    state = stage.session.state
    assert PlanEditor(0, None).belongs_to(state) == PlanEditor(0, None).belongs_to(state)
    assert PlanEditor(0, None).belongs_to(state) != PlanEditor(1, None).belongs_to(state)


def test_what_was_kept_goes_from_the_file(stage: Stage, log: Path) -> None:
    opened(stage, InsightEditor(None))
    write(stage, "they wait")
    wait_for(log, there=True)
    press(stage, "return")
    assert insights(stage) == [("they wait", None)]
    wait_for(log, there=False)
    assert texts(opened(stage, InsightEditor(None))) == [""]


def test_what_is_left_on_purpose_goes_too(stage: Stage, log: Path) -> None:
    for keys in (("escape", "escape"), ()):
        opened(stage, InsightEditor(None))
        write(stage, "never mind")
        wait_for(log, there=True)
        press(stage, *keys) if keys else stage.program.director.apply(Pop(), look(stage))
        stage.program.tick(stage.painter)
        wait_for(log, there=False)
        assert texts(opened(stage, InsightEditor(None))) == [""]
        stage.program.director.apply(Pop(), look(stage))
        stage.program.tick(stage.painter)


def test_one_page_after_another_in_a_single_moment_is_another_page(stage: Stage, log: Path) -> None:
    """Kept, and opened again at once: between the two nobody looked."""
    opened(stage, InsightEditor(None))
    write(stage, "they wait")
    stage.program.director.take(Press("return"), look(stage))
    editor = opened(stage, InsightEditor(None))
    assert texts(editor) == [""]
    wait_for(log, there=False)


def form(stage: Stage, control: str) -> FormPage:
    """A form of the desk, opened as its row on the desk opens it."""
    desk = desk_at(control, look(stage).game)
    stage.program.director.apply(Push(desk), look(stage))
    stage.program.tick(stage.painter)
    assert isinstance(desk.page, FormPage)
    return desk.page


def test_so_are_words_that_are_half_typed_on_the_desk(stage: Stage, log: Path) -> None:
    page = form(stage, "insight")
    write(stage, "they wait for")
    press(stage, "tab", "2")
    wait_for_words(log, "1")
    killed(stage, log)
    page = form(stage, "insight")
    assert page.given == {"text": "they wait for", "team": "1"}
    assert page.trouble == "What was half typed is here again."
    assert page.field.name == "text"
    write(stage, " soup")
    assert page.trouble == ""
    press(stage, "return")
    assert insights(stage) == [("they wait for soup", 1)]
    wait_for(log, there=False)
    assert form(stage, "insight").given["text"] == ""


def test_a_form_that_is_left_is_left(stage: Stage, log: Path) -> None:
    form(stage, "insight")
    write(stage, "never mind")
    wait_for(log, there=True)
    press(stage, "escape")
    wait_for(log, there=False)


def test_names_and_reasons_are_no_sentences(stage: Stage) -> None:
    page = form(stage, "add-team")
    write(stage, "The Owls")
    assert half_typed(page) is None


def test_a_program_that_is_closed_keeps_what_is_half_typed(stage: Stage, log: Path) -> None:
    opened(stage, InsightEditor(None))
    write(stage, "they wait")
    stage.program.evenings.leave()
    assert read_drafts(log) == {"insight": ("they wait", "")}


def test_what_comes_again_can_be_taken_back_and_is_asked_about(stage: Stage, log: Path) -> None:
    opened(stage, InsightEditor(None))
    write(stage, "they wait")
    wait_for(log, there=True)
    killed(stage, log)
    editor = opened(stage, InsightEditor(None))
    press(stage, "escape")
    assert "Esc again" in editor.said()
    stage.program.director.take(Press("z", ctrl=True), look(stage))
    assert texts(editor) == [""]
    stage.program.tick(stage.painter)
    wait_for(log, there=False)


def test_a_file_somebody_else_wrote_harms_nothing(stage: Stage, log: Path) -> None:
    draft_path(log).write_text('{"insight": ["one"], "plan 0 x": ["a"]}', "ascii")
    stage.program.evenings.leave()
    assert stage.program.evenings.resume(log)
    stage.program.director.apply_screen(GameScreen())
    assert texts(opened(stage, InsightEditor(None))) == ["one"]


def test_a_session_without_a_log_keeps_none(stage: Stage, tmp_path: Path) -> None:
    from tests.session.evening import header

    stage.program.show_session(Session.create(None, header()))
    opened(stage, InsightEditor(None))
    write(stage, "they wait")
    stage.program.evenings.leave()
    assert not list(tmp_path.rglob("*.draft"))
