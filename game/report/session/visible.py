"""What no page, workbook or calendar can hold, shown by a sign that each of them can.

A NUL, a bell or half a character is not text: XML, HTML and iCalendar have no way to write it, and
a program that reads it may stop there. Left out, it would be a lie about what was typed; so it
stands there as its picture (␀, ␇, …), or as � where it has none. Tabs and ends of lines are text.
"""

from __future__ import annotations

import re

_PICTURES = 0x2400
"""U+2400 is the picture of U+0000, and so on up to the space."""
_DELETE = "\u2421"
_UNKNOWN = "\ufffd"
_NO_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)
    )
    + "]"
)


def visible(text: str) -> str:
    """The text, with a sign for each character that is none; everything else as it was typed."""
    return _NO_TEXT.sub(_sign, text)


def seen(text: str) -> str:
    """What is to be seen of a text, without spaces around it; "" where there is nothing."""
    return visible(text).strip()


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(_PICTURES + code)
    return _DELETE if code == 0x7F else _UNKNOWN
