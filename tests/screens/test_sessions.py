"""Earlier sessions: when, who, how far, and why some cannot be opened."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.rules.state import Phase
from game.screens.dates import day_text, moment_text
from game.screens.kit.wall import Wall
from game.screens.screen import Pop, Resume, Stay
from game.screens.sessions import SessionsScreen, session_title, standing
from game.session.faults import LogError, LogFault
from tests.screens.outside import (
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
def test_how_far_a_session_came(info: object, told: str) -> None:
    assert standing(info) == told  # type: ignore[arg-type]


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
    screen = SessionsScreen([session(), other])
    assert activate(screen, LOOK, "Autumn") == Resume(other.path)
    words = draw(screen, LOOK, monkeypatch).words
    for part in ("Spring kick-off", "round 3 of 6 · Orange, Sales & service", "March 2026"):
        assert part in words


def test_a_broken_one_says_why_and_cannot_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = SessionsScreen([BROKEN, session()])
    assert str(BROKEN.fault) in draw(screen, LOOK, monkeypatch).words.replace("\n", " ")
    assert [place.name for place in screen.hotspots(LOOK)] == ["Spring kick-off", "Back"]


def test_none_are_kept_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = SessionsScreen([])
    assert "No session is kept yet" in draw(screen, LOOK, monkeypatch).words
    assert screen.on_next(LOOK) == Pop()
    assert activate(screen, LOOK, "Back") == Pop()


def test_next_turns_the_pages_and_then_goes_away() -> None:
    kept = [session(f"Session {i}", path=Path(f"/kept/{i}.cxsession")) for i in range(12)]
    screen = SessionsScreen(kept)
    seen: list[str] = []
    while True:
        seen += [place.name for place in screen.hotspots(LOOK) if "Session " in place.name]
        before = picture(screen, LOOK), screen.key(LOOK)
        if screen.on_next(LOOK) == Pop():
            break
        assert picture(screen, LOOK) != before[0]
        assert screen.key(LOOK) != before[1]
    assert seen == [info.head.name for info in kept if info.head]


def test_the_dots_turn_the_pages_round() -> None:
    kept = [session(f"Session {i}", path=Path(f"/kept/{i}.cxsession")) for i in range(12)]
    screen = SessionsScreen(kept)
    first = screen.key(LOOK)
    turned = [activate(screen, LOOK, "More sessions") for _ in range(3)]
    assert turned == [Stay()] * 3
    assert screen.key(LOOK) == first
    assert spot(screen, LOOK, "Session 0")


@every_wall_in_its_language
def test_it_fits_every_wall(language: str, wall: Wall, monkeypatch: pytest.MonkeyPatch) -> None:
    speak(language)
    look = look_at(wall)
    kept = [session(), BROKEN, session(""), session(phase=Phase.OVER)] * 3
    for screen in (SessionsScreen(kept), SessionsScreen([])):
        while True:
            check_places(screen, look)
            drawn = draw(screen, look, monkeypatch)
            assert not drawn.overflowing()
            assert not drawn.smaller_than(wall.S)
            if screen.on_next(look) == Pop():
                break
