"""What is put into the window, and how often."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from benchmarks.stage import Stage
from game.app import painter as painting
from game.rules.actions import Hold, Next
from game.rules.state import Held


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setenv("CXGAME_HOME", str(tmp_path))
    made = Stage(tmp_path, (640, 360), rounds=1)
    yield made
    made.program.close()


def rest(stage: Stage) -> None:
    stage.loop.draw()
    stage.settle()
    stage.loop.draw()


def test_nothing_is_drawn_while_nothing_changes(stage: Stage) -> None:
    rest(stage)
    before = stage.painter.frames
    for _ in range(20):
        stage.loop.draw()
    assert stage.painter.frames == before


def test_a_move_is_drawn(stage: Stage) -> None:
    rest(stage)
    before = stage.painter.frames
    assert stage.program.evening is not None
    stage.program.evening.do(Next(), "test")
    stage.loop.draw()
    assert stage.painter.frames > before


def test_a_dark_wall_is_dark_all_over_and_comes_back_as_it_was(stage: Stage) -> None:
    assert stage.program.evening is not None
    stage.program.evening.do(Next(), "test")
    rest(stage)
    picture = pygame.image.tobytes(stage.painter.surface, "RGB")
    stage.program.evening.do(Hold(Held.BLACK), "test")
    rest(stage)
    assert not any(pygame.image.tobytes(stage.painter.surface, "RGB"))
    stage.program.evening.do(Next(), "test")
    rest(stage)
    assert pygame.image.tobytes(stage.painter.surface, "RGB") == picture


def test_the_wall_follows_the_window_and_the_settings(stage: Stage) -> None:
    rest(stage)
    stage.program.change("theme", "stage")
    stage.program.change("seat", 1.69)
    stage.loop.draw()
    assert stage.painter.wall.theme.is_stage
    assert stage.painter.wall.seat == 1.69
    pygame.display.set_mode((300, 500))
    stage.loop.draw()
    assert stage.painter.wall.size == (300, 500)


def test_presenting_is_changed_only_where_the_other_way_is_quicker(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest(stage)
    for times, kept in (([1.0], "yes"), ([20.0, 5.0], "no"), ([20.0, 30.0], "yes")):
        monkeypatch.setenv(painting.ACCELERATION, "0")
        left = list(times)
        monkeypatch.setattr(stage.painter, "_flip_ms", lambda left=left: left.pop(0))
        assert stage.painter.probe() == kept
        assert not left
    stage.loop.draw()
