"""The plan and the clock: what is left, what is offered, and what each offer would change."""

from __future__ import annotations

from collections.abc import Sequence

from game.i18n import _
from game.rules.pace import pace
from game.screens.desk.pacing import debrief_line, pace_line
from game.screens.desk.page import Page
from game.screens.desk.rows import Row
from game.screens.desk.shortcuts import key_of
from game.screens.screen import Look
from game.session.controls import Group

WIDTH = 640.0
OFFERS = "offer-"


class PlanPage(Page):
    """A few lines, then what can be done about them."""

    width = WIDTH

    def title(self, look: Look) -> str:
        """What it is."""
        return _("The plan and the clock")

    def words(self, look: Look) -> str:
        """Rounds, minutes, and the debrief's share."""
        state = look.game
        plan = pace(state, look.at)
        if plan is None:
            return _("Play is not on.")
        at = _("Round {n} of {of}").format(n=state.round, of=state.plan.rounds)
        return f"{at} · {pace_line(plan, state)}. {debrief_line(plan)}"

    def rows(self, look: Look) -> Sequence[Row]:
        """Offers first, each with what it would change; then the clock, rounds, the end."""
        from game.screens.desk.controls import NO_VALUE, controls_now, does_of

        there = [c for c in controls_now(look) if c.group is Group.TIME]
        offers = [c for c in there if c.id.startswith(OFFERS)]
        return [
            Row(
                control.label,
                does_of(self, control, look),
                key_of(control.id),
                "" if control.id in NO_VALUE else control.value,
                primary=control is offers[0] if offers else False,
                group="offers" if control in offers else str(control.group),
            )
            for control in sorted(there, key=lambda c: c not in offers)
        ]
