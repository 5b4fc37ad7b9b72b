"""Typing on the wall: some fields on a sheet, such as the parts of an if-then plan."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial

from game.i18n import _, ngettext, number
from game.rules.state import State
from game.screens.fieldview import LEADING, draw_field, fitting_size, lay_field
from game.screens.inputs import Composing, Pointer, Press, Typed
from game.screens.kit import pieces
from game.screens.kit.people import token
from game.screens.kit.scenery import veil
from game.screens.kit.text import BOLD, HEAVY, draw_label
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.frame import team_colour
from game.screens.screen import Hotspot, Look, Outcome, Pop, Screen, Stay
from game.screens.textfield import TextField
from game.session.drafts import Draft

MOST_PART = 300
"""Characters of a part of a plan, or of an insight: what can still be read aloud."""
GAP = 18.0


class Editor(Screen):
    """Some fields over the running game; Enter goes to the next one, the last one saves."""

    overlay = True
    typing = True
    lines: Sequence[float] = (3.0,)
    """How many lines of text each field has room for."""

    def __init__(self, fields: Sequence[TextField]) -> None:
        self.fields = list(fields)
        self.active = 0
        self._version = 0
        self._dragging = False
        self._leaving = False
        self._again = False
        """What was half typed before stands here again, and nothing was changed since."""
        self._first = [field.text for field in self.fields]

    def title(self, look: Look) -> str:
        """What is being written."""
        raise NotImplementedError

    def labels(self) -> Sequence[str]:
        """A word before each field."""
        raise NotImplementedError

    def result(self) -> Outcome:
        """What saving asks for."""
        raise NotImplementedError

    def team(self) -> int | None:
        """Whose words these are."""
        return None

    def said(self) -> str:
        """What has to be said of what was just done, in the title's place; "" if nothing."""
        field = self.fields[self.active]
        if field.left_out:
            return cut_sentence(field)
        if self._leaving:
            return _("Esc again leaves, and keeps nothing of this.")
        return _("What was half typed is here again.") if self._again else ""

    def key(self, look: Look) -> Hashable:
        """Changes with every key."""
        return (look.version, self._version)

    # -- what outlives the program

    def belongs_to(self, state: State) -> str:
        """A name for what is written here, the same whenever it is opened again."""
        raise NotImplementedError

    def half_typed(self, state: State) -> Draft:
        """What stands in the fields."""
        texts = tuple(field.text for field in self.fields)
        return Draft(self.belongs_to(state), texts, list(texts) != self._first)

    def type_again(self, texts: Sequence[str], state: State) -> None:
        """Into the fields, as if it were typed: it can be taken back, and is not kept yet."""
        for i, (field, text) in enumerate(zip(self.fields, texts, strict=False)):
            if text != field.text:
                field.select_all()
                field.insert(text)
                self.active = i
        self._again = True
        self._version += 1

    # -- layout

    def _line(self, wall: Wall) -> float:
        return wall.M * LEADING

    def _label(self, wall: Wall) -> float:
        """Height of the labels that stand above their fields, in portrait."""
        return wall.M * 1.15 if wall.kind == "tall" else 0.0

    def _bar(self, wall: Wall) -> float:
        """Height of the heading, and of the buttons."""
        return 92 * min(wall.seat, 1.4)

    def extra(self, wall: Wall) -> float:
        """Height of a row between the fields and the buttons."""
        return 0.0

    def _extra(self, wall: Wall) -> float:
        """The same with its gap."""
        return self.extra(wall) + GAP if self.extra(wall) else 0.0

    def extra_box(self, wall: Wall) -> Box:
        """That row."""
        inner = self.box(wall).inset(52, 30).cut_bottom(self._bar(wall), GAP)[1]
        return inner.cut_bottom(self.extra(wall))[0]

    def _weights(self, wall: Wall) -> list[float]:
        """Lines of each field; where not all of them fit, the one that is written in has more."""
        n = len(self.fields)
        room = wall.height - 2 * wall.margin * 0.6 - 76 - 2 * self._bar(wall) - 2 * GAP
        room -= n * (28 + self._label(wall)) + GAP * (n - 1) + self._extra(wall)
        lines = room / self._line(wall)
        wished = list(self.lines)
        if sum(wished) <= lines:
            return wished
        rest = min(1.0, lines / (n + 1))
        return [max(rest, lines - rest * (n - 1)) if i == self.active else rest for i in range(n)]

    def _heights(self, wall: Wall) -> list[float]:
        """Of each row, with its label where that stands above."""
        line, label = self._line(wall), self._label(wall)
        return [weight * line + 28 + label for weight in self._weights(wall)]

    def box(self, wall: Wall) -> Box:
        """The sheet it is written on."""
        heights = self._heights(wall)
        h = sum(heights) + GAP * (len(heights) + 1) + 2 * self._bar(wall) + 76 + self._extra(wall)
        w = min(wall.width - 2 * wall.margin, 1560 * max(1.0, wall.seat * 0.95))
        h = min(h, wall.height - wall.margin * 0.6)
        return Box((wall.width - w) / 2, (wall.height - h) / 2, w, h)

    def rows(self, wall: Wall) -> list[tuple[Box, Box]]:
        """(label, field) of each row."""
        rest = self.box(wall).inset(52, 30).cut_top(self._bar(wall), GAP)[1]
        found = []
        for height in self._heights(wall):
            row, rest = rest.cut_top(height, GAP)
            if wall.kind == "tall":
                found.append(row.cut_top(self._label(wall)))
            else:
                label, field = row.cut_left(270 * min(1.3, wall.seat), 24)
                found.append((label, field))
        return found

    def buttons(self, wall: Wall) -> tuple[Box, Box]:
        """(keep, leave)."""
        line = self.box(wall).inset(52, 30).cut_bottom(self._bar(wall))[0]
        leave, keep = line.columns(2, 28)
        return keep, leave

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The sheet, its fields and two buttons."""
        wall = canvas.wall
        veil(canvas, 0.66)
        pieces.sheet(canvas, self.box(wall))
        head = self.box(wall).inset(52, 30).cut_top(self._bar(wall))[0]
        team = self.team()
        if team is not None:
            size = 72 * min(wall.seat, 1.3)
            token(canvas, team_colour(look.game, team), head.x + size / 2, head.cy, size)
            head = head.cut_left(size, 24)[1]
        words = self.said() or self.title(look)
        draw_label(canvas, words, head, size=(wall.M, wall.S), weight=HEAVY, lines=2)
        for i, ((label, field), words) in enumerate(
            zip(self.rows(wall), self.labels(), strict=True)
        ):
            draw_label(canvas, words, label, size=(wall.M, wall.S), weight=BOLD, lines=2)
            size = self._size(wall, i, field)
            draw_field(canvas, field, self.fields[i], active=i == self.active, size=size)
        keep, leave = self.buttons(wall)
        pieces.button(canvas, keep, _("Keep"), icon_name="icon-check", primary=True)
        pieces.button(canvas, leave, _("Leave it"))

    def _size(self, wall: Wall, i: int, box: Box) -> float:
        return fitting_size(wall, box, self.fields[i], (wall.M, wall.S))

    # -- what people do

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Keep, the fields, leave."""
        keep, leave = self.buttons(look.wall)
        spots = [Hotspot(keep, self._save, _("Keep"))]
        for i, (_label, field) in enumerate(self.rows(look.wall)):
            spots.append(Hotspot(field, partial(self._go_to, i)))
        spots.append(Hotspot(leave, Pop(), _("Leave it")))
        return spots

    def _changed(self) -> Outcome:
        self._version += 1
        return Stay()

    def _go_to(self, i: int) -> Outcome:
        self.fields[self.active].composing = ""
        self.active = i
        return self._changed()

    def _save(self) -> Outcome:
        self._version += 1
        return self.result()

    def _escape(self) -> bool:
        """True where Esc only says that words would be lost: it leaves when pressed again."""
        changed = [field.text for field in self.fields] != self._first
        if self._leaving or not changed:
            return False
        for field in self.fields:
            field.left_out = 0
        self._leaving = True
        self._version += 1
        return True

    def on_typed(self, typed: Typed | Composing, look: Look) -> Outcome | None:
        """Into the active field."""
        self._leaving = self._again = False
        self.fields[self.active].type(typed)
        return self._changed()

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """Edit, go from field to field, save or leave."""
        if press.name == "escape" and not press.alt and self._escape():
            return Stay()
        if press.alt or press.name in ("escape", "f11", "f1"):
            return None
        self._version += 1
        self._leaving = self._again = False
        field = self.fields[self.active]
        if field.press(press) or field.composing:
            return Stay()
        last = len(self.fields) - 1
        match press.name:
            case "return" | "enter" | "page down":
                if self.active == last or press.ctrl:
                    return self._save()
                return self._go_to(self.active + 1)
            case "tab":
                step = -1 if press.shift else 1
                return self._go_to((self.active + step) % len(self.fields))
            case "down":
                return self._go_to(min(last, self.active + 1))
            case "up" | "page up":
                return self._go_to(max(0, self.active - 1))
        return Stay()

    def on_pointer(self, pointer: Pointer, look: Look) -> Outcome | None:
        """Put the cursor where a field is pointed at, or draw the selection along."""
        if pointer.kind == "up":
            self._dragging = False
            return None
        drawn = pointer.kind == "move" and self._dragging
        pressed = pointer.kind == "down" and pointer.button == 1
        if not drawn and not pressed:
            return None
        wall = look.wall
        for i, (_label, box) in enumerate(self.rows(wall)):
            if (drawn and i == self.active) or (pressed and box.holds(pointer.x, pointer.y)):
                field = self.fields[i]
                laid = lay_field(wall, box, field, self._size(wall, i, box), i == self.active)
                field.place(laid.index_at(pointer.x, pointer.y), extend=drawn)
                self._dragging = True
                self.active = i
                return self._changed()
        return None


def cut_sentence(field: TextField) -> str:
    """That not all of what was pasted had room."""
    n = field.left_out
    return ngettext(
        "There is room for {most} characters here: {n} was left out.",
        "There is room for {most} characters here: {n} were left out.",
        n,
    ).format(most=number(field.most), n=number(n))
