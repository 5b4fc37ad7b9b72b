"""The console: what its picture costs the thread that draws the wall."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from benchmarks.row import Row, at_most
from benchmarks.stage import Stage

HALF_A_FRAME_MS = 8.3


def rows(quick: bool = False) -> list[Row]:
    """CPU time of a picture, made after each move of a session; at most twelve a second are."""
    with tempfile.TemporaryDirectory() as home:
        stage = Stage(Path(home), (320, 180), rounds=50)
        times = _pictures(stage, 40 if quick else 200)
        stage.program.close()
    worst = sorted(times)[len(times) * 99 // 100]
    told = "picture of a console, 99th of 100"
    return [at_most(told, "half a frame at 60 Hz", worst, HALF_A_FRAME_MS, "ms")]


def _pictures(stage: Stage, moves: int) -> list[float]:
    from game.app.consolesees import around_of, game_of
    from game.remote.bridge import Bridge
    from game.remote.view import around_parts, game_parts
    from game.rules.actions import RingBell
    from game.session.bots import Bots

    evening, bots, bridge = stage.program.evening, Bots(1), Bridge(lambda: None)
    assert evening is not None
    found = []
    for _move in range(moves):
        action, _delay = bots.next_action(evening.state, evening.now())
        if isinstance(action, RingBell):
            action = RingBell(action.team, evening.now())
        evening.do(action, "bench")
        began = time.thread_time()
        around = around_parts(around_of(stage.program, (), ""))
        bridge.show({**around, **game_parts(game_of(evening))}, evening.now())
        found.append((time.thread_time() - began) * 1000)
    # The first brings what it needs along.
    return found[1:]
