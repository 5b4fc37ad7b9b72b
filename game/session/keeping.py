"""How long a session is kept: until somebody erases it; after thirty days somebody is asked.

Whoever answered that a session is kept is not asked again. What is remembered of it is a mark, from
which nobody reads what a session was called, so that a session that was erased leaves no name.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # settings are read before the window opens: nothing heavy is waited for
    from pathlib import Path

    from game.session.recent import SessionInfo

DAYS = 30
"""After so many days without being played somebody is asked whether a session is kept."""
DAY_SECONDS = 86_400
MOST_MARKS = 2000
"""Sessions that are remembered as kept, at most."""
PRACTISE = "practise"
"""The folder beside the sessions in which those of practising lie."""
MARK_DIGITS = 16
_HEX = "0123456789abcdef"


def mark(path: Path) -> str:
    """What tells one session's file from the others: sixteen digits, no name.

    A session of practising may be called as one of people is: its folder counts as well.
    """
    from hashlib import sha256

    name = os.fsencode(path.name)
    if path.parent.name == PRACTISE:
        name = os.fsencode(PRACTISE) + b"/" + name
    return sha256(name).hexdigest()[:MARK_DIGITS]


def is_mark(value: object) -> bool:
    """True for what `mark` could have said."""
    return isinstance(value, str) and len(value) == MARK_DIGITS and set(value) <= set(_HEX)


def overdue(sessions: Iterable[SessionInfo], now: float, kept: Sequence[str]) -> list[SessionInfo]:
    """Those that were last played more than thirty days before `now` (a POSIX timestamp).

    Finished or not, and broken ones too: what was typed stands in them all the same. Without those
    whose mark is among `kept`.
    """
    before = now - DAYS * DAY_SECONDS
    marks = set(kept)
    return [one for one in sessions if one.played < before and mark(one.path) not in marks]


def kept_with(
    kept: Sequence[str], more: Iterable[Path], there: Iterable[SessionInfo]
) -> tuple[str, ...]:
    """The marks with those of `more`; of sessions that are no longer `there` none is left."""
    known = {mark(one.path) for one in there}
    wished = dict.fromkeys((*kept, *map(mark, more)))
    return tuple(one for one in wished if one in known)[-MOST_MARKS:]
