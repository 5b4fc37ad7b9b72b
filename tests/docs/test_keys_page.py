"""docs/keys.md tells the keys there are."""

from __future__ import annotations

from pathlib import Path

from game.cli.commands import COMMANDS
from game.screens.doings import GAME_KEYS, HABITS, Doing, doing_name, keys_text
from game.screens.game import AFTER_RING_MS
from game.screens.inputs import OPTION_KEYS, SECOND_BELLS

PAGE = (Path(__file__).resolve().parent.parent.parent / "docs" / "keys.md").read_text("utf-8")


def table(heading: str) -> list[tuple[str, str]]:
    """The rows of the table under a heading."""
    part = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")][2:]
    found = []
    for line in lines:
        keys, does = (cell.strip() for cell in line.strip("|").split("|"))
        found.append((keys, does))
    return found


def test_what_every_key_does() -> None:
    told = [
        (keys_text(HABITS[doing], 99), doing_name(doing))
        for doing in Doing
        if doing is not Doing.NOTHING
    ]
    assert table("What keys do") == told


def test_what_the_game_needs() -> None:
    rows = dict(table("What the game needs"))
    assert " ".join(SECOND_BELLS.upper()) in rows
    assert " ".join(OPTION_KEYS.upper()) in rows
    assert {key.lower() for keys in rows for key in keys.split()} == GAME_KEYS | set(SECOND_BELLS)


def test_what_the_page_promises_is_there() -> None:
    assert "half a second" in PAGE
    assert AFTER_RING_MS == 500
    assert "rehearse-room" in COMMANDS
