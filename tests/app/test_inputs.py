"""What pygame's events mean."""

from __future__ import annotations

import pygame
import pytest

from game.screens.inputs import Pointer, Press, Rang, Typed, read


def key(code: int, scancode: int = 0, mod: int = 0, unicode: str = "") -> pygame.Event:
    return pygame.Event(pygame.KEYDOWN, key=code, scancode=scancode, mod=mod, unicode=unicode)


def given(event: pygame.Event) -> object:
    def ring(event: pygame.Event) -> Rang | None:
        pushed = event.type != pygame.JOYBUTTONDOWN or event.button == 3
        return Rang(4) if event.instance_id == 7 and pushed else None

    return read(event, 2.0, (1920, 1080), ring)


def test_digits_are_read_by_their_place() -> None:
    french = key(pygame.K_AMPERSAND, pygame.KSCAN_1, unicode="&")
    press = given(french)
    assert isinstance(press, Press)
    assert (press.digit, press.team, press.bell) == (1, 0, 0)


def test_nine_and_zero_are_no_teams() -> None:
    for scancode in (pygame.KSCAN_9, pygame.KSCAN_0):
        press = given(key(0, scancode))
        assert isinstance(press, Press)
        assert press.team is None
        assert press.digit is not None


@pytest.mark.parametrize(("letter", "seat"), list(zip("qrtyuiol", range(8), strict=True)))
def test_second_bells(letter: str, seat: int) -> None:
    press = given(key(ord(letter), unicode=letter))
    assert isinstance(press, Press)
    assert press.bell == seat


def test_a_question_mark_wherever_it_lies() -> None:
    press = given(key(pygame.K_COMMA, pygame.KSCAN_M, pygame.KMOD_SHIFT, "?"))
    assert isinstance(press, Press)
    assert press.name == "?"


def test_a_letter_with_control_is_no_option() -> None:
    press = given(key(pygame.K_a, mod=pygame.KMOD_CTRL))
    assert isinstance(press, Press)
    assert press.option is None
    assert press.ctrl


def test_cmd_of_a_mac_is_ctrl() -> None:
    for side in (pygame.KMOD_LMETA, pygame.KMOD_RMETA):
        press = given(key(pygame.K_z, mod=side))
        assert isinstance(press, Press)
        assert (press.name, press.ctrl, press.alt) == ("z", True, False)


def test_altgr_of_windows_is_both_ctrl_and_alt() -> None:
    press = given(key(pygame.K_e, mod=pygame.KMOD_LCTRL | pygame.KMOD_RALT))
    assert isinstance(press, Press)
    assert (press.ctrl, press.alt, press.plain) == (True, True, False)
    assert (press.option, press.bell) == (None, None)


def test_the_mouse_in_units() -> None:
    event = pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(200, 100), button=1, touch=False)
    assert given(event) == Pointer("down", 100, 50, 1)


def test_a_finger_is_told_once() -> None:
    mouse = pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(960, 540), button=1, touch=True)
    finger = pygame.Event(pygame.FINGERDOWN, x=0.5, y=0.5, finger_id=7)
    assert given(mouse) is None
    told = given(finger)
    assert told == Pointer("down", 480, 270, touch=True)
    assert isinstance(told, Pointer)
    assert told.finger == 7


def test_a_buzzer_is_its_teams_and_an_unknown_button_nobodys() -> None:
    assert given(pygame.Event(pygame.JOYBUTTONDOWN, instance_id=7, button=3)) == Rang(4)
    assert given(pygame.Event(pygame.JOYBUTTONDOWN, instance_id=7, button=2)) is None


def test_what_a_d_pad_or_a_stick_tells_may_be_a_ring() -> None:
    hat = pygame.Event(pygame.JOYHATMOTION, instance_id=7, hat=0, value=(0, 1))
    axis = pygame.Event(pygame.JOYAXISMOTION, instance_id=7, axis=1, value=1.0)
    assert given(hat) == given(axis) == Rang(4)
    assert given(pygame.Event(pygame.JOYBUTTONUP, instance_id=7, button=3)) is None


def test_text() -> None:
    assert given(pygame.Event(pygame.TEXTINPUT, text="é")) == Typed("é")


def test_what_means_nothing_is_nothing() -> None:
    assert given(pygame.Event(pygame.MOUSEBUTTONUP, pos=(0, 0), button=5, touch=False)) is None
    assert given(pygame.Event(pygame.WINDOWMOVED)) is None
