"""Turning a card of several faces: the button with its dots, and what Next and Previous do."""

from __future__ import annotations

from game.i18n import _
from game.screens.kit import pieces, shapes
from game.screens.kit.wall import Box, Canvas
from game.screens.scenes.story import Face
from game.screens.screen import Hotspot, Outcome, Stay

TURN_W = 176.0


def turn_box(face: Face) -> Box | None:
    """The button that turns a card of several faces."""
    if face.foot is None:
        return None
    foot = face.foot
    return Box(foot.right - TURN_W, foot.cy - 34, TURN_W, 68)


def paint_turner(canvas: Canvas, face: Face, index: int, count: int) -> None:
    """A dot a face, and which way Next turns."""
    box = turn_box(face)
    if box is None or count < 2:
        return
    theme = canvas.theme
    pieces.inset(canvas, box, radius=34)
    step = min(30.0, (box.w - 60) / count)
    left = box.cx - step * (count - 1) / 2
    for i in range(count):
        centre = canvas.point(left + i * step, box.cy)
        if i == index:
            shapes.disc(canvas.surface, centre, canvas.px(11), theme.brass_edge)
        else:
            shapes.ring(canvas.surface, centre, canvas.px(11), canvas.px(4), theme.line)


class Turner:
    """Which face of a card is up: Next turns on before the game goes on, Previous turns back.

    On the last face Previous turns back only where no hotspot is in focus; from the first one it
    comes to the last face again and takes the focus along. So two buttons reach everything.
    """

    def __init__(self) -> None:
        self._face: int | None = None

    @property
    def key(self) -> int | None:
        """What the picture needs of it."""
        return self._face

    def at(self, count: int, *, last: bool = False) -> int:
        """The face that is up, of so many; before anybody turned it the first, or the last."""
        if self._face is None:
            return count - 1 if last else 0
        return min(self._face, count - 1)

    def show(self, face: int) -> None:
        """Turn to a face."""
        self._face = max(0, face)

    def next(self, now: int, count: int) -> bool:
        """Turn on from the face that is up; False on the last one."""
        if now + 1 >= count:
            return False
        self._face = now + 1
        return True

    def previous(self, now: int, count: int, focused: bool) -> bool:
        """Turn back; False where the focus should move instead."""
        if count < 2 or focused:
            return False
        if now == 0:
            self._face = count - 1
            return False
        self._face = now - 1
        return True

    def spot(self, face: Face, now: int, count: int) -> tuple[Hotspot, ...]:
        """The button that turns the card, round and round."""
        box = turn_box(face)
        if box is None or count < 2:
            return ()

        def turn() -> Outcome:
            self._face = (now + 1) % count
            return Stay()

        return (Hotspot(box, turn, _("Turn the card"), 34),)
