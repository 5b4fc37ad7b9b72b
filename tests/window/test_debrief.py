"""The debrief in a real window: a plan typed on the keyboard, and all else by Next alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.window.desktop import Desktop, Game, missing

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(missing()), reason=missing() or "all is there"),
    pytest.mark.xdist_group("window"),
]
MOST_PRESSES = 60


def next_until(game: Game, told: str) -> None:
    """Next, one at a time, until the log tells of it: one too many would go past it."""
    for _press in range(MOST_PRESSES):
        path = game.session()
        if path is not None and told in path.read_text("ascii"):
            return
        game.desktop.press("space")
        time.sleep(0.12)
    raise AssertionError(f"no {told} came: {game.tail()}")


def test_next_alone_leads_through_it_and_a_plan_is_typed_on_the_way(tmp_path: Path) -> None:
    with Desktop("1280x720") as desktop:
        game = Game(desktop, tmp_path, "play", "--teams", "North,South", "--window", "1024x576")
        game.wait("BriefBegan")
        next_until(game, "RoundBegan")
        desktop.press("End", "End")
        game.wait("PlayEnded")
        next_until(game, "PodiumShown")
        next_until(game, '"part":"commit"')
        desktop.press("1")
        for text, key in (
            ("a guest waits", "Tab"),
            ("we say when", "Tab"),
            ("the desk", "Tab"),
            ("friday", "Return"),
        ):
            desktop.do("type", "--delay", "12", text)
            desktop.press(key)
        game.wait("PlanCommitted")
        next_until(game, "Closed")
        path = game.session()
        assert path is not None
        log = path.read_text("utf-8")
        for words in ("a guest waits", "we say when", "the desk", "friday"):
            assert words in log
        assert game.quit() == 0
        assert "Traceback" not in game.said()
