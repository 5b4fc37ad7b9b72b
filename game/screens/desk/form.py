"""What has to be told before a control can be done: whom it is for, how many, in which words.

Made from the control's own fields, so that the rules and the form cannot disagree. One field is
open at a time; where choosing is all there is, choosing does it.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import partial

from game.screens import parts
from game.screens.desk import rows as lines
from game.screens.desk.fields import (
    NUMBER_SIGNS,
    can_be_told,
    in_words,
    outcome_of,
    stepped_number,
    token_of,
    typed,
)
from game.screens.desk.page import Page
from game.screens.desk.places import HEAD, MARGIN, PAD, SLIM
from game.screens.desk.rows import Row
from game.screens.fieldview import draw_field
from game.screens.inputs import Composing, Press, Typed
from game.screens.kit.text import BOLD, HEAVY, text_width
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.parts import Part
from game.screens.ringers import bells_hear
from game.screens.screen import Hotspot, Look, MoveFocus, Outcome, Stay
from game.screens.textfield import TextField
from game.session.controls import Control, ControlError, Field, build

WIDTH = SLIM + 84
LABEL = 46.0
FIELD = 128.0
STEPPER = 76.0


class FormPage(Page):
    """The fields of a control, one open at a time, and the button that does it."""

    width = WIDTH

    def __init__(self, control: Control, values: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.control = control
        self.fields = tuple(field for field in control.fields if can_be_told(field))
        """Those there is something to tell in: with eight teams no colour is left to choose."""
        self.values = {field.name: field.value for field in control.fields} | dict(values or {})
        for field in control.fields:
            if stepped_number(field) and not self.values[field.name]:
                self.values[field.name] = str(max(1, int(field.low or 0)))
        self.texts = {
            field.name: TextField(
                self.values[field.name],
                int(field.high or 300) if field.kind == "text" else NUMBER_SIGNS,
            )
            for field in control.fields
            if typed(field)
        }
        for text in self.texts.values():
            text.select_all()
        self.active = self._first_open()
        self.trouble = ""
        """Why it could not be done, or what else has to be said of it, as a sentence."""
        self._version = 0

    def _first_open(self) -> int:
        """The first field that must be filled in still; else the first that can be stepped."""
        for i, field in enumerate(self.fields):
            if field.required and not self.values[field.name]:
                return i
        return next((i for i, field in enumerate(self.fields) if stepped_number(field)), 0)

    @property
    def field(self) -> Field:
        """The one that is open."""
        return self.fields[self.active]

    @property
    def given(self) -> dict[str, str]:
        """What stands in every field of the control now, in their order."""
        return self.values | {name: text.text for name, text in self.texts.items()}

    @property
    def typing(self) -> bool:  # type: ignore[override]
        """While the open field is written in."""
        return typed(self.field)

    def title(self, look: Look) -> str:
        """What will be done; in fewer words where those of the button would be small up here."""
        from game.screens.desk.context import short_words  # it knows the pages that know this one

        label, wall = self.control.label, self.desk.near(look)
        w = self.room(look).w - 2 * PAD - HEAD
        if text_width(wall, label, wall.S, HEAVY) <= w:
            return label
        return short_words().get(self.control.id, label)

    def key(self, look: Look) -> Hashable:
        """Changes with every key."""
        return self._version, self.active, self.trouble

    # -- layout

    def sheet(self, wall: Wall, look: Look) -> Box:
        """Over the strip as well, where all that can be chosen has no room above it."""
        room = self.room(look)
        h = HEAD + self.body_height(wall, look, room.w - 2 * PAD) + PAD
        if h <= room.h:
            return super().sheet(wall, look)
        bottom = room.bottom if wall.kind == "tall" else min(room.y + h, wall.height - MARGIN)
        top = max(MARGIN, bottom - h)
        return Box(room.x, top, room.w, bottom - top)

    def _button(self, look: Look) -> Row:
        return Row(self.control.label, partial(self.done, look), "return", primary=True)

    def _open_rows(self, look: Look) -> list[Row]:
        """The choices of the open field."""
        field = self.field
        return [
            Row(
                label,
                partial(self._choose, value, look),
                str(i + 1) if i < 9 else "",
                token=token_of(look.game, field, value),
                on=value == self.values[field.name],
            )
            for i, (value, label) in enumerate(field.choices)
        ]

    def _open_height(self, wall: Wall, look: Look, w: float) -> float:
        if self.field.choices:
            return lines.whole_height(wall, self._open_rows(look), w)
        return STEPPER if stepped_number(self.field) else FIELD

    def body_height(self, wall: Wall, look: Look, w: float) -> float:
        """Every field, the open one whole, what is wrong, and the button."""
        folded = (len(self.fields) - 1) * (lines.ROW + lines.GAP)
        wrong = lines.words_height(wall, self.trouble, w)
        button = 0.0
        if not self._choosing_does_it:
            button = lines.height(wall, self._button(look), w) + lines.BREAK
        return LABEL + self._open_height(wall, look, w) + lines.GAP + folded + wrong + button

    @property
    def _choosing_does_it(self) -> bool:
        return len(self.fields) == 1 and bool(self.field.choices)

    def parts(self, wall: Wall, look: Look) -> list[Part]:
        """The fields under one another, and the button."""
        rest, found = self.body(wall, look), list[Part]()
        for i, field in enumerate(self.fields):
            if i == self.active:
                label, rest = rest.cut_top(LABEL)
                found.append(parts.label(field.label, label, size=wall.S, weight=BOLD, grey=True))
                place, rest = rest.cut_top(self._open_height(wall, look, rest.w), lines.GAP)
                found += self._open_parts(wall, look, place)
            else:
                place, rest = rest.cut_top(lines.ROW, lines.GAP)
                told = in_words(field, self.given[field.name])
                row = Row(field.label, partial(self._open, i), value=told)
                found.append(lines.part(place, row))
        wrong = lines.words_height(wall, self.trouble, rest.w)
        if wrong:
            place, rest = rest.cut_top(wrong)
            words = parts.label(self.trouble, place, size=wall.S, weight=BOLD, lines=4)
            found.append(words)
        if not self._choosing_does_it:
            row = self._button(look)
            high = lines.height(wall, row, rest.w)
            place = rest.cut_top(lines.BREAK - lines.GAP)[1].cut_top(high)[0]
            found.append(lines.part(place, row))
        return found

    def _open_parts(self, wall: Wall, look: Look, place: Box) -> list[Part]:
        if self.field.choices:
            rows = lines.paged(wall, self._open_rows(look), place.w, 1e9)[0]
            return [
                lines.part(
                    Box(place.x, place.y + y, place.w, lines.height(wall, row, place.w)), row
                )
                for row, y in rows
            ]
        if stepped_number(self.field):
            return self._stepper(place)
        text = self.texts[self.field.name]

        def draw(canvas: Canvas) -> None:
            draw_field(canvas, place, text, active=True, size=canvas.wall.S * 1.1)

        return [Part(draw, Hotspot(place, Stay(), self.field.label))]

    def _stepper(self, place: Box) -> list[Part]:
        field = self.field
        less, more = (
            partial(self._step, by) if self._stepped(by) is not None else None for by in (-1, 1)
        )
        return parts.stepper(
            place, in_words(field, self.given[field.name]), less, more, name=field.label
        )

    # -- what people do

    def say(self, told: str) -> None:
        """Show a sentence over the button until something changes."""
        self._version += 1
        self.trouble = told

    def _changed(self) -> Outcome:
        self.say("")
        return Stay()

    def _open(self, i: int) -> Outcome:
        self.active = i
        return self._changed()

    def _choose(self, value: str, look: Look) -> Outcome:
        self.values[self.field.name] = value
        self._changed()
        if self._choosing_does_it:
            return self.done(look)
        self.active = min(self.active + 1, len(self.fields) - 1)
        return Stay()

    def _stepped(self, by: int) -> str | None:
        """The next number down or up, without 0 where that would give nothing; None at its end."""
        field = self.field
        value = int(float(self.values[field.name] or 0)) + by
        if value == 0 and field.low is not None and field.low < 0:
            value += by
        assert field.low is not None
        assert field.high is not None
        return str(value) if field.low <= value <= field.high else None

    def _step(self, by: int) -> Outcome:
        to = self._stepped(by)
        if to is not None:
            self.values[self.field.name] = to
        return self._changed()

    def done(self, look: Look) -> Outcome:
        """Do it, or say what is wrong and open that field."""
        self._version += 1
        try:
            return outcome_of(build(self.control, self.given, look.at))
        except ControlError as wrong:
            self.say(wrong.sentence)
            names = [field.name for field in self.fields]
            if wrong.field in names:
                self.active = names.index(wrong.field)
            return Stay()

    def on_typed(self, given: Typed | Composing, look: Look) -> Outcome | None:
        """Into the open field."""
        if not self.typing:
            return None
        self.texts[self.field.name].type(given)
        return self._changed()

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """Enter does it, Tab opens the next field, digits choose, ← → step; the rest is text."""
        if press.alt or press.name in ("f11", "f1"):
            return None
        if press.name in ("return", "enter"):
            return self.done(look)
        count = len(self.fields)
        if press.name == "tab" and count > 1:
            return self._open((self.active + (-1 if press.shift else 1)) % count)
        if self.typing:
            return self._write(press, count)
        if press.name in ("up", "down"):
            return MoveFocus(-1 if press.name == "up" else 1)
        if press.name in ("left", "right", "-", "+", "=") and stepped_number(self.field):
            return self._step(-1 if press.name in ("left", "-") else 1)
        if press.digit is not None and not bells_hear(look.game):
            return self._by_digit(press.digit, look)
        return None

    def _write(self, press: Press, count: int) -> Outcome:
        if press.name in ("up", "down") and count > 1:
            return self._open((self.active + (-1 if press.name == "up" else 1)) % count)
        if self.texts[self.field.name].press(press):
            self._changed()
        return Stay()

    def _by_digit(self, digit: int, look: Look) -> Outcome:
        choices = self.field.choices
        if 1 <= digit <= len(choices):
            return self._choose(choices[digit - 1][0], look)
        if stepped_number(self.field):
            low, high = self.field.low or 0, self.field.high or 0
            if low <= digit <= high:
                self.values[self.field.name] = str(digit)
        return self._changed()
