"""Why decks could not be reloaded: each problem with its place, for the facilitator's eyes."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from game.i18n import _
from game.screens.kit import pieces
from game.screens.kit.scenery import veil
from game.screens.kit.text import BODY, HEAVY, Fitted, draw_fitted, draw_label, fit, pages
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.onward import draw_page_mark
from game.screens.screen import Hotspot, Look, Outcome, Pop, Screen, Stay

BETWEEN = 18.0
"""Units between two problems."""


class TroubleScreen(Screen):
    """Over the running game; Next turns the pages, then takes it away."""

    overlay = True

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = tuple(lines)
        self._page = 0

    def key(self, look: Look) -> Hashable:
        """The page."""
        return self._page

    def _sheet(self, wall: Wall) -> Box:
        return wall.box.inset(wall.margin, wall.margin * 0.8)

    def _areas(self, wall: Wall) -> tuple[Box, Box]:
        """(heading, problems)."""
        return self._sheet(wall).inset(52, 32).cut_top(92 * min(wall.seat, 1.4), 12)

    def _hint(self, wall: Wall) -> Fitted:
        words = _("The game goes on with the cards it has. Mend this, save, and reload the decks.")
        return fit(wall, words, self._areas(wall)[1].w, size=wall.S, weight=BODY, leading=1.25)

    def _body(self, wall: Wall) -> Box:
        return self._areas(wall)[1].cut_top(self._hint(wall).height, 28)[1]

    def groups(self, wall: Wall) -> list[list[Fitted]]:
        """The problems on as many pages as they need."""
        body = self._body(wall)
        found: list[list[Fitted]] = [[]]
        left = body.h
        for line in self._lines:
            for block in pages(wall, line, body.w, body.h, size=wall.S, leading=1.24):
                if block.height > left and found[-1]:
                    found.append([])
                    left = body.h
                found[-1].append(block)
                left -= block.height + BETWEEN * wall.seat
        return found

    def paint(self, canvas: Canvas, look: Look) -> None:
        """A sheet of problems."""
        wall = canvas.wall
        veil(canvas, 0.7)
        groups = self.groups(wall)
        at = min(self._page, len(groups) - 1)
        head, low = self._areas(wall)
        sheet, rest = self._sheet(wall), self._body(wall)
        if len(groups) == 1:  # no larger than what it tells
            spare = rest.h - _height(wall, groups[0])
            sheet = Box(sheet.x, sheet.y, sheet.w, sheet.h - spare)
        pieces.sheet(canvas, sheet)
        if len(groups) > 1:
            mark = head.right - 22 * len(groups)
            draw_page_mark(canvas, len(groups), at, mark, head.cy)
            head = head.cut_right(44.0 * len(groups), 24)[1]
        draw_label(
            canvas, _("Problems in the decks"), head, size=(wall.L, wall.M * 0.8), weight=HEAVY
        )
        draw_fitted(canvas, self._hint(wall), low, color=canvas.theme.text_2)
        for block in groups[at]:
            draw_fitted(canvas, block, rest)
            rest = rest.cut_top(block.height, BETWEEN * wall.seat)[1]

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Anywhere: on."""
        return (Hotspot(look.wall.box, lambda: self.on_next(look), radius=0),)

    def on_next(self, look: Look) -> Outcome | None:
        """The next page, then away."""
        if self._page + 1 < len(self.groups(look.wall)):
            self._page += 1
            return Stay()
        return Pop()

    def on_previous(self, look: Look) -> Outcome | None:
        """The page before."""
        self._page = max(0, self._page - 1)
        return Stay()


def _height(wall: Wall, group: Sequence[Fitted]) -> float:
    return sum(block.height for block in group) + BETWEEN * wall.seat * (len(group) - 1)
