"""The one function behind resume, replay and undo: fold the log.

What chance decided is taken from the recorded events, never drawn again. A log stays foldable
for good: undo and redo are entries like any other, and what they lead to follows from the
entries before them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from game.rules.actions import Action
from game.rules.apply import apply, fell, follow
from game.rules.clocks import is_live
from game.rules.draw import Chance, ReplayError
from game.rules.events import Event
from game.rules.refusal import IllegalAction, SetupError, SetupFault
from game.rules.reload import reload
from game.rules.state import Held, OnCard, State, evolve
from game.session.entry import Entry, History, Redo, Undo, is_step
from game.session.faults import LogError, LogFault, Notice, NoticeKind
from game.session.newer import Newer
from game.session.reading import HEAD_LINES, Reading, cut

KEEP_LAST = 32
"""States of the last entries that are kept at hand."""
KEEP_EVERY = 64
"""Of older entries, every so many have their state kept; the others are folded again."""

ODD = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
"""What the rules may raise over content that no loader would accept, as in a log that somebody
edited: the rules verify what people do, not what the cards are."""
_BY_HAND = (Held.PAUSED, Held.BLACK, Held.WHITE, Held.BREAK, Held.EYES)


class NoLongerAppliesError(Exception):
    """An entry cannot be followed: the rules, or the file, are no longer what they were."""

    def __init__(self, n: int, detail: str) -> None:
        super().__init__(f"entry {n}: {detail}")
        self.n = n
        """The entry."""
        self.detail = detail
        """Why, in English."""


@dataclass(slots=True)
class _Step:
    """What one press of undo takes back: an entry, and the quiet ones that follow it."""

    first: int
    """The entry that is the step; before it lies the state that undo returns to."""
    last: int
    """The last quiet entry since; after it lies the state that redo returns to."""
    at: int
    """When the step was made, and so when the state before it ended."""
    ended: int = 0
    """When it was undone or the next step was made."""


_FIRST = attrgetter("first")


class Fold:
    """A session so far: its state, and the way back and forth through its steps.

    A new step after an undo gives up what could have been redone; quiet entries do not, so that
    a Next to let the clock go on does not cost a facilitator the redo.
    """

    def __init__(self, start: State, history: Sequence[Entry]) -> None:
        self.state = start
        self.n = 0
        """Entries so far."""
        self.differs = 0
        """First entry that turned out otherwise than recorded; 0 for none."""
        self._history = history
        """Entries by n − 1; only looked at to fold again what was not kept."""
        self._kept: dict[int, State] = {0: start}
        self._jumps: set[int] = set()
        self._past: list[_Step] = []
        self._future: list[_Step] = []

    @property
    def can_undo(self) -> int:
        """Steps that can be undone."""
        return len(self._past)

    @property
    def can_redo(self) -> int:
        """Steps that can be redone."""
        return len(self._future)

    @property
    def done(self) -> list[int]:
        """The entries that are steps and stand, oldest first."""
        return [step.first for step in self._past]

    @property
    def undone(self) -> list[int]:
        """Those that can be redone, the one that is redone first in front."""
        return [step.first for step in reversed(self._future)]

    def way_to(self, n: int) -> int:
        """Steps to just after step `n`: below 0 to undo, above 0 to redo; 0 is the beginning.

        Raises LookupError where no step that can be gone to has that number.
        """
        if n == 0:
            return -len(self._past)
        back = bisect_left(self._past, n, key=_FIRST)
        if back < len(self._past) and self._past[back].first == n:
            return back + 1 - len(self._past)
        for i, step in enumerate(reversed(self._future)):
            if step.first == n:
                return i + 1
        raise LookupError(n)

    def follow(self, entry: Entry) -> State:
        """The state after an entry of the log. Raises `NoLongerAppliesError`."""
        action = entry.action
        if isinstance(action, Undo | Redo):
            return self.jump(action, entry.n, entry.at)
        after, events = _replayed(self.state, entry)
        if events != entry.events and not self.differs:
            self.differs = entry.n
        self.take(entry, after)
        return after

    def take(self, entry: Entry, after: State) -> None:
        """Note that an entry, just made or followed, led to this state."""
        n = entry.n
        if is_step(entry.events):
            self._future.clear()
            self._past.append(_Step(n, n, entry.at))
        elif self._past:
            self._past[-1].last = n
        self._keep(n, after)

    def jump(self, action: Undo | Redo, n: int, at: int) -> State:
        """The state after an undo or redo at `at` ms. Raises `NoLongerAppliesError`."""
        undo = isinstance(action, Undo)
        there = len(self._past if undo else self._future)
        if action.steps > there:
            raise NoLongerAppliesError(n, f"{action.steps} steps where there are {there}")
        base, ended = self._back(action.steps, at) if undo else self._forth(action.steps)
        self._jumps.add(n)
        self._keep(n, _standing(base, ended, self.state, at))
        return self.state

    def _back(self, steps: int, at: int) -> tuple[State, int]:
        """The state before so many steps, and when it ended."""
        ended = at
        for _ in range(steps):
            step = self._past.pop()
            step.ended, ended = ended, step.at
            self._future.append(step)
        return self._state_after(self._future[-1].first - 1), ended

    def _forth(self, steps: int) -> tuple[State, int]:
        """The state after so many steps that were undone, and when it ended."""
        for _ in range(steps):
            self._past.append(self._future.pop())
        step = self._past[-1]
        return self._state_after(step.last), step.ended

    def _keep(self, n: int, state: State) -> None:
        self.n = n
        self.state = self._kept[n] = state
        old = n - KEEP_LAST
        # The state after an undo or redo is always kept: `_state_after` cannot fold across one.
        if old % KEEP_EVERY and old not in self._jumps:
            self._kept.pop(old, None)

    def _state_after(self, n: int) -> State:
        known = n
        while known not in self._kept:
            known -= 1
        state = self._kept[known]
        for entry in self._history[known:n]:
            state, _ = _replayed(state, entry)
        return state


def fold_log(reading: Reading) -> tuple[Fold, Reading]:
    """The session a log tells of, and the log as far as it could be followed.

    Raises `LogError` where not even the lobby can be had.
    """
    start = start_of(reading)
    fold = Fold(start, History(reading.lines))
    for entry in reading.entries:
        try:
            fold.follow(entry)
        except NoLongerAppliesError as error:
            reading = cut(reading, error.n, error.detail)
            break
    if fold.differs:
        line, _ = reading.places[fold.differs - 1]
        notice = Notice(kind=NoticeKind.TOLD_OTHERWISE, line=line)
        reading = replace(reading, notices=(*reading.notices, notice))
    return fold, reading


def start_of(reading: Reading) -> State:
    """The state in the lobby. Raises `LogError`."""
    try:
        return reading.header.lobby()
    except (SetupError, *ODD) as error:
        detail = str(error) or type(error).__name__
        of_teams = isinstance(error, SetupError) and error.reason not in _OF_CONTENT
        line = _TEAMS_LINE if of_teams else HEAD_LINES
        raise LogError(reading.path, LogFault.BROKEN, detail, line) from error


_OF_CONTENT = (SetupFault.NO_CARDS, SetupFault.NO_BOARD)
_TEAMS_LINE = 1
"""The line of a log that names its teams; cards and board are in the one after it."""


def made_again(
    state: State, action: Action, at: int, fell: Sequence[int]
) -> tuple[State, tuple[Event, ...]]:
    """What an action of a log leads to if this is what fell. Raises ReplayError, or any of ODD."""
    return follow(state, action, at, Chance.recorded(fell))


def _replayed(state: State, entry: Entry) -> tuple[State, tuple[Event, ...]]:
    assert not isinstance(entry.action, Undo | Redo), "where a jump led is kept"
    if isinstance(entry.action, Newer):
        return _verified(state, entry)
    try:
        # It was verified when it was made. If it turns out as recorded, that verdict still holds;
        # to work out again what was legal then would take twice the time.
        followed = made_again(state, entry.action, entry.at, fell(entry.events))
    except (ReplayError, *ODD):
        return _verified(state, entry)
    return followed if followed[1] == entry.events else _verified(state, entry)


def _verified(state: State, entry: Entry) -> tuple[State, tuple[Event, ...]]:
    assert not isinstance(entry.action, Undo | Redo)
    recorded = Chance.recorded(fell(entry.events))
    try:
        if isinstance(entry.action, Newer):
            return reload(state, entry.action.content(state.content), entry.at, recorded)
        return apply(state, entry.action, entry.at, recorded)
    except (IllegalAction, ReplayError, SetupError) as error:
        raise NoLongerAppliesError(entry.n, str(error)) from None
    except ODD as error:
        raise NoLongerAppliesError(entry.n, f"{type(error).__name__}: {error}") from error


def _standing(base: State, ended: int, now: State, at: int) -> State:
    """`base`, which ended at `ended` ms, as it comes back in the place of `now` at `at` ms.

    Clocks stand, with what was left, and bells are closed until Next. What the facilitator keeps
    still or dark stays so. Time that was spent held still counts as that: a break does not count
    as play because a step before it was undone.
    """
    clock, ran = base.clock, base.clock_ran
    if base.held is None and clock is not None:
        clock, ran = clock.stopped(ended), clock.running
    by_hand = now.held in _BY_HAND
    held = now.held if by_hand else Held.RESUMED if ran or is_live(base) else None
    idle = base.idle_ms + (ended - base.held_at if base.held else 0)
    if base.round and base.play_began == now.play_began:
        idle = now.idle_ms + (at - now.held_at if now.held else 0)
    held_at = at if held else 0 if base.held else base.held_at
    back = evolve(
        base,
        clock=clock,
        clock_ran=ran,
        held=held,
        held_at=held_at,
        held_until=now.held_until if by_hand else 0,
        idle_ms=idle,
    )
    stage = base.stage
    if not isinstance(stage, OnCard):
        return back
    # How long a card is talked about counts from `since`. What was played after this step, and is
    # undone now, was no talk about its card: `since` moves on by so much.
    since = stage.since + back.played(at) - base.played(ended)
    return evolve(back, stage=evolve(stage, since=since))
