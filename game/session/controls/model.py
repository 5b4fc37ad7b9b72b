"""What a control is: something the facilitator can do now, told once for wall and console."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal, TypeAlias

from game.rules.actions import Action

FieldKind: TypeAlias = Literal["text", "number", "team", "card", "colour", "option", "choice"]
"""`team`, `colour`, `option` and `choice` list what there is in `choices`; `card` does too, but
there are so many that they are searched."""


class Group(StrEnum):
    """What a control is for, in the order in which groups are shown."""

    STEP = "step"
    CARD = "card"
    BELL = "bell"
    SCORE = "score"
    TEAMS = "teams"
    TIME = "time"
    HOLD = "hold"
    RULES = "rules"
    SESSION = "session"


class Does(StrEnum):
    """What is no action of the rules."""

    UNDO = "undo"
    REDO = "redo"
    RELOAD = "reload"
    """Read the decks again."""


@dataclass(frozen=True)
class Jump:
    """Asked of the session itself; `steps` is for undo and redo."""

    does: Does
    steps: int = 1


Values: TypeAlias = Mapping[str, Any]
"""What was filled in, by the field's name: numbers and teams as numbers, None where nothing was."""
ControlDoes: TypeAlias = Callable[[Values], Action] | Does


@dataclass(frozen=True)
class Field:
    """Something to fill in or choose before a control can be done."""

    name: str
    kind: FieldKind
    label: str
    low: float | None = None
    """Least number, or fewest characters of a text."""
    high: float | None = None
    """Greatest number, or most characters of a text."""
    choices: tuple[tuple[str, str], ...] = ()
    """(value, label), for kinds that have them."""
    value: str = ""
    """What stands there to begin with."""
    required: bool = True
    whole: bool = True
    """A number without decimals."""
    hint: str = ""
    """What to write, where the label does not say it."""


@dataclass(frozen=True)
class Control:
    """One thing that can be done now."""

    id: str
    """Stable: the guide's table, tests and keys name controls by it."""
    group: Group
    label: str
    does: ControlDoes = field(compare=False)
    """What it does, from the values of its fields."""
    fields: tuple[Field, ...] = ()
    primary: bool = False
    """What comes next in the ordinary course of a session."""
    danger: bool = False
    """Takes something away, though undo brings it back."""
    value: str = ""
    """How it stands now: "on", "1:30", "3 of 8"."""
    check: Callable[[Action], tuple[str, str] | None] | None = field(
        default=None, compare=False, repr=False
    )
    """The field at fault and why, where the rules would refuse; None where they would not."""

    @property
    def needs(self) -> int:
        """Fields that must be filled in first."""
        return sum(one.required and not one.value for one in self.fields)

    def field(self, name: str) -> Field | None:
        """The field of that name, or None."""
        return next((one for one in self.fields if one.name == name), None)


class ControlError(ValueError):
    """A value that cannot be: which field, and a sentence that says what can."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
        """Its name; "" where no single field is at fault."""
        self.sentence = sentence
