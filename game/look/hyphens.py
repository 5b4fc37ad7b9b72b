"""Where a word may be parted at the end of a line, as its language parts words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from functools import cache, lru_cache

SOFT_HYPHEN = "\u00ad"
"""Seen only where a line ends at it."""

LEAST = 3
"""So many letters stay together at either end of a word."""

_WORD = re.compile(r"[^\W\d_]+")


@cache
def breaks(language: str) -> Callable[[str], list[int]]:
    """Where a word of a language may be parted; a language without patterns never is."""
    import pyphen  # type: ignore[import-untyped]  # its patterns take a moment to read

    try:
        patterns = pyphen.Pyphen(lang=language, left=LEAST, right=LEAST)
    except KeyError:
        return lambda word: []
    return lambda word: [int(place) for place in patterns.positions(word)]


@lru_cache(maxsize=256)
def parted(text: str, language: str) -> str:
    """The text with a soft hyphen wherever one of its words may be parted."""

    def part(found: re.Match[str]) -> str:
        word = found.group()
        ends = [0, *breaks(language)(word), len(word)]
        return SOFT_HYPHEN.join(word[a:b] for a, b in itertools.pairwise(ends))

    return _WORD.sub(part, text)
