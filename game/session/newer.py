"""What is new in decks that were read again while a session runs: the reload's line in the log.

It is small, since what has not changed is named by its id; and whole, since pictures travel along:
the session still opens on another laptop, without the decks.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any, TypeVar

from game.rules.cards import Card, Category, Meter, Mirror, Persona, Twist
from game.rules.content import Content, DeckInfo

T = TypeVar("T", Card, Twist, Mirror, Persona)

MARK = 8
"""Hexadecimal digits that tell a picture from an earlier one of its name."""


@dataclass(frozen=True, kw_only=True)
class Newer:
    """The content of the decks as it is now, seen from the content that was in play."""

    decks: tuple[DeckInfo, ...]
    """With the digests of this version."""
    categories: tuple[Category, ...]
    meters: tuple[Meter, ...]
    cards: tuple[str | Card, ...]
    """All of them in order: the id of one that has not changed, else the card itself."""
    twists: tuple[str | Twist, ...]
    mirrors: tuple[str | Mirror, ...]
    personas: tuple[str | Persona, ...]
    pictures: tuple[tuple[str, str], ...] = ()
    """(name, Base64) of pictures that are new, and of sounds."""

    def content(self, before: Content) -> Content:
        """All of the content, with `before` in play. Raises `KeyError` where it lacks an id."""
        held = before.newest()
        return Content(
            decks=self.decks,
            categories=self.categories,
            meters=self.meters,
            cards=_whole(self.cards, held.card_by_id),
            twists=_whole(self.twists, held.twist_by_id),
            mirrors=_whole(self.mirrors, held.mirror_by_id),
            personas=_whole(self.personas, held.persona_by_id),
        )

    def picture_bytes(self) -> Mapping[str, bytes]:
        """The new pictures by name; one that is damaged is left out, and drawn as missing."""
        found = {}
        for name, told in self.pictures:
            try:
                found[name] = b64decode(told, validate=True)
            except ValueError:
                continue
        return found


def _whole(told: Sequence[str | T], held: Mapping[str, T]) -> tuple[T, ...]:
    return tuple([held[one] if isinstance(one, str) else one for one in told])


def newer_of(
    before: Content,
    content: Content,
    known: Mapping[str, bytes],
    pictures: Mapping[str, bytes],
) -> Newer | None:
    """What is new in `content` where `before` is in play; None where nothing is.

    `known` are all pictures there ever were in this session. A picture whose file was replaced
    gets a name of its own, so that undo brings the old one back with the cards that show it.
    """
    names = {name: _name_for(name, picture, known) for name, picture in pictures.items()}
    content = _renamed(content, names)
    held = before.newest()
    if content == held:
        return None
    return Newer(
        decks=content.decks,
        categories=content.categories,
        meters=content.meters,
        cards=_news(content.cards, held.card_by_id),
        twists=_news(content.twists, held.twist_by_id),
        mirrors=_news(content.mirrors, held.mirror_by_id),
        personas=_news(content.personas, held.persona_by_id),
        pictures=tuple(
            (names[name], b64encode(picture).decode("ascii"))
            for name, picture in sorted(pictures.items())
            if names[name] not in known
        ),
    )


def _news(things: Sequence[T], held: Mapping[str, T]) -> tuple[str | T, ...]:
    return tuple([thing.id if held.get(thing.id) == thing else thing for thing in things])


def _name_for(name: str, picture: bytes, known: Mapping[str, bytes]) -> str:
    if known.get(name, picture) == picture:
        return name
    pure = PurePosixPath(name)
    # No deck can have a file of this name: the loader refuses colons.
    return str(pure.with_name(f"{pure.stem}:{sha256(picture).hexdigest()[:MARK]}{pure.suffix}"))


def _changed(thing: Any, names: Mapping[str, str]) -> dict[str, str]:
    """Its picture and its sound where they are called otherwise now."""
    held = {"picture": thing.picture, "sound": getattr(thing, "sound", "")}
    return {field: names[name] for field, name in held.items() if names.get(name, name) != name}


def _renamed(content: Content, names: Mapping[str, str]) -> Content:
    """The content with its pictures and sounds called by these names."""
    if all(name == new for name, new in names.items()):
        return content

    def pictured(things: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(
            [
                replace(thing, **changed) if (changed := _changed(thing, names)) else thing
                for thing in things
            ]
        )

    return replace(
        content,
        cards=pictured(content.cards),
        twists=pictured(content.twists),
        mirrors=pictured(content.mirrors),
        personas=pictured(content.personas),
        categories=tuple(
            [replace(one, icon=names.get(one.icon, one.icon)) for one in content.categories]
        ),
    )
