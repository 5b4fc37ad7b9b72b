"""The quick way to open a log, for logs that are exactly as this version would write them.

The long way (`read_log`, `fold_log`) decodes every line, checks every type, and compares the
recorded events with what the rules make of the action. The quick way reads from a line only its
action and what chance decided, plays that, and encodes the result: if the bytes are those of the
line, everything in it has been checked at once, in half the time. Nearly every log there is can be
opened like this. Anything else, from a torn line to an event that turns out otherwise, is left to
the long way, which finds out and tells what is the matter.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from game.rules.draw import ReplayError
from game.rules.refusal import SetupError
from game.session.codec import CodecError
from game.session.entry import BEATS, Entry, History, decode_action, decode_line, encode_entry
from game.session.fold import ODD, Fold, NoLongerAppliesError, fold_log, made_again
from game.session.header import Header
from game.session.reading import HEAD_LINES, Mend, Reading, bytes_of, header_of, read_log

_HEAD = re.compile(rb'\{"n":\d{1,9},"at":(\d{1,16}),"src":"(\w*)","do":(.+)')
"""A line up to its events. Nothing that somebody typed can be taken for `_EVENTS` or `_FELL`: in
the texts of JSON every quotation mark has a backslash in front of it."""
_EVENTS = b',"ev":'
_FELL = re.compile(rb'"fell":\[([\d,]+)\]')


class _OtherwiseError(Exception):
    """Not such a log."""


def open_log(path: Path) -> tuple[Fold, Reading]:
    """The session a log tells of, and the log as far as it could be followed.

    The same as `fold_log(read_log(path))`. Raises `LogError` where there is no session to be had.
    """
    data = bytes_of(path)
    header, start = header_of(path, data)
    try:
        with _uncollected():
            return _follow_all(path, data, header, start)
    except (_OtherwiseError, CodecError, NoLongerAppliesError, SetupError, *ODD):
        return fold_log(read_log(path))


@contextmanager
def _uncollected() -> Iterator[None]:
    """With Python's search for reference cycles off, which would find none and take its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _follow_all(path: Path, data: bytes, header: Header, start: int) -> tuple[Fold, Reading]:
    lines: list[bytes] = []
    entries: list[Entry] = []
    places: list[tuple[int, int]] = []
    fold = Fold(header.lobby(), History(lines))
    last_at, keep, number = 0, start, HEAD_LINES
    while keep < len(data):
        if beats := BEATS.match(data, keep):
            last_at = max(last_at, int(beats[1]))
            number += data.count(b"\n", keep, beats.end())
            keep = beats.end()
            continue
        number += 1
        end = data.index(b"\n", keep)
        line = data[keep:end]
        entry = _follow_line(fold, line) or _read_line(fold, line)
        lines.append(line)
        entries.append(entry)
        places.append((number, keep))
        last_at = max(last_at, entry.at)
        keep = end + 1
    return fold, Reading(
        path=path,
        header=header,
        lines=lines,
        entries=entries,
        places=places,
        last_at=last_at,
        keep=keep,
        mend=Mend.NOTHING,
        file_lines=number,
    )


def _follow_line(fold: Fold, line: bytes) -> Entry | None:
    """The entry of a line, made anew and followed; None if it is not what the line says."""
    asked, _, told = line.partition(_EVENTS)
    head = _HEAD.fullmatch(asked)
    if head is None:
        return None
    at, source, do = head.groups()
    fell = _FELL.findall(told) if b'"fell"' in told else ()
    try:
        action = decode_action(do)
        drawn = [int(number) for one in fell for number in one.split(b",")]
        after, events = made_again(fold.state, action, int(at), drawn)
    except (CodecError, ReplayError, *ODD):
        return None
    entry = Entry(fold.n + 1, int(at), source.decode("ascii"), action, events)
    if encode_entry(entry) != line:
        return None
    fold.take(entry, after)
    return entry


def _read_line(fold: Fold, line: bytes) -> Entry:
    """An undo, a redo, a reload, or an entry as another version of the game wrote it."""
    entry = decode_line(line)
    if not isinstance(entry, Entry) or entry.n != fold.n + 1 or line.endswith(b"\r"):
        raise _OtherwiseError
    fold.follow(entry)
    if fold.differs:
        raise _OtherwiseError
    return entry
