"""Decks dropped on the window: a thread reads and adds them, and the loop tells what came of it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import pygame

from game.content.disk import shown
from game.i18n import _
from game.paths import diagnostics_file
from game.screens.kit.wall import Wall
from game.screens.screen import Push
from game.session.names import SUFFIX

if TYPE_CHECKING:
    from game.app.fitting import Fitting
    from game.app.program import Program
    from game.session.arrivals import Arrival
    from game.session.library import Library

T = TypeVar("T")

TOLD_MS = 8000
"""How long a line stays that tells of a deck while a session plays."""
LEAVE_SECONDS = 2.0
"""How long the end of the program waits; what is not done by then has changed nothing."""


class Batch(NamedTuple):
    """What became of files that were looked at together."""

    arrivals: Sequence[Arrival]
    library: Library
    """Decks, boards and rulesets as they are afterwards."""


class Dropped:
    """One thread, and only while there is something to do."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._wanted: SimpleQueue[tuple[Path, bool]] = SimpleQueue()
        self._done: SimpleQueue[Batch] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._fitting: Fitting | None = None

    @property
    def busy(self) -> bool:
        """While something is looked at."""
        return self._thread is not None and self._thread.is_alive()

    def take(self, path: Path, *, replacing: bool = False) -> None:
        """A file or a folder fell on the window; while a session plays, without a word.

        A session's log is no deck: where nothing is under way, going on with it is offered.
        """
        if path.suffix.lower() == SUFFIX:
            self._offer(path)
            return
        if self._program.evening is None:
            self._program.say(_("{name} is looked at …").format(name=shown(path.name)))
        self._wanted.put((path, replacing))

    def _offer(self, path: Path) -> None:
        """Ask whether to go on with a session; Next leaves it as it is."""
        from game.screens.sure import Question, SureScreen

        program, director = self._program, self._program.director
        name = shown(path.name)
        if program.evening is not None or director.top.typing:
            told = _("{name} is a session. Drop it on the start screen to go on with it.")
            program.say(told.format(name=name), TOLD_MS)
            return

        def go_on() -> None:
            screen = program.resume(path)
            if screen is not None:
                # After the sheet: a yes takes it away, whatever lies beneath it.
                director.stack[:] = [screen, director.stack[-1]]

        asked = Question(
            _("Go on with this session?"),
            _("{name} stays where it is: what is played from now on is added to it.").format(
                name=name
            ),
            _("Go on with it"),
            go_on,
        )
        director.stack = [one for one in director.stack if not isinstance(one, SureScreen)]
        director.stack.append(SureScreen(asked))
        director.focus = None

    def tick(self, wall: Wall) -> None:
        """Look at what came since, all of it together; tell what was finished."""
        if not self._wanted.empty() and not self.busy:
            # A daemon: a file on a network that is gone must not keep the program from ending.
            self._thread = threading.Thread(target=self._work, name="dropped decks", daemon=True)
            self._thread.start()
        for batch in _all(self._done):
            self._tell(batch, wall)
        self._measure()

    def due_in(self) -> int | None:
        """Milliseconds until there is more to do; None where nothing waits."""
        return 1 if self._fitting is not None and self._fitting.busy else None

    def _measure(self) -> None:
        """One card of the decks that came; a sheet that tells of them is told what it finds."""
        from game.screens.arrivals import ArrivalsScreen

        if self._fitting is None:
            return
        told = [one for one in self._program.director.stack if isinstance(one, ArrivalsScreen)]
        if not told:
            self._fitting = None  # whoever closed the sheet asks `cxgame check`
        elif (arrival := self._fitting.step()) is not None:
            for sheet in told:
                sheet.amend(arrival)

    def close(self) -> None:
        """The program ends: give what is being written a moment."""
        if self._thread is not None:
            self._thread.join(LEAVE_SECONDS)

    def _work(self) -> None:
        from game.session.library import Library  # late: the first picture should not wait

        arrivals = [one for wanted in _all(self._wanted) for one in _arrive(*wanted)]
        self._done.put(Batch(arrivals, Library.default()))
        with suppress(pygame.error):  # the window is gone
            pygame.event.post(pygame.Event(pygame.USEREVENT))

    def _tell(self, batch: Batch, wall: Wall) -> None:
        """On a sheet, or in a line where a sheet would disturb."""
        from game.screens.arrivals import ArrivalsScreen

        program, director = self._program, self._program.director
        added = [arrival.added.id for arrival in batch.arrivals if arrival.added is not None]
        for screen in director.stack:
            screen.restock(batch.library, added[0] if added else "")
        if program.evening is not None or director.top.typing:
            told = (f"{arrival.title}: {arrival.sentence}" for arrival in batch.arrivals)
            program.say(" ".join(told), TOLD_MS)
            return
        program.say("", 0)  # that it is looked at
        if isinstance(director.top, ArrivalsScreen):
            director.top.more(batch.arrivals)
        else:
            sheet = ArrivalsScreen(batch.arrivals, partial(self.take, replacing=True))
            director.apply(Push(sheet), program.look(wall))
        self._fit(batch)

    def _fit(self, batch: Batch) -> None:
        """From now on, find what does not fit the wall."""
        from game.app.fitting import Fitting

        self._fitting = self._fitting or Fitting()
        self._fitting.begin(batch.arrivals)


def _arrive(path: Path, replacing: bool) -> list[Arrival]:
    from game.session.arrivals import Arrival, arrive

    try:
        return list(arrive(path, replacing=replacing))
    except Exception:
        # Whatever a file does to us: the evening goes on.
        logging.getLogger(__name__).exception("a dropped file")
        told = _("It could not be added. What happened is written down in {file}.")
        sentence = told.format(file=shown(diagnostics_file()))
        return [Arrival(path=path, title=shown(path.name), sentence=sentence)]


def _all(queue: SimpleQueue[T]) -> list[T]:
    found = []
    while True:
        try:
            found.append(queue.get_nowait())
        except Empty:
            return found
