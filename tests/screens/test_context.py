"""The sheet of a right-click: everything that is wanted at that moment, one more click away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.rules.actions import Hold, Next, PutNext
from game.rules.state import Held, OnCard, Ready, State, Step
from game.screens import scenes
from game.screens.desk.columns import Laid
from game.screens.desk.context import BACK, ContextPage, context_menu
from game.screens.desk.controls import IN_SCENE, controls_now
from game.screens.desk.history import HistoryPage
from game.screens.desk.screen import DeskScreen
from game.screens.desk.shortcuts import key_of
from game.screens.desk.under import Under, What
from game.screens.inputs import Pointer
from game.screens.kit.wall import Wall
from game.screens.screen import Do, Look, Stay, Undo
from game.session.controls import Group
from tests.docs.presses import moments
from tests.screens.inside import lobby, play, ready
from tests.screens.outside import (
    NEAR,
    check_places,
    draw,
    every_wall_in_its_language,
    look_at,
    press,
    speak,
)

FINGER = 44.0
"""Units, which are pixels on a full-HD wall."""


def see(state: State, wall: Wall = NEAR, at: int = 0) -> Look:
    return look_at(wall, state, at=at, can_undo=True, can_redo=True, can_reload=True, version=1)


def card_state(step: Step = Step.DISCUSS) -> State:
    state = ready()
    for _ in range(40):
        if isinstance(state.stage, OnCard) and state.stage.step is step:
            return state
        state = play(state, Next())
    raise AssertionError(step)


def sheets(wall: Wall) -> Iterator[tuple[DeskScreen, Look]]:
    """What a right-click opens at the middle and in the corners, at every kind of moment."""
    for i, (state, at) in enumerate(moments()):
        look = see(state, wall, at)
        kind = What.CARD if isinstance(state.stage, OnCard) else What.WALL
        corner = ((0.5, 0.5), (0.0, 0.0), (0.999, 0.999), (0.0, 0.999))[i % 4]
        place = (corner[0] * wall.width, corner[1] * wall.height)
        yield DeskScreen(ContextPage(Under(kind), *place)), look
        if state.clock is not None:
            yield DeskScreen(ContextPage(Under(What.CLOCK), *place)), look
        if i % 5 == 0:
            yield DeskScreen(ContextPage(Under(What.TEAM, state.teams[-1].id), *place)), look


@every_wall_in_its_language
def test_it_fits_every_wall_at_every_moment(
    language: str, wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    for i, (desk, look) in enumerate(sheets(wall)):
        sheet = desk.page.sheet(desk.near(look), look)
        assert sheet.x >= 0
        assert sheet.y >= 0
        assert sheet.right <= wall.width
        assert sheet.bottom <= wall.height
        check_places(desk, look, least=FINGER)
        if i % 6 == 0:
            drawn = draw(desk, look, monkeypatch)
            assert not drawn.overflowing(), drawn.overflowing()
            assert not drawn.smaller_than(34 * 0.78), drawn.smaller_than(34 * 0.78)


def test_everything_that_can_be_done_stands_on_it() -> None:
    """Whatever the rules allow now, in every scene; rules of the house have a page of their own."""
    for state, at in moments():
        if state.held:
            continue
        look = see(state, at=at)
        kind = What.CARD if isinstance(state.stage, OnCard) else What.WALL
        desk = DeskScreen(ContextPage(Under(kind), 9, 9))
        there = {row.control for row in desk.page.rows(look)}
        wanted = {c.id for c in controls_now(look) if c.group is not Group.RULES} - {*IN_SCENE}
        only_for_a_team = {"judge", "judge-view", "vote"}
        assert wanted - only_for_a_team <= there, type(state.stage)


def test_what_is_wanted_in_a_hurry_stands_at_the_same_place_at_every_moment() -> None:
    tops = set()
    for state, at in moments():
        look = see(state, at=at)
        page = ContextPage(Under(What.WALL), 9, 9)
        DeskScreen(page)
        laid: Laid = page.laid(NEAR, look)
        tops.add(tuple(box for row, box in laid.rows if row.control in BACK))
    assert len(tops) == 1


def test_the_headings_stand_over_their_controls() -> None:
    page = ContextPage(Under(What.CARD), 9, 9)
    DeskScreen(page)
    laid = page.laid(NEAR, see(card_state()))
    titles = {title for title, _box in laid.headings}
    assert {"Hold", "The card", "The clock", "The plan", "Teams", "Session"} <= titles
    for _title, heading in laid.headings:
        under = [box for _row, box in laid.rows if box.x <= heading.x < box.right]
        assert any(0 <= box.y - heading.bottom < 8 for box in under)
        assert not any(box.meets(heading) for box in under)


@pytest.mark.parametrize("wall", [NEAR, Wall((1024, 768)), Wall((1080, 1920))], ids=str)
def test_one_click_on_it_does_it(wall: Wall) -> None:
    look = see(card_state(), wall)
    for name, wanted in (("Undo", Undo()), ("Black wall", Do(Hold(Held.BLACK)))):
        desk = context_menu(scenes.make(look.game), look, wall.width * 0.3, wall.height * 0.5)
        spot = next(spot for spot in desk.hotspots(look) if spot.name == name)
        assert desk.on_pointer(Pointer("down", spot.box.cx, spot.box.cy), look) == wanted


def test_its_keys_are_the_desks_and_next_is_the_games() -> None:
    look = see(card_state())
    desk = context_menu(scenes.make(look.game), look, 600, 500)
    assert desk.on_press(press("z"), look) == Undo()
    for name in ("right", "left", "space", "page down"):
        assert desk.on_press(press(name), look) is None  # it has one page: → goes on
    assert desk.on_press(press(key_of("history")), look) == Stay()
    assert isinstance(desk.page, HistoryPage)


def test_a_team_and_the_clock_have_little_sheets_of_their_own() -> None:
    look = see(card_state())
    wall = NEAR
    for thing in (Under(What.CLOCK), Under(What.TEAM, look.game.teams[0].id)):
        desk = DeskScreen(ContextPage(thing, 200, 200))
        sheet = desk.page.sheet(desk.near(look), look)
        assert sheet.w < wall.width / 3
        assert sheet.h < wall.height * 0.6
        assert desk.page.rows(look)[-1].text == "The whole desk…"


def test_a_covered_wall_offers_what_uncovers_it_and_nothing_of_the_card() -> None:
    look = see(play(card_state(), Hold(Held.BLACK)))
    there = {
        row.control for row in context_menu(scenes.make(look.game), look, 9, 9).page.rows(look)
    }
    assert {"undo", "release", "eyes", "white"} <= there
    assert not {"skip", "set-answer", "pause-clock", "adjust"} & there


def test_upcoming_cards_are_not_named_on_it() -> None:
    """The room reads it, too."""
    state = ready()
    card = state.content.cards[5]
    look = see(play(state, PutNext(card.id)))
    assert isinstance(look.game.stage, Ready)
    rows = context_menu(scenes.make(look.game), look, 900, 300).page.rows(look)
    assert any(row.control == "put-none" for row in rows)
    assert not any(card.title in (row.text + row.value) for row in rows)


def test_in_the_lobby_it_is_small() -> None:
    look = see(lobby())
    desk = context_menu(scenes.make(look.game), look, 900, 300)
    sheet = desk.page.sheet(desk.near(look), look)
    assert sheet.w * sheet.h < NEAR.width * NEAR.height * 0.4
