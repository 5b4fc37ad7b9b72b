"""The start screen: what it offers first, and where each way leads."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.rules.state import Phase
from game.screens.decks import DecksScreen
from game.screens.keys import KeysScreen
from game.screens.kit.theme import STAGE
from game.screens.kit.wall import Wall
from game.screens.menu import MenuScreen
from game.screens.road_scene import start_scene
from game.screens.screen import Change, Outcome, Push, Resume, Screen
from game.screens.sessions import SessionsScreen
from game.screens.setup import SetupScreen
from game.screens.start import NAME, StartScreen
from game.session.faults import LogError, LogFault
from game.session.recent import SessionInfo
from tests.screens.outside import (
    FakeDesk,
    activate,
    check_places,
    draw,
    every_wall,
    every_wall_in_its_language,
    library,
    look_at,
    picture,
    press,
    session,
    speak,
)

LOOK = look_at()
BROKEN = session(fault=LogError(Path("/kept/broken.cxsession"), LogFault.NEWER), head=None)
OVER = session(phase=Phase.OVER)


def pushed(outcome: Outcome | None) -> Screen:
    assert isinstance(outcome, Push)
    return outcome.screen


def test_next_sets_a_new_session_up() -> None:
    screen = pushed(StartScreen(FakeDesk()).on_next(LOOK))
    assert isinstance(screen, SetupScreen)
    assert not screen.practise


def test_an_unfinished_session_goes_first() -> None:
    screen = StartScreen(FakeDesk(kept=[BROKEN, OVER, session(), session("Older")]))
    assert screen.on_next(LOOK) == Resume(session().path)
    assert screen.unfinished() == session()
    assert isinstance(pushed(activate(screen, LOOK, "New session")), SetupScreen)


@pytest.mark.parametrize("kept", [[], [OVER], [BROKEN]])
def test_what_cannot_go_on_is_not_offered(kept: list[SessionInfo]) -> None:
    screen = StartScreen(FakeDesk(kept=kept))
    assert screen.unfinished() is None
    assert isinstance(pushed(screen.on_next(LOOK)), SetupScreen)


def test_how_far_the_session_came_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    words = draw(StartScreen(FakeDesk(kept=[session()])), LOOK, monkeypatch).words
    assert "Spring kick-off · round 3 of 6" in words
    assert "Go on" in words
    assert "1 kept" in words


def test_a_session_without_a_name_goes_by_its_deck(monkeypatch: pytest.MonkeyPatch) -> None:
    words = draw(StartScreen(FakeDesk(kept=[session("")])), LOOK, monkeypatch).words
    assert "Outside-in · round 3 of 6" in words


def test_every_way_leads_somewhere() -> None:
    screen = StartScreen(FakeDesk(kept=[OVER]))
    practise = pushed(activate(screen, LOOK, "Practise"))
    assert isinstance(practise, SetupScreen)
    assert practise.practise
    assert isinstance(pushed(activate(screen, LOOK, "Decks")), DecksScreen)
    assert isinstance(pushed(activate(screen, LOOK, "Sessions")), SessionsScreen)
    assert isinstance(pushed(activate(screen, LOOK, "Menu")), MenuScreen)
    assert isinstance(pushed(activate(screen, LOOK, "Keys")), KeysScreen)
    assert isinstance(pushed(screen.on_press(press("s"), LOOK)), SessionsScreen)
    assert screen.on_press(press("s", ctrl=True), LOOK) is None


def test_language_and_light_are_switched_at_the_foot() -> None:
    screen = StartScreen(FakeDesk())
    assert activate(screen, LOOK, "English") == Change("language", "nl")
    assert activate(screen, LOOK, "Daylight") == Change("theme", "stage")
    speak("nl")
    assert activate(screen, LOOK, "Nederlands") == Change("language", "en")


def test_the_state_of_the_decks_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    aside = replace(library(), set_aside=library().decks[:1], decks=library().decks[1:])
    words = draw(StartScreen(FakeDesk(aside)), LOOK, monkeypatch).words
    assert f"{len(aside.decks)} ready · 1 set aside" in words


def test_the_first_picture_does_not_wait_for_the_decks_to_be_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = FakeDesk()
    screen = StartScreen(desk, later=True)
    before = screen.key(LOOK)
    assert "ready" not in draw(screen, LOOK, monkeypatch).words
    assert activate(screen, LOOK, "Decks") is not None
    screen.restock(desk.library())
    assert screen.key(LOOK) != before
    assert f"{len(desk.library().decks)} ready" in draw(screen, LOOK, monkeypatch).words


def test_a_notice_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    look = look_at(notice="The file is empty.")
    assert "The file is empty." in draw(StartScreen(FakeDesk()), look, monkeypatch).words


def test_the_picture_changes_with_language_and_light() -> None:
    screen = StartScreen(FakeDesk())
    stage = look_at(Wall((1920, 1080), STAGE))
    seen = {screen.still_key(LOOK): picture(screen, LOOK)}
    seen[screen.still_key(stage)] = picture(screen, stage)
    speak("nl")
    seen[screen.still_key(LOOK)] = picture(screen, LOOK)
    assert len(seen) == len(set(seen.values())) == 3


@every_wall_in_its_language
@pytest.mark.parametrize("kept", [(), (OVER,), (session(),)], ids=["none", "over", "unfinished"])
def test_it_fits_every_wall(
    kept: tuple[SessionInfo, ...], language: str, wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    look = look_at(wall)
    screen = StartScreen(FakeDesk(kept=kept))
    check_places(screen, look)
    drawn = draw(screen, look, monkeypatch)
    assert not drawn.overflowing()
    assert not drawn.smaller_than(wall.S)
    assert NAME in drawn.words


@every_wall
def test_the_ways_stand_between_name_and_switches(wall: Wall) -> None:
    scene = start_scene(wall)
    assert scene.head.y >= 0
    assert scene.column.bottom <= scene.foot.y
    assert scene.column.y >= scene.head.y + scene.name
    assert scene.foot.bottom <= wall.height
