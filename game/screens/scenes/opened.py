"""The card that lies open."""

from __future__ import annotations

from game.rules.cards import Card
from game.rules.state import OnCard, State


def open_card(state: State) -> tuple[OnCard, Card]:
    """The card on the wall and how far it has come."""
    stage, card = state.stage, state.card
    assert isinstance(stage, OnCard)
    assert card is not None
    return stage, card
