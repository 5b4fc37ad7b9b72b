"""How play keeps to its time, in sentences."""

from __future__ import annotations

from game.i18n import _, ngettext
from game.rules.pace import Pace
from game.rules.state import State

MINUTE = 60_000


def minutes(ms: int) -> int:
    """Whole minutes, to the nearest."""
    return round(ms / MINUTE)


def pace_line(plan: Pace, state: State) -> str:
    """`3 rounds left · 24 minutes · 4 minutes behind`."""
    n = plan.rounds_left
    told = [ngettext("{n} round after this", "{n} rounds after this", n).format(n=n)]
    if state.plan.play_ms:
        left = minutes(plan.play_left_ms)
        told.append(ngettext("{n} minute of play", "{n} minutes of play", left).format(n=left))
        if plan.late_ms:
            late = minutes(plan.late_ms)
            told.append(
                ngettext("play began {n} minute late", "play began {n} minutes late", late).format(
                    n=late
                )
            )
        if minutes(plan.behind_ms) or not plan.late_ms:
            told.append(behind(plan.behind_ms))
    return " · ".join(told)


def behind(ms: int) -> str:
    """How far behind the plan, or ahead of it."""
    n = abs(minutes(ms))
    if not n:
        return _("on time")
    if ms > 0:
        return ngettext("{n} minute behind", "{n} minutes behind", n).format(n=n)
    return ngettext("{n} minute ahead", "{n} minutes ahead", n).format(n=n)


def debrief_line(plan: Pace) -> str:
    """What is kept for the debrief, and whether play is eating it."""
    n = minutes(plan.debrief_ms)
    kept = ngettext("{n} minute is the debrief’s", "{n} minutes are the debrief’s", n).format(n=n)
    if plan.protects:
        return kept + ". " + _("This round takes from it.")
    return kept + "."
