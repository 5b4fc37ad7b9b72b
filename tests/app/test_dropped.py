"""Files and folders dropped on the window: added beside the loop, told without disturbing."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from benchmarks.stage import Stage
from game.app import dropped
from game.app.evening import Evening
from game.paths import user_decks_dir
from game.rules.actions import Begin
from game.screens.arrivals import ArrivalsScreen
from game.screens.decks import DecksScreen
from game.screens.game import GameScreen
from game.screens.insight import InsightEditor
from game.screens.keys import KeysScreen
from game.screens.setup import SetupScreen
from game.screens.start import StartScreen
from game.screens.sure import SureScreen
from game.session import arrivals
from game.session.arrivals import Arrival
from game.session.assemble import Choices, start_session
from tests.content.author import write_deck
from tests.screens.outside import FakeDesk, library


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One window with a session in it: making them takes longer than all tests."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("stage")
        patch.setenv("CXGAME_HOME", str(folder))
        made = Stage(folder, (640, 360), rounds=1)
        yield made
        made.program.close()


@pytest.fixture
def stage(program: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """The same, with a home of its own."""
    monkeypatch.setenv("CXGAME_HOME", str(tmp_path / "home"))
    evening = program.program.evening
    yield program
    program.program.evenings.now = evening
    program.program.say("", 0)


def at_start(stage: Stage) -> StartScreen:
    """The start screen; the session is put aside."""
    stage.program.evenings.now = None
    screen = StartScreen(FakeDesk())
    stage.program.director.apply_screen(screen)
    return screen


def turn(stage: Stage) -> None:
    """Once round the loop, without drawing."""
    for event in pygame.event.get():
        stage.program.take(event, stage.painter, stage.program.stamp())
    stage.program.tick(stage.painter)


def drop(stage: Stage, *paths: Path) -> None:
    """Let go of files above the window, and wait until they were looked at."""
    pygame.event.post(pygame.Event(pygame.DROPBEGIN))
    for path in paths:
        pygame.event.post(pygame.Event(pygame.DROPFILE, file=str(path)))
    pygame.event.post(pygame.Event(pygame.DROPCOMPLETE))
    turn(stage)
    finished(stage)


def finished(stage: Stage) -> None:
    for thread in threading.enumerate():
        if thread.name == "dropped decks":
            thread.join(30)
    # The thread has woken the loop.
    assert pygame.event.peek(pygame.USEREVENT)
    turn(stage)


def press(stage: Stage, name: str) -> None:
    stage.post(name)
    turn(stage)


def words(stage: Stage) -> list[str]:
    look = stage.program.look(stage.painter.wall)
    return [spot.name for spot in stage.program.director.top.hotspots(look)]


def test_a_deck_dropped_on_the_start_screen_is_there_at_once(stage: Stage, tmp_path: Path) -> None:
    start = at_start(stage)
    look = stage.program.look(stage.painter.wall)
    before = start.key(look)
    drop(stage, write_deck(tmp_path / "ring", "id: ring\ntitle: Ring"))
    sheet = stage.program.director.top
    assert isinstance(sheet, ArrivalsScreen)
    assert sheet.title() == "Deck added"
    assert (user_decks_dir() / "ring" / "deck.yaml").exists()
    assert start.key(look) != before
    press(stage, "space")
    assert stage.program.director.top is start


def test_the_decks_screen_shows_the_new_deck(stage: Stage, tmp_path: Path) -> None:
    at_start(stage)
    decks = DecksScreen(library())
    stage.program.director.apply_screen(decks)
    drop(stage, write_deck(tmp_path / "ring", "id: ring\ntitle: Ring"))
    ready = [item.id for item in decks.items() if item.ready]
    assert sorted(ready) == sorted([*(deck.id for deck in library().decks), "ring"])
    assert ready[decks._at] == "ring"
    press(stage, "space")
    assert stage.program.director.top is decks


def test_the_setup_screen_offers_it_and_keeps_what_was_chosen(stage: Stage, tmp_path: Path) -> None:
    at_start(stage)
    setup = SetupScreen(FakeDesk())
    setup.draft.toggle_deck("cx-facts")
    chosen = list(setup.draft.decks)
    stage.program.director.apply_screen(setup)
    drop(stage, write_deck(tmp_path / "ring", "id: ring"))
    assert "ring" in [entry.id for entry in setup.draft.entries()]
    assert setup.draft.decks == chosen


def test_several_at_once_are_told_on_one_sheet(stage: Stage, tmp_path: Path) -> None:
    at_start(stage)
    (tmp_path / "cards.xlsx").write_bytes(b"PK")
    (tmp_path / "x.cxdeck").write_bytes(b"#!/bin/sh")
    deck = write_deck(tmp_path / "ring", "id: ring")
    drop(stage, deck, tmp_path / "cards.xlsx", tmp_path / "x.cxdeck", tmp_path / "gone")
    sheet = stage.program.director.top
    assert isinstance(sheet, ArrivalsScreen)
    assert sheet.title() == "1 of 4 decks added"
    drop(stage, write_deck(tmp_path / "tea", "id: tea"))  # while the sheet lies there
    assert sheet.title() == "2 of 5 decks added"
    assert len(stage.program.director.stack) == 2


def test_a_deck_that_is_there_is_replaced_when_that_is_chosen(stage: Stage, tmp_path: Path) -> None:
    at_start(stage)
    deck = write_deck(tmp_path / "ring", "id: ring\ntitle: One")
    drop(stage, deck)
    press(stage, "space")
    write_deck(deck, "id: ring\ntitle: Two")
    drop(stage, deck)
    assert "One" in (user_decks_dir() / "ring" / "deck.yaml").read_text("utf-8")
    assert words(stage) == ["Go on", "Replace the one that is there"]
    for key in ("left", "left", "space"):
        press(stage, key)
    finished(stage)
    assert "Two" in (user_decks_dir() / "ring" / "deck.yaml").read_text("utf-8")
    assert words(stage) == ["Go on"]
    (kept,) = (tmp_path / "home" / "removed-decks").iterdir()
    assert "One" in (kept / "deck.yaml").read_text("utf-8")


def test_a_session_is_not_disturbed(stage: Stage, tmp_path: Path) -> None:
    stage.program.director.apply_screen(GameScreen())
    state = stage.session.state
    drop(stage, write_deck(tmp_path / "ring", "id: ring\ntitle: Ring"))
    assert isinstance(stage.program.director.top, GameScreen)
    assert len(stage.program.director.stack) == 1
    assert stage.session.state == state
    assert stage.program.notice() == "Ring: It is among your decks now: 1 card."
    assert (user_decks_dir() / "ring" / "deck.yaml").exists()


def test_what_somebody_types_goes_on(stage: Stage, tmp_path: Path) -> None:
    at_start(stage)
    editor = InsightEditor(None)
    stage.program.director.stack.append(editor)
    drop(stage, tmp_path / "gone")
    assert stage.program.director.top is editor
    assert stage.program.notice().startswith("gone: There is no file or folder")


def test_whatever_a_file_does_the_evening_goes_on(
    stage: Stage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    logging.getLogger("game").addHandler(caplog.handler)

    def mistake(_path: Path, **_how: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(arrivals, "arrive", mistake)
    at_start(stage)
    drop(stage, tmp_path / "ring")
    assert isinstance(stage.program.director.top, ArrivalsScreen)
    logging.getLogger("game").removeHandler(caplog.handler)
    assert "ZeroDivisionError" in caplog.text


def test_the_loop_does_not_wait_for_a_file(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go = threading.Event()
    real = dropped._arrive

    def slowly(path: Path, replacing: bool) -> list[Arrival]:
        assert go.wait(30)
        return real(path, replacing)

    monkeypatch.setattr(dropped, "_arrive", slowly)
    at_start(stage)
    pygame.event.post(pygame.Event(pygame.DROPFILE, file=str(tmp_path / "ring")))
    turn(stage)
    assert stage.program.notice() == "ring is looked at …"
    assert stage.program.dropped.busy
    press(stage, "f1")
    assert [type(screen) for screen in stage.program.director.stack] == [StartScreen, KeysScreen]
    go.set()
    finished(stage)
    # On top of the sheet that was opened meanwhile.
    assert type(stage.program.director.top) is ArrivalsScreen
    press(stage, "escape")
    assert [type(screen) for screen in stage.program.director.stack] == [StartScreen, KeysScreen]


TOO_MUCH = (
    "  - {id: long, kind: commit, category: insights, title: Long, "
    f"prompt: {'How long is this going to be? ' * 30}}}"
)


def test_what_does_not_fit_is_found_between_two_frames(stage: Stage, tmp_path: Path) -> None:
    at_start(stage)
    short = "  - {id: short, kind: commit, category: insights, title: Short, prompt: Plan.}"
    drop(stage, write_deck(tmp_path / "ring", f"id: ring\ncards:\n{short}\n{TOO_MUCH}"))
    sheet = stage.program.director.top
    assert isinstance(sheet, ArrivalsScreen)

    def misfits() -> list[str]:
        (arrival,) = sheet._arrivals
        return [one.path for one in arrival.problems if one.check == "text-fit"]

    before = sheet.key(stage.program.look(stage.painter.wall))
    turns = 0
    while stage.program.dropped.due_in() is not None:
        turn(stage)
        turns += 1
        assert turns < 20
    assert turns >= 3  # a card at a time
    assert misfits() == ['card "long"']
    assert sheet.key(stage.program.look(stage.painter.wall)) != before


def test_a_sheet_that_is_closed_measures_no_more(stage: Stage, tmp_path: Path) -> None:
    at_start(stage)
    drop(stage, write_deck(tmp_path / "ring", f"id: ring\ncards:\n{TOO_MUCH}"))
    assert stage.program.dropped.due_in() is not None
    press(stage, "space")
    turn(stage)
    assert stage.program.dropped.due_in() is None


@pytest.fixture
def log(stage: Stage, tmp_path: Path) -> Path:
    """A session's log, from another folder."""
    kept = start_session(Choices(preset="taster", seed=3, language="en"), tmp_path, library())
    kept.dispatch(Begin(), 0, "wall")
    kept.close()
    assert kept.path is not None
    return kept.path


def fall(stage: Stage, path: Path) -> None:
    """Let go of one file that is not looked at by a thread."""
    pygame.event.post(pygame.Event(pygame.DROPFILE, file=str(path)))
    turn(stage)


def running(stage: Stage) -> Evening:
    """The session under way."""
    assert stage.program.evening is not None
    return stage.program.evening


def say_yes(stage: Stage) -> None:
    """Take the answer that does it."""
    look = stage.program.look(stage.painter.wall)
    spots = stage.program.director.top.hotspots(look)
    outcome = next(spot for spot in spots if spot.name == "Go on with it").activate()
    assert outcome is not None
    stage.program.director.apply(outcome, look)


def test_going_on_with_a_session_that_is_dropped_is_offered(stage: Stage, log: Path) -> None:
    start = at_start(stage)
    fall(stage, log)
    fall(stage, log)  # again, while it is asked
    assert [type(screen) for screen in stage.program.director.stack] == [StartScreen, SureScreen]
    press(stage, "space")
    assert stage.program.director.top is start
    assert stage.program.evening is None
    fall(stage, log)
    say_yes(stage)
    assert [type(screen) for screen in stage.program.director.stack] == [GameScreen]
    assert running(stage).session.path == log
    stage.program.evenings.leave()


def test_a_session_that_cannot_be_opened_says_so_and_nothing_else(
    stage: Stage, tmp_path: Path
) -> None:
    start = at_start(stage)
    broken = tmp_path / "broken.cxsession"
    broken.write_text("nonsense", "utf-8")
    fall(stage, broken)
    say_yes(stage)
    assert stage.program.director.stack == [start]
    assert "broken" in stage.program.notice()
    assert broken.read_text("utf-8") == "nonsense"


def test_a_session_dropped_on_a_session_changes_nothing(stage: Stage, log: Path) -> None:
    stage.program.director.apply_screen(GameScreen())
    now = stage.program.evening
    fall(stage, log)
    assert len(stage.program.director.stack) == 1
    assert stage.program.evening is now
    assert "Drop it on the start screen" in stage.program.notice()
