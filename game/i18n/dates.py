"""Dates in the language now spoken."""

from __future__ import annotations

from datetime import date

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


def day_text(when: date) -> str:
    """`14 March 2026`."""
    return _("{day} {month} {year}").format(
        day=when.day, month=month_name(when.month), year=when.year
    )
