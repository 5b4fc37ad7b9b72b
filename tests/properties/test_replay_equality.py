"""A log tells one story: replayed, undone, redone or opened again, it leads to the same state."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.actions import Action, Hold, RingBell
from game.rules.apply import apply, fell
from game.rules.clocks import is_live
from game.rules.draw import Chance, ReplayError
from game.rules.events import Event
from game.rules.state import Held, OnCard, Over, State, evolve
from game.session.codec import decode, encode
from game.session.entry import is_step
from game.session.fingerprint import fingerprint
from game.session.header import Header
from game.session.session import Session
from tests.properties.games import evening, lobbies, lobby, pick, seeds
from tests.session.evening import header

SAMPLES = settings(max_examples=16)


def header_of(start: State, **changes: Any) -> Header:
    """What a session in this lobby starts from."""
    return header(
        tuple((team.name, team.colour) for team in start.teams),
        seed=start.seed,
        content=start.content,
        board=start.board,
        plan=start.plan,
        template=start.template,
        earlier=start.earlier,
        **changes,
    )


def session_of(start: State, path: Path | None = None, **changes: Any) -> Session:
    """A session in this lobby, house rules included."""
    rules = vars(start.rules)
    return Session.create(path, header_of(start, rules=rules, **changes))


@contextmanager
def a_log() -> Iterator[Path]:
    """Where a log may be written; each example has a folder of its own."""
    with TemporaryDirectory() as folder:
        yield Path(folder) / "evening.cxsession"


def game_of(state: State) -> State:
    """The state without clock and hold: after undo and redo those stand until Next."""
    if isinstance(state.stage, OnCard):
        state = evolve(state, stage=evolve(state.stage, since=0))
    return evolve(state, clock=None, clock_ran=False, held=None, held_at=0, held_until=0, idle_ms=0)


class TestRules:
    @SAMPLES
    @given(lobbies(), seeds)
    def test_what_fell_and_the_seed_lead_to_the_same_states_and_events(
        self, start: State, seed: int
    ) -> None:
        recorded = drawn = start
        for moment in evening(start, seed):
            told = Chance.recorded(fell(moment.events))
            recorded, events = apply(recorded, moment.action, moment.at, told)
            told.finish()
            assert (recorded, events) == (moment.after, moment.events)
            drawn, events = apply(drawn, moment.action, moment.at)
            assert (drawn, events) == (moment.after, moment.events)
        assert fingerprint(recorded) == fingerprint(drawn)

    @SAMPLES
    @given(lobbies(), seeds)
    def test_a_replay_believes_the_log_not_the_seed(self, start: State, seed: int) -> None:
        replayed = evolve(start, seed=start.seed + 1)
        for moment in evening(start, seed):
            told = Chance.recorded(fell(moment.events))
            replayed, events = apply(replayed, moment.action, moment.at, told)
            assert events == moment.events
            assert evolve(replayed, seed=start.seed) == moment.after

    @SAMPLES
    @given(lobbies(), seeds)
    def test_a_log_that_holds_too_little_or_too_much_is_found_out(
        self, start: State, seed: int
    ) -> None:
        for before, action, at, events, _ in evening(start, seed, 80):
            draws = fell(events)
            with pytest.raises(ReplayError):
                apply(before, action, at, Chance.recorded((*draws, 0)))
            if draws:
                with pytest.raises(ReplayError):
                    apply(before, action, at, Chance.recorded(draws[:-1]))

    @SAMPLES
    @given(lobbies(), seeds)
    def test_every_state_survives_being_written_down(self, start: State, seed: int) -> None:
        for moment in evening(start, seed, 40):
            plain = json.loads(json.dumps(encode(moment.after)))
            assert decode(State, plain) == moment.after


@dataclass
class Stepped:
    """A step as a facilitator sees it: what undo returns to, and what redo returns to."""

    before: State
    after: State


class Timeline:
    """An evening with its way back and forth, kept beside the session by remembering states."""

    def __init__(self, session: Session, seed: int) -> None:
        self.session = session
        self.random = Random(seed)
        self.done: list[Stepped] = []
        self.undone: list[Stepped] = []
        self.at = 0

    def go_on(self, entries: int) -> None:
        """Do so many legal things."""
        for _ in range(entries):
            before = self.session.state
            if isinstance(before.stage, Over):
                return
            self.at += self.random.randint(0, self.random.choice((12, 900, 40_000)))
            action = pick(before, self.random, self.at)
            self._note(before, self.session.dispatch(action, self.at, "bot"))

    def _note(self, before: State, events: tuple[Event, ...]) -> None:
        after = self.session.state
        if is_step(events):
            self.undone.clear()
            self.done.append(Stepped(before, after))
        elif self.done:
            # A pause or a question goes along with the step before it.
            self.done[-1].after = after

    def undo(self, steps: int) -> None:
        """Take back so many steps, and see that they are."""
        self.at += 700
        there = min(steps, len(self.done))
        assert self.session.undo(steps, self.at) == there
        for _ in range(there):
            self.undone.append(self.done.pop())
        if there:
            assert game_of(self.session.state) == game_of(self.undone[-1].before)
        self._counts()

    def redo(self, steps: int) -> None:
        """Do so many steps again, and see that they are."""
        self.at += 700
        there = min(steps, len(self.undone))
        assert self.session.redo(steps, self.at) == there
        for _ in range(there):
            self.done.append(self.undone.pop())
        if there:
            assert game_of(self.session.state) == game_of(self.done[-1].after)
        self._counts()

    def _counts(self) -> None:
        assert self.session.can_undo == len(self.done)
        assert self.session.can_redo == len(self.undone)


jumps = st.lists(
    st.tuples(st.integers(0, 25), st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=6
)
"""(entries to go on, steps to undo, steps to redo), again and again."""


def wander(session: Session, seed: int, ways: list[tuple[int, int, int]]) -> Timeline:
    """Go on, back and forth."""
    timeline = Timeline(session, seed)
    timeline.go_on(30)
    for entries, back, forth in ways:
        timeline.go_on(entries)
        timeline.undo(back)
        timeline.redo(forth)
    return timeline


class TestSession:
    @SAMPLES
    @given(lobbies(), seeds, jumps)
    def test_undo_and_redo_of_any_length_lead_to_the_state_at_that_point(
        self, start: State, seed: int, ways: list[tuple[int, int, int]]
    ) -> None:
        timeline = wander(session_of(start), seed, ways)
        steps = timeline.session.can_undo
        timeline.undo(10_000)
        assert game_of(timeline.session.state) == game_of(start)
        timeline.redo(steps)

    @SAMPLES
    @given(lobbies(), seeds, jumps)
    def test_after_a_jump_no_clock_runs_and_live_bells_wait_for_next(
        self, start: State, seed: int, ways: list[tuple[int, int, int]]
    ) -> None:
        timeline = wander(session_of(start), seed, ways)
        if timeline.session.can_undo:
            timeline.undo(1)
            state = timeline.session.state
            assert state.clock is None or not state.clock.running
            assert state.held is not None or not is_live(state)

    @SAMPLES
    @given(lobbies(), seeds, jumps)
    def test_opened_again_it_is_where_it_was(
        self, start: State, seed: int, ways: list[tuple[int, int, int]]
    ) -> None:
        with a_log() as path:
            live = session_of(start, path)
            wander(live, seed, ways)
            live.close()
            again = Session.open(path)
            again.close()
            assert again.notices == ()
            assert (again.can_undo, again.can_redo) == (live.can_undo, live.can_redo)
            assert again.last_at == live.last_at
            stands = live.state
            if is_live(stands) and stands.held is None:
                stands, _ = apply(stands, Hold(Held.RESUMED), live.last_at)
            assert again.state == stands
            assert fingerprint(again.state) == fingerprint(stands)

    @SAMPLES
    @given(lobbies(), seeds, jumps, st.integers(1, 30))
    def test_opened_again_it_undoes_and_redoes_the_same(
        self, start: State, seed: int, ways: list[tuple[int, int, int]], steps: int
    ) -> None:
        with a_log() as path:
            live = session_of(start, path)
            wander(live, seed, ways)
            live.close()
            kept = session_of(start)
            wander(kept, seed, ways)
            again = Session.open(path)
            at = kept.last_at + 100
            assert again.undo(steps, at) == kept.undo(steps, at)
            assert game_of(again.state) == game_of(kept.state)
            assert again.redo(steps, at) == kept.redo(steps, at)
            assert game_of(again.state) == game_of(kept.state)
            again.close()


def moved(action: Action, later: int) -> Action:
    """The same action of an evening that began so many ms later."""
    return RingBell(action.team, action.at + later) if isinstance(action, RingBell) else action


def timeless(line: bytes) -> Any:
    """A line of the log without its times."""

    def without(plain: Any) -> Any:
        if isinstance(plain, dict):
            return {
                key: without(value)
                for key, value in plain.items()
                if key not in ("at", "until", "created")
            }
        return [without(one) for one in plain] if isinstance(plain, list) else plain

    return without(json.loads(line))


class TestSameSeed:
    @SAMPLES
    @given(lobbies(), seeds, st.integers(1, 5_000_000))
    def test_the_same_seed_and_actions_give_the_same_log(
        self, start: State, seed: int, later: int
    ) -> None:
        logs: list[list[bytes]] = []
        story = list(evening(start, seed, 100))
        for created, offset in (
            ("2026-03-14T19:30:00+01:00", 0),
            ("2026-03-14T19:30:00+01:00", 0),
            ("2027-01-02T08:00:00+01:00", later),
        ):
            with a_log() as path:
                session = session_of(start, path, created=created)
                for moment in story:
                    session.dispatch(moved(moment.action, offset), moment.at + offset, "key")
                session.close()
                logs.append(path.read_bytes().splitlines())
        first, same, other = logs
        assert same == first
        assert len(first) > len(story)
        for one, two in zip(first, other, strict=True):
            assert timeless(one) == timeless(two)

    def test_another_seed_gives_another(self) -> None:
        # Or the seed would not be what decides.
        start = lobby(4)
        stories = set()
        for seed in range(5):
            state = evolve(start, seed=seed)
            stories.add(tuple(event for moment in evening(state, 1, 5) for event in moment.events))
        assert len(stories) == 5

    def test_evenings_like_these_are_worth_replaying(self) -> None:
        draws = sum(
            len(fell(moment.events)) > 0
            for number in range(10)
            for moment in evening(lobby(number), number)
        )
        assert draws > 100
