"""Last time's plans: taken from the log of an earlier session, to be asked after in a new one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game.rules.debrief import reading
from game.rules.state import Earlier, State, Status, evolve
from game.session.fold import fold_log
from game.session.header import Header
from game.session.reading import read_log

_GOES_ON = (Status.BUSY, None)
"""A plan of the session before that one is asked after again while it is not done with."""


def earlier_of(paths: Iterable[Path]) -> tuple[Earlier, ...]:
    """Every plan of these sessions, in their order, numbered from 0.

    Each team's own first, then those of sessions before it that were not done with. The files are
    left untouched. Raises `LogError` for a file that holds no session.
    """
    found: list[Earlier] = []
    for path in paths:
        fold, log = fold_log(read_log(path))
        found += _plans(log.header, fold.state)
    return tuple([evolve(one, number=i) for i, one in enumerate(dict.fromkeys(found))])


def plans_after(path: Path) -> int:
    """How many plans a session that follows this one begins with. Raises `LogError`."""
    return len(earlier_of((path,)))


def _plans(header: Header, state: State) -> list[Earlier]:
    own = []
    for made in reading(state):
        team = state.anyone(made.team)
        own.append(
            Earlier(
                number=0,
                team=team.name if team is not None else "",
                colour=team.colour if team is not None else "",
                plan=made.plan,
                session=header.name,
                created=header.created,
            )
        )
    before = [evolve(one, number=0, status=None) for one in state.earlier if one.status in _GOES_ON]
    return [*own, *before]
