"""The running session on the wall: the scene of the moment, and keys that work in all of them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from game.i18n import _
from game.rules.actions import (
    ExtendClock,
    Hold,
    Next,
    PassCard,
    PauseClock,
    ResumeClock,
    RingBell,
)
from game.rules.cards import Card
from game.rules.events import BellWon, Event
from game.rules.legal import offers_of
from game.rules.state import Held, OnCard, State
from game.screens import scenes
from game.screens.inputs import BLACK, WHITE, Composing, Pointer, Press, Rang, Typed
from game.screens.kit.layer import Dirty
from game.screens.kit.wall import Canvas
from game.screens.ringers import bells_hear
from game.screens.scenes.frame import draw_notice
from game.screens.scenes.guard import Guarded
from game.screens.screen import (
    Do,
    Hotspot,
    Look,
    Outcome,
    Push,
    Redo,
    Reload,
    Screen,
    Stay,
    Undo,
)

AFTER_RING_MS = 500
"""Next is ignored for so long after a ring: the press was meant for the moment before it."""
MORE_TIME_MS = 30_000


class GameScreen(Screen):
    """Shows the scene that fits the state, and hands it everything first."""

    def __init__(self) -> None:
        self._scene: Screen | None = None
        self._scene_key: Hashable = None
        self._card: Card | None = None
        self._rung_at = -AFTER_RING_MS

    def scene(self, look: Look) -> Screen:
        """The scene for the state; the same one for as long as it fits."""
        state, key = look.game, scenes.key_of(look.game)
        # A card that was mended while it is open is another: what was entered may not fit it.
        other = self._card is not None and state.card is not self._card
        if self._scene is None or key != self._scene_key or other:
            self._scene, self._scene_key = Guarded(lambda: scenes.make(state)), key
        self._card = state.card
        return self._scene

    @property
    def typing(self) -> bool:  # type: ignore[override]
        """While the scene has text entered."""
        return self._scene is not None and self._scene.typing

    def key(self, look: Look) -> Hashable:
        """The scene's, and why everything stands still."""
        scene = self.scene(look)
        return (
            type(scene).__name__,
            id(scene),
            scene.key(look),
            look.game.held,
            look.game.clock is None,
        )

    def scene_id(self, look: Look) -> Hashable:
        """One picture fades into another when the scene changes, or the wall goes dark."""
        return (id(self.scene(look)), dark(look.game))

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The scene; over it what the facilitator must know."""
        if dark(look.game):
            canvas.surface.fill("black" if look.game.held is Held.BLACK else "white")
            return
        self.scene(look).paint(canvas, look)
        notice = look.notice or _held_sentence(look.game)
        if notice:
            draw_notice(canvas, notice)

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        """What moves in the scene."""
        if dark(look.game):
            return
        self.scene(look).move(canvas, look, dirty)

    def moving(self, look: Look) -> bool:
        """While the scene moves."""
        return not dark(look.game) and self.scene(look).moving(look)

    def holds_next(self, look: Look) -> bool:
        """While the scene does."""
        return not dark(look.game) and self.scene(look).holds_next(look)

    def wakes_at(self, look: Look) -> int | None:
        """When the scene needs its next frame."""
        return None if dark(look.game) else self.scene(look).wakes_at(look)

    def finish(self, look: Look) -> None:
        """End the scene's motion."""
        self.scene(look).finish(look)

    def hear(self, events: Sequence[Event], before: State, look: Look) -> None:
        """Tell the scene what happened; a new scene hears how it came about."""
        if any(isinstance(event, BellWon) for event in events):
            self._rung_at = look.now
        self.scene(look).hear(events, before, look)

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """The scene's; none on a dark wall, nor right after a ring: see `AFTER_RING_MS`."""
        if dark(look.game) or self._just_rung(look):
            return ()
        return self.scene(look).hotspots(look)

    def _just_rung(self, look: Look) -> bool:
        return look.now - self._rung_at < AFTER_RING_MS

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """The scene first, then bells, then what works everywhere in a session."""
        state = look.game
        if dark(state):
            return self._on_dark(press, look)
        outcome = self.scene(look).on_press(press, look)
        if outcome is not None or self.typing:
            return outcome
        if press.bell is not None and bells_hear(state):
            return ring(state, press.bell, look.at) or Stay()
        return _shortcut(press, look)

    def _on_dark(self, press: Press, look: Look) -> Outcome | None:
        """A dark wall comes back with the key that darkened it, or any Next."""
        if press.plain and (press.name in BLACK or press.name in WHITE):
            return Do(Next())
        return None

    def on_typed(self, typed: Typed | Composing, look: Look) -> Outcome | None:
        """Text for the scene."""
        return self.scene(look).on_typed(typed, look)

    def on_pointer(self, pointer: Pointer, look: Look) -> Outcome | None:
        """The pointer, for the scene."""
        return None if dark(look.game) else self.scene(look).on_pointer(pointer, look)

    def on_rang(self, rang: Rang, look: Look) -> Outcome | None:
        """A buzzer rings its team's bell."""
        return None if rang.seat is None else ring(look.game, rang.seat, look.at)

    def on_next(self, look: Look) -> Outcome | None:
        """Next: the scene may turn a face first; then the game goes on."""
        if self._just_rung(look):
            return Stay()
        if look.game.held:
            return Do(Next())
        return self.scene(look).on_next(look) or Do(Next())

    def on_previous(self, look: Look) -> Outcome | None:
        """Previous: the scene may turn a face back."""
        return self.scene(look).on_previous(look)


def dark(state: State) -> bool:
    """True while the wall is held black or white."""
    return state.held in (Held.BLACK, Held.WHITE)


def ring(state: State, seat: int, at: int) -> Outcome | None:
    """The ring of the team in that seat (its place in the order of teams)."""
    if not bells_hear(state) or seat >= len(state.teams):
        return None
    return Do(RingBell(state.teams[seat].id, at))


def _held_sentence(state: State) -> str:
    match state.held:
        case Held.PAUSED:
            return _("Paused. Next goes on.")
        case Held.RESUMED:
            return _("Clocks stand and bells are closed. Next goes on.")
        case _:
            return ""


def _shortcut(press: Press, look: Look) -> Outcome | None:
    """Keys that mean the same in every scene."""
    from game.screens.editor import InsightEditor

    state = look.game
    undo = press.name == "z" and not press.alt
    if undo and press.shift and look.can_redo:
        return Redo()
    if undo:
        return Undo() if look.can_undo else Stay()
    if press.name == "y" and press.ctrl:
        return Redo() if look.can_redo else Stay()
    if press.name == "r" and press.ctrl:
        return Reload() if look.can_reload else Stay()
    if not press.plain:
        return None
    if press.name in BLACK:
        return Do(Hold(Held.BLACK))
    if press.name in WHITE:
        return Do(Hold(Held.WHITE))
    if press.name == "h":
        return Do(Next()) if state.held else Do(Hold(Held.PAUSED))
    if press.name == "k" and state.clock is not None:
        running = state.clock.running or state.clock_ran
        return Do(PauseClock()) if running else Do(ResumeClock())
    if press.name == "x" and state.clock is not None:
        return Do(ExtendClock(MORE_TIME_MS))
    if press.name == "v" and offers_of(state, PassCard):
        stage = state.stage
        assert isinstance(stage, OnCard)
        return Do(PassCard(stage.team))
    if press.name == "f2":
        return Push(InsightEditor(state.active if state.round else None))
    return None
