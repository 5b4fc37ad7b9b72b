"""Memory of a running session: resident, at 1080p and at 4K, and flat over a thousand turns."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.row import Row, at_most
from benchmarks.stage import FOUR_K, FULL_HD, Stage

MOST_MB = {FULL_HD: 150.0, FOUR_K: 400.0}
FLAT = 1.10
"""Most growth from the 200th turn to the last."""
STATM = Path("/proc/self/statm")
"""Where Linux tells the pages of memory a process has."""
ONE_IN = 9
"""Every so many states are drawn: each one would take an hour."""


def rows(quick: bool = False) -> list[Row]:
    """Resident memory of both sizes, each in a process of its own.

    Raises OSError on a system that does not tell it: only Linux does.
    """
    if not STATM.exists():
        raise OSError(f"resident memory is read from {STATM}, which only Linux has")
    turns = 250 if quick else 1000
    found = []
    for size, limit in MOST_MB.items():
        early, late, most = _measure(size, turns)
        name = "1080p" if size == FULL_HD else "4K"
        found.append(
            at_most(f"memory of a session at {name}, {turns} turns", "", most, limit, "MB")
        )
        found.append(at_most(f"memory at {name}, last turn", "turn 200", late / early, FLAT, "×"))
    return found


def _measure(size: tuple[int, int], turns: int) -> tuple[float, float, float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.memory", str(size[0]), str(size[1]), str(turns)],
        capture_output=True,
        text=True,
        check=True,
        timeout=1800,
        cwd=Path(__file__).resolve().parent.parent,
    )
    early, late, most = map(float, done.stdout.split()[-3:])
    return early, late, most


def resident_mb() -> float:
    """Resident memory of this process, in MB (10⁶ bytes)."""
    pages = int(STATM.read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def play(size: tuple[int, int], turns: int) -> tuple[float, float, float]:
    """Bots play so many turns on the wall: MB at turn 200, at the end, and the most seen."""
    from game.rules.state import Over
    from game.session.bots import Bots

    with tempfile.TemporaryDirectory() as home:
        stage = Stage(Path(home), size, rounds=turns // 4 + 1)
        bots, at, states = Bots(1), 0, 0
        early = most = 0.0
        evening = stage.program.evening
        assert evening is not None
        while not isinstance(stage.session.state.stage, Over):
            done = sum(team.turns for team in stage.session.state.teams)
            if done >= turns:
                break
            action, delay = bots.next_action(stage.session.state, at)
            at += delay
            evening.do(action, "bench", at)
            states += 1
            if states % ONE_IN == 0:
                stage.loop.draw()
                most = max(most, resident_mb())
                if not early and done >= min(200, turns // 2):
                    early = resident_mb()
        stage.loop.draw()
        late = resident_mb()
        stage.program.close()
    return early, late, max(most, late)


if __name__ == "__main__":
    width, height, count = map(int, sys.argv[1:4])
    print(*play((width, height), count))
