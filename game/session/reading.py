"""Reading a log, however the program or the laptop came to its end."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import BinaryIO

from game.i18n.system import why
from game.session.codec import CodecError
from game.session.entry import BEATS, Beat, Entry, decode_line
from game.session.faults import LogError, LogFault, Notice, NoticeKind
from game.session.header import (
    Header,
    NewerFormatError,
    NotASessionError,
    decode_head,
    decode_header,
)
from game.session.names import numbered

HEAD_LINES = 2
NOTHING = b"\0 \r\n\t"
"""Bytes that say nothing: blanks, and the zeros that file systems hand out after a power cut for
blocks that were never written."""


class Mend(Enum):
    """What must happen to the file before more is written to it."""

    NOTHING = auto()
    END_LINE = auto()
    """The last line is whole but for its end."""
    CUT = auto()
    """An unfinished line goes."""
    SET_ASIDE = auto()
    """The file is copied, then cut where it can no longer be followed."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What a log says, as far as it can be followed."""

    path: Path
    header: Header
    lines: list[bytes]
    """Of each entry, without line ends or beats."""
    entries: list[Entry]
    places: list[tuple[int, int]]
    """Of each entry: its line in the file, from 1, and the byte it begins at."""
    last_at: int
    """How far the session's time had come, in ms."""
    keep: int
    """Bytes of the file that can be followed."""
    mend: Mend
    notices: tuple[Notice, ...] = ()
    file_lines: int = 0
    """Lines of the whole file."""


def read_log(path: Path) -> Reading:
    """Read a log, keeping everything before the first thing that cannot be followed.

    The file is left untouched. Raises `LogError` where there is no session to be had.
    """
    data = bytes_of(path)
    header, start = header_of(path, data)
    return _body(path, header, data, start)


def bytes_of(path: Path) -> bytes:
    """What a log holds. Raises `LogError` where that is nothing."""
    try:
        data = path.read_bytes()
    except OSError as error:
        detail = why(error)
        raise LogError(path, LogFault.UNREADABLE, detail) from None
    except ValueError as error:  # a NUL in the name
        raise LogError(path, LogFault.UNREADABLE, str(error)) from None
    if not data.strip(NOTHING):
        raise LogError(path, LogFault.EMPTY)
    return data


def header_of(path: Path, data: bytes) -> tuple[Header, int]:
    """The header, and the byte after it. Raises `LogError`."""
    first_end = data.find(b"\n") + 1
    second_end = data.find(b"\n", first_end) + 1 if first_end else 0
    first = data[: first_end or len(data)]
    try:
        if second_end:
            return decode_header(first, data[first_end:second_end]), second_end
        # Cut off within its head; but a file that never was a session is told so.
        if first_end:
            decode_head(first)
    except CodecError as error:
        raise _head_fault(path, first, error) from None
    if first_end or _began_well(data):
        raise LogError(path, LogFault.CUT_SHORT)
    raise LogError(path, LogFault.NOT_A_SESSION)


def _began_well(data: bytes) -> bool:
    """True if what there is of a first line is how sessions begin."""
    begin = b'{"format":'
    return data[: len(begin)] == begin[: len(data.rstrip(b"\0"))]


def _head_fault(path: Path, first: bytes, error: CodecError) -> LogError:
    match error:
        case NotASessionError():
            return LogError(path, LogFault.NOT_A_SESSION)
        case NewerFormatError():
            return LogError(path, LogFault.NEWER, str(error))
    line = 2
    try:
        decode_head(first)
    except CodecError:
        line = 1
    return LogError(path, LogFault.BROKEN, str(error), line)


def _body(path: Path, header: Header, data: bytes, start: int) -> Reading:
    lines: list[bytes] = []
    entries: list[Entry] = []
    places: list[tuple[int, int]] = []
    last_at, keep, number = 0, start, HEAD_LINES
    mend, notice = Mend.NOTHING, None
    total = data.count(b"\n") + (not data.endswith(b"\n"))
    while keep < len(data):
        if beats := BEATS.match(data, keep):
            last_at = max(last_at, int(beats[1]))
            number += data.count(b"\n", keep, beats.end())
            keep = beats.end()
            continue
        number += 1
        stop = data.find(b"\n", keep) + 1
        line = data[keep : stop or len(data)]
        try:
            told = _told(line, len(entries))
        except CodecError as error:
            if not data[keep:].strip():
                mend = Mend.CUT  # empty lines of an editor, with which nothing is lost
                break
            mend = Mend.SET_ASIDE if stop else Mend.CUT
            kind = NoticeKind.SET_ASIDE if stop else NoticeKind.TORN
            lost = total - number + 1
            notice = Notice(kind=kind, line=number, lost=lost, detail=str(error))
            break
        if isinstance(told, Entry):
            lines.append(line.rstrip(b"\r\n"))
            entries.append(told)
            places.append((number, keep))
        last_at = max(last_at, told.at)
        keep += len(line)
        mend = Mend.NOTHING if stop else Mend.END_LINE
    return Reading(
        path=path,
        header=header,
        lines=lines,
        entries=entries,
        places=places,
        last_at=last_at,
        keep=keep,
        mend=mend,
        notices=(notice,) if notice else (),
        file_lines=total,
    )


def _told(line: bytes, before: int) -> Entry | Beat:
    told = decode_line(line)
    if isinstance(told, Entry) and told.n != before + 1:
        raise CodecError(f"entry {told.n} follows entry {before}", ("n",))
    return told


def cut(reading: Reading, n: int, detail: str) -> Reading:
    """The reading up to, not including, entry `n`, which cannot be followed for that reason."""
    line, byte = reading.places[n - 1]
    return replace(
        reading,
        lines=reading.lines[: n - 1],
        entries=reading.entries[: n - 1],
        places=reading.places[: n - 1],
        # The state before it stood until it was made.
        last_at=max((entry.at for entry in reading.entries[:n]), default=0),
        keep=byte,
        mend=Mend.SET_ASIDE,
        notices=(
            Notice(
                kind=NoticeKind.RULES_CHANGED,
                line=line,
                lost=reading.file_lines - line + 1,
                detail=detail,
            ),
        ),
    )


def set_aside(path: Path) -> Path | None:
    """Copy a damaged log to `name.cxsession.broken`; the copy, or None if it cannot be made."""
    for copy in numbered(path.with_name(f"{path.name}.broken")):
        try:
            with copy.open("xb") as target:
                whole = _copied(path, target)
        except FileExistsError:
            continue
        except OSError:
            return None
        if whole:
            return copy
        with suppress(OSError):
            copy.unlink()  # only now: Windows removes no file that is open
        return None
    return None


def _copied(path: Path, target: BinaryIO) -> bool:
    """Whether the disk keeps all of a file in the other: what it was copied from is cut next."""
    try:
        with path.open("rb") as source:
            shutil.copyfileobj(source, target)
        target.flush()
        os.fsync(target.fileno())
    except OSError:
        return False
    return True


def same_session(path: Path, header: Header, lines: list[bytes]) -> bool:
    """True if the file holds this session, undamaged, and nothing that `lines` lacks."""
    try:
        found = read_log(path)
    except LogError:
        return False
    return (
        found.mend is not Mend.SET_ASIDE
        and found.header == header
        and found.lines == lines[: len(found.lines)]
    )
