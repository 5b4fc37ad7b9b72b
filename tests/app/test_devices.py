"""Whose bell a button is."""

from __future__ import annotations

import pytest

from game.app.devices import place_of, seats_of


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
    assert {place_of("Wireless Controller", 13, b) for b in range(13)} == {0}


def test_each_button_of_a_box_is_a_team() -> None:
    assert [place_of("Zero Delay Encoder", 12, b) for b in range(8)] == list(range(8))


def test_only_the_large_button_of_a_quiz_handset_rings() -> None:
    places = [place_of("Namtai Buzz", 20, b) for b in range(20)]
    assert places[::5] == [0, 1, 2, 3]
    assert all(place is None for i, place in enumerate(places) if i % 5)
