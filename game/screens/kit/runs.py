"""A line of any text as runs that can be drawn: cleaned, in visual order, one face each."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from game.screens.kit.fonts import Face, chain, face_for

_DROPPED = {*map(chr, (0x200B, 0x200E, 0x200F, 0xFE0E, 0xFE0F, 0xFEFF, 0x2060, 0x00AD, 0x061C))}
_DROPPED |= {chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
_ZWJ, _ZWNJ = "\u200d", "\u200c"


def clean(text: str) -> str:
    """Text that any font can be handed: no control characters, no lone surrogates.

    Line breaks stay, tabs become spaces, what cannot be spelled becomes U+FFFD.
    """
    if text.isprintable() and text.isascii():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return "".join(map(_clean_char, text))


@lru_cache(maxsize=4096)
def _clean_char(char: str) -> str:
    if char == "\n":
        return char
    if char in "\t\u2029\x0b\x0c\x85":
        return " "
    category = unicodedata.category(char)
    if category == "Cc":
        return ""
    return "\ufffd" if category == "Cs" else char


def visible(text: str) -> str:
    """A line without characters that only steer: direction marks, variation selectors."""
    if text.isascii():
        return text
    return "".join(c for c in text if c not in _DROPPED)


class Run(NamedTuple):
    """Characters of one face and one direction, in visual order."""

    text: str
    face: Face | None
    """None: no font has these characters, draw a box for each."""
    rtl: bool


@lru_cache(maxsize=2048)
def runs_of(line: str, weight: int, rtl: bool = False) -> tuple[Run, ...]:
    """A cleaned line in runs, left to right as they are drawn.

    ``rtl`` is the direction of the paragraph the line belongs to.
    """
    line = visible(line)
    if line.isascii() or (not rtl and _plain(weight).fullmatch(line)):
        return (Run(line, chain(weight)[0], False),) if line else ()
    out: list[Run] = []
    for part, backwards in _directions(line, rtl):
        pieces = _by_face(part, weight, backwards)
        out.extend(reversed(pieces) if backwards else pieces)
    return tuple(out)


@cache
def _plain(weight: int) -> re.Pattern[str]:
    """Lines of letters and signs of the first face alone, each a character of its own."""
    face = chain(weight)[0]
    signs = map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x2010, 0x203B), 0x20AC))
    own = "".join(
        sign
        for sign in signs
        if sign not in _DROPPED
        and face.spells(sign)
        and unicodedata.category(sign) not in ("Mn", "Me", "Cf", "Zl", "Zp")
        and unicodedata.bidirectional(sign) not in ("R", "AL")
    )
    return re.compile(f"[{re.escape(own)}]+")


def _by_face(text: str, weight: int, rtl: bool) -> list[Run]:
    out: list[Run] = []
    for cluster in clusters(text):
        face = face_for(cluster[0], weight)
        before = out[-1].face if out else None
        if out and (before is face or (cluster == " " and before is not None and before.words)):
            out[-1] = Run(out[-1].text + cluster, out[-1].face, rtl)
        else:
            out.append(Run(cluster, face, rtl))
    return out


def clusters(text: str) -> list[str]:
    """Characters with the marks, joiners and skin tones that belong to them."""
    out: list[str] = []
    for char in text:
        joined = bool(out) and (
            unicodedata.category(char) in ("Mn", "Me")
            or char in (_ZWJ, _ZWNJ)
            or out[-1].endswith(_ZWJ)
            or "\U0001f3fb" <= char <= "\U0001f3ff"
            or (_is_flag(out[-1]) and _is_flag(char))
        )
        if joined:
            out[-1] += char
        else:
            out.append(char)
    return out


def _is_flag(text: str) -> bool:
    return len(text) == 1 and "\U0001f1e6" <= text <= "\U0001f1ff"


def is_rtl(text: str) -> bool:
    """Whether the first strong character is of a right-to-left script."""
    if text.isascii():
        return False
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("R", "AL"):
            return True
        if kind == "L":
            return False
    return False


def _directions(line: str, base: bool) -> list[tuple[str, bool]]:
    """Parts of a line with their direction, in visual order.

    A short form of the bidirectional algorithm: strong characters decide, digits keep
    their order inside right-to-left text, and neutral characters follow their
    neighbours, or the line where these disagree.
    """
    kinds = [unicodedata.bidirectional(char) for char in line]
    if not base and not any(kind in ("R", "AL") for kind in kinds):
        return [(line, False)]
    levels = _levels(kinds, base)
    parts: list[tuple[int, int, bool]] = []
    for i, rtl in enumerate(levels):
        if parts and parts[-1][2] == rtl:
            parts[-1] = (parts[-1][0], i + 1, rtl)
        else:
            parts.append((i, i + 1, rtl))
    if base:
        parts.reverse()
    return [(line[a:b], rtl) for a, b, rtl in parts]


def _levels(kinds: list[str], base: bool) -> list[bool]:
    strong: list[bool | None] = []
    for kind in kinds:
        if kind in ("R", "AL"):
            strong.append(True)
        elif kind in ("L", "EN", "AN"):
            strong.append(False)
        elif kind == "NSM":
            strong.append(strong[-1] if strong else None)
        else:
            strong.append(None)
    following: list[bool] = [base] * len(strong)
    for i in range(len(strong) - 2, -1, -1):
        after = strong[i + 1]
        following[i] = following[i + 1] if after is None else after
    out: list[bool] = []
    for i, value in enumerate(strong):
        before = out[-1] if out else base
        out.append(value if value is not None else before if before == following[i] else base)
    return out
