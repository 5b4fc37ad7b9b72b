"""Decks that are mended while a game runs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game.rules.cards import Card
from game.rules.content import Content
from game.rules.events import ContentReloaded
from game.rules.reload import reload
from game.rules.state import State
from tests.rules import table
from tests.rules.pieces import dilemma

FIRST, OTHER, THIRD = dilemma("d/first"), dilemma("d/other"), dilemma("d/third")


def with_cards(state: State, *cards: Card, **fields: Any) -> Content:
    """The decks with these cards instead."""
    return replace(state.content.newest(), cards=cards, **fields)


def reloaded(
    state: State, *cards: Card, at: int = 0, **fields: Any
) -> tuple[State, ContentReloaded]:
    after, events = reload(state, with_cards(state, *cards, **fields), at)
    return after, table.the(events, ContentReloaded)
