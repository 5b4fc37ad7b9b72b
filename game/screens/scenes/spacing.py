"""Things side by side that would overlap where they belong: pushed apart as little as it takes."""

from __future__ import annotations

from collections.abc import Sequence


def spread(
    wanted: Sequence[float], widths: Sequence[float], low: float, high: float
) -> list[float]:
    """Middles of things of these widths, in the order of `wanted`, without overlap.

    Neighbours that touch move as one, so that nobody is pushed farther than needed. Where
    all of them do not fit between `low` and `high`, they are laid edge to edge from `low`.
    """
    if sum(widths) > high - low:
        out, x = [], low
        for w in widths:
            out.append(x + w / 2)
            x += w
        return out
    # A block is (places its first member's left edge wants, number of members, width).
    blocks: list[tuple[float, list[int], float]] = []
    for i, (middle, w) in enumerate(zip(wanted, widths, strict=True)):
        block = (_inside(middle - w / 2, w, low, high), [i], w)
        while blocks and blocks[-1][0] + blocks[-1][2] > block[0]:
            _left, members, width = blocks.pop()
            joined = [*members, *block[1]]
            whole = width + block[2]
            start = _wanted_start(joined, wanted, widths)
            block = (_inside(start, whole, low, high), joined, whole)
        blocks.append(block)
    out = [0.0] * len(widths)
    for start, members, _width in blocks:
        x = start
        for i in members:
            out[i] = x + widths[i] / 2
            x += widths[i]
    return out


def _inside(start: float, width: float, low: float, high: float) -> float:
    return min(max(start, low), high - width)


def _wanted_start(
    members: Sequence[int], wanted: Sequence[float], widths: Sequence[float]
) -> float:
    """Where a block begins so that its members are, on average, where they belong."""
    total, offset = 0.0, 0.0
    for i in members:
        total += wanted[i] - (offset + widths[i] / 2)
        offset += widths[i]
    return total / len(members)
