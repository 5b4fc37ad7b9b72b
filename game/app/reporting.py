"""The report of a session, written as it ends, while the wall goes on."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from game.i18n import _
from game.i18n.system import why
from game.rules.state import Phase
from game.session.names import report_folder

if TYPE_CHECKING:
    from game.app.evening import Evening
    from game.rules.state import State
    from game.session.entry import Entry
    from game.session.header import Header

PATIENCE_S = 10.0
"""How long the end of the program waits for a report that is being written."""
LOOK_MS = 200
"""Between two looks at whether it is there."""

log = logging.getLogger("game.report")


class Reporter:
    """Writes the report of a session that is over, beside its log; again if it ends differently."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._done: tuple[int, int] = (0, 0)
        """The session, and its entries, that were reported."""
        self._told: SimpleQueue[str] = SimpleQueue()
        self._writer: threading.Thread | None = None

    def tick(self, evening: Evening | None) -> None:
        """Begin with it when a session is over; say where it is when it is there."""
        try:
            told = self._told.get_nowait()
        except Empty:
            pass
        else:
            self._writer = None
            if evening is not None and evening.state.phase is Phase.OVER:
                # Its last page says so; a notice would cover the heading of what comes after it.
                evening.reported(told)
            else:
                self._say(told)
        if evening is None or evening.state.phase is not Phase.OVER or self._writer is not None:
            return
        session = evening.session
        now = (id(session), len(session.history))
        if session.path is None or session.header.practise or now == self._done:
            return
        self._done = now
        work = (session.path, session.header, evening.state, session.history)
        self._writer = threading.Thread(target=self._write, args=work, name="report", daemon=True)
        self._writer.start()

    def due_in(self) -> int | None:
        """Milliseconds until it should be looked at again; None while nothing is written."""
        return LOOK_MS if self._writer is not None else None

    def close(self) -> None:
        """Wait for what is being written."""
        if self._writer is not None:
            self._writer.join(PATIENCE_S)

    def _write(self, path: Path, header: Header, state: State, history: Sequence[Entry]) -> None:
        """In a thread of its own: the libraries it takes would hold up the wall for a second."""
        from game.report.session.gather import gather
        from game.report.session.write import write_report
        from game.session.replay import followed

        folder = report_folder(path)
        try:
            moments = followed(header.lobby(), history)
            write_report([gather(header, state, moments)], folder)
        except OSError as error:
            told = _not_written(folder, why(error))
        except Exception as error:
            # A fault of our own, too: else nobody would be told, ever.
            log.exception("report: cannot be made")
            told = _not_written(folder, type(error).__name__)
        else:
            told = _("The report is in {folder}.").format(folder=folder)
        self._told.put(told)


def _not_written(folder: Path, detail: str) -> str:
    sentence = _("The report cannot be written in {folder}: {detail}.")
    return sentence.format(folder=folder, detail=detail)
