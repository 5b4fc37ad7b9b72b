"""What moves over the board after an event: the die, pawns that hop, customers that fly.

A parade is made once from events and then only asked: where is everything at this moment?
Its parts run one after another; pawns that one effect moves walk at the same time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from game.rules.events import Event, PawnMoved, Rolled, Scored, Swapped
from game.rules.state import State, Why
from game.screens.kit import motion
from game.screens.kit.board import Standing
from game.screens.kit.motion import DIE, LANDING, POINTS, POINTS_APART_MS, Motion, Tween, Walk
from game.screens.scenes.boardview import customer_key, pawns_of

FLY = Motion(400, motion.inout)
"""Pawns that change places, or begin the road again."""
POINTS_WITHIN_MS = 800.0


@dataclass(frozen=True)
class Roll:
    """The die tumbles, and settles on what fell."""

    tween: Tween
    pips: int


@dataclass(frozen=True)
class Step:
    """One pawn on its way: hopping along the road, or flying straight."""

    key: str
    start: int
    spaces: int
    """Signed: backwards below 0. For a flight, the space it ends on is `goal`."""
    goal: int
    walk: Walk | None
    flight: Tween | None = None

    @property
    def end_ms(self) -> float:
        """When it stands."""
        if self.walk is not None:
            return self.walk.end_ms
        assert self.flight is not None
        return self.flight.end_ms


@dataclass(frozen=True)
class Walks:
    """Pawns that move at the same time."""

    start_ms: float
    steps: tuple[Step, ...]
    rolled: bool = False
    """It follows from the die, and leaves a trail."""

    @property
    def end_ms(self) -> float:
        """When the last of them stands."""
        return max(step.end_ms for step in self.steps)


@dataclass(frozen=True)
class Ring:
    """The ring grows round the space walked to."""

    tween: Tween
    space: int


@dataclass(frozen=True)
class Flight:
    """A happy customer on its way to a team, or away from it."""

    team: int
    tween: Tween
    leaves: bool


@dataclass(frozen=True)
class Faces:
    """Customers that fly at the same time; scores change when all have arrived."""

    flights: tuple[Flight, ...]
    start_space: bool
    """They come from the start space, not from the plate."""
    gains: tuple[tuple[int, int], ...]
    """(team, how many came; below 0 how many went)."""

    @property
    def end_ms(self) -> float:
        """When the last has arrived."""
        return max(flight.tween.end_ms for flight in self.flights)


@dataclass
class Parade:
    """All of it, in order of time."""

    start_ms: float
    end_ms: float
    pawns: list[Standing]
    """Where everybody stood before."""
    roll: Roll | None = None
    walks: list[Walks] = field(default_factory=list)
    ring: Ring | None = None
    faces: list[Faces] = field(default_factory=list)

    def begun(self, now: float) -> bool:
        """Something moves by now."""
        return now >= self.start_ms

    def running(self, now: float) -> bool:
        """Something is still to move."""
        return now < self.end_ms

    def standing(self, now: float) -> dict[str, int]:
        """The space of every pawn that is not on its way now."""
        spaces = {pawn.key: pawn.space for pawn in self.pawns}
        for walks in self.walks:
            for step in walks.steps:
                if now >= step.end_ms:
                    spaces[step.key] = step.goal
                elif now >= walks.start_ms:
                    spaces.pop(step.key, None)
        return spaces

    def underway(self, now: float) -> Walks | None:
        """The pawns that walk now."""
        return next((w for w in self.walks if w.start_ms <= now < w.end_ms), None)

    def at_rest(self, walks: Walks, *, after: bool) -> dict[str, int]:
        """Where all pawns stand before these walks, or after them."""
        spaces = {pawn.key: pawn.space for pawn in self.pawns}
        for each in self.walks:
            if each is walks and not after:
                break
            spaces.update({step.key: step.goal for step in each.steps})
            if each is walks:
                break
        return spaces

    def due(self, now: float) -> dict[int, int]:
        """What teams have won or lost already that has not arrived yet, by their ids."""
        owed: dict[int, int] = {}
        for group in self.faces:
            if now < group.end_ms:
                for team, n in group.gains:
                    owed[team] = owed.get(team, 0) + n
        return owed

    def rolling(self, now: float) -> bool:
        """The die has not settled yet."""
        return self.roll is not None and not self.roll.tween.done(now)

    def walking(self, now: float) -> bool:
        """The die's walk has not ended yet: what comes next is not said before."""
        return any(w.rolled and now < w.end_ms for w in self.walks)


def parade(before: State, after: State, events: Sequence[Event], start_ms: float) -> Parade | None:
    """What these events set in motion; None if nothing."""
    made = Parade(start_ms, start_ms, _pawns_before(before, after))
    now = start_ms
    spaces = {pawn.key: pawn.space for pawn in made.pawns}
    rolled = False
    size = len(after.board.spaces)
    for group in _groups(events, before):
        match group[0]:
            case Rolled(pips=pips):
                rolled = True
                if after.rules.die > 1:
                    made.roll = Roll(motion.tween(now, DIE), pips)
                    now = made.roll.tween.end_ms
            case PawnMoved():
                moved = [e for e in group if isinstance(e, PawnMoved)]
                walks = _walks(moved, before, spaces, now, size, after.board.loop, rolled)
                for walk in walks:
                    made.walks.append(walk)
                    now = walk.end_ms
                if rolled and walks:
                    goal = walks[-1].steps[0].goal
                    made.ring = Ring(motion.tween(now, LANDING), goal)
                    now = made.ring.tween.end_ms
            case Swapped(team=team, other=other):
                flight = motion.tween(now, FLY)
                one, two = _key(before, team), _key(before, other)
                made.walks.append(
                    Walks(
                        now,
                        (
                            Step(one, spaces[one], 0, spaces[two], None, flight),
                            Step(two, spaces[two], 0, spaces[one], None, flight),
                        ),
                    )
                )
                spaces[one], spaces[two] = spaces[two], spaces[one]
                now = flight.end_ms
            case Scored(why=why):
                scored = [e for e in group if isinstance(e, Scored)]
                faces = _faces(scored, now, why is Why.START)
                made.faces.append(faces)
                now = faces.end_ms
    made.end_ms = now
    return made if now > start_ms else None


def _pawns_before(before: State, after: State) -> list[Standing]:
    """Where pawns stood, in the colours they wear now; who has just come stands already."""
    if after.rules.together:
        return [Standing(customer_key(before), before.customer.position)]
    was = {team.id: team.position for team in before.teams}
    return [
        Standing(pawn.key, was.get(team.id, pawn.space))
        for team, pawn in zip(after.teams, pawns_of(after), strict=True)
    ]


def _groups(events: Iterable[Event], before: State) -> list[list[Event]]:
    """Events that move something; those that move at the same time together."""
    groups: list[list[Event]] = []
    for event in events:
        match event:
            case PawnMoved(path=path) if path:
                last = groups[-1] if groups else []
                together = (
                    last
                    and isinstance(last[0], PawnMoved)
                    and all(isinstance(e, PawnMoved) and e.team != event.team for e in last)
                )
            case Scored(applied=applied) if applied and not before.rules.hide_scores:
                last = groups[-1] if groups else []
                together = last and isinstance(last[0], Scored) and last[0].why is event.why
            case Rolled() | Swapped():
                together = False
            case _:
                continue
        if together:
            groups[-1].append(event)
        else:
            groups.append([event])
    return groups


def _key(state: State, team: int | None) -> str:
    if team is None:
        return customer_key(state)
    return state.team(team).colour


def _walks(
    moved: Sequence[PawnMoved],
    before: State,
    spaces: dict[str, int],
    now: float,
    size: int,
    loop: bool,
    rolled: bool,
) -> list[Walks]:
    """Hops along the road; a flight first for a pawn that begins the road again."""
    out: list[Walks] = []
    back = []
    for event in moved:
        key = _key(before, event.team)
        if spaces.get(key, event.start) != event.start:
            back.append(Step(key, spaces[key], 0, event.start, None, motion.tween(now, FLY)))
    if back:
        out.append(Walks(now, tuple(back)))
        now = out[-1].end_ms
    steps = []
    for event in moved:
        key, n = _key(before, event.team), len(event.path)
        ahead = event.path[0] - event.start
        forward = ahead % size == 1 if loop else ahead > 0
        steps.append(Step(key, event.start, n if forward else -n, event.path[-1], Walk(now, n)))
        spaces[key] = event.path[-1]
    out.append(Walks(now, tuple(steps), rolled))
    return out


def _faces(scored: Sequence[Scored], now: float, start_space: bool) -> Faces:
    n = sum(abs(event.applied) for event in scored)
    tweens = iter(motion.row(now, n, POINTS, POINTS_APART_MS, within_ms=POINTS_WITHIN_MS))
    flights = tuple(
        Flight(event.team, next(tweens), event.applied < 0)
        for event in scored
        for _ in range(abs(event.applied))
    )
    return Faces(flights, start_space, tuple((e.team, e.applied) for e in scored))
