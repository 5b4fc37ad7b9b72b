"""The sessions in a folder, for the start screen: the first line and the end of each file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from game.i18n.system import why
from game.rules.state import Phase
from game.session.codec import CodecError
from game.session.faults import LogError, LogFault
from game.session.header import Head, NewerFormatError, NotASessionError, decode_head
from game.session.names import SUFFIX
from game.session.reading import NOTHING

_MOST_HEAD = 1 << 20
"""Bytes of a first line beyond which a file is no session of ours."""
_BLOCK = 1 << 16
"""Bytes read at a time, from the end."""
_PHASES = {phase.value: phase for phase in Phase}


@dataclass(frozen=True, kw_only=True)
class SessionInfo:
    """A session at a glance, or why its file cannot be opened."""

    path: Path
    played: float
    """When something was last played, as a POSIX timestamp."""
    head: Head | None = None
    """What it is; None where that cannot be read."""
    phase: Phase = Phase.LOBBY
    round: int = 0
    """1 in the first round; 0 before."""
    rounds: int = 0
    """Rounds planned."""
    fault: LogError | None = None
    """Why it cannot be opened; `str()` of it is a sentence."""

    @property
    def name(self) -> str:
        """What the facilitator called it, or else its file's name."""
        return (self.head.name if self.head else "") or self.path.stem

    @property
    def finished(self) -> bool:
        """True once it is closed: on the podium the debrief is still to come."""
        return self.phase is Phase.OVER


def recent(folder: Path, most: int | None = None) -> list[SessionInfo]:
    """The sessions in a folder, last played first; at most so many. A missing folder has none."""
    found: list[tuple[float, Path]] = []
    try:
        there = list(folder.iterdir())
    except OSError:
        there = []
    for path in there:
        # One that is erased while we look takes nobody else off the list.
        with suppress(OSError):
            if path.suffix.lower() == SUFFIX and path.is_file():
                found.append((path.stat().st_mtime, path))
    found.sort(key=lambda one: (-one[0], one[1].name))
    return [look(path, played) for played, path in found[:most]]


def last_unfinished(folder: Path) -> SessionInfo | None:
    """The session of people last played that can be opened and is not closed."""
    for info in recent(folder):
        practised = info.head is not None and info.head.practise
        if info.fault is None and not info.finished and not practised:
            return info
    return None


def look(path: Path, played: float = 0.0) -> SessionInfo:
    """A session at a glance; a fault is told in the answer, never raised."""
    try:
        with path.open("rb") as file:
            first = file.readline(_MOST_HEAD)
            head = _head(path, first)
            # The second line may be megabytes of pictures.
            start = len(first) + head.luggage
            if file.seek(0, 2) < start:
                raise LogError(path, LogFault.CUT_SHORT)
            phase, number, rounds = _where(file, start)
    except LogError as error:
        return SessionInfo(path=path, played=played, fault=error)
    except OSError as error:
        unreadable = LogError(path, LogFault.UNREADABLE, why(error))
        return SessionInfo(path=path, played=played, fault=unreadable)
    return SessionInfo(
        path=path,
        played=played,
        head=head,
        phase=phase,
        round=number,
        rounds=rounds or head.rounds,
    )


def _head(path: Path, first: bytes) -> Head:
    if not first.strip(NOTHING):
        raise LogError(path, LogFault.EMPTY)
    try:
        return decode_head(first)
    except NotASessionError:
        raise LogError(path, LogFault.NOT_A_SESSION) from None
    except NewerFormatError as error:
        raise LogError(path, LogFault.NEWER, str(error)) from None
    except CodecError as error:
        raise LogError(path, LogFault.BROKEN, str(error), 1) from None


def _where(file: BinaryIO, start: int) -> tuple[Phase, int, int]:
    """Phase, round and rounds planned (0: not told), from the lines at the end.

    Each of them is told by the last line that knows it; lines that are torn or damaged know
    nothing.
    """
    phase: Phase | None = None
    number = 0
    for line in _backward(file, start):
        told = _plain(line)
        if "phase" in told:
            # Beats, undo and redo say it all; nothing before them matters.
            there = _PHASES.get(str(told["phase"]), Phase.PLAY)
            rounds = _number(told.get("rounds"))
            return phase or there, number or _number(told.get("round")), rounds
        for name, fields in _events(told):
            if phase is None and name in _LEADS_TO:
                phase = _LEADS_TO[name]
            if not number and name == "RoundBegan":
                number = _number(fields.get("round"))
        if number:
            break
    return phase or Phase.LOBBY, number, 0


def _number(value: object) -> int:
    return value if type(value) is int else 0


_LEADS_TO = {
    "Begun": Phase.BRIEF,
    "RoundBegan": Phase.PLAY,
    "ReviewShown": Phase.REVIEW,
    "BriefBegan": Phase.BRIEF,
    "PodiumShown": Phase.PODIUM,
    "PageShown": Phase.DEBRIEF,
    "Closed": Phase.OVER,
}
"""Events after which a session is in that phase."""


def _events(told: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The events of an entry by name, the last first."""
    events = told.get("ev")
    for event in reversed(events if isinstance(events, list) else []):
        if isinstance(event, dict):
            for name, fields in event.items():
                yield name, fields if isinstance(fields, dict) else {}


def _plain(line: bytes) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


def _backward(file: BinaryIO, start: int) -> Iterator[bytes]:
    """The lines after byte `start`, the last first, as far as they are asked for."""
    end = file.seek(0, 2)
    # Blocks of a line whose beginning has not been reached yet, the last first. They are joined
    # only then: the line of a reload may hold forty megabytes of pictures.
    rest: list[bytes] = []
    while end > start:
        begin = max(start, end - _BLOCK)
        file.seek(begin)
        first, *lines = file.read(end - begin).split(b"\n")
        if lines:
            lines[-1] += b"".join(reversed(rest))
            yield from reversed(lines)
            rest.clear()
        rest.append(first)
        end = begin
    yield b"".join(reversed(rest))
