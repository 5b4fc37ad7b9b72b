"""The decks: what each is for and holds; those set aside with every reason why."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from pathlib import Path

from game import i18n
from game.i18n import _
from game.paths import user_decks_dir
from game.screens import parts
from game.screens.deckleaves import Item, Leaf, items_of, leaves_of, short_path
from game.screens.kit import pieces
from game.screens.kit.text import BODY, BOLD, HEAVY, OPTION, draw_label, text_width
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.parts import Part
from game.screens.partscreen import PartScreen
from game.screens.scenes.onward import Pages, draw_page_mark
from game.screens.screen import Hotspot, Look, Outcome, Pop, Push, Screen, Stay
from game.session.library import Library

ROW, GAP = 104.0, 14.0
DOTS = 40.0


class DecksScreen(PartScreen):
    """One deck at a time beside the list of all; Next goes through them, then away."""

    def __init__(
        self,
        library: Library,
        first: str = "",
        preview: Callable[[Path], Screen | None] | None = None,
    ) -> None:
        self._library = library
        self._preview = preview
        """Shows a deck card by card; None where that is not offered."""
        self._stocked = 0
        self._items: dict[str, list[Item]] = {}
        ids = [item.id for item in self.items()]
        self._at = ids.index(first) if first in ids else 0
        self._leaf = Pages()

    def items(self) -> list[Item]:
        """The shelf in the interface's language."""
        spoken = i18n.language()
        if spoken not in self._items:
            self._items[spoken] = items_of(self._library)
        return self._items[spoken]

    def key(self, look: Look) -> Hashable:
        """Which deck, which leaf."""
        return (self._at, self._leaf.at(99), look.settings, self._stocked)

    def restock(self, library: Library, shown: str = "") -> None:
        """Other decks are there now: the new one is shown, or the one that was."""
        items = self.items()
        wanted = shown or (items[self._at].id if items else "")
        self._library, self._items = library, {}
        self._stocked += 1
        ids = [item.id for item in self.items()]
        self._at = ids.index(wanted) if wanted in ids else 0
        self._leaf = Pages()

    # -- layout

    def _head(self, wall: Wall) -> Box:
        return Box(wall.margin, 28, wall.width - 2 * wall.margin, 88 * min(wall.seat, 1.4))

    def _foot(self, wall: Wall) -> Box:
        h = wall.S * (1.5 if wall.kind == "wide" and not wall.is_far else 2.5)
        m = wall.margin
        return Box(m, wall.height - h - 16, wall.width - 2 * m, h)

    def _areas(self, wall: Wall) -> tuple[Box | None, Box]:
        """(the list, the deck); without a list where there is no room beside the deck."""
        head, foot = self._head(wall), self._foot(wall)
        body = Box(head.x, head.bottom + 20, head.w, foot.y - head.bottom - 36)
        if wall.is_far or len(self.items()) < 2:
            return None, body
        if wall.kind == "tall":
            rows = min(5, len(self.items()))
            return body.cut_top(rows * (ROW + GAP) - GAP, 28)
        return body.cut_left(body.w * (0.29 if wall.kind == "wide" else 0.35), 28)

    def _leaves(self, wall: Wall, item: Item) -> list[Leaf]:
        return leaves_of(wall, item, self._text_box(wall), DOTS)

    def _text_box(self, wall: Wall) -> Box:
        """Where a leaf is drawn: the sheet below its title."""
        return self._areas(wall)[1].inset(48, 32).cut_top(wall.L * 1.2, 6)[1]

    def parts(self, look: Look) -> list[Part]:
        """Heading, list, sheet and foot."""
        wall, items = look.wall, self.items()
        head = self._head(wall)
        disc, rest = head.cut_left(min(head.h, 96), 24)
        found = [parts.back_button(disc.centred(disc.w, disc.w), Pop(), _("Back"))]
        own = _("Your own decks: {folder}").format(folder=short_path(user_decks_dir()))
        found.append(parts.label(own, self._foot(wall), size=wall.S))
        area, sheet = self._areas(wall)
        if not items:
            line = _("There is no deck that can be played.")
            found += [_title(wall, rest), parts.sheet(sheet)]
            return [*found, parts.label(line, sheet.inset(60, 40))]
        self._at = min(self._at, len(items) - 1)
        if area is not None:
            found += self._list(area)
            found += self._previewing(wall, rest, items[self._at])
        elif len(items) > 1:
            turner, rest = self._turner(wall, rest)
            found += turner
        return [*found, _title(wall, rest), *self._sheet(wall, sheet, items[self._at])]

    def _list(self, area: Box) -> list[Part]:
        """A window of the list around the deck that is shown."""
        items = self.items()
        fits = max(1, int((area.h + GAP) / (ROW + GAP)))
        first = max(0, min(self._at - fits // 2, len(items) - fits))
        found = []
        for i, item in enumerate(items[first : first + fits]):
            place = Box(area.x, area.y + i * (ROW + GAP), area.w, ROW)
            found.append(self._list_row(place, first + i, item))
        return found

    def _list_row(self, place: Box, i: int, item: Item) -> Part:
        on = i == self._at

        def draw(canvas: Canvas) -> None:
            wall, theme = canvas.wall, canvas.theme
            if item.ready or on:
                fill = theme.brass_soft if on else None
                pieces.chip(canvas, place, active=on, fill=fill)
            else:
                pieces.dashed(canvas, place, radius=36)
            top, low = place.inset(24, 12).rows(2)
            ink = theme.text if item.ready or on else theme.text_2
            weight = BOLD if on else OPTION
            draw_label(canvas, item.title, top, size=wall.S, weight=weight, color=ink)
            draw_label(canvas, item.line, low, size=wall.S, color=theme.text_2)

        return Part(draw, Hotspot(place, lambda: self._show(i), item.title, radius=36), rank=10)

    def _previewing(self, wall: Wall, rest: Box, item: Item) -> list[Part]:
        """A button for whoever sits at the desk: also for a deck that is to be mended."""
        preview, entry = self._preview, item.entry
        if preview is None or entry is None:
            return []

        def show() -> Outcome:
            screen = preview(entry.path)
            return Stay() if screen is None else Push(screen)

        text = _("Preview")
        place = rest.cut_right(parts.button_width(wall, text, icon=True))[0]
        place = place.centred(place.w, min(rest.h, wall.S * 2.2))
        return [parts.button(place, text, show, icon="icon-eye", small=True)]

    def _turner(self, wall: Wall, rest: Box) -> tuple[list[Part], Box]:
        """`2 / 9` and two discs, where there is no list; and the room that is left."""
        n = len(self.items())
        side = min(rest.h, 110.0)
        forward, rest = rest.cut_right(side, 20)
        backward, rest = rest.cut_right(side, 20)
        told = f"{self._at + 1} / {n}"
        words, rest = rest.cut_right(text_width(wall, f"{n} / {n}", wall.S) + 8, 20)
        found = [parts.label(told, words, size=wall.S, weight=BODY, align="right")]
        for disc, icon, by in ((backward, "icon-back", -1), (forward, "icon-next", 1)):
            place = disc.centred(side, side)
            goal = (self._at + by) % n
            found.append(_disc(place, icon, partial(self._show, goal)))
        return found, rest

    def _sheet(self, wall: Wall, sheet: Box, item: Item) -> list[Part]:
        leaves = self._leaves(wall, item)
        at = self._leaf.at(len(leaves))
        text = self._text_box(wall)

        def draw(canvas: Canvas) -> None:
            pieces.sheet(canvas, sheet)
            title = Box(text.x, sheet.y + 32, text.w, wall.L * 1.2)
            draw_label(canvas, item.title, title, size=(wall.L, wall.S * 1.2), weight=HEAVY,
                       lines=2)  # fmt: skip
            leaves[at](canvas, text)
            if len(leaves) > 1:
                draw_page_mark(canvas, len(leaves), at, sheet.cx, sheet.bottom - 42)

        if len(leaves) < 2:
            return [Part(draw)]
        return [Part(draw, Hotspot(sheet, lambda: self._turn(len(leaves)), item.title, radius=44))]

    # -- what people do

    def _show(self, i: int) -> Outcome:
        self._at, self._leaf = i, Pages()
        return Stay()

    def _turn(self, leaves: int) -> Outcome:
        """The next leaf; the first comes after the last."""
        if self._leaf.forward(leaves) is None:
            self._leaf = Pages()
        return Stay()

    def on_next(self, look: Look) -> Outcome | None:
        """The next leaf, the next deck, then away."""
        items = self.items()
        if items and self._leaf.forward(len(self._leaves(look.wall, items[self._at]))):
            return Stay()
        return self._show(self._at + 1) if self._at + 1 < len(items) else Pop()


def _title(wall: Wall, box: Box) -> Part:
    return parts.label(_("Decks"), box, size=(wall.L, wall.M), weight=HEAVY, lines=1)


def _disc(box: Box, icon: str, does: parts.Does) -> Part:
    def draw(canvas: Canvas) -> None:
        pieces.chip(canvas, box, radius=box.w / 2)
        pieces.icon(canvas, icon, box.cx, box.cy, box.w * 0.5)

    return Part(draw, Hotspot(box, does, radius=box.w / 2), rank=10)
