"""Check the room: step by step by Next, and at the end what was not seen to arrive."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from game import paths
from game.app.director import Director
from game.screens.devices import BuzzersScreen, RemapScreen
from game.screens.inputs import Press, Rang
from game.screens.rehearsal import RehearsalScreen
from game.screens.rehearsal.sound import EVERY_MS, sound_names
from game.screens.screen import Change, Look, Screen
from game.screens.settings import Settings
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

TEXT, COLOURS, EDGES, SCREEN, SOUNDS, BELLS, CLICKER, END = range(8)


class Room:
    """A room with two screens, whose loudspeaker may be missing."""

    def __init__(self, *, works: bool = True) -> None:
        self.works = works
        self.played: list[Sequence[str]] = []

    def displays(self) -> Sequence[tuple[int, int]]:
        return ((1366, 768), (1920, 1080))

    def play_in_turn(self, names: Sequence[str], every_ms: int) -> bool:
        self.played.append(list(names))
        return self.works


class Table:
    """The rehearsal in a director, with a clock of its own."""

    def __init__(self, teams: int = 8, *, works: bool = True, **chosen: Any) -> None:
        self.host = FakeHost()
        self.host.settings = Settings(**chosen)
        self.room = Room(works=works)
        self.screen = RehearsalScreen(self.room, teams)
        self.director = Director(self.host, Screen())
        self.director.stack.append(self.screen)
        self.now = 0

    @property
    def look(self) -> Look:
        return Look(NEAR, settings=self.host.settings, now=self.now, focus=self.director.focus)

    def press(self, *names: str) -> None:
        for name in names:
            self.director.take(Press(name), self.look)

    def does(self, name: str) -> None:
        outcome = activate(self.director.top, self.look, name)
        assert outcome is not None
        self.director.apply(outcome, self.look)

    def go(self, step: int) -> None:
        """By Next alone."""
        while self.screen.at < step:
            self.press(*(("space", "space") if self.screen.at == CLICKER else ("space",)))

    def told(self, monkeypatch: pytest.MonkeyPatch) -> str:
        return draw(self.director.top, self.look, monkeypatch).words.replace("\n", " ")


def test_next_alone_leads_to_the_end_and_out() -> None:
    table = Table()
    table.go(END)
    assert isinstance(table.director.top, RehearsalScreen)
    table.press("space")
    assert table.director.top is not table.screen


def test_what_did_not_arrive_is_listed_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table(teams=3)
    table.go(END)
    words = table.told(monkeypatch)
    assert "Full screen was not tried" in words
    assert "Bells that did not ring: Orange, Sky, Green." in words
    assert "Keys that did not arrive: previous, black wall." in words
    table.does("Once more")
    assert table.screen.at == 0


def test_a_room_where_everything_arrives_is_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table(teams=2)
    table.go(SCREEN)
    table.does("Fill the screen")
    assert table.host.settings.fullscreen
    table.told(monkeypatch)
    table.go(BELLS)
    table.director.take(Rang(1, "pad:a#0:3", "USB Gamepad"), table.look)
    assert "Sky rang: USB Gamepad, button 4" in table.told(monkeypatch)
    table.press("1")
    table.go(CLICKER)
    table.press("page up", ".", "page down", "page down")
    assert table.screen.at == END
    assert "The room is ready" in table.told(monkeypatch)


@pytest.mark.parametrize(
    ("step", "says"),
    [
        (TEXT, "Text was not readable"),
        (COLOURS, "Colours looked alike"),
        (EDGES, "The edges were cut off"),
        (SCREEN, "The wall was not on the projector"),
        (SOUNDS, "Sounds were not heard well"),
    ],
)
def test_a_no_is_told_at_the_end_with_what_helps(
    step: int, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = Table()
    table.go(step)
    table.does("No")
    assert table.screen.at == step + 1
    table.go(END)
    assert says in table.told(monkeypatch)


def test_what_nobody_came_to_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table()
    table.screen.at = END
    assert "Not tried: Clicker." in table.told(monkeypatch)


def test_another_distance_is_a_setting() -> None:
    assert activate(Table().screen, look_at(), "10") == Change("seat", 1.69)


def test_every_sound_plays_in_turn_with_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {path.stem for path in (paths.assets_dir() / "sounds").glob("*.wav")}
    assert set(sound_names()) == files
    table = Table()
    table.go(SOUNDS)
    assert table.room.played == [list(sound_names())]
    keys = []
    for i in range(len(files) + 1):
        table.now = i * EVERY_MS + 1
        keys.append(table.screen.key(table.look))
        wakes = table.screen.wakes_at(table.look)
        assert wakes == ((i + 1) * EVERY_MS if i < len(files) else None)
    assert len(set(keys)) == len(keys)
    table.does("too early")
    assert table.room.played[-1] == ["too-early"]
    table.press("space")
    assert table.room.played[-1] == []


def test_where_nothing_can_be_heard_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table(works=False)
    table.go(SOUNDS)
    assert "No sound can be played here" in table.told(monkeypatch)
    table.go(END)
    assert "no loudspeaker was found" in table.told(monkeypatch)
    table = Table(mute=True)
    table.go(SOUNDS)
    assert "Sound is off" in table.told(monkeypatch)


def test_a_bell_nobody_has_is_told_and_can_be_given(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table(teams=2)
    table.go(BELLS)
    table.director.take(Rang(None, "pad:a#0:3", "USB Gamepad"), table.look)
    assert "Nobody has this yet: USB Gamepad, button 4" in table.told(monkeypatch)
    table.director.take(Rang(5, "pad:a#0:4", "USB Gamepad"), table.look)
    assert "Nobody has this yet: USB Gamepad, button 5" in table.told(monkeypatch)
    table.does("Give buttons to teams")
    assert isinstance(table.director.top, BuzzersScreen)


def test_whatever_the_clicker_sends_is_shown_and_does_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = Table()
    table.go(CLICKER)
    table.press("f5", "escape", "m", ".", "n")
    assert table.host.settings == Settings()
    assert table.screen.at == CLICKER
    assert "You pressed N next" in table.told(monkeypatch)
    table.press("escape", "escape")
    assert table.director.top is not table.screen
    table = Table()
    table.go(CLICKER)
    table.does("Give keys something else to do")
    assert isinstance(table.director.top, RemapScreen)


def test_previous_goes_back_and_escape_leaves() -> None:
    table = Table()
    table.go(EDGES)
    table.press("page up")
    assert table.screen.at == COLOURS
    table.press("escape")
    assert table.director.top is not table.screen


@every_wall_in_its_language
def test_it_fits_every_wall(language: str, wall: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    speak(language)
    look = look_at(wall)
    screen = RehearsalScreen(Room())
    for step in screen.steps:
        step.doubted = step.met = True
    for at in range(END + 1):
        screen.at = at
        check_places(screen, look, 56 if at == SOUNDS else 64)
        drawn = draw(screen, look, monkeypatch)
        assert not drawn.overflowing(), at
        assert not drawn.smaller_than(wall.S * 0.79), at
