"""The keys on the wall: all of them, and readable from the last row."""

from __future__ import annotations

import pytest

from game.screens import inputs
from game.screens.keys import KeysScreen, rows
from game.screens.kit.wall import Wall
from game.screens.screen import Look, Pop, Stay
from tests.screens.outside import (
    check_places,
    draw,
    every_wall_in_its_language,
    look_at,
    picture,
    speak,
)

LOOK = look_at()
FAR = look_at(Wall((1024, 768), seat=1.69))
SHOWN = {"right": "→", "down": "↓", "left": "←", "up": "↑", "space": "Space", "return": "Enter",
         "enter": "Enter", "page down": "PgDn", "page up": "PgUp",
         "backspace": "Backspace"}  # fmt: skip


def keys_for(does: str) -> str:
    return next(keys for keys, what in rows() if what == does)


@pytest.mark.parametrize(
    ("does", "names"),
    [
        ("next", inputs.NEXT),
        ("previous; choose a button", inputs.PREVIOUS),
        ("black wall, white wall", inputs.BLACK | inputs.WHITE),
        ("second bell keys of teams 1 to 8", frozenset(inputs.SECOND_BELLS)),
        ("in the debrief: play a moment again", frozenset("r")),
    ],
)
def test_every_key_of_a_presenter_is_told(does: str, names: frozenset[str]) -> None:
    told = keys_for(does).split()
    pressed = names - {"next", "previous", "black", "white"}  # no keyboard has these
    assert {SHOWN.get(name, name.upper()) for name in pressed} == set(told)


def test_nothing_is_told_twice() -> None:
    assert len({keys for keys, _ in rows()}) == len({does for _, does in rows()}) == len(rows())


def told(screen: KeysScreen, look: Look, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found = []
    while True:
        found.append(draw(screen, look, monkeypatch).words.replace("\n", " "))
        if screen.on_next(look) == Pop():
            return found


@pytest.mark.parametrize("look", [LOOK, FAR], ids=["near", "far"])
def test_every_row_is_shown_once(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = told(KeysScreen(), look, monkeypatch)
    text = " ".join(pages)
    for keys, does in rows():
        assert " ".join(keys.split()) in " ".join(text.split())
        assert does in text
    assert (len(pages) == 1) is (look is LOOK)


def test_next_and_previous_turn_the_pages() -> None:
    screen = KeysScreen()
    first = screen.key(FAR), picture(screen, FAR)
    assert screen.on_next(FAR) == Stay()
    assert screen.key(FAR) != first[0]
    assert picture(screen, FAR) != first[1]
    assert screen.on_previous(FAR) == Stay()
    assert (screen.key(FAR), picture(screen, FAR)) == first
    assert screen.on_previous(FAR) == Stay()
    assert screen.key(FAR) == first[0]


def test_a_click_anywhere_is_next() -> None:
    assert KeysScreen().hotspots(LOOK)[0].activate() == Pop()


@every_wall_in_its_language
def test_it_fits_every_wall(language: str, wall: Wall, monkeypatch: pytest.MonkeyPatch) -> None:
    speak(language)
    look = look_at(wall)
    screen = KeysScreen()
    while True:
        check_places(screen, look)
        drawn = draw(screen, look, monkeypatch)
        assert not drawn.overflowing()
        assert not drawn.smaller_than(wall.S * 0.93)
        if screen.on_next(look) == Pop():
            break
