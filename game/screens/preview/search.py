"""Jumping to a card: words are typed, and what holds them is listed with every letter."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial

from game.i18n import _
from game.screens import parts
from game.screens.fieldview import draw_field
from game.screens.inputs import Composing, Pointer, Press, Typed
from game.screens.keys import KeysScreen
from game.screens.kit import pieces
from game.screens.kit.scenery import veil
from game.screens.kit.text import BOLD, HEAVY, draw_label
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.parts import Part
from game.screens.preview.frame import SMALL, desk
from game.screens.preview.shelf import Entry, matches
from game.screens.preview.stand import Stand
from game.screens.preview.words import key_rows, section_name
from game.screens.scenes.cardwords import shortened
from game.screens.screen import Hotspot, Look, Outcome, Pop, Push, Screen, Stay
from game.screens.textfield import TextField

MOST_TYPED = 80
FIELD, ROW, GAP = 96.0, 92.0, 10.0


class SearchScreen(Screen):
    """Over the preview; Enter goes to the card in the list's brass, Esc leaves all as it was."""

    overlay = True
    typing = True

    def __init__(self, stand: Stand) -> None:
        self._stand = stand
        self._field = TextField("", MOST_TYPED)
        self._chosen = 0
        self._version = 0

    def key(self, look: Look) -> Hashable:
        """Changes with every key, and with the deck."""
        return (self._version, self._stand.version, look.settings)

    def found(self) -> tuple[int, ...]:
        """Places in the deck of what holds the words; the card one stands at first, at first."""
        places = matches(self._stand.entries, self._field.text)
        if self._field.text.strip():
            return places
        here = self._stand.at
        return (*places[here:], *places[:here])

    # -- layout

    def _sheet(self, wall: Wall) -> Box:
        return wall.box.inset(wall.margin * (1 if wall.kind == "tall" else 5), wall.margin)

    def _parts(self, look: Look) -> list[Part]:
        wall = desk(look.wall)
        sheet = self._sheet(wall)
        head, rest = sheet.inset(48, 32).cut_top(FIELD, 20)
        field = self._field
        parted = [
            parts.sheet(sheet),
            Part(lambda canvas: draw_field(canvas, head, field, active=True,
                                           hint=_("Words of a card, or its id"))),
        ]  # fmt: skip
        found = self.found()
        if not found:
            line = _("No card has these words.")
            return [*parted, parts.label(line, rest.cut_top(ROW)[0], size=wall.S, grey=True)]
        fits = max(1, int((rest.h + GAP) / (ROW + GAP)))
        first = max(0, min(self._at(found) - fits // 2, len(found) - fits))
        for i, place in enumerate(found[first : first + fits]):
            box = Box(rest.x, rest.y + i * (ROW + GAP), rest.w, ROW)
            parted.append(self._row(box, first + i, self._stand.entries[place]))
        return parted

    def _at(self, found: Sequence[int]) -> int:
        return max(0, min(self._chosen, len(found) - 1))

    def _row(self, box: Box, i: int, entry: Entry) -> Part:
        on = i == self._at(self.found())

        def draw(canvas: Canvas) -> None:
            theme, wall = canvas.theme, canvas.wall
            pieces.inset(canvas, box, radius=22, chosen=on, line=4)
            top, low = box.inset(26, 8).cut_top((box.h - 16) * 0.52)
            draw_label(canvas, entry.title, top, size=(wall.S, SMALL * 0.9),
                       weight=BOLD if on else HEAVY)  # fmt: skip
            prompt = " ".join(entry.prompt.split())[:160]
            line = f"{section_name(entry.section)} · {entry.id} · {prompt}"
            # One line, with a sign that it goes on: smaller type would tell no more from a chair.
            told = shortened(wall, line, low.w, SMALL * 0.9)
            draw_label(canvas, told, low, size=SMALL * 0.9, color=theme.text_2)

        return Part(draw, Hotspot(box, partial(self._go, i), entry.title, radius=22))

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The sheet: what is typed, and what holds it."""
        veil(canvas, 0.7)
        parts.paint_parts(desk(canvas.wall).canvas(canvas.surface), self._parts(look))

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Every card in the list."""
        return parts.spots_of(self._parts(look))

    # -- what people do

    def _go(self, i: int) -> Outcome:
        found = self.found()
        if found:
            self._stand.go(found[max(0, min(i, len(found) - 1))])
        return Pop()

    def _changed(self) -> Outcome:
        self._version += 1
        return Stay()

    def on_typed(self, typed: Typed | Composing, look: Look) -> Outcome | None:
        """Another letter: the likeliest card is chosen again."""
        self._field.type(typed)
        self._chosen = 0
        return self._changed()

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """Edit, go up and down the list, jump."""
        if press.alt or press.name in ("escape", "f11"):
            return None
        if press.name == "f1":
            return Push(KeysScreen(key_rows))
        found = self.found()
        match press.name:
            case "return" | "enter":
                # An input method's Enter takes what it made, and is no wish to go.
                return self._changed() if self._field.composing else self._go(self._at(found))
            case "down" | "up" | "page down" | "page up" | "tab":
                back = press.name in ("up", "page up") or press.shift
                by = 5 if press.name.startswith("page") else 1
                wanted = self._at(found) + (-by if back else by)
                self._chosen = max(0, min(wanted, len(found) - 1))
                return self._changed()
        before = self._field.text
        self._field.press(press)
        if self._field.text != before:
            self._chosen = 0
        return self._changed()

    def on_pointer(self, pointer: Pointer, look: Look) -> Outcome | None:
        """The wheel goes through the list; beside the sheet: back."""
        if pointer.kind == "wheel":
            found = self.found()
            self._chosen = max(0, min(self._at(found) - pointer.turn, len(found) - 1))
            return self._changed()
        sheet = self._sheet(desk(look.wall))
        if pointer.kind == "down" and not sheet.holds(pointer.x, pointer.y):
            return Pop()
        return None
