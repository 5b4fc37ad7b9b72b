"""A real keyboard: a key that has no name here is given Next, and plays the game tomorrow."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.window.desktop import Desktop, Game, missing

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(missing()), reason=missing() or "all is there"),
    pytest.mark.xdist_group("window"),
]

ODD = "XF86AudioPlay"
"""A key of music players, as some clickers have one."""


def until(done: Callable[[], bool], game: Game) -> None:
    end = time.monotonic() + 15
    while not done():
        assert game.process.poll() is None, game.said()
        assert time.monotonic() < end, game.said()
        time.sleep(0.05)


def given(home: Path) -> list[list[str]]:
    path = home / "settings.json"
    found: list[list[str]] = json.loads(path.read_text("utf-8"))["keys"] if path.exists() else []
    return found


def test_an_odd_key_is_given_next_and_plays_on_tomorrow(tmp_path: Path) -> None:
    with Desktop("1280x720") as desktop:
        game = Game(desktop, tmp_path, "--window", "1280x720")
        time.sleep(1)
        # The sheet of keys, its button, the first doing (next); then the key.
        desktop.press("F1", "Tab", "Tab", "Return")
        time.sleep(0.6)
        desktop.press("Tab", "Return", ODD)
        until(lambda: bool(given(tmp_path)), game)
        assert given(tmp_path) == [["AudioPlay", "next"]]
        assert game.quit() == 0
        again = Game(desktop, tmp_path, "play", "--teams", "2", "--preset", "taster", "--seed", "2")
        again.wait("BriefBegan")
        for _ in range(200):
            if again.told("Rolled"):
                break
            desktop.press(ODD)
            time.sleep(0.02)
        assert again.told("Rolled")
        assert again.quit() == 0
        assert "Traceback" not in game.said() + again.said()
