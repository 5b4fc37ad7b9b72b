"""Paper pieces: sheets, chips, rows, key caps, buttons, tags. All in units of the wall."""

from __future__ import annotations

import pygame

from game.screens.kit import lines, shapes
from game.screens.kit.digits import draw_digits
from game.screens.kit.shadows import Level, reach, shadow
from game.screens.kit.svg import icon as icon_surface
from game.screens.kit.text import BOLD, HEAVY, Align, draw_label, text_width
from game.screens.kit.theme import Color, mix
from game.screens.kit.wall import Box, Canvas

CARD_RADIUS = 44
PLATE_RADIUS = 60
CHIP_RADIUS = 36
ROW_RADIUS = 28


def sheet(
    canvas: Canvas,
    box: Box,
    *,
    radius: float = CARD_RADIUS,
    level: Level = "high",
    fill: Color | None = None,
) -> pygame.Rect:
    """A sheet of paper with its shadow (a lit plate with its glow, on the stage).

    Gives the pixels it covers with its shadow, for dirty rectangles.
    """
    shadow(canvas, box, radius, level)
    rect = canvas.rect(box)
    color = canvas.theme.sheet if fill is None else fill
    shapes.rounded(canvas.surface, rect, canvas.px(radius), color)
    far = canvas.px(reach(level))
    return rect.inflate(2 * far, 2 * far)


def chip(
    canvas: Canvas,
    box: Box,
    *,
    radius: float = CHIP_RADIUS,
    active: bool = False,
    fill: Color | None = None,
) -> pygame.Rect:
    """A small sheet that floats low; the active one wears the brass ring."""
    return sheet(canvas, box, radius=radius, level="active" if active else "low", fill=fill)


def inset(
    canvas: Canvas,
    box: Box,
    *,
    radius: float = ROW_RADIUS,
    fill: Color | None = None,
    chosen: bool = False,
    line: float = 6,
) -> None:
    """A box pressed into a sheet; chosen, it turns soft brass with a brass line inside."""
    theme = canvas.theme
    rect, r = canvas.rect(box), canvas.px(radius)
    color = fill if fill is not None else theme.brass_soft if chosen else theme.inset
    if chosen:
        shapes.rounded(canvas.surface, rect, r, theme.brass_edge)
        w = canvas.px(line)
        shapes.rounded(canvas.surface, rect.inflate(-2 * w, -2 * w), r - w, color)
    else:
        shapes.rounded(canvas.surface, rect, r, color)


def pill(canvas: Canvas, box: Box, *, fill: Color | None = None, chosen: bool = False) -> None:
    """An inset whose ends are half circles."""
    inset(canvas, box, radius=box.h / 2, fill=fill, chosen=chosen, line=4)


def outlined(
    canvas: Canvas, box: Box, *, radius: float = ROW_RADIUS, width: float = 3,
    color: Color | None = None,
) -> None:  # fmt: skip
    """Only a line along the inside: what can be chosen and is not."""
    shapes.outline(
        canvas.surface, canvas.rect(box), canvas.px(radius),
        canvas.theme.line if color is None else color, canvas.px(width),
    )  # fmt: skip


def dashed(canvas: Canvas, box: Box, *, radius: float = 32, color: Color | None = None) -> None:
    """An empty place that waits for something: 16 on, 12 off."""
    u = canvas.wall.u
    lines.dashed(
        canvas.surface, canvas.rect(box), canvas.px(radius),
        canvas.theme.line if color is None else color, canvas.px(5), (16 * u, 12 * u),
    )  # fmt: skip


def hairline(canvas: Canvas, x: float, y: float, w: float, *, color: Color | None = None) -> None:
    """A quiet horizontal line, 3 units high."""
    fill = canvas.theme.hair if color is None else color
    canvas.surface.fill(fill, canvas.rect(Box(x, y, w, 3)))


def icon(
    canvas: Canvas, name: str, cx: float, cy: float, size: float, *, color: Color | None = None
) -> pygame.Rect:
    """A one-colour icon with its middle at cx, cy."""
    tint = canvas.theme.text if color is None else color
    return canvas.blit(icon_surface(name, canvas.px(size), tint), cx, cy, "center")


def icon_disc(
    canvas: Canvas, name: str, cx: float, cy: float, size: float, *, brass: bool = False
) -> None:
    """An icon on a disc of paper; of brass where it is the bell's."""
    theme = canvas.theme
    fill, ink = (theme.brass, theme.on_brass) if brass else (theme.sheet, theme.text)
    shapes.disc(canvas.surface, canvas.point(cx, cy), canvas.px(size) / 2, fill)
    icon(canvas, name, cx, cy, size * 0.62, color=ink)


def sound_mark(canvas: Canvas, disc: Box) -> None:
    """What is heard is also seen: a small mark on the lower right edge of a card's disc."""
    theme, size = canvas.theme, max(34.0, disc.w * 0.46)
    x, y = disc.x + disc.w * 0.88, disc.y + disc.h * 0.86
    shapes.disc(canvas.surface, canvas.point(x, y), canvas.px(size) / 2, theme.key_cap)
    icon(canvas, "icon-sound", x, y, size * 0.62, color=theme.on_key)


def check_disc(canvas: Canvas, cx: float, cy: float, size: float = 56) -> pygame.Rect:
    """A dark disc with a check: done, in."""
    theme = canvas.theme
    shapes.disc(canvas.surface, canvas.point(cx, cy), canvas.px(size) / 2, theme.key_cap)
    icon(canvas, "icon-check", cx, cy, size * 0.6, color=theme.on_key)
    return canvas.rect(Box(cx - size / 2, cy - size / 2, size, size))


def key_cap(canvas: Canvas, box: Box, letter: str, *, on: bool = False, pressed: float = 0) -> None:
    """A key with a letter or digit; brass when chosen. ``pressed`` moves it down, in units."""
    theme = canvas.theme
    box = box.moved(0, pressed)
    side = min(box.w, box.h)
    fill, ink = (theme.brass, theme.on_brass) if on else (theme.key_cap, theme.on_key)
    shapes.rounded(canvas.surface, canvas.rect(box), canvas.px(side * 0.3), fill)
    # On a small key the letter takes more of the room, so that it stays as large as a label.
    size = max(side * 0.62, min(canvas.wall.S, side * 0.74))
    draw_label(canvas, letter, box, size=size, weight=HEAVY, color=ink, align="center")


def button(  # noqa: PLR0913 - how a button looks, each with a default
    canvas: Canvas,
    box: Box,
    label: str,
    *,
    icon_name: str | None = None,
    primary: bool = False,
    radius: float = ROW_RADIUS,
    size: float | None = None,
    weight: int = BOLD,
    focus: bool = False,
    icon_right: bool = False,
) -> pygame.Rect:
    """A button: brass if it is the next step, else a floating chip.

    ``focus`` puts the ring round it that keys move. Label and icon stand together in the
    middle; a label alone is centred.
    """
    theme = canvas.theme
    fill, ink = (theme.brass, theme.on_brass) if primary else (theme.sheet, theme.text)
    covered = sheet(canvas, box, radius=radius, level="active" if focus else "low", fill=fill)
    wanted = canvas.wall.M if size is None else size
    glyph = min(wanted * 1.1, box.h * 0.6) if icon_name else 0
    gap = 16 if icon_name and label else 0
    inner = box.inset(min(24, box.w * 0.08), 4)
    width = min(text_width(canvas.wall, label, wanted, weight), inner.w - glyph - gap)
    left = inner.cx - (glyph + gap + width) / 2
    text_x = left if icon_right else left + glyph + gap
    if icon_name:
        icon_x = left + width + gap if icon_right else left
        icon(canvas, icon_name, icon_x + glyph / 2, box.cy, glyph, color=ink)
    if label:
        place = Box(text_x - 1, inner.y, width + 2, inner.h)
        draw_label(canvas, label, place, size=wanted, weight=weight, color=ink, align="center")
    return covered


def bar(canvas: Canvas, box: Box, part: float, *, color: Color | None = None) -> None:
    """A progress bar; ``part`` from 0 to 1."""
    theme = canvas.theme
    rect = canvas.rect(box)
    r = rect.h // 2
    shapes.rounded(canvas.surface, rect, r, theme.line)
    w = canvas.px(2)
    shapes.rounded(canvas.surface, rect.inflate(-2 * w, -2 * w), r - w, theme.inset)
    part = min(1.0, max(0.0, part))
    if part > 0:
        done = rect.copy()
        done.w = max(rect.h, round(rect.w * part))
        shapes.rounded(canvas.surface, done, r, theme.brass_edge if color is None else color)


TAG_SIDE = 98.0
"""What a tag takes beside its words at most: its sides, an icon and the gap after it."""
TAG_HEIGHT = 88


def tag(
    canvas: Canvas,
    text: str,
    part: float | None,
    x: float,
    y: float,
    *,
    icon_name: str | None = None,
    align: Align = "left",
    largest: float = 720,
) -> Box:
    """A chip at the wall's edge with a few words over a progress bar.

    ``x`` is its left side, or its right with ``align="right"``. Gives the box it took.
    """
    wall = canvas.wall
    glyph = 40 if icon_name else 0
    gap = 16 if icon_name else 0
    words = min(text_width(wall, text, wall.S, BOLD) + 2, largest - 40 - glyph - gap)
    w = min(largest, words + 64 + glyph + gap)
    side = (w - words - glyph - gap) / 2
    h = float(TAG_HEIGHT if part is not None else 72)
    h += (wall.seat - 1) * 34
    box = Box(x - w if align == "right" else x, y, w, h)
    chip(canvas, box, radius=32)
    line = Box(box.x + side, box.y + 4, w - 2 * side, h - (30 if part is not None else 8))
    if icon_name:
        icon(canvas, icon_name, line.x + glyph / 2, line.cy, glyph)
        line = line.cut_left(glyph, gap)[1]
    draw_label(canvas, text, line, size=wall.S, weight=BOLD)
    if part is not None:
        bar(canvas, Box(box.x + 32, box.bottom - 25, w - 64, 12), part)
    return box


def timer_ring(
    canvas: Canvas,
    cx: float,
    cy: float,
    size: float,
    part: float,
    label: str,
    *,
    sub: str = "",
    pulse: float = 0,
) -> pygame.Rect:
    """Time left as a ring, from twelve o'clock clockwise, with digits that do not jitter.

    ``part`` is what is left, 0 to 1. ``pulse`` (0 to 1) turns the arc from brass towards
    its edge colour, for the last twenty seconds. Never red.
    """
    theme, u = canvas.theme, canvas.wall.u
    centre = canvas.point(cx, cy)
    k = size / 330
    middle = (size / 2 - 16 * k) * u
    shapes.disc(canvas.surface, centre, middle + 11 * k * u, theme.hair)
    shapes.disc(canvas.surface, centre, middle - 11 * k * u, theme.sheet)
    lines.arc(canvas.surface, centre, middle, 30 * k * u, part, theme.brass_edge)
    fill = mix(theme.brass, theme.brass_edge, min(1.0, max(0.0, pulse)))
    lines.arc(canvas.surface, centre, middle, 22 * k * u, part, fill)
    inner = size * 0.72
    digits = Box(cx - inner / 2, cy - size * 0.25, inner, size * 0.5)
    if sub:
        digits = digits.moved(0, -size * 0.055)
        words = Box(cx - inner / 2, cy + size * 0.1, inner, size * 0.19)
        draw_label(
            canvas, sub, words, size=(min(canvas.wall.S, size * 0.12), size * 0.08),
            color=theme.text_2, align="center",
        )  # fmt: skip
    draw_digits(canvas, label, digits, size=max(size * 0.315, min(104, size * 0.45)), clock=True)
    return canvas.rect(Box(cx - size / 2, cy - size / 2, size, size))
