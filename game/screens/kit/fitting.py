"""The largest size at which a text fits a box."""

from __future__ import annotations

from functools import lru_cache

from game.screens.kit.wrap import wrap


@lru_cache(maxsize=512)
def fit_pixels(
    text: str,
    box: tuple[int, int],
    sizes: tuple[int, ...],
    weight: int,
    leading: float,
    lines: int,
    balance: bool,
    whole_words: bool,
) -> tuple[tuple[str, ...], int, bool]:
    """Break text at the largest of ``sizes`` (falling) that fits a box of pixels.

    Gives (lines, font size, whether it overflows the box at the smallest size).
    """

    def at(px: int, force: bool) -> list[str] | None:
        broken = wrap(text, weight, px, box[0], force)
        if broken is None or len(broken) > lines:
            return None
        return broken if len(broken) * round(px * leading) <= box[1] else None

    for force in (False,) if whole_words else (False, True):
        low, high = 0, len(sizes)  # the first size that fits lies in sizes[low:high]
        while low < high:
            middle = (low + high) // 2
            if at(sizes[middle], force) is None:
                low = middle + 1
            else:
                high = middle
        if low < len(sizes):
            px = sizes[low]
            found = at(px, force) or []
            if balance and len(found) > 1:
                found = _balanced(text, weight, px, box[0], found)
            return tuple(found), px, False
    px = sizes[-1]
    return tuple(wrap(text, weight, px, box[0]) or ()), px, True


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
