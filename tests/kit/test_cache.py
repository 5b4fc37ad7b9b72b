"""Caches stay within their bytes, for a session of hours."""

import pygame

from game.screens.kit import cache, samples
from game.screens.kit.cache import SurfaceCache, surface_bytes
from game.screens.kit.gallery import folk, strips, words
from game.screens.kit.svg import icon
from game.screens.kit.text import draw_text
from game.screens.kit.wall import Box, Wall

KB = 100 * 100 * 4


def surface() -> pygame.Surface:
    return pygame.Surface((100, 100), pygame.SRCALPHA)


def test_the_least_used_goes_first() -> None:
    kept = SurfaceCache(KB * 4)
    made = []

    def get(name: str) -> None:
        def make() -> pygame.Surface:
            made.append(name)
            return surface()

        kept.get(name, make)

    for name in "abcd":
        get(name)
    get("a")
    get("e")
    assert kept.used == KB * 4
    get("a")
    get("b")
    assert made == ["a", "b", "c", "d", "e", "b"]


def test_one_large_surface_does_not_push_out_the_rest() -> None:
    kept = SurfaceCache(KB * 4)
    kept.get("small", surface)
    big = kept.get("big", lambda: pygame.Surface((200, 200), pygame.SRCALPHA))
    assert surface_bytes(big) == 4 * KB
    assert len(kept) == 1


def test_clearing_gives_everything_back() -> None:
    kept = SurfaceCache(KB * 4)
    kept.get("small", surface)
    kept.clear()
    assert (len(kept), kept.used) == (0, 0)


def test_the_kits_caches_stay_bounded_however_much_is_drawn() -> None:
    wall = Wall((1920, 1080))
    canvas = wall.canvas(wall.surface())
    for paint in (folk, strips, words):
        paint(canvas)
    for i in range(120):
        draw_text(canvas, f"{i} {samples.STORY}", Box(0, 0, 1900, 900), size=90)
        icon("icon-next", 200 + i, (i % 255, 0, 0))
    for kept in (cache.SHAPES, cache.ART, cache.LINES):
        assert 0 < kept.used <= kept.limit
    assert cache.SHAPES.limit + cache.ART.limit + cache.LINES.limit <= 70 * cache.MEGABYTE
    cache.clear_caches()
    assert cache.LINES.used == 0


def test_a_smaller_wall_keeps_less() -> None:
    try:
        cache.fit_caches((3840, 2160))
        largest = cache.LINES.limit
        for kept in (cache.SHAPES, cache.ART, cache.LINES):
            kept.clear()
            for i in range(12):
                kept.get(i, lambda: pygame.Surface((1024, 512)))
        cache.fit_caches((1920, 1080))
        assert cache.LINES.limit * 4 == largest
        assert 0 < cache.LINES.used <= cache.LINES.limit
        cache.fit_caches((7680, 4320))
        assert cache.LINES.limit == largest
    finally:
        cache.clear_caches()
