"""`cxgame schema`: printed or written, and what it cannot do said in a sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from game.cli import run
from game.content.schema import KINDS, schema_file


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("kind", KINDS)
def test_it_prints_what_the_game_carries(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", kind]) == 0
    told = capsys.readouterr()
    assert told.out == schema_file(kind).read_text("utf-8")
    assert told.err == ""


def test_a_deck_is_meant_where_nobody_says_what(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    assert capsys.readouterr().out == schema_file("deck").read_text("utf-8")


def test_it_is_written_and_the_line_told_that_names_it(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["schema", "--out", "mine.json", "board"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "# yaml-language-server: $schema=mine.json" in told.err
    assert (here / "mine.json").read_text("utf-8") == schema_file("board").read_text("utf-8")


def test_where_it_cannot_be_written(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for place in ("nowhere/deck.json", "a\0b"):
        assert run(["schema", "--out", place]) == 3
        assert "cannot be written" in capsys.readouterr().err
    assert list(here.iterdir()) == []


def test_a_folder_gets_a_file_of_that_name(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "decks").mkdir()
    for place in (".", "decks"):
        assert run(["schema", "board", "--out", place]) == 0
        assert "$schema=board.schema.json" in capsys.readouterr().err
        file = here / place / "board.schema.json"
        assert file.read_text("utf-8") == schema_file("board").read_text("utf-8")


def test_what_is_no_schema_is_left_alone(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deck = here / "deck.yaml"
    for text in ("format: 1\nid: mine\n", "[1]", '{"title": []}'):
        deck.write_text(text, "utf-8")
        assert run(["schema", "--out", "deck.yaml"]) == 2
        assert "deck.yaml is something else already" in capsys.readouterr().err
        assert deck.read_text("utf-8") == text
    assert run(["schema", "board", "--out", "it.json"]) == 0
    assert run(["schema", "deck", "--out", "it.json"]) == 0  # one of ours may be brought up to date
    assert (here / "it.json").read_text("utf-8") == schema_file("deck").read_text("utf-8")


def test_a_kind_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "persona"]) == 2
    assert "translation" in capsys.readouterr().err


def test_it_explains_the_fields_in_the_language_that_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    english = json.loads(schema_file("deck").read_text("utf-8"))
    monkeypatch.setenv("LANGUAGE", "nl")
    assert run(["schema", "--language", "en"]) == 0
    assert json.loads(capsys.readouterr().out) == english
    assert run(["schema"]) == 0
    yours = json.loads(capsys.readouterr().out)
    monkeypatch.setenv("LANGUAGE", "en")
    assert run(["schema", "--language", "nl"]) == 0
    dutch = json.loads(capsys.readouterr().out)
    assert dutch == yours != english
    assert dutch["properties"]["title"]["description"] == (
        "Hoe de kaartset heet, op de plank en op de muur."
    )
    # What it allows, and its examples, are the same.
    assert _silent(dutch) == _silent(english)


def _silent(part: Any) -> Any:
    if isinstance(part, list):
        return [_silent(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {
        name: _silent(inner)
        for name, inner in part.items()
        if not (name == "description" and isinstance(inner, str))
    }


def test_a_new_deck_has_the_schema_of_its_language(here: Path) -> None:
    for code, word in (("nl", "Hoe de kaartset heet"), ("en", "The deck's name")):
        run(["new", code, "--language", code, "--out", "."])
        assert word in (here / code / "deck.schema.json").read_text("utf-8")
