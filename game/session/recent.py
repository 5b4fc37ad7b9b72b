"""The sessions in a folder, for the start screen: the first line and the end of each file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.rules.state import Phase
from game.session.codec import CodecError
from game.session.faults import LogError, LogFault
from game.session.header import Head, NewerFormatError, NotASessionError, decode_head
from game.session.names import SUFFIX

_MOST_HEAD = 1 << 20
"""Bytes of a first line beyond which a file is no session of ours."""
_BLOCK = 1 << 16
"""Bytes read at a time, from the end."""
_PHASES = {phase.value: phase for phase in Phase}
_FINISHED = (Phase.PODIUM, Phase.OVER)


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
        """True once the podium was reached and no debrief is under way."""
        return self.phase in _FINISHED


def recent(folder: Path, most: int | None = None) -> list[SessionInfo]:
    """The sessions in a folder, last played first; at most so many. A missing folder has none."""
    found: list[tuple[float, Path]] = []
    try:
        for path in folder.iterdir():
            if path.suffix == SUFFIX and path.is_file():
                found.append((path.stat().st_mtime, path))
    except OSError:
        # A folder that went away while it was read: what was found so far will do.
        pass
    found.sort(key=lambda one: (-one[0], one[1].name))
    return [look(path, played) for played, path in found[:most]]


def last_unfinished(folder: Path) -> SessionInfo | None:
    """The session last played that can be opened and has not come to its podium."""
    for info in recent(folder):
        if info.fault is None and not info.finished:
            return info
    return None


def look(path: Path, played: float = 0.0) -> SessionInfo:
    """A session at a glance; a fault is told in the answer, never raised."""
    try:
        with path.open("rb") as file:
            first = file.readline(_MOST_HEAD)
            head = _head(path, first)
            # The second line may be megabytes of pictures; an empty rest means nobody played.
            phase, number, rounds = _where(path, len(first))
    except LogError as fault:
        return SessionInfo(path=path, played=played, fault=fault)
    except OSError as error:
        fault = LogError(path, LogFault.UNREADABLE, error.strerror or str(error))
        return SessionInfo(path=path, played=played, fault=fault)
    return SessionInfo(
        path=path,
        played=played,
        head=head,
        phase=phase,
        round=number,
        rounds=rounds or head.rounds,
    )


def _head(path: Path, first: bytes) -> Head:
    if not first.strip(b"\0 \r\n\t"):
        raise LogError(path, LogFault.EMPTY)
    try:
        return decode_head(first)
    except NotASessionError:
        raise LogError(path, LogFault.NOT_A_SESSION) from None
    except NewerFormatError as error:
        raise LogError(path, LogFault.NEWER, str(error)) from None
    except CodecError as error:
        raise LogError(path, LogFault.BROKEN, str(error), 1) from None


def _where(path: Path, start: int) -> tuple[Phase, int, int]:
    """Phase, round and rounds planned (0: not told), from the lines at the end.

    Each of them is told by the last line that knows it; lines that are torn or damaged know
    nothing.
    """
    phase: Phase | None = None
    number: int | None = None
    for line in _backward(path, start):
        told = _plain(line)
        if "phase" in told:
            # Beats, undo and redo say it all; nothing before them matters.
            there = told.get("round"), told.get("rounds")
            known = [value if type(value) is int else 0 for value in there]
            at_least = _PHASES.get(str(told["phase"]), Phase.PLAY)
            return phase or at_least, known[0] if number is None else number, known[1]
        for name, fields in _events(told):
            if phase is None and name in _LEADS_TO:
                phase = _LEADS_TO[name]
            if number is None and name == "RoundBegan":
                number = fields.get("round")
        if number is not None:
            break
    return phase or (Phase.PLAY if number else Phase.LOBBY), number or 0, 0


_LEADS_TO = {
    "Begun": Phase.BRIEF,
    "RoundBegan": Phase.PLAY,
    "PodiumShown": Phase.PODIUM,
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


def _backward(path: Path, start: int) -> Iterator[bytes]:
    """The lines after byte `start`, the last first, as far as they are asked for."""
    with path.open("rb") as file:
        end = file.seek(0, 2)
        rest = b""
        while end > start:
            begin = max(start, end - _BLOCK)
            file.seek(begin)
            lines = (file.read(end - begin) + rest).split(b"\n")
            rest = lines[0]
            yield from reversed(lines[1:])
            end = begin
        yield rest
