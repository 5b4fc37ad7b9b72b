"""Values of every sort, for every field an action can have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from random import Random
from typing import Any

from game.rules.actions import Action
from game.rules.ruleset import BOUNDS
from game.rules.state import COLOURS, Held, IfThen, Part, Status

LONG = "x" * 10_001
NUMBERS = (-1, 0, 1, 2, 3, 4, 7, 8, 99, 100, -100, 3_600_001, 10**15, -(10**15), 2**53 + 1)
NO_NUMBERS = (True, False, None, 1.0, 0.0, "1", "", float("nan"), (1,), IfThen())
ANSWERS = (
    *NUMBERS,
    *NO_NUMBERS,
    0.5,
    float("inf"),
    (),
    (0,),
    (0, 1),
    (1, 0),
    (0, 0),
    (0, 1, 2, 3),
    (0, 1, 2, 4),
    (-1, 0, 1, 2),
    (3, 2, 1, 0, 4),
    (0.0, 1.0, 2.0, 3.0),
    (False, True, 2, 3),
    ("0", "1", "2", "3"),
    tuple(range(9)),
)
TEXTS = ("", " ", "\t\n", "Orange", "ORANGE", " sky ", "Late", LONG, "é", "x" * 41, "x" * 40)
NO_TEXTS = (None, 0, 1, True, 1.5, b"Late", ("Late",), IfThen())
CARDS = ("c/turn0", "q/bell", "open/p", "t/last", "m/0", "p/0", "nope", "", " ", "*bell")
RULES = (*BOUNDS, "floor_at_zero", "turns", "judge", "nope", "", "together", "__class__")
VALUES = (*NUMBERS, *NO_NUMBERS, *COLOURS, "one_by_one", "together", "peers", "facilitator")
PLANS = (
    None,
    "",
    0,
    True,
    ("if", "then", "we", "now"),
    IfThen(),
    IfThen(cue=LONG),
    IfThen(cue="if", action="then", who=LONG),
    IfThen(cue=3),  # type: ignore[arg-type]  # wrong on purpose
    IfThen(by_when=None),  # type: ignore[arg-type]  # wrong on purpose
    IfThen(cue=" ", action="\n"),
    IfThen(cue="if"),
)
BY_FIELD: dict[str, tuple[Any, ...]] = {
    "team": (*NUMBERS, *NO_NUMBERS),
    "points": (*NUMBERS, *NO_NUMBERS),
    "at": (*NUMBERS, *NO_NUMBERS),
    "ms": (*NUMBERS, *NO_NUMBERS),
    "answer": ANSWERS,
    "category": ("insights", "metrics", "INSIGHTS", "*bell", "*twist", *TEXTS, *NO_TEXTS),
    "right": (True, False, *NUMBERS, None, 1.0, "yes"),
    "plan": PLANS,
    "how": (*Held, "resumed", "dark", *NO_TEXTS),
    "text": (*TEXTS, *NO_TEXTS),
    "reason": (*TEXTS, *NO_TEXTS),
    "card": (*CARDS, *NO_TEXTS),
    "name": (*TEXTS, *NO_TEXTS),
    "colour": (*COLOURS, "mauve", "", "Orange", *NO_TEXTS),
    "rule": (*RULES, *NO_TEXTS),
    "value": VALUES,
    "rounds": (*NUMBERS, *NO_NUMBERS),
    "part": (*Part, "map", "nope", *NO_TEXTS),
    "index": (*NUMBERS, *NO_NUMBERS),
    "number": (*NUMBERS, *NO_NUMBERS),
    "status": (*Status, "done", "nope", *NO_TEXTS),
    "why": (*TEXTS, *NO_TEXTS),
}


def any_of(kind: type[Action], random: Random) -> Action:
    """An action of this kind with whatever comes up in its fields."""
    make: Callable[..., Action] = kind
    return make(**{field.name: random.choice(BY_FIELD[field.name]) for field in fields(kind)})
