"""What awards are called and what for, on the wall and in the report."""

from __future__ import annotations

from collections.abc import Callable

from game.i18n import _, ngettext, number
from game.rules.scoring import Award, AwardKind


def award_name(kind: AwardKind) -> str:
    """What an award is called."""
    return {
        AwardKind.OTHER_EYES: _("Other eyes"),
        AwardKind.CONNECTOR: _("Connector"),
        AwardKind.MOVER: _("Mover"),
        AwardKind.CONSENSUS: _("Of one mind"),
        AwardKind.BELL: _("Good ear"),
    }[kind]


def award_line(award: Award, told: Callable[[int], str] = number) -> str:
    """What it was won for; `told` says a number, in figures or in words."""
    n = award.value
    match award.kind:
        case AwardKind.OTHER_EYES:
            text = ngettext("{n} view that won", "{n} views that won", n)
        case AwardKind.BELL:
            text = ngettext("{n} bell answered rightly", "{n} bells answered rightly", n)
        case AwardKind.CONNECTOR:
            return _("took most people along")
        case AwardKind.MOVER:
            return _("got most done")
        case AwardKind.CONSENSUS:
            return _("most often with most of the room")
    return text.format(n=told(n))
