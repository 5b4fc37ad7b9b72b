"""What there is to play with: decks, boards, rulesets and debriefs, found by id or by path."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from game.content.boards import BoardFile, read_board
from game.content.debriefs import DebriefFile, read_debrief
from game.content.deck import DeckFile
from game.content.disk import shown
from game.content.library import (
    DeckEntry,
    find_boards,
    find_debriefs,
    find_decks,
    find_rulesets,
)
from game.content.load import load_deck
from game.content.problem import Problem
from game.content.rulesets import RulesetFile, read_ruleset
from game.content.suggest import closest
from game.i18n import _
from game.paths import MissingFolderError, scenarios_dir, user_decks_dir

File = TypeVar("File", BoardFile, RulesetFile, DebriefFile)

FIRST_DECK = "outside-in"
FIRST_BOARD = "journey"
FIRST_RULESET = "standard"
FIRST_DEBRIEF = "six-phases"
"""What is played when nobody chooses; anything else, where the library lacks them."""


class LibraryError(Exception):
    """Something was asked for that is not there; `str()` is a sentence that says what there is."""


@dataclass(frozen=True, kw_only=True)
class Library:
    """Decks, boards and rulesets as they were found; look again to see what changed since."""

    decks: tuple[DeckEntry, ...] = ()
    """Those that can be played."""
    set_aside: tuple[DeckEntry, ...] = ()
    """Those that cannot; their problems say why."""
    boards: tuple[BoardFile, ...] = ()
    """Also those that cannot be played: see `ready`."""
    rulesets: tuple[RulesetFile, ...] = ()
    """Also those that cannot be played: see `ready`."""
    debriefs: tuple[DebriefFile, ...] = ()
    """Also those that cannot be used: see `ready`."""

    @classmethod
    def default(cls) -> Library:
        """What the game ships, and the person's own, which wins where both have an id."""
        try:
            shipped = [scenarios_dir()]
        except MissingFolderError:
            # A damaged installation still plays the person's own decks.
            shipped = []
        return cls.of([*shipped, user_decks_dir()])

    @classmethod
    def of(cls, folders: Sequence[Path]) -> Library:
        """What lies in these folders; of two with one id the later folder's wins."""
        entries = find_decks(folders)
        return cls(
            decks=tuple(entry for entry in entries if entry.ready),
            set_aside=tuple(entry for entry in entries if not entry.ready),
            boards=tuple(find_boards(folders)),
            rulesets=tuple(find_rulesets(folders)),
            debriefs=tuple(find_debriefs(folders)),
        )

    def digests(self) -> Mapping[str, str]:
        """Hashes of the decks as they lie on the disk now, by id, to tell which changed."""
        return {entry.id: load_deck(entry.path).digest for entry in self.decks}

    def entry(self, word: str) -> DeckEntry | None:
        """The deck of that id, ready or set aside; None if there is none."""
        return next((e for e in (*self.decks, *self.set_aside) if e.id == word), None)

    def deck(self, word: str) -> DeckFile:
        """Load a deck by its id or path. Raises `LibraryError` where there is none."""
        entry = self.entry(word)
        if entry is not None:
            # A deck may be set aside though its file is sound: another has its id already.
            return load_deck(entry.path)
        path = _path(word)
        if path is not None:
            return load_deck(path)
        raise LibraryError(
            _("There is no deck '{name}'.").format(name=shown(word))
            + there_are(word, [entry.id for entry in self.decks])
        )

    def board(self, word: str = "") -> BoardFile:
        """A board by its id or path; "" is the usual one. Raises `LibraryError`."""
        none = _("There is no board '{name}'.")
        return _found(word, FIRST_BOARD, self.boards, read_board, none)

    def ruleset(self, word: str = "") -> RulesetFile:
        """House rules by their id or path; "" is the usual ones. Raises `LibraryError`."""
        none = _("There are no house rules '{name}'.")
        return _found(word, FIRST_RULESET, self.rulesets, read_ruleset, none)

    def debrief(self, word: str = "") -> DebriefFile:
        """What a debrief asks, by its id or path; "" is the usual one. Raises `LibraryError`."""
        none = _("There is no debrief '{name}'.")
        return _found(word, FIRST_DEBRIEF, self.debriefs, read_debrief, none)

    @property
    def first_deck(self) -> str:
        """Id of the deck that is played when nobody chooses; "" where there is none."""
        return _first(FIRST_DECK, {entry.id: entry for entry in self.decks})

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why decks, boards, rulesets and debriefs were set aside."""
        files: Sequence[BoardFile | RulesetFile | DebriefFile]
        files = (*self.boards, *self.rulesets, *self.debriefs)
        return (
            *(problem for deck in self.set_aside for problem in deck.problems),
            *(problem for file in files if not file.ready for problem in file.problems),
        )


def _found(
    word: str, usual: str, there: Sequence[File], read: Callable[[Path], File], none: str
) -> File:
    """The one of that id, or what is read at that path; "" is the usual one.

    Raises `LibraryError`, which begins with `none`.
    """
    ready = {one.id: one for one in there if one.ready}
    found = {one.id: one for one in there}.get(word or _first(usual, ready))
    if found is not None:
        return found
    path = _path(word)
    if path is not None:
        return read(path)
    raise LibraryError(none.format(name=shown(word)) + there_are(word, list(ready)))


def _first(usual: str, there: Mapping[str, object]) -> str:
    return usual if usual in there else next(iter(there), "")


def _path(word: str) -> Path | None:
    """`word` as the path of something that is there; None otherwise."""
    try:
        path = Path(word).expanduser()
        return path if word and path.exists() else None
    except (OSError, RuntimeError, ValueError):
        # Too long, a folder that may not be looked into, `~nobody`, a NUL.
        return None


def there_are(word: str, names: Sequence[str] | Mapping[str, str]) -> str:
    """What to add to "there is no such thing", with its space: the nearest, and all there are.

    A mapping says how each name is told where all are listed.
    """
    near = closest(word, names)
    hint = " " + _("Did you mean '{name}'?").format(name=near) if near else ""
    if not names:
        return hint + " " + _("There is none to choose from.")
    listed = names.values() if isinstance(names, Mapping) else names
    return hint + " " + _("There are: {names}.").format(names=", ".join(listed))
