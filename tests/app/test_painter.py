"""What is put into the window, and how often."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from benchmarks.stage import Stage
from game.app import painter as painting
from game.app import splash
from game.rules.actions import Hold, Next
from game.rules.state import Held
from game.screens.kit.layer import Dirty
from game.screens.kit.wall import Canvas
from game.screens.screen import Look, Push, Screen


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
        monkeypatch.setenv(splash.ACCELERATION, "0")
        left = list(times)
        monkeypatch.setattr(stage.painter, "_flip_ms", lambda left=left: left.pop(0))
        assert stage.painter.probe() == kept
        assert not left
    stage.loop.draw()


@pytest.mark.parametrize("event", [pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED])
def test_a_window_that_was_covered_or_minimised_is_shown_again(stage: Stage, event: int) -> None:
    rest(stage)
    stage.painter.surface.fill("black")
    before = stage.painter.frames
    stage.program.take(pygame.Event(event), stage.painter, 0)
    stage.loop.draw()
    assert stage.painter.frames == before + 1
    assert stage.painter.surface.get_at((5, 5)) != pygame.Color("black")
    stage.loop.draw()
    assert stage.painter.frames == before + 1


def test_full_screen_and_back_keep_the_window(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def another_window(*_how: object) -> None:
        raise AssertionError("a window that is opened anew flashes, and loses the keys")

    monkeypatch.setattr(splash, "set_mode", another_window)
    monkeypatch.setattr(painting, "set_mode", another_window)
    rest(stage)
    for _ in range(3):
        stage.program.change("fullscreen", True)
        rest(stage)
        assert stage.painter.surface.get_size() == pygame.display.get_desktop_sizes()[0]
        stage.program.change("fullscreen", False)
        rest(stage)
        assert stage.painter.surface.get_size() == (640, 360)


def test_a_game_opened_in_full_screen_has_a_window_to_go_back_to(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.mkdir(parents=True)
    (home / "settings.json").write_text('{"fullscreen": true, "software": "yes"}', "utf-8")
    opened = splash.open_window(None, None)
    assert opened is not None
    desktop = pygame.display.get_desktop_sizes()[0]
    assert pygame.display.get_window_size() == desktop
    splash.fill_screen(None, 0, fullscreen=False)
    width, height = pygame.display.get_window_size()
    assert (width, height) < desktop
    splash.fill_screen(None, 0, fullscreen=True)
    splash.fill_screen(None, 0, fullscreen=False)
    assert pygame.display.get_window_size() == (width, height)


def test_nothing_moves_over_a_sheet_but_the_clock_beneath_it_goes_on(stage: Stage) -> None:
    program, top = stage.program, Moving()
    program.director.apply_screen(top)
    stage.loop.draw()
    moved = top.is_moving
    program.director.apply(Push(Sheet()), program.look(stage.painter.wall))
    assert (moved, top.is_moving) == (True, False)
    rest(stage)
    for second in range(3):
        top.second = second
        stage.loop.draw()
        assert stage.painter.surface.get_at((5, 5))[:3] == (0, 0, second)
        assert stage.painter.surface.get_at((100, 100))[:3] == (0, 255, 0)
    before = stage.painter.frames
    stage.loop.draw()
    assert stage.painter.frames == before


class Moving(Screen):
    """Fills the wall in every frame, and has a clock."""

    def __init__(self) -> None:
        self.is_moving, self.second = True, 0

    def moving(self, look: Look) -> bool:
        return self.is_moving

    def finish(self, look: Look) -> None:
        self.is_moving = False

    def wakes_at(self, look: Look) -> int | None:
        return 10_000 + 1000 * self.second

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        dirty.add(canvas.surface.fill((0, 0, self.second)))


class Sheet(Screen):
    """Lies over most of the wall."""

    overlay = True

    def paint(self, canvas: Canvas, look: Look) -> None:
        canvas.surface.fill((0, 255, 0), (50, 50, 500, 250))
