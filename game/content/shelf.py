"""Pictures and sounds: the game's own pictures by name, those of a deck by their file beside it.

A file is looked at before it is trusted: it lies inside the folder of the deck, on every
operating system under the same name, is what its ending says, and has a size the wall can hold,
or a length the room can wait for.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from unicodedata import normalize

from game.content import drawing, hearing
from game.content.disk import UnreadableError, entries, read_bytes
from game.content.suggest import did_you_mean
from game.content.wording import listed, quoted

MOST_BYTES_TOGETHER = 20_000_000
"""All pictures and sounds of the decks in one session, which carries them along."""

ICON = "cat-"
"""What the drawings of categories begin with: the icon `design` is the drawing `cat-design`."""


class Media(NamedTuple):
    """A kind of file that lies beside a deck."""

    noun: str
    endings: tuple[str, ...]
    most_bytes: int
    """The largest file."""
    trouble_of: Callable[[bytes, str], str]
    """Of its bytes and its ending: what is wrong with it, or ""."""
    used: str
    """What is done with it: `shown`."""
    where: str
    """By whom: `the wall can show`."""


PICTURE = Media(
    "picture",
    (".svg", ".png", ".jpg", ".jpeg"),
    5_000_000,
    drawing.trouble_of,
    "shown",
    "the wall can show",
)
SOUND = Media(
    "sound", (".ogg", ".wav"), 2_000_000, hearing.trouble_of, "played", "the game can play"
)


def media_of(name: str) -> Media:
    """What a file is by its ending: what is no sound is a picture."""
    return SOUND if name.lower().endswith(SOUND.endings) else PICTURE


class MediaError(Exception):
    """A picture or a sound cannot be used; `str()` of it is a sentence, `hint` how to mend it."""

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.hint = hint
        """May be empty."""


@cache
def own_pictures() -> frozenset[str]:
    """Names of the game's own drawings; empty where the installation is damaged."""
    from game.paths import MissingFolderError, assets_dir

    try:
        art = assets_dir() / "art"
    except MissingFolderError:
        return frozenset()
    return frozenset(path.stem for path in entries(art) if path.suffix == ".svg")


def is_file_name(name: str) -> bool:
    """True for a file beside the deck (`pictures/coffee.svg`), False for one of the game's."""
    return "." in name or "/" in name or "\\" in name


def check_own(name: str, *, icon: bool = False) -> None:
    """Raise `MediaError` unless the game has a drawing (or icon) of this name."""
    own = own_pictures()
    if icon:
        known = sorted(one.removeprefix(ICON) for one in own if one.startswith(ICON))
    else:
        known = sorted(own)
    if name in known or not own:
        return
    hint = did_you_mean(name, known)
    if not hint and icon:
        hint = f"expected {listed(known)}, or a file beside the deck"
    raise MediaError(
        f"{quoted(name)} is no {'icon' if icon else 'picture'} of the game",
        hint or "a picture of the deck is named with its ending: coffee.svg",
    )


class Shelf:
    """The pictures and sounds that lie beside one file, read at most once each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._hashes: dict[tuple[str, str], str | MediaError] = {}
        self._bytes = 0
        self._names: dict[Path, dict[str, str]] = {}

    def check(self, name: str, media: Media = PICTURE) -> None:
        """Raise `MediaError` unless this file can be used beside those checked before."""
        found = self._hashes.get((media.noun, name))
        if found is None:
            try:
                found = self._hash(name, media)
            except MediaError as error:
                found = error
            self._hashes[media.noun, name] = found
        if isinstance(found, MediaError):
            raise found

    def _hash(self, name: str, media: Media) -> str:
        data = self.read(name, media)
        self._bytes += len(data)
        if self._bytes > MOST_BYTES_TOGETHER:
            raise MediaError(
                f"with {quoted(name)} pictures and sounds are larger than "
                f"{MOST_BYTES_TOGETHER // 1_000_000} MB together",
                "make them smaller",
            )
        return sha256(data).hexdigest()

    def hashes(self) -> dict[str, str]:
        """The SHA-256 of each file that passed `check`, by name."""
        return {name: found for (_, name), found in self._hashes.items() if isinstance(found, str)}

    def place(self, name: str) -> Path:
        """Where a file lies, or would lie, that a deck calls `name`.

        There are two ways to write an é, and a Mac often has one on its disk where people type
        the other: to them it is one name, and so it is here.
        """
        path = self._folder
        for part in PurePosixPath(name).parts:
            path /= self._on_disk(path, part) or part
        return path

    def read(self, name: str, media: Media | None = None) -> bytes:
        """The file's bytes, looked at; raises `MediaError`. Its ending says what it is."""
        media = media or media_of(name)
        path = self._path(name, media)
        try:
            data = read_bytes(path, media.most_bytes)
        except UnreadableError as error:
            raise MediaError(
                f"the {media.noun} {quoted(name)} cannot be {media.used}: {error}",
                self._nearest(name),
            ) from error
        self._check_spelling(name, media)
        trouble = media.trouble_of(data, path.suffix.lower())
        if trouble:
            raise MediaError(f"the {media.noun} {quoted(name)} {trouble}")
        return data

    def _path(self, name: str, media: Media) -> Path:
        pure = PurePosixPath(name)
        beside = f"put the {media.noun} into the folder of the deck"
        if "\\" in name:
            raise MediaError(f"{quoted(name)} has a backslash in it", 'write "/" instead')
        if pure.is_absolute() or ":" in name or name.startswith("~"):
            raise MediaError(
                f"{quoted(name)} is no path beside the deck",
                beside,
            )
        if ".." in pure.parts:
            raise MediaError(
                f"{quoted(name)} leads out of the folder of the deck",
                beside,
            )
        if pure.suffix.lower() not in media.endings:
            raise MediaError(
                f"{quoted(name)} is no {media.noun} {media.where}",
                f"expected a file ending in {listed(media.endings)}",
            )
        path = self.place(name)
        try:
            inside = path.resolve().is_relative_to(self._folder.resolve())
        except (OSError, RuntimeError, ValueError):  # links in a circle, or a name too long
            raise MediaError(
                f"the {media.noun} {quoted(name)} cannot be {media.used}: its path leads nowhere"
            ) from None
        if not inside:
            raise MediaError(
                f"{quoted(name)} is a link out of the folder of the deck",
                f"put the {media.noun} itself into the folder of the deck",
            )
        return path

    def _check_spelling(self, name: str, media: Media) -> None:
        """Refuse `Coffee.svg` for `coffee.svg`: some systems do not mind, others do."""
        path = self._folder
        for part in PurePosixPath(name).parts:
            found = self._on_disk(path, part)
            names = self._inside(path)
            if names and found is None:
                raise MediaError(
                    f"the {media.noun} {quoted(name)} is spelt otherwise on the disk",
                    did_you_mean(part, names),
                )
            path /= found or part

    def _on_disk(self, folder: Path, name: str) -> str | None:
        """What is called so in a folder, as it is written there; None where nothing is."""
        names = self._inside(folder)
        return names.get(name) or names.get(normalize("NFC", name))

    def _inside(self, folder: Path) -> dict[str, str]:
        """The names in a folder, also under their composed form (NFC).

        A folder is listed once: a deck may have a picture for each of its cards.
        """
        if folder not in self._names:
            names = [path.name for path in entries(folder)]
            self._names[folder] = {normalize("NFC", one): one for one in names} | {
                one: one for one in names
            }
        return self._names[folder]

    def _nearest(self, name: str) -> str:
        pure = PurePosixPath(name)
        beside = self._inside(self.place(str(pure.parent)))
        if pure.name in beside:
            return ""
        return did_you_mean(pure.name, beside)
