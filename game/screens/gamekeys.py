"""Keys and touches that mean the same in every scene of a session, and on a covered wall."""

from __future__ import annotations

from collections.abc import Mapping

from game.i18n import _
from game.rules.actions import (
    CloseBells,
    EndPlay,
    ExtendClock,
    Hold,
    Next,
    OpenBells,
    PassCard,
    PauseClock,
    ResetBells,
    ResumeClock,
)
from game.rules.legal import offers_of
from game.rules.state import Held, OnCard
from game.screens.holds import DARK, TOLD
from game.screens.inputs import BLACK, WHITE, Press
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

MORE_TIME_MS = 30_000
BELL_KEYS: Mapping[str, type[OpenBells | CloseBells | ResetBells]] = {
    "f6": OpenBells,
    "f7": CloseBells,
    "f8": ResetBells,
}


def on_covered(press: Press, look: Look) -> Outcome | None:
    """A covered wall comes back with the key that covered it, or any Next."""
    holds = _held_by(press)
    if holds is not None and holds in (*DARK, *TOLD):
        return Do(Next()) if look.game.held is holds or look.game.held in DARK else None
    return None


def _held_by(press: Press) -> Held | None:
    """How everything is held by this key; None for one that holds nothing."""
    if not press.plain:
        return None
    if press.name in BLACK:
        return Held.BLACK
    if press.name in WHITE:
        return Held.WHITE
    return {"f3": Held.EYES, "f4": Held.BREAK, "h": Held.PAUSED}.get(press.name)


def shortcut(press: Press, look: Look) -> Outcome | None:
    """Keys that mean the same in every scene."""
    state = look.game
    undo = press.name == "z" and not press.alt
    if undo and press.shift and look.can_redo:
        return Redo()
    if undo:
        return Undo() if look.can_undo else Stay()
    ctrl = press.ctrl and not press.alt  # both together are Windows' AltGr, which types ü or ®
    if press.name == "y" and ctrl:
        return Redo() if look.can_redo else Stay()
    if press.name == "r" and ctrl:
        return Reload() if look.can_reload else Stay()
    if not press.plain:
        return None
    held = _held_by(press)
    if held is Held.BREAK:
        from game.screens.desk import desk_at

        return Push(desk_at("break", state, look.at))
    if held is not None:
        return Do(Next()) if held is Held.PAUSED and state.held else Do(Hold(held))
    return _one_key(press, look)


def clock_spot(scene: Screen, look: Look) -> tuple[Hotspot, ...]:
    """The clock is a place of its own: a touch lets it stand, another lets it run."""
    box = scene.clock_box(look) if look.game.clock is not None else None
    if box is None or not box.w:
        return ()
    radius = min(box.w, box.h) / 2
    if offers_of(look.game, PauseClock):
        return (Hotspot(box, Do(PauseClock()), _("Let the clock stand"), radius),)
    if offers_of(look.game, ResumeClock):
        return (Hotspot(box, Do(ResumeClock()), _("Let the clock run"), radius),)
    return ()


def _one_key(press: Press, look: Look) -> Outcome | None:
    state = look.game
    if press.name == "k" and state.clock is not None:
        running = state.clock.running or state.clock_ran
        return Do(PauseClock()) if running else Do(ResumeClock())
    if press.name == "x" and state.clock is not None:
        return Do(ExtendClock(MORE_TIME_MS))
    if press.name == "v" and offers_of(state, PassCard):
        stage = state.stage
        assert isinstance(stage, OnCard)
        return Do(PassCard(stage.team))
    if press.name in BELL_KEYS and offers_of(state, BELL_KEYS[press.name]):
        return Do(BELL_KEYS[press.name]())
    if press.name == "end" and offers_of(state, EndPlay):
        from game.screens.desk import desk_at

        return Push(desk_at("end-play", state, look.at))
    if press.name == "f2":
        from game.screens.insight import InsightEditor, speaking

        return Push(InsightEditor(speaking(state)))
    return None
