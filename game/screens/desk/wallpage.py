"""What the wall looks and sounds like, switched while playing; kept for the next session."""

from __future__ import annotations

from collections.abc import Sequence

from game.i18n import _
from game.rules.actions import ChangeRule
from game.screens.desk.page import Page
from game.screens.desk.rows import Row
from game.screens.menu import display_items, setting_items
from game.screens.screen import Change, Do, Look

KEYS = {
    "theme": "t",
    "seat": "r",
    "reduced_motion": "a",
    "mute": "m",
    "volume": "+",
    "language": "l",
    "fullscreen": "f11",
    "display": "d",
}
"""The key of each setting on this page."""
SCORES_KEY = "s"


class WallPage(Page):
    """Each press takes the next value."""

    def title(self, look: Look) -> str:
        """What it is."""
        return _("The wall")

    def rows(self, look: Look) -> Sequence[Row]:
        """Scores first: they are what is asked for in front of a room."""
        hidden = look.game.rules.hide_scores
        scores = Do(ChangeRule("hide_scores", not hidden), stays=True)
        found = [Row(_("Scores"), scores, SCORES_KEY, _("hidden") if hidden else _("shown"))]
        for item in (*setting_items(look.settings), *display_items(look.settings)):
            assert isinstance(item.does, Change)
            found.append(Row(item.label, item.does, KEYS[item.does.name], item.value))
        return found
