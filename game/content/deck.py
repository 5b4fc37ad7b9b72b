"""Decks: one in the language of play, and the file it comes from with its translations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
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
    unread: frozenset[tuple[str, str]] = frozenset()
    """Section and id of entries whose words could not be read, or are of nobody knows which."""


class Unread(NamedTuple):
    """An entry with errors in it: what can be told of it all the same."""

    section: str
    """Of the deck: `cards` …"""
    whole: bool = False
    """The section itself cannot be read: nobody knows how many entries it has."""
    kind: str = ""
    """Of a card; "" where it cannot be told, and so below."""
    play: str = ""
    category: str = ""
    effects: int = 0
    """How often a card moves a meter, at the most."""


class Subject(NamedTuple):
    """A deck that could be read, or what could be read of one, as checks look at it."""

    deck: Deck
    """In its source language."""
    source: Source
    """Its file with its places."""
    overlays: Sequence[Overlay]
    """The translations, as far as they could be read."""
    unread: Sequence[Unread] = ()
    """What is missing from `deck` because of its errors: whoever counts asks what it may be."""

    def hidden(self, section: str) -> list[Unread] | None:
        """The entries of a section that could not be read; None where nobody can count them."""
        found = [one for one in self.unread if one.section == section]
        return None if any(one.whole for one in found) else found


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What could be read of a deck that has errors; nobody plays it, checks look at it."""

    deck: Deck
    source: Source
    """The file with the entries that `deck` has, and no others."""
    places: Mapping[str, Sequence[int]]
    """By section, where each of those entries stands in the file itself."""
    unread: Sequence[Unread] = ()
    lost: frozenset[tuple[str, str]] = frozenset()
    """Section and id of what a translation may have words for, though it is not in `deck`."""

    def in_file(self, problem: Problem) -> Problem:
        """A problem of this draft, with its way through the file itself."""
        if len(problem.steps) < 2 or problem.file != self.source.file:
            return problem
        section, index, *inside = problem.steps
        places = self.places.get(str(section))
        if places is None or not isinstance(index, int):
            return problem
        return replace(problem, steps=(section, places[index], *inside))


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
    draft: Draft | None = None
    """What could be read of a deck that is set aside, for its checks."""
    drafts: Sequence[Overlay] = ()
    """Translations with errors, as far as they could be read, for their checks."""
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
        """What checks look at: of a deck that is set aside what could be read, None if nothing."""
        overlays = (*self.overlays.values(), *self.drafts)
        if self.deck is not None and self.source is not None:
            return Subject(self.deck, self.source, overlays)
        if self.draft is not None:
            return Subject(self.draft.deck, self.draft.source, overlays, self.draft.unread)
        return None

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
