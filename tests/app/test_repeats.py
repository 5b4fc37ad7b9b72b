"""Keys that are held repeat; keys that came up while the window was busy do not."""

from __future__ import annotations

import pygame

from game.app.repeats import Repeats


def down(key: int = pygame.K_RETURN) -> pygame.Event:
    return pygame.Event(pygame.KEYDOWN, key=key)


def up(key: int = pygame.K_RETURN) -> pygame.Event:
    return pygame.Event(pygame.KEYUP, key=key)


def test_enter_pressed_once_during_a_long_frame_is_one_enter() -> None:
    repeats = Repeats()
    assert repeats.real([down()]) == [down()]
    # The frame takes half a second; the key was up long before it ended.
    assert repeats.real([down(), down(), up()]) == [up()]
    assert repeats.real([down(), up(), down()]) == [down(), up(), down()]


def test_a_key_that_is_held_repeats() -> None:
    repeats = Repeats()
    for _frame in range(3):
        assert repeats.real([down(pygame.K_BACKSPACE)]) == [down(pygame.K_BACKSPACE)]
    assert repeats.real([down(pygame.K_a), up(pygame.K_BACKSPACE)]) != []


def test_a_key_that_came_up_elsewhere_is_heard_again() -> None:
    repeats = Repeats()
    repeats.real([down(), pygame.Event(pygame.WINDOWFOCUSLOST)])
    assert repeats.real([down(), up()]) == [down(), up()]
