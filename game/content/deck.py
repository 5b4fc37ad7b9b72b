"""Decks: one in the language of play, and the file it comes from with its translations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from game.content.nodes import Source
from game.content.problem import ContentError, Problem, errors_of
from game.rules.cards import Card, Category, Meter, Mirror, Persona, Twist


@dataclass(frozen=True, kw_only=True)
class Deck:
    """A deck in one language; ids stand as the author wrote them."""

    id: str
    title: str
    language: str
    """Of the texts: the source's where a translation does not exist."""
    categories: tuple[Category, ...]
    cards: tuple[Card, ...]
    description: str = ""
    preset: int | None = None
    """Suggested length of a session in minutes."""
    meters: tuple[Meter, ...] = ()
    debrief: tuple[str, ...] = ()
    twists: tuple[Twist, ...] = ()
    mirrors: tuple[Mirror, ...] = ()
    personas: tuple[Persona, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Overlay:
    """A translation of a deck, as it was read."""

    language: str
    path: Path
    source: Source
    """The file with its places."""
    deck: Deck
    """The deck with every text that is translated; the others are the source's."""


class Subject(NamedTuple):
    """A deck that could be read, as checks look at it."""

    deck: Deck
    """In its source language."""
    source: Source
    """Its file with its places."""
    overlays: Sequence[Overlay]
    """The translations that can be played."""


@dataclass(frozen=True, kw_only=True)
class DeckFile:
    """A deck as it lies on the disk, with its translations and everything wrong with them."""

    path: Path
    """The file in the source language."""
    id: str
    """Its id; where it cannot be read, made of the name of its folder or file."""
    title: str
    """Its title, or its id where that cannot be read."""
    problems: tuple[Problem, ...]
    """Of reading it and its translations, by file and place."""
    source: Source | None = None
    """The file with its places; None where it is no YAML."""
    deck: Deck | None = None
    """The deck in its source language; None when it is set aside."""
    overlays: Mapping[str, Overlay]
    """The translations that can be played, by language."""
    digest: str = ""
    """SHA-256 of the deck, its translations and its pictures; the same on every machine."""

    @property
    def ready(self) -> bool:
        """False when the deck is set aside; `reasons` says why."""
        return self.deck is not None

    @property
    def reasons(self) -> tuple[Problem, ...]:
        """The errors among its problems."""
        return errors_of(self.problems)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it can be played in, its own first."""
        return (self.deck.language, *sorted(self.overlays)) if self.deck is not None else ()

    @property
    def subject(self) -> Subject | None:
        """What checks look at; None when the deck is set aside."""
        if self.deck is None or self.source is None:
            return None
        return Subject(self.deck, self.source, tuple(self.overlays.values()))

    @property
    def folder(self) -> Path:
        """Where its pictures lie."""
        return self.path.parent

    def in_language(self, language: str) -> Deck:
        """The deck in this language, or in its own where it is not translated.

        `nl-BE` is content with `nl`. Raises `ContentError` when the deck is set aside.
        """
        if self.deck is None:
            raise ContentError(self.reasons)
        for wanted in (language, language.partition("-")[0]):
            if wanted == self.deck.language:
                return self.deck
            if wanted in self.overlays:
                return self.overlays[wanted].deck
        return self.deck
