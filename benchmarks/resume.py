"""Resume: a log of 2,000 entries read, checked, and folded to the state it ends with.

Bots play the shipped decks; the log has the beats a real evening has, and a few undos. What is
timed is all that stands between the file and the wall: reading, decoding the content it carries,
every entry through the rules again.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.row import Row, at_most
from game.content import load_board, load_deck, merge
from game.rules.ruleset import Plan, Rules, Turns
from game.rules.state import COLOURS
from game.session.bots import Bots, next_move
from game.session.header import Header
from game.session.recent import look
from game.session.session import Session

SCENARIOS = Path(__file__).resolve().parent.parent / "scenarios"
ENTRIES = 2000
MOST_MS = 100.0
MOST_LOOK_MS = 2.0
"""For a line of the start screen's list: fifty sessions in a tenth of a second."""


def rows(quick: bool = False) -> list[Row]:
    """How long it takes to open a long evening, and to list it."""
    times = 5 if quick else 15
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "evening.cxsession"
        play(path, ENTRIES)
        size = path.stat().st_size

        def resume() -> None:
            session = Session.open(path)
            assert len(session.history) >= ENTRIES
            assert session.notices == ()
            session.close()

        opened = at_most(
            f"resume a log of {ENTRIES:,} entries", "", _median_ms(resume, times), MOST_MS, "ms"
        )
        opened["detail"] = f"median of {times}; {size / 1000:.0f} kB"
        listed = at_most(
            "one session in the list of the start screen",
            "",
            _median_ms(lambda: look(path), times),
            MOST_LOOK_MS,
            "ms",
        )
    return [opened, listed]


def play(path: Path, entries: int) -> None:
    """A log of at least so many entries, at `path`."""
    session = Session.create(path, _header())
    bots, at = Bots(1), 0
    while len(session.history) < entries:
        action, wait = next_move(session.state, bots, at)
        for beat in range(at, at + wait, 1000):
            session.beat(beat)
        at = max(at + wait, session.last_at)
        session.dispatch(action, at, "bots")
        if len(session.history) % 250 == 0:
            session.undo(2, at, "bots")
    session.close()


def _header() -> Header:
    decks = [load_deck(SCENARIOS / name) for name in ("outside-in", "cx-facts")]
    return Header(
        app="bench",
        created="2026-03-14T19:30:00+01:00",
        name="Bench",
        language="en",
        seed=1,
        teams=tuple((f"Team {i}", colour) for i, colour in enumerate(COLOURS[:4])),
        preset="60",
        content=merge(decks, "en"),
        board=load_board(SCENARIOS / "boards" / "journey.yaml", "en"),
        rules=Rules(),
        plan=Plan(turns=Turns.ONE_BY_ONE, rounds=10_000, play_ms=0, round_ms=0),
    )


def _median_ms(work: Callable[[], object], times: int) -> float:
    work()
    found = []
    for _ in range(times):
        began = perf_counter()
        work()
        found.append((perf_counter() - began) * 1000)
    return median(found)
