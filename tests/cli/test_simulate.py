"""`cxgame simulate`: a table for people, JSON for programs, a bar on a terminal alone."""

from __future__ import annotations

import io
import json
import sys

import pytest

from game.cli import run, simulate
from game.cli.progress import progress
from game.rules.cards import Kind, Play
from tests.cli.tool import cxgame


def test_every_kind_of_card_and_way_of_playing_it_has_a_name() -> None:
    assert set(simulate._KINDS) == set(map(str, Kind))
    assert set(simulate._PLAYS) == set(map(str, Play))


def test_the_table_answers_what_a_game_designer_asks() -> None:
    words = ["cx-facts", "--teams", "3", "--preset", "taster", "--turns", "one-by-one"]
    ran = cxgame("simulate", "--games", "8", *words)
    assert (ran.code, ran.err) == (0, "")
    for part in (
        "8 games, one by one",
        "turns of all teams",
        "minutes, lobby to podium",
        "the winner",
        "Standard deviation",
        "won by none of those who led after two thirds",
        "99 % interval",
        "fair is 33.3 %",
        "choices, bell",
        "came up",
    ):
        assert part in ran.out
    assert "CX facts: guess first" in ran.out


def test_json_holds_every_figure_and_the_same_seed_the_same() -> None:
    words = [
        "simulate",
        "--games",
        "4",
        "--teams",
        "2",
        "--seed",
        "5",
        "--preset",
        "taster",
        "--json",
    ]
    one, two = cxgame(*words), cxgame(*words)
    assert one == two
    told = json.loads(one.out)
    assert (told["games"], told["teams"], told["seeds"]) == (4, 2, [5, 8])
    assert told["first_wins"]["low"] <= told["first_wins"]["mean"] <= told["first_wins"]["high"]
    assert len(told["seats"]) == 2


def test_one_team_alone_and_one_game_are_counted_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["simulate", "--games", "1", "--teams", "1", "--preset", "taster"]) == 0
    assert "One team alone" in capsys.readouterr().out
    assert run(["simulate", "--games", "1", "--teams", "2", "--preset", "taster"]) == 0
    assert "interval ? to ?" in capsys.readouterr().out


def test_a_bar_is_drawn_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for stream, drawn in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr(sys, "stderr", stream)
        with progress(3) as played:
            for _ in range(3):
                played(1)
        assert ("3/3" in stream.getvalue()) is drawn
