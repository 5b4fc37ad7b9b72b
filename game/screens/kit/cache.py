"""Caches that are bounded by bytes, because a session runs for hours at 4K."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

import pygame


def surface_bytes(surface: pygame.Surface) -> int:
    """Memory a surface takes, in bytes."""
    return surface.get_pitch() * surface.get_height()


class SurfaceCache:
    """Least recently used surfaces, up to a number of bytes.

    A surface larger than a quarter of the limit is handed out but not kept: one big
    picture must not push out everything else.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.used = 0
        self._kept: OrderedDict[Hashable, pygame.Surface] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The surface under this key, made now if it is not kept."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        made = make()
        size = surface_bytes(made)
        if size <= self.limit // 4:
            self._kept[key] = made
            self.used += size
            self._drop()
        return made

    def _drop(self) -> None:
        """Let go of what was not used for longest, until the rest is within the limit."""
        while self.used > self.limit:
            _, dropped = self._kept.popitem(last=False)
            self.used -= surface_bytes(dropped)

    def hold(self, limit: int) -> None:
        """Keep at most so many bytes from now on."""
        self.limit = limit
        self._drop()

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()
        self.used = 0


MEGABYTE = 1 << 20

#: Small shapes: corners, discs, shadow slices.
SHAPES = SurfaceCache(16 * MEGABYTE)
#: Drawings at their final size.
ART = SurfaceCache(32 * MEGABYTE)
#: Rendered lines of text.
LINES = SurfaceCache(20 * MEGABYTE)

_LARGEST = {SHAPES: SHAPES.limit, ART: ART.limit, LINES: LINES.limit}
"""What each holds on a wall of 4K."""
_PIXELS = 3840 * 2160


def fit_caches(size: tuple[int, int]) -> None:
    """Hold as much as a wall of this size can use: a part of what 4K has, by its pixels."""
    part = min(1.0, max(0.25, size[0] * size[1] / _PIXELS))
    for cache, limit in _LARGEST.items():
        cache.hold(round(limit * part))


def clear_caches() -> None:
    """Drop every cached surface, as after a change of window size or theme."""
    for cache in (SHAPES, ART, LINES):
        cache.clear()
