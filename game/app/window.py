"""The window: opened fast, drawn only when something changed, and never left to a traceback.

`run_start` opens the start screen, `run_session` goes straight into a session,
`run_demo` lets bots play one. Each returns an exit code.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from game.app.splash import UNSEEN, Splash, open_window, reach_display

if TYPE_CHECKING:
    from pathlib import Path

    import pygame

    from game.app.program import Program
    from game.screens.screen import Look
    from game.session.bots import Bots
    from game.session.session import Session

OK = 0
CANNOT = 3
"""Exit code where it cannot be done here: no display."""
IDLE_MS = 1000
"""The loop looks around at least so often: heartbeats, a disk that came back."""
FRAME_MS = 1000 / 60


@dataclass(frozen=True)
class Opened:
    """Where the facilitator's console is opened along with the window."""

    here: bool = False
    """In a browser of this computer."""
    network: bool = False
    """For a tablet, by a code on the wall."""

    def open(self, program: Program) -> None:
        """Over the first screen."""
        if self.here:
            program.console.open_here()
        if self.network:
            program.show_console()


CLOSED = Opened()


def run_start(
    display: int | None = None,
    window: tuple[int, int] | None = None,
    language: str | None = None,
    console: Opened = CLOSED,
) -> int:
    """The start screen."""
    return _run(display, window, lambda program: program.show_start(), language, console)


def run_rehearsal(
    teams: int,
    display: int | None = None,
    window: tuple[int, int] | None = None,
    language: str | None = None,
) -> int:
    """The check of the room, for so many teams."""
    return _run(display, window, lambda program: program.show_rehearsal(teams), language)


def run_session(
    session: Session,
    display: int | None = None,
    window: tuple[int, int] | None = None,
    language: str | None = None,
    console: Opened = CLOSED,
) -> int:
    """Straight into a session."""
    return _run(display, window, lambda program: program.show_session(session), language, console)


def run_preview(
    path: Path,
    display: int | None = None,
    window: tuple[int, int] | None = None,
    language: str | None = None,
    card: str | None = None,
) -> int:
    """A deck's cards while they are written, from this card on; `language` is the deck's."""

    def first(program: Program) -> None:
        program.previews.show(path, language or "", card or "")

    return _run(display, window, first)


def run_demo(
    session: Session,
    bots: Bots,
    display: int | None = None,
    window: tuple[int, int] | None = None,
    language: str | None = None,
) -> int:
    """Bots play a whole session, at a human pace."""
    return _run(display, window, lambda program: program.show_demo(session, bots), language)


def _run(
    display: int | None,
    window: tuple[int, int] | None,
    first: Callable[[Program], None],
    language: str | None = None,
    console: Opened = CLOSED,
) -> int:
    splash = open_window(display, window)
    if splash is None:
        return CANNOT
    # Everything heavy is imported under the first frame, not before it.
    from game.app.notices import NOTICE_MS
    from game.app.program import Program

    program = Program(splash, language)
    try:
        first(program)
        if display is not None and display != splash.display:
            program.say(_elsewhere(display, splash.display), 3 * NOTICE_MS)
        console.open(program)
        Loop(program, splash).run()
    finally:
        told = program.close()
        if told and sys.stderr is not None:
            sys.stderr.write(told + "\n")
    return OK


def _elsewhere(wanted: int, there: int) -> str:
    """That the display which was asked for is not there; both counted from 0."""
    from game.i18n import _

    return _("There is no display {n}; the wall is on display {there}.").format(
        n=wanted + 1, there=there + 1
    )


class Loop:
    """Waits for input, lets time pass, and draws what changed."""

    def __init__(self, program: Program, splash: Splash) -> None:
        from game.app.painter import Painter
        from game.app.repeats import Repeats
        from game.app.rescue import Rescue

        self.program = program
        self.painter = Painter(splash)
        self._rescue = Rescue(program)
        self._repeats = Repeats()
        self._next_frame = 0.0

    def run(self) -> None:
        """Until the program is closed."""
        import pygame

        self.draw()
        if self.program.settings.software == "probe":
            self.program.present_by(self.painter.probe())
            self.draw()
        while self.program.director.running:
            batch = self.wait()
            at = self.program.stamp()
            for event in batch:
                if event.type == pygame.QUIT:
                    self.program.director.running = False
                else:
                    self._rescue.take(partial(self.program.take, event, self.painter, at))
            self._rescue.tick(partial(self.program.tick, self.painter))
            self.draw()

    def wait(self) -> list[pygame.Event]:
        """The next batch of events, received together; empty when time alone has passed."""
        import pygame

        timeout = self.timeout_ms()
        if timeout > 0:
            first = pygame.event.wait(max(1, int(timeout)))
            if first.type == pygame.NOEVENT:
                return []
            return self._repeats.real([first, *pygame.event.get()])
        return self._repeats.real(pygame.event.get())

    def timeout_ms(self) -> float:
        """How long nothing needs drawing."""
        program, now = self.program, self.program.now()
        look = program.look(self.painter.wall)
        if self.painter.moving or program.director.top.moving(look):
            return max(0.0, self._next_frame - time.perf_counter() * 1000)
        timeout: float = IDLE_MS
        for wake in (program.due_in(), self._screens_wake(look, now)):
            if wake is not None:
                timeout = min(timeout, wake)
        return max(1.0, timeout)

    def _screens_wake(self, look: Look, now: int) -> float | None:
        wakes = [
            w
            for screen in self.program.director.visible()
            if (w := screen.wakes_at(look)) is not None
        ]
        return min(wakes) - now if wakes else None

    def draw(self) -> None:
        """One frame, if anything changed."""
        self._rescue.draw(self._draw)

    def _draw(self) -> None:
        if self.painter.draw(self.program):
            self._next_frame = time.perf_counter() * 1000 + FRAME_MS


def has_display() -> bool:
    """Whether a window that somebody sees can be opened here."""
    return os.environ.get("SDL_VIDEODRIVER") not in UNSEEN and reach_display()
