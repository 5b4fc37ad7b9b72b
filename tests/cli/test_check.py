"""`cxgame check`: which files it looks at, what it says of them, and how it ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.cli import run
from game.paths import scenarios_dir
from tests.cli.tool import here

Deck = Callable[[str], Path]


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    """Makes a deck of the shipped facts with one thing changed."""

    def make(change: str) -> Path:
        text = (scenarios_dir() / "cx-facts" / "deck.yaml").read_text("utf-8")
        old, new = change.split(" -> ")
        assert old in text
        path = tmp_path / "facts.yaml"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return path

    return make


def test_check_finds_nothing_wrong_with_what_the_game_ships(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Not even advice, and every text measured for the wall."""
    ran = here(capsys, "check", "--strict", "scenarios")
    assert (ran.code, ran.out) == (0, "")


def test_check_knows_decks_by_name(
    deck: Deck, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = deck("    kind: estimate ->     kynd: estimate")
    mine = home / "decks" / "facts.yaml"
    mine.parent.mkdir(parents=True)
    mine.write_text(broken.read_text("utf-8").replace("id: cx-facts", "id: mine", 1), "utf-8")
    ran = here(capsys, "check", "mine")
    assert ran.code == 1
    assert ran.out.startswith(f"{mine}:")
    assert here(capsys, "check", "x" * 300).code == 2


def test_check_tells_file_line_column_level_and_check(
    deck: Deck, capsys: pytest.CaptureFixture[str]
) -> None:
    path = deck("    kind: estimate ->     kynd: estimate")
    ran = here(capsys, "check", str(path))
    assert ran.code == 1
    first = ran.out.splitlines()[0]
    place, level, rest = first.split(": ", 2)
    assert place.startswith(f"{path}:")
    assert all(part.isdigit() for part in place.rsplit(":", 2)[1:])
    assert level == "error"
    assert rest.endswith("]")
    assert "1 error" in ran.err or "errors" in ran.err


def test_check_looks_at_several_paths_in_one_go(
    deck: Deck, capsys: pytest.CaptureFixture[str]
) -> None:
    path = deck("    kind: estimate ->     kynd: estimate")
    ran = here(capsys, "check", "scenarios/cx-facts", str(path), "scenarios/boards")
    assert ran.code == 1
    assert {line.split(":")[0] for line in ran.out.splitlines() if ": error: " in line} == {
        str(path)
    }


def test_check_counts_a_warning_as_a_problem_and_advice_as_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from game.content.check import Examined
    from game.content.problem import Level, Problem

    def problem(level: Level) -> Problem:
        return Problem(
            file="d.yaml", line=3, column=5, level=level, check="a-check", path="", text="odd"
        )

    for level, code in ((Level.ADVICE, 0), (Level.WARNING, 1), (Level.ERROR, 1)):
        monkeypatch.setattr(
            "game.cli.check.examine",
            lambda *_, found=level, **__: Examined([problem(Level.ADVICE), problem(found)], []),
        )
        assert run(["check", "d.yaml"]) == code
        assert f"d.yaml:3:5: {level}: odd [a-check]" in capsys.readouterr().out
