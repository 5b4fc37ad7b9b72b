"""What a new facilitator has handled already, in this practise and before."""

from __future__ import annotations

from collections.abc import Sequence

from game.i18n import _
from game.screens.desk.page import Page
from game.screens.desk.rows import Row
from game.screens.screen import Look, Stay

WIDTH = 860.0


class ChecklistPage(Page):
    """A row for each thing that can go other than planned; nothing can be done with it."""

    width = WIDTH

    def title(self, look: Look) -> str:
        """What it is."""
        return _("What you handled")

    def words(self, look: Look) -> str:
        """How far it has come, and what that means."""
        listed = look.practise.listed if look.practise is not None else ()
        told = _("{n} of {count}.").format(
            n=sum(ever for _t, _n, ever in listed), count=len(listed)
        )
        if listed and all(ever for _title, _now, ever in listed):
            return told + " " + _("You have put right all of it. The room is yours.")
        return told + " " + _("Whatever is left comes first the next time you practise.")

    def rows(self, look: Look) -> Sequence[Row]:
        """What was handled now, what earlier, and what not yet."""
        if look.practise is None:
            return ()
        return [
            Row(
                title,
                Stay(),
                value=_("handled") if now else _("handled before") if ever else _("not yet"),
                on=now,
            )
            for title, now, ever in look.practise.listed
        ]
