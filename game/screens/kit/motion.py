"""Movement as pure functions of time.

Nothing here reads a clock: ``now`` is milliseconds, passed in by whoever draws, so the
same moment always gives the same picture, and Next can finish any movement.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Ease = Callable[[float], float]
Point = tuple[float, float]


def linear(t: float) -> float:
    """No easing."""
    return t


def out(t: float) -> float:
    """Fast, then settling."""
    return 1 - (1 - t) ** 3


def inout(t: float) -> float:
    """Slow at both ends."""
    return t * t * (3 - 2 * t)


def back(t: float) -> float:
    """Overshoots a little, then settles."""
    k = 1.7
    return 1 + (k + 1) * (t - 1) ** 3 + k * (t - 1) ** 2


def sine(t: float) -> float:
    """Up and down again: 0, 1, 0."""
    return math.sin(math.pi * t)


@dataclass(frozen=True)
class Motion:
    """How long one kind of event moves, and how."""

    ms: int
    ease: Ease


SCREEN = Motion(220, out)
DIE = Motion(400, out)
HOP = Motion(180, inout)
HOP_REST_MS = 40
LANDING = Motion(250, back)
CARD = Motion(400, inout)
CHOSEN = Motion(150, out)
BELL_RUNG = Motion(400, sine)
TOKEN_DROPS = Motion(250, back)
TOO_EARLY = Motion(250, out)
TOKENS_FLY = Motion(300, out)
TOKENS_APART_MS = 60
POINTS = Motion(350, inout)
POINTS_APART_MS = 80
STANDINGS = Motion(400, inout)
FACES_GROW = Motion(300, inout)
TWIST = Motion(350, back)
PODIUM = Motion(350, back)
HOLD = Motion(200, inout)
REDUCED_MS = 120
"""Everything, with reduced motion: a fade of this length."""


@dataclass(frozen=True)
class Tween:
    """A value that goes from 0 to 1 between two moments."""

    start_ms: float
    duration_ms: float
    ease: Ease = out

    @property
    def end_ms(self) -> float:
        """When it is over."""
        return self.start_ms + self.duration_ms

    def progress(self, now: float) -> float:
        """The part of its time that is over, 0 to 1, without easing."""
        if self.duration_ms <= 0:
            return 1.0 if now >= self.start_ms else 0.0
        return min(1.0, max(0.0, (now - self.start_ms) / self.duration_ms))

    def at(self, now: float) -> float:
        """Its value; may pass 1 for a moment where the easing overshoots."""
        return self.ease(self.progress(now))

    def running(self, now: float) -> bool:
        """Whether it has begun and not ended."""
        return self.start_ms <= now < self.end_ms

    def done(self, now: float) -> bool:
        """Whether it has ended."""
        return now >= self.end_ms


def tween(start_ms: float, motion: Motion, *, reduced: bool = False) -> Tween:
    """The tween of an event; with reduced motion a short fade instead."""
    if reduced:
        return Tween(start_ms, REDUCED_MS, linear)
    return Tween(start_ms, motion.ms, motion.ease)


def row(
    start_ms: float, n: int, motion: Motion, apart_ms: float, *,
    within_ms: float = math.inf, reduced: bool = False,
) -> list[Tween]:  # fmt: skip
    """Give n tweens that start one after another.

    The gap shrinks so that the last ends ``within_ms`` after the start. With reduced
    motion they are all one fade.
    """
    if reduced:
        return [tween(start_ms, motion, reduced=True)] * n
    gap = min(apart_ms, max(0.0, within_ms - motion.ms) / max(1, n - 1))
    return [tween(start_ms + i * gap, motion) for i in range(n)]


def chain(start_ms: float, motions: Sequence[Motion], *, reduced: bool = False) -> list[Tween]:
    """Tweens each of which begins when the one before has ended."""
    tweens: list[Tween] = []
    for motion in motions:
        tweens.append(tween(tweens[-1].end_ms if tweens else start_ms, motion, reduced=reduced))
    return tweens


def lerp(a: float, b: float, t: float) -> float:
    """The number a part t of the way from a to b."""
    return a + (b - a) * t


def between(a: Point, b: Point, t: float) -> Point:
    """The point a part t of the way from a to b."""
    return lerp(a[0], b[0], t), lerp(a[1], b[1], t)


def arc(a: Point, b: Point, t: float, height: float) -> Point:
    """A point on a flight from a to b that rises by ``height`` at its middle."""
    x, y = between(a, b, t)
    return x, y - height * sine(min(1.0, max(0.0, t)))


def shake(t: float, amount: float, times: int = 2) -> float:
    """A sideways shake that dies down: offset at t from 0 to 1."""
    return amount * (1 - t) * math.sin(2 * math.pi * times * t)


def swing(t: float, degrees: float = 9, times: int = 3) -> float:
    """The bell's damped swing: angle at t from 0 to 1."""
    return degrees * (1 - t) * math.sin(2 * math.pi * times * t)


@dataclass(frozen=True)
class Hop:
    """Where a hopping pawn is."""

    along: float
    """Spaces walked so far, for ``BoardPicture.along``."""
    lift: float
    """Height above the road, in parts of a full hop's height (0 to 1)."""
    squash: float
    """Height of the pawn against its own, 1 or a little less on landing."""


@dataclass(frozen=True)
class Walk:
    """A pawn hopping over a number of spaces."""

    start_ms: float
    spaces: int
    reduced: bool = False

    @property
    def end_ms(self) -> float:
        """When the pawn stands."""
        if self.reduced:
            return self.start_ms + REDUCED_MS
        return self.start_ms + self.spaces * (HOP.ms + HOP_REST_MS)

    def done(self, now: float) -> bool:
        """Whether the pawn stands."""
        return now >= self.end_ms

    def landed(self, now: float) -> int:
        """Spaces reached so far; each new one is a tick to be heard."""
        if self.done(now):
            return self.spaces
        if self.reduced or now < self.start_ms:
            return 0
        step, inside = divmod(now - self.start_ms, HOP.ms + HOP_REST_MS)
        return min(self.spaces, int(step) + (inside >= HOP.ms))

    def at(self, now: float) -> Hop:
        """Where the pawn is at this moment; with reduced motion it jumps at once."""
        if self.done(now) or self.reduced:
            return Hop(float(self.spaces), 0.0, 1.0)
        if now <= self.start_ms:
            return Hop(0.0, 0.0, 1.0)
        step, inside = divmod(now - self.start_ms, HOP.ms + HOP_REST_MS)
        if inside < HOP.ms:
            t = inside / HOP.ms
            return Hop(step + inout(t), sine(t), 1.0)
        rest = (inside - HOP.ms) / HOP_REST_MS
        return Hop(step + 1, 0.0, 1 - 0.08 * sine(rest))
