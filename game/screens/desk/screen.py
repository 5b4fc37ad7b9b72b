"""The facilitator's desk, over the running game and never in its way.

A sheet at the wall's side. Whatever it does not take itself is the game's: bells, buzzers,
clocks, the way on. It is opened by Esc, by a right-click, or by the key of one of its pages.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from game.i18n import _
from game.rules.state import State
from game.screens import parts
from game.screens.desk.halftyped import half_typed, type_again
from game.screens.desk.page import Page
from game.screens.desk.places import HEAD, PAD, near, near_canvas
from game.screens.inputs import Composing, Pointer, Press, Typed
from game.screens.kit import pieces
from game.screens.kit.text import HEAVY, draw_label
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.parts import Part
from game.screens.screen import Hotspot, Look, Outcome, Pop, Screen, Stay
from game.session.drafts import Draft

RADIUS = 36.0
CROSS = 64.0


class DeskScreen(Screen):
    """Some pages on one sheet; Esc goes back a page, then away."""

    overlay = True
    through = True

    def __init__(self, first: Page | None = None) -> None:
        if first is None:
            from game.screens.desk.controls import ControlsPage

            first = ControlsPage()
        first.desk = self
        self.pages = [first]

    @property
    def page(self) -> Page:
        """What lies on top."""
        return self.pages[-1]

    @property
    def typing(self) -> bool:  # type: ignore[override]
        """While the page has text entered."""
        return self.page.typing

    def near(self, look: Look) -> Wall:
        """The wall as the facilitator sees it."""
        return near(look.wall)

    def open(self, page: Page) -> Outcome:
        """Lay a page on top."""
        page.desk = self
        self.pages.append(page)
        return Stay()

    def back(self) -> Outcome:
        """The page before, or away."""
        if len(self.pages) > 1:
            self.pages.pop()
            return Stay()
        return Pop()

    def key(self, look: Look) -> Hashable:
        """The page, and all it may show."""
        page = self.page
        return (look.version, look.settings, len(self.pages), id(page), page.key(look))

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The sheet, its title, a cross, and the page."""
        flat = near_canvas(canvas)
        wall, sheet = flat.wall, self.page.sheet(flat.wall, look)
        pieces.sheet(flat, sheet, radius=RADIUS, level="high", fill=flat.theme.ground_2)
        head = Box(sheet.x + PAD, sheet.y + 10, sheet.w - 2 * PAD - CROSS - 8, HEAD - 18)
        draw_label(
            flat, self.page.title(look), head, size=(wall.M * 0.9, wall.S), weight=HEAVY, lines=2
        )
        parts.paint_parts(flat, self._parts(look))

    def _parts(self, look: Look) -> list[Part]:
        wall = self.near(look)
        return [*self.page.parts(wall, look), self._cross(wall, look)]

    def _cross(self, wall: Wall, look: Look) -> Part:
        sheet = self.page.sheet(wall, look)
        box = Box(sheet.right - PAD - CROSS, sheet.y + 8, CROSS, CROSS)

        def draw(canvas: Canvas) -> None:
            pieces.inset(canvas, box, radius=CROSS / 2, fill=canvas.theme.sheet)
            name = "icon-back" if len(self.pages) > 1 else "icon-next"
            pieces.icon(canvas, name, box.cx, box.cy, CROSS * 0.5)

        name = _("Back") if len(self.pages) > 1 else _("Away")
        return Part(draw, Hotspot(box, self.back, name, radius=CROSS / 2), rank=parts.LATER)

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """The page's rows, and the way back."""
        return parts.spots_of(self._parts(look))

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """Esc goes back a page; then the page's own keys. The rest is the game's."""
        if press.name == "escape":
            if self.page.leave():
                return Stay()
            return self.back()
        if look.focus is not None and press.name in ("return", "enter", "space"):
            return None if self.page.typing else self._focused(look)
        return self.page.on_press(press, look)

    def _focused(self, look: Look) -> Outcome | None:
        spots = self.hotspots(look)
        if look.focus is None or look.focus >= len(spots):
            return None
        return spots[look.focus].activate() or Stay()

    def half_typed(self, state: State) -> Draft | None:
        """What stands in the page, where sentences are written in it."""
        return half_typed(self.page)

    def type_again(self, texts: Sequence[str], state: State) -> None:
        """In the page."""
        type_again(self.page, texts)

    def on_typed(self, typed: Typed | Composing, look: Look) -> Outcome | None:
        """Text for the page."""
        return self.page.on_typed(typed, look)

    def on_pointer(self, pointer: Pointer, look: Look) -> Outcome | None:
        """On the sheet everything is the desk's; beside it everything is the game's."""
        if not self.page.sheet(self.near(look), look).holds(pointer.x, pointer.y):
            return None
        found = self.page.on_pointer(pointer, look)
        if found is not None:
            return found
        if pointer.kind == "down" and pointer.button == 1:
            for spot in reversed(self.hotspots(look)):
                if spot.box.holds(pointer.x, pointer.y):
                    return spot.activate() or Stay()
        return Stay()
