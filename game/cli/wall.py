"""The wall, as far as the command line needs one: texts are measured for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.content.deck import Deck
    from game.content.measure import Overflow


class LateWall:
    """Measures texts for the wall; what that takes is loaded when there is a deck to measure."""

    def overflows(self, deck: Deck) -> Iterable[Overflow]:
        """Every text of the deck that does not fit."""
        from game.screens.measure import WallMeasure

        return WallMeasure().overflows(deck)
