"""Sessions that are somewhere already: written by bots, to be gone on with in a real window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from game.rules.actions import ChooseCategory, PutNext, RingBell
from game.rules.cards import Card, CommitCard, OpenCard, Play
from game.rules.legal import legal_actions
from game.rules.ruleset import Turns
from game.rules.state import (
    BellPhase,
    Brief,
    Choosing,
    Earlier,
    IfThen,
    Landed,
    Lobby,
    OnCard,
    Podium,
    Ready,
    State,
    Step,
)
from game.session.assemble import Choices, assemble
from game.session.bots import Bots
from game.session.controls.now import values
from game.session.seats import default_teams
from game.session.session import Session
from game.session.telling import words
from tests.screens.outside import library

LATE_MS = 35 * 60_000
"""So long the room had talked before: play is behind its plan."""


LONG_BRIEF_MS = 10 * 60_000
"""So long people were still coming in: the hour's plan has four minutes for all before play."""


def write(path: Path, there: Callable[[State], bool], *, together: bool = False,
          teams: int = 3, late: bool = False, long_brief: bool = False) -> None:  # fmt: skip
    """A log at `path` that ends where it is as asked for the first time."""
    setup = assemble(
        Choices(
            decks=("outside-in", "cx-facts"), preset="60", language="en", seed=5,
            teams=default_teams(teams), turns=Turns.TOGETHER if together else Turns.ONE_BY_ONE,
        ),
        library(),
    )  # fmt: skip
    plan = IfThen(cue="a parcel is late", action="we ring first")
    last = Earlier(
        number=1, team="Sky", colour="sky", plan=plan, session="Spring", created="2026-03-14"
    )
    setup = replace(setup, earlier=(last,))
    session = Session.create(path, setup.header("2026-01-01T10:00:00+00:00"))
    bots, at = Bots(7), 0
    while not there(session.state):
        state = session.state
        _put(session, there, at)
        action, wait = bots.next_action(session.state, at)
        at += min(wait, 500)
        if late and isinstance(state.stage, Landed):
            at, late = at + LATE_MS, False
        if long_brief and isinstance(state.stage, Brief):
            at, long_brief = at + LONG_BRIEF_MS, False
        if isinstance(action, RingBell):
            action = replace(action, at=at)
        session.dispatch(action, at, "bots")
    session.close()


def _put(session: Session, there: Callable[[State], bool], at: int) -> None:
    """See to it that a card comes up that it can be so with."""
    state, wanted = session.state, PUT.get(there)
    if wanted is None or state.put_next or not isinstance(state.stage, Ready | Landed | Choosing):
        return
    card = next(card for card in state.content.cards if wanted(card))
    session.dispatch(PutNext(card.id), at, "bots")


def in_lobby(state: State) -> bool:
    """Before anything."""
    return isinstance(state.stage, Lobby)


def at_board(state: State) -> bool:
    """A team is about to roll."""
    return isinstance(state.stage, Ready)


def choosing(state: State) -> bool:
    """A team chooses its pile."""
    return isinstance(state.stage, Choosing)


def reading(state: State) -> bool:
    """A question with options lies open for one team."""
    stage = state.stage
    return (
        isinstance(stage, OnCard)
        and stage.play is Play.TURN
        and stage.step is Step.READ
        and state.card is not None
        and state.card.kind == "choice"
    )


def at_bells(state: State) -> bool:
    """Bells have come up."""
    stage = state.stage
    return isinstance(stage, OnCard) and stage.play is Play.BELL and stage.bell is not None \
        and stage.bell.phase is BellPhase.OPEN  # fmt: skip


def judging(state: State) -> bool:
    """The others give points for an open card, and for the view that was argued."""
    stage = state.stage
    return isinstance(stage, OnCard) and stage.step is Step.JUDGE and stage.viewer is not None


def planning(state: State) -> bool:
    """A commitment lies open for one team."""
    stage = state.stage
    return (
        isinstance(stage, OnCard)
        and stage.step is Step.READ
        and stage.play is Play.TURN
        and isinstance(state.card, CommitCard)
    )


def at_podium(state: State) -> bool:
    """Play is over."""
    return isinstance(state.stage, Podium)


def piles(state: State) -> tuple[str, ...]:
    """What can be chosen now."""
    for offer in legal_actions(state):
        if offer.action is ChooseCategory and (domain := offer.field("category")) is not None:
            return values(domain)
    return ()


def first_pile(state: State) -> str:
    """The name of the first of them."""
    return words.pile(piles(state)[0], state)


PUT: Mapping[Callable[[State], bool], Callable[[Card], bool]] = {
    judging: lambda card: isinstance(card, OpenCard) and card.play is Play.TURN,
    planning: lambda card: isinstance(card, CommitCard),
    at_bells: lambda card: card.play is Play.BELL,
    reading: lambda card: card.kind == "choice" and card.play is Play.TURN,
}
