"""The shelf of decks: which there are, which can be played, and why the others cannot."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Protocol, TypeAlias, TypeVar

from game.content.boards import BoardFile, read_board
from game.content.checks import duplicate_deck
from game.content.debriefs import DebriefFile, read_debrief
from game.content.deck import DeckFile
from game.content.disk import entries, is_dir, is_file
from game.content.kinds import FileKind, kind_of
from game.content.load import DECK_NAMES, ENDINGS, base_of_overlay, load_deck
from game.content.problem import Problem
from game.content.rulesets import RulesetFile, read_ruleset

_DEEPEST = 3
"""Folders inside one another that are looked through; links in a circle end here too."""


class DeckState(StrEnum):
    """Whether a deck can be chosen."""

    READY = "ready"
    SET_ASIDE = "set_aside"
    """It has errors; the problems say which."""


@dataclass(frozen=True, kw_only=True)
class DeckEntry:
    """A deck on the shelf."""

    id: str
    title: str
    """In its own language."""
    titles: Mapping[str, str]
    """By language; empty when it is set aside."""
    path: Path
    """To load it from."""
    languages: tuple[str, ...]
    """That it can be played in, its own first; empty when it is set aside."""
    state: DeckState
    problems: tuple[Problem, ...]
    """Of reading it; also a notice where it stands in place of another deck of its id."""
    cards: int
    """How many; 0 when it is set aside."""
    preset: int | None
    """Suggested length of a session in minutes."""
    description: str

    @property
    def ready(self) -> bool:
        """True when it can be chosen."""
        return self.state is DeckState.READY


def find_decks(folders: Sequence[Path]) -> list[DeckEntry]:
    """Every deck in these folders, or at these paths, in the order they are found.

    A deck with errors is set aside with its reasons. Of two decks with one id the later
    folder's wins, so name the person's own folder last; inside one folder the second is set
    aside. Folders that do not exist hold no decks.
    """
    shelf: dict[str, DeckEntry] = {}
    aside: list[DeckEntry] = []
    for folder in folders:
        here: dict[str, DeckEntry] = {}
        for path in _deck_paths(folder):
            entry = _entry_at(path)
            if not entry.ready:
                aside.append(entry)
            elif entry.id in here:
                aside.append(_set_aside(entry, here[entry.id]))
            else:
                here[entry.id] = entry
        for id_, entry in here.items():
            other = shelf.get(id_)
            if other is not None and not _same(other.path, entry.path):
                notice = duplicate_deck.replaces(entry.path, id_, other.path)
                entry = replace(entry, problems=(*entry.problems, notice))  # noqa: PLW2901
            shelf[id_] = entry
    return [*shelf.values(), *aside]


def find_boards(folders: Sequence[Path]) -> list[BoardFile]:
    """Every board in these folders; of two with one id the later folder's wins."""
    return _last_ones(read_board(path) for path in _paths_of(folders, FileKind.BOARD))


def find_rulesets(folders: Sequence[Path]) -> list[RulesetFile]:
    """Every ruleset in these folders; of two with one id the later folder's wins."""
    return _last_ones(read_ruleset(path) for path in _paths_of(folders, FileKind.RULESET))


def find_debriefs(folders: Sequence[Path]) -> list[DebriefFile]:
    """Every debrief in these folders; of two with one id the later folder's wins."""
    return _last_ones(read_debrief(path) for path in _paths_of(folders, FileKind.DEBRIEF))


class _Found(Protocol):
    """A board, or house rules, or a debrief, as it lies on the disk."""

    @property
    def id(self) -> str:
        """Two of one id stand for the same."""

    @property
    def ready(self) -> bool:
        """True when it can be played."""


_F = TypeVar("_F", bound=_Found)


def _last_ones(files: Iterable[_F]) -> list[_F]:
    """Of several with one id the last, or the last that can be played."""
    found: dict[str, _F] = {}
    for file in files:
        if file.ready or file.id not in found:
            found[file.id] = file
    return list(found.values())


def content_files(folder: Path) -> Iterator[tuple[FileKind, Path]]:
    """What lies in a folder and the folders inside it, or at a path.

    A folder with a `deck.yaml` is one deck, whatever else lies in it; translations belong to
    the deck beside them and are not named.
    """
    return _look(folder, 0, set())


def _look(path: Path, depth: int, seen: set[str]) -> Iterator[tuple[FileKind, Path]]:
    if not is_dir(path):
        if is_file(path):
            yield kind_of(path), path
        return
    real = os.path.realpath(path)
    if real in seen:  # a link back to where we came from
        return
    seen.add(real)
    inside = [inner for inner in entries(path) if not inner.name.startswith(".")]
    if any(inner.name in DECK_NAMES for inner in inside):
        yield FileKind.DECK, path
        return
    for inner in inside:
        if is_dir(inner):
            if depth < _DEEPEST:
                yield from _look(inner, depth + 1, seen)
        elif inner.suffix.lower() in ENDINGS and not _has_base(inner):
            yield kind_of(inner), inner


def _has_base(path: Path) -> bool:
    base = base_of_overlay(path)
    return base is not None and is_file(base)


def _same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _deck_paths(folder: Path) -> Iterator[Path]:
    return (path for kind, path in content_files(folder) if kind is FileKind.DECK)


def _paths_of(folders: Sequence[Path], wanted: FileKind) -> Iterator[Path]:
    return (path for folder in folders for kind, path in content_files(folder) if kind is wanted)


_Stamp: TypeAlias = tuple[tuple[str, int, int], ...]
"""(path, time of the last change in ns, bytes) of every file a deck may be made of."""
_seen: dict[Path, tuple[_Stamp, DeckEntry]] = {}
"""What was read last, by path: a shelf is looked at again and again, and seldom has changed."""
_MOST_FILES = 500
_SETTLED_NS = 2_000_000_000
"""Time stamps are coarse: a file that changed so recently may change again without a newer one."""


def _entry_at(path: Path) -> DeckEntry:
    """The deck at a path, read anew unless none of its files was touched since."""
    stamp = _stamp(path)
    seen = _seen.get(path)
    if seen is not None and stamp and seen[0] == stamp:
        return seen[1]
    entry = _entry(load_deck(path))
    if stamp and max(changed for _, changed, _ in stamp) + _SETTLED_NS < time.time_ns():
        _seen[path] = stamp, entry
    return entry


def _stamp(path: Path) -> _Stamp:
    """Nothing where there are too many files to look at, or one of them cannot be."""
    found = []
    for folder, _, names in os.walk(path if is_dir(path) else path.parent):
        for name in names:
            file = Path(folder, name)
            try:
                about = file.stat()
            except OSError:
                return ()
            # The second tells of permissions and of a file put back with its old time.
            changed = max(about.st_mtime_ns, about.st_ctime_ns)
            found.append((str(file), changed, about.st_size))
        if len(found) > _MOST_FILES:
            return ()
    return tuple(sorted(found))


def _entry(deck: DeckFile) -> DeckEntry:
    there = deck.deck
    return DeckEntry(
        id=deck.id,
        title=deck.title,
        path=deck.path,
        languages=deck.languages,
        titles={language: deck.in_language(language).title for language in deck.languages},
        state=DeckState.READY if deck.ready else DeckState.SET_ASIDE,
        problems=deck.problems,
        cards=len(there.cards) if there is not None else 0,
        preset=there.preset if there is not None else None,
        description=there.description if there is not None else "",
    )


def _set_aside(entry: DeckEntry, first: DeckEntry) -> DeckEntry:
    reason = duplicate_deck.second(entry.path, entry.id, first.path)
    return replace(
        entry, state=DeckState.SET_ASIDE, languages=(), cards=0, problems=(*entry.problems, reason)
    )
