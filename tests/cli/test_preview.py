"""`cxgame preview`: what is asked of it wrongly is answered before a window opens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.cli import preview as command
from game.cli.commands import dispatch
from tests.screens.preview_decks import write


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    """What would have been opened."""
    asked: list[tuple[Any, ...]] = []

    def run_preview(*given: Any) -> int:
        asked.append(given)
        return 0

    monkeypatch.setattr(command, "run_preview", run_preview)
    monkeypatch.setattr(command, "need_display", lambda: None)
    return asked


def test_a_deck_is_opened_by_path_by_file_and_by_name(
    tmp_path: Path, opened: list[tuple[Any, ...]]
) -> None:
    deck = write(tmp_path / "deck")
    assert dispatch(["preview", str(deck), "--card", "bell", "--language", "nl"]) == 0
    assert dispatch(["preview", str(deck / "deck.nl.yaml"), "--window", "800x600"]) == 0
    assert dispatch(["preview", "outside-in"]) == 0
    assert opened[0] == (deck, None, None, "nl", "bell")
    assert opened[1] == (deck / "deck.nl.yaml", None, (800, 600), None, None)
    assert opened[2][0].name == "deck.yaml"


def test_a_deck_full_of_mistakes_is_opened_all_the_same(
    tmp_path: Path, opened: list[tuple[Any, ...]]
) -> None:
    deck = write(tmp_path / "deck", "cards: [")
    assert dispatch(["preview", str(deck), "--card", "anything"]) == 0
    assert len(opened) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("{deck}x",), "There is no deck"),
        (("{empty}",), "There is no deck in"),
        (("{deck}", "--card", "bel"), "There is no card 'bel' in this deck. Did you mean bell?"),
        (("{deck}", "--language", "fr"), "No deck chosen here speaks 'fr'; there are: en, nl."),
        (("{deck}", "--window", "huge"), "'huge' is no size of a window"),
        ((), "DECK"),
    ],
)
def test_what_is_not_there_is_said_and_nothing_opened(
    words: tuple[str, ...],
    said: str,
    tmp_path: Path,
    opened: list[tuple[Any, ...]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    places = {"deck": write(tmp_path / "deck"), "empty": tmp_path / "empty"}
    places["empty"].mkdir()
    assert dispatch(["preview", *(word.format(**places) for word in words)]) == 2
    assert said in capsys.readouterr().err
    assert not opened


def test_without_a_display_a_sentence_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dispatch(["preview", str(write(tmp_path / "deck"))]) == 3  # the tests' own is a dummy
    assert capsys.readouterr().err.startswith("There is no display here.")
