"""Settings: those in force, and those that are kept for the next time."""

from __future__ import annotations

from typing import Any

from game import paths
from game.screens import settings as stored


class Preferences:
    """What the facilitator prefers.

    What holds for this time alone (a window asked for on the command line, a projector that is not
    plugged in) changes the settings in force, and not those that are kept.
    """

    def __init__(self, display: int, *, window: bool) -> None:
        """`display` is where the wall is now; `window` is true for a window asked for."""
        self._kept = stored.load(paths.settings_file())
        self.now = self._kept.changed("display", display)
        """In force."""
        if window:
            self.now = self.now.changed("fullscreen", False)

    def change(self, name: str, value: Any) -> None:
        """Prefer something else. Raises ValueError for what no setting can be."""
        self.now = self.now.changed(name, value)
        self._kept = self._kept.changed(name, value)

    def save(self) -> bool:
        """Keep them for the next time; False where the folder cannot be written."""
        return stored.save(paths.settings_file(), self._kept)
