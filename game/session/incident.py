"""What an incident is: whom it is about, what they want, and when it is handled or past."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.rules.actions import Action
from game.rules.state import OnCard, Phase, State
from game.session.bot_skill import BotChance
from game.session.entry import Entry


@dataclass(frozen=True)
class Wish:
    """Whom an incident is about, what they want, and what they have done already."""

    team: int = -1
    """Id of the team; -1 where it is nobody's in particular."""
    answer: int = -1
    """The option they meant."""
    does: Action | None = None
    """What the tables do themselves as it comes: a wrong score, an early ring."""


@dataclass(frozen=True)
class Case:
    """An incident as it came."""

    incident: Incident
    wish: Wish
    state: State
    """As it was just before."""

    @property
    def sentence(self) -> str:
        """What is said to the facilitator, in the language now spoken."""
        return self.incident.says(self)

    @property
    def card(self) -> str:
        """The card that was open; "" for none."""
        stage = self.state.stage
        return stage.card if isinstance(stage, OnCard) else ""


Comes = Callable[[State, BotChance, int], Wish | None]
"""What comes of it in a state at a time (ms); None where it does not fit."""
Met = Callable[[Case, Sequence[Entry], State], bool]
"""True where the facilitator's entries since it came, and the state now, have it handled."""


@dataclass(frozen=True)
class Incident:
    """One thing a facilitator has to be able to put right."""

    id: str
    title: str
    """What is practised, for the checklist; translated where it is shown."""
    says: Callable[[Case], str]
    comes: Comes
    met: Met
    on_card: bool = False
    """It is past when its card is."""


def on_card(state: State) -> OnCard | None:
    """The open card's stage; None where no card is open."""
    return state.stage if isinstance(state.stage, OnCard) else None


def past(case: Case, state: State) -> bool:
    """True where it can no longer be handled: its card is gone, or play and its podium are."""
    if case.incident.on_card:
        stage = on_card(state)
        return stage is None or stage.card != case.card
    return state.phase in (Phase.DEBRIEF, Phase.OVER)
