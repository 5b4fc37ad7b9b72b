"""The largest size at which a text fits a box."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from game.look.hyphens import parted
from game.screens.kit.wrap import wrap

Words = Literal["whole", "parted", "broken"]
"""What may become of a word too wide for a line at the smallest size: nothing, it is parted between
syllables, or, where even that is not enough, it is broken anywhere."""


@lru_cache(maxsize=512)
def fit_pixels(  # noqa: PLR0913, PLR0917 - all of it is the cache's key
    text: str,
    box: tuple[int, int],
    sizes: tuple[int, ...],
    weight: int,
    leading: float,
    lines: int,
    balance: bool,
    words: Words,
    spoken: str,
) -> tuple[tuple[str, ...], int, bool]:
    """Break text at the largest of ``sizes`` (falling) that fits a box of pixels.

    ``spoken`` is the language by whose syllables words are parted. Gives (lines, font size,
    whether it overflows the box at the smallest size).
    """

    def at(tried: str, px: int, force: bool) -> list[str] | None:
        return wrap(tried, weight, px, box[0], force, min(lines, box[1] // round(px * leading)))

    px = sizes[-1]
    for tried, force in _ways(text, weight, px, box[0], words, spoken):
        low, high = 0, len(sizes)  # the first size that fits lies in sizes[low:high]
        found: list[str] | None = None
        while low < high:
            middle = (low + high) // 2
            broken = at(tried, sizes[middle], force)
            if broken is None:
                low = middle + 1
            else:
                high, found = middle, broken
        if found is not None:
            px = sizes[low]
            if (balance or tried != text) and len(found) > 1:  # no short rest of a parted word
                found = _balanced(tried, weight, px, box[0], found)
            return tuple(found), px, False
    return tuple(wrap(text, weight, px, box[0]) or ()), px, True


def _ways(
    text: str, weight: int, px: int, width: int, words: Words, spoken: str
) -> Iterator[tuple[str, bool]]:
    """(text, whether its words may be broken anywhere), the way that is best to read first."""
    yield text, False
    if words == "whole":
        return
    if wrap(text, weight, px, width, force=False) is None:  # a word is wider than a line
        yield parted(text, spoken), False
    if words == "broken":
        yield text, True


def _balanced(text: str, weight: int, px: int, width: int, found: list[str]) -> list[str]:
    """The same number of lines, as narrow as they go: lines of about equal length."""
    low, high = width // 2, width
    while high - low > 4:
        middle = (low + high) // 2
        broken = wrap(text, weight, px, middle, force=False)
        if broken is not None and len(broken) == len(found):
            high, found = middle, broken
        else:
            low = middle
    return found
