"""Which key does what on the facilitator's desk: one each, the same at every moment.

Esc opens the desk, so that everything is two key presses away; what has a key of its own in
every scene is one. Letters that ring a bell (`SECOND_BELLS`) belong to teams while bells hear
anything, so they stand only at what is done between turns. docs/facilitating.md shows this table.
"""

from __future__ import annotations

from collections.abc import Mapping

OPENS = "escape"
"""The key that opens the desk."""

DESK_KEYS: Mapping[str, str] = {
    "undo": "z",
    "redo": "shift+z",
    "history": "j",
    "set-answer": "e",
    "lock-answer": "f12",
    "pass": "v",
    "skip": "s",
    "replace": "a",
    "put-next": "f",
    "put-none": "delete",
    "insight": "f2",
    "ring": "d",
    "open-bells": "f6",
    "close-bells": "f7",
    "reset-bells": "f8",
    "adjust": "g",
    "scores": "y",
    "set-turn": "t",
    "add-team": "i",
    "edit-team": "r",
    "remove-team": "u",
    "plan": "c",
    "pause-clock": "k",
    "resume-clock": "k",
    "more-time": "x",
    "change-clock": "shift+x",
    "stop-clock": "l",
    "timers-off": "o",
    "timers-on": "o",
    "rounds": "q",
    "time-left": "shift+k",
    "offer-late-start": "shift+s",
    "offer-fewer-rounds": "shift+a",
    "offer-shorter-talks": "shift+d",
    "end-play": "end",
    "release": "h",
    "pause": "h",
    "eyes": "f3",
    "break": "f4",
    "black": "b",
    "white": "w",
    "page": "shift+p",
    "to-plans": "shift+c",
    "end-review": "shift+n",
    "page-back": "shift+b",
    "commit-plan": "shift+e",
    "drop-plan": "shift+u",
    "review-plan": "shift+r",
    "rules": "9",
    "wall": "0",
    "reload": "ctrl+r",
    "practise": "shift+h",
    "keys": "f1",
    "clickers": "f9",
    "buzzers": "f10",
    "console": "ctrl+o",
    "start": "home",
    "quit": "ctrl+q",
}
"""The key of each control and page while the desk is open."""

ANYWHERE: Mapping[str, str] = {
    "next": "space",
    "undo": "z",
    "redo": "shift+z",
    "pass": "v",
    "insight": "f2",
    "open-bells": "f6",
    "close-bells": "f7",
    "reset-bells": "f8",
    "pause-clock": "k",
    "resume-clock": "k",
    "more-time": "x",
    "end-play": "end",
    "release": "space",
    "pause": "h",
    "eyes": "f3",
    "break": "f4",
    "black": "b",
    "white": "w",
    "reload": "ctrl+r",
    "keys": "f1",
}
"""Keys that do it in every scene of a session, without the desk."""

IN_SCENE: Mapping[str, tuple[str, ...]] = {
    "begin": ("space",),
    "roll": ("space",),
    "choose-category": ("a",),
    "mark-right": ("g",),
    "mark-wrong": ("f",),
    "judge": ("3",),
    "judge-view": ("2",),
    "vote": ("q", "3"),
    "write-plan": ("e",),
}
"""Keys of what its own scene asks for: the first is an example where there are several."""

BREAK_MORE = ("break-longer", "break-shorter")
"""The length of a break that is on: asked on the desk, since the break's own key ends it."""

SHOWN: Mapping[str, str] = {
    "end": "End",
    "home": "Home",
    "return": "Enter",
    "escape": "Esc",
    "delete": "Del",
    "shift": "Shift",
    "ctrl": "Ctrl",
}
"""Words and signs on the caps of keys that are no letter."""


def key_of(control: str) -> str:
    """The key of a control on the desk; "" for one that has none there."""
    return DESK_KEYS.get(control, "")


def presses(control: str) -> tuple[str, ...]:
    """The keys that reach a control from any scene, in order; empty where there are none.

    What has to be told then (which team, how many, which value) is asked after them.
    """
    if control in ANYWHERE:
        return (ANYWHERE[control],)
    if control in IN_SCENE:
        return IN_SCENE[control]
    if control in DESK_KEYS:
        return (OPENS, DESK_KEYS[control])
    if control in BREAK_MORE:
        return (OPENS, DESK_KEYS["break"])
    if control.startswith("rule-"):
        return (OPENS, DESK_KEYS["rules"])
    return ()


def shown(key: str) -> str:
    """A key as it stands on its cap."""
    if key == "+":
        return key
    held, plus, name = key.rpartition("+")
    cap = SHOWN.get(name, name.upper())
    return f"{SHOWN.get(held, held)} {cap}" if plus else cap
