"""docs/authoring.md, done from top to bottom: every command, every example, in their order."""

from __future__ import annotations

import re
import shlex
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from game.cli import run
from game.cli.commands import COMMANDS
from game.content import load_deck
from game.paths import user_decks_dir
from tools import field_pages

PAGE = (Path(__file__).parents[2] / "docs" / "authoring.md").read_text("utf-8")
STEPS = re.findall(r"^```(sh|yaml)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
WINDOWS = {"preview": "run_preview", "play": "run_session"}


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commands that would have opened a window, in a home of their own."""
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("CXGAME_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    found: list[str] = []

    def instead(command: str) -> Any:
        def window(first: Any, *_: Any) -> int:
            found.append(command)
            if command == "play":
                first.close()
            return 0

        return window

    for command, function in WINDOWS.items():
        monkeypatch.setattr(f"game.cli.{command}.{function}", instead(command))
        monkeypatch.setattr(f"game.cli.{command}.need_display", lambda: None)
    return found


FACILITATORS = {"demo", "practise", "rehearse-room", "replay", "report", "sessions", "simulate"}
"""Commands for evenings rather than for decks: docs/facilitating.md and others tell of them."""


def write(example: str) -> None:
    """What an author does with an example: put it into the deck."""
    path = user_decks_dir() / "late-again" / "deck.yaml"
    text = path.read_text("utf-8")
    name = example.partition(":")[0]
    if name == "cards":
        text = text.replace("cards:\n", example, 1)
    else:
        text = re.sub(rf"^{name}: .*\n", lambda _: example, text, flags=re.MULTILINE)
    assert example in text
    path.write_text(text, "utf-8")


def test_the_page_as_it_is_read(
    opened: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for language, body in STEPS:
        if language == "yaml":
            write(body)
            continue
        for line in body.splitlines():
            words = shlex.split(line)
            if words[0] == "cd":
                monkeypatch.chdir(words[1])
                continue
            assert words[0] == "cxgame"
            code = run(words[1:])
            assert code == 0, (line, capsys.readouterr())
            if words[1:] == ["new", "Late again"]:
                monkeypatch.chdir(user_decks_dir() / "late-again")
    assert opened == ["preview", "play"]
    decks = [load_deck(path) for path in sorted(user_decks_dir().iterdir()) if path.is_dir()]
    assert [(deck.id, deck.languages) for deck in decks] == [
        ("late-again", ("en", "nl")),
        ("late-again-in-cells", ("en",)),
    ]
    assert decks[0].deck is not None
    ids = {card.id for card in decks[0].deck.cards}
    assert {"the-last-parcel", "two-minutes", "late-and-honest"} <= ids


def test_every_command_it_names_has_the_options_it_names(
    capsys: pytest.CaptureFixture[str],
) -> None:
    named = re.findall(r"(?:^|`)cxgame (\w+)([^`\n]*)", PAGE, re.MULTILINE)
    assert len(named) > 15
    for command, rest in named:
        assert command in COMMANDS
        run([command, "--help"])
        helped = capsys.readouterr().out
        for option in re.findall(r"--[a-z-]+", rest):
            assert option in helped, (command, option)


def test_it_names_every_command_of_those_who_write() -> None:
    for command in COMMANDS.keys() - FACILITATORS:
        assert f"cxgame {command}" in PAGE, command


def test_the_fields_are_those_that_are_read() -> None:
    assert field_pages.main(["--check"]) == 0
    text = field_pages.PAGE.read_text("utf-8")
    described = import_module("game.content.deck_fields")
    for record in (described.DECK, *described.CARDS.values(), described.OPTION, described.EFFECT):
        for name in record.fields:
            assert f"`{name}`" in text
