"""Both ways of taking turns, and the session from the lobby to its end."""

from __future__ import annotations

import pytest

from game.rules.actions import Begin, EndPlay, Next, Roll
from game.rules.events import (
    Begun,
    BriefBegan,
    Closed,
    Event,
    LastRound,
    PileShuffled,
    PlayEnded,
    PodiumShown,
    Rolled,
    RoundBegan,
    Scored,
    StandingsShown,
    TurnBegan,
    TurnEnded,
)
from game.rules.ruleset import Turns
from game.rules.state import (
    Brief,
    Lobby,
    OnCard,
    Over,
    Personas,
    Phase,
    Podium,
    Ready,
    Standings,
    State,
    Why,
    evolve,
)
from tests.rules.pieces import dilemma
from tests.rules.table import by_next, each, game, happens, play, the, to_ready


def told(state: State) -> list[Event]:
    """Everything that happens by Next alone."""
    return [event for _, events, _after in by_next(state) for event in events]


def test_a_session_goes_from_lobby_to_brief_personas_and_rounds() -> None:
    state = game()
    assert isinstance(state.stage, Lobby)
    assert (state.phase, state.round, state.active) == (Phase.LOBBY, 0, -1)
    state, events = happens(state, Begin())
    assert isinstance(state.stage, Brief)
    assert each(events, Begun)
    assert each(events, BriefBegan)
    assert {event.pile for event in each(events, PileShuffled)} == {
        pile.name for pile in state.piles
    }
    state = play(state, Next())
    assert isinstance(state.stage, Personas)
    state, events = happens(state, Next())
    assert isinstance(state.stage, Ready)
    assert the(events, RoundBegan) == RoundBegan(1, False)
    assert the(events, TurnBegan) == TurnBegan(0)
    assert (state.phase, state.round, state.active) == (Phase.PLAY, 1, 0)


def test_begin_and_next_both_leave_the_lobby() -> None:
    assert play(game(), Begin()) == play(game(), Next())


def test_a_session_ends_with_final_standings_the_podium_and_a_closed_door() -> None:
    stages = [type(after.stage) for _, _events, after in by_next(game(2, rounds=1))]
    assert stages[-3:] == [Standings, Podium, Over]
    events = told(game(2, rounds=1))
    assert the(events, PlayEnded) == PlayEnded("plan")
    assert each(events, StandingsShown) == [StandingsShown(True)]
    assert each(events, PodiumShown) == [PodiumShown()]
    assert each(events, Closed) == [Closed()]


@pytest.mark.parametrize("teams", [1, 2, 4, 8])
def test_one_by_one_a_round_is_one_turn_for_every_team(teams: int) -> None:
    state = to_ready(game(teams, rounds=3, twists=()))
    order: list[int] = []
    for before, _events, after in by_next(state):
        if isinstance(before.stage, Ready):
            order.append(after.active)
        if isinstance(after.stage, Standings):
            assert {team.turns for team in after.teams} == {after.round}
    assert order == list(range(teams)) * 3


def test_one_by_one_every_team_rolls_for_its_own_pawn() -> None:
    state = to_ready(game(2, path="s" + "i" * 30, twists=(), rounds=2))
    walked = {0: 0, 1: 0}
    for _, events, after in by_next(state):
        for rolled in each(events, Rolled):
            walked[rolled.team] += rolled.pips
        assert {team.id: team.position for team in after.teams} == walked


@pytest.mark.parametrize("teams", [2, 5, 8])
def test_together_a_round_is_one_card(teams: int) -> None:
    state = to_ready(
        game(
            teams,
            turns=Turns.TOGETHER,
            rounds=6,
            path="s" + "i" * 12,
            twists=(),
            cards=[dilemma(str(i)) for i in range(9)],
        )
    )
    cards = 0
    for _, events, after in by_next(state):
        cards += len(each(events, TurnEnded))
        assert {team.turns for team in after.teams} == {cards}
        for began in each(events, RoundBegan):
            assert began.round == cards + 1
    assert cards == 6


def test_together_one_team_in_rotation_has_the_die() -> None:
    state = to_ready(game(3, turns=Turns.TOGETHER, rounds=7))
    rolled = [event.team for _, events, _after in by_next(state) for event in each(events, Rolled)]
    assert rolled == [0, 1, 2, 0, 1, 2, 0]


def test_together_start_pays_nobody() -> None:
    state = to_ready(game(3, turns=Turns.TOGETHER, path="si", rounds=12))
    passed = 0
    for _, events, after in by_next(state):
        passed = max(passed, after.customer.laps)
        assert not [event for event in each(events, Scored) if event.why is Why.START]
    assert passed > 3


def test_together_only_the_customer_walks() -> None:
    state = to_ready(game(3, turns=Turns.TOGETHER, rounds=6))
    for _, _events, after in by_next(state):
        assert {team.position for team in after.teams} == {0}
    state = to_ready(game(3, turns=Turns.TOGETHER, seed=3))
    state, events = happens(state, Roll())
    pips = the(events, Rolled).pips
    assert pips > 1
    assert state.customer.position == pips


def test_after_the_last_team_the_standings_are_shown() -> None:
    events = told(to_ready(game(2, rounds=3, twists=())))
    shown = [event for event in events if isinstance(event, StandingsShown | RoundBegan)]
    assert shown == [
        StandingsShown(False),
        RoundBegan(2, False),
        StandingsShown(False),
        RoundBegan(3, True),
        StandingsShown(True),
    ]


@pytest.mark.parametrize(("every", "rounds"), [(0, []), (1, [1, 2, 3, 4, 5]), (2, [2, 4])])
def test_how_often_the_standings_are_shown_is_a_house_rule(every: int, rounds: list[int]) -> None:
    state = to_ready(game(2, rounds=6, standings_every=every))
    assert shown_after(state) == rounds


def test_together_the_standings_are_shown_every_four_cards() -> None:
    assert shown_after(to_ready(game(2, turns=Turns.TOGETHER, rounds=10))) == [4, 8]
    rare = to_ready(game(2, turns=Turns.TOGETHER, rounds=10, standings_every_together=6))
    assert shown_after(rare) == [6]


def shown_after(state: State) -> list[int]:
    return [after.round for _, events, after in by_next(state) if StandingsShown(False) in events]


def test_scores_can_be_hidden_all_session() -> None:
    events = told(to_ready(game(2, rounds=4, hide_scores=True)))
    assert not each(events, StandingsShown)
    assert each(events, PodiumShown)


def test_winning_can_be_switched_off_and_the_game_is_the_same() -> None:
    with_it = told(game(2, rounds=2))
    without = told(game(2, rounds=2, winning=False))
    assert with_it == without


def test_the_last_round_is_announced() -> None:
    events = told(to_ready(game(2, rounds=3)))
    assert [event for event in events if isinstance(event, RoundBegan)] == [
        RoundBegan(2, False),
        RoundBegan(3, True),
    ]
    assert not each(events, LastRound)


def test_a_plan_of_one_round_announces_the_first_as_the_last() -> None:
    state, events = happens(play(game(2, personas=(), rounds=1), Begin()), Next())
    assert the(events, RoundBegan) == RoundBegan(1, True)
    assert state.last_round


@pytest.mark.parametrize("turns", list(Turns))
def test_when_play_ends_in_mid_round_nobody_waits_for_a_turn_any_more(turns: Turns) -> None:
    state = evolve(to_ready(game(3, turns=turns)), roll_again=True)
    state = play(state, EndPlay())
    assert (state.queue, state.roll_again) == ((), False)


def test_every_card_is_remembered_for_the_debrief() -> None:
    state = to_ready(game(2, rounds=3, twists=(), mirrors=()))
    opened: list[str] = []
    for before, _events, after in by_next(state):
        if isinstance(after.stage, OnCard) and not isinstance(before.stage, OnCard):
            opened.append(after.stage.card)
        state = after
    assert [record.card for record in state.records] == opened
    assert [record.round for record in state.records] == [1, 1, 2, 2, 3, 3]
