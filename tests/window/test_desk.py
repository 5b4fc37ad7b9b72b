"""The desk in a real window: a correction by the keyboard alone, and one by the mouse alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.screens.desk.places import HEAD
from game.screens.kit.wall import Wall
from tests.window.desktop import Desktop, Game, missing

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(missing()), reason=missing() or "all is there"),
    pytest.mark.xdist_group("window"),
]
SIZE = (1024, 576)


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    with Desktop("1280x720") as server:
        yield server


@pytest.fixture
def game(desktop: Desktop, tmp_path: Path) -> Iterator[Game]:
    size = "x".join(map(str, SIZE))
    found = Game(desktop, tmp_path, "play", "--teams", "North,South", "--window", size)
    found.wait("BriefBegan")
    yield found
    assert found.quit() == 0
    assert "Traceback" not in found.said()


def test_customers_are_given_and_a_break_begins_by_keyboard_alone(game: Game) -> None:
    game.desktop.press("Escape", "g", "2", "Right", "Return")
    game.wait("Scored")
    game.desktop.press("F4", "Return")
    game.wait("HeldStill")
    game.desktop.press("space")
    game.wait("Released")


def test_a_wrong_correction_is_undone_by_mouse_alone(game: Game) -> None:
    game.desktop.press("Escape", "g", "1", "Return")
    game.wait("Scored")
    x, y = 0.4, 0.1
    game.click(x, y, 3)
    wall = Wall(SIZE)
    first = HEAD + 36  # the first row of the menu at the pointer: undo
    game.click(x + 120 / wall.width, y + first / wall.height)
    game.wait("undo")
