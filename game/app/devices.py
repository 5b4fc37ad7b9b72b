"""Gamepads and USB buzzers: whose bell each button is.

A gamepad is one team's bell, whichever button is pressed. A box of buzzers (an
arcade encoder, a quiz controller) is a joystick with a button a team. Devices come and
go while playing; a seat goes to the next device that needs one.
"""

from __future__ import annotations

import pygame

SEATS = 8
QUIZ_BUTTONS = 5
"""A quiz controller's handset has one large button and four small ones."""
QUIZ_NAMES = ("buzz", "scee", "namtai")


class Buzzers:
    """The devices that are plugged in."""

    def __init__(self) -> None:
        self._sticks: dict[int, pygame.joystick.JoystickType] = {}
        self._seats: dict[int, tuple[int, ...]] = {}
        """Seats of each device, by its instance."""
        try:
            pygame.joystick.init()
        except pygame.error:
            return  # no joystick support here: keys ring the bells
        for index in range(pygame.joystick.get_count()):
            self.plug(index)

    def take(self, event: pygame.Event) -> bool:
        """A device came or went; True if the event was that."""
        if event.type == pygame.JOYDEVICEADDED:
            self.plug(event.device_index)
        elif event.type == pygame.JOYDEVICEREMOVED:
            self.unplug(event.instance_id)
        else:
            return False
        return True

    def plug(self, index: int) -> None:
        """A new device takes the first seats that are free."""
        try:
            stick = pygame.joystick.Joystick(index)
        except pygame.error:
            return
        instance = stick.get_instance_id()
        if instance in self._sticks:
            return
        self._sticks[instance] = stick
        self._seats[instance] = self._free(seats_of(stick.get_name(), stick.get_numbuttons()))

    def unplug(self, instance: int) -> None:
        """Its seats are free for the next device."""
        self._sticks.pop(instance, None)
        self._seats.pop(instance, None)

    def _free(self, wanted: int) -> tuple[int, ...]:
        taken = {seat for seats in self._seats.values() for seat in seats}
        return tuple(seat for seat in range(SEATS) if seat not in taken)[:wanted]

    def seats(self) -> dict[tuple[int, int], int]:
        """The seat of each (device, button)."""
        found: dict[tuple[int, int], int] = {}
        for instance, seats in self._seats.items():
            stick = self._sticks[instance]
            for button in range(stick.get_numbuttons()):
                place = place_of(stick.get_name(), stick.get_numbuttons(), button)
                if place is not None and place < len(seats):
                    found[instance, button] = seats[place]
        return found

    def names(self) -> list[tuple[str, tuple[int, ...]]]:
        """(name, seats) of each device, for the set-up screen."""
        return [(self._sticks[i].get_name(), seats) for i, seats in self._seats.items()]


def is_quiz(name: str) -> bool:
    """True for a controller with handsets of five buttons."""
    return any(word in name.casefold() for word in QUIZ_NAMES)


def is_box(name: str) -> bool:
    """True for a box with a button a team rather than a gamepad held in two hands."""
    words = name.casefold()
    return any(
        word in words
        for word in (
            "encoder",
            "arcade",
            "generic",
            "buzzer",
            "button",
            "keypad",
            "zero delay",
            "dragonrise",
        )
    )


def seats_of(name: str, buttons: int) -> int:
    """How many teams can ring with this device."""
    if is_quiz(name):
        return max(1, min(SEATS, buttons // QUIZ_BUTTONS))
    return max(1, min(SEATS, buttons)) if is_box(name) else 1


def place_of(name: str, buttons: int, button: int) -> int | None:
    """Which of a device's seats a button belongs to; None for a quiz handset's small ones."""
    if is_quiz(name):
        return button // QUIZ_BUTTONS if button % QUIZ_BUTTONS == 0 else None
    return button if is_box(name) else 0
