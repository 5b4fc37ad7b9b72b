"""What rings for whom: buttons of buzzers and gamepads, and keys that were given to a bell.

Kept in the settings as (what rings, the team's place), so that tomorrow the same button is
the same team's. A button is `pad:<device>#<which of several alike>:<button>`, a key `key:<key>`.
In a button's place may stand a way of a d-pad (`h0u`: hat 0, up) or of an axis (`a1+`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.i18n import _
from game.rules.state import BellPhase, OnCard, State
from game.screens.doings import GAME_KEYS, game_key_name
from game.screens.inputs import Press, Rang
from game.screens.keynames import key_text

if TYPE_CHECKING:
    from game.screens.screen import Look

KEY = "key:"
PAD = "pad:"
KEPT_KEYS = frozenset("0123456789fg")
"""Keys that are never given to a bell: every team's own first key, and what judges a ring."""

Bells = tuple[tuple[str, int], ...]


def bells_hear(state: State | None) -> bool:
    """True while a ring means something: armed, open, or taken (runners-up)."""
    stage = state.stage if state is not None else None
    bell = stage.bell if isinstance(stage, OnCard) else None
    return bell is not None and bell.phase is not BellPhase.CLOSED


def seats(state: State) -> dict[int, int]:
    """The place of each team (by id) at the table: a bell stays its team's when another leaves.

    Keys 1–8 go by the order on the wall instead, which closes up.
    """
    every = sorted(team.id for team in (*state.teams, *state.left, *state.joining))
    return {team: seat for seat, team in enumerate(every)}


def team_in(state: State, seat: int) -> int | None:
    """The id of the team in that place, if it plays."""
    placed = seats(state)
    return next((team.id for team in state.teams if placed[team.id] == seat), None)


def rung_by_key(press: Press, look: Look) -> Rang | None:
    """The ring of a key that was given to a bell; None for every other key.

    A key that also is an option rings only while bells are heard.
    """
    button = KEY + press.key
    seat = dict(look.settings.bells).get(button)
    if seat is None or (press.key in GAME_KEYS and not bells_hear(look.state)):
        return None
    return Rang(seat, button)


def refused_key(key: str) -> str:
    """Why a key cannot be a bell: what it is already, or "" if it can."""
    return game_key_name(key) if key in KEPT_KEYS else ""


def given(bells: Bells, button: str, seat: int) -> Bells:
    """The same, with this button ringing for that place, and for no other."""
    return (*(pair for pair in bells if pair[0] != button), (button, seat))


def without(bells: Bells, seat: int) -> Bells:
    """The same, with nothing chosen for that place."""
    return tuple(pair for pair in bells if pair[1] != seat)


def button_text(button: str, device: str = "") -> str:
    """What rings, as it is told: `key F3`, `USB buzzer, button 3`."""
    if button.startswith(KEY):
        return _("key {key}").format(key=key_text(button.removeprefix(KEY)))
    text = _control_text(button.rpartition(":")[2])
    return f"{device}, {text}" if device else text


def may_be_one_push(one: str, other: str) -> bool:
    """True where a device may tell of one push by both: a trigger as an axis and as a button."""
    (device, _colon, what), (same, _colon, else_) = one.rpartition(":"), other.rpartition(":")
    both_buttons = what.isdigit() and else_.isdigit()
    return device == same != "" and device.startswith(PAD) and what != else_ and not both_buttons


def _control_text(control: str) -> str:
    """What is pushed on a device: `button 4`, `d-pad up`, `axis 2 +`."""
    if control.isdigit():
        return _("button {n}").format(n=int(control) + 1)
    kind, number, way = control[:1], control[1:-1], control[-1:]
    if kind == "h" and number.isdigit() and way in "udlr":
        return {
            "u": _("d-pad up"),
            "d": _("d-pad down"),
            "l": _("d-pad left"),
            "r": _("d-pad right"),
        }[way]
    if kind == "a" and number.isdigit():
        return _("axis {n} {way}").format(n=int(number) + 1, way="−" if way == "-" else way)
    return _("button {n}").format(n=control)
