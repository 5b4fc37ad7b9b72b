"""A deck in each of its languages: every entry with the file and the place that hold its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from game.content.nodes import Source, Step, is_empty
from game.content.problem import Level, Problem
from game.rules.cards import Card, ChoiceCard

if TYPE_CHECKING:
    from game.content.deck import Subject

_E = TypeVar("_E")


@dataclass(frozen=True)
class Told(Generic[_E]):
    """An entry of a deck, in the words of one of its languages."""

    entry: _E
    language: str
    """Without its region: `nl` for `nl-BE`."""
    source: Source
    """The deck's own file, or the translation's."""
    steps: tuple[Step, ...]
    """The way to the entry in that file."""

    def says(self, *steps: Step) -> bool:
        """True where this file has words of its own there; else they are the deck's."""
        node = self.source.find((*self.steps, *steps))
        return node is not None and not is_empty(node)

    def problem(
        self,
        check: str,
        level: Level,
        text: str,
        *,
        inside: tuple[Step, ...] = (),
        field: str = "",
        hint: str = "",
    ) -> Problem:
        """A problem of the entry, or of what lies `inside` it; it points at a `field` of that."""
        return self.source.problem(
            check, level, (*self.steps, *inside), text, field=field, hint=hint
        )


def entries(subject: Subject, section: str) -> Iterator[Told[Any]]:
    """Every entry of a section (`cards` …), language by language, the deck's own first."""
    own = subject.deck
    for index, entry in enumerate(getattr(own, section)):
        yield Told(entry, _base(own.language), subject.source, (section, index))
    for overlay in subject.overlays:
        for entry in getattr(overlay.deck, section):
            place: tuple[Step, ...] = (section, entry.id)
            yield Told(entry, _base(overlay.language), overlay.source, place)


def cards(subject: Subject) -> Iterator[Told[Card]]:
    """Every card, language by language."""
    return entries(subject, "cards")


def choices(subject: Subject) -> Iterator[Told[ChoiceCard]]:
    """Every choice card that has its prompt and all its options in words of that language."""
    for told in cards(subject):
        card = told.entry
        if not isinstance(card, ChoiceCard) or not told.says("prompt"):
            continue
        if all(told.says("options", place, "text") for place in range(len(card.options))):
            yield Told(card, told.language, told.source, told.steps)


def quizzes(subject: Subject) -> Iterator[Told[ChoiceCard]]:
    """Those of the choice cards that have one right option."""
    return (told for told in choices(subject) if told.entry.quiz)


def _base(language: str) -> str:
    return language.partition("-")[0]
