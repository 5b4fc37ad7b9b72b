"""Putting decks on one table: one content with qualified ids, and what goes along with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from game.content.checks import name_clash, picture, sound
from game.content.deck import Deck, DeckFile
from game.content.disk import shown
from game.content.nodes import Source, Step
from game.content.problem import ContentError, Level, Problem
from game.content.shelf import (
    MOST_BYTES_TOGETHER,
    SOUND,
    MediaError,
    Shelf,
    is_file_name,
    media_of,
)
from game.rules.cards import Category, Meter
from game.rules.content import Content, DeckInfo


def merge(decks: Sequence[DeckFile], language: str | Mapping[str, str]) -> Content:
    """Everything of these decks in a language, or each in the one named for its id.

    A deck that has not the language speaks its own.

    Ids of cards, twists, mirrors and personas become `deck/card`, pictures of a deck
    `deck/pictures/coffee.svg`, as `media` names them. Categories and meters of one id are
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


def media(decks: Iterable[DeckFile]) -> Mapping[str, bytes]:
    """Pictures and sounds of these decks, by the names `merge` gives them, for a session to carry.

    Raises `ContentError` when one cannot be read any more, or when they are too large together.
    """
    found: dict[str, bytes] = {}
    total = 0
    for file in decks:
        shelf = Shelf(file.folder)
        for name in media_names(file):
            try:
                data = shelf.read(name)
            except MediaError as error:
                check = sound.ID if media_of(name) is SOUND else picture.ID
                raise ContentError([_problem(file, str(error), error.hint, check)]) from error
            total += len(data)
            if total > MOST_BYTES_TOGETHER:
                raise ContentError(
                    [
                        _problem(
                            file,
                            "pictures and sounds of the decks in play are larger than "
                            f"{MOST_BYTES_TOGETHER // 1_000_000} MB together",
                            "make them smaller",
                        )
                    ]
                )
            found[qualified(file.id, name)] = data
    return found


def media_names(file: DeckFile) -> list[str]:
    """Pictures and sounds of a deck, files beside it, each once; none of a deck set aside."""
    deck = file.deck
    if deck is None:
        return []
    shown_by = (*deck.cards, *deck.twists, *deck.mirrors, *deck.personas)
    names = [entry.picture for entry in shown_by] + [one.icon for one in deck.categories]
    names += [entry.sound for entry in (*deck.cards, *deck.twists, *deck.mirrors)]
    return [name for name in dict.fromkeys(names) if is_file_name(name)]


def qualified(deck_id: str, name: str) -> str:
    """What a file of a deck is called beside those of others; the game's own keep their name."""
    return f"{deck_id}/{name}" if is_file_name(name) else name


def _all(spoken: Sequence[tuple[DeckFile, Deck]], section: str) -> tuple[Any, ...]:
    return tuple(
        replace(entry, id=f"{deck.id}/{entry.id}", **_qualified(deck, entry))
        for _, deck in spoken
        for entry in getattr(deck, section)
    )


def _qualified(deck: Deck, entry: Any) -> dict[str, str]:
    """Its picture and its sound, as a session calls them."""
    names = {"picture": entry.picture, "sound": getattr(entry, "sound", "")}
    return {field: qualified(deck.id, name) for field, name in names.items() if name}


def _problem(file: DeckFile, text: str, hint: str, check: str = picture.ID) -> Problem:
    return Problem(
        file=shown(file.path),
        line=1,
        column=1,
        level=Level.ERROR,
        check=check,
        path="",
        text=text,
        hint=hint,
    )
