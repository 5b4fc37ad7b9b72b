"""Walls around a session, as somebody with an eye for it sees them: sizes alike, nothing over
anything, and buttons that keep their words together."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from game.app.tourdesk import TourDesk
from game.i18n import _
from game.screens import parts
from game.screens.desk import DeskScreen
from game.screens.desk.controls import NO_VALUE, controls_now, row_of
from game.screens.desk.houserules import RulesPage
from game.screens.desk.page import Page
from game.screens.desk.plan import PlanPage
from game.screens.game import GameScreen
from game.screens.kit.strip import strip_box
from game.screens.kit.text import fit_label
from game.screens.kit.wall import SEATS, Box, Canvas, Wall
from game.screens.menu import MenuScreen, setting_items
from game.screens.rehearsal import RehearsalScreen
from game.screens.road_scene import RAYS, start_scene
from game.screens.scenes.boardview import strip_style
from game.screens.scenes.notice import draw_notice
from game.screens.screen import Look, Quit, Screen, Stay
from game.screens.setup.overview import short_line, way_line
from game.screens.start import StartScreen
from tests.screens.cardtable import OPEN, judging
from tests.screens.inside import ready
from tests.screens.outside import (
    OLD,
    TOTEM,
    WALLS,
    WIDE,
    draw,
    library,
    look_at,
    speak,
)
from tests.screens.placed import place
from tests.screens.settingup import fresh

FAR = SEATS[-1]
EVERY = [Wall(size, seat=seat) for size in (OLD, WIDE, TOTEM) for seat in SEATS]


class Words(Screen):
    """One button, or a notice, and nothing else."""

    def __init__(self, does: Any) -> None:
        self._does = does

    def paint(self, canvas: Canvas, look: Look) -> None:
        self._does(canvas)


@pytest.mark.parametrize("wall", EVERY)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_no_words_of_the_start_screen_run_over_the_bell(
    wall: Wall, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    middle, foot, size = start_scene(wall).bell
    rays = Box(middle - size / 2, foot - size * RAYS, size, size * RAYS)
    found = place(StartScreen(TourDesk(library())), look_at(wall), monkeypatch)
    assert [line.words for line in found.lines if line.box.meets(rays)] == []


@pytest.mark.parametrize("wall", [wall for wall in EVERY if wall.is_far or wall.kind != "wide"])
@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_cards_of_a_new_session_have_titles_of_one_size_and_both_ways_lines_of_one(
    wall: Wall, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    screen = fresh()
    found = place(screen, look_at(wall), monkeypatch)
    said = {" ".join(one.lines): one.px for one in found.texts}
    titles = [_("Decks"), _("Time and room"), _("House rules"), "4 teams"]
    assert len({said[title] for title in titles}) == 1
    plans = screen.draft.plans().values()
    long, short = ([say(plan) for plan in plans] for say in (way_line, short_line))
    shown = [words for words in (*long, *short) if words in said]
    assert shown in (long, short), "one is not told at length where the other is not"
    assert len({said[words] for words in shown}) == 1


@pytest.mark.parametrize("wall", EVERY)
def test_what_the_menu_offers_is_in_one_size_and_two_answers_fill_its_width(
    wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak("nl")
    screen, look = MenuScreen(), look_at(wall)
    values = {item.value for item in setting_items(look.settings)}
    known = values | {item.label for item in setting_items(look.settings)} | {"Menu"}
    found = draw(screen, look, monkeypatch)
    assert len({t.px for t in found.texts if " ".join(t.lines) not in known}) == 1
    assert len({t.px for t in found.texts if " ".join(t.lines) in values}) <= 1
    screen._ask(Quit())
    sheet, placed = screen.layout(look)
    assert max(box.right for _item, box in placed) == pytest.approx(sheet.right - 52)


def test_a_button_keeps_its_words_on_one_line_before_it_shows_an_arrow(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wall = Wall(OLD, seat=FAR)
    for words, w in (("Sla over", 440.0), ("Team voor team", 560.0), ("Laat maar", 400.0)):
        button = parts.primary_button(Box(40, 40, w, 180), words, Stay(), large=False)
        found = draw(Words(button.draw), look_at(wall), monkeypatch)
        assert [t.lines for t in found.texts] == [(words,)]


def test_a_long_notice_is_read_from_beside_the_wall(monkeypatch: pytest.MonkeyPatch) -> None:
    told = "The folder cannot be written, so nothing is kept: free some room on the disk. " * 3
    for wall in EVERY:
        look = look_at(wall)
        found = place(Words(lambda canvas: draw_notice(canvas, told.strip())), look, monkeypatch)
        assert found.smaller_than(wall.S * 0.78) == []
        assert found.cut() == found.off(wall.box, 8) == []


@pytest.mark.parametrize("wall", EVERY)
@pytest.mark.parametrize("teams", [2, 4, 8])
def test_the_desk_leaves_the_teams_in_sight(wall: Wall, teams: int) -> None:
    speak("nl")
    board, card = ready(teams), judging(OPEN, teams=teams)
    for state, style in ((board, strip_style(wall)), (card, "slim")):
        look = look_at(wall, state, version=1)
        for first in (None, RulesPage()):
            desk = DeskScreen(first)
            sheet = desk.page.sheet(desk.near(look), look)
            top = strip_box(wall, teams, style).y
            assert sheet.bottom <= max(top, 440), type(desk.page)


def test_a_control_that_says_what_comes_does_not_say_how_it_is() -> None:
    speak("en")
    look = look_at(WALLS[0], ready(), version=1)
    found = {control.id: control for control in controls_now(look)}
    assert found["timers-off"].value, "else there is nothing to leave out"
    assert "timers-off" in NO_VALUE
    for row in (row_of(Page(), found["timers-off"], look), *PlanPage().rows(look)):
        assert row.value == "" or row.text != found["timers-off"].label
    assert row_of(Page(), found["scores"], look).value != ""


@pytest.mark.parametrize("wall", EVERY)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_is_left_to_see_to_keeps_clear_of_its_sheets_edge(
    wall: Wall, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    screen = RehearsalScreen(TourDesk(library()))
    screen.at = len(screen.steps)
    look = look_at(wall)
    found = place(screen, look, monkeypatch)
    told = [line for line in found.lines if line.words.endswith(".")]
    foot = min(spot.box.y for spot in screen.hotspots(look) if spot.box.y > wall.height / 2)
    assert told
    assert max(line.box.bottom for line in told) <= foot - 24 - 22


def test_a_session_with_a_long_name_wears_it_in_two_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    from game.app.tourdesk import old_sessions
    from game.screens.archive import Archive
    from game.screens.sessions import SessionsScreen

    speak("nl")
    for wall in (Wall(OLD), Wall(WIDE, seat=FAR), Wall(TOTEM)):
        screen = SessionsScreen(Archive(TourDesk(library(), old_sessions(library()))))
        found = place(screen, look_at(wall), monkeypatch)
        name = next(t for t in found.texts if t.lines[0].startswith("Service desk"))
        assert len(name.lines) == 2
        assert name.size >= fit_label(wall, "Kick-off", 1e4, 1e4, size=wall.S).size * 0.99


def test_the_words_of_a_previews_buttons_are_of_one_size(monkeypatch: pytest.MonkeyPatch) -> None:
    from game.screens.preview.band import Button, button_parts
    from game.screens.preview.frame import SMALL, frame_of

    said = ("Zoeken", "Nederlands", "Daglicht", "Laatste rij 6", "4 teams", "Alleen de muur")
    words = [Button(text, Stay()) for text in said]
    for wall in (Wall(OLD), Wall(WIDE), Wall(TOTEM)):
        walk = [Button(name, Stay(), f"icon-{name}") for name in ("back", "next", "up", "down")]
        row = button_parts(wall, frame_of(wall), walk, words)
        found = draw(Words(partial(parts.paint_parts, parts=row)), look_at(wall), monkeypatch)
        if wall.kind != "tall":
            assert found.smaller_than(SMALL) == []
        boxes = [part.spot.box for part in row if part.spot is not None]
        assert boxes[-1].right == pytest.approx(frame_of(wall).buttons.right)


def test_on_a_totem_that_plans_are_missing_is_told_at_the_foot(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from game.app.tourdebrief import debriefing

    speak("nl")
    names = ("Oranje", "Hemelbestormers", "Groen", "De gele paraplu’s")
    asked = next(one for one in debriefing("nl", names) if one[0] == "commit-asked")
    _name, screen, state = asked
    # For a far last row the heading alone tells how many.
    told = draw(screen or GameScreen(), look_at(Wall(TOTEM), state, version=1), monkeypatch).words
    words = told.replace("\n", " ").casefold()
    assert "nog geen compleet plan" in words
    assert "nog eens verder: toch door" in words
