"""What fails while time passes takes no session with it; see also test_desk.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.stage import Stage
from game.app.painter import Painter
from game.screens.game import GameScreen
from game.screens.menu import MenuScreen
from game.screens.screen import Push


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setenv("CXGAME_HOME", str(tmp_path))
    made = Stage(tmp_path, (320, 180), rounds=1)
    yield made
    made.program.close()


def failing(stage: Stage, monkeypatch: pytest.MonkeyPatch, *fails: bool) -> None:
    """Let the program's ticks fail or not, one after the other; the program ends with the last."""
    program, left = stage.program, list(fails)

    def tick(_painter: Painter) -> None:
        fail = left.pop(0)
        program.director.running = bool(left)
        if fail:
            raise ZeroDivisionError

    monkeypatch.setattr(program, "tick", tick)


def test_one_failure_takes_the_sheet_away_and_is_told(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    director = stage.program.director
    director.apply(Push(MenuScreen()), stage.program.look(stage.painter.wall))
    failing(stage, monkeypatch, True, False, True, False)
    stage.loop.run()
    assert isinstance(director.top, GameScreen)
    assert "Nothing is lost" in stage.program.notice()


def test_what_fails_again_in_the_next_tick_is_no_screens_fault(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(stage, monkeypatch, True, True, False)
    with pytest.raises(ZeroDivisionError):
        stage.loop.run()
