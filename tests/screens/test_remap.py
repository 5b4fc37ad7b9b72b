"""Keys are given something else to do, on every screen; what arrives is shown first."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app.director import Director
from game.rules.actions import Hold
from game.rules.state import Held
from game.screens import inputs
from game.screens.devices import RemapScreen
from game.screens.doings import (
    GAME_KEYS,
    HABITS,
    NEEDED,
    SENDS,
    Doing,
    Keymap,
    KeyTakenError,
    doing_name,
    keymap,
    use_of,
)
from game.screens.game import GameScreen
from game.screens.inputs import Press, Rang
from game.screens.screen import Change, Look, Outcome, Screen
from game.screens.settings import Settings
from tests.screens.inside import lobby
from tests.screens.outside import (
    NEAR,
    activate,
    check_places,
    draw,
    every_wall_in_its_language,
    look_at,
    speak,
)
from tests.screens.test_menu import FakeHost


class Hears(Screen):
    """Notes what reaches it."""

    def __init__(self, *, typing: bool = False) -> None:
        self.typing = typing
        self.heard: list[str] = []

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        self.heard.append(press.name)
        return None

    def on_next(self, look: Look) -> Outcome | None:
        self.heard.append("NEXT")
        return None


class Table:
    """A director whose settings change as they are asked to."""

    def __init__(self, *screens: Screen, **chosen: Any) -> None:
        self.host = FakeHost()
        self.host.settings = Settings(**chosen)
        self.director = Director(self.host, screens[0])
        self.director.stack = list(screens)

    @property
    def look(self) -> Look:
        return Look(NEAR, settings=self.host.settings, now=0, focus=self.director.focus)

    def press(self, name: str, **how: Any) -> None:
        self.director.take(Press(name, **how), self.look)

    def odd(self, told: str) -> None:
        """A key without a name here."""
        self.director.take(Press("", told=told), self.look)

    def choose(self, doing: Doing) -> None:
        screen = self.director.top
        while doing_name(doing) not in [spot.name for spot in screen.hotspots(self.look)]:
            self.does("More")
        activate(screen, self.look, doing_name(doing))

    def does(self, name: str) -> None:
        """Point at the place of that name."""
        outcome = activate(self.director.top, self.look, name)
        assert outcome is not None
        self.director.apply(outcome, self.look)

    @property
    def words(self) -> str:
        top = self.director.top
        assert isinstance(top, RemapScreen)
        return " ".join(w.text for w in top._words(self.look))


# -- what a key does


def test_the_habits_are_what_the_screens_listen_to() -> None:
    virtual = {"next", "previous", "black", "white", "start", "louder", "softer"}
    assert set(HABITS[Doing.NEXT]) == inputs.NEXT - virtual
    assert set(HABITS[Doing.PREVIOUS]) == inputs.PREVIOUS - virtual
    assert set(HABITS[Doing.BLACK]) == inputs.BLACK - virtual
    assert set(HABITS[Doing.WHITE]) == inputs.WHITE - virtual
    assert set(HABITS[Doing.LOUDER]) == inputs.LOUDER - virtual
    assert set(HABITS[Doing.SOFTER]) == inputs.SOFTER - virtual
    every = [key for keys in HABITS.values() for key in keys]
    assert len(every) == len(set(every))
    assert set(SENDS) == set(Doing) - {Doing.NOTHING}


def test_a_key_that_was_given_something_does_that_on_any_screen() -> None:
    screen = Hears()
    table = Table(screen, keys=(("#258", "next"), ("n", "pause"), ("tab", "nothing")))
    table.odd("#258")
    assert screen.heard == ["next", "NEXT"]
    table.press("n")
    assert screen.heard[2:] == ["h"]
    table.press("tab")
    assert len(screen.heard) == 3
    assert table.director.focus is None


def test_no_shortcut_fires_while_someone_types() -> None:
    screen = Hears(typing=True)
    Table(screen, keys=(("x", "next"),), bells=(("key:y", 2),)).press("x")
    Table(screen, bells=(("key:y", 2),)).press("y")
    assert screen.heard == ["x", "y"]


def test_black_is_never_a_decimal_mark() -> None:
    table = Table(Hears(), keys=(("f9", "black"),))
    table.press("f9")
    assert table.director.top.heard == ["black"]  # type: ignore[attr-defined]
    game, state = GameScreen(), lobby()
    look = look_at(state=state)
    for key in ("black", "."):
        found = game.on_press(Press(key), look)
        assert getattr(found, "action", None) == Hold(Held.BLACK)


@pytest.mark.parametrize("name", ["f5", "start"])
def test_a_clickers_start_fills_the_screen_or_takes_a_sheet_away(name: str) -> None:
    table = Table(Hears())
    table.press(name)
    assert table.host.settings.fullscreen
    table.press("escape")
    assert len(table.director.stack) == 2
    table.press(name)
    assert len(table.director.stack) == 1
    table.press(name)
    assert table.host.settings.fullscreen


@given(st.lists(st.tuples(st.sampled_from([*inputs.NEXT, "escape", "f5", "#9", "b", "1", "v"]),
                          st.sampled_from(Doing)), max_size=12))  # fmt: skip
@settings(max_examples=30)
def test_there_is_always_a_way_on_and_a_way_out(choices: list[tuple[str, Doing]]) -> None:
    now = Keymap()
    for key, doing in choices:
        try:
            now = now.with_key(key, doing)
        except KeyTakenError:
            continue
        assert now.doing(key) is doing
        meant = now.meant(Press(key))
        assert meant == SENDS.get(doing) or (meant == Press(key) and key in HABITS[doing])
    assert all(now.keys(needed) for needed in NEEDED)
    assert Settings().changed("keys", now.chosen).keys == now.chosen


def test_a_key_that_gets_its_habit_back_is_no_choice_any_more() -> None:
    now = Keymap().with_key("n", Doing.BLACK)
    assert now.chosen == (("n", "black"),)
    assert now.with_key("n", Doing.NEXT) == Keymap()


def test_an_arrow_is_next_everywhere_once_it_was_given_to_it() -> None:
    table = Table(RemapScreen())
    table.choose(Doing.NEXT)
    table.press("down")
    assert "↓ now does: next." in table.words
    assert table.host.settings.keys == (("down", "next"),)
    assert keymap(table.host.settings.keys).meant(Press("down")) == Press("next")


@pytest.mark.parametrize("key", sorted(GAME_KEYS))
def test_what_enters_answers_is_given_to_nobody(key: str) -> None:
    with pytest.raises(KeyTakenError):
        Keymap().with_key(key, Doing.NEXT)
    assert use_of(Keymap(), key)


# -- the screen


def test_what_arrives_is_shown_with_what_it_does() -> None:
    table = Table(RemapScreen())
    table.press("page down")
    assert "You pressed PgDn next" in table.words
    table.odd("AudioPlay")
    assert "AudioPlay It does nothing yet." in table.words
    table.odd("#258")
    assert "key no. 258" in table.words
    table.press("t")
    assert "the second bell of team 3" in table.words


def test_an_odd_key_is_given_a_doing_and_keeps_it() -> None:
    table = Table(RemapScreen())
    table.choose(Doing.BREAK)
    table.odd("AudioPlay")
    assert table.host.settings.keys == (("AudioPlay", "break"),)
    assert "AudioPlay now does: break." in table.words
    table.odd("AudioPlay")
    assert table.words.startswith("You pressed AudioPlay break")


@pytest.mark.parametrize(
    ("key", "how", "id"),
    [("escape", {}, "escape"), ("tab", {}, "tab"), ("f5", {"shift": True}, "shift+f5")],
)
def test_a_clash_is_told_and_has_to_be_agreed_to(key: str, how: dict[str, bool], id: str) -> None:
    table = Table(RemapScreen(), keys=(("f12", "menu"),))
    table.choose(Doing.BLACK)
    table.press(key, **how)
    assert "already does" in table.words
    assert table.host.settings.keys == (("f12", "menu"),)
    activate(table.director.top, table.look, "No")
    assert table.host.settings.keys == (("f12", "menu"),)
    table.choose(Doing.BLACK)
    table.press(key, **how)
    table.does("Yes")
    assert (id, "black") in table.host.settings.keys
    assert keymap(table.host.settings.keys).doing(id) is Doing.BLACK


def test_the_last_key_of_the_menu_and_an_option_stay() -> None:
    table = Table(RemapScreen())
    table.choose(Doing.NEXT)
    table.press("escape")
    assert "Esc stays what it is: menu, and there is no other key" in table.words
    table.press("c")
    assert "C stays what it is: option C" in table.words
    assert table.host.settings.keys == ()
    table.press("n")
    assert "N now does: next" in table.words


def test_a_bells_key_is_set_free_elsewhere() -> None:
    table = Table(RemapScreen(), bells=(("key:f9", 4),))
    table.choose(Doing.NEXT)
    table.press("f9")
    assert "the bell of team 5" in table.words
    assert table.host.settings.keys == ()


def test_everything_back_as_it_was_made() -> None:
    table = Table(RemapScreen(), keys=(("f9", "black"),))
    outcome = activate(table.director.top, table.look, "As they were made")
    assert outcome == Change("keys", ())
    table.director.apply(outcome, table.look)
    assert "As they were made" not in [s.name for s in table.director.top.hotspots(table.look)]


def test_escape_is_shown_first_and_then_goes_back() -> None:
    table = Table(Hears(), RemapScreen())
    table.press("escape")
    assert "Once more goes back." in table.words
    table.press("escape")
    assert isinstance(table.director.top, Hears)


def test_modifiers_alone_are_no_key() -> None:
    table = Table(RemapScreen())
    table.choose(Doing.BLACK)
    table.odd("Left Shift")
    assert table.host.settings.keys == ()
    assert table.words.startswith("Press the key that shall do")


def test_next_alone_turns_the_pages_and_answers_a_question_with_no() -> None:
    table = Table(RemapScreen())
    first = table.director.top.key(table.look)
    table.press("space")
    assert table.director.top.key(table.look) != first
    table.choose(Doing.BLACK)
    table.press("h")
    table.press("space")
    assert table.host.settings.keys == ()
    assert "Press any key" in table.words


@every_wall_in_its_language
def test_it_fits_every_wall(language: str, wall: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    speak(language)
    look = look_at(wall)
    screen = RemapScreen()
    asking = RemapScreen()
    asking._choose(Doing.RESET_BELLS)
    for shown in (screen, asking):
        check_places(shown, look)
        drawn = draw(shown, look, monkeypatch)
        assert not drawn.overflowing()
        assert not drawn.smaller_than(wall.S * 0.79)


def test_a_ring_by_key_is_a_ring() -> None:
    rung: list[Rang] = []

    class Bell(Screen):
        def on_rang(self, rang: Rang, look: Look) -> Outcome | None:
            rung.append(rang)
            return None

    table = Table(Bell(), bells=(("key:f9", 4), ("key:a", 1)))
    table.press("f9")
    assert rung == [Rang(4)]
    table.press("a")  # an option, while no bell is open
    assert rung == [Rang(4)]
