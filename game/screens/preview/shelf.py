"""What a deck holds, one thing after another: to walk through, to search, to find again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.content.deck import Deck

SECTIONS = ("cards", "twists", "mirrors", "personas")
"""Parts of a deck that have something to show, in the order they are walked through."""


@dataclass(frozen=True)
class Entry:
    """A card, twist, mirror or persona."""

    section: str
    id: str
    """As its author wrote it."""
    title: str
    prompt: str

    @property
    def key(self) -> tuple[str, str]:
        """What it is known by after the deck was saved again."""
        return self.section, self.id


def entries_of(deck: Deck) -> tuple[Entry, ...]:
    """Everything that can be shown, in the order of the file."""
    cards = [Entry("cards", one.id, one.title, one.prompt) for one in deck.cards]
    twists = [Entry("twists", one.id, one.title, one.prompt) for one in deck.twists]
    mirrors = [Entry("mirrors", one.id, one.title, one.prompt) for one in deck.mirrors]
    personas = [Entry("personas", one.id, one.name, one.line) for one in deck.personas]
    return (*cards, *twists, *mirrors, *personas)


def found_again(before: Sequence[Entry], at: int, after: Sequence[Entry]) -> int:
    """Where the entry that was at `at` is now; the nearest to it where it is gone.

    One whose id was changed is known by its place among those that stayed.
    """
    places = {entry.key: i for i, entry in enumerate(after)}
    if not before:
        return 0
    here = places.get(before[at].key)
    if here is not None:
        return here
    if len(before) == len(after) and after[at].section == before[at].section:
        return at
    for i in range(at - 1, -1, -1):  # what came before it is still there: what follows that now
        place = places.get(before[i].key)
        if place is not None:
            return min(place + 1, len(after) - 1)
    return 0


def matches(entries: Sequence[Entry], words: str) -> tuple[int, ...]:
    """Places of the entries that hold all these words, the likeliest first.

    An id or title that begins with what was typed comes first, then any title or id, then what
    only the prompt says. Nothing typed finds everything.
    """
    typed = words.casefold().strip()
    found = []
    for i, entry in enumerate(entries):
        rank = _rank(entry, typed)
        if rank is not None:
            found.append((rank, i))
    return tuple(i for _rank_, i in sorted(found))


def _rank(entry: Entry, typed: str) -> int | None:
    id_, title = entry.id.casefold(), entry.title.casefold()
    if typed in (id_, title):
        return 0
    if id_.startswith(typed) or title.startswith(typed):
        return 1
    names = f"{id_} {title}"
    words = typed.split()
    if all(word in names for word in words):
        return 2
    return 3 if all(word in f"{names} {entry.prompt.casefold()}" for word in words) else None
