"""Keys that are held repeat; keys that came up while the window was busy do not."""

from __future__ import annotations

import pygame

from game.app.repeats import Repeats


def down(key: int = pygame.K_RETURN) -> pygame.Event:
    return pygame.Event(pygame.KEYDOWN, key=key)


def up(key: int = pygame.K_RETURN) -> pygame.Event:
    return pygame.Event(pygame.KEYUP, key=key)


def test_enter_pressed_once_during_a_long_frame_is_one_enter() -> None:
    repeats = Repeats(lambda: True)
    assert repeats.real([down()]) == [down()]
    # The frame takes half a second; the key was up long before it ended.
    assert repeats.real([down(), down(), up()]) == [up()]
    assert repeats.real([down(), up(), down()]) == [down(), up(), down()]


def test_a_key_that_is_held_repeats() -> None:
    repeats = Repeats(lambda: True)
    for _frame in range(3):
        assert repeats.real([down(pygame.K_BACKSPACE)]) == [down(pygame.K_BACKSPACE)]
    assert repeats.real([down(pygame.K_a), up(pygame.K_BACKSPACE)]) != []


def test_a_key_that_came_up_elsewhere_is_heard_again() -> None:
    repeats = Repeats(lambda: True)
    repeats.real([down(), pygame.Event(pygame.WINDOWFOCUSLOST)])
    assert repeats.real([down(), up()]) == [down(), up()]


def test_a_key_that_nobody_saw_come_up_is_heard_while_nobody_types() -> None:
    typing = False
    repeats = Repeats(lambda: typing)
    assert repeats.real([down()]) == [down()]
    # It came up where nobody looked; then it is pressed, quickly.
    assert repeats.real([down(), up()]) == [down(), up()]
    typing = True
    assert repeats.real([down()]) == [down()]
    typing = False  # that Enter kept the field; what repeats of it arrives now still is none
    assert repeats.real([down(), up()]) == [up()]
