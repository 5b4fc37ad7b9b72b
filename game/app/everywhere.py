"""What a key means on every screen, where the screen itself leaves it alone."""

from __future__ import annotations

from game.screens.doings import Doing, keymap
from game.screens.inputs import LOUDER, PREVIOUS, ROVING, SOFTER, START, Press
from game.screens.screen import Change, Look, MoveFocus, Outcome, Pop, Push, Reload, Screen


def even_typing(
    press: Press, top: Screen, look: Look, *, playing: bool, first: bool
) -> Outcome | None:
    """What a key means also while someone types.

    `playing`: a session is under way; `first`: the screen lies over no other.
    """
    from game.screens.desk import DeskScreen
    from game.screens.keys import KeysScreen
    from game.screens.menu import MenuScreen

    if press.name == "f11" or (press.alt and press.name in ("return", "enter")):
        return Change("fullscreen", not look.settings.fullscreen)
    if press.name in START and not top.typing:
        return Pop() if top.overlay else Change("fullscreen", True)
    if press.name == "escape":
        if top.overlay:
            return Pop()
        return Push(DeskScreen()) if playing else Push(MenuScreen(home=not first))
    if press.name == "f1" or (press.name == "?" and not top.typing):
        return Pop() if isinstance(top, KeysScreen) else Push(KeysScreen())
    return None


def while_nobody_types(press: Press, top: Screen, look: Look) -> Outcome | None:
    """What any other key means, but for Next."""
    if keymap(look.settings.keys).doing(press.key) is Doing.RELOAD and look.can_reload:
        return Reload()  # also over a sheet: the one that says what was wrong, for instance
    if press.name == "tab":
        return MoveFocus(-1 if press.shift else 1)
    if not press.plain:
        return None
    if press.name in ROVING and top.arrows:
        return MoveFocus(-1 if press.name == "up" else 1, as_read=True)
    if press.name in PREVIOUS:
        outcome = top.on_previous(look)
        return MoveFocus(1) if outcome is None and not top.through else outcome
    if press.name == "m":
        return Change("mute", not look.settings.mute)
    if press.name in LOUDER | SOFTER:
        volume = look.settings.volume + (-1 if press.name in SOFTER else 1)
        return Change("volume", max(0, min(10, volume)))
    return None
