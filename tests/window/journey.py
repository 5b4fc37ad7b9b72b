"""A journey: controls that are reached one after the other in one process, each held to the log."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from game.rules.state import State
from game.session.entry import Doing
from tests.window.desktop import Desktop, Game
from tests.window.followed import alike
from tests.window.hands import Hand, Keyboard
from tests.window.mouse import Mouse
from tests.window.shadow import Shadow

SIZE = "800x600"
HANDS: Mapping[str, Callable[[Shadow], Hand]] = {"keyboard": Keyboard, "mouse": Mouse}

Wanted: TypeAlias = Doing | tuple[Doing, ...] | Callable[[State], Doing | tuple[Doing, ...]] | None
By: TypeAlias = Callable[[Hand], None]


@dataclass(frozen=True)
class Step:
    """One control, as it is reached, told what it asks for, and held to what came of it."""

    control: str
    """Its name in docs/facilitating.md; "" for what only leads to the next one."""
    wanted: Wanted = None
    """What the log must tell then, or one of several; where it depends on the state before, it is
    asked for it. None where `by` sees to that."""
    told: Mapping[str, str] = field(default_factory=dict)
    """What is filled in, by the names of its fields."""
    by: By | None = None
    """How it is done, where that is not by its keys, or by its row."""
    click: tuple[str | Callable[[State], str], ...] = ()
    """Names of places in its own scene, for the mouse; the last of those called so."""
    stays: bool = False
    """It goes on from the page that the step before left open."""
    keys: tuple[str, ...] = ()
    """Keys of its own scene, where they tell what is chosen."""


@dataclass(frozen=True)
class Journey:
    """Steps from a moment on."""

    name: str
    prepare: Callable[[Path], None]
    steps: tuple[Step, ...]

    @property
    def covers(self) -> set[str]:
        """Names of its controls."""
        return {step.control for step in self.steps if step.control}


@contextmanager
def playing(journey: Journey, hand: str, desktop: Desktop, home: Path) -> Iterator[Hand]:
    """The real game at the journey's moment, and a hand on it; it ends without any trouble."""
    home.mkdir()
    log = home / "sessions" / "journey.cxsession"
    log.parent.mkdir()
    journey.prepare(log)
    (home / "settings.json").write_text(
        '{"reduced_motion": true, "language": "en", "software": "yes"}', "ascii"
    )
    game = Game(desktop, home, "resume", str(log), "--window", SIZE)
    try:
        made = HANDS[hand](Shadow(game, log))
        yield made
        code = game.process.wait(15) if made.shadow.left == "quit" else game.quit()
        assert code == 0, game.said()
        assert "Traceback" not in game.said()
        assert not (home / "diagnostics.log").exists(), "something failed on the way"
    finally:
        if game.process.poll() is None:
            game.kill()


def travel(journey: Journey, hand: Hand) -> None:
    """Every step; a failure says which control it was, and by which hand."""
    for step in journey.steps:
        try:
            take(step, hand)
        except Exception as error:
            name = type(hand).__name__.lower()
            raise AssertionError(f"“{step.control}” by {name} alone: {error}") from error


def take(step: Step, hand: Hand) -> None:
    """Do it, and look for it in the log."""
    evening = hand.shadow.evening
    if not step.stays:
        hand.away()
    evening.refresh()
    n, before = len(evening.session.history), evening.state
    if step.by is not None:
        step.by(hand)
    else:
        _reach(step, hand)
        hand.tell(step.told)
    if step.wanted is None:
        return
    wanted = step.wanted(before) if callable(step.wanted) else step.wanted
    evening.refresh()
    done = [entry.action for entry in evening.session.history[n:]]
    either = wanted if isinstance(wanted, tuple) else (wanted,)
    assert any(alike(action, one) for action in done for one in either), (
        f"{either} was wanted, the log has {done}"
    )


def _reach(step: Step, hand: Hand) -> None:
    if step.click and isinstance(hand, Mouse):
        for name in step.click:
            hand.click(name(hand.shadow.evening.state) if callable(name) else name, -1)
    elif step.keys and isinstance(hand, Keyboard):
        hand.key(*step.keys)
    else:
        hand.reach(step.control, step.told)
