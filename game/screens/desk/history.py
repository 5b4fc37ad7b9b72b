"""What happened so far, in sentences; any step can be gone back to, and forward again."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from game.i18n import _
from game.screens.desk.page import Page
from game.screens.desk.places import ROOMY
from game.screens.desk.rows import RADIUS
from game.screens.inputs import Pointer, Press
from game.screens.kit import pieces
from game.screens.kit.text import BODY, BOLD, draw_label
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.parts import Part
from game.screens.screen import Hotspot, Look, Outcome, Stay, StepTo
from game.session.history import Step

LATEST = 60
"""So many of the last steps are listed: the time before is long settled."""
SHOWN = 8
GAP = 8.0
ROW = 78.0


class HistoryPage(Page):
    """The steps, the newest at the bottom; the arrows choose one, Enter goes there."""

    width = ROOMY

    def __init__(self) -> None:
        super().__init__()
        self._chosen: int | None = None
        """Number of the step that is chosen; None for the one that is now."""

    def title(self, look: Look) -> str:
        """What it is."""
        return _("What happened")

    def words(self, look: Look) -> str:
        """How to use it."""
        return _("↑ ↓ choose a step, Enter goes there. What is undone is kept until a new step.")

    def key(self, look: Look) -> Hashable:
        """The chosen step."""
        return self._chosen

    def steps(self, look: Look) -> Sequence[Step]:
        """The last ones."""
        return tuple(look.history())[-LATEST:]

    def _at(self, steps: Sequence[Step]) -> int:
        """Where the chosen step is in the list; where nothing is chosen, the one that is now."""
        for i, step in enumerate(steps):
            if step.n == self._chosen if self._chosen is not None else step.here:
                return i
        return max(0, len(steps) - 1)

    def body_height(self, wall: Wall, look: Look, w: float) -> float:
        """As many rows as are shown at once."""
        count = min(SHOWN, max(1, len(self.steps(look))))
        return super().body_height(wall, look, w) + count * (ROW + GAP) + GAP

    def _window(self, wall: Wall, look: Look) -> tuple[Box, Sequence[Step], int]:
        """(where the rows stand, the steps seen, where the chosen one is among them)."""
        body = self.body(wall, look)
        area = body.cut_top(super().body_height(wall, look, body.w) + GAP)[1]
        fits = max(1, int((area.h + GAP) / (ROW + GAP)))
        steps = self.steps(look)
        at = self._at(steps)
        first = max(0, min(at - fits + 2, len(steps) - fits))
        return area, steps[first : first + fits], at - first

    def parts(self, wall: Wall, look: Look) -> list[Part]:
        """The steps around the chosen one."""
        found = self._words_part(wall, look)
        area, steps, chosen = self._window(wall, look)
        for i, step in enumerate(steps):
            box = Box(area.x, area.y + i * (ROW + GAP), area.w, ROW)
            found.append(_step_part(box, step, i == chosen))
        return found

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """The arrows choose, Enter goes there."""
        if not press.plain:
            return None
        if press.name in ("up", "down"):
            return self._move(-1 if press.name == "up" else 1, look)
        if press.name in ("return", "enter"):
            steps = self.steps(look)
            if not steps:
                return Stay()
            wanted = steps[self._at(steps)]
            self._chosen = None
            return Stay() if wanted.here else StepTo(wanted.n)
        return None

    def _move(self, by: int, look: Look) -> Outcome:
        steps = self.steps(look)
        if steps:
            self._chosen = steps[max(0, min(len(steps) - 1, self._at(steps) + by))].n
        return Stay()

    def on_pointer(self, pointer: Pointer, look: Look) -> Outcome | None:
        """The wheel goes through the steps."""
        if pointer.kind == "wheel" and pointer.turn:
            return self._move(-pointer.turn, look)
        return None


def _step_part(box: Box, step: Step, chosen: bool) -> Part:
    """A step: done, where the game is, or undone (and so pale and dashed)."""

    def draw(canvas: Canvas) -> None:
        wall, theme = canvas.wall, canvas.theme
        if step.done:
            pieces.inset(canvas, box, radius=RADIUS, fill=theme.sheet)
        else:
            pieces.dashed(canvas, box, radius=RADIUS)
        if chosen:
            pieces.outlined(canvas, box, radius=RADIUS, width=6, color=theme.brass_edge)
        inner = box.inset(20, 4)
        if step.here:
            mark, inner = inner.cut_right(46, 12)
            pieces.check_disc(canvas, mark.cx, mark.cy, 42)
        weight, ink = (BOLD, theme.text) if step.here else (BODY, theme.text)
        color = ink if step.done else theme.text_2
        size = (wall.S, wall.S * 0.82)
        draw_label(canvas, step.sentence, inner, size=size, weight=weight, color=color, lines=2)

    return Part(draw, Hotspot(box, StepTo(step.n), step.sentence, RADIUS))
