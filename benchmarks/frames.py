"""Frames: how long one takes while the pawn hops at 4K, and that none is drawn for nothing."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from benchmarks.row import Row, at_most
from benchmarks.stage import FOUR_K, FULL_HD, Stage

FRAME_MS = 16.7
"""A sixtieth of a second."""


def rows(quick: bool = False) -> list[Row]:
    """Frame time, idle frames, and frames from a ring to what is seen of it."""
    with tempfile.TemporaryDirectory() as home:
        moving = _moving(Stage(Path(home), FOUR_K, rounds=50), 3 if quick else 12)
    with tempfile.TemporaryDirectory() as home:
        stage = Stage(Path(home), FULL_HD, rounds=50)
        idle = _idle(stage, 2.0 if quick else 5.0)
        frames = _ring(stage)
    return [
        at_most(
            "frame time at 4K while the pawn hops, 99th of 100",
            "a frame at 60 Hz",
            _percentile(moving, 99),
            FRAME_MS,
            "ms",
        ),
        at_most("frames drawn while nothing changes", "", idle, 0, "frames"),
        at_most("bell key to changed picture", "", frames, 1, "frames"),
    ]


def _percentile(values: list[float], percent: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def _moving(stage: Stage, turns: int) -> list[float]:
    """Milliseconds of each frame of so many walks; composing the board before them aside."""
    from game.rules.actions import Roll
    from game.rules.state import Ready
    from game.session.bots import Bots

    bots, found = Bots(1), []
    evening = stage.program.evening
    assert evening is not None
    at = 0
    while turns:
        if isinstance(stage.session.state.stage, Ready):
            stage.loop.draw()
            stage.settle()
            evening.do(Roll(), "bench", at)
            stage.loop.draw()  # composes the board without the pawn that goes
            found += _frames(stage)
            turns -= 1
            continue
        action, delay = bots.next_action(stage.session.state, at)
        at += delay
        evening.do(action, "bench", at)
    stage.program.close()
    return found


def _frames(stage: Stage) -> list[float]:
    found = []
    painter, program = stage.painter, stage.program
    while program.director.top.moving(program.look(painter.wall)):
        began = time.perf_counter()
        painter.draw(program)
        found.append((time.perf_counter() - began) * 1000)
        time.sleep(max(0.0, 0.0167 - (time.perf_counter() - began)))
    return found


def _idle(stage: Stage, seconds: float) -> int:
    """Frames of a wall that shows something and on which nothing happens."""
    stage.loop.draw()
    stage.settle()
    stage.turn()
    before, end = stage.painter.frames, time.perf_counter() + seconds
    while time.perf_counter() < end:
        stage.turn()
    return stage.painter.frames - before


def _ring(stage: Stage) -> int:
    """Frames presented from the press of a bell key until the picture is another."""
    import pygame

    from game.rules.actions import Next, PutNext
    from game.rules.cards import Play
    from game.rules.state import BellPhase, Landed, OnCard

    evening = stage.program.evening
    assert evening is not None
    card = next(card.id for card in stage.session.state.content.cards if card.play is Play.BELL)
    for _ in range(200):
        state = stage.session.state
        on = state.stage
        if isinstance(on, OnCard) and on.bell and on.bell.phase is BellPhase.OPEN:
            break
        if isinstance(on, Landed) and not state.put_next:
            evening.do(PutNext(card), "bench")
        evening.do(Next(), "bench")
    stage.loop.draw()
    stage.settle()
    stage.turn()
    before, picture = stage.painter.frames, pygame.image.tobytes(stage.painter.surface, "RGB")
    stage.post("2")
    for _ in range(20):
        stage.turn()
        if pygame.image.tobytes(stage.painter.surface, "RGB") != picture:
            break
    frames = stage.painter.frames - before
    stage.program.close()
    return frames
