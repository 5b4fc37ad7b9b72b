"""What the program asks of the machine it runs on: spare folders, a diary."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from game import paths


def spare_folders() -> Sequence[Path]:
    """Where a session is kept whose own folder cannot keep it, the best first."""
    found = []
    with suppress(RuntimeError):  # nobody's home
        found.append(Path.home())
    return (*found, Path(tempfile.gettempdir()))


class Diagnostics(logging.FileHandler):
    """Notes that cannot be written are lost, and stop nothing."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write it; opening the file may fail here, too."""
        with suppress(OSError):
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        """A full disk, most likely: no traceback on the terminal."""


def keep_diagnostics() -> None:
    """What fails without stopping the game is written down in the diagnostics file."""
    logger = logging.getLogger("game")
    if logger.handlers:
        return
    file = paths.diagnostics_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = Diagnostics(file, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("--- %(asctime)s %(name)s: %(message)s"))
    logger.addHandler(handler)
    logger.propagate = False
