"""What happened so far, one line a step, and where in it the session stands.

A step is what one press of undo takes back. Those that were undone can be gone forward to, until
a new step gives them up; then the log alone remembers them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from weakref import WeakKeyDictionary

from game.i18n import _, language
from game.rules.content import Content
from game.rules.events import BellWon, CardDrawn, RangToo
from game.rules.state import State
from game.session.entry import Entry, Redo, Undo, is_step
from game.session.session import Session
from game.session.telling.short import Scene, in_short, rang_too


@dataclass(frozen=True)
class Step:
    """A line of the history."""

    n: int
    """Number of its entry in the log, for `Session.go_to`; 0 is before the first step."""
    at: int
    """When it was made, in ms of the session's time."""
    sentence: str
    """What happened, in a few words."""
    done: bool
    """False for one that was undone and can be gone forward to."""
    here: bool
    """The session stands just after it."""


def history(session: Session, limit: int = 0) -> tuple[Step, ...]:
    """Every step that can be gone to, oldest first, the beginning included.

    `limit` above 0 leaves so many before where the session stands (that one included) and so
    many after. Asking again costs no more than what was added since.
    """
    told = _told.get(session)
    if told is None:
        told = _told[session] = _Told()
    done, undone = session.done, session.undone
    if limit > 0:
        shown = done[-limit:] if len(done) >= limit else [0, *done]
        after = undone[:limit]
    else:
        shown, after = [0, *done], undone
    told.update(session, done, undone)
    here = done[-1] if done else 0
    return tuple([told.step(n, done=True, here=n == here) for n in shown]) + tuple(
        [told.step(n, done=False, here=False) for n in after]
    )


@dataclass
class _Line:
    """What is known of a step once it was read."""

    at: int
    sentence: str
    card: str
    """The card that was open after it; "" before the first."""
    winner: int | None
    """The team that had the bell last, after it."""


@dataclass
class _Told:
    """The lines of one session, as its teams and cards are called now."""

    key: object = None
    lines: dict[int, _Line] = field(default_factory=dict)

    def update(self, session: Session, done: list[int], undone: list[int]) -> None:
        """Read what was not read yet; all of it again where names or the language changed."""
        state = session.state
        key = (_names(state), _Same(state.content), language())
        if key != self.key:
            self.key = key
            self.lines = {0: _Line(0, _("As it was set up"), "", None)}
        # The last step may have had a late ring since; what is before it stays as it was told.
        last = done[-1] if done else 0
        for steps in (done, undone):
            before = 0 if steps is done else last
            # Where to read on from: behind the last step that is known, but the last one again.
            start = len(steps)
            while start and steps[start - 1] not in self.lines:
                start -= 1
            if steps is done and start == len(steps) and start:
                start -= 1
            if start:
                before = steps[start - 1]
            for n in steps[start:]:
                self.lines[n] = _read(session, n, self.lines[before])
                before = n

    def step(self, n: int, *, done: bool, here: bool) -> Step:
        """A line as it is shown."""
        line = self.lines[n]
        return Step(n, line.at, line.sentence, done, here)


class _Same:
    """Equal to itself only as the very same object: comparing decks would take too long."""

    def __init__(self, content: Content) -> None:
        self.content = content

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.content is self.content

    __hash__ = None  # type: ignore[assignment]


_told: WeakKeyDictionary[Session, _Told] = WeakKeyDictionary()


def _names(state: State) -> tuple[tuple[int, str], ...]:
    return tuple([(team.id, team.name) for team in (*state.teams, *state.joining, *state.left)])


def _read(session: Session, n: int, before: _Line) -> _Line:
    """The line of step `n`, from its entry and the quiet ones that follow it at once."""
    entry = session.history[n - 1]
    drawn = [event.card for event in entry.events if isinstance(event, CardDrawn)]
    won = [event.team for event in entry.events if isinstance(event, BellWon)]
    card = drawn[-1] if drawn else before.card
    winner = won[-1] if won else before.winner
    # Answers told in the step that draws the next card were given to the card before it.
    asked = session.state.content.card_by_id.get(before.card or card)
    scene = Scene(session.state, asked, winner)
    parts = [in_short(entry.events, scene)]
    if won:
        parts += [rang_too(event, scene) for event in _runners_up(session, n)]
    sentence = ", ".join(parts)
    return _Line(entry.at, sentence[:1].upper() + sentence[1:], card, winner)


def _runners_up(session: Session, n: int) -> list[RangToo]:
    found: list[RangToo] = []
    entries = session.history
    for i in range(n, len(entries)):
        entry: Entry = entries[i]
        if isinstance(entry.action, Undo | Redo) or is_step(entry.events):
            break
        found += [event for event in entry.events if isinstance(event, RangToo)]
    return found
