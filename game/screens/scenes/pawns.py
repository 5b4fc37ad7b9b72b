"""Drawing a parade: pawns that hop or fly, the trail they leave, customers in the air."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pygame

from game.screens.kit import motion, people
from game.screens.kit.board import BoardPicture, Slot, Standing, draw_pawn
from game.screens.kit.layer import Dirty
from game.screens.kit.strip import Plate
from game.screens.kit.wall import Box, Canvas
from game.screens.scenes.parade import Parade, Step, Walks

HOP_HEIGHT = 0.9
"""Of a hop, in radii of a space."""
FACE = 58.0


def draw_pawns(
    canvas: Canvas,
    board: BoardPicture,
    parade: Parade | None,
    pawns: Sequence[Standing],
    active: str | None,
    now: float,
) -> list[pygame.Rect]:
    """Every pawn at this moment, the rearmost first."""
    if parade is None or not parade.running(now):
        return board.pawns(canvas, pawns, active)
    standing = [Standing(key, space) for key, space in parade.standing(now).items()]
    drawn = [(slot, key, 0.0, 1.0) for key, slot in board.places(standing, active)]
    walks = parade.underway(now)
    if walks is not None:
        drawn += _in_motion(board, parade, walks, active, now)
    return [
        draw_pawn(canvas, key, slot, lift=lift, squash=squash)
        for slot, key, lift, squash in sorted(drawn, key=lambda item: item[0].y)
    ]


def _in_motion(
    board: BoardPicture, parade: Parade, walks: Walks, active: str | None, now: float
) -> list[tuple[Slot, str, float, float]]:
    begin = _slots(board, parade.at_rest(walks, after=False), active)
    end = _slots(board, parade.at_rest(walks, after=True), active)
    out = []
    for step in walks.steps:
        if now >= step.end_ms:
            continue
        first, last = begin[step.key], end[step.key]
        if step.walk is not None:
            slot, lift, squash = _hopping(board, step, first, last, now)
        else:
            slot, lift, squash = _flying(board, step, first, last, now)
        out.append((slot, step.key, lift, squash))
    return out


def _slots(board: BoardPicture, spaces: Mapping[str, int], active: str | None) -> dict[str, Slot]:
    standing = [Standing(key, space) for key, space in spaces.items()]
    return dict(board.places(standing, active))


def _hopping(
    board: BoardPicture, step: Step, first: Slot, last: Slot, now: float
) -> tuple[Slot, float, float]:
    """Along the road, from its place in one crowd to its place in the next."""
    assert step.walk is not None
    hop, n = step.walk.at(now), abs(step.spaces)
    way = 1 if step.spaces > 0 else -1
    x, y = board.along(step.start + way * hop.along)
    free = Slot(0, 22 * board.scale, max(first.height, last.height))
    start_x, start_y = board.space_pos(step.start)
    goal_x, goal_y = board.space_pos(step.goal)
    off_first = Slot(first.x - start_x, first.y - start_y, first.height)
    off_last = Slot(last.x - goal_x, last.y - goal_y, last.height)
    if n == 1:
        off = _blend(off_first, off_last, hop.along)
    elif hop.along < 1:
        off = _blend(off_first, free, hop.along)
    else:
        off = _blend(free, off_last, max(0.0, hop.along - (n - 1)))
    slot = Slot(x + off.x, y + off.y, off.height)
    return slot, hop.lift * HOP_HEIGHT * board.radius, hop.squash


def _flying(
    board: BoardPicture, step: Step, first: Slot, last: Slot, now: float
) -> tuple[Slot, float, float]:
    assert step.flight is not None
    t = step.flight.at(now)
    lift = 2.2 * board.radius * motion.sine(min(1.0, max(0.0, t)))
    return _blend(first, last, t), lift, 1.0


def _blend(a: Slot, b: Slot, t: float) -> Slot:
    return Slot(
        motion.lerp(a.x, b.x, t), motion.lerp(a.y, b.y, t), motion.lerp(a.height, b.height, t)
    )


def draw_trail(
    canvas: Canvas,
    board: BoardPicture,
    parade: Parade | None,
    trail: tuple[int, int] | None,
    now: float,
) -> list[pygame.Rect]:
    """The way just walked, as far as it has been walked, and the ring where it ends.

    `trail` is (space, steps) of the last roll.
    """
    if trail is None:
        return []
    start, steps = trail
    ring = 1.0
    if parade is not None and parade.running(now):
        walk = next((w for w in parade.walks if w.rolled), None)
        if walk is not None and walk.steps[0].walk is not None:
            steps = walk.steps[0].walk.landed(now)
            ring = 0.0
        if parade.ring is not None and now >= parade.ring.tween.start_ms:
            ring = parade.ring.tween.at(now)
    board.trail(canvas, start, steps)
    r = board.radius + 12
    rects = []
    for k in range(abs(steps)):
        (ax, ay), (bx, by) = board.space_pos(start + k), board.space_pos(start + k + 1)
        box = Box(min(ax, bx) - r, min(ay, by) - r, abs(ax - bx) + 2 * r, abs(ay - by) + 2 * r)
        rects.append(canvas.rect(box))
    if ring > 0:
        rects.append(board.landing(canvas, start + trail[1], ring))
    return rects


def draw_faces(
    canvas: Canvas,
    parade: Parade,
    board: BoardPicture,
    plates: Mapping[int, Plate],
    now: float,
    dirty: Dirty,
) -> None:
    """Customers on their way to their teams, or away from them."""
    for group in parade.faces:
        source = board.space_pos(0) if group.start_space else (board.plate.cx, board.plate.cy)
        for i, flight in enumerate(group.flights):
            if flight.team not in plates or not flight.tween.running(now):
                continue
            goal = plates[flight.team].score
            ends = (goal, source) if flight.leaves else (source, goal)
            x, y = motion.arc(*ends, flight.tween.at(now), 120)
            dirty.add(people.face(canvas, people.face_of(i, flight.team), x, y, FACE))
