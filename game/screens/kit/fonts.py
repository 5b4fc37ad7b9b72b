"""Faces of type and what each can spell.

The wall speaks Atkinson Hyperlegible Next. What it lacks (Cyrillic, Greek, Hebrew,
Arabic, arrows, emoji) comes from bundled Noto faces, then from the system's own
fonts, which are searched only when a character is really met. pygame cannot say
whether a face has a glyph, so each file's ``cmap`` table is read here.
"""

from __future__ import annotations

import bisect
import struct
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path

import pygame

from game.screens.kit.assets import font_path
from game.screens.kit.systemfonts import font_files

WEIGHTS: tuple[int, ...] = (500, 600, 700, 800)
ASCENT = 0.984
DESCENT = 0.316
CAP_HEIGHT = 0.668
"""Of Atkinson Hyperlegible Next, in parts of the font size."""

_FILES = {500: "500Medium", 600: "600SemiBold", 700: "700Bold", 800: "800ExtraBold"}
Ranges = tuple[list[int], list[int]]


def read_coverage(data: bytes | mmap) -> Ranges:
    """First and last code points of the ranges a TrueType file can spell.

    A file that is not one, or is damaged, spells nothing.
    """
    try:
        return _merge(_cmap_ranges(data))
    except (struct.error, IndexError, ValueError):
        return [], []


def _coverage_of(path: Path) -> Ranges:
    """The same of a file, of which only the table is read: some hold 20 MB of Chinese."""
    try:
        with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
            return read_coverage(data)
    except (OSError, ValueError):  # it cannot be read, or is empty
        return [], []


def _merge(ranges: list[tuple[int, int]]) -> Ranges:
    ranges.sort()
    return [first for first, _ in ranges], [last for _, last in ranges]


def _cmap_ranges(data: bytes | mmap) -> list[tuple[int, int]]:
    start = struct.unpack_from(">I", data, 12)[0] if data[:4] == b"ttcf" else 0
    for i in range(struct.unpack_from(">H", data, start + 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, start + 12 + 16 * i)
        if tag == b"cmap":
            break
    else:
        return []
    best: tuple[int, int] = (0, 0)
    for i in range(struct.unpack_from(">H", data, offset + 2)[0]):
        _, _, at = struct.unpack_from(">HHI", data, offset + 4 + 8 * i)
        kind = struct.unpack_from(">H", data, offset + at)[0]
        if kind in (4, 12):
            best = max(best, (kind, offset + at))
    if best[0] == 12:
        n = struct.unpack_from(">I", data, best[1] + 12)[0]
        return [struct.unpack_from(">II", data, best[1] + 16 + 12 * i) for i in range(n)]
    if best[0] == 4:
        return _format_4(data, best[1])
    return []


def _format_4(data: bytes | mmap, at: int) -> list[tuple[int, int]]:
    n = struct.unpack_from(">H", data, at + 6)[0] // 2
    ends = struct.unpack_from(f">{n}H", data, at + 14)
    starts = struct.unpack_from(f">{n}H", data, at + 16 + 2 * n)
    return [(a, b) for a, b in zip(starts, ends, strict=True) if a != 0xFFFF]


@dataclass(eq=False)
class Face:
    """One font file of the chain."""

    path: Path
    scale: float = 1.0
    """Size against Atkinson's, so that capitals match."""
    script: str = ""
    """ISO 15924 name where shaping needs to be told, as for Arabic."""
    words: bool = True
    """It spells words, so that a space between two of them is taken from it too."""
    _ranges: Ranges | None = field(default=None, repr=False)

    def spells(self, char: str) -> bool:
        """Whether the file has a glyph for this character."""
        if self._ranges is None:
            self._ranges = _coverage_of(self.path)
        firsts, lasts = self._ranges
        code = ord(char)
        i = bisect.bisect_right(firsts, code) - 1
        return i >= 0 and code <= lasts[i]


@cache
def _bundled(name: str, scale: float = 1.0, script: str = "", words: bool = True) -> Face:
    return Face(font_path(name), scale, script, words)


@lru_cache(maxsize=64)
def nearest_weight(weight: int) -> int:
    """The bundled weight closest to the one asked for."""
    return min(WEIGHTS, key=lambda w: abs(w - weight))


@cache
def chain(weight: int) -> tuple[Face, ...]:
    """The bundled faces of a weight, first choice first."""
    weight = nearest_weight(weight)
    noto = "500Medium" if weight < 600 else "700Bold"
    return (
        _bundled(f"AtkinsonHyperlegibleNext-{_FILES[weight]}.ttf"),
        _bundled(f"NotoSans-{noto}.ttf", 0.94),
        _bundled(f"NotoSansHebrew-{noto}.ttf", 0.94, "Hebr"),
        _bundled("NotoSansArabic-500Medium.ttf", 0.94, "Arab"),
        _bundled("NotoSansMath.ttf", 0.94, words=False),
        _bundled("NotoSansSymbols2.ttf", 0.94, words=False),
        _bundled("NotoEmoji-500Medium.ttf", 0.86, words=False),
    )


@cache
def _system() -> tuple[Face, ...]:
    return tuple(map(Face, font_files()))


_chosen: dict[tuple[str, int], Face | None] = {}


def face_for(char: str, weight: int) -> Face | None:
    """The face that spells a character, or None: then a box is drawn."""
    key = (char, weight)
    if key not in _chosen:
        if len(_chosen) > 20_000:
            _chosen.clear()
        faces = (*chain(weight), *(() if _is_bundled(char, weight) else _system()))
        _chosen[key] = next((face for face in faces if face.spells(char)), None)
    return _chosen[key]


def _is_bundled(char: str, weight: int) -> bool:
    return any(face.spells(char) for face in chain(weight))


_fonts: OrderedDict[tuple[Face, int, bool], pygame.font.Font] = OrderedDict()
_FONTS_KEPT, _FONTS_MEASURED = 64, 192
"""An open font takes some 150 kB, and 3 ms until it knows the widths of its letters."""
_kept = _FONTS_KEPT


@contextmanager
def many_sizes() -> Iterator[None]:
    """Keep more fonts open in here: for who measures, and draws nothing, at very many sizes."""
    global _kept  # noqa: PLW0603 - the one cache of this module
    before, _kept = _kept, _FONTS_MEASURED
    try:
        yield
    finally:
        _kept = before
        while len(_fonts) > _kept:
            _fonts.popitem(last=False)


def font(face: Face, px: int, rtl: bool = False) -> pygame.font.Font:
    """The pygame font of a face at a size in pixels; a broken file gives pygame's own."""
    key = (face, px, rtl)
    found = _fonts.get(key)
    if found is not None and _alive(found):
        _fonts.move_to_end(key)
        return found
    if not pygame.font.get_init():
        pygame.font.init()
    size = max(3, round(px * face.scale))
    try:
        made = pygame.font.Font(face.path, size)
        made.size("a")  # some broken files open, and fail only when used
    except (OSError, ValueError, pygame.error):
        made = pygame.font.Font(None, size)
    if rtl or face.script:
        _shape(made, face.script, rtl)
    _fonts[key] = made
    if len(_fonts) > _kept:
        _fonts.popitem(last=False)
    return made


def _alive(made: pygame.font.Font) -> bool:
    """Whether a font still works: pygame.quit() makes every one of them useless."""
    try:
        made.get_ascent()
    except pygame.error:
        return False
    return True


def _shape(made: pygame.font.Font, script: str, rtl: bool) -> None:
    """Tell the shaper what it cannot guess; a pygame built without one draws unshaped."""
    try:
        if script:
            made.set_script(script)
        if rtl:
            made.set_direction(pygame.DIRECTION_RTL)
    except (pygame.error, AttributeError):
        return


def primary(weight: int, px: int) -> pygame.font.Font:
    """Atkinson Hyperlegible Next itself."""
    return font(chain(weight)[0], px)
