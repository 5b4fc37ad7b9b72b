"""What lies on the table: teams, the clock and the bells."""

from __future__ import annotations

from enum import StrEnum

from game.rules.frozen import evolve, frozen

COLOURS = ("orange", "sky", "green", "yellow", "blue", "rust", "pink", "ink")
"""The eight team colours; each has a shape of its own, so colour never stands alone."""


@frozen(kw_only=True)
class Team:
    """One team and all it has."""

    id: int
    """Given once, never used again after the team has left."""
    name: str
    colour: str
    """One of COLOURS."""
    position: int = 0
    """Index of the space its pawn stands on; 0 throughout when playing together."""
    laps: int = 0
    """How often it passed start forward, less the times it was taken back over it."""
    customers: int = 0
    """Happy customers: the score."""
    meters: tuple[tuple[str, int], ...] = ()
    tokens: int = 0
    """Other-view tokens left."""
    passes: int = 0
    """Passes left."""
    persona: str = ""
    turns: int = 0
    """Turns taken (one by one) or cards answered (together)."""
    views_won: int = 0
    """Other views that won something."""
    bells_won: int = 0
    """Bell cards answered rightly."""
    agreed: int = 0
    """How often it was in the largest camp of an `everyone` choice."""

    def meter(self, meter: str) -> int:
        """What this team has gathered on a meter; 0 if nothing yet."""
        return dict(self.meters).get(meter, 0)


class ClockFor(StrEnum):
    """What the one clock is counting down for."""

    DISCUSS = "discuss"
    BELL = "bell"
    """Bells stay open until it ends; never drawn, since teams must react, not anticipate."""
    ANSWER = "answer"
    """The team that rang must speak."""
    ARGUE = "argue"
    """Another view is being argued."""
    DEBRIEF = "debrief"
    """A question of the debrief, or the writing of plans."""


@frozen(kw_only=True)
class Clock:
    """A countdown, held in one place: what was left, and since when it runs."""

    purpose: ClockFor
    total_ms: int
    left_ms: int
    """Left at `since`, or left for good while it stands."""
    since: int | None = None
    """Running since then; None while it stands still."""

    def left(self, at: int) -> int:
        """Milliseconds left at that time, never below 0."""
        if self.since is None:
            return self.left_ms
        return max(0, self.left_ms - (at - self.since))

    @property
    def running(self) -> bool:
        """True while it counts down."""
        return self.since is not None

    def stopped(self, at: int) -> Clock:
        """The same clock standing still, with what was left at that time."""
        return self if self.since is None else evolve(self, left_ms=self.left(at), since=None)

    def started(self, at: int) -> Clock:
        """The same clock running from that time."""
        return self if self.since is not None else evolve(self, since=at)


class BellPhase(StrEnum):
    """Closed → armed (the card is being read) → open → taken → closed."""

    CLOSED = "closed"
    ARMED = "armed"
    OPEN = "open"
    TAKEN = "taken"


@frozen(kw_only=True)
class Ring:
    """A bell that was heard, and when."""

    team: int
    at: int


@frozen(kw_only=True)
class Bell:
    """The bells of all teams, as far as this card concerns them."""

    phase: BellPhase
    eligible: tuple[int, ...]
    """Teams that may ring."""
    rings: tuple[Ring, ...] = ()
    """Since the bells opened, in order of arrival, one a team."""
    winner: int | None = None
    together: int = 0
    """How many rang together with the first, the first included; the draw decided if over 1."""
    out: tuple[int, ...] = ()
    """Teams that answered this card already, wrongly."""
    locked: tuple[tuple[int, int], ...] = ()
    """(team, until): rang too early and cannot ring before `until`, in ms."""

    def locked_until(self, team: int) -> int:
        """When the lock-out of a team ends, in ms; 0 if it has none."""
        return dict(self.locked).get(team, 0)

    @property
    def runners_up(self) -> tuple[tuple[int, int], ...]:
        """(team, ms after the first ring) of those heard clearly after the winner."""
        return tuple((r.team, r.at - self.rings[0].at) for r in self.rings[self.together :])
