"""A practise session in the program: what comes, what is kept, what stays apart."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from benchmarks.stage import Stage
from game import paths
from game.app.evening import Evening
from game.app.gallery import moment
from game.app.practising import Practising, handled_before
from game.app.reporting import Reporter
from game.app.seats import Seats
from game.app.shots import LONG_NAMES
from game.app.tour import states
from game.cli import run
from game.i18n import _
from game.rules.actions import Begin, EndPlay, Hold, Next
from game.rules.state import Held, Over, State
from game.screens.desk import DeskScreen
from game.screens.desk.places import near
from game.screens.game import GameScreen
from game.screens.kit.wall import Wall
from game.screens.practise.card import asked_slip
from game.screens.practise.checklist import ChecklistPage
from game.screens.screen import Practised
from game.session.assemble import Choices, start_session
from game.session.bots import Bots
from game.session.recent import last_unfinished, look, recent
from game.session.seats import default_teams
from game.session.session import Session
from tests.screens.outside import OLD, TOTEM, WIDE, every_wall, library, look_at, speak
from tests.screens.placed import place

CHOICES = Choices(preset="taster", teams=default_teams(3), seed=5, language="en", practise=True)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CXGAME_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def stage(home: Path) -> Iterator[Stage]:
    made = Stage(home, (640, 360), rounds=1)
    yield made
    made.program.close()


class Clock:
    """Time that passes when it is told to, in seconds."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def begun(folder: Path) -> tuple[Evening, Clock]:
    clock = Clock()
    session = start_session(CHOICES, folder, library())
    evening = Evening(session, clock=clock)
    evening.do(Begin(), "wall")
    return evening, clock


def test_next_alone_plays_it_through(home: Path) -> None:
    evening, clock = begun(paths.practise_dir())
    said: list[str] = []
    practising = Practising(evening, said.append)
    seats = Seats(Bots(5), everything=False, mute=lambda: practising.practise.mute)
    asked = set()
    for _press in range(2000):
        if isinstance(evening.state.stage, Over):
            break
        clock.now += 25
        evening.tick()
        seats.tick(evening)
        practising.tick()
        asked.add(practising.seen().asked)
        evening.do(Next(), "wall")
        seats.forget()
    assert isinstance(evening.state.stage, Over)
    assert [practising.ends for _look in range(2)] == [True, False]
    assert len(asked - {""}) >= 3
    evening.close()


def test_what_is_handled_is_said_and_kept_for_the_next_time(home: Path) -> None:
    evening, clock = begun(paths.practise_dir())
    paths.practised_file().parent.mkdir(parents=True, exist_ok=True)
    known = ["answer", "score", "early", "buzzer", "card", "late", "time", "scores", "unknown"]
    paths.practised_file().write_text(json.dumps(known), "utf-8")
    said: list[str] = []
    practising = Practising(evening, said.append)
    while not practising.seen().asked:
        clock.now += 8
        evening.do(Next(), "wall")
        practising.tick()
    assert "director" in practising.seen().asked
    evening.do(Hold(Held.BLACK), "console")
    assert said == ["Handled: Somebody who wants to speak"]
    assert practising.seen().asked == ""
    assert handled_before() == {*known[:-1], "speech"}
    evening.close()


@pytest.mark.parametrize("text", ["", "{", "[[1], 2]", '{"speech": 1}', "3"])
def test_a_list_that_cannot_be_read_holds_nothing(home: Path, text: str) -> None:
    paths.practised_file().write_text(text, "utf-8")
    assert handled_before() == frozenset()


def test_it_is_no_session_of_people(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evening, _clock = begun(paths.practise_dir())
    log = evening.session.path
    assert log is not None
    evening.do(EndPlay(), "wall")
    while not isinstance(evening.state.stage, Over):
        evening.do(Next(), "wall")
    reporter = Reporter(print)
    reporter.tick(evening)
    assert reporter.due_in() is None
    evening.close()
    assert recent(paths.sessions_dir()) == []
    head = look(log).head
    assert head is not None
    assert head.practise
    people, _ = begun_by_people(home)
    assert last_unfinished(paths.practise_dir()) is None
    assert run(["report", str(log), str(people)]) == 2
    assert "practise" in capsys.readouterr().err
    with Reopened(log) as session:
        assert session.header.practise


def begun_by_people(home: Path) -> tuple[Path, bytes]:
    session = start_session(Choices(seed=1, language="en"), paths.sessions_dir(), library())
    session.close()
    assert session.path is not None
    first = session.path.read_bytes().split(b"\n")[0]
    assert b"practise" not in first  # told where there is something to tell
    return session.path, first


class Reopened:
    """A session that is closed again."""

    def __init__(self, log: Path) -> None:
        self._session = Session.open(log)

    def __enter__(self) -> Session:
        return self._session

    def __exit__(self, *_: object) -> None:
        self._session.close()


def test_the_program_practises_and_shows_the_list_at_the_end(stage: Stage) -> None:
    program = stage.program
    screen = program.begin(CHOICES, practise=True)
    assert isinstance(screen, GameScreen)
    program.director.apply_screen(screen)
    evening = program.evening
    assert evening is not None
    assert evening.session.path is not None
    assert evening.session.path.parent == paths.practise_dir()
    look_now = program.look(stage.painter.wall)
    assert look_now.practise is not None
    desk = DeskScreen()
    assert "What you handled" in [row.text for row in desk.page.rows(look_now)]
    evening.do(EndPlay(), "wall")
    for _press in range(200):
        program.tick(stage.painter)
        if isinstance(evening.state.stage, Over):
            break
        evening.do(Next(), "wall")
    program.tick(stage.painter)
    top = program.director.top
    assert isinstance(top, DeskScreen)
    assert isinstance(top.page, ChecklistPage)
    rows = top.page.rows(program.look(stage.painter.wall))
    assert {row.value for row in rows} == {"not yet"}
    program.director.apply_screen(program.home())
    assert program.look(stage.painter.wall).practise is None


@cache
def met(language: str) -> tuple[tuple[str, State, int], ...]:
    """Every moment of the tour's sessions, the first time it comes."""
    speak(language)
    found: dict[str, tuple[State, int]] = {}
    for _name, state, at in states(language, LONG_NAMES[language]):
        found.setdefault(moment(state), (state, at))
    return tuple((name, state, at) for name, (state, at) in found.items())


@pytest.mark.xdist_group("tour")
@pytest.mark.parametrize(
    ("size", "seat", "language"),
    [
        (OLD, 1.0, "nl"),
        (OLD, 1.69, "en"),
        (OLD, 1.69, "nl"),
        (WIDE, 1.0, "en"),
        (WIDE, 1.69, "nl"),
        (TOTEM, 1.69, "nl"),
    ],
)
def test_what_the_tables_want_covers_no_word_from_the_first_card_to_the_debrief(
    size: tuple[int, int], seat: float, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments, wall = met(language), Wall(size, seat=seat)
    speak(language)
    said = _("{team}: this card is about one of us. Another one, please?")
    box, told = asked_slip(near(wall), said.format(team=max(LONG_NAMES[language], key=len)))
    assert not told.overflow
    assert box.inset(0, -1).h >= told.line_px / told.u * len(told.lines) * 0.9
    covered = {}
    for name, state, at in moments:
        found = place(GameScreen(), look_at(wall, state, at=at, version=1), monkeypatch)
        # The map's axis is told along its side: lettered on a picture of its own, then turned.
        words = [
            line.words for line in found.lines if line.box.meets(box) and "→" not in line.words
        ]
        if words:
            covered[name] = words
    assert covered == {}


@every_wall
def test_a_notice_and_what_the_tables_want_are_both_read(
    wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak("en")
    _name, state, at = next(one for one in met("en") if one[0] == "board")
    asked = Practised("The director would like to say something, now.", ())
    look = replace(look_at(wall, state, at=at, version=1), practise=asked, notice="Handled: it.")
    found = {line.words: line.box for line in place(GameScreen(), look, monkeypatch).lines}
    assert found["Handled: it."].y > found[asked.asked].bottom
