"""The first frame: ground and name, before anything else."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.app import window
from game.app.splash import open_window


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
