"""A preview in a real window: what is saved comes to the wall, and what is broken does not."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.screens.preview_decks import DECK, write
from tests.window.desktop import Desktop, Game, missing

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(missing()), reason=missing() or "all is there"),
    pytest.mark.xdist_group("window"),
]


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    with Desktop("800x600") as server:
        yield server


def called(game: Game, *words: str) -> None:
    """Wait until the window is called after all of these: the card, and what is wrong."""
    end = time.monotonic() + 60
    name = ""
    while time.monotonic() < end:
        name = game.desktop.do("getwindowname", game.window)
        if all(word in name for word in words):
            return
        assert game.process.poll() is None, game.said()
        time.sleep(0.03)
    raise AssertionError(f"the window is called {name!r}: {game.said()}")


def test_a_save_comes_to_the_wall_a_broken_one_is_told(desktop: Desktop, tmp_path: Path) -> None:
    file = write(tmp_path / "deck", dutch="") / "deck.yaml"
    game = Game(
        desktop, tmp_path / "home", "preview", str(file), "--card", "bell", "--window", "640x360"
    )
    called(game, "How warm?", "warning")
    file.write_text(DECK.replace("How warm?", "How cold?"), "utf-8")
    called(game, "How cold?")
    file.write_text(DECK.replace("unit: degrees", "unti: degrees"), "utf-8")
    called(game, "How cold?", "1 error")
    draft = file.with_suffix(".new")
    draft.write_text(DECK.replace("How warm?", "Lukewarm?"), "utf-8")
    draft.replace(file)
    called(game, "Lukewarm?", "warning")
    # Still at the bell card, and keys find their way.
    desktop.press("Down")
    called(game, "In order")
    desktop.press("f")
    time.sleep(0.5)  # fingers are not so quick that letters come before the field
    desktop.press("m", "o", "n", "Return")
    called(game, "Monday")
    assert game.quit() == 0
    assert "Traceback" not in game.said()
