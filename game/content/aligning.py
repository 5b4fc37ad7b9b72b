"""Which entry of a translated list belongs to which of the deck's, when one has more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

Weight: TypeAlias = Callable[[int, int], int]
"""How surely an entry of the deck and one of the translation belong together; 0: unknown."""


class Aligned(NamedTuple):
    """One entry of the deck, of the translation, or both; None: it has no counterpart."""

    old: int | None
    new: int | None


def align(olds: int, news: int, weight: Weight) -> Sequence[Aligned]:
    """Pair the entries of a list of the deck (`olds` of them) with those of its translation.

    Lists of one length are paired in order. In others, those that are known to belong together
    do, as many as can without changing places; in between, the rest is paired in order.
    """
    if olds == news:
        return [Aligned(index, index) for index in range(olds)]
    found: list[Aligned] = []
    old = new = 0
    for anchor in [*_anchors(olds, news, weight), Aligned(olds, news)]:
        assert anchor.old is not None
        assert anchor.new is not None
        while old < anchor.old or new < anchor.new:
            both = Aligned(
                old if old < anchor.old else None,
                new if new < anchor.new else None,
            )
            found.append(both)
            old += both.old is not None
            new += both.new is not None
        if anchor.old < olds:
            found.append(anchor)
        old, new = anchor.old + 1, anchor.new + 1
    return found


def _anchors(olds: int, news: int, weight: Weight) -> list[Aligned]:
    """The heaviest pairs that keep their order: the longest common subsequence, weighed."""
    best = [[0] * (news + 1) for _ in range(olds + 1)]
    weights = [[weight(old, new) for new in range(news)] for old in range(olds)]
    for old in reversed(range(olds)):
        for new in reversed(range(news)):
            here = weights[old][new]
            together = here + best[old + 1][new + 1] if here else 0
            best[old][new] = max(together, best[old + 1][new], best[old][new + 1])
    found = []
    old = new = 0
    while old < olds and new < news:
        here = weights[old][new]
        if here and best[old][new] == here + best[old + 1][new + 1]:
            found.append(Aligned(old, new))
            old, new = old + 1, new + 1
        elif best[old][new] == best[old + 1][new]:
            old += 1
        else:
            new += 1
    return found
