"""Older formats: read as they were meant, said in one piece of advice, and written anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import Level, load_deck
from game.content.migrate import STEPS, modern
from game.content.parse import parse
from game.rules.cards import ChoiceCard
from tests.content.author import write_deck

OLD = """\
format: 0  # a draft
cards:
  - id: monday
    kind: choice
    category: insights
    title: Monday
    "question": What now?   # read aloud
    answers:
      - {text: Nothing., score: 0, feedback: So be it.}
      - {text: Something., 'score': 3, feedback: Good.}
  - {id: tea, kind: choice, category: insights, title: Tea, question: Who?, answers: [
      {text: We, correct: yes}, {text: They, feedback: "No question: they did not."}]}
twists:
  - {id: gale, title: Gale, question: It blows., effects: [{who: self, spaces: 1}]}
mirrors:
  - {id: glass, title: Glass, question: When?}
"""
OLD_DUTCH = """\
format: 0
cards:
  monday: {question: Wat nu?, answers: [{text: Niets.}, {text: Iets.}]}
mirrors:
  glass: {question: Wanneer?}
"""


def test_the_draft_format_is_read_as_it_was_meant(tmp_path: Path) -> None:
    file = load_deck(write_deck(tmp_path, OLD))
    assert file.deck is not None, file.problems
    monday, tea = file.deck.cards
    assert isinstance(monday, ChoiceCard)
    assert isinstance(tea, ChoiceCard)
    assert monday.prompt == "What now?"
    assert [option.points for option in monday.options] == [0, 3]
    assert tea.key is not None
    assert (file.deck.twists[0].prompt, file.deck.mirrors[0].prompt) == ("It blows.", "When?")
    (advice,) = file.problems
    assert (advice.level, advice.check, advice.line) == (Level.ADVICE, "format", 6)
    assert advice.text == "format is 0, an older one; it is read as format 1"
    assert "prompt for question, options for answers, points for score" in advice.hint


def test_a_translation_in_the_draft_format(tmp_path: Path) -> None:
    file = load_deck(write_deck(tmp_path, OLD, nl=OLD_DUTCH))
    assert file.in_language("nl").cards[0].prompt == "Wat nu?"
    assert file.in_language("nl").mirrors[0].prompt == "Wanneer?"
    assert [Path(one.file).name for one in file.problems] == ["deck.nl.yaml", "deck.yaml"]


def test_what_is_wrong_in_an_older_deck_has_its_place_in_the_file(tmp_path: Path) -> None:
    text = OLD.replace("score: 0", "score: three")
    file = load_deck(write_deck(tmp_path, text))
    (error,) = file.reasons
    line = (tmp_path / "deck.yaml").read_text("utf-8").splitlines()[error.line - 1]
    assert line[error.column - 1 :].startswith("three")
    assert 'points is "three"' in error.text


def test_the_text_in_the_present_format_keeps_all_else(tmp_path: Path) -> None:
    source = parse(OLD.encode(), "deck.yaml").source
    assert source is not None
    assert modern(OLD, source) == (
        OLD.replace("format: 0", "format: 1")
        .replace('"question": ', '"prompt": ')
        .replace("question: What", "prompt: What")
        .replace("question: Who", "prompt: Who")
        .replace("question: It", "prompt: It")
        .replace("question: When", "prompt: When")
        .replace("answers:", "options:")
        .replace("score: ", "points: ")
        .replace("'score': ", "'points': ")
        .replace("correct:", "right:")
    )


def test_both_names_in_one_card_are_not_guessed_at(tmp_path: Path) -> None:
    text = "format: 0\nmirrors:\n  - {id: glass, title: Glass, question: When?, prompt: Where?}"
    file = load_deck(write_deck(tmp_path, text))
    (error,) = file.reasons
    assert error.check == "unknown-field"


@pytest.mark.parametrize("written", ["2", "99", "1.5", "-1", "00", "one", "9" * 5000])
def test_a_newer_or_unknown_format_is_one_clear_sentence(tmp_path: Path, written: str) -> None:
    file = load_deck(write_deck(tmp_path, f"format: {written}"))
    (error,) = file.problems
    assert error.check == "format"
    newer = written.isdigit() and int(written[:9]) > 1
    assert ("a newer version of the game can open this file" in error.sentence) == newer
    assert len(error.sentence) < 200


def test_each_step_names_fields_that_are_there_in_the_next_format() -> None:
    assert list(STEPS) == [0]
    assert all(rename.old != rename.new for step in STEPS.values() for rename in step)
