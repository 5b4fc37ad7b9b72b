"""Putting decks on one table: one content with qualified ids, and the pictures that go along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from game.content.checks import name_clash, picture
from game.content.deck import Deck, DeckFile
from game.content.disk import shown
from game.content.nodes import Source, Step
from game.content.problem import ContentError, Level, Problem
from game.content.shelf import (
    MOST_BYTES_TOGETHER,
    PictureError,
    Shelf,
    is_file_name,
)
from game.rules.cards import Category, Content, DeckInfo, Meter


def merge(decks: Sequence[DeckFile], language: str | Mapping[str, str]) -> Content:
    """Everything of these decks in a language, or each in the one named for its id.

    A deck that has not the language speaks its own.

    Ids of cards, twists, mirrors and personas become `deck/card`, pictures of a deck
    `deck/pictures/coffee.svg`, as `pictures` names them. Categories and meters of one id are
    one, named by the first deck that has them. Raises `ContentError` when one is set aside.
    """
    spoken = [
        (file, file.in_language(language if isinstance(language, str) else language[file.id]))
        for file in decks
    ]
    categories: dict[str, Category] = {}
    meters: dict[str, Meter] = {}
    for _, deck in spoken:
        for category in deck.categories:
            icon = qualified(deck.id, category.icon)
            categories.setdefault(category.id, replace(category, icon=icon))
        for meter in deck.meters:
            meters.setdefault(meter.id, meter)
    return Content(
        decks=tuple(
            DeckInfo(
                id=deck.id,
                title=deck.title,
                language=deck.language,
                digest=file.digest,
                debrief=deck.debrief,
            )
            for file, deck in spoken
        ),
        categories=tuple(categories.values()),
        meters=tuple(meters.values()),
        cards=_all(spoken, "cards"),
        twists=_all(spoken, "twists"),
        mirrors=_all(spoken, "mirrors"),
        personas=_all(spoken, "personas"),
    )


def clashes(decks: Sequence[DeckFile], language: str) -> list[Problem]:
    """Categories and meters that have one id and different names in these decks.

    Decks that are set aside are passed over.
    """
    found = []
    for kind in ("categories", "meters"):
        first: dict[str, tuple[str, str]] = {}
        for file in decks:
            if file.deck is None:
                continue
            for index, entry in enumerate(getattr(file.in_language(language), kind)):
                name, other = first.setdefault(entry.id, (entry.name, file.id))
                if name.casefold() != entry.name.casefold():
                    source, steps = _where(file, language, kind, index, entry.id)
                    found.append(name_clash.problem(source, steps, entry.name, name, other))
    return found


def _where(
    file: DeckFile, language: str, kind: str, index: int, id_: str
) -> tuple[Source, tuple[Step, ...]]:
    """The file that gives a category or meter its name in this language, and where in it."""
    overlay = file.overlays.get(file.in_language(language).language)
    if overlay is not None and overlay.source.find((kind, id_, "name")) is not None:
        return overlay.source, (kind, id_)
    assert file.source is not None  # or there would be no deck
    return file.source, (kind, index)


def pictures(decks: Iterable[DeckFile]) -> Mapping[str, bytes]:
    """The pictures of these decks, by the names `merge` gives them, for a session to carry.

    Raises `ContentError` when one cannot be read any more, or when they are too large together.
    """
    found: dict[str, bytes] = {}
    total = 0
    for file in decks:
        shelf = Shelf(file.folder)
        for name in picture_names(file):
            try:
                data = shelf.read(name)
            except PictureError as error:
                raise ContentError([_problem(file, str(error), error.hint)]) from error
            total += len(data)
            if total > MOST_BYTES_TOGETHER:
                raise ContentError(
                    [
                        _problem(
                            file,
                            "the pictures of the decks in play are larger than "
                            f"{MOST_BYTES_TOGETHER // 1_000_000} MB together",
                            "make them smaller",
                        )
                    ]
                )
            found[qualified(file.id, name)] = data
    return found


def picture_names(file: DeckFile) -> list[str]:
    """The pictures of a deck that are files beside it, each once; none of a deck set aside."""
    deck = file.deck
    if deck is None:
        return []
    shown_by = (*deck.cards, *deck.twists, *deck.mirrors, *deck.personas)
    names = [entry.picture for entry in shown_by] + [one.icon for one in deck.categories]
    return [name for name in dict.fromkeys(names) if is_file_name(name)]


def qualified(deck_id: str, name: str) -> str:
    """What a picture is called beside those of other decks; the game's own keep their name."""
    return f"{deck_id}/{name}" if is_file_name(name) else name


def _all(spoken: Sequence[tuple[DeckFile, Deck]], section: str) -> tuple[Any, ...]:
    return tuple(
        replace(entry, id=f"{deck.id}/{entry.id}", picture=qualified(deck.id, entry.picture))
        for _, deck in spoken
        for entry in getattr(deck, section)
    )


def _problem(file: DeckFile, text: str, hint: str) -> Problem:
    return Problem(
        file=shown(file.path),
        line=1,
        column=1,
        level=Level.ERROR,
        check=picture.ID,
        path="",
        text=text,
        hint=hint,
    )
