"""The evening under way, as far as the program knows of it: begun, gone on with, left."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from game import paths
from game.app.drafting import Drafting
from game.app.evening import Evening
from game.app.machine import spare_folders
from game.i18n import _
from game.rules.actions import Begin
from game.rules.state import ClockFor
from game.session.session import Session

if TYPE_CHECKING:
    from game.app.practising import Practising
    from game.app.program import Program
    from game.app.seats import Seats
    from game.session.assemble import Choices
    from game.session.bots import Bots

REFUSED_MS = 8000
"""How long it is said that a session cannot be opened."""
FOUND_MS = 12_000
"""How long it is said what was found when one was opened."""
UNSAVED_MS = 20_000
"""How long it is said that one was left and not saved."""
TICK_FROM_MS = 10_000
"""So long before a clock's end every second is heard, softly."""


class Evenings:
    """One evening at most, with the bots that sit at its tables, if any."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.now: Evening | None = None
        """The one under way."""
        self._seats: Seats | None = None
        self._practising: Practising | None = None
        self._drafting: Drafting | None = None
        self._ticked = -1
        """The second that was heard last."""

    def begin(self, choices: Choices, practise: bool) -> bool:
        """Start a session from what was chosen; False, and said, where it cannot be."""
        from game.session.assemble import SetUpError, start_session

        try:
            if practise:
                name = choices.name or _("Practise")
                choices = replace(choices, practise=True, name=name)
            folder = paths.practise_dir() if practise else paths.sessions_dir()
            session = start_session(choices, folder)
        except SetUpError as trouble:
            self._program.say(str(trouble), REFUSED_MS)
            return False
        self.enter(session).do(Begin(), "wall")
        return True

    def resume(self, path: Path) -> bool:
        """Go on with a session; False, and said, where it cannot be."""
        from game.session.faults import LogError
        from game.session.rereading import sources_of

        try:
            library = self._program.desk.library()
            session = Session.open(path, library.digests())
        except LogError as trouble:
            self._program.say(str(trouble), REFUSED_MS)
            return False
        session.sources = sources_of(library, path)
        self.enter(session)
        return True

    def enter(self, session: Session, bots: Bots | None = None) -> Evening:
        """Leave what is under way for this session; `bots` play everything of it."""
        self.leave()
        session.today = _today
        self.now = evening = Evening(session)
        evening.heard.append(self._program.heard)
        if bots is not None:
            from game.app.seats import Seats

            self._seats = Seats(bots, everything=True)
        elif session.header.practise:
            self._practise(evening)
        self._drafting = drafting = Drafting(session)
        told = [*map(str, session.notices), drafting.found]
        if any(told):
            self._program.say(" ".join(filter(None, told)), FOUND_MS)
        return evening

    def _practise(self, evening: Evening) -> None:
        """Bots sit at the tables, and things go other than planned."""
        from game.app.practising import Practising
        from game.app.seats import Seats
        from game.session.bots import Bots

        practising = Practising(evening, self._program.say)
        self._practising, evening.practise = practising, practising.seen
        bots = Bots(evening.session.header.seed)
        self._seats = Seats(bots, everything=False, mute=lambda: practising.practise.mute)

    def leave(self) -> str:
        """Close the evening; what has to be said of that, or ""."""
        if self._drafting is not None:
            self._drafting.see(self._program.director.stack)
            self._drafting.close()
        told = self.now.close(spare_folders()) if self.now is not None else ""
        if told:
            self._program.say(told, UNSAVED_MS)
        self.now = self._seats = self._practising = self._drafting = None
        self._program.sounds.hush()
        return told

    def moved(self) -> None:
        """The session moved: what bots had in mind may no longer fit."""
        if self._seats is not None:
            self._seats.forget()

    def tick(self) -> None:
        """Clocks, half-typed words, bots, what goes other than planned, the soft last ticks."""
        if self.now is None:
            return
        self.now.tick()
        if self._drafting is not None:
            self._drafting.see(self._program.director.stack)
        if self._seats is not None:
            self._seats.tick(self.now)
        if self._practising is not None:
            self._tick_practising(self._practising)
        clock = self.now.state.clock
        if clock is None or not clock.running or clock.purpose is ClockFor.BELL:
            return
        left = clock.left(self.now.now())
        second = -(-left // 1000)
        if 0 < left <= TICK_FROM_MS and second != self._ticked:
            self._ticked = second
            self._program.sounds.play("tick")

    def _tick_practising(self, practising: Practising) -> None:
        practising.tick()
        if practising.ends:
            from game.screens.desk import DeskScreen
            from game.screens.practise.checklist import ChecklistPage

            self._program.director.stack.append(DeskScreen(ChecklistPage()))

    def due_in(self) -> int | None:
        """Milliseconds until the clock has something to do, or a bot; None where neither has."""
        if self.now is None:
            return None
        bots = self._seats.due_in(self.now) if self._seats is not None else None
        return min((due for due in (self.now.due_in(), bots) if due is not None), default=None)


def _today() -> str:
    return datetime.now().astimezone().date().isoformat()
