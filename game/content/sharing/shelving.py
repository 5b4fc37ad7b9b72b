"""The folder of the person's own decks: putting one in, in one step, and taking one away.

Nothing is deleted: what makes room for another deck, or is removed, goes to a folder beside it,
under its id and the moment.
"""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from game.content.disk import entries, is_dir, move
from game.content.library import DeckEntry, find_decks
from game.content.load import DECK_NAMES, load_deck, translations
from game.content.merge import media_names
from game.content.sharing.members import is_device
from game.content.shelf import Shelf

_STAGING = ".adding-"
"""Begins the name of a folder that is being filled; decks are not looked for in such folders."""
_STALE_SECONDS = 86_400.0
"""A folder so old was left behind by a program that was ended."""


def decks_called(decks: Path, id_: str) -> list[DeckEntry]:
    """The decks of this id in a folder, also those that are set aside."""
    return [entry for entry in find_decks([decks]) if entry.id == id_]


@contextmanager
def staging(decks: Path) -> Iterator[Path]:
    """A new folder inside that of the decks, which goes away again unless it is moved."""
    _sweep(decks)
    folder = decks / f"{_STAGING}{secrets.token_hex(6)}"
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files whose names have been looked at."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def put(staged: Path, decks: Path, id_: str, old: list[DeckEntry], trash: Path) -> list[Path]:
    """Move a folder that is complete to its place, and the decks it replaces out of the way.

    Returns where the deck now is, then where the old ones are kept. At every moment one of them
    lies whole among the decks: the new one comes before the old one goes.
    """
    _keep(staged)
    wanted = decks / (f"deck-{id_}" if is_device(id_) else id_)
    place = free(wanted)
    move(staged, place)
    kept = [discard(entry, decks, trash) for entry in old]
    if place != wanted and not os.path.lexists(wanted):
        with suppress(OSError):  # under the other name it is found as well
            place = place.rename(wanted)
    return [place, *kept]


def discard(entry: DeckEntry, decks: Path, trash: Path, now: datetime | None = None) -> Path:
    """Move a deck out of the folder of decks; returns where it is kept. Raises OSError."""
    moment = (now or datetime.now().astimezone()).strftime("%Y-%m-%d-%H%M%S")
    trash.mkdir(parents=True, exist_ok=True)
    kept = free(trash / f"{entry.id}-{moment}")
    place = place_of(entry, decks)
    if place != entry.path:
        shutil.move(place, kept)
        return kept
    # A file among others: its pictures may be shared, and stay as well.
    kept.mkdir()
    deck = load_deck(entry.path)
    shelf = Shelf(deck.folder)
    for name in media_names(deck):
        with suppress(OSError):
            (kept / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(shelf.place(name), kept / name)
    for path in (*(beside for _, beside in translations(entry.path)), entry.path):
        shutil.move(path, kept / path.name)
    return kept


def place_of(entry: DeckEntry, decks: Path) -> Path:
    """What a person would name: the deck's own folder, or its file among others."""
    own = entry.path.name in DECK_NAMES and entry.path.parent != decks
    return entry.path.parent if own else entry.path


def free(wanted: Path) -> Path:
    """This path, or the same with a number behind it where something lies there."""
    path, n = wanted, 1
    while os.path.lexists(path):
        n += 1
        path = wanted.with_name(f"{wanted.name}-{n}")
    return path


def _keep(folder: Path) -> None:
    """Have the disk keep what was written, before its name says that it is whole."""
    for path in folder.rglob("*"):
        if path.is_file():
            # Opened for writing: Windows syncs no other handle.
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def _sweep(decks: Path) -> None:
    """Take away what a program left that was ended while it added a deck."""
    for path in entries(decks):
        if path.name.startswith(_STAGING) and is_dir(path):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > _STALE_SECONDS:
                    shutil.rmtree(path, ignore_errors=True)
