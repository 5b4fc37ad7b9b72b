"""The desk's forms with eight teams: all that can be chosen stands on the sheet, on every wall."""

from __future__ import annotations

import pytest

from game.rules.actions import EditTeam
from game.rules.state import State
from game.screens.desk import DeskScreen
from game.screens.desk.controls import controls_now
from game.screens.desk.form import FormPage
from game.screens.inputs import Typed
from game.screens.kit.wall import SEATS, Wall
from game.screens.screen import Do
from tests.screens.cardtable import BELL_QUIZ, DILEMMA, on_card
from tests.screens.inside import ready
from tests.screens.outside import LAPTOP, OLD, TOTEM, WIDE, check_places, look_at, press, speak
from tests.screens.placed import place

STATES = ("board", DILEMMA, BELL_QUIZ)
SMALLEST = 0.8
"""Of a label's size: the few titles that have two lines beside the cross."""


def state_of(name: str, language: str) -> State:
    make = ready if name == "board" else lambda teams, **more: on_card(name, teams, **more)
    return make(8, language=language)


@pytest.mark.parametrize("name", STATES)
@pytest.mark.parametrize(
    # Dutch is the longer one; English is looked at where there is least room.
    ("wall", "language"),
    [
        *(
            (Wall(size, seat=seat), "nl")
            for size in (OLD, LAPTOP, WIDE, TOTEM)
            for seat in SEATS[::2]
        ),
        (Wall(OLD, seat=SEATS[-1]), "en"),
    ],
)
def test_every_form_keeps_to_its_sheet(
    wall: Wall, name: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language)
    look = look_at(wall, state_of(name, language), version=1, can_undo=2)
    searched = ("put-next",)  # has a page of its own: see `does_of`
    forms = [one for one in controls_now(look) if one.fields and one.id not in searched]
    assert len(forms) > 5
    for control in forms:
        for active in range(len(FormPage(control).fields)):
            page = FormPage(control)
            page.active = active
            desk = DeskScreen(page)
            sheet = page.sheet(desk.near(look), look)
            assert sheet.y >= 0, control.id
            assert sheet.bottom <= wall.height, control.id
            for spot in desk.hotspots(look):
                assert spot.box.bottom <= sheet.bottom - 8, (control.id, active, spot.name)
            check_places(desk, look, 56)
            found = place(desk, look, monkeypatch)
            assert found.smaller_than(Wall(wall.size).S * SMALLEST) == [], control.id
            assert found.over() == [], control.id


def test_with_eight_teams_no_colour_is_asked_for_and_a_name_can_be_changed() -> None:
    speak("en")
    look = look_at(Wall(WIDE), state_of("board", "en"), version=1)
    control = next(one for one in controls_now(look) if one.id == "edit-team")
    assert any(field.kind == "colour" and not field.choices for field in control.fields)
    page = FormPage(control)
    desk = DeskScreen(page)
    assert [field.kind for field in page.fields] == ["team", "text"]
    for _field in (*page.fields, *page.fields):
        desk.on_press(press("tab"), look)
        assert desk.hotspots(look)
    team = look.game.teams[2]
    page.active = 0
    page._choose(str(team.id), look)
    page.texts["name"].type(Typed("Late arrivals"))
    done = page.done(look)
    assert done == Do(EditTeam(team.id, "Late arrivals", team.colour))
