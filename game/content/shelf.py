"""Pictures: the game's own by name, those of a deck by their file beside it.

A file is looked at before it is trusted: it lies inside the folder of the deck, on every
operating system under the same name, is what its ending says, and has a size the wall can hold.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path, PurePosixPath

from game.content.disk import UnreadableError, entries, read_bytes
from game.content.drawing import trouble_of
from game.content.suggest import did_you_mean
from game.content.wording import listed, quoted

MOST_BYTES = 5_000_000
"""The largest picture."""
MOST_BYTES_TOGETHER = 20_000_000
"""All pictures of the decks in one session, which carries them along."""

ICON = "cat-"
"""What the drawings of categories begin with: the icon `design` is the drawing `cat-design`."""

_ENDINGS = (".svg", ".png", ".jpg", ".jpeg")


class PictureError(Exception):
    """A picture cannot be used; `str()` of it is a sentence, `hint` how to mend it."""

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
    """Raise `PictureError` unless the game has a drawing (or icon) of this name."""
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
    raise PictureError(
        f"{quoted(name)} is no {'icon' if icon else 'picture'} of the game",
        hint or "a picture of the deck is named with its ending: coffee.svg",
    )


class Shelf:
    """The pictures that lie beside one file, read at most once each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._hashes: dict[str, str | PictureError] = {}
        self._bytes = 0
        self._names: dict[Path, set[str]] = {}

    def check(self, name: str) -> None:
        """Raise `PictureError` unless this file can be shown beside those checked before."""
        found = self._hashes.get(name)
        if found is None:
            try:
                found = self._hash(name)
            except PictureError as error:
                found = error
            self._hashes[name] = found
        if isinstance(found, PictureError):
            raise found

    def _hash(self, name: str) -> str:
        data = self.read(name)
        self._bytes += len(data)
        if self._bytes > MOST_BYTES_TOGETHER:
            raise PictureError(
                f"with {quoted(name)} the pictures are larger than "
                f"{MOST_BYTES_TOGETHER // 1_000_000} MB together",
                "make them smaller",
            )
        return sha256(data).hexdigest()

    def hashes(self) -> dict[str, str]:
        """The SHA-256 of each picture that passed `check`, by name."""
        return {name: found for name, found in self._hashes.items() if isinstance(found, str)}

    def read(self, name: str) -> bytes:
        """The picture's bytes, looked at; raises `PictureError`."""
        path = self._path(name)
        try:
            data = read_bytes(path, MOST_BYTES)
        except UnreadableError as error:
            raise PictureError(
                f"the picture {quoted(name)} cannot be shown: {error}", self._nearest(name)
            ) from error
        self._check_spelling(name)
        trouble = trouble_of(data, path.suffix.lower())
        if trouble:
            raise PictureError(f"the picture {quoted(name)} {trouble}")
        return data

    def _path(self, name: str) -> Path:
        pure = PurePosixPath(name)
        if "\\" in name:
            raise PictureError(f"{quoted(name)} has a backslash in it", 'write "/" instead')
        if pure.is_absolute() or ":" in name or name.startswith("~"):
            raise PictureError(
                f"{quoted(name)} is no path beside the deck",
                "put the picture into the folder of the deck",
            )
        if ".." in pure.parts:
            raise PictureError(
                f"{quoted(name)} leads out of the folder of the deck",
                "put the picture into the folder of the deck",
            )
        if pure.suffix.lower() not in _ENDINGS:
            raise PictureError(
                f"{quoted(name)} is no picture the wall can show",
                f"expected a file ending in {listed(_ENDINGS)}",
            )
        path = self._folder / pure
        try:
            inside = path.resolve().is_relative_to(self._folder.resolve())
        except (OSError, RuntimeError, ValueError):  # links in a circle, or a name too long
            raise PictureError(
                f"the picture {quoted(name)} cannot be shown: its path leads nowhere"
            ) from None
        if not inside:
            raise PictureError(
                f"{quoted(name)} is a link out of the folder of the deck",
                "put the picture itself into the folder of the deck",
            )
        return path

    def _check_spelling(self, name: str) -> None:
        """Refuse `Coffee.svg` for `coffee.svg`: some systems do not mind, others do."""
        folder = self._folder
        for part in PurePosixPath(name).parts:
            names = self._inside(folder)
            if names and part not in names:
                raise PictureError(
                    f"the picture {quoted(name)} is spelt otherwise on the disk",
                    did_you_mean(part, names),
                )
            folder /= part

    def _inside(self, folder: Path) -> set[str]:
        """The names in a folder, listed once: a deck may have a picture for each of its cards."""
        if folder not in self._names:
            self._names[folder] = {path.name for path in entries(folder)}
        return self._names[folder]

    def _nearest(self, name: str) -> str:
        pure = PurePosixPath(name)
        beside = self._inside(self._folder / pure.parent)
        if pure.name in beside:
            return ""
        return did_you_mean(pure.name, beside)
