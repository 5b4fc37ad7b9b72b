"""What a front and a back of a card need to know of its deck."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from game.look.theme import Color
from game.report.paper.ink import THEME
from game.rules.cards import (
    Card,
    Category,
    OrderCard,
)
from game.rules.content import Content


@dataclass(frozen=True)
class PrintedDeck:
    """The content of a deck, and what is looked up in it again and again."""

    content: Content
    description: str = ""
    preset: int | None = None
    """Suggested length in minutes."""

    @property
    def id(self) -> str:
        """Its id."""
        return self.content.decks[0].id

    @property
    def title(self) -> str:
        """What the deck is called."""
        return self.content.decks[0].title

    @property
    def language(self) -> str:
        """Of its texts."""
        return self.content.decks[0].language

    def category(self, card: Card) -> Category:
        """The category of a card."""
        return self.content.category_by_id[card.category]

    def tint(self, category: str) -> Color:
        """The paper of a category."""
        return THEME.zone(self._place(category))

    def deep(self, category: str) -> Color:
        """The dark of a category, for lines and rims."""
        return THEME.deep(self._place(category))

    def _place(self, category: str) -> int:
        ids = [one.id for one in self.content.categories]
        return ids.index(category) if category in ids else len(ids)

    def numbers(self) -> Mapping[str, int]:
        """The number that cards wear, by id: it leads from a card to its page in the guide."""
        return {card.id: n for n, card in enumerate(self.content.cards, 1)}


def icon_of(category: Category | None) -> str:
    """The drawing of a category: the game's own by its short name, or a picture of the deck."""
    icon = category.icon if category is not None else ""
    if not icon:
        return "icon-deck"
    return icon if "." in icon or "/" in icon else f"cat-{icon}"


def shuffled(card: OrderCard) -> list[int]:
    """The items' numbers in an order that is not the right one, the same on every printing."""
    n = len(card.items)
    for attempt in range(100):
        order = sorted(range(n), key=lambda i: _chance(f"{card.id}/{attempt}/{i}"))
        ranks = [card.items[i].rank for i in order]
        if ranks != sorted(ranks):
            return order
    return list(range(n))  # all of one rank: every order is right


def _chance(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
