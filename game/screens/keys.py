"""The keys, on the wall: F1 or ?."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from game.i18n import _
from game.screens import parts
from game.screens.kit import pieces
from game.screens.kit.scenery import veil
from game.screens.kit.text import BODY, HEAVY, draw_label
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.screen import Hotspot, Look, Outcome, Pop, Screen, Stay

ROW = 74.0
TALL_ROW = 150.0


def rows() -> list[tuple[str, str]]:
    """(keys, what they do), the most wanted first."""
    return [
        (_("Space → ↓ PgDn Enter N"), _("next")),
        (_("← ↑ PgUp Backspace P"), _("previous; choose a button")),
        (_("Tab, Shift+Tab"), _("from button to button")),
        ("1 – 8", _("teams: bells, and whose answer it is")),
        ("Q R T Y U I O L", _("second bell keys of teams 1 to 8")),
        ("A – G", _("options; what comes next in an order")),
        (_("0 – 9  .  −"), _("an estimate; points, while judging")),
        (_("Delete"), _("takes an answer back")),
        ("G, F", _("after a ring: right, wrong")),
        ("V", _("another card; or the other view")),
        ("E", _("write the plan")),
        (_("Z, Shift+Z"), _("undo, redo")),
        ("K, X", _("clock: pause, 30 seconds more")),
        ("H", _("pause everything")),
        (_("B or .    W or ,"), _("black wall, white wall")),
        ("F2, Ctrl+R", _("note an insight, reload the decks")),
        ("M  +  −", _("mute, louder, softer")),
        (_("F11 or Alt+Enter"), _("full screen")),
        ("Esc", _("menu")),
        (_("F1 or ?"), _("these keys")),
    ]


class KeysScreen(Screen):
    """Over the running game; any Next or Esc takes it away, after the last page."""

    overlay = True

    def __init__(self, told: Callable[[], list[tuple[str, str]]] = rows) -> None:
        self._told = told
        """Gives the keys of what lies beneath."""
        self._page = 0

    def key(self, look: Look) -> Hashable:
        """The page."""
        return self._page

    def _sheet(self, wall: Wall) -> Box:
        return wall.box.inset(wall.margin, wall.margin * 0.8)

    def _body(self, wall: Wall) -> Box:
        return self._sheet(wall).inset(52, 28).cut_top(92 * min(wall.seat, 1.4), 10)[1]

    def _columns(self, wall: Wall) -> int:
        return 2 if wall.kind == "wide" and not wall.is_far else 1

    def _row(self, wall: Wall) -> float:
        return (TALL_ROW if wall.kind == "tall" else ROW) * wall.seat

    def pages(self, wall: Wall) -> list[list[tuple[str, str]]]:
        """The rows on as many pages as they need, about equally full."""
        every = self._told()
        fits = max(1, int(self._body(wall).h / self._row(wall))) * self._columns(wall)
        count = -(-len(every) // fits)
        each = -(-len(every) // count)
        return [every[i : i + each] for i in range(0, len(every), each)]

    def paint(self, canvas: Canvas, look: Look) -> None:
        """A sheet of keys, in one or two columns."""
        wall = canvas.wall
        veil(canvas, 0.7)
        sheet = self._sheet(wall)
        pieces.sheet(canvas, sheet)
        pages = self.pages(wall)
        at = min(self._page, len(pages) - 1)
        head = sheet.inset(52, 28).cut_top(92 * min(wall.seat, 1.4))[0]
        draw_label(canvas, _("Keys"), head, size=wall.L, weight=HEAVY)
        if len(pages) > 1:
            parts.draw_page_mark(canvas, len(pages), at, head.right - 22 * len(pages), head.cy)
        columns = self._columns(wall)
        per = -(-len(pages[at]) // columns)
        h = min(self._row(wall) * 1.2, self._body(wall).h / per)
        for column, area in enumerate(self._body(wall).columns(columns, 56)):
            for i, row in enumerate(pages[at][column * per : (column + 1) * per]):
                self._draw_row(canvas, Box(area.x, area.y + i * h, area.w, h), *row)

    def _draw_row(self, canvas: Canvas, box: Box, keys: str, does: str) -> None:
        wall = canvas.wall
        if wall.kind == "tall":
            cap, words = box.inset(0, 6).cut_top(box.h * 0.48, 2)
        else:
            share = 0.48 if wall.kind == "wide" else 0.42
            cap, words = box.inset(0, 5).cut_left(box.w * share, 24)
        pieces.inset(canvas, cap, radius=20)
        inner = cap.inset(18, 2)
        draw_label(canvas, keys, inner, size=(wall.S, wall.S * 0.8), weight=HEAVY, lines=2)
        draw_label(canvas, does, words, size=(wall.S * 1.1, wall.S * 0.9), weight=BODY, lines=2)

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Anywhere: on."""
        return (Hotspot(look.wall.box, lambda: self.on_next(look), radius=0),)

    def on_next(self, look: Look) -> Outcome | None:
        """The next page, then away."""
        if self._page + 1 < len(self.pages(look.wall)):
            self._page += 1
            return Stay()
        return Pop()

    def on_previous(self, look: Look) -> Outcome | None:
        """The page before."""
        self._page = max(0, self._page - 1)
        return Stay()
