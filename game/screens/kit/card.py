"""The card on the wall: its sheet with the band of its zone, and its options."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from game.screens.kit import shapes
from game.screens.kit.assets import has_art
from game.screens.kit.names import is_label
from game.screens.kit.people import drawing
from game.screens.kit.pieces import (
    CARD_RADIUS,
    ROW_RADIUS,
    icon_disc,
    inset,
    key_cap,
    sheet,
    sound_mark,
)
from game.screens.kit.text import (
    HEAVY,
    OPTION,
    Fitted,
    draw_fitted,
    draw_label,
    fit,
    fit_label,
)
from game.screens.kit.wall import Box, Canvas, Wall

LETTERS = "ABCDEFGH"


CLEAR = 0.88
"""How much of a band's height its title takes: the largest of one line is as high as that."""


def icon_name(kind: str, icon: str = "") -> str:
    """The drawing for a space or pile: of its kind, or of the category's icon."""
    for name in (f"space-{kind}", f"cat-{icon or kind}", f"icon-{icon or kind}"):
        if has_art(name):
            return name
    return "icon-deck"


def zone_picture_name(picture: str) -> str | None:
    """The drawing of a zone by the short or full name a board gives; None if there is none."""
    if has_art(picture) and picture.startswith("zone-"):
        return picture
    for n, name in enumerate(("notice", "ask", "decide", "receive", "help", "tell"), 1):
        if picture in (name, str(n)):
            return f"zone-{n}-{name}"
    return None


def band_height(wall: Wall) -> float:
    """Height of a card's band on this wall."""
    if wall.is_far:
        return 160
    return 108 if wall.kind == "four_three" else 154


def card(  # noqa: PLR0913 - what a band may carry, each with a default
    canvas: Canvas,
    box: Box,
    *,
    zone: int | None,
    icon: str,
    title: str,
    category: str = "",
    picture: str | None = None,
    brass: bool = False,
    band: float | None = None,
    title_size: float | None = None,
    right: float = 0,
    sound: bool = False,
) -> Box:
    """A card's sheet, its band in the tint of its zone, icon, category and title.

    ``right`` keeps that many units free at the band's right end, for a clock; ``sound`` marks a
    card that is also heard. Gives the box below the band.
    """
    wall, theme = canvas.wall, canvas.theme
    height = band_height(wall) if band is None else band
    sheet(canvas, box)
    top = Box(box.x, box.y, box.w, min(height, box.h))
    tint = theme.hair if zone is None else theme.zone(zone)
    shapes.rounded(canvas.surface, canvas.rect(top), canvas.px(CARD_RADIUS), tint, "top")
    disc = min(100, height - 32)
    icon_disc(canvas, icon, box.x + 40 + disc / 2, top.cy, disc, brass=brass)
    if sound:
        sound_mark(canvas, Box(box.x + 40, top.cy - disc / 2, disc, disc))
    words = title_box(top, right)
    name = zone_picture_name(picture) if picture else None
    if name and height >= 120:
        w = 176 * min(1.0, height / 154)
        drawing(canvas, name, box.right - right - 48 - w / 2, top.y + height * 0.5, w)
        words = words.cut_right(w + 40)[1]
    size = wall.L if title_size is None else title_size
    if category and height >= 140 and not wall.is_far:
        over, words = words.inset(0, 10).cut_top(wall.S * 1.15)
        draw_label(canvas, category, over, size=wall.S)
    draw_fitted(canvas, fit_title(wall, title, words, size), words, valign="middle")
    return Box(box.x, top.bottom, box.w, max(0.0, box.h - top.h))


def title_box(band: Box, right: float = 0) -> Box:
    """Where the title stands in a band that shows nothing but its icon, ``right`` kept free."""
    disc = min(100, band.h - 32)
    return Box(band.x + 68 + disc, band.y, band.w - 108 - disc - right, band.h)


def fit_title(wall: Wall, title: str, words: Box, size: float) -> Fitted:
    """A title in its box: two lines (three on a totem), rather smaller than a label than cut.

    It keeps clear of the band's edges unless it had to be smaller than a label for that.
    """
    sizes = (min(size, words.h * 0.8), wall.S)
    lines = 3 if wall.is_far and wall.kind == "tall" else 2
    clear = fit_label(wall, title, words.w, words.h * CLEAR, size=sizes, weight=HEAVY, lines=lines)
    if is_label(wall, clear.size):
        return clear
    return fit_label(wall, title, words.w, words.h, size=sizes, weight=HEAVY, lines=lines)


@dataclass(frozen=True)
class Options:
    """Option rows as they will stand: same text size, as high as the longest needs."""

    boxes: tuple[Box, ...]
    texts: tuple[Fitted, ...]
    key: float
    """Side of the key caps, in units."""
    overflow: bool
    """They do not fit: the card needs two faces."""

    @property
    def height(self) -> float:
        """From the top of the first row to the bottom of the last."""
        return self.boxes[-1].bottom - self.boxes[0].y if self.boxes else 0.0


def lay_options(  # noqa: PLR0913 - how rows are laid, each with a default
    wall: Wall,
    texts: Sequence[str],
    box: Box,
    *,
    largest: float | None = None,
    smallest: float | None = None,
    row: float = 92,
    gap: float = 12,
    pad: float = 0.75,
    bottom: bool = True,
) -> Options:
    """Lay option rows into a box, anchored to its bottom (or top).

    All rows share one text size, the largest at which every row fits the box. ``row`` is
    the height of a row of one line, ``pad`` what a row keeps free, in parts of the text size.
    """
    top = wall.M if largest is None else largest
    low = min(top, wall.M * 0.86 if smallest is None else smallest)
    n = len(texts)
    size = top
    while True:
        key = min(72.0 * max(1.0, size / 52), max(row - 20, size * 1.45))
        width = box.w - key - 14 - 26 - 28
        fitted = [fit(wall, t, width, size=size, weight=OPTION, leading=1.2) for t in texts]
        heights = [max(row * max(1.0, size / top), f.height + size * pad) for f in fitted]
        total = sum(heights) + gap * (n - 1)
        if total <= box.h + 0.5 or size <= low:
            break
        size = max(low, size - 2)
    y = max(box.y, box.bottom - total) if bottom else box.y
    boxes = []
    for h in heights:
        boxes.append(Box(box.x, y, box.w, h))
        y += h + gap
    return Options(tuple(boxes), tuple(fitted), key, total > box.h + 0.5)


def draw_options(
    canvas: Canvas,
    options: Options,
    *,
    chosen: Collection[int] = (),
    letters: str = LETTERS,
    pressed: dict[int, float] | None = None,
) -> None:
    """Draw option rows. Those in ``chosen`` (picked, or best) turn brass."""
    for i, (box, text) in enumerate(zip(options.boxes, options.texts, strict=True)):
        option_row(
            canvas, box, letters[i % len(letters)], text,
            on=i in chosen, key=options.key, pressed=(pressed or {}).get(i, 0.0),
        )  # fmt: skip


def option_row(
    canvas: Canvas,
    box: Box,
    letter: str,
    text: Fitted,
    *,
    on: bool = False,
    key: float = 72,
    pressed: float = 0,
) -> None:
    """One row: key cap, text; brass when chosen or best."""
    inset(canvas, box, radius=ROW_RADIUS, chosen=on)
    side = min(key, box.h - 20)
    pad = min(14, (box.h - side) / 2)
    cap = Box(box.x + pad, box.cy - side / 2, side, side)
    key_cap(canvas, cap, letter, on=on, pressed=pressed)
    words = Box(cap.right + 26, box.y, max(1.0, box.right - cap.right - 26 - 14), box.h)
    draw_fitted(canvas, text, words, valign="middle")
