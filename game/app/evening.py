"""A session under way: its clock, and everything that is asked of it.

The only place where the time of day meets the rules: a session's milliseconds go
on from the last ones its log knows, so a closed laptop costs nobody any time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.i18n import _
from game.rules.actions import Action, TimeUp
from game.rules.events import ContentReloaded, Event
from game.rules.refusal import IllegalAction, Refusal
from game.rules.state import State
from game.session.session import Session

if TYPE_CHECKING:
    from game.screens.screen import Practised, Shown
    from game.session.history import Step

ASLEEP_SECONDS = 30.0
"""The window looks at the time every second: when it has not for so long, the laptop slept."""

Heard = Callable[[Sequence[Event], State, State], None]
"""Called with what happened, the state before and the state after."""


class Evening:
    """Holds a `Session` and tells it the time."""

    def __init__(self, session: Session, *, clock: Callable[[], float] = time.perf_counter) -> None:
        self.session = session
        self._clock = clock
        self._seen = clock()
        self._zero = self._seen - session.last_at / 1000
        self.version = 0
        """Rises whenever the state changes."""
        self.deck_trouble: tuple[str, ...] = ()
        """Why the decks could not be reloaded the last time, each problem with its place."""
        self.report = ""
        """Where its report was written, or why it was not, as a sentence; "" before that."""
        self.heard: list[Heard] = []
        self.practise: Callable[[], Practised | None] = lambda: None
        """Gives what the wall shows of it while somebody practises."""

    @property
    def state(self) -> State:
        """The state now."""
        return self.session.state

    def now(self) -> int:
        """Milliseconds since the session began, closed laptops left out.

        Some systems' clocks go on while the laptop sleeps: a gap that is too long is left out.
        """
        clock = self._clock()
        if clock - self._seen > ASLEEP_SECONDS:
            self._zero += clock - self._seen
        self._seen = clock
        return max(self.session.last_at, round((clock - self._zero) * 1000))

    def do(self, action: Action, source: str, at: int | None = None) -> Refusal | None:
        """Ask for an action; the reason if the rules refuse it."""
        before = self.state
        try:
            events = self.session.dispatch(action, self.now() if at is None else at, source)
        except IllegalAction as refused:
            return refused.reason
        self._tell(events, before)
        return None

    @property
    def can_reload(self) -> bool:
        """True while the decks in play can be read again."""
        from game.session.rereading import can_reload  # late: it brings the loader along

        return can_reload(self.session)

    def reload(self) -> str:
        """Read the decks in play again and go on with them; what came of it, for the wall.

        Decks that cannot be played as they are now change nothing; see `deck_trouble`.
        """
        from game.session.rereading import RereadError, reload_decks
        from game.session.telling.reloads import reload_notice

        before = self.state
        try:
            events = reload_decks(self.session, self.now(), "wall")
        except RereadError as trouble:
            self.deck_trouble = trouble.lines
            self.version += 1
            return str(trouble)
        except IllegalAction:
            return _("The session is closed.")
        self.deck_trouble = ()
        if not events:
            self.version += 1
            return _("The decks are as they were.")
        self._tell(events, before)
        return " ".join(
            reload_notice(event, self.state)
            for event in events
            if isinstance(event, ContentReloaded)
        )

    def undo(self) -> None:
        """One step back; nothing at the beginning."""
        if self.session.can_undo:
            before = self.state
            self.session.undo(at_ms=self.now())
            self._tell((), before)

    def redo(self) -> None:
        """One step forward again; nothing at the end."""
        if self.session.can_redo:
            before = self.state
            self.session.redo(at_ms=self.now())
            self._tell((), before)

    def go_to(self, n: int) -> None:
        """Back or forward to just after entry `n` of the log; nothing where it is that already."""
        before = self.state
        if self.session.go_to(n, self.now(), "wall"):
            self._tell((), before)

    def history(self) -> Sequence[Step]:
        """What happened so far, a sentence a step, the oldest first."""
        from game.session.history import history  # late: nobody asks for it at the start

        return history(self.session)

    def replay(self, moment: int) -> Sequence[Shown]:
        """A moment of the debrief as it was played; nothing where the log does not tell of it."""
        from game.screens.screen import Shown
        from game.session.fold import NoLongerAppliesError
        from game.session.moments import moments_of, replay_of

        start = self.session.header.lobby()
        try:
            found = moments_of(start, self.session.history)
            told = replay_of(start, self.session.history, found[moment])
        except (NoLongerAppliesError, IndexError):
            return ()
        return [Shown(state, entry.at, tuple(entry.events)) for entry, state in told]

    def reported(self, told: str) -> None:
        """Its report is there, or cannot be."""
        self.report = told
        self.version += 1

    def _tell(self, events: Sequence[Event], before: State) -> None:
        self.version += 1
        for heard in self.heard:
            heard(events, before, self.state)

    def tick(self) -> None:
        """See to the clock: what has run out is told to the rules; time is noted in the log."""
        clock = self.state.clock
        at = self.now()
        if clock is not None and clock.running and clock.left(at) <= 0:
            self.do(TimeUp(), "clock", at)
        self.session.beat(at)

    def due_in(self) -> int | None:
        """Milliseconds until the running clock ends; None while none runs."""
        clock = self.state.clock
        if clock is None or not clock.running:
            return None
        return clock.left(self.now())

    def close(self, spare: Sequence[Path] = ()) -> str:
        """Everything written; the session can be resumed.

        Where its own disk cannot keep it, the first of the `spare` folders that can gets all of
        it. Says what became of it if that is not what everybody expects; "" if it is.
        """
        if self.session.close():
            return ""
        trouble = self.session.trouble
        for folder in spare:
            if self.session.move_to(folder) is None and self.session.close():
                return _(
                    "The session could not be saved where it was; it is kept in {file}."
                ).format(file=self.session.path)
        return str(trouble or _("The end of the session could not be saved."))
