"""Many games counted: the same on one processor or two, and the arithmetic behind the figures."""

from __future__ import annotations

import json
from math import inf

import pytest

from game.rules.cards import Mirror
from game.rules.ruleset import Turns
from game.session.figures import figures
from game.session.simulate import GamePlayed, play_game, play_games
from tests.rules.table import game


def played(*scores: int, earlier: tuple[int, ...] = (), seed: int = 0) -> GamePlayed:
    return GamePlayed(
        seed=seed,
        rounds=3,
        turns=6,
        ms=120_000,
        play_ms=100_000,
        scores=scores,
        earlier=earlier or scores,
        cards=("c/turn0",),
        kinds=(("choice, turn", 2, 5),),
        sources=(("answer", 2, 5), ("twist", 1, -2)),
    )


def test_a_game_is_counted_from_lobby_to_podium() -> None:
    one = play_game(game(3, rounds=4), seed=1)
    assert (one.rounds, one.turns, len(one.scores)) == (4, 12, 3)
    assert 0 < one.play_ms < one.ms
    assert sum(points for _, _, points in one.sources) == sum(one.scores)
    assert len(one.cards) >= 6
    assert all(early <= 40 for early in one.earlier)


def test_together_a_turn_is_a_card_for_everybody() -> None:
    assert play_game(game(6, rounds=9, turns=Turns.TOGETHER), seed=1).turns == 9


def test_earlier_scores_are_those_after_two_thirds_of_the_turns() -> None:
    # With nothing but mirrors on the way each turn brings exactly one customer.
    mirrors = tuple(Mirror(id=f"m/{i}", title="m", prompt="?") for i in range(6))
    lobby = game(1, rounds=6, path="smmmmmmm", die=1, mirrors=mirrors)
    one = play_game(lobby, seed=1)
    assert (one.earlier, one.scores) == ((4,), (6,))


def test_processes_change_nothing() -> None:
    lobby = game(3, rounds=2)
    heard: list[int] = []
    alone = play_games(lobby, 23, seed=5, processes=1, played=heard.append)
    assert sum(heard) == 23
    assert [one.seed for one in alone] == list(range(5, 28))
    assert play_games(lobby, 23, seed=5, processes=2) == alone


def test_a_machine_of_many_processors_starts_no_more_than_windows_can_wait_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 128)
    started: list[int] = []

    def note(lobby: object, chunks: object, skill: int, processes: int) -> list[list[GamePlayed]]:
        started.append(processes)
        return []

    monkeypatch.setattr("game.session.simulate._played", note)
    play_games(game(2), 100_000)
    play_games(game(2), 100)
    assert started == [61, 2]


def test_the_first_seat_is_held_against_the_others() -> None:
    found = figures([played(6, 2, 4), played(3, 3, 0)], game(3).content)
    assert found.first_points.mean == pytest.approx((3 + 1.5) / 2)
    # It won the first game alone and the second together with another.
    assert found.first_wins.mean == pytest.approx(0.75)
    assert [seat.wins for seat in found.seats] == pytest.approx([0.75, 0.25, 0])
    assert found.seats[2].points == 2
    assert found.ties == 0.5


def test_an_interval_holds_what_its_games_cannot_tell_from_the_mean() -> None:
    many = [played(4, 2), played(2, 4)] * 200
    found = figures(many, game(2).content)
    assert found.first_points.holds(0)
    assert not found.first_points.holds(1)
    # ± 2.576 standard deviations (2.0025) over the root of 400.
    assert found.first_points.high == pytest.approx(0.258, abs=0.001)


def test_one_game_has_no_interval() -> None:
    found = figures([played(4, 2)], game(2).content)
    assert found.first_points.low == -inf
    assert json.loads(json.dumps(found.plain(), allow_nan=False))["first_points"]["low"] is None


def test_a_comeback_is_won_by_none_of_those_who_led() -> None:
    games = [
        played(5, 4, earlier=(1, 3)),  # a comeback
        played(5, 4, earlier=(3, 3)),  # the winner shared the lead
        played(5, 5, earlier=(1, 3)),  # one of two winners had led
        played(5, 4, earlier=(3, 1)),
    ]
    assert figures(games, game(2).content).comebacks == 0.25


def test_kinds_and_sources_are_means() -> None:
    found = figures([played(1, 1), played(1, 1)], game(2).content)
    assert [(k.kind, k.answers, k.points) for k in found.kinds] == [("choice, turn", 4, 2.5)]
    worth = {source.source: source.customers for source in found.sources}
    assert worth == {"answer": 2.5, "twist": -1}


def test_every_card_is_listed_also_those_that_never_came_up() -> None:
    found = figures([played(1, 1)], game(2).content)
    assert found.cards[0].card == "c/turn0"
    assert len(found.cards) == len(game(2).content.cards)
    assert found.cards[-1].a_game == 0
