"""Play that began later than planned, on the desk: told, and made up for by one key or click."""

from __future__ import annotations

import pytest

from game.rules.actions import SetTimeLeft
from game.rules.state import Standings, evolve
from game.screens import scenes
from game.screens.desk import DeskScreen
from game.screens.desk.context import context_menu
from game.screens.desk.controls import ControlsPage
from game.screens.desk.plan import PlanPage
from game.screens.desk.shortcuts import key_of
from game.screens.kit.wall import Wall
from game.screens.screen import Do, Look
from tests.screens.inside import ready
from tests.screens.outside import (
    NEAR,
    check_places,
    draw,
    every_wall_in_its_language,
    look_at,
    press,
    speak,
)

MINUTE = 60_000
FINGER = 44.0
"""The least height of a row beside the pointer."""
KEY = key_of("offer-late-start")


def began(minutes: float, wall: Wall = NEAR, language: str = "en") -> Look:
    """The first turn of a session of 15 minutes, whose play began at that minute."""
    state = ready(language=language)
    plan = evolve(
        state.plan,
        minutes=15, play_ms=9 * MINUTE, debrief_ms=5 * MINUTE, rounds=3, round_ms=3 * MINUTE,
    )  # fmt: skip
    state = evolve(state, plan=plan, play_began=round(minutes * MINUTE))
    return look_at(wall, state, at=state.play_began, can_undo=2, can_redo=1, version=1)


def words(look: Look) -> str:
    """What the offer says, on each of the pages that have it; the pointer's menu has less room."""
    menu = context_menu(scenes.make(look.game), look, 20, 20).page
    pages = [ControlsPage(), PlanPage(), menu]
    for page in pages:
        DeskScreen(page)
    told = [(row.text, row.value) for page in pages for row in page.rows(look) if row.key == KEY]
    if told:
        assert told == [told[0], told[0], (told[0][0], "")]
    return ": ".join(told[0]) if told else ""


def test_it_is_told_with_what_it_would_change() -> None:
    look = began(7)
    assert words(look) == (
        "Play 6 minutes shorter: 1 round instead of 3, and the debrief keeps its time"
    )
    told = "2 rounds after this · 9 minutes of play · play began 6 minutes late"
    assert ControlsPage().words(look) == told
    assert told in PlanPage().words(look)
    assert PlanPage().rows(look)[0].primary


def test_it_says_when_no_round_is_lost_and_when_this_one_is_too_long() -> None:
    roomy = began(7)
    state = evolve(roomy.game, plan=evolve(roomy.game.plan, rounds=1))
    look = look_at(NEAR, state, at=roomy.at)
    assert words(look) == "Play 6 minutes shorter: the debrief keeps its time"
    assert words(began(9)) == "Play 8 minutes shorter: this round no longer fits whole"
    over = evolve(began(12).game, stage=Standings(), queue=())
    at = over.play_began + 3 * MINUTE
    look = look_at(NEAR, over, at=at)
    assert words(look) == "Play 6 minutes shorter: wins up to 6 minutes"


def test_one_key_takes_it_and_then_it_is_gone() -> None:
    look, desk = began(7), DeskScreen()
    taken = desk.on_press(press("s", shift=True), look)
    assert taken == Do(SetTimeLeft(3 * MINUTE))
    assert not words(began(1))
    assert "late" not in ControlsPage().words(began(1))


@every_wall_in_its_language
def test_it_fits_every_wall(wall: Wall, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    speak(language)
    look = began(17, wall, language)
    menu = context_menu(scenes.make(look.game), look, 20, 20)
    for screen in (DeskScreen(PlanPage()), DeskScreen(), menu):
        texts = [row.text for row in screen.page.rows(look)]
        assert any("9 minut" in text for text in texts), texts
        for _page in range(3):
            check_places(screen, look, least=FINGER if screen is menu else 64)
            drawn = draw(screen, look, monkeypatch)
            assert not drawn.overflowing(), drawn.overflowing()
            assert not drawn.smaller_than(34 * 0.78), drawn.smaller_than(34 * 0.78)
            screen.on_press(press("right"), look)
