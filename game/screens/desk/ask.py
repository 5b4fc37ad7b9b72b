"""What ends something asks first; the same key again means yes."""

from __future__ import annotations

from collections.abc import Sequence

from game.i18n import _
from game.screens.desk.page import Page
from game.screens.desk.rows import Row
from game.screens.parts import Does
from game.screens.screen import Look


class AskPage(Page):
    """A question, yes and no. Next is neither: the game goes on."""

    def __init__(self, title: str, words: str, yes: str, does: Does, key: str) -> None:
        super().__init__()
        self._title, self._words = title, words
        self._yes = Row(yes, does, key, primary=True)

    def title(self, look: Look) -> str:
        """What it is about."""
        return self._title

    def words(self, look: Look) -> str:
        """What would come of it."""
        return self._words

    def rows(self, look: Look) -> Sequence[Row]:
        """Yes with the key that asked, no with Esc."""
        return (self._yes, Row(_("No"), self.desk.back, "escape"))
