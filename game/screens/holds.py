"""A held wall that says what it waits for: a break with its end on the clock, and "eyes here".

Both cover everything, so that nobody reads on; both come back to exactly where it was.
"""

from __future__ import annotations

from game.i18n import _
from game.rules.state import Held, State
from game.screens.kit import pieces
from game.screens.kit.layer import Dirty
from game.screens.kit.scenery import ground, zone_hills
from game.screens.kit.text import BODY, BOLD, HEAVY, Align, draw_fitted, fit
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.frame import clock_text
from game.screens.screen import Look

DARK = (Held.BLACK, Held.WHITE)
TOLD = (Held.BREAK, Held.EYES)
RING = 640.0
"""Of a break's clock, in units on a wall of 16:9."""
HOUR_MS = 3_600_000
_DAY = 24 * 3600


def covered(state: State) -> bool:
    """True while something else than the game is on the wall."""
    return state.held in (*DARK, *TOLD)


def left(look: Look) -> int:
    """Milliseconds until the break ends; 0 when it has ended, or has no end."""
    return max(0, look.game.held_until - look.at) if look.game.held_until else 0


def end_on_clock(look: Look) -> str:
    """`10:45`: when the break ends, by the clock on the wall of the room, to the next minute."""
    minutes = -(-(look.daytime * 1000 + left(look)) // 60_000) % (_DAY // 60)
    return f"{minutes // 60}:{minutes % 60:02d}"


def hold_wakes_at(look: Look) -> int | None:
    """The `now` at which a break's digits change next; None where none count."""
    rest = left(look)
    if look.game.held is not Held.BREAK or rest <= 0:
        return None
    return look.now + rest % 1000 + 1


def paint_hold(canvas: Canvas, look: Look) -> None:
    """What covers the game."""
    state = look.game
    if state.held in DARK:
        canvas.surface.fill("black" if state.held is Held.BLACK else "white")
        return
    wall = canvas.wall
    ground(canvas)
    zone_hills(canvas, wall.height * (0.86 if wall.is_far else 0.78), (1, 3, 5))
    if state.held is Held.EYES:
        _paint_eyes(canvas)
        return
    words, _ring = _places(wall, ends=state.held_until > 0)
    title, rest = words.cut_top(words.h * 0.5)
    size = (wall.picture, wall.L)
    align: Align = "center" if wall.kind == "tall" else "left"
    head = fit(wall, _("Break"), title.w, title.h, size=size, weight=HEAVY, leading=1.1, lines=1)
    draw_fitted(canvas, head, title, align=align, valign="bottom")
    told = _told(look)
    line = fit(wall, told, rest.w, rest.h, size=(wall.XL, wall.M), weight=BOLD, leading=1.14)
    draw_fitted(canvas, line, rest.cut_top(24)[1], align=align)


def move_hold(canvas: Canvas, look: Look, dirty: Dirty) -> None:
    """A break's clock: what is left, as part of an hour."""
    if look.game.held is not Held.BREAK or not look.game.held_until:
        return
    rest = left(look)
    _words, ring = _places(canvas.wall, ends=True)
    size = min(ring.w, ring.h)
    part = min(1.0, rest / HOUR_MS)
    dirty.add(pieces.timer_ring(canvas, ring.cx, ring.cy, size, part, clock_text(rest)))


def _told(look: Look) -> str:
    if not look.game.held_until:
        return _("We go on in a moment.")
    if not left(look):
        return _("We go on now.")
    return _("Back at {time}").format(time=end_on_clock(look))


def _places(wall: Wall, *, ends: bool) -> tuple[Box, Box]:
    """(words, ring); without an end the words have the wall to themselves."""
    inner = wall.box.inset(wall.margin + 40, wall.margin + 20)
    if not ends:
        return inner, Box(0, 0, 0, 0)
    if wall.kind == "tall":
        words, rest = inner.cut_top(inner.h * 0.4, 40)
        return words, rest.cut_top(min(rest.w, 760))[0]
    ring, words = inner.cut_right(min(RING, inner.w * 0.44), 56)
    return words, ring


def _paint_eyes(canvas: Canvas) -> None:
    """An eye and two words: whoever speaks is what to look at."""
    wall = canvas.wall
    inner = wall.box.inset(wall.margin + 40, wall.margin + 20)
    words = fit(
        wall, _("Eyes here"), inner.w, inner.h * 0.4,
        size=(wall.picture, wall.L), weight=HEAVY, leading=1.1, lines=2,
    )  # fmt: skip
    glyph = min(320.0, inner.w * 0.4)
    low = fit(wall, _("We go on in a moment."), inner.w, size=(wall.M, wall.S), weight=BODY)
    block = glyph + 20 + words.height + 24 + low.height
    top = inner.cy - block / 2
    pieces.icon(canvas, "icon-eye", inner.cx, top + glyph / 2, glyph)
    box = Box(inner.x, top + glyph + 20, inner.w, words.height)
    draw_fitted(canvas, words, box, align="center")
    under = Box(inner.x, box.bottom + 24, inner.w, low.height)
    draw_fitted(canvas, low, under, color=canvas.theme.text_2, align="center")
