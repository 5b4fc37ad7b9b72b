"""Teams at set-up: they come and go, and names are typed."""

from __future__ import annotations

import pytest

from game.rules.state import COLOURS
from game.screens.inputs import Composing, Pointer, Press, Typed
from game.screens.screen import Stay
from tests.screens.outside import activate, draw, press, speak, spot
from tests.screens.settingup import LOOK, begun, fresh, name


def test_teams_come_and_go_between_two_and_eight() -> None:
    screen = fresh()
    for _ in range(4):
        activate(screen, LOOK, "Teams +")
    assert [seat.colour for seat in screen.draft.seats] == list(COLOURS)
    assert all(spot.name != "Teams +" for spot in screen.hotspots(LOOK))
    for _ in range(6):
        activate(screen, LOOK, "Teams −")
    assert len(screen.draft.seats) == 2
    assert all(spot.name != "Teams −" for spot in screen.hotspots(LOOK))


def test_a_tap_on_the_shape_takes_the_next_free_one() -> None:
    screen = fresh()
    seen = []
    for _ in range(5):
        activate(screen, LOOK, f"Colour of {screen.draft.seats[1].name}")
        seen.append(screen.draft.seats[1].colour)
        assert len({seat.colour for seat in screen.draft.seats}) == 4
    assert seen == [*COLOURS[4:], "sky"]


def test_a_team_is_called_after_its_colour_until_it_is_named() -> None:
    screen = fresh()
    screen.next_colour(0)
    assert screen.draft.seats[0].name == "Blue"
    name(screen, 0, "Sales")
    screen.next_colour(0)
    assert (screen.draft.seats[0].name, screen.draft.seats[0].colour) == ("Sales", "rust")


def test_names_after_colours_follow_the_language() -> None:
    screen = fresh()
    name(screen, 1, "Sales")
    speak("nl")
    assert [seat.name for seat in screen.draft.seats] == ["Oranje", "Sales", "Groen", "Geel"]


def test_a_new_team_takes_a_name_nobody_bears() -> None:
    screen = fresh()
    name(screen, 0, "Blue")
    screen.add_team()
    assert screen.draft.seats[-1].colour == "rust"
    assert not screen.draft.trouble


@pytest.mark.parametrize("text", ["Sky", "  sKy  "])
def test_two_teams_of_one_name_cannot_begin(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = fresh()
    name(screen, 2, text)
    words = draw(screen, LOOK, monkeypatch).words
    assert "Name is taken." in words
    assert f"Two teams are called '{text.strip()}'." in words
    assert "Begin" not in words
    assert screen.on_next(LOOK) == Stay()
    assert screen.names.place == 2
    screen.on_typed(Typed("Sea"), LOOK)
    screen.on_press(press("return"), LOOK)
    screen.on_press(press("escape"), LOOK)
    assert begun(screen).teams[2] == ("Sea", "green")


def test_the_fault_is_said_while_it_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = fresh()
    screen.on_press(press("1"), LOOK)
    screen.on_typed(Typed("Sk"), LOOK)
    assert "Name is taken." not in draw(screen, LOOK, monkeypatch).words
    screen.on_typed(Typed("y"), LOOK)
    assert draw(screen, LOOK, monkeypatch).words.count("Name is taken.") == 1


def test_a_name_that_is_wiped_out_is_the_colours_again() -> None:
    screen = fresh()
    name(screen, 0, "Sales")
    name(screen, 0, "   ")
    assert begun(screen).teams[0] == ("Orange", "orange")


def test_a_name_has_forty_characters_at_most() -> None:
    screen = fresh()
    name(screen, 0, "x" * 100)
    assert begun(screen).teams[0][0] == "x" * 40


# -- typing
def test_typing_begins_with_all_of_the_name_selected() -> None:
    screen = fresh()
    activate(screen, LOOK, "Green")
    assert screen.typing
    screen.on_typed(Typed("Sales"), LOOK)
    assert screen.draft.seats[2].name == "Sales"


def test_escape_takes_a_name_back_and_does_not_open_the_menu() -> None:
    screen = fresh()
    screen.on_press(press("1"), LOOK)
    screen.on_typed(Typed("Sales"), LOOK)
    assert screen.on_press(press("escape"), LOOK) == Stay()
    assert screen.draft.seats[0].name == "Orange"
    assert not screen.typing


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ([press("tab")], 2),
        ([press("return")], 2),
        ([press("down")], 2),
        ([press("tab", shift=True)], 0),
        ([press("tab")] * 3, None),
        ([press("tab", shift=True)] * 2, None),
        ([press("page down")], None),
    ],
)
def test_keys_go_from_name_to_name(keys: list[Press], place: int | None) -> None:
    screen = fresh()
    screen.on_press(press("2"), LOOK)
    screen.on_typed(Typed("Sales"), LOOK)
    for key in keys:
        screen.on_press(key, LOOK)
    assert screen.names.place == place
    assert screen.draft.seats[1].name == "Sales"


def test_no_shortcut_fires_while_a_name_is_typed() -> None:
    screen = fresh()
    screen.on_press(press("1"), LOOK)
    for key in ("n", "p", "3", "space", "m", "b"):
        assert screen.on_press(press(key), LOOK) == Stay()
    assert screen.names.place == 0
    assert screen.on_press(press("f11"), LOOK) is None


def test_what_an_input_method_composes_is_no_name_yet() -> None:
    screen = fresh()
    screen.on_press(press("1"), LOOK)
    screen.on_typed(Composing("に"), LOOK)
    screen.on_press(press("return"), LOOK)
    assert screen.draft.seats[0].name == "Orange"
    assert screen.names.place == 0


def test_pointing_into_the_name_moves_the_cursor_and_elsewhere_keeps_it() -> None:
    screen = fresh()
    box = spot(screen, LOOK, "Sky").box
    screen.edit(1)
    screen.on_typed(Typed("Seaside"), LOOK)
    assert screen.on_pointer(Pointer("down", box.x + 26, box.cy), LOOK) == Stay()
    screen.on_typed(Typed("The "), LOOK)
    assert screen.draft.seats[1].name == "The Seaside"
    title = Pointer("down", 400, 60)
    assert screen.on_pointer(title, LOOK) == Stay()
    assert not screen.typing
    assert screen.draft.seats[1].name == "The Seaside"


def test_pointing_at_a_control_keeps_the_name_and_works_it() -> None:
    screen = fresh()
    screen.edit(1)
    screen.on_typed(Typed("Sea"), LOOK)
    plus = spot(screen, LOOK, "Teams +").box
    screen.on_pointer(Pointer("down", plus.cx, plus.cy), LOOK)
    assert len(screen.draft.seats) == 5
    assert screen.draft.seats[1].name == "Sea"
    assert not screen.typing


def test_the_team_whose_name_is_typed_can_be_taken_away() -> None:
    screen = fresh()
    screen.edit(1)
    away = spot(screen, LOOK, "Remove Sky").box
    screen.on_pointer(Pointer("down", away.cx, away.cy), LOOK)
    assert [seat.colour for seat in screen.draft.seats] == ["orange", "green", "yellow"]
    assert not screen.typing


def test_the_session_can_have_a_name() -> None:
    screen = fresh()
    activate(screen, LOOK, "Name of the session")
    screen.on_typed(Typed(" Spring  kick-off "), LOOK)
    screen.on_press(press("return"), LOOK)
    assert not screen.typing
    assert begun(screen).name == "Spring kick-off"
