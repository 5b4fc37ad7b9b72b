"""The running session: what a press means right after a ring, and whose sheet stays open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.stage import Stage
from game.app.director import Director
from game.app.evening import Evening
from game.rules.actions import Next
from game.rules.state import BellPhase, OnCard
from game.screens.game import AFTER_RING_MS, GameScreen
from game.screens.inputs import Pointer, Press, Rang, Typed
from game.screens.insight import InsightEditor
from game.screens.kit.wall import Wall
from game.screens.menu import MenuScreen
from game.screens.screen import Look, Push

WALL = Wall((640, 360))


def until_bells_are(wanted: BellPhase, evening: Evening) -> None:
    for _ in range(400):
        if phase(evening) is wanted:
            return
        assert evening.do(Next(), "test") is None
    raise AssertionError(f"no bells were {wanted}")


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """A session at a bell card whose bells are open."""
    monkeypatch.setenv("CXGAME_HOME", str(tmp_path))
    made = Stage(tmp_path, (640, 360), rounds=6, seed=4)
    evening = made.program.evening
    assert evening is not None
    until_bells_are(BellPhase.OPEN, evening)
    yield made
    made.program.close()


def phase(evening: Evening) -> BellPhase | None:
    stage = evening.state.stage
    bell = stage.bell if isinstance(stage, OnCard) else None
    return None if bell is None else bell.phase


def look(stage: Stage, later: int = 0) -> Look:
    program = stage.program
    return program.director.look(WALL, program.now() + later)


def director(stage: Stage) -> Director:
    return stage.program.director


def test_next_right_after_a_ring_was_meant_for_the_moment_before(stage: Stage) -> None:
    evening = stage.program.evening
    assert evening is not None
    director(stage).take(Rang(0), look(stage))
    assert phase(evening) is BellPhase.TAKEN
    director(stage).top.finish(look(stage))
    director(stage).take(Press("page down"), look(stage))
    assert phase(evening) is BellPhase.TAKEN
    director(stage).take(Press("page down"), look(stage, AFTER_RING_MS))
    assert phase(evening) is not BellPhase.TAKEN


def test_so_was_a_key_that_was_given_next(stage: Stage) -> None:
    evening = stage.program.evening
    assert evening is not None
    stage.program.change("keys", (("#258", "next"),))
    stage.program.change("bells", (("key:f9", 2),))
    director(stage).take(Press("f9"), look(stage))  # a bell by a key that was given to it
    assert phase(evening) is BellPhase.TAKEN
    director(stage).top.finish(look(stage))
    odd = Press("", told="#258")
    director(stage).take(odd, look(stage))
    assert phase(evening) is BellPhase.TAKEN
    director(stage).take(odd, look(stage, AFTER_RING_MS))
    assert phase(evening) is not BellPhase.TAKEN


def test_so_was_a_click_on_the_way_on(stage: Stage) -> None:
    evening = stage.program.evening
    assert evening is not None
    director(stage).take(Rang(0), look(stage))
    director(stage).top.finish(look(stage))
    later = look(stage, AFTER_RING_MS)
    spots = director(stage).top.hotspots(later)
    assert spots
    for spot in spots:
        director(stage).take(Pointer("down", spot.box.cx, spot.box.cy), look(stage))
    assert phase(evening) is BellPhase.TAKEN
    assert director(stage).top.hotspots(look(stage)) == ()


def test_a_ring_leaves_what_the_facilitator_is_typing(stage: Stage) -> None:
    evening = stage.program.evening
    assert evening is not None
    editor = InsightEditor(None)
    director(stage).apply(Push(editor), look(stage))
    director(stage).take(Typed("they wait"), look(stage))
    director(stage).take(Rang(1), look(stage))
    assert phase(evening) is BellPhase.TAKEN
    assert director(stage).top is editor
    director(stage).take(Press("return"), look(stage))
    assert [insight.text for insight in evening.state.insights] == ["they wait"]
    assert isinstance(director(stage).top, GameScreen)


def test_what_happens_beneath_leaves_the_focus_in_the_menu(stage: Stage) -> None:
    director(stage).apply(Push(MenuScreen()), look(stage))
    director(stage).take(Press("tab"), look(stage))
    director(stage).take(Press("tab"), look(stage))
    director(stage).take(Rang(0), look(stage))
    assert director(stage).focus == 1


def test_teams_that_hammer_too_early_do_not_keep_the_bells_closed(stage: Stage) -> None:
    evening = stage.program.evening
    assert evening is not None
    evening.undo()
    evening.do(Next(), "test")
    until_bells_are(BellPhase.ARMED, evening)
    director(stage).top.finish(look(stage))
    for seat in (0, 1, 0):
        director(stage).take(Rang(seat), look(stage))
    assert director(stage).top.moving(look(stage))
    director(stage).take(Press("page down"), look(stage))
    assert phase(evening) is BellPhase.OPEN
