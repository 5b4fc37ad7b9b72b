"""What lies on the desk: a page with a title, a few words, and rows of what can be done."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from game.screens import parts
from game.screens.desk import rows as lines
from game.screens.desk.places import HEAD, PAD, SLIM, hugging, most
from game.screens.desk.rows import Row
from game.screens.inputs import SECOND_BELLS, Composing, Pointer, Press, Typed
from game.screens.kit.text import draw_text
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.parts import Part
from game.screens.ringers import bells_hear
from game.screens.scenes import key_of
from game.screens.scenes.boardview import strip_style
from game.screens.screen import Look, MoveFocus, Outcome, Stay

if TYPE_CHECKING:
    from game.screens.desk.screen import DeskScreen

FOOT = 48.0
"""Kept for the mark of pages, where there are several."""


class Page:
    """One thing the desk can show; the screen around it keeps the sheet, Esc and the ring."""

    width = SLIM
    """Of its sheet, in units, where the wall has room."""
    typing = False
    """True while text is entered."""

    def __init__(self) -> None:
        self.desk: DeskScreen
        """The screen it lies on; set when it is opened."""
        self.at = 0
        """Which of its pages is shown."""
        self._listed: tuple[Look | None, Hashable, Sequence[Row]] = (None, None, ())

    def title(self, look: Look) -> str:
        """A few words over it."""
        raise NotImplementedError

    def words(self, look: Look) -> str:
        """What is said before anything is done, or ""."""
        return ""

    def rows(self, look: Look) -> Sequence[Row]:
        """What can be done, the most wanted first."""
        return ()

    def listed(self, look: Look) -> Sequence[Row]:
        """The rows, made once for a look however often a layout asks for them."""
        seen, key, rows = self._listed
        if seen is not look or key != self.key(look):
            rows = self.rows(look)
            self._listed = look, self.key(look), rows
        return rows

    def key(self, look: Look) -> Hashable:
        """Everything it shows beside the state and the settings."""
        return self.at

    # -- layout; `wall` is always the facilitator's

    def sheet(self, wall: Wall, look: Look) -> Box:
        """Where its sheet lies."""
        room = self.room(look)
        return hugging(wall, room, HEAD + self.body_height(wall, look, room.w - 2 * PAD) + PAD)

    def room(self, look: Look) -> Box:
        """The most its sheet may take."""
        over_board = key_of(look.game) == "board"  # where the strip is higher than elsewhere
        style = strip_style(look.wall) if over_board else "slim"
        return most(look.wall, len(look.game.teams), self.width, style)

    def body(self, wall: Wall, look: Look) -> Box:
        """The sheet without its title and margins."""
        sheet = self.sheet(wall, look)
        return Box(sheet.x + PAD, sheet.y + HEAD, sheet.w - 2 * PAD, sheet.h - HEAD - PAD)

    def body_height(self, wall: Wall, look: Look, w: float) -> float:
        """What it would take if the wall had no end."""
        words = lines.words_height(wall, self.words(look), w)
        return words + lines.whole_height(wall, self.listed(look), w)

    def _list(self, wall: Wall, look: Look) -> tuple[Box, list[list[tuple[Row, float]]]]:
        """(where the rows stand, the rows of each page)."""
        body = self.body(wall, look)
        area = body.cut_top(lines.words_height(wall, self.words(look), body.w))[1]
        found = lines.paged(wall, self.listed(look), area.w, area.h)
        if len(found) > 1:
            found = lines.paged(wall, self.listed(look), area.w, area.h - FOOT)
        return area, found

    def parts(self, wall: Wall, look: Look) -> list[Part]:
        """All of it, as drawn and as pointed at."""
        found = self._words_part(wall, look)
        area, pages = self._list(wall, look)
        at = min(self.at, len(pages) - 1)
        for row, y in pages[at]:
            high = lines.height(wall, row, area.w)
            found.append(lines.part(Box(area.x, area.y + y, area.w, high), row))
        turn = parts.page_turner(
            area.cx, area.bottom - FOOT / 2 + 8, len(pages), at, lambda: self._turn(1, look), ">"
        )
        return found + turn

    def _words_part(self, wall: Wall, look: Look) -> list[Part]:
        words = self.words(look)
        if not words:
            return []
        body = self.body(wall, look)
        return [Part(lambda canvas: _draw_words(canvas, words, body))]

    # -- what people do

    def pages(self, look: Look) -> int:
        """On how many pages its rows stand."""
        return len(self._list(self.desk.near(look), look)[1])

    def _turn(self, by: int, look: Look) -> Outcome:
        count = self.pages(look)
        self.at = (min(self.at, count - 1) + by) % count
        return Stay()

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """The key of a row, or one that moves the ring; None leaves it to the game."""
        if press.name in ("up", "down") and press.plain:
            return MoveFocus(-1 if press.name == "up" else 1)
        if press.name in ("left", "right") and press.plain:
            several = self.pages(look) > 1
            return self._turn(-1 if press.name == "left" else 1, look) if several else None
        if press.name in SECOND_BELLS and bells_hear(look.game):
            return None  # a team's bell rings, whatever lies on the desk
        return self._chosen_by(press, look)

    def _chosen_by(self, press: Press, look: Look) -> Outcome | None:
        found = next((row for row in self.listed(look) if row.key and row.key == press.key), None)
        if found is None:
            return None
        return (found.does() if callable(found.does) else found.does) or Stay()

    def on_typed(self, typed: Typed | Composing, look: Look) -> Outcome | None:
        """Text, while `typing`."""
        return None

    def on_pointer(self, pointer: Pointer, look: Look) -> Outcome | None:
        """The wheel turns its pages; the rest is the sheet's."""
        if pointer.kind == "wheel" and pointer.turn:
            return self._turn(-1 if pointer.turn > 0 else 1, look)
        return None

    def leave(self) -> bool:
        """Esc: True where the page keeps it to itself, as to take a choice back."""
        return False


def _draw_words(canvas: Canvas, words: str, box: Box) -> None:
    wall = canvas.wall
    draw_text(canvas, words, box, size=wall.S, color=canvas.theme.text_2, leading=1.15)
