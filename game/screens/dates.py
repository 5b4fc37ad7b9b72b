"""Days as the language of the room writes them."""

from __future__ import annotations

from datetime import UTC, datetime

from game.i18n import _
from game.i18n.dates import day_text


def moment_text(timestamp: float) -> str:
    """`14 March 2026, 10:05` from a POSIX timestamp, by this machine's clock."""
    try:
        when = datetime.fromtimestamp(timestamp, UTC).astimezone()
    except (OverflowError, OSError, ValueError):
        return "–"  # a disk whose clock is off by millennia
    return _("{day}, {time}").format(day=day_text(when), time=f"{when.hour}:{when.minute:02d}")
