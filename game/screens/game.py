"""The running session on the wall: the scene of the moment, and keys that work in all of them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from game.i18n import _
from game.rules.actions import Next, RingBell
from game.rules.cards import Card
from game.rules.events import BellWon, Event
from game.rules.pace import pace
from game.rules.state import Held, State
from game.screens import scenes
from game.screens.gamekeys import clock_spot, on_covered, shortcut
from game.screens.holds import covered, hold_wakes_at, left, move_hold, paint_hold
from game.screens.inputs import Composing, Pointer, Press, Rang, Typed
from game.screens.kit.layer import Dirty
from game.screens.kit.wall import Canvas
from game.screens.ringers import bells_hear, team_in
from game.screens.scenes.edge import draw_edge_sign
from game.screens.scenes.guard import Guarded
from game.screens.scenes.notice import draw_notice
from game.screens.screen import (
    Do,
    Hotspot,
    Look,
    Outcome,
    Push,
    Screen,
    Stay,
)

AFTER_RING_MS = 500
"""Next is ignored for so long after a ring: the press was meant for the moment before it."""
RIGHT = 3
"""The mouse's right button."""


class GameScreen(Screen):
    """Shows the scene that fits the state, and hands it everything first."""

    def __init__(self) -> None:
        self._scene: Screen | None = None
        self._scene_key: Hashable = None
        self._card: Card | None = None
        self._rung_at = -AFTER_RING_MS
        self._eaten: tuple[Hashable, bool] = (None, False)
        """At which moment it was last reckoned whether the debrief's time is being eaten."""

    def _eats(self, look: Look) -> bool:
        """True where this round takes time that is the debrief's; looked at once a second."""
        moment = (look.version, id(look.game), look.at // 1000)
        if self._eaten[0] != moment:
            plan = pace(look.game, look.at)
            self._eaten = moment, plan is not None and plan.protects
        return self._eaten[1]

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
            self._eats(look),
            left(look) == 0,
            look.practise.asked if look.practise is not None else "",
        )

    def scene_id(self, look: Look) -> Hashable:
        """One picture fades into another when the scene changes, or the wall is covered."""
        return (id(self.scene(look)), look.game.held if covered(look.game) else "")

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The scene; over it what the facilitator must know."""
        if covered(look.game):
            paint_hold(canvas, look)
            return
        self.scene(look).paint(canvas, look)
        if self._eats(look):
            draw_edge_sign(canvas)
        slip = 0.0
        if look.practise is not None and look.practise.asked:
            from game.screens.practise.card import draw_asked  # late: only who practises sees it

            slip = draw_asked(canvas, look.practise.asked)
        notice = look.notice or _held_sentence(look.game)
        if notice:
            scene = self.scene(look)
            clock = scene.clock_box(look) if look.game.clock is not None else None
            free = [Hotspot(clock, Stay())] if clock is not None else []
            spots = (*scene.hotspots(look), *free)
            teams = scene.plates(look).values()
            draw_notice(canvas, notice, below=slip, spots=spots, teams=teams)

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        """What moves in the scene."""
        if covered(look.game):
            move_hold(canvas, look, dirty)
            return
        self.scene(look).move(canvas, look, dirty)

    def moving(self, look: Look) -> bool:
        """While the scene moves."""
        return not covered(look.game) and self.scene(look).moving(look)

    def holds_next(self, look: Look) -> bool:
        """While the scene does."""
        return not covered(look.game) and self.scene(look).holds_next(look)

    def wakes_at(self, look: Look) -> int | None:
        """When the scene needs its next frame, or the break's clock."""
        return hold_wakes_at(look) if covered(look.game) else self.scene(look).wakes_at(look)

    def finish(self, look: Look) -> None:
        """End the scene's motion."""
        self.scene(look).finish(look)

    def hear(self, events: Sequence[Event], before: State, look: Look) -> None:
        """Tell the scene what happened; a new scene hears how it came about."""
        if any(isinstance(event, BellWon) for event in events):
            self._rung_at = look.now
        self.scene(look).hear(events, before, look)

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """The scene's; none on a covered wall, nor right after a ring: see `AFTER_RING_MS`."""
        if covered(look.game) or self._just_rung(look):
            return ()
        scene = self.scene(look)
        return (*scene.hotspots(look), *clock_spot(scene, look))

    def _just_rung(self, look: Look) -> bool:
        return look.now - self._rung_at < AFTER_RING_MS

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """The scene first, then bells, then what works everywhere in a session."""
        state = look.game
        if covered(state):
            return on_covered(press, look)
        outcome = self.scene(look).on_press(press, look)
        if outcome is not None or self.typing:
            return outcome
        if press.bell is not None and bells_hear(state):
            return ring(state, press.bell, look.at) or Stay()
        return shortcut(press, look)

    def on_typed(self, typed: Typed | Composing, look: Look) -> Outcome | None:
        """Text for the scene."""
        return self.scene(look).on_typed(typed, look)

    def on_pointer(self, pointer: Pointer, look: Look) -> Outcome | None:
        """A right-click opens what can be done with what is there; else it is for the scene."""
        if pointer.kind == "down" and pointer.button == RIGHT:
            from game.screens.desk.context import context_menu

            return Push(context_menu(self.scene(look), look, pointer.x, pointer.y))
        return None if covered(look.game) else self.scene(look).on_pointer(pointer, look)

    def on_rang(self, rang: Rang, look: Look) -> Outcome | None:
        """A buzzer rings its team's bell."""
        team = None if rang.seat is None else team_in(look.game, rang.seat)
        if team is None or not bells_hear(look.game):
            return None
        return Do(RingBell(team, look.at))

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
