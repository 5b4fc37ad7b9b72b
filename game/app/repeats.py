"""Keys that seem to be held down because a frame took long, and were not.

While somebody types, a key that is held repeats: pygame counts the time since it went down. Where
the window was busy for as long as that takes (a wall of 4K composed anew, a laptop that does
something else), the key came up meanwhile, and nobody had looked yet: one Enter would be two,
the plan kept before its last line was written, and the next Enter the game's.

A key that went down while nobody typed repeats never. Where nobody heard it come up (the system
showed something else, two keyboards hold the same key), it is a key like any other next time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame


class Repeats:
    """Tells repeats of a key that is held from those that only seem to be."""

    def __init__(self, asked: Callable[[], bool] | None = None) -> None:
        """`asked` says whether keys that go down now repeat; pygame knows, where that is absent."""
        self._asked = asked or _asked
        self._down: set[int] = set()
        """Keys that went down while repeats were asked for."""

    def real(self, batch: Sequence[pygame.Event]) -> list[pygame.Event]:
        """The batch without repeats of keys that came up within it."""
        found = []
        asked = self._asked()
        for i, event in enumerate(batch):
            if event.type == pygame.KEYDOWN:
                if event.key in self._down and _comes_up(event.key, batch[i + 1 :]):
                    continue
                if asked:
                    self._down.add(event.key)
            elif event.type == pygame.KEYUP:
                self._down.discard(event.key)
            elif event.type == pygame.WINDOWFOCUSLOST:
                self._down.clear()  # it may come up while another window hears it
            found.append(event)
        return found


def _asked() -> bool:
    return pygame.key.get_repeat()[0] > 0


def _comes_up(key: int, later: Sequence[pygame.Event]) -> bool:
    return any(event.type == pygame.KEYUP and event.key == key for event in later)
