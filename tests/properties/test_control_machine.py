"""Play and every correction in any order, against a model that only remembers states.

The model knows nothing of rules: it keeps the state after each step, and what a score must be
after customers were given or taken. Whatever is done in between, undo and redo lead to exactly
what was there, everything held comes back as it was, and the log tells the same story.
"""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from game.rules.actions import (
    Action,
    Adjust,
    CloseBells,
    Hold,
    MarkBell,
    Next,
    OpenBells,
    PutNext,
    Release,
    ResetBells,
    RingBell,
)
from game.rules.cards import Play
from game.rules.clocks import MOST_BREAK_MS
from game.rules.legal import offers_of
from game.rules.state import BellPhase, Held, OnCard, Over, State, evolve
from game.session.controls import Control, ControlError, Group, Jump, build, controls
from game.session.entry import is_step
from game.session.fold import Fold
from game.session.history import history
from game.session.session import Session
from tests.properties.games import by_the_table, lobby, pick, seeds
from tests.properties.test_replay_equality import game_of, session_of
from tests.session.test_controls import filled

BELLS: tuple[type[Action], ...] = (OpenBells, RingBell, RingBell, CloseBells, ResetBells, MarkBell)
APART = ("end-play",)
"""What leaves little to do afterwards has a rule of its own."""
CORRECTING = (Group.CARD, Group.BELL, Group.SCORE, Group.TEAMS, Group.TIME, Group.HOLD, Group.RULES)


class Evening(RuleBasedStateMachine):
    """An evening on which nothing goes as planned."""

    session: Session
    at = 0

    @initialize(number=seeds)
    def sit_down(self, number: int) -> None:
        self.start = lobby(number)
        self.session = session_of(self.start)
        self.done: list[int] = []
        self.undone: list[int] = []
        self.after: dict[int, State] = {0: self.start}
        # In the lobby there is little to put right.
        self.play_on(number, 10 + number % 40)

    @property
    def state(self) -> State:
        return self.session.state

    def do(self, action: Action) -> None:
        """One action, noted by the model."""
        events = self.session.dispatch(action, self.at, "test")
        n = len(self.session.history)
        if is_step(events):
            self.undone.clear()
            self.done.append(n)
        here = self.done[-1] if self.done else 0
        if self.done:
            self.after[here] = self.state

    def see(self, n: int) -> None:
        """The session is just after step `n`, clocks and holds aside."""
        assert game_of(self.state) == game_of(self.after[n])

    # -- time goes by, the table plays

    @rule(ms=st.sampled_from((0, 5, 900, 40_000)))
    def wait(self, ms: int) -> None:
        self.at += ms

    @rule(seed=seeds, actions=st.integers(1, 8))
    def play_on(self, seed: int, actions: int) -> None:
        random = Random(seed)
        for _ in range(actions):
            if isinstance(self.state.stage, Over):
                return
            self.at += random.choice((0, 7, 3_000, 30_000))
            self.do(pick(self.state, random, self.at, by_the_table))

    # -- everything the facilitator can put right

    def offered(self, group: Group) -> list[Control]:
        session = self.session
        found = controls(self.state, session.can_undo, session.can_redo, self.at)
        return [control for control in found if control.group is group]

    @rule(seed=seeds, groups=st.lists(st.sampled_from(CORRECTING), min_size=1, max_size=6))
    def correct(self, seed: int, groups: list[Group]) -> None:
        random = Random(seed)
        for group in groups:
            offered = [one for one in self.offered(group) if one.id not in APART]
            if offered:
                self.press(random.choice(offered), random)
            self.play_on(random.getrandbits(32), random.randint(0, 3))

    def press(self, control: Control, random: Random) -> None:
        """Fill a control in as it says, and do it."""
        values = {field.name: filled(field, random) for field in control.fields}
        try:
            action = build(control, values, self.at)
        except ControlError:
            return  # a change of mind to what the team has already
        assert not isinstance(action, Jump)
        self.do(action)

    @rule(seed=seeds, presses=st.lists(st.sampled_from(BELLS), min_size=1, max_size=8))
    def at_the_bells(self, seed: int, presses: list[type[Action]]) -> None:
        """A bell card is chosen, and its bells opened, rung, closed and reset in any order."""
        random = Random(seed)
        chosen = [card.id for card in self.state.content.cards if card.play is Play.BELL]
        if chosen and offers_of(self.state, PutNext) and not self.has_bells():
            self.do(PutNext(random.choice(chosen)))
            for _ in range(8):
                if self.has_bells() or isinstance(self.state.stage, Over):
                    break
                self.do(Next())
        for kind in presses:
            self.at += random.choice((0, 3, 400, 2_500))
            offers = offers_of(self.state, kind)
            if not offers or not self.has_bells():
                continue
            action = random.choice(offers).sample(random)
            self.do(RingBell(action.team, self.at) if isinstance(action, RingBell) else action)
            self.rung_as_asked(action)
            if random.random() < 0.3 and self.state.held is None:
                self.hold_a_while(Held.EYES, 0, 70_000, by_next=False)

    def has_bells(self) -> bool:
        stage = self.state.stage
        return isinstance(stage, OnCard) and stage.bell is not None

    def rung_as_asked(self, action: Action) -> None:
        stage = self.state.stage
        assert isinstance(stage, OnCard)
        bell = stage.bell
        assert bell is not None
        match action:
            case OpenBells():
                assert (bell.phase, bell.winner) == (BellPhase.OPEN, None)
            case CloseBells():
                assert (bell.phase, self.state.clock) == (BellPhase.CLOSED, None)
            case ResetBells():
                assert (bell.rings, bell.locked, bell.winner) == ((), (), None)
                assert stage.viewer is None

    @precondition(lambda self: self.state.round > 1)
    @rule()
    def end_play(self) -> None:
        for control in self.offered(Group.TIME):
            if control.id == "end-play":
                self.press(control, Random(0))

    @rule(seed=seeds, points=st.integers(-99, 99))
    def give_or_take(self, seed: int, points: int) -> None:
        if not offers_of(self.state, Adjust):
            return
        team = Random(seed).choice(self.state.teams)
        self.do(Adjust(team.id, points, "a slip"))
        had = team.customers
        wanted = had + points
        if self.state.rules.floor_at_zero and points < 0:
            wanted = max(wanted, min(0, had))
        assert self.state.team(team.id).customers == wanted
        here = self.done[-1]
        self.back(1)
        assert self.state.team(team.id).customers == had
        self.forth(1)
        assert self.state.team(team.id).customers == wanted
        self.see(here)

    # -- back and forth

    @rule(steps=st.integers(1, 12))
    def back(self, steps: int) -> None:
        there = min(steps, len(self.done))
        assert self.session.undo(steps, self.at) == there
        for _ in range(there):
            self.undone.append(self.done.pop())
        if there:
            self.see(self.done[-1] if self.done else 0)

    @rule(steps=st.integers(1, 12))
    def forth(self, steps: int) -> None:
        there = min(steps, len(self.undone))
        assert self.session.redo(steps, self.at) == there
        for _ in range(there):
            self.done.append(self.undone.pop())
        if there:
            self.see(self.done[-1])

    @rule(seed=seeds, stay=st.booleans())
    def go_anywhere(self, seed: int, stay: bool) -> None:
        steps = history(self.session)
        assert [step.n for step in steps] == [0, *self.done, *reversed(self.undone)]
        assert [step.n for step in steps if step.here] == [self.done[-1] if self.done else 0]
        assert [step.n for step in steps if not step.done] == self.undone[::-1]
        here, there = self.here(), Random(seed).choice(steps).n
        self.go(there)
        if not stay:
            self.go(here)

    def here(self) -> int:
        return self.done[-1] if self.done else 0

    def go(self, n: int) -> None:
        self.session.go_to(n, self.at, "test")
        while self.done and self.done[-1] > n:
            self.undone.append(self.done.pop())
        while self.undone and self.undone[-1] <= n:
            self.done.append(self.undone.pop())
        assert self.here() == n
        self.see(n)

    # -- holding

    @precondition(lambda self: self.state.held is None and not isinstance(self.state.stage, Over))
    @rule(
        how=st.sampled_from([how for how in Held if how is not Held.BREAK]),
        ms=st.sampled_from((0, 60_000, MOST_BREAK_MS)),
        wait=st.integers(0, 4 * 3_600_000),
        by_next=st.booleans(),
    )
    def hold(self, how: Held, ms: int, wait: int, by_next: bool) -> None:
        self.hold_a_while(how, ms, wait, by_next)

    def hold_a_while(self, how: Held, ms: int, wait: int, by_next: bool) -> None:
        before, began = self.state, self.at
        left = before.clock.left(began) if before.clock else None
        self.do(Hold(how))
        if ms:
            self.do(Hold(Held.BREAK, ms))
            assert self.state.held_until == self.at + ms
        self.at += wait
        assert self.state.clock is None or self.state.clock.left(self.at) == left
        assert self.state.held is not None, "a break does not end by itself"
        self.do(Next() if by_next else Release())
        after = self.state
        assert (after.clock.left(self.at) if after.clock else None) == left
        assert after.play_elapsed(self.at) == before.play_elapsed(began)
        assert bells_apart(after) == bells_apart(before)
        assert locks_left(after, self.at) == locks_left(before, began)

    # -- what holds at every moment

    @invariant()
    def counts(self) -> None:
        if hasattr(self, "done"):
            assert self.session.can_undo == len(self.done)
            assert self.session.can_redo == len(self.undone)

    @invariant()
    def held_is_held(self) -> None:
        if not hasattr(self, "done") or self.state.held is None:
            return
        assert self.state.clock is None or not self.state.clock.running
        assert not offers_of(self.state, RingBell)

    @invariant()
    def closed_bells_stay_silent(self) -> None:
        stage = self.state.stage if hasattr(self, "done") else None
        bell = stage.bell if isinstance(stage, OnCard) else None
        if bell is not None and bell.phase is BellPhase.CLOSED:
            assert not offers_of(self.state, RingBell)

    @invariant()
    def every_card_lies_somewhere_once(self) -> None:
        if not hasattr(self, "done") or not self.state.piles:
            return
        lies = Counter(card for pile in self.state.piles for card in (*pile.cards, *pile.played))
        stage = self.state.stage
        if isinstance(stage, OnCard):
            lies[stage.card] += stage.card not in lies
        assert set(lies.values()) <= {1}
        assert {card.id for card in self.state.content.cards} <= set(lies)

    def teardown(self) -> None:
        if not hasattr(self, "done"):
            return
        lines = list(self.session.history)
        fold = Fold(self.start, self.session.history)
        for entry in lines:
            fold.follow(entry)
        assert fold.differs == 0
        assert fold.state == self.state
        assert (fold.done, fold.undone) == (self.session.done, self.session.undone)


def bells_apart(state: State) -> State:
    """The state without what a hold leaves on clocks, and on the times of rings and lock-outs."""
    stage = state.stage
    bell = stage.bell if isinstance(stage, OnCard) else None
    plain = evolve(state, clock=None, idle_ms=0, held_at=0, clock_ran=False)
    if bell is None or not isinstance(stage, OnCard):
        return plain
    rung = tuple(evolve(ring, at=ring.at - bell.rings[0].at) for ring in bell.rings)
    return evolve(plain, stage=evolve(stage, bell=evolve(bell, rings=rung, locked=())))


def locks_left(state: State, at: int) -> dict[int, int]:
    """How long each team is still locked out."""
    stage = state.stage
    bell = stage.bell if isinstance(stage, OnCard) else None
    locked = bell.locked if bell is not None else ()
    return {team: until - at for team, until in locked if until > at}


TestEvening = Evening.TestCase
TestEvening.settings = settings(max_examples=15, stateful_step_count=30)
