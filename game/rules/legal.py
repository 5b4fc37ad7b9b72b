"""What can be done now: the one source for buttons and for the rules' own verdict.

`apply` refuses exactly what no offer allows, so buttons and rules cannot disagree.
Offers are made once and used again: the same few come back all evening.
"""

from __future__ import annotations

from functools import lru_cache

from game.rules.actions import Begin, ChooseCategory, Roll
from game.rules.afterwards import of_debrief
from game.rules.aside import of_clock, of_facilitator
from game.rules.domains import Offer, OneOf
from game.rules.keep import keep_last
from game.rules.oncard import NEXT, ON_CARD
from game.rules.piles import choices
from game.rules.state import Choosing, Lobby, OnCard, Over, Ready, State

_BEGIN = Offer(Begin)
_ROLL = Offer(Roll)


@keep_last
def legal_actions(state: State) -> tuple[Offer, ...]:
    """Every action that is legal now, as templates with their bounds; the table's first."""
    return _table(state) + of_clock(state) + of_debrief(state) + of_facilitator(state)


def offers_of(state: State, action: type) -> tuple[Offer, ...]:
    """The offers for one kind of action; empty if it is not legal now."""
    return tuple([offer for offer in legal_actions(state) if offer.action is action])


def _table(state: State) -> tuple[Offer, ...]:
    """What teams and facilitator do to play."""
    stage = state.stage
    match stage:
        case OnCard():
            return ON_CARD[stage.step](state, stage)
        case Ready() if not state.held:
            return (NEXT, _ROLL)
        case Choosing():
            names = choices(state)
            return (NEXT, _choose(names)) if names else (NEXT,)
        case Lobby():
            return (NEXT, _BEGIN)
        case Over():
            return ()
        case _:
            return (NEXT,)


@lru_cache(maxsize=64)
def _choose(names: tuple[str, ...]) -> Offer:
    return Offer(ChooseCategory, (("category", OneOf(names)),))
