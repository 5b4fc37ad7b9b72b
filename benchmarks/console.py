"""The console: what its picture costs the wall's thread, and what being watched does to frames."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

from benchmarks.row import Row, at_most
from benchmarks.stage import FULL_HD, Stage

HALF_A_FRAME_MS = 8.3
SAME = 1.15
"""Two medians of one wall, measured in turns on a machine that does other things as well, lie
within this."""
SAME_TAIL = 2.0
"""The slowest frame of a walk is the one in which the console's picture is made: a millisecond or
two, once for what happened and once a second. It may cost what a frame costs, and no more."""
PATIENCE_S = 20.0

GUEST = """
import json, sys, threading, time
from websockets.sync.client import connect
host, ticket = sys.argv[1:]
with connect(f"ws://{host}/socket", origin=f"http://{host}", proxy=None) as page:
    page.send(json.dumps({"ticket": ticket}))
    page.recv()
    def ask():
        n = 0
        while True:
            n += 1
            page.send(json.dumps({"id": f"g{n}", "do": "press", "key": ".", "moment": "old"}))
            time.sleep(0.1)
    threading.Thread(target=ask, daemon=True).start()
    for shown in page:
        json.loads(shown)
"""
"""A browser's part, in a process of its own as a browser is: it reads every picture, and ten times
a second asks for what is refused, so that the game stays what it is without it."""


def rows(quick: bool = False) -> list[Row]:
    """CPU time of a picture, made after each move of a session; at most twelve a second are."""
    with tempfile.TemporaryDirectory() as home:
        stage = Stage(Path(home), (320, 180), rounds=50)
        times = _pictures(stage, 40 if quick else 200)
        stage.program.close()
    told = "picture of a console, 99th of 100"
    picture = at_most(told, "half a frame at 60 Hz", _share(times, 99), HALF_A_FRAME_MS, "ms")
    with tempfile.TemporaryDirectory() as home:
        stage = Stage(Path(home), FULL_HD, rounds=60)
        alone, watched = _frames(stage, 2 if quick else 12)
        stage.program.close()
    against = "the same wall without it, in turns"
    return [
        picture,
        at_most(
            "frames while a console looks on, median",
            against, _share([*chain(*watched)], 50) / _share([*chain(*alone)], 50), SAME, "×",
        ),
        at_most(
            "frames while a console looks on, 99th of 100",
            against, _tail(watched) / _tail(alone), SAME_TAIL, "×",
        ),
    ]  # fmt: skip


def _tail(walks: list[list[float]]) -> float:
    """The 99th of 100 frames of a walk, in the middle one of the walks.

    What else runs on the machine comes over some walks, and would be all there is in the slowest
    hundredth of their frames together.
    """
    return _share([_share(walk, 99) for walk in walks], 50)


def _share(values: list[float], percent: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


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


def _frames(stage: Stage, blocks: int) -> tuple[list[list[float]], list[list[float]]]:
    """Milliseconds of the frames of pawns that walk: (with no console, with one that looks on).

    In turns, so that whatever else the machine does falls to both. The console is served all the
    time: with nobody at it, it costs what it costs anybody who opened one.
    """
    from game.app.console import Console

    urls: list[str] = []
    stage.program.console = Console(stage.program, browse=urls.append)
    walks = _walks(stage)
    next(walks)  # composes what all of them use
    alone: list[list[float]] = []
    watched: list[list[float]] = []
    stage.program.console.open_here()
    _turn_until(stage, lambda: urls)
    for _block in range(blocks):
        alone.append(next(walks))
        with _guest(stage, urls):
            watched.append(next(walks))
    return alone, watched


def _walks(stage: Stage) -> Iterator[list[float]]:
    """The frames of one walk after another."""
    from game.rules.actions import Roll
    from game.rules.state import Ready
    from game.session.bots import Bots

    bots, evening, at = Bots(1), stage.program.evening, 0
    assert evening is not None
    while True:
        if isinstance(evening.state.stage, Ready):
            stage.loop.draw()
            stage.settle()
            evening.do(Roll(), "bench", at)
            stage.loop.draw()  # composes the board without the pawn that goes
            yield _walk(stage)
            continue
        action, delay = bots.next_action(evening.state, at)
        at += delay
        evening.do(action, "bench", at)


def _walk(stage: Stage) -> list[float]:
    """A frame is all that the loop does between two waits: what was asked, and the picture."""
    found = []
    program, painter = stage.program, stage.painter
    while program.director.top.moving(program.look(painter.wall)):
        began = time.perf_counter()
        program.tick(painter)
        stage.loop.draw()
        found.append((time.perf_counter() - began) * 1000)
        time.sleep(max(0.0, 0.0167 - (time.perf_counter() - began)))
    return found


@contextmanager
def _guest(stage: Stage, urls: list[str]) -> Iterator[None]:
    """Somebody at the console, in a process of its own."""
    urls.clear()
    stage.program.console.open_here()
    _turn_until(stage, lambda: urls)
    address, _hash, ticket = urls[0].partition("#")
    host = address.removeprefix("http://").rstrip("/")
    guest = subprocess.Popen([sys.executable, "-c", GUEST, host, ticket])
    try:
        _turn_until(stage, lambda: stage.program.console.told().devices)
        yield
    finally:
        guest.kill()
        guest.wait()
        _turn_until(stage, lambda: not stage.program.console.told().devices)


def _turn_until(stage: Stage, true: Any) -> None:
    """The loop goes on until something is so."""
    end = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < end, "the console did not answer"
        stage.turn()
