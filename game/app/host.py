"""What the director of screens asks of the program around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from game.rules.refusal import Refusal
from game.screens.screen import Screen
from game.screens.settings import Settings


class Host(Protocol):
    """What the director asks of the program around it."""

    @property
    def settings(self) -> Settings:
        """Settings in force."""

    @property
    def evening(self) -> Any:
        """The `Evening` under way, or None."""

    def change(self, name: str, value: Any) -> None:
        """Another setting."""

    def begin(self, choices: Any, practise: bool) -> Screen | None:
        """Start a session; the screen to show, or None where it cannot be."""

    def resume(self, path: Path) -> Screen | None:
        """Go on with a session; the screen to show."""

    def home(self) -> Screen:
        """Close the session, if any; the start screen."""

    def notice(self) -> str:
        """What the facilitator must know, or ""."""

    def pictures(self) -> Mapping[str, bytes]:
        """Pictures of the decks in play."""

    def open_console(self) -> Screen:
        """The sheet the console is opened and closed on."""

    def reload(self) -> None:
        """Read the decks in play again; what came of it is said."""

    def devices(self) -> Sequence[tuple[str, tuple[int, ...]]]:
        """(name, places of teams) of buzzers and gamepads that are plugged in."""

    def refused(self, reason: Refusal) -> None:
        """The rules refused what was asked."""
