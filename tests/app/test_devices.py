"""Whose bell a button is, while devices come and go."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app.devices import Turn, place_of, seats_of, turn_sentence
from game.rules.actions import AddTeam, RemoveTeam
from game.screens.ringers import team_in
from tests.app.sockets import Ports
from tests.screens.inside import lobby, play, ready


@pytest.mark.parametrize(
    ("name", "buttons", "seats"),
    [
        ("Xbox Series X Controller", 11, 1),
        ("Generic USB Joystick Encoder", 12, 8),
        ("DragonRise Inc. Generic USB", 5, 5),
        ("Logitech Buzz(tm) Controller V1", 20, 4),
        ("Arcade", 0, 1),
    ],
)
def test_how_many_teams_a_device_serves(name: str, buttons: int, seats: int) -> None:
    assert seats_of(name, buttons) == seats


def test_any_button_of_a_gamepad_is_its_one_team() -> None:
    assert {place_of("Wireless Controller", 13, str(b)) for b in range(13)} == {0}


def test_each_button_of_a_box_is_a_team() -> None:
    assert [place_of("Zero Delay Encoder", 12, str(b)) for b in range(8)] == list(range(8))


def test_only_the_large_button_of_a_quiz_handset_rings() -> None:
    places = [place_of("Namtai Buzz", 20, str(b)) for b in range(20)]
    assert places[::5] == [0, 1, 2, 3]
    assert all(place is None for i, place in enumerate(places) if i % 5)


# -- devices that come and go


@pytest.fixture
def ports(monkeypatch: pytest.MonkeyPatch) -> Ports:
    return Ports(monkeypatch)


def test_newcomers_take_free_places(ports: Ports) -> None:
    pad, turn = ports.plug("Gamepad")
    assert turn == Turn("new", (0,))
    box, turn = ports.plug("Zero Delay Encoder", 3)
    assert turn == Turn("new", (1, 2, 3))
    assert [ports.seat(pad, 5), ports.seat(box, 2)] == [0, 3]
    assert ports.buzzers.names() == [("Gamepad", (0,)), ("Zero Delay Encoder", (1, 2, 3))]
    assert ports.buzzers.take(pygame.Event(pygame.KEYDOWN)) == (False, None)


def test_who_comes_back_has_its_team_again(ports: Ports) -> None:
    first, _turn = ports.plug("Gamepad", guid="a")
    second, _turn = ports.plug("Gamepad", guid="a")
    assert ports.pull(first) == Turn("gone", (0,))
    assert ports.rang(first, 0) is None
    again, turn = ports.plug("Gamepad", guid="a")
    assert turn == Turn("back", (0,))
    assert [ports.seat(again), ports.seat(second)] == [0, 1]


def test_another_device_takes_the_place_of_one_that_broke(ports: Ports) -> None:
    ports.plug("Gamepad", guid="a")
    broken, _turn = ports.plug("Gamepad", guid="b")
    ports.plug("Gamepad", guid="c")
    ports.pull(broken)
    spare, turn = ports.plug("Wheel", guid="d")
    assert turn == Turn("new", (1,))
    mended, turn = ports.plug("Gamepad", guid="b")
    assert turn == Turn("back", (1,))
    assert ports.seat(spare) == ports.seat(mended) == 1
    # As long as one of the two rings, nobody has to be told.
    assert ports.pull(spare) == Turn("gone", ())


def test_what_was_rung_for_a_team_is_its_own_tomorrow(ports: Ports) -> None:
    ports.buzzers.assign((("pad:a#0:3", 4), ("pad:a#0:5", 2)))
    box, turn = ports.plug("Zero Delay Encoder", 12, "a")
    assert turn == Turn("new", (2, 4))
    assert [ports.seat(box, button) for button in (3, 5, 0)] == [4, 2, None]
    free, turn = ports.plug("Gamepad", guid="b")
    assert turn == Turn("new", (0,))
    assert ports.seat(free, 7) == 0
    ports.buzzers.assign(())
    assert ports.seat(box, 3) == 3


def test_any_button_of_a_gamepad_that_was_rung_with_is_its_teams(ports: Ports) -> None:
    ports.buzzers.assign((("pad:a#0:3", 4),))
    pad, _turn = ports.plug("Wireless Controller", 12, "a")
    assert {ports.seat(pad, button) for button in range(12)} == {4}
    ports.buzzers.assign((("pad:a#0:3", 4), ("pad:a#0:4", 5)))
    assert [ports.seat(pad, button) for button in (3, 4, 5)] == [4, 5, None]


def test_two_alike_are_told_apart(ports: Ports) -> None:
    one, _turn = ports.plug("USB Button", 1, "a")
    two, _turn = ports.plug("USB Button", 1, "a")
    names = [rang.button for d in (one, two) if (rang := ports.rang(d, 0))]
    assert names == ["pad:a#0:0", "pad:a#1:0"]
    ports.buzzers.assign((("pad:a#1:0", 0), ("pad:a#0:0", 1)))
    assert [ports.seat(one), ports.seat(two)] == [1, 0]


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=20))
@settings(max_examples=30)
def test_comings_and_goings_leave_everybody_their_own(turns: list[tuple[int, bool]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        ports = Ports(patch)
        inside: dict[int, int] = {}
        first: dict[int, int | None] = {}
        for device, comes in turns:
            if comes and device not in inside:
                inside[device], _turn = ports.plug("Gamepad", guid=str(device))
                first.setdefault(device, ports.seat(inside[device]))
                assert ports.seat(inside[device]) == first[device]
            elif not comes and device in inside:
                ports.pull(inside.pop(device))
        assert len(ports.buzzers.names()) == len(inside)


def test_what_is_told_of_a_device_that_comes_or_goes() -> None:
    state = lobby(3, names=("Orange", "Sky", "Blue", *"CDEFG"))
    assert turn_sentence(Turn("gone", (2,)), state) == "Blue’s buzzer is gone; Blue rings with 3."
    assert turn_sentence(Turn("gone", (0, 1, 7)), state) == (
        "A box of buzzers is gone; these keys ring: Orange with 1, Sky with 2."
    )
    assert turn_sentence(Turn("back", (2,)), state) == "The buzzer of Blue is back."
    assert turn_sentence(Turn("new", (0, 1)), state) == "A new buzzer rings for Orange, Sky."
    assert turn_sentence(Turn("gone", (5,)), state) == ""


def test_a_bell_stays_its_teams_when_another_team_leaves() -> None:
    state = play(ready(4), RemoveTeam(1))
    assert [team_in(state, seat) for seat in range(5)] == [0, None, 2, 3, None]
    told = turn_sentence(Turn("gone", (3,)), state)
    assert told == "Yellow’s buzzer is gone; Yellow rings with 3."
    late = play(lobby(2), AddTeam("Late", "green"))
    assert team_in(late, 2) == 2
