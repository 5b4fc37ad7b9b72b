"""Drawings at their final size, and pictures from a deck that may be anything.

A drawing is an SVG loaded at exactly the pixels it will cover. One-colour icons are
drawn in ink and tinted by replacing that colour in the text before loading.
"""

from __future__ import annotations

import io
import re
from pathlib import Path

import pygame

from game.screens.kit.assets import art_bytes
from game.screens.kit.cache import ART
from game.screens.kit.theme import INK, Color, Theme, hex_of, mix

_SIZE = re.compile(
    rb"<svg\b[^>]*?\bviewBox=[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)"
)
_LARGEST_FILE = 24 << 20
_LARGEST_SIDE = 8192

Tint = tuple[tuple[Color, Color], ...]
"""Pairs of (colour in the drawing, colour wanted)."""


def art_size(name: str) -> tuple[float, float]:
    """Width and height of a drawing in its own measure; 1 x 1 if there is none."""
    return _natural(art_bytes(name) or b"")


def _natural(data: bytes) -> tuple[float, float]:
    found = _SIZE.search(data[:4096])
    if found is None:
        return 1.0, 1.0
    w, h = float(found[1]), float(found[2])
    return (w, h) if w > 0 and h > 0 else (1.0, 1.0)


def art(name: str, w: int, h: int | None = None, tint: Tint = ()) -> pygame.Surface:
    """One of the game's drawings at a width (and height) in pixels.

    Without a height the drawing keeps its shape. An unknown name gives a fully
    transparent picture of that size.
    """
    w = max(1, min(w, _LARGEST_SIDE))
    if h is None:
        natural = art_size(name)
        h = round(w * natural[1] / natural[0])
    h = max(1, min(h, _LARGEST_SIDE))
    size = (w, h)
    return ART.get(("art", name, size, tint), lambda: _load_art(name, size, tint))


def _load_art(name: str, size: tuple[int, int], tint: Tint) -> pygame.Surface:
    data = art_bytes(name)
    picture = _load_svg(data, size, tint) if data is not None else None
    return picture if picture is not None else pygame.Surface(size, pygame.SRCALPHA)


def _load_svg(data: bytes, size: tuple[int, int], tint: Tint) -> pygame.Surface | None:
    """An SVG at a size, or None if it is no drawing that can be read."""
    marks = [(f"@tint{i}@".encode(), new) for i, (_, new) in enumerate(tint)]
    for (mark, _), (old, _) in zip(marks, tint, strict=True):
        data = data.replace(hex_of(old).encode(), mark)
    for mark, new in marks:
        data = data.replace(mark, hex_of(new).encode())
    try:
        return _exact(pygame.image.load_sized_svg(io.BytesIO(data), size), size)
    except (pygame.error, ValueError):
        return None


def _exact(picture: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """SVG loading keeps a drawing's shape; centre what it gave on the size asked for.

    What it gives has its colours in another order than the screen, which makes every blit
    thirty times slower: the result has the order of all other surfaces.
    """
    if picture.get_size() == size:
        return picture.convert(pygame.Surface((1, 1), pygame.SRCALPHA))
    whole = pygame.Surface(size, pygame.SRCALPHA)
    whole.blit(picture, picture.get_rect(center=whole.get_rect().center))
    return whole


def icon(name: str, size: int, color: Color) -> pygame.Surface:
    """A one-colour icon of size x size pixels in any colour."""
    return art(name, size, size, ((INK, color),))


def deck_picture(
    source: Path | str | bytes | None,
    w: int,
    h: int,
    theme: Theme,
    *,
    fill: bool = False,
) -> pygame.Surface:
    """A picture of a deck (SVG, PNG, JPEG… as a path or bytes) inside w x h pixels.

    It keeps its shape and is centred; ``fill`` covers the whole size and crops instead.
    A missing or broken picture gives a tidy placeholder, never an error.
    """
    size = max(1, min(w, _LARGEST_SIDE)), max(1, min(h, _LARGEST_SIDE))
    key = ("deck", source if not isinstance(source, bytes) else hash(source), size, fill, theme)
    return ART.get(key, lambda: _load_deck(source, size, fill, theme))


def _load_deck(
    source: Path | str | bytes | None, size: tuple[int, int], fill: bool, theme: Theme
) -> pygame.Surface:
    data = _read(source)
    picture = _decode(data, size, fill) if data else None
    if picture is None:
        return placeholder(size, theme)
    whole = pygame.Surface(size, pygame.SRCALPHA)
    whole.blit(picture, picture.get_rect(center=whole.get_rect().center))
    return whole


def _read(source: Path | str | bytes | None) -> bytes | None:
    if source is None or isinstance(source, bytes):
        return source
    try:
        path = Path(source)
        return path.read_bytes() if path.stat().st_size <= _LARGEST_FILE else None
    except (OSError, ValueError):
        return None


def _decode(data: bytes, size: tuple[int, int], fill: bool) -> pygame.Surface | None:
    if b"<svg" in data[:2048]:
        natural = _natural(data)
        return _load_svg(data, _scaled(natural, size, fill), ())
    try:
        picture = pygame.image.load(io.BytesIO(data))
        if max(picture.get_size()) > _LARGEST_SIDE or min(picture.get_size()) < 1:
            return None
        if picture.get_bitsize() < 24:
            plain = pygame.Surface(picture.get_size(), pygame.SRCALPHA)
            plain.blit(picture, (0, 0))
            picture = plain
        return pygame.transform.smoothscale(picture, _scaled(picture.get_size(), size, fill))
    except (pygame.error, ValueError, MemoryError):
        return None


def _scaled(natural: tuple[float, float], size: tuple[int, int], fill: bool) -> tuple[int, int]:
    ratios = size[0] / natural[0], size[1] / natural[1]
    k = max(ratios) if fill else min(ratios)
    w, h = natural[0] * k, natural[1] * k
    return max(1, min(round(w), 2 * _LARGEST_SIDE)), max(1, min(round(h), 2 * _LARGEST_SIDE))


def placeholder(size: tuple[int, int], theme: Theme) -> pygame.Surface:
    """What stands where a picture is missing: a quiet sheet with two hills and a sun."""
    w, h = size
    whole = pygame.Surface(size, pygame.SRCALPHA)
    soft, line = mix(theme.inset, theme.hair, 0.5), theme.hair
    radius = max(1, min(w, h) // 8)
    pygame.draw.rect(whole, soft, whole.get_rect(), border_radius=radius)
    side = min(w, h) * 0.6
    x, y = (w - side) / 2, (h - side) / 2
    hill = [(0, 0.85), (0.34, 0.35), (0.56, 0.66), (0.7, 0.5), (1, 0.85)]
    points = [(x + side * px, y + side * py) for px, py in hill]
    pygame.draw.polygon(whole, line, points)
    pygame.draw.circle(whole, line, (x + side * 0.75, y + side * 0.25), max(1, side * 0.1))
    return whole
