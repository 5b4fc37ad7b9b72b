"""The quiet line over the wall: something the facilitator is told in passing."""

from __future__ import annotations

NOTICE_MS = 4000
"""How long it stays where nobody asks for longer."""


class Notices:
    """One line at a time: what is said later takes the place of what was said before."""

    def __init__(self) -> None:
        self._words = ""
        self._until = 0

    def say(self, words: str, until: int) -> None:
        """Show this until then, in ms of the program's motion; "" shows nothing."""
        self._words, self._until = words, until

    def at(self, now: int) -> str:
        """What is to be seen at `now` (ms), "" for nothing."""
        if now >= self._until:
            self._words = ""
        return self._words

    def due_in(self, now: int) -> int | None:
        """Milliseconds until it goes; None where there is none."""
        return self._until - now if self._words else None
