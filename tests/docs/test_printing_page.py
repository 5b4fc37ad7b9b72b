"""docs/printing.md: its commands make the files it says, with every option it names."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from game.cli import run

PAGE = (Path(__file__).parents[2] / "docs" / "printing.md").read_text("utf-8")
STEPS = [
    line
    for body in re.findall(r"^```sh\n(.*?)^```", PAGE, re.M | re.S)
    for line in body.splitlines()
]


def test_the_commands_make_the_files_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("CXGAME_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    assert run(["new", "my-deck"]) == 0
    for line in STEPS:
        program, *words = shlex.split(line)
        assert program == "cxgame"
        assert run(words) == 0, (line, capsys.readouterr())
    made = {path.name for path in tmp_path.glob("*.pdf")}
    assert made == {"outside-in-en.pdf", "outside-in-dutch.pdf", "my-deck-en.pdf"}


def test_every_option_it_names_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    run(["print", "--help"])
    helped = capsys.readouterr().out
    named = re.findall(r"^\| `(--[a-z]+)", PAGE, re.M)
    assert set(named) == set(re.findall(r"^  (--[a-z]+)", helped, re.M)) - {"--help"}
