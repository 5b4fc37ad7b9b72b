"""Earlier sessions: when, who, how far, and why some cannot be opened."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.i18n.dates import day_text
from game.paths import sessions_dir
from game.rules.state import COLOURS, Phase
from game.screens.archive import Archive
from game.screens.dates import moment_text
from game.screens.deckleaves import short_path
from game.screens.inputs import Pointer
from game.screens.kit.wall import Wall
from game.screens.screen import Pop, Push, Resume, Stay
from game.screens.sessions import SessionsScreen, session_title, standing
from game.screens.sure import SureScreen
from game.session.faults import LogError, LogFault
from game.session.names import report_folder
from game.session.recent import SessionInfo
from tests.screens.outside import (
    FakeDesk,
    activate,
    check_places,
    draw,
    every_wall_in_its_language,
    look_at,
    picture,
    session,
    speak,
    spot,
)

LOOK = look_at()
PATH = Path("/kept/2026-02-01 Broken.cxsession")
BROKEN = session(path=PATH, fault=LogError(PATH, LogFault.NEWER), head=None)


def listed(*kept: SessionInfo) -> SessionsScreen:
    return SessionsScreen(Archive(FakeDesk(kept=kept)))


@pytest.mark.parametrize(
    ("info", "told"),
    [
        (session(), "round 3 of 6"),
        (session(number=7), "round 7 of 7"),
        (session(number=0), "not begun"),
        (session(phase=Phase.BRIEF), "not begun"),
        (session(phase=Phase.REVIEW), "not begun"),
        (session(phase=Phase.PODIUM), "at the debrief"),
        (session(phase=Phase.DEBRIEF), "at the debrief"),
        (session(phase=Phase.OVER), "finished"),
    ],
)
def test_how_far_a_session_came(info: SessionInfo, told: str) -> None:
    assert standing(info) == told


def test_what_a_session_is_called() -> None:
    assert session_title(session()) == "Spring kick-off"
    assert session_title(session("")) == "Outside-in"
    assert session_title(BROKEN) == "2026-02-01 Broken"


@pytest.mark.parametrize(("language", "told"), [("en", "5 March 2026"), ("nl", "5 maart 2026")])
def test_days_are_written_as_the_language_does(language: str, told: str) -> None:
    speak(language)
    assert day_text(datetime(2026, 3, 5, tzinfo=UTC)) == told


def test_every_month_has_a_name_in_each_language() -> None:
    for language in ("en", "nl"):
        speak(language)
        days = [day_text(datetime(2026, month, 1, tzinfo=UTC)) for month in range(1, 13)]
        assert len(set(days)) == 12


def test_a_moment_is_told_by_this_machines_clock() -> None:
    when = datetime(2026, 3, 14, 10, 5, tzinfo=UTC).astimezone()
    assert moment_text(when.timestamp()) == f"14 March 2026, {when.hour}:{when.minute:02d}"


@pytest.mark.parametrize("stamp", [1e18, -1e18, float("nan"), float("inf")])
def test_a_disk_with_a_mad_clock_breaks_nothing(stamp: float) -> None:
    assert moment_text(stamp) == "–"


def test_a_session_is_opened_again(monkeypatch: pytest.MonkeyPatch) -> None:
    other = session("Autumn", path=Path("/kept/autumn.cxsession"))
    screen = listed(session(), other)
    assert activate(screen, LOOK, "Autumn") == Resume(other.path)
    words = draw(screen, LOOK, monkeypatch).words
    for part in ("Spring kick-off", "round 3 of 6 · Orange, Sales & service", "March 2026"):
        assert part in words


def test_a_broken_one_says_why_and_cannot_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = listed(BROKEN, session())
    assert str(BROKEN.fault) in draw(screen, LOOK, monkeypatch).words.replace("\n", " ")
    names = [place.name for place in screen.hotspots(LOOK)]
    assert names == ["Spring kick-off", "Erase 2026-02-01 Broken", "Erase Spring kick-off", "Back"]


@pytest.mark.parametrize("info", [session(), BROKEN], ids=["sound", "broken"])
def test_one_is_erased_once_that_was_asked(
    info: SessionInfo, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = FakeDesk(kept=[info, session("Other", path=Path("/kept/other.cxsession"))])
    screen = SessionsScreen(Archive(desk))
    before = screen.key(LOOK)
    asked = activate(screen, LOOK, f"Erase {session_title(info)}")
    assert isinstance(asked, Push)
    assert isinstance(sure := asked.screen, SureScreen)
    assert session_title(info) in draw(sure, LOOK, monkeypatch).words
    assert sure.hotspots(LOOK)[0].name == "Leave it"
    assert sure.on_next(LOOK) == activate(sure, LOOK, "Leave it") == Pop()
    assert desk.erased == []
    assert activate(sure, LOOK, "Erase") == Pop()
    assert desk.erased == [info.path]
    assert screen.key(LOOK) != before
    assert [place.name for place in screen.hotspots(LOOK)] == ["Other", "Erase Other", "Back"]


def test_what_cannot_be_erased_stays_in_the_list() -> None:
    screen = SessionsScreen(Archive(FakeDesk(kept=[session()], busy=True)))
    asked = activate(screen, LOOK, "Erase Spring kick-off")
    assert isinstance(asked, Push)
    assert activate(asked.screen, LOOK, "Erase") == Pop()
    assert spot(screen, LOOK, "Spring kick-off")


def test_a_click_beside_the_question_leaves_the_session(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = activate(listed(session()), LOOK, "Erase Spring kick-off")
    assert isinstance(asked, Push)
    assert asked.screen.on_pointer(Pointer("down", 4, 4), LOOK) == Pop()
    inside = Pointer("down", LOOK.wall.width / 2, LOOK.wall.height / 2)
    assert asked.screen.on_pointer(inside, LOOK) is None


def test_where_its_report_is_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    info = session(path=tmp_path / "2026-03-14 Spring.cxsession")
    assert "report" not in draw(listed(info), LOOK, monkeypatch).words
    report_folder(info.path).mkdir()
    assert "report in “2026-03-14 Spring report”" in draw(listed(info), LOOK, monkeypatch).words
    tall = look_at(Wall((1080, 1920)))
    words = draw(listed(info), tall, monkeypatch).words.replace("\n", " ")
    assert "report in “2026-03-14 Spring report”" in words


def test_the_folder_they_lie_in_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CXGAME_HOME", "/kept")
    assert short_path(sessions_dir()) in draw(listed(session()), LOOK, monkeypatch).words


def test_none_are_kept_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = listed()
    assert "No session is kept yet" in draw(screen, LOOK, monkeypatch).words
    assert screen.on_next(LOOK) == Pop()
    assert activate(screen, LOOK, "Back") == Pop()


def test_next_turns_the_pages_and_then_goes_away() -> None:
    kept = [session(f"Session {i}", path=Path(f"/kept/{i}.cxsession")) for i in range(12)]
    screen = listed(*kept)
    seen: list[str] = []
    while True:
        seen += [place.name for place in screen.hotspots(LOOK) if place.name.startswith("Session")]
        before = picture(screen, LOOK), screen.key(LOOK)
        if screen.on_next(LOOK) == Pop():
            break
        assert picture(screen, LOOK) != before[0]
        assert screen.key(LOOK) != before[1]
    assert seen == [info.head.name for info in kept if info.head]


def test_the_dots_turn_the_pages_round() -> None:
    kept = [session(f"Session {i}", path=Path(f"/kept/{i}.cxsession")) for i in range(12)]
    screen = listed(*kept)
    first = screen.key(LOOK)
    turned = [activate(screen, LOOK, "More sessions") for _ in range(3)]
    assert turned == [Stay()] * 3
    assert screen.key(LOOK) == first
    assert spot(screen, LOOK, "Session 0")


@every_wall_in_its_language
def test_it_fits_every_wall(language: str, wall: Wall, monkeypatch: pytest.MonkeyPatch) -> None:
    speak(language)
    look = look_at(wall)
    head = session().head
    assert head is not None
    eight = replace(head, teams=tuple((f"Team {n}", c) for n, c in enumerate(COLOURS)))
    kept = [session(), BROKEN, session("", head=eight), session(phase=Phase.OVER)] * 3
    for screen in (listed(*kept), listed()):
        while True:
            check_places(screen, look)
            drawn = draw(screen, look, monkeypatch)
            assert not drawn.overflowing()
            assert not drawn.smaller_than(wall.S)
            if screen.on_next(look) == Pop():
                break


def test_one_of_practising_says_so() -> None:
    info = session("Bots", phase=Phase.OVER)
    assert info.head is not None
    assert standing(replace(info, head=replace(info.head, practise=True))) == "practised"
