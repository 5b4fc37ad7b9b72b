"""Where decks lie that were played by their path, as this computer remembers it.

A session carries what it plays, so that it opens anywhere; where its decks were read from is the
affair of one computer alone, and stands beside its settings. With that they can be reloaded after
the session was closed and resumed, though no library knows them. A session is told by a mark, from
which nobody reads what it is called: one that is erased leaves no name here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from game import paths
from game.content.disk import UnreadableError, read_bytes, write_whole
from game.content.load import deck_path
from game.session.keeping import MARK_DIGITS, is_mark

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
    known.pop(_mark(log), None)
    kept = [*known.items()][-(MOST_SESSIONS - 1) :]
    _write(dict(kept) | {_mark(log): own})


def forget(log: Path, now: Path | None = None) -> None:
    """The session of this log was erased, or lies at `now` under another name."""
    if not whereabouts_file().is_file():
        return
    known = _read()
    own = known.pop(_mark(log), None)
    if own is not None and now is not None:
        known[_mark(now)] = own
    _write(known)


def recall(log: Path) -> dict[str, Path]:
    """Where the decks of that session lie, by id; those that are gone left out."""
    found = {id_: Path(place) for id_, place in _read().get(_mark(log), {}).items()}
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


def _mark(log: Path) -> str:
    """What tells one log from the others: sixteen digits, no name."""
    return sha256(str(log.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:MARK_DIGITS]


def _write(known: Mapping[str, Mapping[str, str]]) -> None:
    with suppress(OSError, ValueError, paths.FolderError):
        paths.ensure(whereabouts_file().parent)
        write_whole(whereabouts_file(), json.dumps(known, indent=1).encode())


def _read() -> dict[str, dict[str, str]]:
    """By the log's mark; empty where there is no such file, or something else is in it."""
    try:
        plain = json.loads(read_bytes(whereabouts_file(), _MOST_BYTES))
    except (UnreadableError, ValueError, RecursionError):
        return {}
    if not isinstance(plain, dict):
        return {}
    return {
        # Once, logs were told by their paths.
        log if is_mark(log) else _mark(Path(log)): {
            id_: place for id_, place in decks.items() if isinstance(place, str)
        }
        for log, decks in plain.items()
        if isinstance(decks, dict)
    }
