"""Gamepads and buzzers that are plugged in and out without any being there."""

from __future__ import annotations

import pygame
import pytest

from game.app.devices import Buzzers, Turn
from game.screens.inputs import Rang


class Stick:
    """A joystick that is plugged in."""

    def __init__(self, instance: int, name: str, buttons: int, guid: str) -> None:
        self.instance, self.name, self.buttons, self.guid = instance, name, buttons, guid

    def get_instance_id(self) -> int:
        return self.instance

    def get_name(self) -> str:
        return self.name

    def get_numbuttons(self) -> int:
        return self.buttons

    def get_guid(self) -> str:
        return self.guid


class Ports:
    """The machine's sockets; a device plugged in again is a new instance, as SDL has it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.sticks: list[Stick] = []
        self.buzzers = Buzzers()
        monkeypatch.setattr(pygame.joystick, "Joystick", lambda index: self.sticks[index])

    def plug(self, name: str, buttons: int = 8, guid: str = "") -> tuple[int, Turn | None]:
        self.sticks.append(Stick(len(self.sticks), name, buttons, guid or name))
        event = pygame.Event(pygame.JOYDEVICEADDED, device_index=len(self.sticks) - 1)
        is_device, turn = self.buzzers.take(event)
        assert is_device
        return len(self.sticks) - 1, turn

    def pull(self, instance: int) -> Turn | None:
        event = pygame.Event(pygame.JOYDEVICEREMOVED, instance_id=instance)
        is_device, turn = self.buzzers.take(event)
        assert is_device
        return turn

    def seat(self, instance: int, button: int = 0) -> int | None:
        rang = self.rang(instance, button)
        assert rang is not None
        return rang.seat

    def rang(self, instance: int, button: int) -> Rang | None:
        event = pygame.Event(pygame.JOYBUTTONDOWN, instance_id=instance, button=button)
        return self.buzzers.rang(event)

    def hat(self, instance: int, x: int, y: int) -> Rang | None:
        event = pygame.Event(pygame.JOYHATMOTION, instance_id=instance, hat=0, value=(x, y))
        return self.buzzers.rang(event)

    def axis(self, instance: int, axis: int, *values: float) -> list[str]:
        """What is rung while an axis goes through these values."""
        found = []
        for value in values:
            event = pygame.Event(pygame.JOYAXISMOTION, instance_id=instance, axis=axis, value=value)
            rang = self.buzzers.rang(event)
            found += [rang.button.rpartition(":")[2]] if rang is not None else []
        return found
