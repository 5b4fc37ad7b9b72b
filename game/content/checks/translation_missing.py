"""Every text is translated.

A text without a translation is shown in the deck's own language, in the middle of a session in
another. Numbers, tags and sources may stay as they are. A translation says nothing of texts the
deck does not have.

PASS:

    cards:
      - id: ring-him
        kind: open
        category: insights
        title: A mail from “System”
        prompt: Ring him.
    # deck.nl.yaml
    title: Voorbeeld
    categories:
      insights: {name: Inzicht}
    cards:
      ring-him:
        title: Een mail van “Systeem”
        prompt: Bel hem op.

FAIL:

    cards:
      - id: ring-him
        kind: open
        category: insights
        title: A mail from “System”
        prompt: Ring him.
    # deck.nl.yaml
    title: Voorbeeld
    categories:
      insights: {name: Inzicht}
    cards:
      ring-him:
        title: Een mail van “Systeem”
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from game.content.deck_fields import HEAD_IN_WORDS
from game.content.fields import Text
from game.content.nodes import ListNode, MapNode, Node
from game.content.overlay import SECTIONS, record_of
from game.content.problem import Level, Problem
from game.content.records import Group, ListOf, Record
from game.content.wording import listed

if TYPE_CHECKING:
    from game.content.deck import Deck, Overlay, Subject

ID = "translation-missing"
LEVEL = Level.WARNING

_MOST_NAMED = 4


def check(subject: Subject) -> Iterator[Problem]:
    """One problem for each part of the deck that is not, or not wholly, translated."""
    for overlay in subject.overlays:
        yield from _missing_in(subject.deck, overlay)


def _missing_in(deck: Deck, overlay: Overlay) -> Iterator[Problem]:
    def say(steps: tuple[str, ...], texts: list[str]) -> Problem:
        return overlay.source.problem(
            ID,
            LEVEL,
            steps,
            f"not translated to {overlay.language}: {_few(texts)}",
            hint=f"they are shown in {deck.language}",
        )

    root = overlay.source.root
    texts = list(_texts(HEAD_IN_WORDS, deck, root))
    if texts:
        yield say((), texts)
    for section in SECTIONS:
        there = root.entries.get(section)
        entries = there.entries if isinstance(there, MapNode) else {}
        for entry in getattr(deck, section):
            texts = list(_texts(record_of(section, entry), entry, entries.get(entry.id)))
            if texts:
                yield say((section, entry.id), texts)


def _texts(record: Record, original: Any, node: Node | None) -> Iterator[str]:
    """What is not translated of one entry, in the order of its fields."""
    entries = node.entries if isinstance(node, MapNode) else {}
    for name, field in record.fields.items():
        # Of a record that has not become a class of its own, a part may be left out.
        old: Any = original.get(name) if isinstance(original, dict) else getattr(original, name)
        new = entries.get(name)
        match field.type:
            case Text(due=due):
                if due and new is None and _has_words(old):
                    yield name
            case Group(record=inner):
                if old is not None:
                    yield from (f"{name} {text}" for text in _texts(inner, old, new))
            case ListOf(entry=Group(record=inner), one=one):
                for index, part in enumerate(old):
                    yield from (
                        f"{one} {index + 1} {text}"
                        for text in _texts(inner, part, _entry(new, index))
                    )
            case ListOf():
                if new is None and any(map(_has_words, old)):
                    yield name


def _entry(node: Node | None, index: int) -> Node | None:
    return node.entries[index] if isinstance(node, ListNode) else None


def _has_words(text: str) -> bool:
    return any(map(str.isalpha, text))


def _few(texts: list[str]) -> str:
    if len(texts) <= _MOST_NAMED:
        return listed(texts, "and")
    return f"{', '.join(texts[:_MOST_NAMED])} and {len(texts) - _MOST_NAMED} more"
