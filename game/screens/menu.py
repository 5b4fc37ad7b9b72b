"""The menu around a session: what can be switched, and the way out.

Esc opens it and closes it; nothing in it quits unasked. While a session runs Esc opens the desk.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from game import i18n
from game.i18n import _
from game.screens.inputs import Pointer, Press
from game.screens.keys import KeysScreen
from game.screens.kit import pieces
from game.screens.kit.scenery import veil
from game.screens.kit.text import BOLD, HEAVY, draw_label, fit_label
from game.screens.kit.wall import SEATS, Box, Canvas, Wall
from game.screens.screen import (
    Change,
    Home,
    Hotspot,
    Look,
    OpenConsole,
    Outcome,
    Pop,
    Push,
    Quit,
    Screen,
    Stay,
)
from game.screens.settings import Settings

MOST = 48 * 1.34
"""Largest type of what can be done, in units."""


@dataclass(frozen=True)
class Item:
    """A button of the menu."""

    label: str
    does: Outcome | Callable[[], Outcome | None]
    value: str = ""
    """What a setting is now."""
    primary: bool = False


def seat_heights(seat: float) -> int:
    """How many picture heights away the last row sits."""
    return dict(zip(SEATS, (6, 8, 10), strict=True)).get(seat, 6)


def seat_name(seat: float) -> str:
    """How far away the last row is, in picture heights."""
    return _("{n} picture heights").format(n=seat_heights(seat))


def theme_name(theme: str) -> str:
    """The theme's name."""
    return _("Stage") if theme == "stage" else _("Daylight")


def next_language() -> str:
    """The interface's language after the one now spoken; after the last the first."""
    languages, spoken = i18n.available(), i18n.language()
    at = languages.index(spoken) if spoken in languages else -1
    return languages[(at + 1) % len(languages)]


def next_theme(theme: str) -> str:
    """The other light."""
    return "daylight" if theme == "stage" else "stage"


def setting_items(settings: Settings) -> list[Item]:
    """Everything that can be switched at any moment; each press takes the next value."""
    seat = SEATS[(SEATS.index(settings.seat) + 1) % len(SEATS)]
    louder = 0 if settings.volume >= 10 else settings.volume + 2
    on, off = _("on"), _("off")
    return [
        Item(_("Language"), Change("language", next_language()), i18n.endonym(i18n.language())),
        Item(
            _("Light"),
            Change("theme", next_theme(settings.theme)),
            theme_name(settings.theme),
        ),
        Item(_("Last row"), Change("seat", seat), seat_name(settings.seat)),
        Item(
            _("Motion"),
            Change("reduced_motion", not settings.reduced_motion),
            _("reduced") if settings.reduced_motion else _("full"),
        ),
        Item(_("Sound"), Change("mute", not settings.mute), off if settings.mute else on),
        Item(
            _("Volume"), Change("volume", min(10, louder)), _("{n} of 10").format(n=settings.volume)
        ),
        Item(
            _("Full screen"),
            Change("fullscreen", not settings.fullscreen),
            on if settings.fullscreen else off,
        ),
    ]


def display_items(settings: Settings) -> list[Item]:
    """Which display the wall is on, where there are several."""
    import pygame

    count = pygame.display.get_num_displays() if pygame.display.get_init() else 1
    if count < 2:
        return []
    here = settings.display
    return [
        Item(
            _("Screen"),
            Change("display", (here + 1) % count),
            _("{n} of {count}").format(n=here + 1, count=count),
        )
    ]


class MenuScreen(Screen):
    """Over whatever is on the wall."""

    overlay = True
    arrows = True

    def __init__(self, home: bool = False, more: Sequence[Item] = ()) -> None:
        self._home = home
        """True on a screen from which the start screen is a step back, without a session."""
        self._more = tuple(more)
        """What can be done only from the screen it lies over."""
        self._asks: Outcome | None = None
        """What the menu wants to be sure of."""
        self._page = 0

    def key(self, look: Look) -> Hashable:
        """Settings and what can be done."""
        return (look.version, look.settings, self._asks, self._page)

    def items(self, look: Look) -> list[Item]:
        """All buttons, the most wanted first."""
        from game.screens.devices import BuzzersScreen, RemapScreen

        if self._asks is not None:
            sure = _("Yes, quit") if isinstance(self._asks, Quit) else _("Yes")
            return [Item(_("Go on"), Pop(), primary=True), Item(sure, self._asks)]
        items = [Item(_("Go on"), Pop(), primary=True)]
        items.append(Item(_("Keys"), Push(KeysScreen())))
        items.append(Item(_("Keys and clickers"), lambda: Push(RemapScreen())))
        items.append(Item(_("Buzzers"), lambda: Push(BuzzersScreen())))
        items.append(Item(_("Console"), OpenConsole()))
        items += self._more
        items += setting_items(look.settings)
        items += display_items(look.settings)
        if self._home:
            items.append(Item(_("Start screen"), Home()))
        items.append(Item(_("Quit"), Quit()))
        return items

    def question(self, look: Look) -> str:
        """What is asked before the program is closed."""
        return _("Quit the game?") if self._asks is not None else _("Menu")

    def _columns(self, wall: Wall) -> int:
        if wall.kind == "tall":
            return 1 if wall.is_far else 2
        return 2 if wall.is_far else 3

    def layout(self, look: Look) -> tuple[Box, list[tuple[Item, Box]]]:
        """(sheet, the items of this page and their boxes)."""
        wall = look.wall
        items = self.items(look)
        columns = min(self._columns(wall), len(items))
        row = 116 * wall.seat
        sheet = wall.box.inset(wall.margin * 2, wall.margin)
        body = sheet.inset(52, 32).cut_top(100 * wall.seat, 12)[1].cut_bottom(16)[1]
        fits = max(1, int((body.h + 20) / (row + 20))) * columns
        if len(items) > fits:
            more = Item(_("More"), Stay())
            pages = -(-len(items) // max(1, fits - 1))
            first = self._page % pages * (fits - 1)
            items = [*items[first : first + fits - 1], more]
        rows = -(-len(items) // columns)
        h = rows * (row + 20) - 20
        area = Box(body.x, body.y, body.w, h)
        slack = body.h - h
        sheet = Box(sheet.x, sheet.y + slack / 2, sheet.w, sheet.h - slack)
        area = area.moved(0, slack / 2)
        return sheet, list(zip(items, area.grid(len(items), columns, 20), strict=True))

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The sheet and its buttons."""
        wall = canvas.wall
        veil(canvas, 0.7)
        sheet, placed = self.layout(look)
        pieces.sheet(canvas, sheet)
        head = Box(sheet.x + 52, sheet.y + 32, sheet.w - 104, 96 * wall.seat)
        draw_label(
            canvas, self.question(look), head, size=(wall.L, wall.M * 0.8), weight=HEAVY, lines=2
        )
        # All buttons that do something have one size of type, and all settings have one.
        does = min(
            (fit_label(wall, item.label, box.w - 48, box.h - 8, size=(min(wall.M, MOST), wall.S),
                       weight=BOLD).size for item, box in placed if not item.value),
            default=wall.S,
        )  # fmt: skip
        is_now = min(
            (fit_label(wall, item.value, box.w - 48, box.h / 2 - 8, size=(wall.M, wall.S * 0.7),
                       weight=BOLD).size for item, box in placed if item.value),
            default=wall.S,
        )  # fmt: skip
        for item, box in placed:
            if item.value:
                pieces.chip(canvas, box, radius=28)
                top, bottom = box.inset(24, 8).rows(2)
                draw_label(
                    canvas,
                    item.label,
                    top,
                    size=(wall.S, wall.S * 0.8),
                    color=canvas.theme.text_2,
                    align="center",
                )
                draw_label(
                    canvas,
                    item.value,
                    bottom,
                    size=is_now,
                    weight=BOLD,
                    align="center",
                )
            else:
                pieces.button(canvas, box, item.label, primary=item.primary, size=does)

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Every button."""
        return [Hotspot(box, self._chosen(item), item.label) for item, box in self.layout(look)[1]]

    def _chosen(self, item: Item) -> Outcome | Callable[[], Outcome | None]:
        wants = item.does
        if isinstance(wants, Stay):
            return self._turn
        if self._asks is None and isinstance(wants, Quit):
            return lambda: self._ask(wants)
        return wants

    def _turn(self) -> Outcome:
        self._page += 1
        return Stay()

    def _ask(self, wants: Outcome) -> Outcome:
        self._asks = wants
        return Stay()

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """Esc takes a question back before it closes the menu."""
        if press.name == "escape" and self._asks is not None:
            self._asks = None
            return Stay()
        return None

    def on_pointer(self, pointer: Pointer, look: Look) -> Outcome | None:
        """Beside the sheet: back to what lies beneath."""
        if pointer.kind == "down" and not self.layout(look)[0].holds(pointer.x, pointer.y):
            return Pop()
        return None

    def on_next(self, look: Look) -> Outcome | None:
        """Next without a button in focus goes on with the game."""
        return Pop()
