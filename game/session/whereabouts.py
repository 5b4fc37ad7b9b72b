"""Where decks lie that were played by their path, as this computer remembers it.

A session carries what it plays, so that it opens anywhere; where its decks were read from is the
affair of one computer alone, and stands beside its settings. With that they can be reloaded after
the session was closed and resumed, though no library knows them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from game import paths
from game.content.disk import UnreadableError, read_bytes, write_whole
from game.content.load import deck_path

MOST_SESSIONS = 50
"""The last ones are remembered."""
_MOST_BYTES = 1_000_000


def whereabouts_file() -> Path:
    """The file it is kept in."""
    return paths.settings_file().with_name("deck-paths.json")


def remember(log: Path, sources: Mapping[str, Path]) -> None:
    """Keep where the decks of the session of this log lie, those of the libraries left out.

    It is a help, and no more: where it cannot be written, nothing happens.
    """
    own = {id_: str(path.absolute()) for id_, path in sources.items() if not _in_a_library(path)}
    if not own:
        return
    known = _read()
    known.pop(str(log.absolute()), None)
    kept = [*known.items()][-(MOST_SESSIONS - 1) :]
    text = json.dumps(dict(kept) | {str(log.absolute()): own}, indent=1)
    with suppress(OSError, ValueError, paths.FolderError):
        paths.ensure(whereabouts_file().parent)
        write_whole(whereabouts_file(), text.encode())


def recall(log: Path) -> dict[str, Path]:
    """Where the decks of that session lie, by id; those that are gone left out."""
    found = {id_: Path(place) for id_, place in _read().get(str(log.absolute()), {}).items()}
    return {id_: path for id_, path in found.items() if _is_there(path)}


def _in_a_library(path: Path) -> bool:
    folders = [paths.user_decks_dir()]
    with suppress(paths.MissingFolderError):
        folders.append(paths.scenarios_dir())
    with suppress(OSError, RuntimeError, ValueError):
        return any(path.resolve().is_relative_to(folder.resolve()) for folder in folders)
    return False


def _is_there(path: Path) -> bool:
    with suppress(OSError, ValueError):
        return deck_path(path).is_file()
    return False


def _read() -> dict[str, dict[str, str]]:
    """By the log's path; empty where there is no such file, or something else is in it."""
    try:
        plain = json.loads(read_bytes(whereabouts_file(), _MOST_BYTES))
    except (UnreadableError, ValueError, RecursionError):
        return {}
    if not isinstance(plain, dict):
        return {}
    return {
        log: {id_: place for id_, place in decks.items() if isinstance(place, str)}
        for log, decks in plain.items()
        if isinstance(decks, dict)
    }
