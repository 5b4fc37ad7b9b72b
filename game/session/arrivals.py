"""Decks that come and go, in words: what command line and wall both say of them."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from game import paths
from game.content.disk import shown
from game.content.library import DeckEntry, find_decks
from game.content.load import DECK_NAMES
from game.content.measure import Measure
from game.content.problem import Problem, errors_of
from game.content.sharing.add import Added, AddError, Refusal, add, candidates
from game.content.sharing.shelving import discard, place_of
from game.content.suggest import closest
from game.i18n import _, ngettext
from game.i18n.system import why


class RemoveError(Exception):
    """A deck cannot be removed; `str()` of it is a sentence."""


class UnwritableError(RemoveError):
    """Its folder does not allow it."""


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """What became of one deck that was to be added."""

    path: Path
    """Where it came from."""
    title: str
    """Of the deck; the name of its file where that cannot be read."""
    sentence: str
    """What became of it, and what else there is to know."""
    problems: Sequence[Problem] = ()
    """Why it was refused, or warnings and advice."""
    added: Added | None = None
    """None where it was refused."""
    refusal: Refusal | None = None
    """Why; None also where a folder could not be written."""

    @property
    def replaceable(self) -> bool:
        """True where it would be added if it were to replace the deck of its id."""
        return self.refusal is Refusal.EXISTS


def arrive(
    path: Path, *, replacing: bool = False, measure: Measure | None = None
) -> Iterator[Arrival]:
    """Add the deck at a path, or every deck of a folder, as each is asked for.

    Never raises for what it finds.
    """
    try:
        found = candidates(path)
    except AddError as error:
        yield refused(path, error)
        return
    for one in found:
        yield _arrive(one, replacing, measure)


def _arrive(path: Path, replacing: bool, measure: Measure | None) -> Arrival:
    try:
        added = add(
            path,
            paths.ensure(paths.user_decks_dir()),
            paths.removed_decks_dir(),
            replacing=replacing,
            measure=measure,
        )
    except AddError as error:
        return refused(path, error)
    except (OSError, paths.FolderError) as error:
        return Arrival(path=path, title=_name(path), sentence=_unwritable(error))
    return Arrival(
        path=path,
        title=added.title,
        sentence=_welcome(added),
        problems=added.problems,
        added=added,
    )


def _welcome(added: Added) -> str:
    if added.unchanged:
        return _("It was among your decks already, just as it is.")
    n = added.cards
    parts = [
        ngettext(
            "It is among your decks now: {n} card.", "It is among your decks now: {n} cards.", n
        ).format(n=n)
    ]
    for kept in added.kept:
        parts.append(_("The one it replaces is kept in {folder}.").format(folder=shown(kept)))
    if added.migrated:
        parts.append(_("It was brought up to date with today’s format."))
    if is_ours(added.id):
        parts.append(_("It is played instead of the game’s own deck of that name."))
    return " ".join(parts)


def is_ours(id_: str) -> bool:
    """True for the id of a deck of the game's own: somebody's own deck of it is played instead."""
    return any(entry.id == id_ for entry in _shipped())


def refused(path: Path, error: AddError) -> Arrival:
    """A deck that was not added, and why."""
    return Arrival(
        path=path,
        title=error.title or _name(path),
        sentence=_reason(path, error),
        problems=error.problems,
        refusal=error.reason,
    )


def _reason(path: Path, error: AddError) -> str:
    match error.reason:
        case Refusal.NOTHING:
            return _("There is no file or folder {path}.").format(path=shown(path))
        case Refusal.SPREADSHEET:
            return _(
                "{name} is a spreadsheet. This makes a deck of it: cxgame import {name}"
            ).format(name=_name(path))
        case Refusal.NO_DECK:
            return _("{name} holds no deck.").format(name=_name(path))
        case Refusal.HERE:
            return _("It lies among your decks already: {path}.").format(path=shown(error.path))
        case Refusal.EXISTS:
            return _("You have another deck with that id already: {path}.").format(
                path=shown(error.path)
            )
        case Refusal.BLOCKED:
            return _(
                "No deck can be added while a {name} lies in the folder itself: {folder}. "
                "Move it to a folder of its own."
            ).format(name=DECK_NAMES[0], folder=shown(error.path))
        case Refusal.PROBLEMS:
            n = len(errors_of(error.problems))
            return ngettext(
                "It was not added: {n} error.", "It was not added: {n} errors.", n
            ).format(n=n)
    assert_never(error.reason)


def _unwritable(error: OSError | paths.FolderError) -> str:
    # A folder that may not be written is found out without asking: nothing was raised then.
    asked = error if isinstance(error, OSError) else error.__cause__
    detail = why(asked or PermissionError(errno.EACCES, ""))
    folder = error.path if isinstance(error, paths.FolderError) else paths.user_decks_dir()
    return _("The folder of your decks cannot be written: {folder} ({detail}).").format(
        folder=shown(folder), detail=detail
    )


def remove(word: str) -> tuple[DeckEntry, Path]:
    """Take one of the person's own decks away, by its id or path; where it is kept.

    Raises `RemoveError`.
    """
    decks = paths.user_decks_dir()
    own = find_decks([decks])
    path = str(Path(word).absolute())
    named = [entry for entry in own if word == entry.id or path in _paths(entry, decks)]
    if not named:
        raise RemoveError(_no_such(word, own))
    if len(named) > 1:
        places = ", ".join(shown(place_of(entry, decks)) for entry in named)
        raise RemoveError(
            _("Several decks have the id '{id}'; name one by its path: {paths}.").format(
                id=word, paths=places
            )
        )
    (entry,) = named
    try:
        return entry, discard(entry, decks, paths.removed_decks_dir())
    except OSError as error:
        raise UnwritableError(_unwritable(error)) from error


def _paths(entry: DeckEntry, decks: Path) -> tuple[str, ...]:
    return str(place_of(entry, decks)), str(entry.path)


def _no_such(word: str, own: Sequence[DeckEntry]) -> str:
    if is_ours(word):
        return _("'{id}' comes with the game, and stays.").format(id=word)
    text = _("You have no deck '{name}' of your own.").format(name=word)
    near = closest(word, [entry.id for entry in own])
    if near:
        return text + " " + _("Did you mean '{name}'?").format(name=near)
    if not own:
        return text + " " + _("There is none to choose from.")
    names = ", ".join(entry.id for entry in own)
    return text + " " + _("There are: {names}.").format(names=names)


def _shipped() -> list[DeckEntry]:
    try:
        return find_decks([paths.scenarios_dir()])
    except paths.MissingFolderError:
        return []


def _name(path: Path) -> str:
    return shown(path.name or path)
