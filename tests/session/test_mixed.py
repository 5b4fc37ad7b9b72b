"""Any two decks are played together, on any board."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import pytest

from game import paths
from game.rules.apply import apply
from game.rules.ruleset import Turns
from game.rules.state import State
from game.session.assemble import Choices, assemble
from game.session.bots import Bots, next_move
from game.session.library import Library

DECKS = sorted(path.parent.name for path in paths.scenarios_dir().glob("*/deck.yaml"))
BOARDS = sorted(path.stem for path in (paths.scenarios_dir() / "boards").glob("*.yaml"))
MOVES = 60


@cache
def library() -> Library:
    return Library.default()


def mixed(decks: tuple[str, ...], board: str, turns: Turns) -> State:
    choices = Choices(decks=decks, board=board, turns=turns, language="en", seed=7)
    return assemble(choices, library()).lobby()


@pytest.mark.parametrize(("at", "pair"), list(enumerate(combinations(DECKS, 2))))
def test_any_two_decks_can_be_mixed(at: int, pair: tuple[str, str]) -> None:
    board = BOARDS[at % len(BOARDS)]
    state = mixed(pair, board, list(Turns)[at % 2])
    there = {category.id for category in state.content.categories}
    drawn = {space.category for space in state.board.spaces if space.category}
    assert drawn <= there, "a space that draws from no pile"
    assert {card.category for card in state.content.cards} <= there
    bots, now = Bots(at), 0
    for _move in range(MOVES):
        action, wait = next_move(state, bots, now)
        now += wait
        state, _events = apply(state, action, now)
    assert state.round > 0


@pytest.mark.parametrize("board", BOARDS)
def test_every_category_of_a_deck_is_met_on_every_board(board: str) -> None:
    for deck in DECKS:
        state = mixed((deck,), board, Turns.ONE_BY_ONE)
        drawn = {space.category for space in state.board.spaces if space.category}
        choose = any(space.kind == "choose" for space in state.board.spaces)
        missing = {category.id for category in state.content.categories} - drawn
        assert not missing or choose, f"{deck}: nobody comes to {missing}"
