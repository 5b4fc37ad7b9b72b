"""Every entry of the menu works from the start screen by keyboard alone, and leads back."""

from __future__ import annotations

import pytest

from game.app.program import Program
from game.app.splash import open_window
from game.screens.inputs import Press
from game.screens.kit.wall import Wall
from game.screens.menu import MenuScreen
from game.screens.screen import Look
from game.screens.start import StartScreen

WALL = Wall((1024, 768))
ENTRIES = {
    "Go on": StartScreen,
    "Keys": "KeysScreen",
    "Keys and clickers": "RemapScreen",
    "Buzzers": "BuzzersScreen",
    "Console": "ConsoleScreen",
    "Check the room": "RehearsalScreen",
    "Language": "language",
    "Light": "theme",
    "Last row": "seat",
    "Motion": "reduced_motion",
    "Sound": "mute",
    "Volume": "volume",
    "Full screen": "fullscreen",
    "Quit": None,
}
"""What each leads to: a screen by its name, a setting that changes, or the question of quitting."""


@pytest.fixture
def program(home: object) -> Program:
    splash = open_window(0, (640, 360))
    assert splash is not None
    program = Program(splash, "en")
    program.show_start()
    press(program, "escape")
    return program


def look(program: Program) -> Look:
    return program.look(WALL)


def press(program: Program, *names: str) -> None:
    for name in names:
        program.director.take(Press(name), look(program))


def entries(program: Program) -> list[str]:
    return [spot.name for spot in program.director.top.hotspots(look(program))]


def choose(program: Program, name: str) -> None:
    """Reach it with Tab, turning the menu's pages; take it with Return."""
    while name not in entries(program):
        press(program, *["tab"] * (entries(program).index("More") + 1), "return")
    press(program, *["tab"] * (entries(program).index(name) + 1), "return")


def test_these_are_all_the_entries(program: Program) -> None:
    seen = set(entries(program))
    while "More" in entries(program) and not set(ENTRIES) <= seen:
        choose(program, "More")
        seen |= set(entries(program))
    assert seen - {"More"} == set(ENTRIES)


@pytest.mark.parametrize("name", ENTRIES)
def test_an_entry_works_and_leads_back(program: Program, name: str) -> None:
    before = program.settings
    choose(program, name)
    top, leads = program.director.top, ENTRIES[name]
    if leads is None:
        assert entries(program) == ["Go on", "Yes, quit"]
        assert program.director.running
    elif leads is StartScreen:
        assert isinstance(top, StartScreen)
    elif isinstance(leads, str) and leads.endswith("Screen"):
        assert type(top).__name__ == leads
        assert program.settings == before
    else:
        assert isinstance(top, MenuScreen)
        changed = {
            key for key, value in vars(before).items() if getattr(program.settings, key) != value
        }
        assert changed == {leads}
    for _ in range(4):
        if isinstance(program.director.top, StartScreen):
            break
        press(program, "escape")
    if not isinstance(program.director.top, StartScreen):
        # The menu offers the way from a screen that is no sheet.
        choose(program, "Start screen")
    assert isinstance(program.director.top, StartScreen)
    assert program.director.running


def test_no_second_press_quits(program: Program) -> None:
    """Where the question has its yes, the menu may have had the entry that asks."""
    asked = 0
    for wall in (WALL, Wall((1024, 768), seat=1.69), Wall((1280, 800), seat=1.69)):
        for at in range(9):
            asking = MenuScreen()
            program.director.apply_screen(asking)
            for _ in range(at):
                asking._turn()
            seen = program.look(wall)
            spots = [spot.name for spot in asking.hotspots(seen)]
            if "Quit" in spots:
                program.director.focus = spots.index("Quit")
                program.director.take(Press("return"), seen)
                asked += asking.question(seen) == "Quit the game?"
                program.director.take(Press("return"), seen)
                assert program.director.running
    assert asked >= 3


def test_quitting_takes_two_answers(program: Program) -> None:
    choose(program, "Quit")
    press(program, "tab", "tab", "return")
    assert not program.director.running


def test_looking_for_a_button_with_the_arrows_begins_nothing(program: Program) -> None:
    press(program, "escape")
    reached = set()
    for _ in range(len(entries(program))):
        press(program, "down")
        ring = program.director.focused(look(program))
        assert ring is not None
        reached.add(ring.name)
    assert reached == set(entries(program))
    start = program.director.top
    assert isinstance(start, StartScreen)
    press(program, "right")  # what was in the ring: as with Tab, any Next presses it
    assert program.director.top is not start
    assert program.evening is None


def test_the_arrows_go_over_the_menu_instead_of_closing_it(program: Program) -> None:
    press(program, "down", "down")
    assert isinstance(program.director.top, MenuScreen)
    ring = program.director.focused(look(program))
    assert ring is not None
    assert ring.name == entries(program)[1]
