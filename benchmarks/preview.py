"""Preview: from saving a deck in an editor to its new card in the window.

What is timed is all that lies between: the system's news of the file, the moment of quiet that
ends a save, loading forty cards and their translation, laying the table anew, and the frame.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.row import Row, at_most
from benchmarks.stage import FULL_HD

if TYPE_CHECKING:
    from game.app.program import Program
    from game.app.window import Loop

DECK = Path(__file__).resolve().parent.parent / "scenarios" / "outside-in"
MOST_MS = 300.0
PATIENCE_S = 20.0


def rows(quick: bool) -> list[Row]:
    """Milliseconds from the end of writing to the frame that shows it."""
    times = 5 if quick else 15
    with tempfile.TemporaryDirectory() as folder:
        found = _saves(Path(folder), times)
    row = at_most("a saved deck of 40 cards on the wall, 1080p", "", median(found), MOST_MS, "ms")
    row["detail"] = f"median of {times}; the longest {max(found):.0f} ms"
    return [row]


def _saves(home: Path, times: int) -> list[float]:
    """How long each of so many saves took, in milliseconds."""
    os.environ.update(
        SDL_VIDEODRIVER="dummy",
        SDL_AUDIODRIVER="dummy",
        PYGAME_HIDE_SUPPORT_PROMPT="1",
        CXGAME_HOME=str(home),
    )
    from game.app.program import Program
    from game.app.splash import open_window
    from game.app.window import Loop

    deck = home / "deck"
    shutil.copytree(DECK, deck)
    splash = open_window(0, FULL_HD)
    assert splash is not None
    program = Program(splash)
    try:
        program.previews.show(deck)
        loop = Loop(program, splash)
        loop.draw()
        return [_saved(program, loop, deck / "deck.yaml", n) for n in range(times)]
    finally:
        program.close()


def _saved(program: Program, loop: Loop, file: Path, n: int) -> float:
    """Save another title of the card on the wall, and wait until a frame has shown it."""
    assert program.previews.now is not None
    stand = program.previews.now.stand
    while program.previews.now.due_in(0) is not None:  # the checks of the save before
        _turn(program, loop)
    assert stand.entry is not None
    title = f"Saved for the {n}th time"
    text = file.read_text("utf-8").replace(stand.entry.title, title, 1)
    file.write_text(text, "utf-8")
    began = perf_counter()
    while True:
        frames = loop.painter.frames
        _turn(program, loop)
        if stand.entry.title == title and loop.painter.frames > frames:
            return (perf_counter() - began) * 1000
        assert perf_counter() - began < PATIENCE_S, "the save was not heard"


def _turn(program: Program, loop: Loop) -> None:
    """Once round the loop, as the window goes."""
    at = program.stamp()
    for event in loop.wait():
        program.take(event, loop.painter, at)
    program.tick(loop.painter)
    loop.draw()
