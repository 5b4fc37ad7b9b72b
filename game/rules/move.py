"""One move being made: the state so far, what has happened, and chance.

Only `apply` makes one, and only for the length of a call: outside, states
stay frozen.
"""

from __future__ import annotations

from typing import Any

from game.rules.cards import MeterEffects
from game.rules.draw import Chance
from game.rules.events import ClockSet, Event, MeterMoved, Scored
from game.rules.state import Clock, ClockFor, Gain, OnCard, State, Team, Why, evolve


class Move:
    """Collects changes and events; `at` is the time of the action in ms."""

    def __init__(self, state: State, at: int, chance: Chance) -> None:
        self.state = state
        self.at = at
        self.chance = chance
        self.events: list[Event] = []

    def say(self, event: Event) -> None:
        """Record what happened."""
        self.events.append(event)

    def set(self, **changes: Any) -> None:
        """Change fields of the state."""
        self.state = evolve(self.state, **changes)

    def stage(self, **changes: Any) -> None:
        """Change fields of the stage."""
        self.state = evolve(self.state, stage=evolve(self.state.stage, **changes))

    @property
    def on_card(self) -> OnCard:
        """The stage, known to be a card."""
        stage = self.state.stage
        assert isinstance(stage, OnCard)
        return stage

    def team(self, team_id: int, **changes: Any) -> None:
        """Change fields of a team."""
        self.set(teams=tuple(evolve(team, **changes) if team.id == team_id else team
                             for team in self.state.teams))

    def score(self, team_id: int, points: int, why: Why, reason: str = "") -> int:
        """Give (or take) customers, never below the floor; returns what was applied."""
        team = self.state.team(team_id)
        applied = points
        if self.state.rules.floor_at_zero:
            # A score that is below 0 already (the rule changed) may still rise.
            applied = max(points, min(0, -team.customers))
        if applied:
            self.team(team_id, customers=team.customers + applied)
        self.say(Scored(team_id, points, applied, why, reason))
        stage = self.state.stage
        if isinstance(stage, OnCard) and why is not Why.ADJUSTED:
            gain = Gain(team=team_id, asked=points, applied=applied, why=why)
            self.stage(gains=(*stage.gains, gain))
        return applied

    def move_meters(self, team_id: int, effects: MeterEffects) -> None:
        """Move a team's meters."""
        if not effects:
            return
        meters = dict(self.state.team(team_id).meters)
        for meter, by in effects:
            if by:
                meters[meter] = meters.get(meter, 0) + by
                self.say(MeterMoved(team_id, meter, by))
        self.team(team_id, meters=tuple(sorted(meters.items())))

    def start_clock(self, purpose: ClockFor, seconds: int) -> None:
        """Set the one clock; 0 seconds is no clock. It stands while everything is held."""
        if seconds <= 0:
            self.clear_clock()
            return
        ms = seconds * 1000
        held = self.state.held is not None
        self.set(clock=Clock(purpose=purpose, total_ms=ms, left_ms=ms,
                             since=None if held else self.at), clock_ran=held)
        self.say(ClockSet(ms, not held))

    def clear_clock(self) -> None:
        """Take the clock away."""
        if self.state.clock is not None:
            self.set(clock=None)
            self.say(ClockSet(None, False))

    def ids(self) -> tuple[int, ...]:
        """Ids of all teams, in order of turns."""
        return tuple(team.id for team in self.state.teams)

    def active_team(self) -> Team:
        """The team whose turn it is."""
        return self.state.team(self.state.active)
