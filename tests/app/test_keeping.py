"""The program asks after thirty days, told the time: what is answered is kept, or goes for good."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game import paths
from game.app.program import Program
from game.app.splash import open_window
from game.screens import settings as stored
from game.screens.inputs import Press
from game.screens.oldsessions import OldSessionsScreen
from game.screens.screen import Look
from game.screens.start import StartScreen
from game.session.keeping import DAY_SECONDS
from game.session.names import report_folder
from game.session.session import Session
from tests.session.evening import header

PLAYED = 1_790_000_000.0
LATER = PLAYED + 31 * DAY_SECONDS
"""What the program is told the time is."""


def begin(now: float = LATER) -> Program:
    splash = open_window(0, (640, 360))
    assert splash is not None
    program = Program(splash, "en")
    program.desk.calendar = lambda: now
    program.show_start()
    return program


@pytest.fixture
def kept(home: Path) -> list[Path]:
    """Two sessions, played at the same hour."""
    folder = paths.ensure(paths.sessions_dir())
    found = [folder / f"2026-09-21 {name}.cxsession" for name in ("One", "Two")]
    for path in found:
        Session.create(path, header(name=path.stem[11:])).close()
        os.utime(path, (PLAYED, PLAYED))
    return found


def look(program: Program) -> Look:
    from game.screens.kit.wall import Wall

    return program.look(Wall((640, 360)))


def names(program: Program) -> list[str]:
    return [spot.name for spot in program.director.top.hotspots(look(program))]


def choose(program: Program, name: str) -> None:
    """Reach it with Tab, and take it with Return."""
    for _ in range(names(program).index(name) + 1):
        program.director.take(Press("tab"), look(program))
    program.director.take(Press("return"), look(program))


ASKED = "{} older than 30 days: keep or erase?"
TWO, ONE = ASKED.format("2 sessions are"), ASKED.format("1 session is")


def test_it_asks_when_they_are_old_and_never_twice(kept: list[Path]) -> None:
    before = begin(PLAYED + 29 * DAY_SECONDS)
    assert not any("30 days" in name for name in names(before))
    program = begin()
    choose(program, TWO)
    assert isinstance(program.director.top, OldSessionsScreen)
    choose(program, "Keep One")
    assert "Keep One" not in names(program)
    again = begin(LATER + 400 * DAY_SECONDS)
    choose(again, ONE)
    assert names(again) == ["Keep Two", "Erase Two", "Back"]
    choose(again, "Keep Two")
    assert not any("30 days" in name for name in names(begin(LATER + 900 * DAY_SECONDS)))
    assert all(path.is_file() for path in kept)
    # What is remembered of them is no name.
    text = paths.settings_file().read_text("utf-8")
    assert "One" not in text
    assert len(stored.load(paths.settings_file()).kept) == 2


def test_nothing_is_erased_unasked(kept: list[Path]) -> None:
    """Next all the way: the first press goes on with a session, as without the question."""
    program = begin()
    before = [path.read_bytes() for path in kept]
    choose(program, TWO)
    while not isinstance(program.director.top, StartScreen):
        program.director.take(Press("return"), look(program))
    assert [path.read_bytes() for path in kept] == before
    program.director.take(Press("return"), look(program))
    assert program.evening is not None
    program.close()


def test_what_is_erased_is_gone_with_its_report(kept: list[Path]) -> None:
    program = begin()
    report_folder(kept[0]).mkdir()
    choose(program, TWO)
    choose(program, "Erase One")
    program.director.take(Press("return"), look(program))  # Next leaves it
    assert kept[0].is_file()
    choose(program, "Erase One")
    choose(program, "Erase")
    assert sorted(paths.sessions_dir().iterdir()) == [kept[1]]
    assert names(program) == ["Keep Two", "Erase Two", "Back"]


def test_one_that_is_played_elsewhere_stays_and_that_is_said(kept: list[Path]) -> None:
    elsewhere = Session.open(kept[0])
    os.utime(kept[0], (PLAYED, PLAYED))
    program = begin()
    choose(program, TWO)
    choose(program, "Erase One")
    choose(program, "Erase")
    assert kept[0].is_file()
    assert kept[0].name in program.notice()
    assert "Erase One" in names(program)
    elsewhere.close()


def test_where_settings_cannot_be_kept_that_is_said(kept: list[Path]) -> None:
    paths.settings_file().mkdir(parents=True)
    program = begin()
    program.desk.keep(kept)
    assert "cannot be kept" in program.notice()
    assert not program.desk.overdue(program.desk.sessions())


def test_sessions_of_practising_are_asked_about_with_the_others(kept: list[Path]) -> None:
    folder = paths.ensure(paths.practise_dir())
    practised = folder / kept[0].name  # as one of the others is called
    Session.create(practised, header(name="Practise", practise=True)).close()
    os.utime(practised, (PLAYED, PLAYED))
    program = begin()
    choose(program, ASKED.format("3 sessions are"))
    choose(program, "Keep One")
    assert names(program)[:4] == ["Keep Two", "Erase Two", "Keep Practise", "Erase Practise"]
    choose(program, "Erase Practise")
    program.director.take(Press("return"), look(program))  # Next leaves it
    assert practised.is_file()
    choose(program, "Keep Practise")
    # Whoever keeps a session later still has the answer about practising, and the other way round.
    choose(program, "Keep Two")
    again = begin(LATER + DAY_SECONDS)
    assert not any("30 days" in name for name in names(again))
    assert len(stored.load(paths.settings_file()).kept) == 3


def test_what_was_practised_goes_when_that_is_chosen(home: Path) -> None:
    folder = paths.ensure(paths.practise_dir())
    practised = folder / "2026-09-21 Practise.cxsession"
    Session.create(practised, header(name="Practise", practise=True)).close()
    os.utime(practised, (PLAYED, PLAYED))
    program = begin()
    choose(program, ONE)
    choose(program, "Erase Practise")
    choose(program, "Erase")
    assert list(folder.iterdir()) == []
