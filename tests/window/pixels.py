"""What is on a screen nobody sees: its pixels, read from the file the X server keeps them in."""

from __future__ import annotations

import re
import struct
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from tests.window.desktop import Game

HEADER = struct.Struct(">25I")
"""The head of an X window dump (XWD): all its numbers are 32 bits wide."""
NEAR = (24, 24, 24)
"""So far apart two colours are the same one, blended in another order."""


def screen(dump: Path, part: pygame.Rect) -> pygame.Surface:
    """A copy of a part of it."""
    data = dump.read_bytes()
    head = HEADER.unpack_from(data)
    start, width, height, line, colours = head[0], head[4], head[5], head[12], head[19]
    assert head[11] == 32, "a screen of 24 bits has 32 for each pixel"
    assert line == width * 4
    begin = start + colours * 12
    pixels = data[begin : begin + line * height]
    found = pygame.image.frombytes(pixels, (width, height), "BGRA")
    found.set_alpha(None)  # the fourth byte is nobody's
    plain = pygame.Surface(part.size, 0, 32)
    plain.blit(found, (0, 0), part, special_flags=pygame.BLEND_RGB_ADD)
    return plain


def place(game: Game) -> pygame.Rect:
    """Where the window is on its screen, without a border."""
    told = game.desktop.do("getwindowgeometry", "--shell", game.window)
    found = dict(re.findall(r"(X|Y|WIDTH|HEIGHT)=(-?\d+)", told))
    return pygame.Rect(*(int(found[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")))


def apart(one: pygame.Surface, other: pygame.Surface) -> float:
    """The share of pixels that differ; 1 for pictures of other sizes."""
    if one.get_size() != other.get_size():
        return 1.0
    width, height = one.get_size()
    same = pygame.mask.from_threshold(one, (0, 0, 0), (*NEAR, 255), other).count()
    return 1 - same / (width * height)
