"""The sheet the console is opened on: a code a camera can read, and everything by Next alone."""

from __future__ import annotations

import pygame
import pytest

from game import i18n
from game.screens.console import QUIET, ConsoleScreen, ConsoleTold
from game.screens.kit.wall import Box, Wall
from game.screens.screen import Look, Pop
from game.screens.settings import Settings
from tests.screens.outside import NEAR, every_wall

pytest.importorskip("segno", reason="codes are made by segno: cx-game[remote]")

from game.remote.qr import matrix

ADDRESS = "http://192.168.178.123:8741/"
CODE = matrix(f"{ADDRESS}#QQgurZPxozookL1RGj2xjw")
THERE = ConsoleTold(here=True)
SHOWN = ConsoleTold(
    here=True,
    network=True,
    address=ADDRESS,
    elsewhere=True,
    code=CODE,
    devices=("Windows · 127.0.0.1",),
)


class Host:
    def __init__(self, told: ConsoleTold) -> None:
        self.now = told
        self.done: list[str] = []

    def told(self) -> ConsoleTold:
        return self.now

    def open_here(self) -> None:
        self.done.append("here")

    def open_network(self) -> None:
        self.done.append("network")

    def close_network(self) -> None:
        self.done.append("close")

    def next_address(self) -> None:
        self.done.append("address")


def look(wall: Wall) -> Look:
    return Look(wall=wall, settings=Settings(), now=0)


def painted(wall: Wall, screen: ConsoleScreen) -> pygame.Surface:
    surface = pygame.Surface(wall.size)
    screen.paint(wall.canvas(surface), look(wall))
    return surface


@every_wall
def test_the_code_stands_in_whole_modules_on_white_for_every_wall(wall: Wall) -> None:
    screen = ConsoleScreen(Host(SHOWN))
    surface = painted(wall, screen)
    area = wall.canvas(surface).rect(screen.code_box(wall))
    count = len(CODE) + 2 * QUIET
    module = min(area.w, area.h) // count
    assert module >= 6 * wall.u, "from where the facilitator stands"
    left = area.x + (area.w - module * count) // 2
    top = area.y + (area.h - module * count) // 2
    middle = module // 2
    for row in range(count):
        for column in range(count):
            inside = QUIET <= row < count - QUIET and QUIET <= column < count - QUIET
            dark = inside and CODE[row - QUIET][column - QUIET]
            at = (left + column * module + middle, top + row * module + middle)
            assert surface.get_at(at)[:3] == ((0, 0, 0) if dark else (255, 255, 255))


@every_wall
@pytest.mark.parametrize("told", [THERE, SHOWN], ids=["closed", "code"])
def test_buttons_and_code_never_lie_over_one_another(wall: Wall, told: ConsoleTold) -> None:
    i18n.set_language("nl")
    screen = ConsoleScreen(Host(told))
    boxes = [spot.box for spot in screen.hotspots(look(wall))]
    if told.code:
        boxes.append(screen.code_box(wall))
    whole = Box(0, 0, *(side / wall.u for side in wall.size))
    for n, box in enumerate(boxes):
        assert box.x >= whole.x
        assert box.right <= whole.right
        assert box.bottom <= whole.bottom
        assert not any(box.meets(other) for other in boxes[n + 1 :])


def test_every_button_does_what_it_says_and_next_takes_the_sheet_away() -> None:
    host = Host(SHOWN)
    screen = ConsoleScreen(host)
    spots = screen.hotspots(look(NEAR))
    assert [spot.name for spot in spots] == [
        "In a browser here",
        "Another address",
        "Close to tablets",
        "Back",
    ]
    outcomes = [spot.activate() for spot in spots]
    assert host.done == ["here", "address", "close"]
    assert outcomes[-1] == Pop()
    assert screen.on_next(look(NEAR)) == Pop()
    host.now = THERE
    assert [spot.name for spot in screen.hotspots(look(NEAR))][1] == "On a tablet"


def test_what_becomes_known_is_drawn_anew() -> None:
    host = Host(THERE)
    screen = ConsoleScreen(host)
    before = screen.still_key(look(NEAR))
    host.now = SHOWN
    assert screen.still_key(look(NEAR)) != before


def test_a_code_says_what_it_is_for_and_is_large_enough_a_secret() -> None:
    assert len(CODE) == len(CODE[0]) <= 37, "no larger than it must be"
    assert matrix("http://192.168.178.123:8741/#another") != CODE
