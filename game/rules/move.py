"""One move being made: the state so far, what has happened, and chance.

Only `apply` makes one, and only for the length of a call. A move changes a
copy of the state that nobody else has seen yet; outside, states stay frozen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any

from game.rules.cards import MeterEffects
from game.rules.draw import Chance
from game.rules.events import ClockSet, Event, MeterMoved, Scored
from game.rules.frozen import copied
from game.rules.state import Clock, ClockFor, Gain, OnCard, State, Team, Why, evolve

_new = object.__new__
_ID = attrgetter("id")
_ADJUSTED = Why.ADJUSTED


class Move:
    """Collects changes and events; `at` is the time of the action in ms."""

    __slots__ = ("_chance", "_fields", "_stage", "at", "events", "state")

    def __init__(self, state: State, at: int, chance: Chance | None = None) -> None:
        self.state = new = _new(State)
        """The working copy: what is read from it later has the changes made since."""
        fields = new.__dict__
        fields |= state.__dict__
        self._fields = fields
        self.at = at
        self.events: list[Event] = []
        """What has happened so far."""
        self._chance = chance
        self._stage: object = None
        """The copy of the stage this move has made and may change; None while it has made none."""

    @property
    def chance(self) -> Chance:
        """What the dice and shuffles of this move come from; most moves have none."""
        if self._chance is None:
            self._chance = Chance(self.state.seed, self.state.draws)
        return self._chance

    def done(self) -> tuple[State, tuple[Event, ...]]:
        """The new state and what happened. Raises ReplayError."""
        if self._chance is not None:
            self._chance.finish()
            self.set(draws=self._chance.counter)
        return self.state, tuple(self.events)

    def set(self, **changes: Any) -> None:
        """Change fields of the state."""
        # Merging into a local name: into the attribute, it would be stored back there as well.
        fields = self._fields
        fields |= changes

    def stage(self, **changes: Any) -> None:
        """Change fields of the stage."""
        stage = self.state.stage
        if stage is not self._stage:
            self._stage = stage = copied(stage)
            self._fields["stage"] = stage
        own = stage.__dict__
        own |= changes

    def change_stage(self, changes: Mapping[str, Any]) -> None:
        """As `stage`, for changes in a mapping: as keywords, they would be copied once more."""
        # The lines of `stage` once more: it runs several times a card, and a call costs as much.
        stage = self.state.stage
        if stage is not self._stage:
            self._stage = stage = copied(stage)
            self._fields["stage"] = stage
        own = stage.__dict__
        own |= changes

    @property
    def on_card(self) -> OnCard:
        """The stage, known to be a card."""
        stage = self.state.stage
        assert isinstance(stage, OnCard)
        return stage

    def team(self, team_id: int, **changes: Any) -> None:
        """Change fields of a team."""
        teams = list(self.state.teams)
        for i, team in enumerate(teams):
            if team.id == team_id:
                teams[i] = evolve(team, **changes)
                break
        self._fields["teams"] = tuple(teams)

    def score(
        self, team_id: int, points: int, why: Why, *, reason: str = "", meters: MeterEffects = ()
    ) -> None:
        """Give (or take) customers, as `pay` does for many teams."""
        self.pay(((team_id, points, meters),), why, reason)

    def pay(
        self, shares: Iterable[tuple[int, int, MeterEffects]], why: Why, reason: str = ""
    ) -> None:
        """Give (or take) each (team id, points, meters that move along).

        Scores never sink below the floor: `Scored` tells what was asked and what was applied.
        """
        state = self.state
        teams = {team.id: team for team in state.teams}
        gains = []
        for team_id, points, meters in shares:
            team = teams[team_id]
            applied = points
            if points < 0 and state.rules.floor_at_zero:
                # A score that is below 0 already (the rule changed) is left there.
                applied = max(points, min(0, -team.customers))
            self.events.append(Scored(team_id, points, applied, why, reason))
            gains.append(Gain(team_id, points, applied, why))
            if meters:
                teams[team_id] = evolve(
                    team, customers=team.customers + applied, meters=self._moved(team, meters)
                )
            elif applied:
                teams[team_id] = evolve(team, customers=team.customers + applied)
        self._fields["teams"] = tuple(teams.values())
        stage = state.stage
        if why is not _ADJUSTED and isinstance(stage, OnCard):
            self.stage(gains=(*stage.gains, *gains))

    def _moved(self, team: Team, effects: MeterEffects) -> tuple[tuple[str, int], ...]:
        """A team's meters after these effects."""
        meters = dict(team.meters)
        for meter, by in effects:
            if by:
                meters[meter] = meters.get(meter, 0) + by
                self.events.append(MeterMoved(team.id, meter, by))
        return tuple(sorted(meters.items()))

    def start_clock(self, purpose: ClockFor, seconds: int) -> None:
        """Set the one clock; 0 seconds is no clock. It stands while everything is held."""
        if seconds <= 0:
            self.clear_clock()
            return
        ms = seconds * 1000
        held = self.state.held is not None
        self.set(
            clock=Clock(purpose=purpose, total_ms=ms, left_ms=ms, since=None if held else self.at),
            clock_ran=held,
        )
        self.events.append(ClockSet(ms, not held))

    def clear_clock(self) -> None:
        """Take the clock away."""
        if self.state.clock is not None:
            self.set(clock=None, clock_ran=False)
            self.events.append(ClockSet(None, False))

    def ids(self) -> tuple[int, ...]:
        """Ids of all teams, in order of turns."""
        return tuple(map(_ID, self.state.teams))

    def active_team(self) -> Team:
        """The team whose turn it is."""
        return self.state.team(self.state.active)
