"""Erasing: a whole session, or a person's words from one, so that what is left still folds.

A log is otherwise only ever added to. On request its words are written over in place of what was
typed, in what was asked and in what happened alike, so that the rules, made to play it again, say
the same of it. That is tried on the new file before it takes the old one's place, and if it does
not hold, the old one stays.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.content.disk import move
from game.i18n import _
from game.i18n.system import why
from game.session.disk import sync_folder
from game.session.drafts import draft_files, read_drafts
from game.session.faults import LogError, LogFault
from game.session.fold import fold_log
from game.session.lock import FileLock, InUseError
from game.session.names import file_name, followed, numbered, report_folder
from game.session.reading import bytes_of, read_log
from game.session.typed import Eraser, Wanted
from game.session.whereabouts import forget


class EraseError(Exception):
    """Nothing was erased; `str()` is a sentence that says why."""


@dataclass(frozen=True)
class Found:
    """What was found, and the log without it."""

    path: Path
    texts: tuple[str, ...]
    """Each text that goes, once, as it was typed."""
    renamed: Mapping[str, str]
    """Names of teams and of the session, and what stands in their place."""
    copies: tuple[Path, ...]
    """Copies, reports and what is half typed, which go whole: reports can be made again."""
    lines: tuple[bytes, ...]
    """Of the log, as it is afterwards."""
    name: str
    """Of the file, where the session's own name went with it; or ""."""

    @property
    def nothing(self) -> bool:
        """True where none of it stands in the session."""
        return not self.texts and not self.renamed


def look_for(path: Path, wanted: Wanted) -> Found:
    """What stands in a session of what is to be erased. Raises `LogError`."""
    path = followed(path)
    reading = read_log(path)
    rows = bytes_of(path)[: reading.keep].split(b"\n")
    plain = [json.loads(row) for row in rows if row]
    eraser = Eraser(wanted, plain)
    head, luggage, *entries = plain
    eraser.head(head)
    for earlier in luggage.get("earlier", ()):
        eraser.earlier(earlier)
    for texts in read_drafts(path).values():
        eraser.draft(texts)
    for entry in entries:
        for thing in (entry.get("do") or {}, *(entry.get("ev") or ())):
            eraser.named(thing)
    carried = _line(luggage)
    head["luggage"] = len(carried)
    return Found(
        path,
        texts=tuple(eraser.texts),
        renamed=eraser.renamed,
        copies=copies_of(path),
        lines=(_line(head), carried, *map(_line, entries)),
        name=file_name(head["created"], head["name"]) if eraser.session_went else "",
    )


def erase(found: Found) -> Path:
    """Do it; where the session lies then. Raises `EraseError`, and the session has not changed.

    Copies go first: where one cannot, all of it is still found the next time.
    """
    lock = FileLock(found.path)
    try:
        lock.acquire()
    except InUseError:
        raise EraseError(str(LogError(found.path, LogFault.IN_USE))) from None
    part = found.path.with_name(f"{found.path.name}.part")
    try:
        _write(part, found.lines)
        _hold(part, found)
        was = found.path.stat()
        os.utime(part, ns=(was.st_atime_ns, was.st_mtime_ns))  # to erase is not to play
        for copy in found.copies:
            if copy != part:
                _remove(copy)
        return _put_in_place(part, found)
    except LogError as error:  # it went, or was written to, since it was looked through
        raise EraseError(str(error)) from None
    except OSError as error:
        raise EraseError(_unwritable(found.path, error)) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        lock.release()


def erase_session(path: Path) -> tuple[Path, ...]:
    """Erase a whole session with its copies and reports; what went. Raises `EraseError`."""
    gone = all_of(path)
    path = followed(path)
    lock = FileLock(path)
    try:
        lock.acquire()
    except InUseError:
        raise EraseError(str(LogError(path, LogFault.IN_USE))) from None
    try:
        for one in gone:
            _remove(one)
        sync_folder(path.parent)
        forget(path)
    except OSError as error:
        raise EraseError(_unwritable(path, error)) from None
    finally:
        lock.release()
    return gone


def all_of(path: Path) -> tuple[Path, ...]:
    """Everything that goes with a whole session: copies and reports, the log, a link to it."""
    log = followed(path)
    return (*copies_of(log), log, *([path] if log != path else []))


def copies_of(path: Path) -> tuple[Path, ...]:
    """What else holds a session's words: damaged copies, halves of files, a draft, its report."""
    beside = [
        *path.parent.glob(f"{_globbed(path.name)}*.broken"),
        path.with_name(f"{path.name}.part"),
        *draft_files(path),
    ]
    found = [one for one in beside if one.is_file()]
    folder = report_folder(path)
    return (*sorted(found), *([folder] if folder.is_dir() else []))


def _line(plain: Any) -> bytes:
    return json.dumps(plain, separators=(",", ":")).encode("ascii") + b"\n"


def _write(part: Path, lines: Sequence[bytes]) -> None:
    with part.open("wb") as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())


def _hold(part: Path, found: Found) -> None:
    """The new file is a session that folds as the old one does. Raises `EraseError`."""
    before, reading = fold_log(read_log(found.path))
    # Other rules than it was played by are no reason to keep somebody's words.
    known = {(notice.kind, notice.line) for notice in reading.notices}
    try:
        after, reading = fold_log(read_log(part))
    except LogError as error:
        held, detail = False, str(error)
    else:
        told = [one for one in reading.notices if (one.kind, one.line) not in known]
        same = (after.n, after.done, after.state.phase, after.state.round)
        held = not told and same == (before.n, before.done, before.state.phase, before.state.round)
        detail = "; ".join(map(str, told))
    if not held:
        sentence = _(
            "{file} would no longer be the same session without it, and was left. {detail}"
        )
        raise EraseError(sentence.format(file=found.path.name, detail=detail).strip())


def _put_in_place(part: Path, found: Found) -> Path:
    """The new file in place of the old one; where it lies then. Raises OSError.

    Where the session's name goes, the file gets a name without it. The old file goes last: if it
    cannot, the new one goes again, and next time there is still something to be found.
    """
    target = _place_for(found)
    move(part, target)
    if target != found.path:
        try:
            found.path.unlink()
        except OSError:
            target.unlink()
            raise
        forget(found.path, target)
    sync_folder(target.parent)
    return target


def _place_for(found: Found) -> Path:
    """Where the new file goes: in place of the old one, or to a name that nothing has yet."""
    if not found.name:
        return found.path
    names = numbered(found.path.with_name(found.name))
    return next((path for path in names if not os.path.lexists(path)), found.path)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _globbed(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)


def _unwritable(path: Path, error: OSError) -> str:
    detail = why(error)
    return _("{file} cannot be erased: {detail}.").format(file=path.name, detail=detail)
