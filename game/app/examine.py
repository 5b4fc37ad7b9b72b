"""The checks of a deck that is on the wall, a little at a time so that no key has to wait.

What takes longest is to find out which texts do not fit the wall. Cards are measured one by one,
between two frames, beginning with the one that is on the wall; none is measured twice.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace

from game.content.checks import sift_deck
from game.content.deck import Deck, DeckFile
from game.content.measure import Overflow
from game.content.problem import in_order
from game.screens.preview.shelf import SECTIONS
from game.screens.preview.stand import Loaded, Stand

FEW = 3
"""So many cards are measured before anything is told; with more, the other checks come first."""
MOST_KEPT = 5000
"""Measured entries that are remembered."""

log = logging.getLogger(__name__)

Key = tuple[str, object]
"""A section, and an entry of it as it stands: when it changes it is another one."""


class Measured:
    """Overflows found so far; the `Measure` of the checks, once all of a deck is measured."""

    def __init__(self) -> None:
        self._found: dict[Key, tuple[Overflow, ...]] = {}

    def lacks(self, deck: Deck) -> list[tuple[str, int]]:
        """Section and place of each entry that is not measured yet."""
        return [
            (section, i)
            for section in SECTIONS
            for i, entry in enumerate(getattr(deck, section))
            if (section, entry) not in self._found
        ]

    def measure(self, deck: Deck, section: str, index: int) -> None:
        """Measure one entry. It lies on a table with one card, which every session needs."""
        from game.screens.measure import WallMeasure

        entry = getattr(deck, section)[index]
        alone = replace(
            deck,
            cards=(entry,) if section == "cards" else deck.cards[:1],
            twists=(entry,) if section == "twists" else (),
            mirrors=(entry,) if section == "mirrors" else (),
            personas=(entry,) if section == "personas" else (),
        )
        try:
            found = [o for o in WallMeasure().overflows(alone) if o.section == section]
        except Exception:
            # The card is on the wall all the same, and shows by itself whether it fits.
            log.exception("%s cannot be measured", entry.id)
            found = []
        if len(self._found) > MOST_KEPT:
            self._found.clear()
        self._found[section, entry] = tuple(found)

    def overflows(self, deck: Deck) -> Iterable[Overflow]:
        """What was found of this deck."""
        for section in SECTIONS:
            for i, entry in enumerate(getattr(deck, section)):
                for found in self._found.get((section, entry), ()):
                    yield replace(found, index=i)


class Examination:
    """Looks at the deck of a stand and tells what it finds, step by step."""

    def __init__(self, stand: Stand) -> None:
        self._stand = stand
        self._measured = Measured()
        self._steps: Iterator[None] | None = None

    @property
    def busy(self) -> bool:
        """While there is more to look at."""
        return self._steps is not None

    def begin(self, loaded: Loaded) -> None:
        """Another version of the deck: what was going on has become needless."""
        self._steps = self._examine(loaded) if loaded.file.subject is not None else None

    def step(self) -> None:
        """A little of it."""
        if self._steps is not None and next(self._steps, self) is self:
            self._steps = None

    def _examine(self, loaded: Loaded) -> Iterator[None]:
        file = loaded.file
        decks = _decks(file)
        if sum(len(self._measured.lacks(deck)) for deck in decks) > FEW:
            self._tell(loaded, None)
            yield
        for deck in decks:
            for section, index in self._nearest_first(deck, self._measured.lacks(deck)):
                self._measured.measure(deck, section, index)
                yield
        self._tell(loaded, self._measured)

    def _nearest_first(self, deck: Deck, lacking: list[tuple[str, int]]) -> list[tuple[str, int]]:
        entry = self._stand.entry
        here = entry.key if entry is not None else None
        return sorted(lacking, key=lambda one: (one[0], getattr(deck, one[0])[one[1]].id) != here)

    def _tell(self, loaded: Loaded, measured: Measured | None) -> None:
        told = sift_deck(loaded.file, measured).told
        self._stand.tell(in_order([*loaded.problems, *told]), loaded.file)


def _decks(file: DeckFile) -> list[Deck]:
    """The deck in each of its languages, as far as it could be read."""
    subject = file.subject
    assert subject is not None
    return [subject.deck, *(overlay.deck for overlay in subject.overlays)]
