"""Whose bell each button is: "Ring now, Blue", and a test of who rings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from game.app.director import Director
from game.screens.devices import BuzzersScreen
from game.screens.inputs import Press, Rang
from game.screens.screen import Change, Look, Screen
from game.screens.settings import Settings
from game.session.seats import default_teams
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

PLUGGED = (("USB Gamepad", (0,)), ("Zero Delay Encoder", (2, 3)))


class Table:
    """The screen, in a director whose settings change as they are asked to."""

    def __init__(self, teams: int = 4, **chosen: Any) -> None:
        self.host = FakeHost()
        self.host.settings = Settings(**chosen)
        self.screen = BuzzersScreen(default_teams(teams))
        self.now = 0
        self.director = Director(self.host, Screen())
        self.director.stack.append(self.screen)

    @property
    def look(self) -> Look:
        return Look(NEAR, settings=self.host.settings, now=self.now, focus=self.director.focus,
                    devices=lambda: PLUGGED)  # fmt: skip

    @property
    def bells(self) -> Sequence[tuple[str, int]]:
        return self.host.settings.bells

    def press(self, name: str) -> None:
        self.director.take(Press(name), self.look)

    def ring(self, button: str, seat: int | None = None) -> None:
        self.director.take(Rang(seat, button, "USB Gamepad"), self.look)

    def does(self, name: str) -> None:
        outcome = activate(self.screen, self.look, name)
        assert outcome is not None
        self.director.apply(outcome, self.look)

    def told(self, monkeypatch: pytest.MonkeyPatch) -> str:
        return draw(self.screen, self.look, monkeypatch).words.replace("\n", " ")


def test_whatever_rings_first_is_the_asked_teams(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table(3)
    table.press("space")
    assert "Ring now, Orange" in table.told(monkeypatch)
    table.ring("pad:a#0:3", 0)
    assert "Ring now, Sky" in table.told(monkeypatch)
    table.ring("pad:a#0:5")  # the same device serves another team by another button
    table.press("f9")
    assert table.bells == (("pad:a#0:3", 0), ("pad:a#0:5", 1), ("key:f9", 2))
    assert "Green rang: key F9" in table.told(monkeypatch)


def test_a_hand_that_presses_twice_does_not_ring_for_the_next_team(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = Table()
    table.press("space")
    table.ring("pad:a#0:3")
    table.ring("pad:a#0:3", 0)
    assert table.bells == (("pad:a#0:3", 0),)
    assert "That is the bell of Orange already." in table.told(monkeypatch)


def test_a_d_pad_and_a_trigger_are_bells_like_any_button(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table(3)
    table.press("space")
    table.ring("pad:a#0:h0u")
    assert "Orange: USB Gamepad, d-pad up" in table.told(monkeypatch)
    table.now = 1000
    table.ring("pad:a#0:h0d")  # another way of the same d-pad serves another team
    table.now = 2000
    table.ring("pad:b#0:a5+")
    assert table.bells == (("pad:a#0:h0u", 0), ("pad:a#0:h0d", 1), ("pad:b#0:a5+", 2))
    assert "Green rang: USB Gamepad, axis 6 +" in table.told(monkeypatch)


def test_a_trigger_that_is_told_twice_is_one_bell(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many gamepads tell of a trigger as an axis and as a button, of a d-pad as hat and axis."""
    table = Table(3)
    table.press("space")
    table.now = 5000
    table.ring("pad:a#0:a5+")
    table.now = 5120
    table.ring("pad:a#0:7")
    assert list(table.bells) == [("pad:a#0:a5+", 0)]
    assert "Ring now, Sky" in table.told(monkeypatch)
    table.now = 6000
    table.ring("pad:a#0:7")  # pressed again for the next team it is meant
    assert list(table.bells) == [("pad:a#0:a5+", 0), ("pad:a#0:7", 1)]


def test_skip_back_and_stop_by_keys_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table()
    table.press("space")
    table.press("page down")
    table.ring("pad:a#0:1")
    assert "Ring now, Green" in table.told(monkeypatch)
    table.press("page up")
    assert "Ring now, Sky" in table.told(monkeypatch)
    table.ring("pad:a#0:2")
    assert table.bells == (("pad:a#0:2", 1),)
    table.press("escape")
    assert "Team by team" in table.told(monkeypatch)
    table.press("escape")
    assert len(table.director.stack) == 1  # and then it is left


def test_by_mouse_one_team_alone_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table(bells=(("pad:a#0:1", 1), ("pad:a#0:2", 2)))
    table.does("Green")
    table.does("Again")
    table.ring("pad:b#0:0", 2)
    assert table.bells == (("pad:a#0:1", 1), ("pad:b#0:0", 2))
    assert "Green rang" in table.told(monkeypatch)
    table.does("Forget all")
    assert not table.bells


def test_a_button_that_was_another_teams_changes_hands() -> None:
    table = Table(bells=(("pad:a#0:1", 3),))
    table.does("Orange")
    table.ring("pad:a#0:1", 3)
    assert table.bells == (("pad:a#0:1", 0),)


def test_a_key_that_does_something_is_asked_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table()
    table.press("space")
    table.press("return")
    assert not table.bells
    assert "Enter is “next”" in table.told(monkeypatch)
    table.press("return")
    assert table.bells == (("key:return", 0),)


@pytest.mark.parametrize("key", ["3", "f", "9"])
def test_keys_of_other_teams_and_of_the_judge_are_no_bell(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = Table()
    table.press("space")
    table.press(key)
    assert not table.bells
    assert f"{key.upper()} stays what it is" in table.told(monkeypatch)


def test_a_teams_own_key_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table()
    table.press("space")
    table.press("1")
    assert not table.bells
    words = table.told(monkeypatch)
    assert "Ring now, Sky" in words
    assert "Orange rings with 1 already." in words


def test_who_rings_lights_up_and_who_is_nobodys_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table()
    table.ring("pad:a#0:3", 2)
    assert "Green rang: USB Gamepad, button 4" in table.told(monkeypatch)
    table.press("t")
    assert "Green rang: key T" in table.told(monkeypatch)
    table.ring("pad:a#0:7")
    assert "Nobody has this yet: USB Gamepad, button 8" in table.told(monkeypatch)
    table.ring("pad:a#0:7", 6)
    assert "No team sits in place 7" in table.told(monkeypatch)


def test_what_rings_for_whom_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    words = Table(bells=(("pad:x#0:3", 1), ("key:f9", 1))).told(monkeypatch)
    assert "1 Q · USB Gamepad" in words
    assert "2 R · button 4 (not plugged in) · key F9" in words


def test_a_ring_while_teams_are_asked_rings_no_bell_of_the_game() -> None:
    rung: list[Rang] = []

    class Game(Screen):
        def on_rang(self, rang: Rang, look: Look) -> Change | None:
            rung.append(rang)
            return None

    table = Table()
    table.director.stack[0] = Game()
    table.ring("pad:a#0:3", 1)
    table.press("space")
    table.ring("pad:a#0:3", 1)
    assert rung == []


@every_wall_in_its_language
def test_it_fits_every_wall(language: str, wall: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    speak(language)
    look = look_at(wall, devices=lambda: PLUGGED)
    names = ("De Onvermoeibare Klachtenbehandelaars", "Klantcontactcentrum Noordoost-Brabant")
    asking = BuzzersScreen([(name, "blue") for name in names])
    asking.ask(1)
    for screen in (BuzzersScreen(), asking):
        check_places(screen, look)
        drawn = draw(screen, look, monkeypatch)
        assert not drawn.overflowing()
        assert not drawn.smaller_than(wall.S * 0.79)
