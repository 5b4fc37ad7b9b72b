"""Things on the table: the bell, the die, rosettes, and any other drawing."""

from __future__ import annotations

from typing import Literal

import pygame

from game.screens.kit import shapes
from game.screens.kit.digits import draw_digits
from game.screens.kit.svg import Tint, art, art_size
from game.screens.kit.svg import icon as icon_surface
from game.screens.kit.text import HEAVY
from game.screens.kit.theme import INK, rgb
from game.screens.kit.wall import Box, Canvas, Wall

BellState = Literal["closed", "armed", "open", "rung"]
_BELLS = {"closed": "bell-closed", "armed": "bell-armed", "open": "bell", "rung": "bell-ringing"}
BELL_SHAPE = 400 / 290
_STAGE_BELL: Tint = (
    (rgb("#2A3348"), rgb("#4A5A94")),
    (rgb("#1B212F"), rgb("#33406C")),
)


def bell(
    canvas: Canvas,
    state: BellState,
    cx: float,
    bottom: float,
    width: float,
    *,
    tilt: float = 0,
    ground: bool = False,
) -> pygame.Rect:
    """The bell in one of its states, its foot at ``bottom``. State is told by shape too.

    ``tilt`` in degrees swings it about its foot; ``ground`` adds the shadow it stands in.
    """
    height = width / BELL_SHAPE
    covered = pygame.Rect(0, 0, 0, 0)
    if ground:
        shade = Box(cx - width * 0.43, bottom - height * 0.10, width * 0.87, width * 0.087)
        covered = canvas.rect(shade)
        shapes.ellipse(canvas.surface, covered, rgb("#28342C"), 61)
    tint = _STAGE_BELL if canvas.theme.is_stage else ()
    picture = art(_BELLS[state], canvas.px(width), canvas.px(height), tint)
    if tilt:
        # Turning a large bell smoothly takes longer than a frame at 4K, and at that size nobody
        # sees the difference.
        large = picture.get_width() * picture.get_height() > 300_000
        turn = pygame.transform.rotate if large else _turn_smoothly
        turned = turn(picture, tilt)
        pivot = pygame.Vector2(0, -picture.get_height() / 2).rotate(-tilt)
        x, y = canvas.point(cx, bottom)
        place = turned.get_rect(center=(round(x + pivot.x), round(y + pivot.y)))
        canvas.surface.blit(turned, place)
    else:
        place = canvas.blit(picture, cx, bottom, "midbottom")
    return place.union(covered) if ground else place


def _turn_smoothly(picture: pygame.Surface, degrees: float) -> pygame.Surface:
    return pygame.transform.rotozoom(picture, degrees, 1)


def die(
    canvas: Canvas, value: int, cx: float, cy: float, size: float, *, tilt: float = 0
) -> pygame.Rect:
    """A die that shows a value: pips from 1 to 6, else a number. ``tilt`` in degrees."""
    px = canvas.px(size)
    picture = art(f"die-{value}" if 1 <= value <= 6 else "die-blank", px, px)
    if not 1 <= value <= 6:
        picture = picture.copy()
        whole = Wall(canvas.wall.size, canvas.theme)
        face_box = Box(size * 0.1, size * 0.05, size * 0.8, size * 0.86)
        draw_digits(whole.canvas(picture), str(value), face_box, size=size * 0.56, color=INK)
    if tilt:
        picture = _turn_smoothly(picture, tilt)
    return canvas.blit(picture, cx, cy, "center")


def rosette(canvas: Canvas, icon_name: str, cx: float, cy: float, width: float) -> pygame.Rect:
    """An award's rosette with any icon in its middle."""
    height = width * 140 / 120
    place = canvas.blit(art("award-blank", canvas.px(width), canvas.px(height)), cx, cy, "center")
    glyph = icon_surface(icon_name, canvas.px(width * 0.46), INK)
    canvas.blit(glyph, cx, cy - height * 0.1, "center")
    return place


def drawing(
    canvas: Canvas, name: str, cx: float, cy: float, w: float, h: float | None = None
) -> pygame.Rect:
    """Any of the game's drawings (``letter``, ``zone-1-notice``…) with its middle at cx, cy."""
    natural = art_size(name)
    height = w * natural[1] / natural[0] if h is None else h
    return canvas.blit(art(name, canvas.px(w), canvas.px(height)), cx, cy, "center")


def place_disc(canvas: Canvas, place: int, cx: float, cy: float, size: float) -> None:
    """The brass disc with a place on the podium."""
    theme = canvas.theme
    shapes.disc(canvas.surface, canvas.point(cx, cy), canvas.px(size) / 2, theme.brass)
    box = Box(cx - size / 2, cy - size / 2, size, size)
    draw_digits(canvas, str(place), box, size=size * 0.66, weight=HEAVY, color=theme.on_brass)
