"""What the decks in play hold, together: everything of theirs, found by its id."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from game.rules.cards import Card, Category, Meter, Mirror, Persona, Twist
from game.rules.frozen import frozen


@frozen(kw_only=True)
class DeckInfo:
    """What a session remembers of a deck in play."""

    id: str
    title: str
    language: str
    """Language of the texts in play (the source's where no overlay exists)."""
    digest: str
    """Hash of the deck's files; tells whether it changed since."""
    debrief: tuple[str, ...] = ()


@frozen(kw_only=True)
class Content:
    """Everything of all decks in play, merged; ids are qualified by their deck.

    Categories and meters of the same id are one. Equal contents compare equal. What a session
    still needs of decks that were reloaded is kept beside what they hold now.
    """

    decks: tuple[DeckInfo, ...]
    categories: tuple[Category, ...]
    cards: tuple[Card, ...]
    twists: tuple[Twist, ...] = ()
    mirrors: tuple[Mirror, ...] = ()
    personas: tuple[Persona, ...] = ()
    meters: tuple[Meter, ...] = ()
    retired: tuple[Card | Twist | Mirror | Persona | Category, ...] = ()
    """What no deck has any more, as it was: it may be open, worn by a team, or looked back on.

    It is found by its id, and never drawn.
    """
    waiting: Card | None = None
    """What takes the place of the card of its id in `cards` as soon as that, open now, is done."""

    @cached_property
    def card_ids(self) -> tuple[str, ...]:
        """Qualified ids of all cards that can be drawn."""
        return tuple(card.id for card in self.cards)

    @cached_property
    def retired_ids(self) -> frozenset[str]:
        """Ids of what is found by its id and not drawn any more."""
        return frozenset(thing.id for thing in self.retired)

    @cached_property
    def card_by_id(self) -> dict[str, Card]:
        """Cards by qualified id, retired ones too."""
        retired = [thing for thing in self.retired if isinstance(thing, Card)]
        return {card.id: card for card in (*retired, *self.cards)}

    @cached_property
    def twist_by_id(self) -> dict[str, Twist]:
        """Twists by qualified id, retired ones too."""
        retired = [thing for thing in self.retired if isinstance(thing, Twist)]
        return {twist.id: twist for twist in (*retired, *self.twists)}

    @cached_property
    def mirror_by_id(self) -> dict[str, Mirror]:
        """Mirrors by qualified id, retired ones too."""
        retired = [thing for thing in self.retired if isinstance(thing, Mirror)]
        return {mirror.id: mirror for mirror in (*retired, *self.mirrors)}

    @cached_property
    def persona_by_id(self) -> dict[str, Persona]:
        """Personas by qualified id, retired ones too."""
        retired = [thing for thing in self.retired if isinstance(thing, Persona)]
        return {persona.id: persona for persona in (*retired, *self.personas)}

    @cached_property
    def category_by_id(self) -> dict[str, Category]:
        """Categories by id, retired ones too."""
        retired = [thing for thing in self.retired if isinstance(thing, Category)]
        return {category.id: category for category in (*retired, *self.categories)}

    def newest(self) -> Content:
        """What the decks hold now, without anything that is only kept for this session."""
        if self.waiting is None and not self.retired:
            return self
        return replace(self.settled(), retired=())

    def settled(self) -> Content:
        """The same once the open card is done: what waits has taken its place."""
        waiting = self.waiting
        if waiting is None:
            return self
        cards = tuple([waiting if card.id == waiting.id else card for card in self.cards])
        return replace(self, cards=cards, waiting=None)
