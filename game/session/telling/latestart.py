"""What it would be like to play for less where play began late, for the desk and the console."""

from __future__ import annotations

from game.i18n import _, ngettext
from game.rules.pace import MINUTE, Offer, Pace
from game.rules.state import Standings, State


def shorter(offer: Offer) -> str:
    """`Play 6 minutes shorter`."""
    n = round(offer.saves_ms / MINUTE)
    return ngettext("Play {n} minute shorter", "Play {n} minutes shorter", n).format(n=n)


def instead(offer: Offer, found: Pace, state: State) -> str:
    """What would come of it: `2 rounds instead of 3, and the debrief keeps its time`.

    "" where there is too little left of play for the debrief to keep all of its time.
    """
    if not offer.in_time:
        played = isinstance(state.stage, Standings)
        return "" if played else _("this round no longer fits whole")
    planned = state.round + min(found.rounds_left, found.rounds_fit)
    if offer.rounds == planned:
        return _("the debrief keeps its time")
    return ngettext(
        "{n} round instead of {of}, and the debrief keeps its time",
        "{n} rounds instead of {of}, and the debrief keeps its time",
        offer.rounds,
    ).format(n=offer.rounds, of=planned)
