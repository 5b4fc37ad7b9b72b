"""What a screen may want when somebody did something: an action, another screen, a setting.

The director applies all of these. Whoever writes a screen imports them from `screen`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from game.rules.actions import Action

if TYPE_CHECKING:
    from game.screens.screen import Screen


@dataclass(frozen=True)
class Do:
    """Ask the session for an action."""

    action: Action
    stays: bool = False
    """The sheet that asks stays open: more of the same may follow."""


@dataclass(frozen=True)
class Undo:
    """One step back."""


@dataclass(frozen=True)
class Redo:
    """One step forward again."""


@dataclass(frozen=True)
class StepTo:
    """Back or forward to just after a step of the session."""

    n: int
    """Number of its entry in the log."""


@dataclass(frozen=True)
class MoveFocus:
    """The ring goes so many places on (or back), round and round."""

    by: int
    as_read: bool = False
    """In the order in which they are read, line by line; else the most wanted first."""


@dataclass(frozen=True)
class Reload:
    """Read the decks in play again, and go on with what they hold."""


@dataclass(frozen=True)
class Push:
    """Lay a screen over this one."""

    screen: Screen


@dataclass(frozen=True)
class Pop:
    """Back to the screen beneath."""


@dataclass(frozen=True)
class Reset:
    """Only this screen from now on."""

    screen: Screen


@dataclass(frozen=True)
class Home:
    """The start screen; a running session is closed properly, to be resumed later."""


@dataclass(frozen=True)
class Quit:
    """Close the program."""


@dataclass(frozen=True)
class OpenConsole:
    """The sheet the facilitator's console is opened and closed on."""


@dataclass(frozen=True)
class Change:
    """Another setting, by its name in `Settings`."""

    name: str
    value: Any


@dataclass(frozen=True)
class Begin:
    """Start a session from what was chosen on the set-up screen."""

    choices: Any
    """A `game.session.assemble.Choices`."""
    practise: bool = False


@dataclass(frozen=True)
class Resume:
    """Go on with a session."""

    path: Path


@dataclass(frozen=True)
class Stay:
    """The input was for this screen, and nothing else should come of it."""


Outcome: TypeAlias = (
    Do
    | Undo
    | Redo
    | StepTo
    | MoveFocus
    | Reload
    | Push
    | Pop
    | Reset
    | Home
    | Quit
    | OpenConsole
    | Change
    | Begin
    | Resume
    | Stay
)
