"""A log that is opened again: its writer, and what there is to say of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from game.rules.content import Content
from game.session.entry import Entry
from game.session.faults import Notice, NoticeKind
from game.session.lock import FileLock
from game.session.log import LogWriter
from game.session.reading import Mend, Reading, set_aside


def last_day(created: str, entries: Sequence[Entry]) -> str:
    """The day of the last entry, as ISO 8601; `created` is when the session began."""
    return next((entry.day for entry in reversed(entries) if entry.day), created[:10])


def writer_of(reading: Reading, lock: FileLock) -> tuple[LogWriter, tuple[Notice, ...]]:
    """The writer for a log that is opened again, mended, and what there is to say of it."""
    path, header, lines = reading.path, reading.header, reading.lines
    if reading.mend is not Mend.SET_ASIDE:
        writer = LogWriter.go_on(path, header, lines, reading.keep, lock)
        if reading.mend is Mend.END_LINE:
            writer.append_aside(b"")
        return writer, reading.notices
    copy = set_aside(path)
    if copy is None:
        # What cannot be copied is not cut: the session goes on in a file of its own.
        writer = LogWriter.create(path, header, lines)
        lock.release()
        return writer, reading.notices
    writer = LogWriter.go_on(path, header, lines, reading.keep, lock)
    return writer, tuple(replace(notice, name=copy.name) for notice in reading.notices)


def changed(content: Content, decks: Mapping[str, str]) -> tuple[Notice, ...]:
    """What of the decks in play is otherwise on disk now; `decks` are the digests there, by id."""
    return tuple(
        Notice(kind=NoticeKind.DECK_CHANGED, name=deck.title)
        for deck in content.decks
        if decks.get(deck.id, deck.digest) != deck.digest
    )
