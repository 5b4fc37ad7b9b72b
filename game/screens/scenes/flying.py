"""What flies on a reveal: tokens into their rows, then happy customers to their teams."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pygame

from game.rules.events import Event, Scored
from game.rules.state import State
from game.screens.kit.layer import Dirty
from game.screens.kit.motion import (
    POINTS,
    POINTS_APART_MS,
    SCREEN,
    TOKENS_APART_MS,
    TOKENS_FLY,
    Tween,
    arc,
    between,
    row,
)
from game.screens.kit.people import face, face_of, token
from game.screens.kit.strip import Plate, strip_box
from game.screens.kit.wall import Canvas
from game.screens.scenes.frame import draw_strip, strip_teams, team_colour
from game.screens.screen import Look

TOKENS_WITHIN_MS = 800
POINTS_WITHIN_MS = 1600
ROLL_MS = 150
"""A new number comes up over the old one."""
FACE = 60.0


@dataclass(frozen=True)
class Landing:
    """Where a token comes to lie."""

    team: int
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class _Face:
    team: int
    index: int
    tween: Tween


class Flights:
    """Who flies when; the still picture leaves out what `draw` draws."""

    def __init__(self) -> None:
        self._tokens: dict[int, Tween] = {}
        self._faces: list[_Face] = []
        self._before: dict[int, int] = {}
        self._end = 0.0
        self._patch: tuple[pygame.Surface, pygame.Rect] | None = None
        self._plates: list[Plate] = []

    def start(
        self, look: Look, before: State, events: Sequence[Event], landing: Sequence[int]
    ) -> None:
        """The reveal came up now: tokens of `landing` teams fly first, then what was won."""
        if look.wall.reduced_motion:
            return
        began = look.now + SCREEN.ms
        rows = row(began, len(landing), TOKENS_FLY, TOKENS_APART_MS, within_ms=TOKENS_WITHIN_MS)
        self._tokens = dict(zip(landing, rows, strict=True))
        then = max((t.end_ms for t in rows), default=began)
        won = [
            event.team
            for event in events
            if isinstance(event, Scored)
            for _ in range(max(0, event.applied))
        ]
        won = sorted(won, key=[team.id for team in look.game.teams].index)
        tweens = row(then, len(won), POINTS, POINTS_APART_MS, within_ms=POINTS_WITHIN_MS)
        self._faces = [
            _Face(team, i, tween) for i, (team, tween) in enumerate(zip(won, tweens, strict=True))
        ]
        self._before = {team.id: team.customers for team in before.teams}
        self._end = max((t.end_ms for t in tweens), default=then) + (ROLL_MS if won else 0)

    def stop(self) -> None:
        """Everything has landed."""
        self._end = 0.0
        self._tokens, self._faces, self._patch = {}, [], None

    def active(self, look: Look) -> bool:
        """True while something flies, or is about to."""
        return look.now < self._end

    def hidden(self, look: Look) -> frozenset[int]:
        """Teams whose tokens the still picture leaves out."""
        return frozenset(self._tokens) if self.active(look) else frozenset()

    def paint_strip(self, canvas: Canvas, state: State, look: Look, active: int | None) -> None:
        """The strip with the numbers as they were; those to come are kept aside for `draw`."""
        if not self.active(look) or not self._faces:
            self._patch = None
            draw_strip(canvas, state, active=active)
            return
        surface = canvas.surface
        area = canvas.rect(strip_box(canvas.wall, len(state.teams)).inset(-30, -30))
        area = area.clip(surface.get_rect())
        bare = surface.subsurface(area).copy()
        draw_strip(canvas, state, active=active)
        self._patch = (surface.subsurface(area).copy(), area)
        surface.blit(bare, area)
        self._plates = draw_strip(
            canvas, state, active=active, teams=strip_teams(state, scores=self._before)
        )

    def draw(
        self,
        canvas: Canvas,
        look: Look,
        dirty: Dirty,
        seats: Mapping[int, Landing],
        settle: Callable[[Canvas, int], pygame.Rect],
        origins: Mapping[int, tuple[float, float]],
    ) -> None:
        """Tokens on their way or settled, numbers that have changed, faces in the air."""
        if not self.active(look):
            return
        state = look.game
        places = {team.id: plate for team, plate in zip(state.teams, self._plates, strict=False)}
        for team, tween in self._tokens.items():
            seat = seats.get(team)
            if seat is None:
                continue
            if tween.done(look.now):
                dirty.add(settle(canvas, team))
                continue
            start = self._home(canvas, state, team)
            x, y = between(start, (seat.x, seat.y), tween.at(look.now))
            dirty.add(token(canvas, team_colour(state, team), x, y, seat.size))
        self._draw_numbers(canvas, look, dirty, places)
        for flier in self._faces:
            plate = places.get(flier.team)
            if plate is None or not flier.tween.running(look.now):
                continue
            origin = origins.get(flier.team, (canvas.wall.width / 2, canvas.wall.height * 0.4))
            x, y = arc(origin, plate.score, flier.tween.at(look.now), 120)
            dirty.add(face(canvas, face_of(flier.index), x, y, FACE))

    def _home(self, canvas: Canvas, state: State, team: int) -> tuple[float, float]:
        """Where a team's token comes from: its plate."""
        index = next(i for i, t in enumerate(state.teams) if t.id == team)
        if index < len(self._plates):
            return self._plates[index].token
        box = strip_box(canvas.wall, len(state.teams))
        return box.x + box.w * (index + 0.5) / len(state.teams), box.cy

    def _draw_numbers(
        self, canvas: Canvas, look: Look, dirty: Dirty, places: Mapping[int, Plate]
    ) -> None:
        """A team's new number comes up when its last customer has landed."""
        if self._patch is None:
            return
        picture, area = self._patch
        last = {flier.team: flier.tween.end_ms for flier in self._faces}
        for team, end in last.items():
            plate = places.get(team)
            if plate is None or look.now < end:
                continue
            rect = canvas.rect(plate.box)
            part = min(1.0, (look.now - end) / ROLL_MS)
            picture.set_alpha(round(255 * part) if part < 1 else None)
            canvas.surface.blit(picture, rect, rect.move(-area.x, -area.y))
            picture.set_alpha(None)
            dirty.add(rect)
