"""Every bad deck is told as its report beside it has it; see `tests/content/bad_decks.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content import bad_decks
from tests.content.bad_decks import FOLDER, expected_path, names, report


@pytest.mark.parametrize("name", names())
def test_a_bad_deck_is_told_as_its_report_has_it(name: str) -> None:
    assert report(name) == expected_path(name).read_text("utf-8"), (
        "if this was meant: python -m tests.content.bad_decks"
    )


def test_every_report_has_its_deck() -> None:
    kept = {path.name for path in FOLDER.glob("*.txt")}
    assert kept == {expected_path(name).name for name in names()}


def test_the_command_makes_reports_and_says_which_no_longer_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "list.yaml").write_bytes((FOLDER / "list.yaml").read_bytes())
    monkeypatch.setattr(bad_decks, "FOLDER", tmp_path)
    assert bad_decks.main(["--check"]) == 1
    assert "+list.yaml:1:1: error: " in capsys.readouterr().out
    assert bad_decks.main([]) == 0
    assert (tmp_path / "list.txt").read_text("utf-8") == report("list.yaml")
    assert bad_decks.main(["--check"]) == 0
