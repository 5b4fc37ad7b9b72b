"""Sessions older than thirty days: a quiet question, its answers, and Next that is not held up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.rules.state import Phase
from game.screens.archive import Archive
from game.screens.kit.text import HEAVY, text_width
from game.screens.kit.wall import Wall
from game.screens.oldsessions import OldSessionsScreen
from game.screens.road_scene import start_scene
from game.screens.screen import Pop, Push, Resume, Screen, Stay
from game.screens.start import NAME, StartScreen
from game.screens.sure import SureScreen
from game.session.faults import LogError, LogFault
from game.session.recent import SessionInfo
from tests.screens.outside import (
    FakeDesk,
    activate,
    check_places,
    draw,
    every_wall_in_its_language,
    look_at,
    session,
    speak,
    spot,
)

LOOK = look_at()
NEW = session("New", path=Path("/kept/new.cxsession"))
OLD = session("Old", Phase.OVER, path=Path("/kept/old.cxsession"))
LATE = session("Late", path=Path("/kept/late.cxsession"))
BROKEN = session(
    path=Path("/kept/broken.cxsession"), head=None,
    fault=LogError(Path("/kept/broken.cxsession"), LogFault.NEWER),
)  # fmt: skip
ASKED = "{n} sessions are older than 30 days: keep or erase?"


def desk(*old: SessionInfo) -> FakeDesk:
    return FakeDesk(kept=[NEW, *old], old=list(old))


def names(screen: Screen) -> list[str]:
    return [spot.name for spot in screen.hotspots(LOOK)]


def opened(screen: StartScreen, n: int) -> OldSessionsScreen:
    pushed = activate(screen, LOOK, ASKED.format(n=n))
    assert isinstance(pushed, Push)
    assert isinstance(pushed.screen, OldSessionsScreen)
    return pushed.screen


def sure(screen: Screen, name: str) -> SureScreen:
    pushed = activate(screen, LOOK, name)
    assert isinstance(pushed, Push)
    assert isinstance(pushed.screen, SureScreen)
    return pushed.screen


def test_nothing_is_asked_while_nothing_is_old(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "days" not in draw(StartScreen(desk()), LOOK, monkeypatch).words


@pytest.mark.parametrize("old", [(OLD,), (OLD, LATE, BROKEN)])
def test_the_question_is_never_in_the_way_of_next(old: tuple[SessionInfo, ...]) -> None:
    screen = StartScreen(desk(*old))
    assert screen.on_next(LOOK) == screen.hotspots(LOOK)[0].activate() == Resume(NEW.path)
    without = names(StartScreen(desk()))
    asks = next(name for name in names(screen) if "30 days" in name)
    assert [name for name in names(screen) if name != asks] == without
    assert names(screen).index(asks) > without.index("Decks")


def test_one_is_kept_and_one_is_erased() -> None:
    kept = desk(OLD, LATE)
    start = StartScreen(kept)
    screen = opened(start, 2)
    before = start.key(LOOK), screen.key(LOOK)
    assert activate(screen, LOOK, "Keep Old") == Stay()
    assert names(screen) == ["Keep Late", "Erase Late", "Back"]
    assert before[0] != start.key(LOOK)
    assert before[1] != screen.key(LOOK)
    asked = sure(screen, "Erase Late")
    assert asked.on_next(LOOK) == Pop()
    assert kept.erased == []
    assert activate(asked, LOOK, "Erase") == Pop()
    assert kept.erased == [LATE.path]
    assert names(screen) == ["Back"]
    assert screen.on_next(LOOK) == Pop()
    assert not any("30 days" in name for name in names(start))
    assert kept.sessions() == [NEW, OLD]


def test_all_are_kept_at_once() -> None:
    kept = desk(OLD, LATE, BROKEN)
    screen = opened(StartScreen(kept), 3)
    assert activate(screen, LOOK, "Keep all") == Stay()
    assert names(screen) == ["Back"]
    assert len(kept.sessions()) == 4
    assert StartScreen(kept).hotspots(LOOK)


def test_all_are_erased_at_once_after_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = desk(OLD, LATE, BROKEN)
    screen = opened(StartScreen(kept), 3)
    asked = sure(screen, "Erase all")
    assert "Erase 3 sessions?" in draw(asked, LOOK, monkeypatch).words
    assert activate(asked, LOOK, "Leave it") == Pop()
    assert kept.erased == []
    activate(asked, LOOK, "Erase")
    assert kept.erased == [OLD.path, LATE.path, BROKEN.path]
    assert kept.sessions() == [NEW]
    assert "Nothing is left to decide on" in draw(screen, LOOK, monkeypatch).words


def test_going_on_without_an_answer_decides_nothing() -> None:
    many = [replace(OLD, path=Path(f"/kept/{n}.cxsession")) for n in range(12)]
    kept = desk(*many)
    screen = opened(StartScreen(kept), 12)
    assert screen.on_next(LOOK) == Stay()
    while screen.on_next(LOOK) != Pop():
        pass
    assert kept.erased == []
    assert list(kept.old) == many


def test_what_it_is_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    words = draw(OldSessionsScreen(Archive(desk(OLD, BROKEN))), LOOK, monkeypatch).words
    for part in (
        "Older than 30 days",
        "Old",
        "finished · Orange, Sales & service",
        "14 March 2026",
    ):
        assert part in words
    assert str(BROKEN.fault) in words.replace("\n", " ")


@every_wall_in_its_language
def test_it_fits_every_wall(language: str, wall: Wall, monkeypatch: pytest.MonkeyPatch) -> None:
    speak(language)
    look = look_at(wall)
    kept = desk(OLD, BROKEN, LATE, *[replace(OLD, path=Path(f"{n}")) for n in range(9)])
    archive = Archive(kept)
    screen, empty = OldSessionsScreen(archive), OldSessionsScreen(Archive(FakeDesk()))
    asked = [one.activate() for one in screen.hotspots(look) if "Old" in one.name][-1]
    every = [one.activate() for one in screen.hotspots(look)][-3]
    shown: list[Screen] = [StartScreen(kept), screen, empty]
    shown += [one.screen for one in (asked, every) if isinstance(one, Push)]
    assert len(shown) == 5
    for one in shown:
        for _page in range(3):
            check_places(one, look)
            drawn = draw(one, look, monkeypatch)
            assert not drawn.overflowing()
            assert not drawn.smaller_than(wall.S)
            if isinstance(one, SureScreen | StartScreen) or one.on_next(look) == Pop():
                break


@every_wall_in_its_language
def test_the_question_stands_clear_of_the_name(language: str, wall: Wall) -> None:
    speak(language)
    look, scene = look_at(wall), start_scene(wall)
    screen = StartScreen(desk(OLD, LATE))
    without = {one.name for one in StartScreen(desk()).hotspots(look)}
    (box,) = (one.box for one in screen.hotspots(look) if one.name not in without)
    right = scene.head.x + text_width(wall, NAME, scene.name, HEAVY)
    assert box.bottom <= scene.head.y + scene.name * 0.2 or box.x >= right
    assert spot(screen, look, next(iter(without)))
