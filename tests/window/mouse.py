"""A hand on the mouse: what is clicked is found on the screens of the program itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from game.i18n import _
from game.screens.desk.controls import ControlsPage
from game.screens.desk.form import FormPage
from game.screens.desk.screen import DeskScreen
from game.screens.editor import Editor
from game.screens.inputs import Pointer
from game.screens.screen import Hotspot, Push
from game.session.controls import Field
from tests.window.followed import until
from tests.window.hands import Hand, Values

GRID = 20
"""Places in a row that are looked at to find where something lies."""
LEFT, RIGHT, WHEEL_DOWN = 1, 3, 5


@dataclass(frozen=True)
class Menu:
    """What a right-click opens."""

    title: str
    rows: set[str]
    x: float
    y: float
    """Where, in units of the wall."""


class Mouse(Hand):
    """A pointer with two buttons and a wheel."""

    name = "mouse"

    def point(self, x: float, y: float, button: int = LEFT) -> None:
        """Click at a place, in units of the wall."""
        shadow = self.shadow
        look = shadow.look()  # before the log can tell what came of it
        u = look.wall.u
        left, top = (str(round(at * u)) for at in (x, y))
        x, y = int(left) / u, int(top) / u  # a pointer stands on a pixel
        # Not `click`, which sits out a tenth of a second after it.
        pressed = ("mousedown", str(button), "mouseup", str(button))
        shadow.game.desktop.do("mousemove", "--window", shadow.game.window, left, top, *pressed)
        if button == WHEEL_DOWN:
            shadow.director.take(Pointer("wheel", x, y, turn=-1), look)
            return
        shadow.director.take(Pointer("down", x, y, button), look)
        shadow.director.take(Pointer("up", x, y, button), shadow.look())

    def spots(self, name: str) -> list[Hotspot]:
        """Places of that name that can be clicked now: right after a ring there are none."""
        shadow = self.shadow
        game = next(one for one in reversed(shadow.director.stack) if not one.overlay)
        screens = [shadow.top] if shadow.top.overlay else [game]
        return [
            spot for screen in screens for spot in screen.hotspots(shadow.look())
            if spot.name == name
        ]  # fmt: skip

    def click(self, name: str, nth: int = 0) -> None:
        """The place of that name."""
        self.shadow.follow()
        found = until(
            partial(self.spots, name), lambda: f"there is no “{name}” among {self._names()}"
        )
        self.point(found[nth].box.cx, found[nth].box.cy)

    def _names(self) -> list[str]:
        return [spot.name for spot in self.shadow.top.hotspots(self.shadow.look())]

    def choose(self, label: str) -> None:
        """Turn the pages of the sheet until it stands there, and click it."""
        for _page in range(12):
            if self.spots(label):
                self.click(label)
                return
            assert isinstance(self.shadow.top, DeskScreen)
            self.shadow.follow()
            look = self.shadow.look()
            sheet = self.shadow.top.page.sheet(self.shadow.top.near(look), look)
            self.point(sheet.cx, sheet.cy, WHEEL_DOWN)
        raise AssertionError(f"“{label}” stands on no page of the desk")

    def reach(self, control: str, values: Values) -> None:
        """A right-click on what it is for; else everything, and its pages."""
        label = self.controls()[control].label
        whose = self.shadow.evening.state.anyone(int(values["team"])) if "team" in values else None
        for menu in self.menus():
            if label in menu.rows and (whose is None or menu.title == whose.name):
                self.menu(menu.x, menu.y)
                self.click(label)
                return
        self.everything()
        self.choose(label)

    def menus(self) -> Iterator[Menu]:
        """What a right-click opens, for each thing on the wall."""
        shadow, look = self.shadow, self.shadow.look()
        game = next(one for one in reversed(shadow.director.stack) if not one.overlay)
        met = set[str]()
        for row in range(GRID):
            for column in range(GRID):
                # From the lower edge up: teams stand there.
                x = (column + 0.5) * look.wall.width / GRID
                y = (GRID - row - 0.5) * look.wall.height / GRID
                opened = game.on_pointer(Pointer("down", x, y, RIGHT), look)
                assert isinstance(opened, Push)
                assert isinstance(opened.screen, DeskScreen)
                page = opened.screen.page
                title = page.title(look)
                if title not in met:
                    met.add(title)
                    yield Menu(title, {line.text for line in page.rows(look)}, x, y)

    def menu(self, x: float, y: float) -> None:
        """A right-click."""
        self.shadow.follow()
        self.point(x, y, RIGHT)

    def everything(self) -> None:
        """All that can be done."""
        self.menu(self.shadow.wall.width * 0.4, self.shadow.wall.height * 0.3)
        self.click(_("The whole desk…"))
        assert isinstance(self.page, ControlsPage)

    def open_field(self, page: FormPage, field: Field) -> None:
        """A click on its row."""
        self.click(field.label)

    def option(self, page: FormPage, label: str) -> None:
        """A click on it."""
        self.click(label)

    def step(self, page: FormPage, by: int) -> None:
        """A click on its sign."""
        self.click(f"{page.field.label} {'+' if by > 0 else '−'}")

    def done(self, label: str) -> None:
        """A click on the button."""
        self.click(label)

    def next_field(self, editor: Editor, i: int) -> None:
        """A click into it."""
        _label, field = editor.rows(self.shadow.wall)[i]
        self.shadow.follow()
        self.point(field.cx, field.cy)

    def back(self) -> None:
        """A click on the cross, or on what leads back."""
        names = self._names()
        self.click(next(name for name in (_("Away"), _("Back"), "") if name in names))

    def on(self) -> None:
        """The button that leads on."""
        self.click(_("Next"))
