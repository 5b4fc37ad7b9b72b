"""Setting a session up: what has been chosen so far, and the pages on which it is chosen."""

from game.screens.setup.screen import SetupScreen

__all__ = ["SetupScreen"]
