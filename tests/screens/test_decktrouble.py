"""Why decks could not be reloaded, on the wall."""

from __future__ import annotations

import pytest

from game.screens.decktrouble import TroubleScreen
from game.screens.kit.wall import Wall
from game.screens.screen import Look, Pop, Stay
from tests.screens.outside import (
    WALLS,
    both_languages,
    check_places,
    draw,
    look_at,
    picture,
    speak,
)

LINE = (
    'outside-in/deck.yaml:63:17: card "own-red-carpet", option 2: points is "three"; expected a '
    "whole number from 0 to 3"
)
FEW, MANY = (LINE,), tuple(LINE.replace("63", str(n)) for n in range(100, 130))


def told(screen: TroubleScreen, look: Look, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found = []
    while True:
        drawn = draw(screen, look, monkeypatch)
        assert not drawn.overflowing()
        assert not drawn.smaller_than(look.wall.S * 0.95)
        found.append(drawn.words.replace("\n", " "))
        if screen.on_next(look) == Pop():
            return found


@both_languages
@pytest.mark.parametrize("wall", [WALLS[i] for i in (0, 2, 5, 8)])
@pytest.mark.parametrize("lines", [FEW, MANY], ids=["few", "many"])
def test_every_problem_is_told_once_with_its_place(
    lines: tuple[str, ...], wall: Wall, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    look = look_at(wall)
    pages = told(TroubleScreen(lines), look, monkeypatch)
    text = " ".join(pages)
    assert [text.count(line.split(" ")[0]) for line in lines] == [1] * len(lines)
    assert (len(pages) == 1) is (lines is FEW)
    check_places(TroubleScreen(lines), look)


def test_next_and_previous_turn_the_pages() -> None:
    screen, look = TroubleScreen(MANY), look_at()
    first = picture(screen, look)
    assert screen.on_next(look) == Stay()
    assert picture(screen, look) != first
    assert screen.on_previous(look) == Stay()
    assert picture(screen, look) == first
    assert screen.hotspots(look)[0].activate() == Stay()
