"""The bytes of a picture, looked at before anybody trusts them: kind, size, and a whole body.

Nothing is drawn and nothing unpacked: sizes stand at the beginning of a file, and what was cut off
while it was copied misses its end. So a picture of 60,000 × 60,000 costs no more than any other.
"""

from __future__ import annotations

import re
from xml.parsers import expat
from zlib import crc32

LARGEST_SIDE = 8192
"""Pixels; larger ones fill the memory of the laptop rather than the wall."""

_OUTSIDE = re.compile(
    # Possessive, so that a drawing made of blanks costs no more than its length.
    rb"""(?:href|src)\s*+=\s*+["']\s*+(?!\#|data:)[^"'\s]"""
    rb"""|url\(\s*+["']?\s*+(?!\#|data:)[^"')\s]|@import\s*+["']"""
)
_MAY_REFER = (b"href", b"src", b"url(", b"@import")
_CUT_OFF = "is cut off: its end is missing"
_PNG = b"\x89PNG\r\n\x1a\n"


def trouble_of(data: bytes, ending: str) -> str:
    """What is wrong with a picture whose name has this ending, to follow its name; or ""."""
    if ending == ".svg":
        return _svg_trouble(data)
    png = ending == ".png"
    size = _png_size(data) if png else _jpeg_size(data)
    if size is None:
        return f"is no {ending[1:].upper()}, whatever its ending says"
    width, height = size
    if max(size) > LARGEST_SIDE:
        return f"is {width} × {height} pixels; expected at most {LARGEST_SIDE} on a side"
    if min(size) < 1:
        return "has no pixels"
    return _png_trouble(data) if png else _jpeg_trouble(data)


def _svg_trouble(data: bytes) -> str:
    if b"<svg" not in data or not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return "is no SVG, whatever its ending says"
    if b"<!ENTITY" in data:
        return "defines entities, which are not shown"
    lower = data.lower()
    if any(word in lower for word in _MAY_REFER) and _OUTSIDE.search(lower):
        return "refers to something outside itself, which will not be shown"
    return _CUT_OFF if _is_cut_off(data) else ""


def _is_cut_off(svg: bytes) -> bool:
    """True where an element is still open at the end; other faults do not keep it from the wall."""
    reader = expat.ParserCreate()
    try:
        reader.Parse(svg, True)
    except expat.ExpatError as error:
        return error.code in _ENDS_TOO_SOON
    return False


_ENDS_TOO_SOON = {
    expat.errors.codes[words]
    for words in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
}


def _png_size(data: bytes) -> tuple[int, int] | None:
    if not data.startswith(_PNG) or data[12:16] != b"IHDR" or len(data) < 33:
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _png_trouble(data: bytes) -> str:
    """Whether its chunks are whole, by their checksums, and there are pixels among them."""
    at, pixels = len(_PNG), False
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        if end > len(data):
            return _CUT_OFF
        if crc32(data[at + 4 : end - 4]) != int.from_bytes(data[end - 4 : end], "big"):
            return "is damaged: its checksum is wrong"
        if kind == b"IEND":
            return "" if pixels else "has no pixels"
        pixels |= kind == b"IDAT"
        at = end
    return _CUT_OFF


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Width and height from the first frame header of a JPEG."""
    at = _segment(data, {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
    if at is None or at + 9 > len(data):
        return None
    return (
        int.from_bytes(data[at + 7 : at + 9], "big"),
        int.from_bytes(data[at + 5 : at + 7], "big"),
    )


def _jpeg_trouble(data: bytes) -> str:
    """Whether there is a scan, which goes on to the mark that ends the picture."""
    scan = _segment(data, {0xDA})
    # Looked for behind the scan's beginning: a preview in a header has an end of its own.
    return _CUT_OFF if scan is None or data.find(b"\xff\xd9", scan) < 0 else ""


def _segment(data: bytes, markers: set[int]) -> int | None:
    """Where the first segment with one of these markers begins."""
    if not data.startswith(b"\xff\xd8"):
        return None
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in markers:
            return at
        # A marker may have any number of FF in front of it.
        at += 1 if marker == 0xFF else 2 + length
    return None
