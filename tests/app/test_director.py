"""What comes of an input, whatever the screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from game.app.director import Director
from game.rules.refusal import Refusal
from game.screens.doings import Doing, Keymap
from game.screens.inputs import Composing, Input, Pointer, Press, Typed
from game.screens.kit.wall import Box, Wall
from game.screens.screen import (
    Change,
    Home,
    Hotspot,
    Look,
    Outcome,
    Pop,
    Push,
    Quit,
    Screen,
    Stay,
)
from game.screens.settings import Settings

WALL = Wall((1920, 1080))


class Three(Screen):
    """Three buttons, and a Next of its own."""

    def __init__(self) -> None:
        self.pressed: list[str] = []
        self.still_moving = False

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        def press(name: str) -> Outcome:
            self.pressed.append(name)
            return Stay()

        return [Hotspot(Box(100 * i, 0, 90, 90), partial(press, n)) for i, n in enumerate("abc")]

    def on_next(self, look: Look) -> Outcome | None:
        self.pressed.append("next")
        return Stay()

    def moving(self, look: Look) -> bool:
        return self.still_moving

    def finish(self, look: Look) -> None:
        self.still_moving = False


class Typing(Screen):
    """A text field."""

    typing = True
    overlay = True

    def __init__(self) -> None:
        self.text = ""

    def on_typed(self, typed: Typed | Composing, look: Look) -> Outcome | None:
        self.text += typed.text
        return Stay()

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        return None if press.name == "escape" else Stay()


class FakeHost:
    """A program without a window."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.evening: Any = None
        self.changes: list[tuple[str, Any]] = []
        self.reloads = 0

    def change(self, name: str, value: Any) -> None:
        self.changes.append((name, value))

    def begin(self, choices: Any, practise: bool) -> Screen | None:
        return None

    def resume(self, path: Path) -> Screen | None:
        return None

    def home(self) -> Screen:
        return Three()

    def notice(self) -> str:
        return ""

    def pictures(self) -> Mapping[str, bytes]:
        return {}

    def open_console(self) -> Screen:
        return Three()

    def reload(self) -> None:
        self.reloads += 1

    def devices(self) -> Sequence[tuple[str, tuple[int, ...]]]:
        return ()

    def refused(self, reason: Refusal) -> None:
        raise AssertionError(reason)


class Table:
    """A director with three buttons."""

    def __init__(self) -> None:
        self.host = FakeHost()
        self.screen = Three()
        self.director = Director(self.host, self.screen)

    def give(self, *inputs: Input) -> None:
        for given in inputs:
            self.director.take(given, self.director.look(WALL, 0))


@pytest.fixture
def table() -> Table:
    return Table()


@pytest.mark.parametrize("key", ["right", "down", "space", "page down", "return", "enter", "n"])
def test_every_next_key_is_next(table: Table, key: str) -> None:
    table.give(Press(key))
    assert table.screen.pressed == ["next"]


def test_previous_moves_the_focus_and_next_presses_it(table: Table) -> None:
    table.give(Press("page up"), Press("page up"), Press("page down"))
    assert table.screen.pressed == ["b"]


def test_after_the_last_button_next_is_next_again(table: Table) -> None:
    table.give(*[Press("left")] * 4, Press("right"))
    assert table.screen.pressed == ["next"]


def test_a_click_presses_what_it_hits_and_nothing_beside_it(table: Table) -> None:
    table.give(Pointer("down", 250, 40), Pointer("down", 195, 40), Pointer("down", 40, 40, 3))
    assert table.screen.pressed == ["c"]


def test_next_finishes_a_motion_first(table: Table) -> None:
    table.screen.still_moving = True
    table.give(Press("space"))
    assert table.screen.pressed == []
    table.give(Press("space"))
    assert table.screen.pressed == ["next"]


def test_escape_opens_the_menu_and_never_quits(table: Table) -> None:
    table.give(Press("escape"))
    assert len(table.director.stack) == 2
    table.give(Press("escape"))
    assert table.director.stack == [table.screen]
    assert table.director.running


def test_f1_shows_the_keys_and_takes_them_away(table: Table) -> None:
    table.give(Press("f1"))
    assert len(table.director.stack) == 2
    table.give(Press("f1"))
    assert table.director.stack == [table.screen]


def test_no_shortcut_fires_while_someone_types(table: Table) -> None:
    field = Typing()
    table.director.apply(Push(field), table.director.look(WALL, 0))
    table.give(Press("m"), Typed("m"), Press("space"), Typed(" "), Press("?"), Typed("?"))
    assert field.text == "m ?"
    assert table.host.changes == []
    assert table.director.top is field


def test_full_screen_at_any_moment(table: Table) -> None:
    table.give(Press("f11"), Press("return", alt=True))
    assert table.host.changes == [("fullscreen", True)] * 2


def test_mute_and_volume_are_one_key_away(table: Table) -> None:
    table.give(Press("m"), Press("+"), Press("-"))
    assert table.host.changes == [("mute", True), ("volume", 9), ("volume", 7)]


def test_the_last_screen_cannot_be_taken_away(table: Table) -> None:
    table.director.apply(Pop(), table.director.look(WALL, 0))
    assert table.director.stack == [table.screen]


def test_home_change_and_quit(table: Table) -> None:
    look = table.director.look(WALL, 0)
    table.director.apply(Home(), look)
    assert table.director.stack != [table.screen]
    table.director.apply(Change("theme", "stage"), look)
    assert table.host.changes == [("theme", "stage")]
    table.director.apply(Quit(), look)
    assert not table.director.running


class Choice(Three):
    """Buttons in two lines, the most wanted of them last, and ↓ ↑ to go over them."""

    arrows = True

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        low, right, left = super().hotspots(look)
        return [
            replace(low, box=Box(0, 200, 400, 90)),
            replace(right, box=Box(210, 6, 190, 90)),
            replace(left, box=Box(0, 0, 190, 90)),
        ]


def test_arrows_go_over_a_choice_of_buttons_as_it_is_read_and_press_nothing() -> None:
    host, screen = FakeHost(), Choice()
    director = Director(host, screen)

    def give(*keys: str) -> list[int | None]:
        found = []
        for key in keys:
            director.take(Press(key), director.look(WALL, 0))
            found.append(director.focus)
        return found

    assert give("down", "down", "down", "down") == [2, 1, 0, None]
    assert give("up", "up", "up", "up", "up") == [0, 1, 2, None, 0]
    assert screen.pressed == []
    give("right")
    assert screen.pressed == ["a"]  # the one in the ring


def test_a_clicker_that_sends_arrows_gets_them_as_next_when_they_are_given_to_it() -> None:
    host, screen = FakeHost(), Choice()
    given = Keymap().with_key("down", Doing.NEXT).with_key("up", Doing.PREVIOUS)
    host.settings = Settings(keys=given.chosen)
    director = Director(host, screen)
    for key in ("down", "up", "up", "down"):
        director.take(Press(key), director.look(WALL, 0))
    assert screen.pressed == ["next", "b"]


def test_down_is_next_where_there_is_no_choice(table: Table) -> None:
    table.give(Press("down"), Press("down"))
    assert table.screen.pressed == ["next", "next"]
