"""Which screen is on, and what comes of what people do to it.

Inputs go to the top screen first; what it leaves alone means the same
everywhere: next, previous, the menu, the keys on screen, full screen, sound.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from game.app.everywhere import even_typing, while_nobody_types
from game.app.host import Host
from game.app.sight import sight
from game.app.through import as_read, ask_game, spot_at
from game.rules.actions import Next
from game.rules.events import Event
from game.rules.state import State
from game.screens.doings import keymap
from game.screens.inputs import (
    NEXT,
    Composing,
    Input,
    Pointer,
    Press,
    Rang,
    Typed,
)
from game.screens.kit.wall import Wall
from game.screens.ringers import rung_by_key
from game.screens.screen import (
    Begin,
    Change,
    Do,
    Home,
    Hotspot,
    Look,
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
    Screen,
    Stay,
    StepTo,
    Undo,
)


class Director:
    """The stack of screens."""

    def __init__(self, host: Host, first: Screen) -> None:
        self.host = host
        self.stack: list[Screen] = [first]
        self.focus: int | None = None
        self.running = True

    @property
    def top(self) -> Screen:
        """The screen that inputs go to."""
        return self.stack[-1]

    def visible(self) -> Sequence[Screen]:
        """Screens to draw, the lowest first: from the last that is no overlay."""
        first = max((i for i, s in enumerate(self.stack) if not s.overlay), default=0)
        return self.stack[first:]

    def look(self, wall: Wall, now: int, at: int | None = None) -> Look:
        """What the screens may see now."""
        return sight(self.host, wall, now, at, self.focus)

    def hear(self, events: Sequence[Event], before: State, look: Look) -> None:
        """The session moved: every screen of the session may start its motion."""
        if not self.top.overlay:
            self.focus = None
        for screen in self.stack:
            screen.hear(events, before, look)
            if screen is not self.top:
                screen.finish(look)  # nothing moves beneath a sheet

    def take(self, given: Input, look: Look) -> None:
        """What comes of an input."""
        if isinstance(given, Press) and not self.top.typing:
            raw = self.top.on_key(given, look)
            if raw is not None:
                self.apply(raw, look)
                return
            meant = self._meant(given, look)
            if meant is None:
                return
            given = meant
        outcome = self._ask(given, look)
        if isinstance(given, Rang) and isinstance(outcome, Do):
            # A team's own doing: the sheet that the facilitator has open stays open.
            self._do(outcome, look, "buzzer")
        elif outcome is not None:
            self.apply(outcome, look)
        elif self.top.through and not self.top.typing:
            self._let_through(given, look)

    def _let_through(self, given: Input, look: Look) -> None:
        """What a sheet leaves alone is for the game under it, as if no sheet were there.

        Next takes the sheet away, since the game goes on; a bell, an answer or a clock does not.
        """
        game = next(screen for screen in reversed(self.stack) if not screen.overlay)
        outcome = ask_game(game, given, look)
        match outcome:
            case None:
                if isinstance(given, Pointer) and given.kind == "down":
                    self._clear_sheets()
            case Do() if not isinstance(outcome.action, Next):
                self._do(outcome, look, "wall")
            case Push():
                self._clear_sheets()
                self.apply(outcome, look)
            case _:
                self.apply(outcome, look)

    def _clear_sheets(self) -> None:
        self._go([s for s in self.stack if not s.overlay])

    def _meant(self, press: Press, look: Look) -> Press | Rang | None:
        """What a key was given to do: a team's bell, or something of the facilitator's."""
        rang = rung_by_key(press, look)
        return rang if rang is not None else keymap(look.settings.keys).meant(press)

    def _ask(self, given: Input, look: Look) -> Outcome | None:
        top = self.top
        match given:
            case Typed() | Composing():
                return top.on_typed(given, look) if top.typing else None
            case Rang():
                return self._rang(given, look)
            case Pointer():
                return top.on_pointer(given, look) or self._pointed(given, look)
            case Press():
                return top.on_press(given, look) or self._pressed(given, look)
        assert_never(given)

    def _rang(self, rang: Rang, look: Look) -> Outcome | None:
        """A buzzer is heard by the session even while a menu lies over it."""
        for screen in reversed(self.stack) if rang.seat is not None else (self.top,):
            outcome = screen.on_rang(rang, look)
            if outcome is not None:
                return outcome
        return None

    def _pointed(self, pointer: Pointer, look: Look) -> Outcome | None:
        if pointer.kind != "down" or pointer.button != 1:
            return None
        # A hand on the mouse has left the keys: the ring they moved is gone.
        self.focus = None
        spot = spot_at(self.top, pointer, look)
        if spot is not None:
            return spot.activate() or Stay()
        if self.top.moving(look):
            self.top.finish(look)
            return Stay()
        return None

    def _pressed(self, press: Press, look: Look) -> Outcome | None:
        top = self.top
        playing, first = self.host.evening is not None, len(self.stack) == 1
        outcome = even_typing(press, top, look, playing=playing, first=first)
        if outcome is not None or top.typing:
            return outcome
        outcome = while_nobody_types(press, top, look)
        if outcome is None and press.plain and press.name in NEXT:
            return self._next(look)
        return outcome

    def _next(self, look: Look) -> Outcome | None:
        spots = self.top.hotspots(look)
        if self.top.holds_next(look):
            self.top.finish(look)
            return Stay()
        if self.focus is not None and self.focus < len(spots):
            outcome = spots[self.focus].activate() or Stay()
            self._keep_focus(spots, look)
            return outcome
        return self.top.on_next(look)

    def _keep_focus(self, before: Sequence[Hotspot], look: Look) -> None:
        """The ring stays on what was chosen, wherever that is now; never on another in its place.

        A second press would else take what nobody chose: the yes, where it was asked for sure.
        """
        assert self.focus is not None
        spots = self.top.hotspots(look)
        names = [spot.name for spot in spots]
        if names != [spot.name for spot in before]:
            chosen = before[self.focus].name
            self.focus = names.index(chosen) if chosen in names else None

    def _move_focus(self, wanted: MoveFocus, look: Look) -> None:
        spots = self.top.hotspots(look)
        order = as_read(spots) if wanted.as_read else range(len(spots))
        at = order.index(self.focus) if self.focus in order else None
        if at is None:
            at = -1 if wanted.by > 0 else len(order)
        # One stop of the round is no focus at all, so that Next is Next again.
        moved = at + wanted.by
        self.focus = order[moved] if 0 <= moved < len(order) else None

    def focused(self, look: Look) -> Hotspot | None:
        """The hotspot that wears the focus ring."""
        spots = self.top.hotspots(look)
        if self.focus is None or self.focus >= len(spots):
            return None
        return spots[self.focus]

    def apply(self, outcome: Outcome, look: Look, source: str = "wall") -> None:
        """Do what a screen wants."""
        match outcome:
            case Do():
                done = self._do(outcome, look, source)
                if done and self.top.overlay and not outcome.stays:
                    # What the sheet was for is done: it goes; the game shows what came of it.
                    self._clear_sheets()
            case Undo() | Redo() | StepTo():
                self._step(outcome)
            case MoveFocus():
                self._move_focus(outcome, look)
            case Reload():
                # Well or not, it is told in a quiet line over the game.
                self._clear_sheets()
                self.host.reload()
            case Push():
                self.top.finish(look)
                self._go([*self.stack, outcome.screen])
            case Pop():
                self._go(self.stack[:-1] if len(self.stack) > 1 else self.stack)
            case Reset():
                self._go([outcome.screen])
            case Home() | Begin() | Resume():
                self._leave_for(outcome)
            case Change():
                self.host.change(outcome.name, outcome.value)
            case OpenConsole():
                self.apply(Push(self.host.open_console()), look)
            case Quit():
                self.running = False
            case Stay():
                pass
            case _:
                assert_never(outcome)

    def _leave_for(self, wanted: Home | Begin | Resume) -> None:
        """Another session, or none; where it cannot be, everything stays."""
        match wanted:
            case Home():
                self._go([self.host.home()])
            case Begin():
                self._open(self.host.begin(wanted.choices, wanted.practise))
            case Resume():
                self._open(self.host.resume(wanted.path))

    def _step(self, wanted: Undo | Redo | StepTo) -> None:
        evening = self.host.evening
        if evening is None:
            return
        match wanted:
            case Undo():
                evening.undo()
            case Redo():
                evening.redo()
            case StepTo():
                evening.go_to(wanted.n)

    def _do(self, wanted: Do, look: Look, source: str) -> bool:
        """Ask the session; True if that was done."""
        evening = self.host.evening
        if evening is None:
            return False
        refused = evening.do(wanted.action, source, look.at)
        if refused is not None:
            self.host.refused(refused)
        return refused is None

    def apply_screen(self, screen: Screen) -> None:
        """Only this screen from now on."""
        self._go([screen])

    def _open(self, screen: Screen | None) -> None:
        if screen is not None:
            self._go([screen])

    def _go(self, stack: list[Screen]) -> None:
        self.stack = stack
        self.focus = None
