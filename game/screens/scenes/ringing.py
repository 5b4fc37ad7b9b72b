"""The bell, just rung: it swings, and the winner's token drops on its button."""

from __future__ import annotations

from game.screens.kit.layer import Dirty
from game.screens.kit.motion import BELL_RUNG, TOKEN_DROPS, back, lerp, swing
from game.screens.kit.people import BELL_SHAPE, bell, token
from game.screens.kit.wall import Box, Canvas
from game.screens.screen import Look

QUIET_MS = 150
"""Nothing moves so long after a ring: others that are still arriving are stamped on receipt."""
TOKEN_PART = 0.5
"""Size of the token on the bell, against the bell's width."""


class BellSpot:
    """Where a bell stands on a screen, and how large."""

    def __init__(self, box: Box, *, token_over: bool = True) -> None:
        high = 1 / BELL_SHAPE
        over = TOKEN_PART * 0.66 if token_over else 0.0
        self.width = max(40.0, min(box.w, box.h / (high + over)))
        self.cx = box.cx
        block = self.width * (high + over)
        self.bottom = box.cy + block / 2

    @property
    def box(self) -> Box:
        """The bell's own, without a token."""
        high = self.width / BELL_SHAPE
        return Box(self.cx - self.width / 2, self.bottom - high, self.width, high)

    @property
    def token(self) -> tuple[float, float, float]:
        """(x, y, size) of the token on its button."""
        size = self.width * TOKEN_PART
        top = self.bottom - self.width / BELL_SHAPE
        return self.cx, top - size * 0.16, size


def draw_rung(canvas: Canvas, spot: BellSpot, colour: str) -> None:
    """The bell as it stands when the swing is over."""
    bell(canvas, "rung", spot.cx, spot.bottom, spot.width)
    token(canvas, colour, *spot.token)


class Ringing:
    """The motion, from the moment of the ring."""

    def __init__(self) -> None:
        self._from: int | None = None

    def start(self, look: Look) -> None:
        """It was rung now."""
        self._from = None if look.wall.reduced_motion else look.now + QUIET_MS

    def stop(self) -> None:
        """It stands still."""
        self._from = None

    def _over(self, look: Look) -> bool:
        return self._from is None or look.now >= self._from + TOKEN_DROPS.ms + BELL_RUNG.ms

    def active(self, look: Look) -> bool:
        """True while the still picture leaves bell and token to `draw`."""
        return not self._over(look)

    def moving(self, look: Look) -> bool:
        """True while frames are needed: not in the quiet moment after the ring."""
        return self._from is not None and not self._over(look) and look.now >= self._from

    def wakes_at(self, look: Look) -> int | None:
        """When the quiet moment is over."""
        return self._from if self._from is not None and look.now < self._from else None

    def draw(self, canvas: Canvas, look: Look, dirty: Dirty, spot: BellSpot, colour: str) -> None:
        """Bell and token at this moment."""
        if self._from is None or self._over(look):
            return
        since = look.now - self._from
        t = min(1.0, max(0.0, (since - TOKEN_DROPS.ms) / BELL_RUNG.ms))
        dirty.add(
            bell(canvas, "rung", spot.cx, spot.bottom, spot.width, tilt=swing(t) if t > 0 else 0.0)
        )
        x, y, size = spot.token
        fall = min(1.0, max(0.0, since / TOKEN_DROPS.ms))
        dirty.add(token(canvas, colour, x, lerp(y - 120, y, back(fall)), size))
