"""One line of the table: what was measured, held against what, and whether it held.

A benchmark is a module in `benchmarks/` with

    def rows(quick: bool) -> list[Row]: ...

Figures are ratios wherever they can be, both sides measured in this very run, so that a slow
machine fails nobody. `quick` asks for a rough figure within a second or two.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict


class Row(TypedDict):
    """One line; texts are for people, numbers for programs."""

    name: str
    """What is measured: "load 10,000 cards"."""
    against: str
    """What it is held against: "yaml.load(CSafeLoader) alone"; empty for a plain figure."""
    figure: str
    """What was found, with its unit: "0.82 ×"."""
    bound: str
    """What it has to be: "≤ 1 ×"."""
    ok: bool
    """Whether the figure keeps within the bound."""
    value: float
    limit: float
    detail: NotRequired[str]
    """More for whoever wonders, one line."""


def at_most(name: str, against: str, value: float, limit: float, unit: str) -> Row:
    """A figure that must not be larger than its limit."""
    digits = 2 if abs(value) < 10 else 1
    return Row(
        name=name,
        against=against,
        figure=f"{value:.{digits}f} {unit}",
        bound=f"≤ {limit:g} {unit}",
        ok=value <= limit,
        value=value,
        limit=limit,
    )
