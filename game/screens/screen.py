"""What a screen is: it looks, it draws, and it answers what people do.

A screen never changes anything itself. It is handed a `Look` (everything it may see) and
returns an `Outcome` (everything it may want); one place applies those. Drawing comes in
two parts: `paint` composes the still picture, again only when `key` changes; `move` draws
what moves over it, in every frame that something does.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.i18n import language
from game.rules.events import Event
from game.rules.state import State
from game.screens.inputs import Composing, Pointer, Press, Rang, Typed
from game.screens.kit.layer import Dirty
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.outcome import (
    Begin,
    Change,
    Do,
    Home,
    MoveFocus,
    OpenConsole,
    Outcome,
    Pop,
    Push,
    Quit,
    Redo,
    Reload,
    Reset,
    Resume,
    Stay,
    StepTo,
    Undo,
)
from game.screens.settings import Settings

if TYPE_CHECKING:
    from game.session.drafts import Draft
    from game.session.history import Step
    from game.session.library import Library

__all__ = [
    "Begin", "Change", "Do", "Home", "Hotspot", "Look", "MoveFocus", "OpenConsole", "Outcome",
    "Pop", "Practised", "Push", "Quit", "Redo", "Reload", "Reset", "Resume", "Screen", "Shown",
    "Stay", "StepTo", "Undo",
]  # fmt: skip
"""A screen's answers lie in `outcome`, and are imported from here with what it answers to."""


@dataclass(frozen=True)
class Hotspot:
    """A place that can be pointed at, or reached with Previous and activated with Next."""

    box: Box
    does: Outcome | Callable[[], Outcome | None]
    name: str = ""
    """What it is called, for the keys on screen; "" for what names itself."""
    radius: float = 28
    """Corner radius of the ring that shows the focus, in units."""

    def activate(self) -> Outcome | None:
        """What comes of it."""
        return self.does() if callable(self.does) else self.does


@dataclass(frozen=True)
class Shown:
    """A moment of the session as it was, to be seen again."""

    state: State
    at: int
    """When it was, in the session's milliseconds."""
    events: tuple[Event, ...] = ()
    """What led to it."""


@dataclass(frozen=True)
class Practised:
    """What the wall shows while somebody practises facilitating."""

    asked: str
    """What the tables want of the facilitator now, as a sentence, or ""."""
    listed: tuple[tuple[str, bool, bool], ...]
    """(what can go other than planned, handled in this session, handled ever)."""


@dataclass(frozen=True)
class Look:
    """Everything a screen may see at one moment."""

    wall: Wall
    settings: Settings
    now: int
    """Milliseconds, for motion only; never for the game's clocks."""
    state: State | None = None
    version: int = 0
    """Rises whenever the state changes: put it in a key instead of the state."""
    at: int = 0
    """Milliseconds since the session began; clocks are told with it."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures of the decks in play, by the name a card gives them."""
    notice: str = ""
    """Something the facilitator must know (the session cannot be saved, …), or ""."""
    unsaved: str = ""
    """Why the session is not being saved just now, as a sentence, or ""."""
    focus: int | None = None
    """Index of the hotspot in focus."""
    can_undo: bool = False
    can_redo: bool = False
    can_reload: bool = False
    """The decks in play lie on this computer, and can be read again."""
    deck_trouble: tuple[str, ...] = ()
    """Why they could not be reloaded the last time, each problem with its place."""
    devices: Callable[[], Sequence[tuple[str, tuple[int, ...]]]] = tuple
    """Gives (name, places of teams) of the buzzers and gamepads that are plugged in."""
    history: Callable[[], Sequence[Step]] = tuple
    """Gives what happened so far, a sentence a step, the oldest first."""
    replay: Callable[[int], Sequence[Shown]] = lambda _moment: ()
    """Gives a moment of the debrief, by its number, as it was played; nothing where none is."""
    report: str = ""
    """Where the report of a session that is over is, or why there is none, as a sentence; or ""."""
    practise: Practised | None = None
    """What the tables want, and what was handled; None where people play."""
    daytime: int = 0
    """The time of day, in seconds since midnight: for telling when a break ends."""

    @property
    def game(self) -> State:
        """The state, on screens that are only shown with one."""
        assert self.state is not None
        return self.state


class Screen:
    """One thing on the wall. Every method has a default that does nothing."""

    typing = False
    """True while text is entered: then no shortcut fires."""
    overlay = False
    """True for what is drawn over the screen beneath (a menu, the keys)."""
    arrows = False
    """True for a choice of buttons: ↓ and ↑ move the ring over them, and press nothing."""
    through = False
    """True for a sheet that leaves the game in reach: what it does not take is the game's."""

    def key(self, look: Look) -> Hashable:
        """Everything `paint` looks at beside the wall and the language."""
        return look.version

    def still_key(self, look: Look) -> Hashable:
        """What tells one still picture from another."""
        told = (look.notice, look.unsaved)
        return (type(self).__name__, id(self), self.key(look), language(), told)

    def scene_id(self, look: Look) -> Hashable:
        """What is on the wall: when it changes, one picture fades into the other."""
        return id(self)

    def paint(self, canvas: Canvas, look: Look) -> None:
        """Compose the still picture, all of it."""

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        """Draw what moves; tell `dirty` every rectangle (pixels) drawn over."""

    def moving(self, look: Look) -> bool:
        """True while frames are needed; False lets the loop wait for input."""
        return False

    def holds_next(self, look: Look) -> bool:
        """While Next ends what moves before it does anything else.

        Where others can start a motion whenever they like, it must not hold up who goes on.
        """
        return self.moving(look)

    def wakes_at(self, look: Look) -> int | None:
        """The `now` of the next frame though nothing moves (a clock's next second), or None."""
        return None

    def finish(self, look: Look) -> None:
        """End all motion: Next during a motion finishes it."""

    def hear(self, events: Sequence[Event], before: State, look: Look) -> None:
        """The session moved: `before` is the state it moved from. Start motions."""

    def restock(self, library: Library, shown: str = "") -> None:
        """The decks there are have changed; `shown` is the id of the one to look at, or ""."""

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Places to point at, in the order Previous goes through them."""
        return ()

    def clock_box(self, look: Look) -> Box | None:
        """Where the game's clock is shown while there is one; None, or no width: nowhere."""
        return None

    def plates(self, look: Look) -> Mapping[int, Box]:
        """The place of each team that is shown, by its id: who points there means that team."""
        return {}

    def on_key(self, press: Press, look: Look) -> Outcome | None:
        """A key as it came, before what it was given to do; None: as on every other screen."""
        return None

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """A key; None leaves it to the shortcuts everywhere (next, previous, menu, …)."""
        return None

    def on_typed(self, typed: Typed | Composing, look: Look) -> Outcome | None:
        """Text, while `typing`."""
        return None

    def on_pointer(self, pointer: Pointer, look: Look) -> Outcome | None:
        """Mouse or touch; None leaves it to the hotspots."""
        return None

    def half_typed(self, state: State) -> Draft | None:
        """What is being written here and would be lost with the program; None where nothing is."""
        return None

    def type_again(self, texts: Sequence[str], state: State) -> None:
        """Have what was `half_typed` here when the program was killed stand here again."""

    def on_rang(self, rang: Rang, look: Look) -> Outcome | None:
        """A buzzer; the game's own screen sees to bells."""
        return None

    def on_next(self, look: Look) -> Outcome | None:
        """Next, where no hotspot is in focus."""
        return None

    def on_previous(self, look: Look) -> Outcome | None:
        """Previous; None moves the focus over the hotspots."""
        return None
