"""Days as the language of the room writes them."""

from __future__ import annotations

from datetime import UTC, datetime

from game.i18n import _, pgettext


def month_name(month: int) -> str:
    """The name of a month, from 1."""
    names = (
        pgettext("month", "January"), pgettext("month", "February"), pgettext("month", "March"),
        pgettext("month", "April"), pgettext("month", "May"), pgettext("month", "June"),
        pgettext("month", "July"), pgettext("month", "August"), pgettext("month", "September"),
        pgettext("month", "October"), pgettext("month", "November"), pgettext("month", "December"),
    )  # fmt: skip
    return names[month - 1]


def day_text(when: datetime) -> str:
    """`14 March 2026`."""
    return _("{day} {month} {year}").format(
        day=when.day, month=month_name(when.month), year=when.year
    )


def moment_text(timestamp: float) -> str:
    """`14 March 2026, 10:05` from a POSIX timestamp, by this machine's clock."""
    try:
        when = datetime.fromtimestamp(timestamp, UTC).astimezone()
    except (OverflowError, OSError, ValueError):
        return "–"  # a disk whose clock is off by millennia
    return _("{day}, {time}").format(day=day_text(when), time=f"{when.hour}:{when.minute:02d}")
