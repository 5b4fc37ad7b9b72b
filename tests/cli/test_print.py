"""`cxgame print`: one file, a word on how to print it, and sentences where it cannot be."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from game.cli import run

ANSWERS = ("print", "cx-facts", "--only", "answers", "--answers", "1")
"""The quickest of all parts."""


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().err


def test_a_file_is_made_here_and_named_after_the_deck(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run([*ANSWERS, "--language", "nl"]) == 0
    assert (tmp_path / "cx-facts-nl.pdf").read_bytes().startswith(b"%PDF")
    said = told(capsys)
    assert "cx-facts-nl.pdf" in said
    assert "pages 1 to 4: answer cards; both sides, turned over the long edge" in said


def test_printing_again_replaces_the_file_and_nothing_else(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run([*ANSWERS, "--out", "mine"]) == 0
    assert run([*ANSWERS, "--out", "mine.pdf"]) == 0
    (tmp_path / "report.pdf").write_bytes(b"%PDF- the yearly report")
    told(capsys)
    assert run([*ANSWERS, "--out", "report.pdf"]) == 2
    assert "report.pdf is something else already" in told(capsys)
    assert (tmp_path / "report.pdf").read_bytes() == b"%PDF- the yearly report"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.pdf", "report.pdf"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("cx-fact",), "There is no deck 'cx-fact'."),
        (("cx-facts", "--only", "crads"), "There is no part 'crads'"),
        (("cx-facts", "--only", ","), "Nothing to print"),
        (("cx-facts", "--language", "fr"), "speaks 'fr'; there are: en, nl."),
        (("cx-facts", "--answers", "9"), "'9' is no whole number from 1 to 8."),
        (("cx-facts", "--board", "moon"), "There is no board 'moon'."),
        (("cx-facts", "--paper", "a5"), "a5"),
    ],
    ids=lambda value: value[-1] if isinstance(value, tuple) else "",
)
def test_wrong_use_is_told_and_nothing_is_made(
    words: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(["print", *words]) == 2
    assert sentence in told(capsys)
    assert list(tmp_path.iterdir()) == []


def test_a_deck_with_errors_is_not_printed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "bad.yaml").write_text("format: 1\nid: bad\ntitle: Bad\n", encoding="utf-8")
    assert run(["print", "bad.yaml"]) == 1
    captured = capsys.readouterr()
    assert "bad.yaml" in captured.out
    assert "Not printed" in captured.err


def test_without_fpdf2_a_sentence_names_the_extra(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "fpdf", None)
    assert run([*ANSWERS]) == 3
    assert 'pip install "cx-game[print]"' in told(capsys)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run([*ANSWERS, "--out", "no/such/folder/deck.pdf"]) == 3
    assert "cannot be written" in told(capsys)
