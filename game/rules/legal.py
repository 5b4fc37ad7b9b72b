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
from game.rules.leeway import moment
from game.rules.oncard import NEXT, ON_CARD
from game.rules.piles import choices
from game.rules.state import Choosing, Lobby, OnCard, Over, Ready, Stage, State


@keep_last
def legal_actions(state: State) -> tuple[Offer, ...]:
    """Every action that is legal now, as templates with their bounds; the table's first."""
    stage = state.stage
    now = moment(stage)
    offers = ON_CARD[stage.step](state, stage) if isinstance(stage, OnCard) else _off_card(state)
    if state.clock is not None:
        offers += of_clock(state.clock, state.clock_ran)
    if state.earlier or not now.playing:
        offers += of_debrief(state)
    return offers if now.closed else of_facilitator(state, now, offers)


def offers_of(state: State, action: type) -> tuple[Offer, ...]:
    """The offers for one kind of action; empty if it is not legal now."""
    return tuple([offer for offer in legal_actions(state) if offer.action is action])


def _off_card(state: State) -> tuple[Offer, ...]:
    """What teams and facilitator do to play where no card is open."""
    stage = state.stage
    if isinstance(stage, Choosing):
        names = choices(state)
        return (NEXT, _choose(names)) if names else _NEXT
    if isinstance(stage, Ready) and state.held:
        return _NEXT
    return _OFF_CARD.get(type(stage), _NEXT)


_NEXT = (NEXT,)
_OFF_CARD: dict[type[Stage], tuple[Offer, ...]] = {
    Ready: (NEXT, Offer(Roll)),
    Lobby: (NEXT, Offer(Begin)),
    Over: (),
}
"""By stage; there is only Next in all others."""


@lru_cache(maxsize=64)
def _choose(names: tuple[str, ...]) -> Offer:
    return Offer(ChooseCategory, (("category", OneOf(names)),))
