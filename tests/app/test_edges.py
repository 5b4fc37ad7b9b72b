"""D-pads, sticks and triggers that ring: once for each push, for whom they were given to."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.app.devices import Turn
from game.app.edges import OFF, ON
from game.screens.ringers import button_text
from tests.app.sockets import Ports


@pytest.fixture
def ports(monkeypatch: pytest.MonkeyPatch) -> Ports:
    return Ports(monkeypatch)


def test_a_d_pad_rings_each_time_it_is_pushed_and_not_when_it_is_let_go(ports: Ports) -> None:
    pad, _turn = ports.plug("Gamepad", guid="a")
    pushed = [ports.hat(pad, *way) for way in ((0, 1), (0, 0), (1, 0), (1, 1), (1, 0), (0, 0))]
    assert [rang and rang.button for rang in pushed] == [
        "pad:a#0:h0u", None, "pad:a#0:h0r", "pad:a#0:h0u", None, None
    ]  # fmt: skip
    assert {rang.seat for rang in pushed if rang} == {0}


def test_each_way_of_a_d_pad_can_be_another_teams(ports: Ports) -> None:
    ports.buzzers.assign((("pad:a#0:h0l", 2), ("pad:a#0:h0u", 5)))
    pad, turn = ports.plug("Four Buttons", 0, "a")
    assert turn == Turn("new", (2, 5))
    left, up = ports.hat(pad, -1, 0), ports.hat(pad, 0, 1)
    assert left is not None
    assert up is not None
    assert (left.seat, up.seat) == (2, 5)
    ports.hat(pad, 0, 0)
    both = ports.hat(pad, 1, 1)  # right is nobody's: up counts
    assert both is not None
    assert both.seat == 5


def test_a_held_or_trembling_axis_rings_once(ports: Ports) -> None:
    pad, _turn = ports.plug("Buzzer on a stick", 0, "a")
    jitter = [ON + (0.04 if i % 2 else -0.04) for i in range(50)]
    assert ports.axis(pad, 1, 0.0, 0.2, *jitter, 1.0, 1.0, *jitter) == ["a1+"]
    # Let go half-way it is not ready again; all the way it is.
    assert ports.axis(pad, 1, OFF + 0.05, 1.0) == []
    assert ports.axis(pad, 1, OFF - 0.05, 1.0) == ["a1+"]
    assert ports.axis(pad, 1, 0.0, -1.0, 0.0) == ["a1-"]


def test_a_drifting_axis_rings_once_at_most(ports: Ports) -> None:
    pad, _turn = ports.plug("Buzzer on a stick", 0, "a")
    drift = [0.004 * i for i in range(250)]
    assert ports.axis(pad, 0, *drift) == ["a0+"]
    slack = [OFF - 0.1 + 0.1 * (i % 2) for i in range(100)]
    assert ports.axis(pad, 3, 0.0, *slack) == []


def test_a_trigger_rings_when_it_is_pulled_and_not_when_it_is_let_go(ports: Ports) -> None:
    ports.buzzers.assign((("pad:a#0:a2+", 1),))
    pad, _turn = ports.plug("Wireless Controller", 12, "a")
    pull = (-1.0, -0.6, -0.1, 0.4, 1.0, 0.3, -0.4, -0.9, -1.0)
    assert ports.axis(pad, 2, *pull, *pull[1:]) == ["a2+", "a2+"]


def test_sticks_of_a_gamepad_ring_for_nobody_until_they_are_given(ports: Ports) -> None:
    """A pad that lies on a table, or in a lap, must not ring by itself."""
    pad, _turn = ports.plug("Wireless Controller", 12, "a")
    push = pygame.Event(pygame.JOYAXISMOTION, instance_id=pad, axis=0, value=1.0)
    rest = pygame.Event(pygame.JOYAXISMOTION, instance_id=pad, axis=0, value=0.0)
    assert ports.buzzers.rang(rest) is None
    rang = ports.buzzers.rang(push)
    assert rang is not None
    assert rang.seat is None
    ports.buzzers.assign((("pad:a#0:a0+", 3),))
    ports.buzzers.rang(rest)
    rang = ports.buzzers.rang(push)
    assert rang is not None
    assert rang.seat == 3
    assert ports.seat(pad, 5) == 3  # and its buttons are that team's, too


def test_a_device_of_axes_alone_takes_a_place_and_comes_back_to_it(ports: Ports) -> None:
    ports.plug("Gamepad", guid="x")
    pad, turn = ports.plug("Pedal", 0, "p")
    assert turn == Turn("new", (1,))
    assert ports.axis(pad, 0, 0.0, 1.0) == ["a0+"]
    ports.buzzers.assign((("pad:p#0:a0+", 6),))
    assert ports.pull(pad) == Turn("gone", (6,))
    again, turn = ports.plug("Pedal", 0, "p")
    assert turn == Turn("back", (6,))
    # It was held down when its plug came out: it is a new device, and starts from rest.
    assert ports.axis(again, 0, 0.0, 1.0) == ["a0+"]
    assert ports.axis(pad, 0, 0.0, 1.0) == []


def test_the_d_pad_of_a_box_is_no_button_of_it(ports: Ports) -> None:
    box, _turn = ports.plug("Zero Delay Encoder", 4)
    rang = ports.hat(box, 0, 1)
    assert rang is not None
    assert rang.seat is None


@given(st.lists(st.floats(-1, 1), max_size=60))
def test_between_two_rings_of_an_axis_it_was_let_go(values: list[float]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        ports = Ports(patch)
        pad, _turn = ports.plug("Pedal", 0)
        assert ports.axis(pad, 0, 0.0) == []
        ready = {"+": True, "-": True}
        for value in values:
            rung = ports.axis(pad, 0, value)
            for sign, way in (("+", 1), ("-", -1)):
                wanted = value * way >= ON and ready[sign]
                assert (f"a0{sign}" in rung) is wanted
                ready[sign] = value * way <= OFF or (ready[sign] and not wanted)


@pytest.mark.parametrize(
    ("control", "told"),
    [("3", "button 4"), ("h0u", "d-pad up"), ("h1l", "d-pad left"), ("a1+", "axis 2 +"),
     ("a0-", "axis 1 −"), ("zz", "button zz")],
)  # fmt: skip
def test_what_rings_is_told(control: str, told: str) -> None:
    assert button_text(f"pad:03000000ab#0:{control}", "Pedal") == f"Pedal, {told}"
