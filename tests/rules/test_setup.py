"""Setting up: who can play, with what."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.rules.board import Board
from game.rules.content import Content
from game.rules.refusal import SetupError, SetupFault
from game.rules.ruleset import Plan, Rules, Turns
from game.rules.start import new_state, same_name
from game.rules.state import COLOURS, Lobby, State
from tests.rules.pieces import board, content
from tests.rules.table import NAMES, game

PLAN = Plan(turns=Turns.TOGETHER, rounds=3, play_ms=0, round_ms=0)
DECK, BOARD = content(), board()


def start(*teams: tuple[str, str], deck: Content = DECK, walked: Board = BOARD) -> State:
    return new_state(deck, walked, Rules(), PLAN, teams, 1)


def fault(
    *teams: tuple[str, str], deck: Content = DECK, walked: Board = BOARD
) -> tuple[SetupFault, str]:
    with pytest.raises(SetupError) as error:
        start(*teams, deck=deck, walked=walked)
    return error.value.reason, error.value.what


def test_one_to_eight_teams_can_play() -> None:
    for teams in range(1, 9):
        assert len(game(teams).teams) == teams
    assert fault() == (SetupFault.NO_TEAMS, "")
    nine = [(str(i), COLOURS[i % 8]) for i in range(9)]
    assert fault(*nine) == (SetupFault.TOO_MANY_TEAMS, "9")


@pytest.mark.parametrize(
    ("teams", "reason", "what"),
    [
        ([("A", "sky"), (" ", "ink")], SetupFault.NAME_EMPTY, "2"),
        ([("The desk", "sky"), (" the  DESK ", "ink")], SetupFault.NAME_TAKEN, " the  DESK "),
        ([("A", "sky"), ("B", "sky")], SetupFault.COLOUR_TAKEN, "sky"),
        ([("A", "mauve")], SetupFault.NO_SUCH_COLOUR, "mauve"),
    ],
)
def test_every_team_has_a_name_and_a_colour_of_its_own(
    teams: list[tuple[str, str]], reason: SetupFault, what: str
) -> None:
    assert fault(*teams) == (reason, what)


def test_names_are_the_same_when_nobody_could_tell_them_apart_aloud() -> None:
    assert same_name(" De  Balie", "de balie ")
    assert same_name("STRASSE", "straße")
    assert not same_name("Balie 1", "Balie 2")


def test_a_session_needs_cards_and_a_board() -> None:
    assert fault(("A", "sky"), deck=replace(DECK, cards=()))[0] is SetupFault.NO_CARDS
    assert fault(("A", "sky"), walked=board("s"))[0] is SetupFault.NO_BOARD


def test_names_are_tidied_and_teams_stand_in_order() -> None:
    state = start((" The  Desk ", "sky"), ("B", "ink"))
    assert [(team.id, team.name) for team in state.teams] == [(0, "The Desk"), (1, "B")]
    assert state.next_team == 2
    assert isinstance(state.stage, Lobby)


def test_the_way_of_taking_turns_is_the_plans() -> None:
    assert start(("A", "sky")).rules.turns is Turns.TOGETHER


def test_teams_begin_with_what_the_house_rules_say() -> None:
    state = game(2, view_tokens=5, passes=1)
    assert [(team.tokens, team.passes, team.customers) for team in state.teams] == [(5, 1, 0)] * 2


def test_a_setup_error_says_what_is_wrong() -> None:
    assert str(SetupError(SetupFault.NO_CARDS)) == "no_cards"
    assert str(SetupError(SetupFault.NAME_TAKEN, "A")) == "name_taken: A"


def test_equal_sessions_compare_equal() -> None:
    assert game(3, seed=4) == game(3, seed=4)
    assert game(3, seed=4) != game(3, seed=5)
    assert NAMES[0] != NAMES[1]
