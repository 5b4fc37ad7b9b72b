"""Names of teams: those in one row are set at one size."""

from __future__ import annotations

from collections.abc import Iterable

from game.screens.kit.text import HEAVY, fit_label
from game.screens.kit.wall import Box, Wall


def smallest_size(
    wall: Wall,
    names: Iterable[tuple[str, Box]],
    *,
    size: tuple[float, float],
    weight: int = HEAVY,
    lines: int = 2,
) -> float:
    """The size, in units, at which the name with least room fits its box.

    ``size`` is the largest and the smallest wanted, as in ``fit_label``; the answer is
    smaller still where a name needs it. ``weight`` is the widest the names are set in, so
    that none changes its size with it.
    """
    return min(
        (
            fit_label(wall, name, box.w, box.h, size=size, weight=weight, lines=lines).size
            for name, box in names
        ),
        default=size[0],
    )


def common_size(
    wall: Wall,
    names: Iterable[tuple[str, Box]],
    *,
    size: tuple[float, float],
    weight: int = HEAVY,
    lines: int = 2,
) -> float:
    """The size names in one row share: that of the smallest, but never below what is wanted."""
    return max(size[1], smallest_size(wall, names, size=size, weight=weight, lines=lines))


def is_label(wall: Wall, size: float) -> bool:
    """Whether type of this size is as large as a label, but for the rounding to pixels."""
    return size >= wall.S - 0.51 / wall.u
