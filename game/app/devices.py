"""Gamepads and USB buzzers: whose bell each button is.

What was rung for a team belongs to that team, today and tomorrow (`ringers`), whether it is a
button, a d-pad or an axis (`edges`). A device nobody
assigned takes free seats: a gamepad is one team's bell, whichever button is pressed; a box of
buzzers (an arcade encoder, a quiz controller) is a joystick with a button a team. Devices come
and go while playing; one that comes back has its seats again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import pygame

from game.app.edges import AXIS, Edges
from game.i18n import _
from game.rules.state import State
from game.screens.inputs import Rang
from game.screens.ringers import PAD, Bells, seats

SEATS = 8
QUIZ_BUTTONS = 5
"""A quiz controller's handset has one large button and four small ones."""
QUIZ_NAMES = ("buzz", "scee", "namtai")


@dataclass(frozen=True)
class Turn:
    """A device came, came back, or went."""

    how: Literal["new", "back", "gone"]
    seats: tuple[int, ...]
    """Whose bell it is, or was."""


@dataclass
class Device:
    """A device that is plugged in."""

    name: str
    buttons: int
    """How many it has; a device without any rings by its hats and axes."""
    place: str
    """Which it is among all there ever were: its make, and its number among those alike."""
    free: tuple[int, ...] = ()
    """Seats it took because nobody had them."""
    edges: Edges = field(default_factory=Edges)

    def button(self, control: str) -> str:
        """The name of a button, a hat's or an axis' way (see `Edges.pushed`) in the settings."""
        return f"{PAD}{self.place}:{control}"


class Buzzers:
    """The devices that are plugged in."""

    def __init__(self, bells: Bells = ()) -> None:
        self._sticks: dict[int, pygame.joystick.JoystickType] = {}
        """Held open: a device nobody holds is not heard."""
        self._devices: dict[int, Device] = {}
        self._bells: Mapping[str, int] = dict(bells)
        self._lost: dict[str, tuple[int, ...]] = {}
        """Seats of devices that went, by the device's place."""
        self._met: set[str] = set()
        try:
            pygame.joystick.init()
        except pygame.error:
            return  # no joystick support here: keys ring the bells
        for index in range(pygame.joystick.get_count()):
            self.plug(index)

    def assign(self, bells: Bells) -> None:
        """What was rung for whom, from now on; others' free seats are found anew."""
        self._bells = dict(bells)
        self._lost = {}
        devices, self._devices = self._devices, {}
        for instance, device in devices.items():
            device.free = ()
            self._devices[instance] = device
            self._seat(device)

    def take(self, event: pygame.Event) -> tuple[bool, Turn | None]:
        """(whether the event was a device that came or went, what has to be told of it)."""
        if event.type == pygame.JOYDEVICEADDED:
            return True, self.plug(event.device_index)
        if event.type == pygame.JOYDEVICEREMOVED:
            return True, self.unplug(event.instance_id)
        return False, None

    def plug(self, index: int) -> Turn | None:
        """A new device rings for its own teams, or takes the first seats that are free."""
        try:
            stick = pygame.joystick.Joystick(index)
        except pygame.error:
            return None
        instance = stick.get_instance_id()
        if instance in self._sticks:
            return None
        self._sticks[instance] = stick
        device = Device(stick.get_name(), stick.get_numbuttons(), self._place(stick.get_guid()))
        self._devices[instance] = device
        self._seat(device)
        again = device.place in self._met
        self._met.add(device.place)
        return Turn("back" if again else "new", self._seats_of(device))

    def unplug(self, instance: int) -> Turn | None:
        """Its seats are free for the next device, and its own again when it is back."""
        self._sticks.pop(instance, None)
        device = self._devices.pop(instance, None)
        if device is None:
            return None
        seats = self._lost[device.place] = self._seats_of(device)
        return Turn("gone", tuple(seat for seat in seats if seat not in self._held()))

    def _place(self, guid: str) -> str:
        """Which of several of the same make: the lowest number that is free."""
        taken = {device.place for device in self._devices.values()}
        return next(p for n in range(len(taken) + 1) if (p := f"{guid}#{n}") not in taken)

    def _seat(self, device: Device) -> None:
        """Seats for a device that was assigned to nobody."""
        before = self._lost.pop(device.place, ())
        if self._own(device):
            return
        device.free = before or self._free(seats_of(device.name, device.buttons))

    def _own(self, device: Device) -> dict[str, int]:
        """The seat of each of its buttons, hats and axes that was rung for a team."""
        begins = device.button("")
        return {
            name.removeprefix(begins): seat
            for name, seat in self._bells.items()
            if name.startswith(begins)
        }

    def _held(self) -> set[int]:
        return {seat for device in self._devices.values() for seat in self._seats_of(device)}

    def _free(self, wanted: int) -> tuple[int, ...]:
        """Seats nobody has: those who lost theirs first, those whose bell may yet come last."""
        held = self._held()
        lost = {seat for seats in self._lost.values() for seat in seats}
        known = set(self._bells.values())
        free = sorted(
            (seat for seat in range(SEATS) if seat not in held),
            key=lambda seat: (seat not in lost, seat in known, seat),
        )
        return tuple(sorted(free[:wanted]))

    def _seats_of(self, device: Device) -> tuple[int, ...]:
        own = self._own(device)
        return tuple(sorted(set(own.values()))) if own else device.free

    def _seat_of(self, device: Device, control: str) -> int | None:
        own = self._own(device)
        if control in own:
            return own[control]
        if control.startswith(AXIS) and device.buttons:
            return None  # sticks drift, and lie on tables: they ring once they were rung with
        if own:
            alone = len(set(own.values())) == 1 and not is_many(device.name)
            # Hands hit any button of a gamepad: all of them are its one team's.
            return next(iter(own.values())) if alone else None
        place = place_of(device.name, device.buttons, control)
        return device.free[place] if place is not None and place < len(device.free) else None

    def rang(self, event: pygame.Event) -> Rang | None:
        """What an event of a device rings: whose, and with what; None where nothing went down."""
        device = self._devices.get(event.instance_id)
        if device is None:
            return None
        rings = [
            Rang(self._seat_of(device, control), device.button(control), device.name)
            for control in device.edges.pushed(event)
        ]
        # A thumb in the corner of a d-pad pushes two ways: the one that is somebody's counts.
        return min(rings, key=lambda ring: ring.seat is None, default=None)

    def names(self) -> list[tuple[str, tuple[int, ...]]]:
        """(name, seats) of each device, for the set-up screen."""
        return [(device.name, self._seats_of(device)) for device in self._devices.values()]

    def places(self) -> dict[str, str]:
        """The name of each device that is plugged in, by its place."""
        return {device.place: device.name for device in self._devices.values()}


def turn_sentence(turn: Turn, state: State) -> str:
    """What the facilitator must know of a device; "" where it concerns no team that plays."""
    placed = seats(state)
    teams = [(t.name, i + 1) for i, t in enumerate(state.teams) if placed[t.id] in turn.seats]
    if not teams:
        return ""
    if turn.how == "gone" and len(teams) == 1:
        told = _("{team}’s buzzer is gone; {team} rings with {key}.")
        return told.format(team=teams[0][0], key=teams[0][1])
    if turn.how == "gone":
        keys = [_("{team} with {key}").format(team=name, key=key) for name, key in teams]
        told = _("A box of buzzers is gone; these keys ring: {teams}.")
        return told.format(teams=", ".join(keys))
    names = ", ".join(name for name, _key in teams)
    if turn.how == "back":
        return _("The buzzer of {teams} is back.").format(teams=names)
    return _("A new buzzer rings for {teams}.").format(teams=names)


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


def is_many(name: str) -> bool:
    """True for a device that can serve several teams."""
    return is_quiz(name) or is_box(name)


def seats_of(name: str, buttons: int) -> int:
    """How many teams can ring with this device."""
    if is_quiz(name):
        return max(1, min(SEATS, buttons // QUIZ_BUTTONS))
    return max(1, min(SEATS, buttons)) if is_box(name) else 1


def place_of(name: str, buttons: int, control: str) -> int | None:
    """Which of a device's seats something on it belongs to; None for what is nobody's.

    A quiz handset's small buttons are nobody's, nor is the d-pad of a box of buttons.
    """
    if not is_many(name) or not buttons:
        return 0
    if not control.isdigit():
        return None
    button = int(control)
    if is_quiz(name):
        return button // QUIZ_BUTTONS if button % QUIZ_BUTTONS == 0 else None
    return button
