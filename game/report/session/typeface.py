"""The game's own letters inside a page, so that it looks and breaks the same on every machine."""

from __future__ import annotations

import struct
import zlib
from base64 import b64encode
from functools import cache

from markupsafe import Markup

from game import paths

FAMILY = "Atkinson Hyperlegible Next"
_WEIGHTS = {400: "500Medium", 700: "700Bold"}
"""Weight in the page's rules, and the file that has it."""
_HEAD = struct.Struct(">4sIIHHIHHIIIII")
_ENTRY = struct.Struct(">4sIIII")
_TABLE = struct.Struct(">4sIII")
_SFNT_HEAD = 12


@cache
def font_faces() -> Markup:
    """The `@font-face` rules of a page's style, the letters in them."""
    rules = []
    for weight, name in _WEIGHTS.items():
        path = paths.assets_dir() / "fonts" / f"AtkinsonHyperlegibleNext-{name}.ttf"
        data = b64encode(woff(path.read_bytes())).decode("ascii")
        rules.append(
            f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight};'
            f' src: url(data:font/woff;base64,{data}) format("woff"); }}'
        )
    return Markup("\n".join(rules))


def woff(font: bytes) -> bytes:
    """A TrueType font as WOFF 1.0: its tables packed one by one (W3C, WOFF File Format 1.0)."""
    flavour, count = font[:4], int.from_bytes(font[4:6], "big")
    entries = [_TABLE.unpack_from(font, _SFNT_HEAD + 16 * i) for i in range(count)]
    offset = _HEAD.size + _ENTRY.size * count
    plain = _SFNT_HEAD + 16 * count
    index, body = b"", b""
    for tag, checksum, start, length in sorted(entries):
        table = font[start : start + length]
        packed = zlib.compress(table, 9)
        if len(packed) >= length:
            packed = table
        index += _ENTRY.pack(tag, offset + len(body), len(packed), length, checksum)
        body += packed + bytes(-len(packed) % 4)
        plain += length + -length % 4
    head = _HEAD.pack(
        b"wOFF", int.from_bytes(flavour, "big"), offset + len(body), count, 0, plain,
        1, 0, 0, 0, 0, 0, 0,
    )  # fmt: skip
    return head + index + body
