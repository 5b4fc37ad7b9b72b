"""The search for the next card, where it finds nothing."""

from __future__ import annotations

import pytest

from game.rules.actions import PutNext
from game.screens.desk import DeskScreen
from game.screens.desk.search import SearchPage
from game.screens.inputs import Typed
from game.screens.kit.wall import Wall
from game.screens.screen import Do, Stay
from tests.screens.outside import NEAR, WALLS, check_places, draw, look_at, press, speak
from tests.screens.test_desk import PLAYING

NOTHING = "No card that can come up has these letters in its title."


def searching(text: str) -> DeskScreen:
    desk = DeskScreen(SearchPage())
    desk.on_typed(Typed(text), look_at(state=PLAYING))
    return desk


def test_letters_no_title_has_are_said_to_find_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    look = look_at(NEAR, state=PLAYING)
    desk = searching("qzx")
    assert NOTHING in draw(desk, look, monkeypatch).words.replace("\n", " ")
    assert desk.on_press(press("return"), look) == Stay()


def test_nothing_is_said_while_too_little_is_typed_or_something_fits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    look = look_at(NEAR, state=PLAYING)
    title = next(
        card.title
        for card in PLAYING.content.cards
        if isinstance(searching(card.title).on_press(press("return"), look), Do)
    )
    for text in ("", "q", title):
        assert NOTHING not in draw(searching(text), look, monkeypatch).words.replace("\n", " ")
    found = searching(title).on_press(press("return"), look)
    assert isinstance(found, Do)
    assert isinstance(found.action, PutNext)


@pytest.mark.parametrize("wall", WALLS)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_it_has_room_on_every_wall(
    language: str, wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    look = look_at(wall, state=PLAYING)
    desk = searching("qzx")
    check_places(desk, look)
    assert not draw(desk, look, monkeypatch).overflowing()
