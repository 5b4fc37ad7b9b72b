"""Translations: overlays that lay the words of another language over a deck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from game.content import migrate, pairs
from game.content.checks import reference, structure, translation, version
from game.content.deck import Deck
from game.content.deck_fields import CARDS_IN_WORDS, DECK, HEAD, HEAD_IN_WORDS, IN_WORDS
from game.content.fields import BAD, Id, Language, Text
from game.content.nodes import MapNode, Node, is_empty
from game.content.records import Record, Values, needed, optional
from game.content.report import Named, Report

SECTIONS = {
    "categories": Named.CATEGORY,
    "meters": Named.METER,
    "cards": Named.CARD,
    "twists": Named.TWIST,
    "mirrors": Named.MIRROR,
    "personas": Named.PERSONA,
}
"""The parts of a deck that are translated by id."""
_ELSEWHERE = dict.fromkeys(
    DECK.fields,
    "a translation holds only words; this belongs in the deck",
) | {"id": "write overlay: and the id of the deck"}


def is_overlay(root: MapNode) -> bool:
    """True for a file that says whose translation it is."""
    return "overlay" in root.entries


def record_of(section: str, entry: Any) -> Record:
    """The words that an entry of a section has: those of a card depend on its kind."""
    return CARDS_IN_WORDS[entry.kind] if section == "cards" else IN_WORDS[section]


def translate(deck: Deck, language: str, report: Report) -> Deck | None:
    """The deck with the words of an overlay; None when the report holds its errors.

    `language` is what the name of the file says.
    """
    translated = lay(deck, language, report)
    return None if report.errors else translated


def lay(deck: Deck, language: str, report: Report) -> Deck | None:
    """The same, and where there are errors with the words that could be read.

    None where the file is of a format that cannot be.
    """
    migrate.upgrade(report)
    if not version.readable(report, migrate.OLDEST):
        return None
    root = report.source.root
    values = _translation_of(deck).values(root, report)
    translation.look(report, values, deck.id, deck.language, language)
    translated = with_words(deck, values, HEAD, root, report)
    sections = {name: values[name] for name in SECTIONS if name in values}
    laid: Deck = replace(translated, **sections, language=language)
    return laid


def _translation_of(deck: Deck) -> Record:
    """The fields of a translation of this very deck."""
    head = {name: HEAD_IN_WORDS.fields[name] for name in HEAD}
    sections = {name: optional(_Section(getattr(deck, name))) for name in SECTIONS}
    return Record(
        "translation",
        {
            "format": optional(Text(20)),
            "overlay": needed(Id()),
            "language": needed(Language()),
            **head,
            **sections,
            pairs.FIELD: optional(pairs.Sources()),
        },
        _ELSEWHERE,
    )


class _Section(NamedTuple):
    """The translated entries of one section, by id."""

    originals: Sequence[Any]
    expected: str = "ids, and under each its words"

    def read(self, node: Node, name: str, report: Report) -> Any:
        """All entries of the section, with the words that are translated."""
        if not isinstance(node, MapNode):
            structure.wrong(
                report,
                node,
                name,
                self.expected,
                hint="a translation names entries by their id, without a hyphen",
            )
            return BAD
        by_id = {entry.id: entry for entry in self.originals}
        laid = dict(by_id)
        for id_, inner in node.entries.items():
            with report.inside(name, id_):
                if id_ not in by_id:
                    if report.full:
                        break
                    hinted = report.errors < reference.MOST_HINTED
                    text, hint = reference.sentence(
                        id_, SECTIONS[name], list(by_id), "deck", hinted=hinted
                    )
                    report.say(reference.ID, inner.key or inner.mark, text, hint=hint)
                elif isinstance(inner, MapNode):
                    original = by_id[id_]
                    values = record_of(name, original).values(inner, report)
                    laid[id_] = with_words(original, values, tuple(values), inner, report)
                elif not is_empty(inner):
                    structure.wrong(report, inner, "", "its words, field by field")
        return tuple(laid.values())


def with_words(
    original: Any,
    values: Values,
    names: Sequence[str],
    node: MapNode,
    report: Report,
) -> Any:
    """An entry with its translated words in place of the original ones."""
    changes: Values = {}
    for name in names:
        if name not in values:
            continue
        value, old = values[name], getattr(original, name)
        if old is None or (isinstance(value, tuple) and len(value) != len(old)):
            translation.wrong_length(report, node.entries[name], name, value, old)
        elif isinstance(value, tuple):
            changes[name] = tuple(map(_one, old, value))
        else:
            changes[name] = _one(old, value)
    return replace(original, **changes)


def _one(old: Any, value: str | Values | None) -> Any:
    if value is None:  # left empty, in a list
        return old
    return replace(old, **value) if isinstance(value, dict) else value
