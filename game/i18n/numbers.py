"""How a language writes its numbers."""

import math
from dataclasses import dataclass

MINUS = "\u2212"
"""The real minus sign: as wide as a plus, and legible from the last row."""

_MOST_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """The two marks inside a number."""

    decimal: str
    """Between units and tenths."""
    group: str
    """Between thousands and hundreds."""


def format_number(
    value: float, style: NumberStyle, decimals: int | None = None, *, grouped: bool = True
) -> str:
    """`value` in `style`; see `game.i18n.number` for what the options mean."""
    if not math.isfinite(value):
        return str(value)
    places = _MOST_DECIMALS if decimals is None else decimals
    text = f"{abs(value):,.{places}f}"
    if decimals is None:
        text = text.rstrip("0").rstrip(".")
    # What rounds to nothing carries no sign: "−0" puzzles a room.
    minus = MINUS if value < 0 and any(digit in "123456789" for digit in text) else ""
    marks = {",": style.group if grouped else "", ".": style.decimal}
    return minus + "".join(marks.get(mark, mark) for mark in text)


def format_signed(value: float, style: NumberStyle, decimals: int | None = None) -> str:
    """`value` in `style` with a plus before what is added."""
    text = format_number(value, style, decimals)
    nothing = not any(digit in "123456789" for digit in text)
    return text if value < 0 or nothing else f"+{text}"
