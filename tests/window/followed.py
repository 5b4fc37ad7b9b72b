"""The evening of a game in another process, as its log tells it while it is written."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from game.rules.actions import Action
from game.rules.apply import apply
from game.rules.refusal import IllegalAction, Refusal
from game.rules.state import State
from game.screens.screen import Shown
from game.session.entry import Doing, Entry, Redo, Undo
from game.session.fold import fold_log
from game.session.history import Step, history
from game.session.reading import read_log
from game.session.rereading import can_reload, sources_of
from game.session.session import Session
from tests.screens.outside import library

PATIENCE = 12.0
"""Seconds after which something that should have happened has not."""
TIMES = {"at", "ms"}
"""Fields that hold a moment or a span: here and there they are reckoned some time apart."""
APART_MS = 20_000


def until(true: Callable[[], Any], told: Callable[[], str]) -> Any:
    """What `true` gives as soon as it gives something."""
    end = time.monotonic() + PATIENCE
    while True:
        found = true()
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(told())
        time.sleep(0.006)


def alike(one: Doing, other: Doing) -> bool:
    """True for the same doing, made a moment apart."""
    if type(one) is not type(other):
        return False
    return all(
        abs(a - b) <= APART_MS if name in TIMES else a == b
        for name in (field.name for field in fields(one))
        for a, b in [(getattr(one, name), getattr(other, name))]
    )


class Followed:
    """The evening of the real game, as its log tells it; what is asked of it is waited for."""

    deck_trouble: tuple[str, ...] = ()
    report = ""

    def __init__(self, path: Path, said: Callable[[], str]) -> None:
        self.path = path
        self._said = said
        self._size = 0
        self.version = 0
        self.told: Callable[[Sequence[Entry], State], None] = lambda _entries, _before: None
        self._read()

    def _read(self) -> bool:
        size = self.path.stat().st_size
        if size == self._size:
            return False
        fold, reading = fold_log(read_log(self.path))
        self.session = Session(reading.header, fold, reading.lines)
        self.session.last_at = reading.last_at
        self.session.sources = sources_of(library(), self.path)
        self._size, self._seen = size, time.monotonic()
        return True

    def refresh(self) -> None:
        """Hear what is new in the log."""
        n, before = len(self.session.history), self.state
        if self._read() and len(self.session.history) > n:
            self.version += 1
            self.told(self.session.history[n:], before)

    @property
    def state(self) -> State:
        """The session now."""
        return self.session.state

    @property
    def can_reload(self) -> bool:
        """As the program has it."""
        return can_reload(self.session)

    def now(self) -> int:
        """About what the real game says."""
        return self.session.last_at + round((time.monotonic() - self._seen) * 1000)

    def expect(self, doing: Doing) -> None:
        """Wait until the log tells of it, whatever else came before it."""
        known = len(self.session.history)

        def there() -> bool:
            self.refresh()
            return any(alike(entry.action, doing) for entry in self.session.history[known:])

        until(there, lambda: f"the log never told of {doing}, but of {self.tail()}. {self._said()}")

    def tail(self) -> str:
        """What was done last."""
        return ", ".join(str(entry.action) for entry in self.session.history[-4:])

    def do(self, action: Action, source: str, at: int | None = None) -> Refusal | None:
        """What the real game was asked for just now."""
        try:
            apply(self.state, action, self.now())
        except IllegalAction as refused:
            return refused.reason
        self.expect(action)
        return None

    def undo(self) -> None:
        """One step back."""
        if self.session.can_undo:
            self.expect(Undo(1))

    def redo(self) -> None:
        """One step forward."""
        if self.session.can_redo:
            self.expect(Redo(1))

    def go_to(self, n: int) -> None:
        """Any number of them."""
        way = self.session._fold.way_to(n)
        if way:
            self.expect(Undo(-way) if way < 0 else Redo(way))

    def history(self) -> Sequence[Step]:
        """As the program has it."""
        return history(self.session)

    def replay(self, moment: int) -> Sequence[Shown]:
        """Moments stand still here."""
        return ()

    def practise(self) -> None:
        """Nobody practises."""
