"""A deck on the wall while it is written: its cards, every state of each, and what is wrong."""

from game.screens.preview.screen import PreviewScreen

__all__ = ["PreviewScreen"]
