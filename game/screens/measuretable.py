"""A session in which every card of one deck can be opened, to be measured rather than played."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.rules.board import Board, Shape, Space, SpaceKind, Zone
from game.rules.cards import (
    Card,
    Category,
    ChoiceCard,
    CommitCard,
    EstimateCard,
    OrderCard,
    Play,
)
from game.rules.content import Content
from game.rules.ruleset import Plan, Rules, Turns
from game.rules.start import new_state
from game.rules.state import COLOURS, Answer, OnCard, State, evolve

if TYPE_CHECKING:
    from game.content.deck import Deck

_NAMES = ("Orange", "Sky", "Green", "Yellow", "Blue", "Rust", "Pink", "Ink")


def rehearsal(deck: Deck, teams: int, turns: Turns) -> State:
    """A session of this deck alone, on a board with one zone."""
    zone = Zone(id="zone", name=deck.title)
    kinds = (SpaceKind.START, SpaceKind.CHOOSE)
    categories = deck.categories or (Category(id="", name=""),)
    content = Content(
        decks=(),
        categories=categories,
        cards=deck.cards or (_a_card(categories[0].id),),
        twists=deck.twists,
        mirrors=deck.mirrors,
        personas=deck.personas,
        meters=deck.meters,
    )
    state = new_state(
        content,
        Board(
            id="board",
            title=deck.title,
            shape=Shape.LOOP,
            zones=(zone,),
            spaces=tuple(Space(kind=kind, zone=zone.id) for kind in kinds),
        ),
        Rules(),
        Plan(turns=turns, rounds=1, play_ms=3_600_000, round_ms=60_000),
        list(zip(_NAMES, COLOURS, strict=True))[:teams],
        seed=1,
    )
    return evolve(state, round=1, active=state.teams[0].id)


def _a_card(category: str) -> Card:
    """Lies there where none of a deck's cards could be read: no session begins without one."""
    return CommitCard(id="a-card", category=category, title="A card", prompt="Plan.")


def some_answers(state: State, stage: OnCard, card: Card) -> tuple[tuple[int, Answer], ...]:
    """What would be answered: everybody something else, as far as there is anything."""
    teams = [team.id for team in state.teams]
    if stage.play is Play.TURN:
        teams = [stage.team]
    match card:
        case ChoiceCard() if stage.play is not Play.BELL:
            return tuple((team, n % len(card.options)) for n, team in enumerate(teams))
        case OrderCard():
            return tuple((team, tuple(range(len(card.items)))) for team in teams)
        case EstimateCard() if stage.play is not Play.BELL:
            return tuple((team, card.answer) for team in teams)
        case _:
            return ()
