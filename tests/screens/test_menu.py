"""The menu: what can be switched, what is asked first, and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from game.app.director import Director
from game.screens.inputs import Pointer
from game.screens.keys import KeysScreen
from game.screens.kit.wall import SEATS, Wall
from game.screens.menu import MenuScreen, next_language, next_theme, setting_items
from game.screens.screen import (
    Change,
    Home,
    Look,
    OpenConsole,
    Pop,
    Push,
    Quit,
    Screen,
    Stay,
)
from game.screens.settings import Settings
from game.screens.start import StartScreen
from tests.screens.outside import (
    NEAR,
    FakeDesk,
    activate,
    check_places,
    draw,
    every_wall_in_its_language,
    look_at,
    picture,
    press,
    speak,
)
from tests.session import evening

LOOK = look_at()
SESSION = evening.begun()
GAME = look_at(state=SESSION.state)


def names(screen: Screen, look: Look) -> list[str]:
    return [spot.name for spot in screen.hotspots(look)]


def test_next_goes_on_with_the_game() -> None:
    assert MenuScreen().on_next(GAME) == Pop()
    assert activate(MenuScreen(), GAME, "Go on") == Pop()


def test_every_press_of_a_setting_is_a_change_the_settings_allow() -> None:
    settings = Settings()
    for _ in range(13):
        for item in setting_items(settings):
            assert isinstance(item.does, Change)
            changed = settings.changed(item.does.name, item.does.value)
            assert changed != settings or item.does.name == "language"
        for item in setting_items(settings):
            assert isinstance(item.does, Change)
            settings = settings.changed(item.does.name, item.does.value)


def test_settings_come_round() -> None:
    assert next_theme(next_theme("stage")) == "stage"
    assert next_language() == "nl"
    speak("nl")
    assert next_language() == "en"
    seat = SEATS[0]
    for _ in SEATS:
        items = setting_items(Settings(seat=seat))
        seat = next(i.does.value for i in items if isinstance(i.does, Change)
                    and i.does.name == "seat")  # fmt: skip
    assert seat == SEATS[0]


def test_quitting_asks_first(monkeypatch: pytest.MonkeyPatch) -> None:
    menu = MenuScreen()
    assert activate(menu, GAME, "Quit") == Stay()
    assert "Quit the game?" in draw(menu, GAME, monkeypatch).words
    assert names(menu, GAME) == ["Go on", "Yes, quit"]
    assert activate(menu, GAME, "Yes, quit") == Quit()


def test_without_a_session_nothing_is_said_to_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    menu = MenuScreen()
    activate(menu, LOOK, "Quit")
    words = draw(menu, LOOK, monkeypatch).words
    assert "Quit the game?" in words
    assert "kept" not in words


def test_escape_takes_the_question_back_before_the_menu() -> None:
    menu = MenuScreen()
    activate(menu, GAME, "Quit")
    assert menu.on_press(press("escape"), GAME) == Stay()
    assert "Keys" in names(menu, GAME)
    assert menu.on_press(press("escape"), GAME) is None


def test_next_takes_a_question_for_no() -> None:
    menu = MenuScreen()
    activate(menu, GAME, "Quit")
    assert menu.on_next(GAME) == Pop()


def test_the_console_is_opened_before_a_session_and_the_menu_is_there_again() -> None:
    """Whoever sets up a tablet does so while the teams sit down, not over the first card."""
    assert activate(MenuScreen(), LOOK, "Console") == OpenConsole()
    director = Director(FakeHost(), StartScreen(FakeDesk()))
    director.take(press("escape"), LOOK)
    spot = next(spot for spot in director.top.hotspots(LOOK) if spot.name == "Console")
    director.take(Pointer("down", spot.box.cx, spot.box.cy), LOOK)
    assert director.top is director.host.open_console()
    director.apply(Pop(), LOOK)
    assert isinstance(director.top, MenuScreen)


def test_a_click_beside_the_sheet_closes_it() -> None:
    menu = MenuScreen()
    assert menu.on_pointer(Pointer("down", 4, 4), GAME) == Pop()
    assert menu.on_pointer(Pointer("down", NEAR.width / 2, NEAR.height / 2), GAME) is None
    assert menu.on_pointer(Pointer("move", 4, 4), GAME) is None


def test_before_a_session_the_start_screen_is_a_step_back() -> None:
    assert "Start screen" not in names(MenuScreen(), LOOK)
    assert activate(MenuScreen(home=True), LOOK, "Start screen") == Home()


def test_everything_is_reached_where_it_takes_pages() -> None:
    look = look_at(Wall((1024, 768), seat=1.69), SESSION.state)
    menu, found = MenuScreen(), set[str]()
    for _ in range(9):
        found |= set(names(menu, look))
        before = menu.key(look), picture(menu, look)
        activate(menu, look, "More")
        assert menu.key(look) != before[0]
        assert picture(menu, look) != before[1]
    assert found - {"More"} == set(names(MenuScreen(), GAME))


@every_wall_in_its_language
def test_it_fits_every_wall(language: str, wall: Wall, monkeypatch: pytest.MonkeyPatch) -> None:
    speak(language)
    look = look_at(
        wall,
        SESSION.state,
        can_undo=True,
        can_redo=True,
        can_reload=True,
        deck_trouble=("deck.yaml:1:1: no",),
    )
    menu = MenuScreen()
    for _ in range(4):
        check_places(menu, look)
        drawn = draw(menu, look, monkeypatch)
        assert not drawn.overflowing()
        assert not drawn.smaller_than(wall.S)
        menu.hotspots(look)[-1].activate()
    menu = MenuScreen()
    menu._asks = Quit()
    assert not draw(menu, look, monkeypatch).overflowing()


# -- how the director opens it


class FakeHost:
    """The program around the director."""

    settings = Settings()
    evening: Any = None
    reloads = 0

    def change(self, name: str, value: Any) -> None:
        self.settings = self.settings.changed(name, value)

    def begin(self, choices: Any, practise: bool) -> Screen | None:
        return None

    def resume(self, path: Path) -> Screen | None:
        return None

    def home(self) -> Screen:
        return StartScreen(FakeDesk())

    def __init__(self) -> None:
        self.console = Screen()

    def open_console(self) -> Screen:
        return self.console

    def notice(self) -> str:
        return ""

    def pictures(self) -> Mapping[str, bytes]:
        return {}

    def reload(self) -> None:
        self.reloads += 1

    def devices(self) -> Sequence[tuple[str, tuple[int, ...]]]:
        return ()

    def refused(self, reason: object) -> None:
        pass


def test_escape_opens_the_menu_and_closes_it_and_home_leads_back() -> None:
    director = Director(FakeHost(), StartScreen(FakeDesk()))
    director.take(press("escape"), LOOK)
    assert isinstance(director.top, MenuScreen)
    assert "Start screen" not in names(director.top, LOOK)
    director.take(press("escape"), LOOK)
    director.take(press("return"), LOOK)  # New session
    director.take(press("escape"), LOOK)
    director.apply(director.top.hotspots(LOOK)[-2].activate() or Stay(), LOOK)
    assert len(director.stack) == 1
    assert isinstance(director.top, StartScreen)


def test_the_keys_come_and_go() -> None:
    director = Director(FakeHost(), StartScreen(FakeDesk()))
    for name in ("f1", "?"):
        director.take(press(name), LOOK)
        assert isinstance(director.top, KeysScreen)
        director.take(press(name), LOOK)
        assert isinstance(director.top, StartScreen)


def test_a_click_takes_the_ring_of_the_keys_away() -> None:
    director = Director(FakeHost(), StartScreen(FakeDesk()))
    director.take(press("tab"), LOOK)
    assert director.focus == 0
    director.take(Pointer("down", 1900, 20), LOOK)
    assert director.focus is None


def test_the_menus_keys_are_pushed() -> None:
    outcome = activate(MenuScreen(), GAME, "Keys")
    assert isinstance(outcome, Push)
    assert isinstance(outcome.screen, KeysScreen)
