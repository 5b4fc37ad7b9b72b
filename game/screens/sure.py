"""What is asked before something goes for good: Next leaves it as it is."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from game.i18n import _
from game.screens import parts
from game.screens.inputs import Pointer
from game.screens.kit.scenery import veil
from game.screens.kit.text import HEAVY, Fitted, draw_fitted, fit
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.parts import Part
from game.screens.screen import Hotspot, Look, Outcome, Pop, Screen


@dataclass(frozen=True)
class Question:
    """What is asked, and what comes of a yes."""

    asked: str
    told: str
    """What would go, in a sentence or two."""
    yes: str
    """The word on the button that does it."""
    does: Callable[[], None]


class SureScreen(Screen):
    """A sheet over the screen that asks."""

    overlay = True
    arrows = True

    def __init__(self, question: Question) -> None:
        self._question = question

    def key(self, look: Look) -> Hashable:
        """It does not change."""
        return look.settings

    def _texts(self, wall: Wall, w: float) -> tuple[Fitted, Fitted]:
        q = self._question
        room = wall.height - 4 * wall.margin - self._row(wall)
        asked = fit(wall, q.asked, w, room * 0.4, size=(wall.L, wall.M), weight=HEAVY, leading=1.1)
        told = fit(wall, q.told, w, room * 0.6, size=(wall.M, wall.S), leading=1.24)
        return asked, told

    def _row(self, wall: Wall) -> float:
        return 104.0 * min(wall.seat, 1.4)

    def _sheet(self, wall: Wall) -> Box:
        """As high as what it tells."""
        whole = wall.box.inset(wall.margin)
        w = min(whole.w, 1240 * min(wall.seat, 1.4))
        asked, told = self._texts(wall, w - 112)
        return whole.centred(w, asked.height + told.height + self._row(wall) + 24 + 40 + 88)

    def parts(self, look: Look) -> list[Part]:
        """The question, what would go, and the two answers."""
        wall = look.wall
        sheet = self._sheet(wall)
        inner = sheet.inset(56, 44)
        asked, told = self._texts(wall, inner.w)
        row, text = inner.cut_bottom(self._row(wall))
        yes, no = row.columns(2, 24)

        def draw(canvas: Canvas) -> None:
            draw_fitted(canvas, asked, text)
            low = text.cut_top(asked.height, 24)[1]
            draw_fitted(canvas, told, low, color=canvas.theme.text_2)

        return [
            parts.sheet(sheet),
            Part(draw),
            parts.button(yes, self._question.yes, self._done),
            parts.primary_button(no, _("Leave it"), Pop(), large=False),
        ]

    def _done(self) -> Outcome:
        self._question.does()
        return Pop()

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The sheet."""
        veil(canvas, 0.7)
        parts.paint_parts(canvas, self.parts(look))

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """To leave it goes first."""
        return parts.spots_of(self.parts(look))

    def on_pointer(self, pointer: Pointer, look: Look) -> Outcome | None:
        """Beside the sheet: back, and nothing went."""
        if pointer.kind == "down" and not self._sheet(look.wall).holds(pointer.x, pointer.y):
            return Pop()
        return None

    def on_next(self, look: Look) -> Outcome | None:
        """Leave it."""
        return Pop()
