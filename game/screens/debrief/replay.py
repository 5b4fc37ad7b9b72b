"""A moment played again on the wall: the game's own scenes, fed with what the log says.

The session that runs is not touched: keys step through what was, bells are dead, and what a
scene wants done is not done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.rules.events import Event
from game.rules.state import OnCard, State
from game.screens import scenes
from game.screens.debrief.replaymark import bar_height
from game.screens.kit.layer import Dirty
from game.screens.kit.wall import Canvas, Wall
from game.screens.scenes.guard import Guarded
from game.screens.screen import Look, Screen, Shown, Stay

VERSION = 1_000_000
"""Of the first picture of a replay: nothing a scene keeps of the running session fits it."""


def steps_of(shown: Sequence[Shown]) -> list[Shown]:
    """What is worth a step: the last of those that look alike, such as answers coming in."""
    found: list[Shown] = []
    for one in shown:
        if one.state.held or not isinstance(one.state.stage, OnCard):
            continue
        if found and _likeness(found[-1].state) == _likeness(one.state):
            found.append(replace(one, events=(*found.pop().events, *one.events)))
        else:
            found.append(one)
    return found


def _likeness(state: State) -> object:
    stage = state.stage
    assert isinstance(stage, OnCard)
    phase = stage.bell.phase if stage.bell is not None else None
    return stage.step, phase, stage.viewer, stage.changed, len(stage.gains)


def below(wall: Wall) -> Wall:
    """The wall without the bar at its top: what was is shown on it, whole."""
    w, h = wall.size
    return replace(wall, size=(w, h - wall.px(bar_height(wall))))


def _part(canvas: Canvas, wall: Wall) -> Canvas:
    """The lower part of the surface."""
    w, h = wall.size
    top = canvas.surface.get_height() - h
    return wall.canvas(canvas.surface.subsurface((0, top, w, h)))


class Replay:
    """Where a replay is."""

    def __init__(self, shown: Sequence[Shown]) -> None:
        self._steps = steps_of(shown)
        self._at = 0
        self._scene: Screen | None = None
        self._key: object = None

    @property
    def length(self) -> int:
        """How many steps there are; 0 where there is nothing to see."""
        return len(self._steps)

    @property
    def at(self) -> int:
        """The step shown, from 0."""
        return self._at

    def seen(self, look: Look) -> Look:
        """What the scene of this step sees: its own state at its own time."""
        step = self._steps[self._at]
        return replace(
            look,
            wall=below(look.wall),
            state=step.state,
            at=step.at,
            version=VERSION + self._at,
            focus=None,
            notice="",
        )

    def scene(self) -> Screen:
        """The game's scene for this step."""
        state = self._steps[self._at].state
        key = scenes.key_of(state)
        if self._scene is None or key != self._key:
            self._scene, self._key = Guarded(lambda: scenes.make(state)), key
        return self._scene

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The still picture of this step, below the mark."""
        seen = self.seen(look)
        self.scene().paint(_part(canvas, seen.wall), seen)

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        """What moves in it; a clock stands where it stood."""
        seen, own = self.seen(look), Dirty()
        part = _part(canvas, seen.wall)
        self.scene().move(part, seen, own)
        for rect in own.rects():
            dirty.add(rect.move(part.surface.get_offset()).clip(canvas.surface.get_rect()))

    def moving(self, look: Look) -> bool:
        """While the scene moves."""
        return self.scene().moving(self.seen(look))

    def finish(self, look: Look) -> None:
        """End that."""
        self.scene().finish(self.seen(look))

    def forward(self, look: Look) -> bool:
        """The next face or step; False behind the last one."""
        if isinstance(self.scene().on_next(self.seen(look)), Stay):
            return True
        if self._at + 1 >= len(self._steps):
            return False
        before = self._steps[self._at].state
        self._at += 1
        self._hear(self._steps[self._at].events, before, look)
        return True

    def back(self, look: Look) -> bool:
        """The face or step before; False before the first one."""
        if isinstance(self.scene().on_previous(self.seen(look)), Stay):
            return True
        if self._at == 0:
            return False
        self._at -= 1
        self._scene = None  # nothing moves backwards: it simply is as it was
        return True

    def _hear(self, events: Sequence[Event], before: State, look: Look) -> None:
        self.scene().hear(events, before, self.seen(look))
