"""The live evening: every action verified, logged, made, and told to whoever watches.

Times are milliseconds of the session's own time, which stands still while the program is closed:
whoever holds the clock goes on from `Session.last_at`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from game.rules.actions import Action, Hold
from game.rules.apply import apply
from game.rules.clocks import is_live
from game.rules.content import Content
from game.rules.events import Event
from game.rules.reload import reload
from game.rules.state import Held, Phase, State
from game.session.entry import Entry, History, Redo, Undo, encode_beat, encode_entry, encode_jump
from game.session.faults import LogError, LogFault, Notice, Trouble
from game.session.fold import Fold
from game.session.goingon import changed, last_day, writer_of
from game.session.header import Header
from game.session.lock import FileLock, InUseError
from game.session.log import LogWriter
from game.session.names import file_name, followed
from game.session.newer import Newer, newer_of
from game.session.verbatim import open_log
from game.session.watchers import Observer, Watchers

BEAT_MS = 1000
"""Between two beats while a clock runs: the most that its time left can be off after a crash."""
PLAY_BEAT_MS = 5000
"""Between two beats of play without a clock, which only counts towards the plan."""


class Session:
    """One session being played; made by `create` or `open`."""

    def __init__(self, header: Header, fold: Fold, lines: list[bytes]) -> None:
        self.header = header
        """What it started from."""
        self.last_at = 0
        """The latest time it knows of, in ms."""
        self.notices: tuple[Notice, ...] = ()
        """What was found when it was opened; each is a sentence."""
        self.history = History(lines)
        """Every entry there ever was, those undone included."""
        self.sources: Mapping[str, Path] = {}
        """Where this machine has the decks in play, by id, to read them again; in no log."""
        self.today: Callable[[], str] = str
        """The day by the computer's calendar, as ISO 8601; "" where nobody looks at it."""
        self._day = last_day(header.created, ())
        self._fold = fold
        self._lines = lines
        self._pictures = dict(header.pictures)
        self._writer: LogWriter | None = None
        self._watchers = Watchers()
        self._logged_at = 0

    @classmethod
    def create(cls, path: Path | None, header: Header) -> Session:
        """A new session, in the lobby.

        Its log is made at `path`, or at `name 2`, `name 3`… where a file stands already; None
        keeps no log. A disk that fails raises nothing: see `trouble`. Raises `SetupError`.
        """
        lines: list[bytes] = []
        session = cls(header, Fold(header.lobby(), History(lines)), lines)
        if path is not None:
            session._writer = LogWriter.create(path, header, lines)
        return session

    @classmethod
    def open(cls, path: Path, decks: Mapping[str, str] | None = None) -> Session:
        """A session that was begun before, as it was at its last entry, with the time left.

        Where a clock ran or bells were not closed, everything stands still until Next. `decks`
        are the digests of the decks on disk now, by id: one that is not what is in play is
        noticed. Raises `LogError`.
        """
        path = followed(path)
        lock = FileLock(path)
        try:
            lock.acquire()
        except InUseError:
            raise LogError(path, LogFault.IN_USE) from None
        try:
            fold, reading = open_log(path)
        except BaseException:
            lock.release()
            raise
        session = cls(reading.header, fold, reading.lines)
        session.last_at = session._logged_at = reading.last_at
        session._day = last_day(reading.header.created, reading.entries)
        for entry in reading.entries:
            if isinstance(entry.action, Newer):
                session._pictures |= entry.action.picture_bytes()
        session._writer, notices = writer_of(reading, lock)
        session.notices = (*notices, *changed(session.state.content, decks or {}))
        if is_live(session.state) and session.state.held is None:
            session.dispatch(Hold(Held.RESUMED), reading.last_at, "resume")
        return session

    @property
    def state(self) -> State:
        """The session as it is now."""
        return self._fold.state

    @property
    def pictures(self) -> Mapping[str, bytes]:
        """Pictures of the decks in play by the name a card gives them, former ones too."""
        return self._pictures

    @property
    def path(self) -> Path | None:
        """Where its log is, or will be; None if none is kept."""
        return self._writer.path if self._writer else None

    @property
    def trouble(self) -> Trouble | None:
        """Why it is not being saved just now, as a sentence; None while all is well."""
        return self._writer.trouble if self._writer else None

    @property
    def can_undo(self) -> int:
        """Steps that can be undone."""
        return self._fold.can_undo

    @property
    def can_redo(self) -> int:
        """Steps that were undone and can be redone."""
        return self._fold.can_redo

    @property
    def done(self) -> list[int]:
        """Entries that are steps and stand, oldest first."""
        return self._fold.done

    @property
    def undone(self) -> list[int]:
        """Entries that are steps and can be redone, the next one first."""
        return self._fold.undone

    def subscribe(self, observer: Observer) -> Callable[[], None]:
        """Tell `observer` of every entry from now on; call what is returned to end that."""
        return self._watchers.add(observer)

    def dispatch(self, action: Action, at_ms: int, source: str = "") -> tuple[Event, ...]:
        """Do something: verified, appended to the log, made, told. Raises `IllegalAction`.

        `source` says where it came from: "key", "mouse", "timer". A time before the last one
        counts as the last one.
        """
        at = max(int(at_ms), self.last_at)
        fold = self._fold
        after, events = apply(fold.state, action, at)
        self._take(Entry(fold.n + 1, at, source, action, events, self._new_day()), after)
        return events

    def reload(
        self, content: Content, pictures: Mapping[str, bytes], at_ms: int, source: str = ""
    ) -> tuple[Event, ...]:
        """Go on with what the decks hold now; nothing happens where that is what they held.

        Content and pictures are as they were merged from the decks. It is an entry like any
        other, with all it takes to open the session elsewhere: undo brings the old content back,
        redo the new. Raises `IllegalAction`, or `SetupError` where there is no card.
        """
        newer = newer_of(self.state.content, content, self._pictures, pictures)
        if newer is None:
            return ()
        at = max(int(at_ms), self.last_at)
        fold = self._fold
        after, events = reload(fold.state, newer.content(fold.state.content), at)
        self._pictures |= newer.picture_bytes()
        self._take(Entry(fold.n + 1, at, source, newer, events, self._new_day()), after)
        return events

    def _new_day(self) -> str:
        """Today, where that is another day than of the entry before; else ""."""
        day = self.today()
        if day in ("", self._day):
            return ""
        self._day = day
        return day

    def _take(self, entry: Entry, after: State) -> None:
        """Log what was done, make it, tell it."""
        self._append(encode_entry(entry), entry.at)
        self._fold.take(entry, after)
        self._watchers.tell(entry, after)

    def undo(self, steps: int = 1, at_ms: int = 0, source: str = "") -> int:
        """Take back so many steps, or as many as there are; returns how many.

        A step is an entry that changed something of the game; pauses, holds and questions go
        along with the step before them. The state comes back as it was; where its clock ran or
        its bells were not closed, everything stands still until Next.
        """
        return self._jump(Undo(min(steps, self.can_undo)), at_ms, source)

    def redo(self, steps: int = 1, at_ms: int = 0, source: str = "") -> int:
        """Do again so many steps that were undone, or as many as there are; returns how many.

        A new step gives up what could have been redone; the log keeps it.
        """
        return self._jump(Redo(min(steps, self.can_redo)), at_ms, source)

    def go_to(self, n: int, at_ms: int, source: str = "") -> int:
        """Undo or redo to just after step `n` of the history; 0 is before the first one.

        Returns how many steps that took. Raises LookupError for an entry that is no step, or
        that a later step gave up.
        """
        way = self._fold.way_to(n)
        return self.undo(-way, at_ms, source) if way < 0 else self.redo(way, at_ms, source)

    def _jump(self, action: Undo | Redo, at_ms: int, source: str) -> int:
        if action.steps < 1:
            return 0
        at = max(int(at_ms), self.last_at)
        entry = Entry(self._fold.n + 1, at, source, action, ())
        after = self._fold.jump(action, entry.n, at)
        self._append(encode_jump(entry, after), at)
        self._watchers.tell(entry, after)
        return action.steps

    def beat(self, at_ms: int) -> None:
        """Note how far time has come, if that matters; call it as often as you like.

        It is what a session that was killed knows its time left by.
        """
        if at_ms - self._logged_at < BEAT_MS or self._writer is None:
            return
        state = self.state
        ticking = state.clock is not None and state.clock.running
        playing = state.phase is Phase.PLAY and at_ms - self._logged_at >= PLAY_BEAT_MS
        if state.held is not None or not (ticking or playing):
            return
        self.last_at = self._logged_at = at_ms
        self._writer.append_aside(encode_beat(at_ms, state))

    def move_to(self, folder: Path) -> Trouble | None:
        """Save in another folder from now on, the whole log; or say why that cannot be.

        The old file, if there is one, stays as it is.
        """
        header = self.header
        name = self.path.name if self.path else file_name(header.created, header.name)
        writer = LogWriter.create(folder / name, header, self._lines)
        if writer.trouble is not None:
            writer.close()
            return writer.trouble
        old, self._writer = self._writer, writer
        if old is not None:
            old.close()
        return None

    def wait_saved(self, seconds: float = 3.0) -> bool:
        """Wait until the disk keeps everything; False if it does not within so many seconds."""
        return self._writer is None or self._writer.wait(seconds)

    def close(self) -> bool:
        """Let go of the log; False if something could not be saved to the last."""
        return self._writer is None or self._writer.close()

    def _append(self, line: bytes, at: int) -> None:
        self.last_at = self._logged_at = at
        if self._writer is None:
            self._lines.append(line)
        else:
            self._writer.append(line)
