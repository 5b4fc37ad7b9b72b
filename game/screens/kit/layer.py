"""A still picture that is composed once, and the rectangles that moved over it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

import pygame

from game.screens.kit.wall import Canvas, Wall


class Layer:
    """The still part of a screen, drawn again only when its key changes.

    ``layer.prepare(wall, key, paint)`` composes it, ``layer.show(surface)`` puts all of it
    on the wall, and ``layer.restore(surface, rects)`` only where something moved.
    """

    def __init__(self) -> None:
        self._key: Hashable = None
        self._surface: pygame.Surface | None = None

    def prepare(self, wall: Wall, key: Hashable, paint: Callable[[Canvas], None]) -> bool:
        """Compose the picture if the wall or the key changed; True if it did.

        The key must hold everything ``paint`` looks at. One surface is kept and used
        again for as long as the window keeps its size.
        """
        whole = (wall, key)
        if self._surface is not None and self._key == whole:
            return False
        if self._surface is None or self._surface.get_size() != wall.size:
            self._surface = wall.surface()
        self._key = whole
        paint(wall.canvas(self._surface))
        return True

    @property
    def surface(self) -> pygame.Surface:
        """The composed picture. Raises RuntimeError before the first ``prepare``."""
        if self._surface is None:
            raise RuntimeError("the layer has not been prepared")
        return self._surface

    def show(self, target: pygame.Surface) -> None:
        """Put the whole picture on the wall."""
        target.blit(self.surface, (0, 0))

    def restore(self, target: pygame.Surface, rects: Iterable[pygame.Rect]) -> None:
        """Put back what these rectangles (pixels) of the wall showed."""
        for rect in rects:
            target.blit(self.surface, rect, rect)

    def forget(self) -> None:
        """Give the memory back; the next ``prepare`` composes anew."""
        self._key, self._surface = None, None


class Dirty:
    """What moved: the rectangles to restore before a frame, and to present after it."""

    def __init__(self) -> None:
        self._before: list[pygame.Rect] = []
        self._now: list[pygame.Rect] = []

    def begin(self, layer: Layer, target: pygame.Surface) -> None:
        """Start a frame: what was drawn in the last one is put back."""
        self._before, self._now = self._now, []
        layer.restore(target, self._before)

    def add(self, rect: pygame.Rect) -> None:
        """Something was drawn over this rectangle (pixels)."""
        self._now.append(rect)

    def rects(self) -> list[pygame.Rect]:
        """What to hand to ``pygame.display.update``: this frame's rectangles and the last's."""
        return [*self._before, *self._now]
