"""The first frame: ground and name, before anything else."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

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


def union(boxes: list[pygame.Rect]) -> pygame.Rect:
    return boxes[0].unionall(boxes[1:]) if boxes else pygame.Rect(0, 0, 0, 0)
