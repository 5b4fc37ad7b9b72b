"""The keys, on the wall: F1 or ?."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from game.i18n import _
from game.screens.kit import pieces
from game.screens.kit.scenery import veil
from game.screens.kit.text import BODY, HEAVY, draw_label
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.screen import Hotspot, Look, Outcome, Pop, Screen, Stay


def rows() -> list[tuple[str, str]]:
    """(keys, what they do), the most wanted first."""
    return [
        (_("Space → ↓ PgDn Enter N"), _("next")),
        (_("← ↑ PgUp Backspace P"), _("previous; choose a button")),
        ("A – F", _("options")),
        ("1 – 8", _("teams: bells, and the first key of an answer")),
        ("Q R T Y U I O L", _("second bell keys of teams 1 to 8")),
        ("0 – 3", _("points, while judging")),
        (_("Z, Shift+Z"), _("undo, redo")),
        ("K, X", _("pause the clock, 30 seconds more")),
        ("V", _("pass the card")),
        ("F2", _("note an insight")),
        ("H", _("pause everything")),
        (_("B or .  ·  W or ,"), _("black wall, white wall")),
        ("M, +, −", _("mute, louder, softer")),
        ("F11", _("full screen")),
        ("Esc", _("menu")),
        (_("F1 or ?"), _("these keys")),
    ]


class KeysScreen(Screen):
    """Over the running game; any Next or Esc takes it away, after the last page."""

    overlay = True

    def __init__(self) -> None:
        self._page = 0

    def key(self, look: Look) -> Hashable:
        """The page."""
        return self._page

    def _pages(self, wall: Wall) -> list[list[tuple[str, str]]]:
        all_rows = rows()
        fits = max(1, int((self._sheet(wall).h - 200 * wall.seat) / self._row(wall)))
        if wall.kind == "wide" and not wall.is_far:
            fits *= 2
        return [all_rows[i : i + fits] for i in range(0, len(all_rows), fits)]

    def _row(self, wall: Wall) -> float:
        return (84 if wall.kind != "tall" else 128) * wall.seat

    def _sheet(self, wall: Wall) -> Box:
        return wall.box.inset(wall.margin, wall.margin)

    def paint(self, canvas: Canvas, look: Look) -> None:
        """A sheet of keys, in one or two columns."""
        wall = canvas.wall
        veil(canvas, 0.7)
        sheet = self._sheet(wall)
        pieces.sheet(canvas, sheet)
        pages = self._pages(wall)
        self._page = min(self._page, len(pages) - 1)
        head, body = sheet.inset(52, 32).cut_top(96 * wall.seat, 12)
        draw_label(canvas, _("Keys"), head, size=wall.L, weight=HEAVY)
        if len(pages) > 1:
            draw_label(canvas, f"{self._page + 1} / {len(pages)}", head, size=wall.S, align="right")
        shown = pages[self._page]
        two = wall.kind == "wide" and not wall.is_far
        columns = body.columns(2, 48) if two else [body]
        per = -(-len(shown) // len(columns))
        for column, area in enumerate(columns):
            for i, row in enumerate(shown[column * per : (column + 1) * per]):
                self._draw_row(
                    canvas, Box(area.x, area.y + i * self._row(wall), area.w, self._row(wall)), *row
                )

    def _draw_row(self, canvas: Canvas, box: Box, keys: str, does: str) -> None:
        wall = canvas.wall
        if wall.kind == "tall":
            cap, words = box.inset(0, 6).cut_top(box.h * 0.48, 2)
        else:
            cap, words = box.inset(0, 7).cut_left(box.w * 0.46, 24)
        pieces.inset(canvas, cap, radius=20)
        draw_label(
            canvas, keys, cap.inset(18, 2), size=(wall.S, wall.S * 0.7), weight=HEAVY, lines=2
        )
        draw_label(canvas, does, words, size=(wall.S * 1.1, wall.S * 0.8), weight=BODY, lines=2)

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Anywhere: on."""
        return (Hotspot(look.wall.box, lambda: self.on_next(look), radius=0),)

    def on_next(self, look: Look) -> Outcome | None:
        """The next page, then away."""
        if self._page + 1 < len(self._pages(look.wall)):
            self._page += 1
            return Stay()
        return Pop()

    def on_previous(self, look: Look) -> Outcome | None:
        """The page before."""
        self._page = max(0, self._page - 1)
        return Stay()
