"""What a key is for: the habits it starts with, and the facilitator's own.

A clicker sends what its maker thought of. Any key can be given another doing; it then arrives
on every screen as the press that does it (`SENDS`). Keys that a screen needs to tell answers
and teams apart (`GAME_KEYS`) stay what they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from game.i18n import _
from game.screens.inputs import OPTION_KEYS, ROVING, SECOND_BELLS, Press
from game.screens.keynames import key_text


class Doing(StrEnum):
    """What a facilitator does with one key."""

    NEXT = "next"
    PREVIOUS = "previous"
    BLACK = "black"
    WHITE = "white"
    PAUSE = "pause"
    BREAK = "break"
    EYES = "eyes"
    UNDO = "undo"
    REDO = "redo"
    CLOCK = "clock"
    MORE_TIME = "more-time"
    FULLSCREEN = "full-screen"
    START = "start"
    MUTE = "mute"
    LOUDER = "louder"
    SOFTER = "softer"
    MENU = "menu"
    KEYS = "keys"
    NOTE = "note"
    RELOAD = "reload"
    OPEN_BELLS = "open-bells"
    CLOSE_BELLS = "close-bells"
    RESET_BELLS = "reset-bells"
    END_PLAY = "end-play"
    NOTHING = "nothing"
    """Some clickers have a key that does harm wherever it is pressed."""


HABITS: dict[Doing, tuple[str, ...]] = {
    Doing.NEXT: ("space", "right", "down", "page down", "return", "enter", "n"),
    Doing.PREVIOUS: ("left", "up", "page up", "backspace", "p"),
    Doing.BLACK: ("b", "."),
    Doing.WHITE: ("w", ","),
    Doing.PAUSE: ("h",),
    Doing.BREAK: ("f4",),
    Doing.EYES: ("f3",),
    Doing.UNDO: ("z", "ctrl+z"),
    Doing.REDO: ("shift+z", "ctrl+y", "ctrl+shift+z"),
    Doing.CLOCK: ("k",),
    Doing.MORE_TIME: ("x",),
    Doing.FULLSCREEN: ("f11", "alt+return", "alt+enter"),
    Doing.START: ("f5", "shift+f5"),
    Doing.MUTE: ("m",),
    Doing.LOUDER: ("+", "="),
    Doing.SOFTER: ("-",),
    Doing.MENU: ("escape",),
    Doing.KEYS: ("f1", "?"),
    Doing.NOTE: ("f2",),
    Doing.RELOAD: ("ctrl+r",),
    Doing.OPEN_BELLS: ("f6",),
    Doing.CLOSE_BELLS: ("f7",),
    Doing.RESET_BELLS: ("f8",),
    Doing.END_PLAY: ("end",),
    Doing.NOTHING: (),
}
"""Keys of each doing before anybody chose, the most used first."""

SENDS: dict[Doing, Press] = {
    Doing.NEXT: Press("next"),
    Doing.PREVIOUS: Press("previous"),
    Doing.BLACK: Press("black"),
    Doing.WHITE: Press("white"),
    Doing.PAUSE: Press("h"),
    Doing.BREAK: Press("f4"),
    Doing.EYES: Press("f3"),
    Doing.UNDO: Press("z", ctrl=True),
    Doing.REDO: Press("y", ctrl=True),
    Doing.CLOCK: Press("k"),
    Doing.MORE_TIME: Press("x"),
    Doing.FULLSCREEN: Press("f11"),
    Doing.START: Press("start"),
    Doing.MUTE: Press("m"),
    Doing.LOUDER: Press("louder"),
    Doing.SOFTER: Press("softer"),
    Doing.MENU: Press("escape"),
    Doing.KEYS: Press("f1"),
    Doing.NOTE: Press("f2"),
    Doing.RELOAD: Press("r", ctrl=True),
    Doing.OPEN_BELLS: Press("f6"),
    Doing.CLOSE_BELLS: Press("f7"),
    Doing.RESET_BELLS: Press("f8"),
    Doing.END_PLAY: Press("end"),
}
"""How each doing reaches a screen. Where a letter or sign could also be an answer, no key has
that name: `.` is a decimal mark while a number is entered, but "black" is only ever black."""

GAME_KEYS = frozenset("0123456789" + OPTION_KEYS + "g")
"""Teams, numbers, options, right and wrong: without them answers could not be entered."""

NEEDED = (Doing.NEXT, Doing.MENU)
"""What must always have a key, so that every state has a way on and a way out."""


def doing_name(doing: Doing) -> str:
    """What a key does, in a few words."""
    return {
        Doing.NEXT: _("next"),
        Doing.PREVIOUS: _("previous"),
        Doing.BLACK: _("black wall"),
        Doing.WHITE: _("white wall"),
        Doing.PAUSE: _("pause everything"),
        Doing.BREAK: _("break"),
        Doing.EYES: _("eyes here"),
        Doing.UNDO: _("undo"),
        Doing.REDO: _("redo"),
        Doing.CLOCK: _("pause the clock"),
        Doing.MORE_TIME: _("30 seconds more"),
        Doing.FULLSCREEN: _("full screen"),
        Doing.START: _("start the show"),
        Doing.MUTE: _("mute"),
        Doing.LOUDER: _("louder"),
        Doing.SOFTER: _("softer"),
        Doing.MENU: _("menu"),
        Doing.KEYS: _("these keys"),
        Doing.NOTE: _("note an insight"),
        Doing.RELOAD: _("reload the decks"),
        Doing.OPEN_BELLS: _("open the bells"),
        Doing.CLOSE_BELLS: _("close the bells"),
        Doing.RESET_BELLS: _("reset the bells"),
        Doing.END_PLAY: _("end play"),
        Doing.NOTHING: _("nothing"),
    }[doing]


_HABIT = {key: doing for doing, keys in HABITS.items() for key in keys}


@dataclass(frozen=True)
class Keymap:
    """Which key does what now: habits, and what was chosen over them."""

    chosen: tuple[tuple[str, str], ...] = ()
    """(key, doing) as kept in the settings."""

    def doing(self, key: str) -> Doing | None:
        """What a key does everywhere; None for one that does nothing of the kind."""
        own = dict(self.chosen).get(key)
        if own is not None:
            return Doing(own)
        found = _HABIT.get(key)
        if found is None and key.startswith("shift+"):
            # Somebody may hold Shift by chance: Shift+N does what N does, unless it was given
            # something else to do.
            found = _HABIT.get(key.removeprefix("shift+"))
        return found

    def keys(self, doing: Doing) -> tuple[str, ...]:
        """The keys that do it, the facilitator's own first."""
        own = dict(self.chosen)
        mine = tuple(key for key, does in self.chosen if does == doing)
        return mine + tuple(k for k in HABITS[doing] if k not in own)

    def meant(self, press: Press) -> Press | None:
        """What a press stands for; None if it was given nothing to do."""
        own = dict(self.chosen).get(press.key)
        if own is None:
            return press
        return SENDS.get(Doing(own))

    def with_key(self, key: str, doing: Doing) -> Keymap:
        """The same, with this key doing that. Raises `KeyTakenError`."""
        if key in GAME_KEYS:
            raise KeyTakenError(game_key_name(key))
        # Who gives ↓ to Next wants it to be Next everywhere, also where it would move the ring.
        roves = key in ROVING and key not in dict(self.chosen)
        if self.doing(key) is doing and not roves:
            return self
        rest = tuple(pair for pair in self.chosen if pair[0] != key)
        habit = _HABIT.get(key) is doing and key not in ROVING
        changed = Keymap(rest if habit else (*rest, (key, str(doing))))
        for needed in NEEDED:
            if not changed.keys(needed):
                raise KeyTakenError(
                    _("{doing}, and there is no other key for it").format(doing=doing_name(needed))
                )
        return changed


class KeyTakenError(ValueError):
    """A key that cannot be given away; its words say what it is."""


@lru_cache(maxsize=8)
def keymap(chosen: tuple[tuple[str, str], ...]) -> Keymap:
    """The keys as the settings have them."""
    return Keymap(chosen)


def is_choice(key: object, doing: object) -> bool:
    """Whether a file may say so: a key that can be given something, and a doing there is."""
    return (
        isinstance(key, str)
        and 0 < len(key) <= 60
        and key.isprintable()
        and key not in GAME_KEYS
        and isinstance(doing, str)
        and doing in set(Doing)
    )


def game_key_name(key: str) -> str:
    """What a key of the game itself is for; "" if it is none."""
    if len(key) != 1:
        return ""
    told = []
    if key in "12345678":
        told.append(_("the bell of team {n}").format(n=key))
    elif key in "09":
        told.append(_("a figure"))
    if key in OPTION_KEYS:
        told.append(_("option {letter}").format(letter=key.upper()))
    if key in "gf":
        told.append(_("right") if key == "g" else _("wrong"))
    if key in SECOND_BELLS:
        told.append(_("the second bell of team {n}").format(n=SECOND_BELLS.index(key) + 1))
    if key == "v":
        told.append(_("another card; or the other view"))
    if key == "e":
        told.append(_("write the plan"))
    return ", ".join(told)


def use_of(chosen: Keymap, key: str) -> str:
    """What a key does now, in words; "" if nothing."""
    doing = chosen.doing(key)
    if dict(chosen.chosen).get(key) is not None and doing is not None:
        return doing_name(doing)
    told = [game_key_name(key)]
    if key in ("tab", "shift+tab"):
        told.append(_("from button to button"))
    if key == "delete":
        told.append(_("takes an answer back"))
    if doing is not None:
        told.append(doing_name(doing))
    return ", ".join(words for words in told if words)


def keys_text(keys: Iterable[str], most: int = 9) -> str:
    """Keys as they are told: `Space → PgDn`; what has one name is told once."""
    return "  ".join(list(dict.fromkeys(map(key_text, keys)))[:most])
