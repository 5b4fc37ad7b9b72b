"""A hand that reaches every control, and the one on the keyboard; the mouse has a file of its own.

Which keys and which rows, is asked of the program's own tables and screens: a key that moves, or
a row that stands elsewhere, is found where it is now. Before every press the wall must show what
it should: a picture that does not come is a failure of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.i18n import _
from game.screens.desk.fields import stepped_number
from game.screens.desk.form import FormPage
from game.screens.desk.page import Page
from game.screens.desk.screen import DeskScreen
from game.screens.desk.search import SearchPage
from game.screens.desk.shortcuts import presses
from game.screens.editor import Editor
from game.screens.inputs import Press, Typed
from game.screens.ringers import bells_hear
from game.session.controls import Control, Field, controls
from tests.window.shadow import Shadow

X11 = {
    "escape": "Escape", "return": "Return", "delete": "Delete", "end": "End", "home": "Home",
    "tab": "Tab", "up": "Up", "down": "Down", "left": "Left", "right": "Right", "+": "plus",
}  # fmt: skip
"""Keys that X has other names for."""
Values = Mapping[str, str]


def x11(key: str) -> str:
    """The name X has for a key of the program's tables: `shift+p`, `f12`, `return`."""
    held, plus, name = ("", "", key) if key == "+" else key.rpartition("+")
    name = name.upper() if len(name) > 1 and name[0] == "f" else X11.get(name, name)
    return f"{held}{plus}{name}"


def press_of(key: str) -> Press:
    """What the program reads of it."""
    if key == "+":
        return Press("=", shift=True)  # where a keyboard has it, as most have
    held, _plus, name = key.rpartition("+")
    return Press(name, shift=held == "shift", ctrl=held == "ctrl")


class Hand:
    """What both can do."""

    def __init__(self, shadow: Shadow) -> None:
        self.shadow = shadow

    @property
    def state(self) -> object:
        """Of the session, now."""
        return self.shadow.evening.state

    @property
    def page(self) -> Page | None:
        """What lies on the desk, if it is open."""
        top = self.shadow.top
        return top.page if isinstance(top, DeskScreen) else None

    def controls(self) -> dict[str, Control]:
        """What can be done now."""
        evening = self.shadow.evening
        evening.refresh()
        undo, redo = evening.session.can_undo, evening.session.can_redo
        return {one.id: one for one in controls(evening.state, undo, redo, evening.now())}

    def type(self, text: str) -> None:
        """Write: fingers do that, whichever hand chose the field."""
        shadow = self.shadow
        shadow.follow()
        shadow.game.desktop.do("type", "--delay", "4", text)
        for sign in text:
            name = "space" if sign == " " else sign.lower()
            shadow.director.take(Press(name, shift=sign.isupper()), shadow.look())
            shadow.director.take(Typed(sign), shadow.look())

    # -- each in its own way

    def reach(self, control: str, values: Values) -> None:
        """Choose a control, from the game alone."""
        raise NotImplementedError

    def choose(self, label: str) -> None:
        """A row of what lies open."""
        raise NotImplementedError

    def open_field(self, page: FormPage, field: Field) -> None:
        """Open one that is folded."""
        raise NotImplementedError

    def option(self, page: FormPage, label: str) -> None:
        """A choice of the field that is open."""
        raise NotImplementedError

    def step(self, page: FormPage, by: int) -> None:
        """The number of the field that is open, one up or down."""
        raise NotImplementedError

    def done(self, label: str) -> None:
        """What was told is all."""
        raise NotImplementedError

    def back(self) -> None:
        """One page back, or the sheet away."""
        raise NotImplementedError

    def away(self) -> None:
        """Whatever lies over the game goes."""
        while len(self.shadow.director.stack) > 1:
            self.back()

    def on(self) -> None:
        """The way on: Next."""
        raise NotImplementedError

    def tell(self, values: Values) -> None:
        """Fill in what is asked, and be done with it."""
        page, top = self.page, self.shadow.top
        if isinstance(page, FormPage):
            self._fill(page, values)
        elif isinstance(page, SearchPage):
            self.type(values["card"])
            (found,) = page.found(self.shadow.look().game)
            self.done(found.title)
        elif isinstance(top, Editor):
            for i, text in enumerate(values.values()):
                if i:
                    self.next_field(top, i)
                self.type(text)
            self.done(_("Keep"))

    def next_field(self, editor: Editor, i: int) -> None:
        """On to another line of what is written."""
        raise NotImplementedError

    def _fill(self, page: FormPage, values: Values) -> None:
        fields = {field.name: field for field in page.control.fields}
        for name, value in values.items():
            field = fields[name]
            told = page.texts[name].text if name in page.texts else page.values[name]
            choosing = len(fields) == 1 and bool(field.choices)
            if told == value and not choosing:
                continue
            if page.field is not field:
                self.open_field(page, field)
            assert page.field is field, f"{name} could not be opened"
            if field.choices:
                self.option(page, dict(field.choices)[value])
            elif stepped_number(field):
                while page.values[name] != value:
                    before = page.values[name]
                    self.step(page, 1 if int(value) > int(before) else -1)
                    assert page.values[name] != before, f"{name} stays at {before}"
            else:
                self.type(value)
        if self.page is page:
            self.done(page.control.label)


class Keyboard(Hand):
    """Keys, and nothing else."""

    name = "keyboard"

    def key(self, *keys: str) -> None:
        """One after another, each for the picture it was meant for."""
        shadow = self.shadow
        for key in keys:
            shadow.follow()
            look = shadow.look()  # before the log can tell what came of it
            shadow.game.desktop.press(x11(key))
            shadow.director.take(press_of(key), look)

    def reach(self, control: str, values: Values) -> None:
        """The keys that the program's table has for it; those of its scene choose as well."""
        self.key(*presses(control))

    def choose(self, label: str) -> None:
        """The arrows move the ring, Enter takes what wears it."""
        shadow = self.shadow
        for _press in range(60):
            spot = shadow.director.focused(shadow.look())
            if spot is not None and spot.name == label:
                self.key("return")
                return
            self.key("down")
        raise AssertionError(f"the ring never came to “{label}”")

    def open_field(self, page: FormPage, field: Field) -> None:
        """Tab goes round."""
        for _field in page.control.fields:
            if page.field is field:
                return
            self.key("tab")

    def option(self, page: FormPage, label: str) -> None:
        """Its digit; by arrows while digits are bells."""
        names = [name for _value, name in page.field.choices]
        at = names.index(label) + 1
        if at > 9 or bells_hear(self.shadow.evening.state):
            self.choose(label)
        else:
            self.key(str(at))

    def step(self, page: FormPage, by: int) -> None:
        """An arrow."""
        self.key("right" if by > 0 else "left")

    def done(self, label: str) -> None:
        """Enter."""
        self.key("return")

    def next_field(self, editor: Editor, i: int) -> None:
        """Enter as well."""
        self.key("return")

    def back(self) -> None:
        """Esc."""
        self.key("escape")

    def on(self) -> None:
        """The space bar."""
        self.key("space")
