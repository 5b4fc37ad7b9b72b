"""A real window, real keys and a real mouse: from the start screen to the podium."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.window.desktop import Desktop, Game, missing

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(missing()), reason=missing() or "all is there"),
    pytest.mark.xdist_group("window"),
]

MOST_PRESSES = 500


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    with Desktop() as server:
        yield server


def play_on(game: Game) -> None:
    """Keys as in a session, until the podium: choose, lock, mark, judge, go on."""
    for press in range(MOST_PRESSES):
        game.desktop.press("b", "space", "2", "space")
        if press % 5 == 0 and game.told("PodiumShown"):
            return
        assert game.process.poll() is None, game.said()
    raise AssertionError(f"no podium after {MOST_PRESSES} rounds of keys: {game.tail()}")


def test_from_the_start_screen_to_the_podium(desktop: Desktop, tmp_path: Path) -> None:
    game = Game(desktop, tmp_path, "--window", "1280x720")
    time.sleep(1)
    desktop.press("Return")
    time.sleep(0.5)
    desktop.press("Return")
    game.wait("BriefBegan")
    play_on(game)
    assert game.quit() == 0
    assert "Traceback" not in game.said()


def test_resizing_full_screen_and_the_menu_cost_nothing(desktop: Desktop, tmp_path: Path) -> None:
    game = Game(
        desktop,
        tmp_path,
        "play",
        "--teams",
        "North,South",
        "--preset",
        "taster",
        "--window",
        "1024x768",
        "--seed",
        "5",
    )
    game.wait("BriefBegan")
    for size in (("200", "150"), ("1600", "900"), ("500", "900"), ("1280", "800")):
        desktop.do("windowsize", game.window, *size)
        time.sleep(0.15)
        desktop.press("space")
    desktop.press("F11")
    time.sleep(0.4)
    desktop.press("Escape", "Escape", "F1", "Escape", "F11")
    time.sleep(0.4)
    play_on(game)
    assert game.quit() == 0
    assert "Traceback" not in game.said()


def test_a_closed_window_is_resumed_where_it_was(desktop: Desktop, tmp_path: Path) -> None:
    game = Game(desktop, tmp_path, "play", "--teams", "2", "--preset", "taster", "--seed", "2")
    game.wait("BriefBegan")
    while not game.told("CardDrawn") and not game.told("MirrorDrawn"):
        desktop.press("space")
        time.sleep(0.05)
    assert game.quit() == 0
    path = game.session()
    assert path is not None
    before = path.read_bytes()
    again = Game(desktop, tmp_path, "resume", str(path))
    time.sleep(1)
    play_on(again)
    assert again.quit() == 0
    assert path.read_bytes().startswith(before[: before.rstrip(b"\n").rfind(b"\n")])
    assert "Traceback" not in again.said()
