"""What the checks ask of whoever knows the wall: which texts of a deck do not fit it.

The wall is drawn two floors up. It hands a measurer down to the checks, and where nobody has one
(a library of decks, a test) those checks are left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from game.content.deck import Deck


@dataclass(frozen=True)
class Overflow:
    """A text that does not fit the wall at the largest distance of a room."""

    section: str
    """Of the deck: `cards`, `twists`, `mirrors`, `personas`."""
    index: int
    """Of the entry in its section, from 0."""
    field: str
    """The field that holds the text, or the way to it: `prompt`, `options.2.feedback`."""
    text: str
    """What was found, in words that follow the name of the text: `is cut …`."""


class Measure(Protocol):
    """Measures the texts of a deck with the layout of the wall."""

    def overflows(self, deck: Deck) -> Iterable[Overflow]:
        """Every text of the deck, in its language, that does not fit."""
