"""Reading the decks in play again, so that what was mended on the disk is what is played."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from game.content.deck import DeckFile
from game.content.disk import shown
from game.content.load import load_deck
from game.content.merge import media, merge
from game.content.problem import ContentError, Problem
from game.content.tongue import said
from game.i18n import _, ngettext
from game.rules.content import DeckInfo
from game.rules.events import Event
from game.rules.state import Over
from game.session.library import Library
from game.session.session import Session
from game.session.whereabouts import recall


class RereadError(Exception):
    """The decks cannot be played as they lie on the disk: nothing changed in the session.

    `str()` is a sentence for the wall.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        n = len(lines)
        super().__init__(
            ngettext(
                "The decks were not reloaded: {n} problem. The menu (Esc) says which.",
                "The decks were not reloaded: {n} problems. The menu (Esc) says which.",
                n,
            ).format(n=n)
        )
        self.lines = tuple(lines)
        """Each problem with its place; at least one."""


def sources_of(library: Library, log: Path | None = None) -> Mapping[str, Path]:
    """Where each deck lies, by id, for a session that is opened again from this log.

    One that was played by its path lies where this computer remembers it, if it is still there.
    """
    every = (*library.set_aside, *library.decks)
    known = {entry.id: entry.path for entry in every}
    return known | (recall(log) if log is not None else {})


def can_reload(session: Session) -> bool:
    """True while there is a deck on this computer to read again, and a game to play it in."""
    state = session.state
    known = any(deck.id in session.sources for deck in state.content.decks)
    return known and not isinstance(state.stage, Over)


def reload_decks(session: Session, at_ms: int, source: str = "") -> tuple[Event, ...]:
    """Read the decks in play again and go on with what they hold; empty where nothing is new.

    Each stays in the language it is played in. Raises `RereadError`, or `IllegalAction` when the
    session is closed.
    """
    decks = session.state.content.decks
    files = _files(decks, session.sources)
    lines: list[str] = []
    for file, deck in zip(files, decks, strict=True):
        if deck.language not in file.languages:
            lines += told(file.reasons) or [_not_spoken(file, deck)]
    if lines:
        raise RereadError(lines)
    try:
        content = merge(files, {deck.id: deck.language for deck in decks})
        return session.reload(content, media(files), at_ms, source)
    except ContentError as error:
        raise RereadError(told(error.problems)) from None


def _files(decks: Sequence[DeckInfo], sources: Mapping[str, Path]) -> list[DeckFile]:
    """The decks as they lie on the disk now. Raises `RereadError`."""
    files, lines = [], []
    for deck in decks:
        path = sources.get(deck.id)
        if path is None:
            lines.append(
                _(
                    "The deck “{title}” is not among the decks of this computer. Put it there "
                    "(cxgame add) and resume the session."
                ).format(title=deck.title)
            )
            continue
        file = load_deck(path)
        if not file.ready:
            lines += told(file.reasons)
        elif file.id != deck.id:
            lines.append(
                _("{file} is another deck now: its id is “{id}”, and “{was}” is played.").format(
                    file=_short(shown(file.path)), id=file.id, was=deck.id
                )
            )
        files.append(file)
    if lines:
        raise RereadError(lines)
    return files


def _not_spoken(file: DeckFile, deck: DeckInfo) -> str:
    return _("{file} can no longer be played in its language “{language}”.").format(
        file=_short(shown(file.path)), language=deck.language
    )


def told(problems: Iterable[Problem]) -> list[str]:
    """Problems as their authors look for them: the file with its folder, line and column."""
    return [f"{_short(p.file)}:{p.line}:{p.column}: {said(p)}" for p in problems]


def _short(file: str) -> str:
    return "/".join(Path(file).parts[-2:])
