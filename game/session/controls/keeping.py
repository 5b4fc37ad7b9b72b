"""Controls of time: the clock, the plan, and holding everything."""

from __future__ import annotations

from collections.abc import Iterator

from game.i18n import _, ngettext
from game.rules.actions import (
    ChangeRule,
    EndPlay,
    ExtendClock,
    Hold,
    PauseClock,
    Release,
    ResumeClock,
    SetRounds,
    SetTimeLeft,
    StopClock,
)
from game.rules.aside import MOST_PLAY_MS
from game.rules.clocks import MOST_BREAK_MS, MOST_CLOCK_MS
from game.rules.pace import Offer as Way
from game.rules.pace import OfferKind, Pace, pace
from game.rules.ruleset import BOUNDS
from game.rules.state import Held
from game.session.controls.model import Control, ControlDoes, Field, Group
from game.session.controls.now import Now, whole_number
from game.session.telling import latestart, words

MORE_MS = 30_000
"""What one press adds to the clock."""
BREAK_MINUTES = 10
"""What a break is offered as."""
BREAK_MORE_MS = 5 * 60_000
"""What one press adds to a break."""
TALK_SECONDS = 90
"""Discussion time offered where clocks are switched on again."""


def of_clock(now: Now) -> Iterator[Control]:
    """The one clock, and clocks at all."""
    state = now.state
    left = words.clock(state.clock.left(now.at)) if state.clock is not None else ""
    if now.can(PauseClock):
        label = _("Let the clock stand")
        yield now.control(
            "pause-clock", Group.TIME, label, lambda _values: PauseClock(), value=left
        )
    if now.can(ResumeClock):
        label = _("Let the clock run")
        yield now.control(
            "resume-clock", Group.TIME, label, lambda _values: ResumeClock(), value=left
        )
    if now.can(ExtendClock):
        yield now.control(
            "more-time", Group.TIME, _("30 s more"), lambda _values: ExtendClock(MORE_MS)
        )
        yield now.control(
            "change-clock",
            Group.TIME,
            _("More or less time"),
            lambda given: ExtendClock(given["seconds"] * 1000),
            Field(
                "seconds",
                "number",
                _("Seconds"),
                low=-MOST_CLOCK_MS // 1000,
                high=MOST_CLOCK_MS // 1000,
            ),
        )
    if now.can(StopClock):
        label = _("No clock for this one")
        yield now.control("stop-clock", Group.TIME, label, lambda _values: StopClock())
    if now.can(ChangeRule):
        yield _timers(now)


def _timers(now: Now) -> Control:
    """Discussions with or without a clock, for the rest of the session."""
    seconds = now.state.rules.discuss_seconds
    if seconds:
        return now.control(
            "timers-off",
            Group.TIME,
            _("No clocks for discussions from now on"),
            lambda _values: ChangeRule("discuss_seconds", 0),
            value=_("on"),
        )
    return now.control(
        "timers-on",
        Group.TIME,
        _("Clocks for discussions again"),
        lambda given: ChangeRule("discuss_seconds", given["seconds"]),
        Field(
            "seconds",
            "number",
            _("Seconds"),
            low=1,
            high=BOUNDS["discuss_seconds"][1],
            value=str(TALK_SECONDS),
        ),
        value=_("off"),
    )


def of_plan(now: Now) -> Iterator[Control]:
    """How many rounds, the ways to win time, and the end of play."""
    state = now.state
    if now.can(SetRounds):
        yield now.control(
            "rounds",
            Group.TIME,
            _("Fewer or more rounds"),
            lambda given: SetRounds(given["rounds"]),
            whole_number(
                "rounds",
                _("Rounds in all"),
                now.domain(SetRounds, "rounds"),
                value=str(max(state.plan.rounds, state.round)),
            ),
            value=_("{round} of {rounds}").format(round=state.round, rounds=state.plan.rounds),
        )
    kept = pace(state, now.at)
    if now.can(SetTimeLeft) and kept is not None:
        limit = state.plan.play_ms > 0
        left = round(kept.play_left_ms / 60_000)
        yield now.control(
            "time-left",
            Group.TIME,
            _("Time left for play"),
            lambda given: SetTimeLeft(given["minutes"] * 60_000),
            Field(
                "minutes",
                "number",
                _("Minutes from now"),
                low=0,
                high=MOST_PLAY_MS // 60_000,
                value=str(left) if limit else "",
            ),
            value=words.clock(kept.play_left_ms) if limit else "",
        )
    if kept is not None:
        for way in kept.offers:
            if way.kind is not OfferKind.DEBRIEF:
                yield _offered(now, way, kept)
    if now.can(EndPlay):
        yield now.control(
            "end-play",
            Group.TIME,
            _("End play: straight to the debrief"),
            lambda _values: EndPlay(),
            danger=True,
        )


def _offered(now: Now, way: Way, kept: Pace) -> Control:
    """A way to win time, with what it would change."""
    minutes = max(1, round(way.saves_ms / 60_000))
    saves = ngettext("wins {n} minute", "wins up to {n} minutes", minutes).format(n=minutes)
    if way.kind is OfferKind.LATE_START:
        label = latestart.shorter(way)
        saves = latestart.instead(way, kept, now.state) or saves
    elif way.kind is OfferKind.FEWER_ROUNDS:
        label = ngettext("Play {n} round in all", "Play {n} rounds in all", way.rounds)
        label = label.format(n=way.rounds)
    else:
        assert isinstance(way.action, ChangeRule)
        label = _("Discuss for {time} at most").format(
            time=words.clock(int(way.action.value) * 1000)
        )
    id_ = f"offer-{way.kind.value.replace('_', '-')}"
    return now.control(id_, Group.TIME, label, lambda _values: way.action, value=saves)


def of_holding(now: Now) -> Iterator[Control]:
    """Everything stands still: a pause, a dark wall, a break, eyes here."""
    held = now.state.held
    if now.can(Release):
        label = _("Go on where it was")
        yield now.control("release", Group.HOLD, label, lambda _values: Release())
    if not now.can(Hold):
        return
    for id_, label, how in (
        ("pause", _("Pause everything"), Held.PAUSED),
        ("eyes", _("Eyes here"), Held.EYES),
        ("black", _("Black wall"), Held.BLACK),
        ("white", _("White wall"), Held.WHITE),
    ):
        if held is not how:
            yield now.control(id_, Group.HOLD, label, _hold(how))
    yield from _break(now)


def _hold(how: Held, ms: int = 0) -> ControlDoes:
    return lambda _values: Hold(how, ms)


def _break(now: Now) -> Iterator[Control]:
    state = now.state
    on = state.held is Held.BREAK
    left = max(0, state.held_until - now.at) if on and state.held_until else 0
    yield now.control(
        "break",
        Group.HOLD,
        _("Another length for the break") if on else _("A break"),
        lambda given: Hold(Held.BREAK, (given["minutes"] or 0) * 60_000),
        Field(
            "minutes",
            "number",
            _("Minutes from now"),
            low=0,
            high=MOST_BREAK_MS // 60_000,
            value=str(BREAK_MINUTES),
            required=False,
            hint=_("0: without an end"),
        ),
        value=words.clock(left) if on and state.held_until else "",
    )
    if on and state.held_until:
        longer = min(MOST_BREAK_MS, left + BREAK_MORE_MS)
        label = _("Break: 5 minutes more")
        yield now.control("break-longer", Group.HOLD, label, _hold(Held.BREAK, longer))
        if left > BREAK_MORE_MS:
            label = _("Break: 5 minutes less")
            shorter = _hold(Held.BREAK, left - BREAK_MORE_MS)
            yield now.control("break-shorter", Group.HOLD, label, shorter)
