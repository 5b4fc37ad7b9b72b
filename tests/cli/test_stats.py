"""`cxgame stats`: tables for an author, JSON for a program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli import run
from game.i18n import set_language
from tests.content.author import write_deck


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(["stats", *words]) == 0
    return capsys.readouterr().out


def test_tables_of_what_it_holds_and_how_it_plays(capsys: pytest.CaptureFixture[str]) -> None:
    set_language("en")
    out = told(capsys, "cx-facts", "--games", "2", "--teams", "3")
    for part in (
        "CX facts: guess first · cx-facts · en",
        "Every card once takes about",
        "estimates",
        "bell cards",
        "right in quizzes",
        "2 games",
        "15 minutes",
        "120 minutes",
        "deviation",
        "3 teams.",
        "comes up in a game",
        "delivery-gap",
    ):
        assert part in out, part


def test_json_holds_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("cx-facts", "--games", "1", "--teams", "2", "--json")
    plain = json.loads(told(capsys, *words))
    assert (plain["games"], plain["teams"], plain["deck"]["id"]) == (1, 2, "cx-facts")
    assert [one["preset"] for one in plain["presets"]] == ["taster", "45", "60", "90", "120"]
    assert len(plain["presets"][0]["cards"]) == plain["deck"]["cards"]


def test_names_in_another_language(capsys: pytest.CaptureFixture[str]) -> None:
    plain = json.loads(told(capsys, "cx-facts", "--games", "0", "--json", "--language", "nl"))
    assert plain["deck"]["language"] == "nl"
    assert plain["presets"] == []


def test_a_deck_of_ones_own_and_kinds_that_pay_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    set_language("en")
    card = (
        "  - {{id: {id}, kind: choice, category: insights, title: T, prompt: P, "
        "options: [{options}]}}"
    )
    dear = "{text: A, points: 3}, {text: B, points: 3}, {text: C, points: 2}"
    cheap = "{text: A, right: yes}, {text: B}, {text: C}"
    cards = [card.format(id=f"d{n}", options=dear) for n in range(3)]
    cards += [card.format(id=f"q{n}", options=cheap) for n in range(3)]
    deck = write_deck(tmp_path / "deck", "\n".join(["cards:", *cards]))
    out = told(capsys, str(deck), "--games", "0")
    assert "Warning: dilemmas pay 0.83 points more than the mean of the deck" in out
    assert "Warning: quizzes pay 0.83 points less" in out
    assert "comes up" not in out


def test_a_deck_that_cannot_be_played_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck = write_deck(tmp_path / "deck", "cards: 7")
    assert run(["stats", str(deck)]) == 1
    assert "deck.yaml" in capsys.readouterr().err
    assert run(["stats", "no-such-deck"]) == 2
