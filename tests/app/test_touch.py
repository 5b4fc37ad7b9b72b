"""By touch alone: a finger that rests in the upper left corner opens the menu, or the desk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from benchmarks.stage import Stage
from game.app.through import spot_at
from game.app.touch import CORNER, HOLD_MS
from game.rules.actions import Hold
from game.rules.state import Held
from game.screens.doings import Doing, keymap
from game.screens.game import GameScreen
from game.screens.inputs import Pointer
from game.screens.kit.wall import Wall
from game.screens.start import StartScreen
from tests.screens.cardtable import HALF, MOMENTS, look_of, moment


class Totem:
    """A session on a wall without keys, at a time of our own."""

    def __init__(self, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
        self.program, self.painter = stage.program, stage.painter
        self.now = 50_000
        monkeypatch.setattr(self.program, "now", lambda: self.now)

    def finger(self, down: bool, x: float = 0.02, y: float = 0.02, which: int = 1) -> None:
        kind = pygame.FINGERDOWN if down else pygame.FINGERUP
        event = pygame.Event(kind, x=x, y=y, finger_id=which)
        self.program.take(event, self.painter, self.program.stamp())
        self.pass_by(0)

    def pass_by(self, ms: int) -> None:
        self.now += ms
        self.program.tick(self.painter)

    @property
    def top(self) -> str:
        return type(self.program.director.top).__name__


@pytest.fixture
def totem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Totem]:
    monkeypatch.setenv("CXGAME_HOME", str(tmp_path))
    stage = Stage(tmp_path, (360, 640), rounds=1)
    yield Totem(stage, monkeypatch)
    stage.program.close()


def test_a_finger_that_rests_in_the_corner_opens_the_desk_and_a_tap_closes_it(totem: Totem) -> None:
    totem.finger(True)
    totem.pass_by(HOLD_MS - 1)
    assert totem.top == "GameScreen"
    assert totem.program.due_in() is not None
    totem.pass_by(1)
    assert totem.top == "DeskScreen"
    totem.pass_by(HOLD_MS)
    assert totem.top == "DeskScreen"  # once for each finger
    totem.finger(False)
    totem.finger(True)
    assert totem.top == "GameScreen"
    totem.pass_by(3 * HOLD_MS)
    assert totem.top == "GameScreen"  # the finger that closed it does not open it


def test_whoever_taps_there_or_rests_elsewhere_opens_nothing(totem: Totem) -> None:
    for x, y in ((0.02, 0.02), (0.5, 0.5), (0.98, 0.02), (0.02, 0.98)):
        totem.finger(True, x, y)
        totem.pass_by(HOLD_MS - 1 if x == y == 0.02 else 3 * HOLD_MS)
        totem.finger(False, x, y)
        totem.pass_by(3 * HOLD_MS)
        assert totem.top == "GameScreen"


def test_only_the_finger_itself_ends_it(totem: Totem) -> None:
    totem.finger(True)
    totem.finger(True, 0.6, 0.6, which=2)
    totem.finger(False, 0.6, 0.6, which=2)
    totem.pass_by(HOLD_MS)
    assert totem.top == "DeskScreen"


def test_a_black_wall_is_left_by_touch(totem: Totem) -> None:
    assert totem.program.evening is not None
    totem.program.evening.do(Hold(Held.BLACK), "wall")
    totem.finger(True)
    totem.pass_by(HOLD_MS)
    assert totem.top == "DeskScreen"


def test_it_is_the_menu_whatever_key_the_menu_has(totem: Totem) -> None:
    changed = keymap(()).with_key("f12", Doing.MENU).with_key("escape", Doing.BLACK)
    totem.program.change("keys", changed.chosen)
    totem.finger(True)
    totem.pass_by(HOLD_MS)
    assert totem.top == "DeskScreen"


def test_before_a_session_it_is_told_once_and_opens_the_menu(totem: Totem) -> None:
    totem.program.evenings.leave()
    totem.program.director.apply_screen(StartScreen(totem.program.desk))
    totem.program.say("", 0)
    totem.finger(True)
    assert "corner opens the menu" in totem.program.notice()
    totem.pass_by(HOLD_MS)
    assert totem.top == "MenuScreen"
    totem.program.say("", 0)
    totem.finger(False)
    totem.finger(True, 0.5, 0.99)
    assert totem.program.notice() == ""


def test_players_are_not_told(totem: Totem) -> None:
    totem.finger(True, 0.5, 0.5)
    assert totem.program.notice() == ""


@pytest.mark.parametrize("wall", HALF)
@pytest.mark.parametrize("name", MOMENTS)
def test_the_corner_holds_nothing_that_can_be_pressed(name: str, wall: Wall) -> None:
    look = look_of(moment(name), wall)
    at = CORNER * 0.3
    assert spot_at(GameScreen(), Pointer("down", at, at, touch=True), look) is None
