"""The course of a session: where every team stood after each card, and its way on the map."""

from __future__ import annotations

from dataclasses import dataclass

from game.rules.cards import Meter
from game.rules.debrief import axes
from game.rules.state import State, Team


@dataclass(frozen=True, kw_only=True)
class Point:
    """Where every team stood at one moment."""

    record: int | None
    """Index in `State.records` of the card that was just done; None: the end, or a round's."""
    round: int
    """0 at the end."""
    card: str
    """Id of that card, or ""."""
    teams: tuple[Team, ...]
    """In order of turns; who had left or not yet joined is not among them."""

    def team(self, team_id: int) -> Team | None:
        """A team at this point, or None."""
        return next((one for one in self.teams if one.id == team_id), None)

    def place(self, team_id: int) -> int:
        """The team's place, 1 for most customers; equal scores share it. 0 if it was not there."""
        mine = self.team(team_id)
        if mine is None:
            return 0
        return 1 + sum(other.customers > mine.customers for other in self.teams)


@dataclass(frozen=True, kw_only=True)
class Course:
    """All points of a session in order, the last one its end."""

    axes: tuple[Meter, Meter] | None
    """Across and upward on the map; None where the decks have fewer than two meters."""
    points: tuple[Point, ...]
    rounds: tuple[Point, ...]
    """The end of every round, also of one in which no card came up, and the end of play."""


def course(state: State) -> Course:
    """The course of a session up to this state.

    What is won or lost between two cards (twists, mirrors, passing start, corrections) shows in
    the point of the next card, and behind the last card in the end.
    """
    done = [
        Point(record=i, round=record.round, card=record.card, teams=record.after)
        for i, record in enumerate(state.records)
    ]
    ended = [
        Point(record=None, round=i, card="", teams=teams)
        for i, teams in enumerate(state.after_rounds, 1)
    ]
    # Play may be ended in the middle of a round.
    broken_off = [point for point in done if point.round > len(ended)][-1:]
    end = Point(record=None, round=0, card="", teams=state.teams)
    return Course(axes=axes(state.content), points=(*done, end), rounds=(*ended, *broken_off, end))


def path(course: Course, team_id: int) -> tuple[tuple[int, int], ...]:
    """A team's way on the map, from (0, 0), without standing still; empty without a map."""
    if course.axes is None:
        return ()
    across, up = course.axes
    way = [(0, 0)]
    for point in course.points:
        team = point.team(team_id)
        if team is None:
            continue
        there = team.meter(across.id), team.meter(up.id)
        if there != way[-1]:
            way.append(there)
    return tuple(way)
