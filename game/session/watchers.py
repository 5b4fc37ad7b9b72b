"""Who watches a session, and is told of each entry."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TypeAlias

from game.rules.state import State
from game.session.entry import Entry

Observer: TypeAlias = Callable[[Entry, State], None]
"""Told of each entry, after it is logged and made, with the state it led to."""


class Watchers:
    """Observers, who all hear of the entries in the same order.

    When one of them makes an entry of its own, nobody hears of that before everybody has heard of
    the present one. So the session may be further than what an observer is just being told.
    """

    def __init__(self) -> None:
        self._observers: tuple[Observer, ...] = ()
        self._untold: deque[tuple[Entry, State, tuple[Observer, ...]]] = deque()
        """What was done and is not told yet, with who watched when it was done."""
        self._telling = False

    def add(self, observer: Observer) -> Callable[[], None]:
        """Tell it of every entry from now on; call what is returned to end that."""
        self._observers = (*self._observers, observer)

        def leave() -> None:
            self._observers = tuple(one for one in self._observers if one is not observer)

        return leave

    def tell(self, entry: Entry, after: State) -> None:
        """Tell everybody; at once, unless something is being told just now.

        An observer that fails fails here, and those after it are not told of that entry.
        """
        self._untold.append((entry, after, self._observers))
        if self._telling:
            return
        self._telling = True
        try:
            while self._untold:
                entry, after, observers = self._untold.popleft()
                for observer in observers:
                    if observer in self._observers:
                        observer(entry, after)
        finally:
            self._telling = False
