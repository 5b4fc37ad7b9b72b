"""Holding everything, and the one clock: paused, extended, run out."""

from __future__ import annotations

from game.rules.events import ClockSet, HeldStill, Released, TimeWasUp
from game.rules.move import Move
from game.rules.state import BellPhase, ClockFor, Held, OnCard, State, Step, evolve

MOST_CLOCK_MS = 60 * 60 * 1000
MOST_BREAK_MS = 3 * 60 * 60 * 1000


def hold(move: Move, how: Held, ms: int = 0) -> None:
    """Everything stands still, bells closed; a break of `ms` counts from now."""
    state = move.state
    if state.held is None:
        clock = state.clock
        move.set(
            held_at=move.at,
            clock_ran=clock is not None and clock.running,
            clock=clock.stopped(move.at) if clock else None,
        )
    until = move.at + ms if ms else 0
    move.set(held=how, held_until=until)
    move.events.append(HeldStill(how, until))


def release(move: Move) -> None:
    """Exactly where it was."""
    state = move.state
    clock = state.clock
    _bells_stood(move, move.at - state.held_at)
    move.set(
        held=None,
        held_until=0,
        idle_ms=state.idle_ms + move.at - state.held_at,
        held_at=0,
        clock=clock.started(move.at) if clock and state.clock_ran else clock,
        clock_ran=False,
    )
    move.events.append(Released())


def _bells_stood(move: Move, ms: int) -> None:
    """Lock-outs have as long to go as when everything was held, and gaps count no time held."""
    state = move.state
    bell = state.stage.bell if isinstance(state.stage, OnCard) else None
    if bell is None or not (bell.locked or bell.rings):
        return
    locked = tuple(
        [(team, until + ms if until > state.held_at else until) for team, until in bell.locked]
    )
    rings = tuple([evolve(ring, at=ring.at + ms) for ring in bell.rings])
    move.stage(bell=evolve(bell, locked=locked, rings=rings))


def is_live(state: State) -> bool:
    """True while a clock runs or bells can be rung: what must stand after undo and resume."""
    stage = state.stage
    bell = stage.bell if isinstance(stage, OnCard) else None
    return (state.clock is not None and state.clock.running) or (
        bell is not None and bell.phase is not BellPhase.CLOSED
    )


def pause(move: Move) -> None:
    """Let the clock stand."""
    clock = move.state.clock
    assert clock is not None
    move.set(clock=clock.stopped(move.at), clock_ran=False)
    _tell(move)


def resume(move: Move) -> None:
    """Let it run; under a hold, as soon as that ends."""
    clock = move.state.clock
    assert clock is not None
    if move.state.held:
        move.set(clock_ran=True)
    else:
        move.set(clock=clock.started(move.at))
    _tell(move)


def extend(move: Move, ms: int) -> None:
    """More time, or less; within an hour."""
    clock = move.state.clock
    assert clock is not None
    was_running = clock.running
    left = min(MOST_CLOCK_MS, max(0, clock.left(move.at) + ms))
    stood = evolve(clock.stopped(move.at), left_ms=left, total_ms=max(clock.total_ms, left))
    # A clock that had run out runs again when it is given time; under a hold, when that ends.
    again = was_running or (clock.left(move.at) == 0 and left > 0)
    if again and move.state.held:
        move.set(clock=stood, clock_ran=True)
    else:
        move.set(clock=stood.started(move.at) if again else stood)
    _tell(move)


def time_up(move: Move) -> None:
    """The clock ran out. Nothing is lost: only bells that nobody rang are closed by it."""
    clock = move.state.clock
    assert clock is not None
    move.set(clock=evolve(clock, left_ms=0, since=None))
    move.events.append(TimeWasUp())


def bells_timed_out(state: State) -> bool:
    """True when what ran out was the time in which bells are open."""
    stage = state.stage
    return (
        isinstance(stage, OnCard)
        and stage.step is Step.BELL
        and state.clock is not None
        and state.clock.purpose is ClockFor.BELL
    )


def _tell(move: Move) -> None:
    clock = move.state.clock
    assert clock is not None
    move.events.append(ClockSet(clock.left(move.at), clock.running))
