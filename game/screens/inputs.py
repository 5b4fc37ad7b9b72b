"""What people do to the wall: keys, text, pointer and bells, told apart from pygame's events.

Keys follow the habits of a presenter (PowerPoint, Impress): see `NEXT` and `PREVIOUS`. Names
no keyboard has ("next", "black"…) arrive from keys that were given that to do (`doings.SENDS`).
Team keys are read by their place on the keyboard, so that 1–8 work on a French one too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import pygame

NEXT = frozenset({"right", "down", "space", "page down", "return", "enter", "n", "next"})
PREVIOUS = frozenset({"left", "up", "page up", "backspace", "p", "previous"})
ROVING = frozenset({"down", "up"})
"""Where there is a choice of buttons these move over them, as in every other program."""
BLACK = frozenset({"b", ".", "black"})
WHITE = frozenset({"w", ",", "white"})
LOUDER = frozenset({"+", "=", "louder"})
SOFTER = frozenset({"-", "softer"})
START = frozenset({"f5", "start"})
"""Some clickers send it for the start of a show, and Esc in turn for its end."""
SECOND_BELLS = "qrtyuiol"
"""Letter keys of the second bells, for teams 1 to 8."""
OPTION_KEYS = "abcdef"

_DIGIT_SCANCODES = {
    **{getattr(pygame, f"KSCAN_{n}"): n for n in range(10)},
    **{getattr(pygame, f"KSCAN_KP{n}"): n for n in range(10)},
}
_NAMES = {
    pygame.K_RIGHT: "right",
    pygame.K_LEFT: "left",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_SPACE: "space",
    pygame.K_PAGEDOWN: "page down",
    pygame.K_PAGEUP: "page up",
    pygame.K_RETURN: "return",
    pygame.K_KP_ENTER: "enter",
    pygame.K_BACKSPACE: "backspace",
    pygame.K_ESCAPE: "escape",
    pygame.K_TAB: "tab",
    pygame.K_DELETE: "delete",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_PERIOD: ".",
    pygame.K_COMMA: ",",
    pygame.K_PLUS: "+",
    pygame.K_MINUS: "-",
    pygame.K_EQUALS: "=",
    pygame.K_QUESTION: "?",
    pygame.K_SLASH: "/",
    pygame.K_KP_PLUS: "+",
    pygame.K_KP_MINUS: "-",
    pygame.K_KP_PERIOD: ".",
    **{getattr(pygame, f"K_F{n}"): f"f{n}" for n in range(1, 13)},
    **{ord(c): c for c in "abcdefghijklmnopqrstuvwxyz"},
}


_HELD = frozenset(
    f"{side} {key}"
    for side in ("Left", "Right")
    for key in ("Shift", "Ctrl", "Alt", "Meta", "GUI", "Windows", "Command", "Option")
) | {"AltGr", "ModeSwitch", "CapsLock", "Numlock"}


@dataclass(frozen=True)
class Press:
    """A key went down."""

    name: str
    """`a`–`z`, `0`–`9`, `right`, `return`, `f1`, `.`…; "" for a key without a name here."""
    shift: bool = False
    ctrl: bool = False
    """Ctrl, or Cmd on a Mac."""
    alt: bool = False
    told: str = field(default="", compare=False)
    """What the system calls a key without a name here; `#258` if it has no word for it either."""

    @property
    def key(self) -> str:
        """The key with what is held down, as settings keep it: `page down`, `shift+f5`, `#258`.

        "" for one that tells nothing by itself (Shift, Ctrl, Alt…).
        """
        name = self.name or self.told
        if not name or name in _HELD:
            return ""
        held = ("ctrl+" * self.ctrl) + ("alt+" * self.alt)
        # `?` is typed with Shift: its name says so already.
        return held + ("shift+" if self.shift and name != "?" else "") + name

    @property
    def plain(self) -> bool:
        """True without Ctrl or Alt: shortcuts with a single key ask for this."""
        return not (self.ctrl or self.alt)

    @property
    def digit(self) -> int | None:
        """The digit on the key, or None."""
        return int(self.name) if self.plain and self.name.isdigit() else None

    @property
    def team(self) -> int | None:
        """0–7 for the team keys 1–8, else None."""
        digit = self.digit
        return digit - 1 if digit is not None and 1 <= digit <= 8 else None

    @property
    def bell(self) -> int | None:
        """0–7 for the bell keys 1–8 and Q R T Y U I O L, else None."""
        if self.team is not None:
            return self.team
        if self.plain and len(self.name) == 1 and self.name in SECOND_BELLS:
            return SECOND_BELLS.index(self.name)
        return None

    @property
    def option(self) -> int | None:
        """0–5 for A–F, else None."""
        if self.plain and len(self.name) == 1 and self.name in OPTION_KEYS:
            return OPTION_KEYS.index(self.name)
        return None


@dataclass(frozen=True)
class Typed:
    """Text was entered, by keyboard or input method."""

    text: str


@dataclass(frozen=True)
class Composing:
    """An input method is at work: this is what it would enter, not entered yet."""

    text: str


@dataclass(frozen=True)
class Pointer:
    """Mouse or touch, in units of the wall."""

    kind: Literal["down", "up", "move", "wheel"]
    x: float
    y: float
    button: int = 1
    """1 left or touch, 2 middle, 3 right."""
    turn: int = 0
    """Clicks of the wheel, up positive."""
    touch: bool = False
    """A finger on the screen, which may be anybody's: the mouse is the facilitator's."""
    finger: int = field(default=0, compare=False)
    """Which one, for as long as it is down."""


@dataclass(frozen=True)
class Rang:
    """A buzzer's or gamepad's button, or a key that was given to a bell, went down."""

    seat: int | None
    """The team's place at the table (0–7); None for a button nobody has yet."""
    button: str = field(default="", compare=False)
    """Which one, as settings keep it; see `ringers`."""
    device: str = field(default="", compare=False)
    """What its device calls itself; "" for a key."""


Input: TypeAlias = Press | Typed | Composing | Pointer | Rang


def read(
    event: pygame.Event,
    u: float,
    size: tuple[int, int],
    buzzers: Callable[[pygame.Event], Rang | None],
) -> Input | None:
    """What a pygame event means; None if it means nothing here.

    `u` is pixels a unit, `size` the window in pixels (touch comes in shares of it),
    `buzzers` tells what an event of a gamepad or buzzer rings, if anything.
    """
    match event.type:
        case pygame.KEYDOWN:
            return _press(event)
        case pygame.TEXTINPUT:
            return Typed(event.text)
        case pygame.TEXTEDITING:
            return Composing(event.text)
        case pygame.MOUSEBUTTONDOWN | pygame.MOUSEBUTTONUP if event.button <= 3:
            if getattr(event, "touch", False):
                return None  # told as a finger already
            kind: Literal["down", "up"] = "down" if event.type == pygame.MOUSEBUTTONDOWN else "up"
            return Pointer(kind, event.pos[0] / u, event.pos[1] / u, event.button)
        case pygame.MOUSEMOTION:
            if getattr(event, "touch", False):
                return None
            return Pointer("move", event.pos[0] / u, event.pos[1] / u)
        case pygame.MOUSEWHEEL:
            x, y = pygame.mouse.get_pos()
            return Pointer("wheel", x / u, y / u, turn=event.y)
        case pygame.FINGERDOWN | pygame.FINGERUP:
            x, y = event.x * size[0] / u, event.y * size[1] / u
            put: Literal["down", "up"] = "down" if event.type == pygame.FINGERDOWN else "up"
            return Pointer(put, x, y, touch=True, finger=event.finger_id)
        case pygame.JOYBUTTONDOWN | pygame.JOYHATMOTION | pygame.JOYAXISMOTION:
            return buzzers(event)
    return None


def _press(event: pygame.Event) -> Press:
    mod = event.mod
    shift = bool(mod & pygame.KMOD_SHIFT)
    digit = _DIGIT_SCANCODES.get(event.scancode)
    # Digits go by the key's place, so that 1 is 1 on a French keyboard too. With Shift the same
    # key is another sign on most layouts.
    numpad_off = (
        not mod & pygame.KMOD_NUM
        and event.key
        in (
            pygame.K_KP0,
            pygame.K_KP1,
            pygame.K_KP2,
            pygame.K_KP3,
            pygame.K_KP4,
            pygame.K_KP5,
            pygame.K_KP6,
            pygame.K_KP7,
            pygame.K_KP8,
            pygame.K_KP9,
        )
        and event.unicode == ""
    )
    if digit is not None and not shift and not numpad_off:
        name = str(digit)
    elif event.unicode == "?":
        name = "?"
    else:
        name = _NAMES.get(event.key, "")
    return Press(
        name,
        shift=shift,
        ctrl=bool(mod & (pygame.KMOD_CTRL | pygame.KMOD_META)),
        alt=bool(mod & pygame.KMOD_ALT),
        told="" if name else _told(event),
    )


def _told(event: pygame.Event) -> str:
    """The system's name of a key that has none here; its place on the keyboard if need be."""
    name = pygame.key.name(event.key, use_compat=False) if event.key else ""
    return name.strip() or (f"#{event.scancode}" if event.scancode else "")
