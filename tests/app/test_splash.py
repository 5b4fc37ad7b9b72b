"""The first frame: ground and name, before anything else."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.app import window
from game.app.painter import Painter
from game.app.splash import ACCELERATION, open_window

RIGHT_CLICK = "SDL_MAC_CTRL_CLICK_EMULATE_RIGHT_CLICK"


@pytest.mark.parametrize("theme", ["daylight", "stage"])
@pytest.mark.parametrize("size", [(1280, 720), (300, 900)])
def test_it_shows_the_name(home: Path, theme: str, size: tuple[int, int]) -> None:
    home.mkdir(parents=True)
    (home / "settings.json").write_text(f'{{"theme": "{theme}"}}', "utf-8")
    assert open_window(0, size) is not None
    surface = pygame.display.get_surface()
    assert surface is not None
    ground = surface.get_at((0, 0))
    written = pygame.mask.from_threshold(surface, ground, (1, 1, 1, 255))
    written.invert()
    (name,) = [box for box in [union(written.get_bounding_rects())] if box.w]
    assert name.w > size[0] * 0.4
    assert abs(name.centerx - size[0] / 2) < size[0] * 0.05
    assert abs(name.centery - size[1] / 2) < size[1] * 0.05


@pytest.mark.parametrize(("display", "told"), [(0, ""), (None, ""), (6, "no display 7")])
def test_a_display_that_is_not_there_is_said(
    home: Path, monkeypatch: pytest.MonkeyPatch, display: int | None, told: str
) -> None:
    said = []
    monkeypatch.setattr(window.Loop, "run", lambda loop: said.append(loop.program.notice()))
    assert window.run_start(display, (640, 360)) == window.OK
    (notice,) = said
    assert told in notice
    assert bool(notice) is bool(told)


def union(boxes: list[pygame.Rect]) -> pygame.Rect:
    return boxes[0].unionall(boxes[1:]) if boxes else pygame.Rect(0, 0, 0, 0)


class WithoutFramebuffer:
    """SDL as it is on macOS and under Wayland: no surface unless the graphics card presents it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[str] = []
        """What stood in the variable each time a window was asked for."""
        self._decided: str | None = None
        self._set_mode, self._init = pygame.display.set_mode, pygame.display.init
        monkeypatch.setattr(pygame.display, "set_mode", self.set_mode)
        monkeypatch.setattr(pygame.display, "init", self.init)

    def init(self) -> None:
        if not pygame.display.get_init():
            self._decided = None
        self._init()

    def set_mode(self, *how: Any, **more: Any) -> pygame.Surface:
        # SDL looks once, until its displays are closed.
        self._decided = self._decided or os.environ.get(ACCELERATION, "")
        self.asked.append(self._decided)
        if self._decided == "0":
            raise pygame.error("")
        return self._set_mode(*how, **more)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> WithoutFramebuffer:
    pygame.display.quit()
    monkeypatch.setenv(ACCELERATION, "")
    monkeypatch.delenv(ACCELERATION)
    return WithoutFramebuffer(monkeypatch)


def test_where_only_the_card_presents_frames_there_is_a_window_all_the_same(
    home: Path, bare: WithoutFramebuffer
) -> None:
    """It said that there was no display, on every Mac."""
    assert open_window(None, (640, 360)) is not None
    assert bare.asked == ["0", "1"]
    assert os.environ[ACCELERATION] == "1"


def test_a_mac_is_not_even_asked_for_another_way(
    home: Path, bare: WithoutFramebuffer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its window would be there for a moment, go, and come again."""
    monkeypatch.setattr(sys, "platform", "darwin")
    assert open_window(None, (640, 360)) is not None
    assert bare.asked == [""]


def test_where_there_is_no_window_at_all_that_is_told(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_how: Any, **_more: Any) -> pygame.Surface:
        raise pygame.error("no window for you")

    monkeypatch.setenv(ACCELERATION, "0")
    monkeypatch.setattr(pygame.display, "set_mode", refused)
    assert open_window(None, (640, 360)) is None


@pytest.mark.parametrize("times", [[20.0, 5.0], [20.0, 30.0]])
def test_a_slow_window_of_that_kind_stays_one_of_the_card(
    home: Path, bare: WithoutFramebuffer, monkeypatch: pytest.MonkeyPatch, times: list[float]
) -> None:
    """Measuring tried the other way, which ended the game."""
    splash = open_window(None, (640, 360))
    assert splash is not None
    painter = Painter(splash)
    left = list(times)
    monkeypatch.setattr(painter, "_flip_ms", lambda: left.pop(0))
    assert painter.probe() == "no"
    assert os.environ[ACCELERATION] == "1"
    assert pygame.display.get_surface() is not None


def test_the_wall_stays_lit_and_a_mac_has_a_right_click(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A room may talk for longer than a laptop waits before it darkens its screen."""
    monkeypatch.setenv(RIGHT_CLICK, "")
    monkeypatch.delenv(RIGHT_CLICK)
    assert open_window(None, (320, 200)) is not None
    assert not pygame.display.get_allow_screensaver()
    assert os.environ[RIGHT_CLICK] == "1"
