"""The evening before: everything that is seen, heard and pressed in the room, tried once."""

from game.screens.rehearsal.screen import RehearsalScreen

__all__ = ["RehearsalScreen"]
