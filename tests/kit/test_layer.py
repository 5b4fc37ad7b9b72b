"""The still layer is composed once, and only what moved is put back."""

from collections.abc import Callable

import pygame
import pytest

from game.screens.kit.layer import Dirty, Layer
from game.screens.kit.theme import STAGE
from game.screens.kit.wall import Canvas, Wall

WALL = Wall((64, 48))


def painter(
    calls: list[int], color: tuple[int, int, int] = (10, 20, 30)
) -> Callable[[Canvas], None]:
    def paint(canvas: Canvas) -> None:
        calls.append(1)
        canvas.surface.fill(color)

    return paint


def test_it_is_painted_again_only_when_its_key_or_the_wall_changes() -> None:
    layer, calls = Layer(), list[int]()
    paint = painter(calls)
    assert layer.prepare(WALL, ("card", 1), paint)
    assert not layer.prepare(WALL, ("card", 1), paint)
    assert layer.prepare(WALL, ("card", 2), paint)
    assert layer.prepare(Wall((64, 48), STAGE), ("card", 2), paint)
    assert layer.prepare(Wall((80, 48), STAGE), ("card", 2), paint)
    assert len(calls) == 4
    assert layer.surface.get_size() == (80, 48)


def test_the_surface_is_used_again_while_the_window_keeps_its_size() -> None:
    layer = Layer()
    layer.prepare(WALL, 1, painter([]))
    first = layer.surface
    layer.prepare(WALL, 2, painter([]))
    assert layer.surface is first
    layer.forget()
    with pytest.raises(RuntimeError):
        _ = layer.surface


def test_only_what_moved_is_restored_and_both_places_are_presented() -> None:
    layer, dirty = Layer(), Dirty()
    layer.prepare(WALL, 1, painter([]))
    target = WALL.surface()
    layer.show(target)
    here, there = pygame.Rect(2, 2, 8, 8), pygame.Rect(30, 20, 8, 8)
    dirty.begin(layer, target)
    target.fill((255, 0, 0), here)
    dirty.add(here)
    target.set_at((60, 40), (0, 255, 0))
    dirty.begin(layer, target)
    target.fill((255, 0, 0), there)
    dirty.add(there)
    assert tuple(target.get_at((4, 4)))[:3] == (10, 20, 30)
    assert tuple(target.get_at((32, 22)))[:3] == (255, 0, 0)
    assert tuple(target.get_at((60, 40)))[:3] == (0, 255, 0)
    assert dirty.rects() == [here, there]
