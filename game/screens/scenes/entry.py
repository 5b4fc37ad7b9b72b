"""A number being typed: by keys, or on the keys drawn on the wall."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.i18n import _, number
from game.i18n.numbers import MINUS
from game.rules.cards import EstimateCard, Measure
from game.screens.inputs import Press
from game.screens.kit import pieces
from game.screens.kit.digits import draw_digits
from game.screens.kit.text import HEAVY, draw_label, text_width
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.story import ALONE, Laid, Manners
from game.screens.screen import Hotspot, Outcome, Stay

MOST_DIGITS = 12
"""More would fit neither the wall nor the rules."""
BACK, MARK, SIGN, DONE = "back", ".", "-", "done"
KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "0", SIGN, MARK, BACK, DONE)


class NumberEntry:
    """What has been typed so far."""

    def __init__(self) -> None:
        self.text = ""
        """An optional `-`, digits, and at most one `.`, whatever the language."""

    @property
    def value(self) -> int | float | None:
        """The number typed; None while there is none."""
        if not any(c.isdigit() for c in self.text):
            return None
        return float(self.text) if "." in self.text.rstrip(".") else int(self.text.rstrip("."))

    def clear(self) -> None:
        """Forget what was typed."""
        self.text = ""

    def strike(self, key: str) -> bool:
        """One of KEYS but DONE; False where it means nothing, and may mean something elsewhere."""
        if key.isdigit():
            if sum(c.isdigit() for c in self.text) < MOST_DIGITS:
                bare = self.text.lstrip("-")
                self.text = self.text[:-1] + key if bare == "0" else self.text + key
            return True
        if key == BACK:
            had, self.text = bool(self.text), self.text[:-1]
            return had
        if key == SIGN:
            self.text = self.text[1:] if self.text.startswith("-") else "-" + self.text
            return True
        if key == MARK and any(c.isdigit() for c in self.text):
            if "." not in self.text:
                self.text += "."
            return True
        return False

    def press(self, press: Press) -> bool:
        """A key of the keyboard; a comma is as good as a point. True if it was for the number."""
        if not press.plain:
            return False
        if press.digit is not None:
            return self.strike(str(press.digit))
        key = {"backspace": BACK, ".": MARK, ",": MARK, "-": SIGN}.get(press.name)
        return key is not None and self.strike(key)

    def shown(self, measure: Measure) -> str:
        """As it stands on the wall, in the language of the room; "" while nothing is typed."""
        bare = self.text.lstrip("-")
        if not bare:
            return MINUS if self.text else ""
        units, mark, tenths = bare.partition(".")
        out = number(int(units or 0), 0, grouped=measure is not Measure.YEAR)
        if mark:
            out += decimal_mark() + tenths
        return (MINUS if self.text.startswith("-") else "") + out


def decimal_mark() -> str:
    """What stands between units and tenths in this language."""
    return number(0.5)[1]


def told(card: EstimateCard, value: float) -> str:
    """A number as this card tells it; years without separators."""
    return number(value, grouped=card.measure is not Measure.YEAR)


Strike = Callable[[str], Outcome | None]


@dataclass(frozen=True)
class Keypad:
    """Where the keys drawn on the wall lie."""

    keys: tuple[tuple[str, Box], ...]

    def spots(self, strike: Strike, ready: bool) -> tuple[Hotspot, ...]:
        """The keys as hotspots; once there is a number, being done with it comes first."""
        found = [Hotspot(box, _striker(strike, key), "", 20) for key, box in self.keys]
        if ready:
            found.insert(0, found.pop())
        return tuple(found)

    def paint(self, canvas: Canvas, ready: bool) -> None:
        """Paper keys; the one that is done with it turns brass when there is a number."""
        wall, theme = canvas.wall, canvas.theme
        for key, box in self.keys:
            if key == DONE:
                fill = theme.brass if ready else theme.inset
                pieces.inset(canvas, box, radius=20, fill=fill)
                pieces.icon(
                    canvas,
                    "icon-check",
                    box.cx,
                    box.cy,
                    min(box.h * 0.6, 64),
                    color=theme.on_brass if ready else theme.text_2,
                )
                continue
            pieces.inset(canvas, box, radius=20)
            if key == BACK:
                pieces.icon(canvas, "icon-undo", box.cx, box.cy, min(box.h * 0.52, 56))
                continue
            label = {SIGN: MINUS, MARK: decimal_mark()}.get(key, key)
            draw_label(
                canvas, label, box, size=min(wall.M, box.h * 0.66), weight=HEAVY, align="center"
            )


def _striker(strike: Strike, key: str) -> Callable[[], Outcome | None]:
    return lambda: strike(key) or Stay()


def keypad(box: Box, gap: float = 10) -> Keypad:
    """Three rows of five: the digits, then sign, mark, back and a wide key for done."""
    rows = box.rows(3, gap)
    cells = [cell for row in rows for cell in row.columns(5, gap)]
    done = cells[13].joined(cells[14])
    boxes = [*cells[:13], done]
    return Keypad(tuple(zip(KEYS, boxes, strict=True)))


def draw_number(canvas: Canvas, box: Box, text: str, unit: str, *, live: bool, size: float) -> None:
    """The field of a number: large, its unit behind it, an empty one with a question mark."""
    wall, theme = canvas.wall, canvas.theme
    pieces.inset(canvas, box, radius=28, chosen=live)
    inner = box.inset(min(36, box.w * 0.06), 8)
    label = min(wall.M, box.h * 0.5)
    width = min(text_width(wall, unit, label) + 4, inner.w * 0.45) if unit else 0
    words, digits = inner.cut_right(width, 18 if unit else 0)
    draw_digits(
        canvas,
        text or "?",
        digits,
        size=size,
        align="right" if unit else "center",
        color=theme.text if text else theme.text_2,
    )
    if unit:
        draw_label(canvas, unit, words, size=(label, min(label, wall.S)), lines=3)


def number_part(
    wall: Wall,
    card: EstimateCard,
    box: Box,
    way: Manners,
    *,
    text: str,
    live: bool,
    ready: bool,
    strike: Strike | None,
) -> Laid:
    """The number's field beside its keypad, along the bottom of a box."""
    alone = way.row > ALONE
    high = min(box.h, (3 * 108 + 20) if alone else 3 * 78 + 20)
    _above, low = box.cut_top(box.h - high)
    pad_box, field = low.cut_right(min(560.0, low.w * 0.46), 24)
    pad = keypad(pad_box)
    hint, field = field.cut_top(wall.S * 1.35, 8)
    field = Box(field.x, field.y, field.w, min(field.h, 220))
    overflow = high < 3 * 68 + 20 or field.h < wall.M * 1.2

    def paint(canvas: Canvas) -> None:
        words = _("Type the number, then Enter") if strike is not None else ""
        if not words or text_width(wall, words, wall.S) > hint.w:
            words = _("The number")
        draw_label(canvas, words, hint, size=wall.S, color=canvas.theme.text_2)
        draw_number(canvas, field, text, card.unit, live=live, size=min(wall.XL, field.h * 0.8))
        if strike is not None:
            pad.paint(canvas, ready)

    spots = pad.spots(strike, ready) if strike is not None else ()
    return Laid(low.y, overflow, paint, spots)
