"""The console, as the wall sees it: opened here, or for a tablet by a code to scan.

A code lets one tablet in, once. As soon as it has, it goes from the wall: whoever photographed it
has nothing. It goes with this sheet as well.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Protocol

from game.i18n import _, ngettext
from game.screens.kit import pieces
from game.screens.kit.scenery import veil
from game.screens.kit.text import BODY, BOLD, HEAVY, draw_fitted, draw_label, fit, text_width
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.screen import Hotspot, Look, Outcome, Pop, Screen, Stay

QUIET = 4
"""Modules around a code that must stay light."""
BUTTON = 104.0
GAP = 20.0
MOST_SEAT = 1.34
"""This is read by who holds the tablet: it grows for the last row no more than so much."""
SIZES = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6, 0.5)
"""Of the largest type of the words: the first in which all of them have room."""
LEADING = 1.15

Matrix = tuple[tuple[bool, ...], ...]


@dataclass(frozen=True)
class ConsoleTold:
    """The console now, as the program tells it."""

    trouble: str = ""
    """Why there is none, as a sentence, or ""."""
    opening: bool = False
    """Not there yet: a moment's patience."""
    here: bool = False
    """This computer's own browser can come in."""
    network: bool = False
    """Tablets on the same network can."""
    address: str = ""
    """Where a tablet finds it, without the secret; "" while not known."""
    elsewhere: bool = False
    """This computer has other addresses, on other networks."""
    code: Matrix = ()
    """What to scan, while it still lets somebody in."""
    devices: tuple[str, ...] = ()
    """What is connected."""


class ConsoleHost(Protocol):
    """The program, as far as this sheet asks it."""

    def told(self) -> ConsoleTold:
        """The console now."""

    def open_here(self) -> None:
        """Open it in this computer's own browser."""

    def open_network(self) -> None:
        """Let a tablet in: a new code."""

    def close_network(self) -> None:
        """Send tablets home, and let none in."""

    def next_address(self) -> None:
        """Show the address on another network this computer is on."""


class ConsoleScreen(Screen):
    """Over whatever is on the wall."""

    overlay = True

    def __init__(self, host: ConsoleHost) -> None:
        self._host = host

    def key(self, look: Look) -> Hashable:
        """What there is to tell."""
        return self._host.told()

    # -- what can be pressed

    def buttons(self) -> list[tuple[str, Callable[[], Outcome | None]]]:
        """(label, what it does), the most wanted first."""
        told = self._host.told()
        found: list[tuple[str, Callable[[], Outcome | None]]] = []
        if not told.trouble:
            found.append((_("In a browser here"), self._doing(self._host.open_here)))
            label = _("Another tablet") if told.network else _("On a tablet")
            if not told.code:
                found.append((label, self._doing(self._host.open_network)))
            if told.code and told.elsewhere:
                found.append((_("Another address"), self._doing(self._host.next_address)))
            if told.network:
                found.append((_("Close to tablets"), self._doing(self._host.close_network)))
        found.append((_("Back"), Pop))
        return found

    def _doing(self, does: Callable[[], None]) -> Callable[[], Outcome | None]:
        def do() -> Outcome:
            does()
            return Stay()

        return do

    # -- where it stands

    def _sheet(self, wall: Wall) -> Box:
        whole = wall.box.inset(wall.margin * 2, wall.margin)
        # A few lines without a code need no whole wall.
        return whole if self._host.told().code else whole.centred(whole.w, whole.h * 0.6)

    def _seat(self, wall: Wall) -> float:
        return min(wall.seat, MOST_SEAT)

    def _foot(self, wall: Wall) -> list[Box]:
        count = len(self.buttons())
        inside = self._sheet(wall).inset(52, 40)
        columns = 2 if wall.kind == "tall" else count
        rows = -(-count // columns)
        h = rows * (BUTTON * self._seat(wall) + GAP) - GAP
        area = Box(inside.x, inside.bottom - h, inside.w, h)
        return area.grid(count, columns, GAP)

    def _body(self, wall: Wall) -> Box:
        inside = self._sheet(wall).inset(52, 40)
        top = inside.y + 110 * self._seat(wall)
        return Box(inside.x, top, inside.w, self._foot(wall)[0].y - 28 - top)

    def code_box(self, wall: Wall) -> Box:
        """Where the code is drawn: as large as there is room for."""
        return self._places(wall)[0]

    def _places(self, wall: Wall) -> tuple[Box, Box, Box | None]:
        """(code, words, the address where it has no room among the words)."""
        body = self._body(wall)
        if wall.kind == "tall":
            code, words = body.cut_top(min(body.w, body.h * 0.5), 24)
            return code.centred(code.h, code.h), words, None
        code, words = _beside(wall, body)
        address = self._host.told().address
        if text_width(wall, address, wall.S) <= words.w:
            return code, words, None
        low, body = body.cut_bottom(wall.S * 1.3, 10)
        return (*_beside(wall, body), low)

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The sheet: the code and the address, or why there are none."""
        wall, told = canvas.wall, self._host.told()
        veil(canvas, 0.7)
        sheet = self._sheet(wall)
        pieces.sheet(canvas, sheet)
        head = Box(sheet.x + 52, sheet.y + 32, sheet.w - 104, 96 * self._seat(wall))
        scale = self._seat(wall) / wall.seat
        draw_label(canvas, _("Console"), head, size=wall.L * scale, weight=HEAVY)
        if told.code:
            code, words, below = self._places(wall)
            draw_code(canvas, told.code, code)
            self._words(canvas, told, words, below)
        else:
            self._words(canvas, told, self._body(wall), None)
        for place, ((label, _does), box) in enumerate(
            zip(self.buttons(), self._foot(wall), strict=True)
        ):
            pieces.button(canvas, box, label, primary=place == 0, size=wall.M * scale)

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Every button."""
        placed = zip(self.buttons(), self._foot(look.wall), strict=True)
        return [Hotspot(box, does, label) for (label, does), box in placed]

    def on_next(self, look: Look) -> Outcome | None:
        """Next without a button in focus goes on with the game."""
        return Pop()

    def _words(self, canvas: Canvas, told: ConsoleTold, body: Box, below: Box | None) -> None:
        """All sentences in one size; the address in one line, since in two it is none."""
        wall, most = canvas.wall, canvas.wall.M * self._seat(canvas.wall) / canvas.wall.seat
        said = sentences(told)
        if below is not None:
            draw_label(canvas, told.address, below, size=wall.S)
            said = [one for one in said if one[0] != told.address]
        for part in SIZES:
            found = [
                fit(wall, text, body.w, size=most * part, weight=weight, leading=LEADING,
                    lines=1 if text == told.address else 99)
                for text, weight in said
            ]  # fmt: skip
            high = sum(one.height for one in found) + GAP * (len(found) - 1)
            if high <= body.h and not any(one.overflow for one in found):
                break
        y = body.y
        for one in found:
            draw_fitted(canvas, one, Box(body.x, y, body.w, one.height))
            y += one.height + GAP


def _beside(wall: Wall, body: Box) -> tuple[Box, Box]:
    """(code, words at its right)."""
    side = min(body.h, body.w * (0.42 if wall.is_tight else 0.5))
    code, words = body.cut_left(side, 48)
    return code.centred(side, side), words


def sentences(told: ConsoleTold) -> list[tuple[str, int]]:
    """(sentence, weight) of what there is to say, the first thing first."""
    if told.trouble:
        return [(told.trouble, BODY)]
    found = []
    if told.opening:
        found.append((_("One moment…"), BODY))
    elif told.code:
        found.append((_("Scan this with the tablet. It lets one in, once."), BOLD))
        found.append((told.address, BODY))
        found.append((_("The tablet must be on the same network as this computer."), BODY))
    elif told.network and not told.address:
        found.append((_("This computer is on no network a tablet could reach it by."), BODY))
    else:
        about = _("A page of your own, which the room does not see: notes, answers, every control.")
        found.append((about, BODY))
    n = len(told.devices)
    if n:
        names = ", ".join(told.devices)
        connected = ngettext("{n} connected: {names}", "{n} connected: {names}", n)
        found.append((connected.format(n=n, names=names), BODY))
    return found


def draw_code(canvas: Canvas, code: Matrix, box: Box) -> None:
    """Dark on light in whole pixels, whatever the theme: cameras read nothing else as surely."""
    area = canvas.rect(box)
    count = len(code) + 2 * QUIET
    module = max(1, min(area.w, area.h) // count)
    side = module * count
    left = area.x + (area.w - side) // 2
    top = area.y + (area.h - side) // 2
    canvas.surface.fill("white", (left, top, side, side))
    for row, modules in enumerate(code, QUIET):
        for column, dark in enumerate(modules, QUIET):
            if dark:
                place = (left + column * module, top + row * module, module, module)
                canvas.surface.fill("black", place)
