"""The moments of a session with their places in the log, so that each can be played again.

Which they are is the rules' to say (`game.rules.moments`); here they are found among the entries.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from game.rules.events import CardDrawn
from game.rules.moments import MomentKind, picks
from game.rules.state import Record, State
from game.session.entry import Entry, Redo, Undo, is_step
from game.session.fold import Fold


@dataclass(frozen=True, kw_only=True)
class Moment:
    """A card worth coming back to, and where in the log it was played."""

    kind: MomentKind
    record: Record
    """The card as it was when it was done."""
    first: int
    """Number of the entry in which the card came up."""
    last: int
    """Number of the entry in which it was done."""
    teams: tuple[int, ...]
    """Ids of the teams it is about."""
    figure: int
    """What it was picked by; see `Pick`."""

    @property
    def card(self) -> str:
        """Id of the card."""
        return self.record.card


class _Span(NamedTuple):
    first: int
    last: int


def moments_of(start: State, entries: Sequence[Entry]) -> tuple[Moment, ...]:
    """The moments a log tells of, in the order of play; `start` is the state in the lobby.

    Raises `NoLongerAppliesError` where the log cannot be followed.
    """
    spans: list[_Span] = []
    came_up: dict[str, int] = {}
    state = start
    for entry, state in _followed(start, entries):
        for event in entry.events:
            if isinstance(event, CardDrawn):
                came_up[event.card] = entry.n
        if len(state.records) > len(spans):
            spans.append(_Span(came_up.get(state.records[-1].card, entry.n), entry.n))
    return tuple(
        [
            Moment(
                kind=pick.kind,
                record=state.records[pick.record],
                first=spans[pick.record].first,
                last=spans[pick.record].last,
                teams=pick.teams,
                figure=pick.figure,
            )
            for pick in picks(state)
        ]
    )


def replay_of(
    start: State, entries: Sequence[Entry], moment: Moment
) -> tuple[tuple[Entry, State], ...]:
    """Each entry of a moment with the state after it, but for what was taken back.

    The last one leaves the card. Raises `NoLongerAppliesError`.
    """
    upto = entries[: moment.last]
    standing = set(standing_entries(entries))
    fold = Fold(start, upto)
    told = []
    for entry in upto:
        state = fold.follow(entry)
        if entry.n >= moment.first and entry.n in standing:
            told.append((entry, state))
    return tuple(told)


def standing_entries(entries: Iterable[Entry]) -> tuple[int, ...]:
    """Numbers of the entries that were not taken back, oldest first; no undo or redo is one.

    What is quiet goes along with the step before it, as undo has it.
    """
    done: list[list[int]] = [[]]
    undone: list[list[int]] = []
    for entry in entries:
        match entry.action:
            case Undo(steps=steps):
                for _ in range(min(steps, len(done) - 1)):
                    undone.append(done.pop())
            case Redo(steps=steps):
                for _ in range(min(steps, len(undone))):
                    done.append(undone.pop())
            case _ if is_step(entry.events):
                undone.clear()
                done.append([entry.n])
            case _:
                done[-1].append(entry.n)
    return tuple(sorted(n for step in done for n in step))


def _followed(start: State, entries: Sequence[Entry]) -> Iterable[tuple[Entry, State]]:
    """Each entry that stands, with the state after it."""
    standing = set(standing_entries(entries))
    fold = Fold(start, entries)
    for entry in entries:
        state = fold.follow(entry)
        if entry.n in standing:
            yield entry, state
