"""The teams: a row for each, with its shape to tap, its name to type, and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.i18n import _, ngettext
from game.rules.scoring import MOST_TEAMS
from game.screens import parts
from game.screens.fieldview import draw_field
from game.screens.kit import pieces
from game.screens.kit.people import token
from game.screens.kit.text import BOLD, HEAVY, Align, draw_label, fit
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.parts import Part
from game.screens.screen import Hotspot
from game.screens.setup.seating import FEWEST_TEAMS

if TYPE_CHECKING:
    from game.screens.setup.screen import SetupScreen

ROW = 112.0
GAP = 14.0
TEAM_RANK = 40
LEFT: Align = "left"
CENTER: Align = "center"


def columns(wall: Wall, n: int) -> int:
    """Rows stand beside one another where one column would be too long."""
    if wall.kind == "tall":
        return 1
    return 1 if n <= 4 else 2


def counter(screen: SetupScreen, wall: Wall, box: Box) -> list[Part]:
    """How many there are, between − and +, at the right of a box."""
    n = len(screen.draft.seats)
    side = min(76 * wall.seat, box.h)
    place = box.cut_right(side * 3.3)[0].centred(side * 3.3, side)
    return parts.stepper(
        place,
        str(n),
        screen.remove_team if n > FEWEST_TEAMS else None,
        screen.add_team if n < MOST_TEAMS else None,
        rank=30,
        name=_("Teams"),
    )


def places_of(wall: Wall, n: int, box: Box) -> list[Box]:
    """A box for each team, as high as there is room for."""
    across = columns(wall, n)
    down = max(4, -(-n // across))
    h = min((box.h - GAP * (down - 1)) / down, ROW * wall.seat)
    area = Box(box.x, box.y, box.w, h * down + GAP * (down - 1))
    return area.grid(down * across, across, GAP)[:n]


def rows(screen: SetupScreen, wall: Wall, box: Box) -> list[Part]:
    """A row for each team, as high as there is room for."""
    n = len(screen.draft.seats)
    places = places_of(wall, n, box)
    faults = screen.draft.faults()
    found: list[Part] = []
    for i, place in enumerate(places):
        found += _row(screen, wall, i, place, faults.get(i, ""))
    return found


def row_boxes(place: Box, editing: bool) -> tuple[Box, Box, Box | None]:
    """(token, name, remove) of a row; remove only while it is edited."""
    shape, rest = place.cut_left(min(place.h, place.w * 0.3))
    if not editing:
        return shape, rest, None
    away, rest = rest.cut_right(min(place.h, 112), 0)
    return shape, rest, away


def _row(screen: SetupScreen, wall: Wall, i: int, place: Box, fault: str) -> list[Part]:
    seat = screen.draft.seats[i]
    editing = screen.names.place == i
    shape, words, away = row_boxes(place, editing and not fault)
    name, line = words.inset(8, 8), Box(0, 0, 0, 0)
    if fault:
        line, name = name.cut_bottom(wall.S * 1.2, 2)
    size = min(wall.M if name.w > wall.M * 9 else wall.S, name.h * 0.7)
    if editing:
        screen.names.lay(name, size)

    def draw(canvas: Canvas) -> None:
        _draw_row(canvas, place, bool(fault))
        token(canvas, seat.colour, shape.cx, shape.cy, min(shape.w, shape.h, 130) * 0.66)
        if editing:
            draw_field(canvas, name, screen.names.field, active=True, size=size)
        else:
            draw_label(canvas, seat.name, name, size=(wall.M, wall.S), weight=BOLD, lines=2)
        if fault:
            draw_label(canvas, fault, line, size=(wall.S, wall.S * 0.8), weight=BOLD)

    found = [
        Part(draw),
        _spot(shape, lambda: screen.next_colour(i), _("Colour of {team}"), seat.name, 28),
    ]
    found.append(_spot(words, lambda: screen.edit(i), "{team}", seat.name, 28))
    if away is not None and len(screen.draft.seats) > FEWEST_TEAMS:
        disc = away.centred(*[min(72.0 * 1.2, away.h * 0.7)] * 2)
        found.append(Part(lambda canvas: _draw_remove(canvas, disc)))
        found.append(_spot(away, lambda: screen.remove_team(i), _("Remove {team}"), seat.name, 28))
    return found


def _spot(box: Box, does: parts.Does, name: str, team: str, radius: float) -> Part:
    spot = Hotspot(box, does, name.format(team=team), radius=radius)
    return Part(lambda _canvas: None, spot, TEAM_RANK)


def _draw_row(canvas: Canvas, place: Box, fault: bool) -> None:
    pieces.inset(canvas, place)
    if fault:
        pieces.outlined(canvas, place, width=5, color=canvas.theme.text)


def _draw_remove(canvas: Canvas, disc: Box) -> None:
    pieces.inset(canvas, disc, radius=disc.w / 2, fill=canvas.theme.sheet)
    pieces.outlined(canvas, disc, radius=disc.w / 2)
    pieces.icon(canvas, "icon-minus", disc.cx, disc.cy, disc.w * 0.5)


def buzzers_lines(
    devices: Sequence[tuple[str, tuple[int, ...]]], names: Sequence[str]
) -> tuple[str, str]:
    """Who rings with what is plugged in, at length and in short; without buzzers, which keys."""
    seats = sorted({seat for _name, seats in devices for seat in seats if seat < len(names)})
    n = len(seats)
    if not n:
        keys = _bell_keys(len(names))
        long = _("No buzzers: {keys} ring the bells.").format(keys=keys)
        return long, _("Bells: {keys}").format(keys=keys)
    teams = _("all teams") if n == len(names) else ", ".join(names[seat] for seat in seats)
    line = ngettext("{n} buzzer: {teams}", "{n} buzzers: {teams}", n)
    return line.format(n=n, teams=teams), ngettext("{n} buzzer", "{n} buzzers", n).format(n=n)


def _bell_keys(n: int) -> str:
    """The keys of so many teams, in words."""
    return _("keys 1 and 2") if n == FEWEST_TEAMS else _("keys 1 to {n}").format(n=n)


def bells(screen: SetupScreen, wall: Wall, box: Box) -> list[Part]:
    """What rings, which opens the buzzers, and a button to hear whether the room hears it."""
    names = [seat.name for seat in screen.draft.seats]
    text = _("Try the sound")
    place, words = box.cut_right(min(box.w * 0.56, parts.button_width(wall, text)), 24)
    long, short = buzzers_lines(screen.devices(), names)
    pad = 24.0
    fitted = fit(wall, long, words.w - 2 * pad, words.h, size=wall.S, leading=1.1, words="whole")
    told, align = (short, CENTER) if fitted.overflow else (long, LEFT)
    spot = Hotspot(words, screen.buzzers, _("Buzzers"), radius=words.h / 2)
    return [
        Part(lambda canvas: pieces.pill(canvas, words)),
        parts.label(told, words.inset(pad if align is LEFT else 10, 2), size=wall.S, align=align),
        Part(lambda _canvas: None, spot, 79),
        parts.button(place, text, screen.try_sound, rank=80, small=True),
    ]


def panel(screen: SetupScreen, wall: Wall, box: Box) -> list[Part]:
    """Heading, rows and bells on one sheet."""
    inner = box.inset(36, 24)
    head, rest = inner.cut_top(84 * wall.seat, 8)
    foot, body = rest.cut_bottom(80 * wall.seat, 16)
    return [
        parts.sheet(box),
        parts.label(_("Teams"), head, size=wall.M, weight=HEAVY),
        *counter(screen, wall, head),
        *rows(screen, wall, body),
        *bells(screen, wall, foot),
    ]
