"""Days as the language of the room writes them."""

from __future__ import annotations

from datetime import UTC, datetime

from game.i18n import _
from game.i18n.dates import day_text


def moment_text(timestamp: float) -> str:
    """`14 March 2026, 10:05` from a POSIX timestamp, by this machine's clock."""
    when = _local(timestamp)
    if when is None:
        return "–"
    return _("{day}, {time}").format(day=day_text(when), time=f"{when.hour}:{when.minute:02d}")


def date_text(timestamp: float) -> str:
    """`14 March 2026` from a POSIX timestamp, by this machine's clock."""
    when = _local(timestamp)
    return day_text(when) if when is not None else "–"


def _local(timestamp: float) -> datetime | None:
    """That moment here; None on a disk whose clock is off by millennia."""
    try:
        return datetime.fromtimestamp(timestamp, UTC).astimezone()
    except (OverflowError, OSError, ValueError):
        return None
