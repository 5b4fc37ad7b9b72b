"""A deck of a spreadsheet as files, and what would be lost where it takes another's place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from game.content.deck import DeckFile
from game.content.decode import MOST_BYTES
from game.content.disk import UnreadableError, read_bytes
from game.content.load import DECK_NAMES, translations
from game.content.merge import media_names
from game.content.shelf import Shelf
from game.content.silence import SECTIONS
from game.content.write import yaml_of

_COMMENT = re.compile(r"^\s*#", re.MULTILINE)


class Losses(NamedTuple):
    """What a deck has that the one to take its place does not."""

    entries: tuple[str, ...]
    """Ids of cards, twists, mirrors and personas."""
    languages: tuple[str, ...]
    """Of translations."""
    comments: int
    """Lines of its files that are comments."""

    def __bool__(self) -> bool:
        return bool(self.entries or self.languages or self.comments)


def files_of_sheet(file: DeckFile, name: str = DECK_NAMES[0]) -> dict[str, bytes]:
    """The files of a deck that was read from a sheet without errors, by their names.

    Pictures are those beside the sheet. `name` is that of the file in the deck's own language.
    """
    assert file.source is not None
    stem = name.rpartition(".")[0]
    files = {name: yaml_of(file.source.root).encode("utf-8")}
    for language, overlay in file.overlays.items():
        ending = name.removeprefix(stem)
        files[f"{stem}.{language}{ending}"] = yaml_of(overlay.source.root).encode("utf-8")
    shelf = Shelf(file.folder)
    return files | {picture: shelf.read(picture) for picture in media_names(file)}


def losses(old: DeckFile, new: DeckFile) -> Losses:
    """What is in `old` and not in `new`; of a deck with errors, only what can be told."""
    kept = _ids(new)
    return Losses(
        entries=tuple(id_ for id_ in _ids(old) if id_ not in kept),
        languages=tuple(one for one in sorted(old.overlays) if one not in new.overlays),
        comments=sum(map(_comments, (old.path, *(path for _, path in translations(old.path))))),
    )


def _ids(file: DeckFile) -> dict[str, None]:
    deck = file.deck
    if deck is None:
        return {}
    return {entry.id: None for section in SECTIONS for entry in getattr(deck, section)}


def _comments(path: Path) -> int:
    try:
        return len(_COMMENT.findall(read_bytes(path, MOST_BYTES).decode("utf-8", "replace")))
    except UnreadableError:
        return 0
