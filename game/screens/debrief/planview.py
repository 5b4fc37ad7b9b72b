"""An if-then plan as it stands on the wall: whole, incomplete, or not there yet."""

from __future__ import annotations

from game.i18n import _
from game.rules.state import IfThen
from game.screens.scenes.cardwords import listed

PARTS = ("cue", "action", "who", "by_when")


def part_name(part: str) -> str:
    """What a part of a plan is called, as its field is."""
    return {
        "cue": _("If…"),
        "action": _("then…"),
        "who": _("By whom"),
        "by_when": _("By when"),
    }[part]


def missing_words(plan: IfThen) -> str:
    """`Still open: by whom and by when`, of a plan that is not whole; "" of one that is."""
    names = [part_name(part).lower().rstrip("…") for part in plan.missing]
    return _("Still open: {parts}").format(parts=listed(names)) if names else ""


def plan_words(plan: IfThen) -> str:
    """`If …, then …`, with dots for what is not there yet."""
    cue, action = plan.cue.strip().rstrip(".,"), plan.action.strip().rstrip(".")
    if not action:
        return _("If {cue}, then …").format(cue=cue or "…")
    return _("If {cue}, then {action}.").format(cue=cue or "…", action=action)


def details(plan: IfThen) -> str:
    """Who and by when, of what was filled in."""
    return " · ".join(part.strip() for part in (plan.who, plan.by_when) if part.strip())
