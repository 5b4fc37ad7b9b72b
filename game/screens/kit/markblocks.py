"""How a zone's picture and name can stand together, and how large, before they have a place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from game.screens.kit.text import BOLD, Align, fit, text_width
from game.screens.kit.wall import Box, Wall

PICTURE_SHAPE = 200 / 240
_WIDTHS = (204, 186, 168, 150, 134, 118, 104, 90, 80, 72)
_SHRUNK = (1.0, 0.9, 0.8, 0.72, 0.65)
"""Sizes of a name for a far last row, in parts of a label's."""


@dataclass(frozen=True)
class LabelPlace:
    """A name beside a picture whose upper left corner is 0, 0 (or alone, without one)."""

    box: Box
    align: Align


@dataclass(frozen=True)
class Block:
    """A picture of one size (or none) and the places its name may take."""

    picture: Box | None
    labels: tuple[LabelPlace, ...]
    size: float
    """Font size of the name."""


@lru_cache(maxsize=64)
def blocks_of(wall: Wall, name: str, has_picture: bool) -> tuple[Block, ...]:
    """Arrangements from the best to the last resort.

    For a far last row names are large; rather than have none, one becomes as small as a
    label ever is.
    """
    out = []
    for size in _name_sizes(wall):
        words = _sizes(wall, name, size)
        if size == wall.S:
            for w in _WIDTHS if has_picture else ():
                beside = tuple(label for lw, lh in words for label in _beside(float(w), lw, lh))
                out.append(Block(Box(0, 0, w, w * PICTURE_SHAPE), beside, size))
        out.extend(
            Block(None, (LabelPlace(Box(0, 0, lw, lh), "center"),), size) for lw, lh in words
        )
    return tuple(out)


def _name_sizes(wall: Wall) -> list[float]:
    """From a label's size on this wall to a near wall's, in steps that are hardly seen."""
    return sorted({34.0, *(max(34.0, wall.S * part) for part in _SHRUNK)}, reverse=True)


def _sizes(wall: Wall, name: str, size: float) -> list[tuple[float, float]]:
    """Width and height of a name on one line, and on two if it is long."""
    one = fit(wall, name, 900, size=size, weight=BOLD, lines=1, leading=1.15)
    out = [(one.width + 4, one.height)]
    words = name.split() if " " in name else ()
    longest = max((text_width(wall, word, size, BOLD) + 2 for word in words), default=0.0)
    for part in (0.62, 0.7, 0.78) if words or one.width > 260 else ():
        # A word is parted once, between syllables, or stays whole.
        two = fit(
            wall, name, max(150.0, one.width * part, longest), 1e4,
            size=size, weight=BOLD, leading=1.15, balance=True, words="parted", lines=2,
        )  # fmt: skip
        if not two.overflow:
            out.append((two.width + 4, two.height))
            break
    return out


def _beside(w: float, lw: float, lh: float) -> list[LabelPlace]:
    """A name below a picture, or at its right or left, low, half-way down, or at its foot."""
    h, gap = w * PICTURE_SHAPE, 12.0
    out = [
        LabelPlace(Box(x, h + 2, lw, lh), "center") for x in ((w - lw) / 2, -lw * 0.3, w - lw * 0.7)
    ]
    for y in (h * 0.92 - lh, (h - lh) / 2, h - lh * 0.35, h * 0.06):
        out.append(LabelPlace(Box(w + gap, y, lw, lh), "left"))
        out.append(LabelPlace(Box(-gap - lw, y, lw, lh), "right"))
    return out
