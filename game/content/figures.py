"""How authors write numbers, and what else they write for them."""

from __future__ import annotations

import re

from game.content.wording import number

WHOLE = re.compile(r"[+-]?[0-9]{1,15}")
"""A whole number."""
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,15})?")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:[.,_' \u00a0\u202f][0-9]{3})+")
_ROUND = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{2}0")
"""A number such as 6.200: half of Europe means six thousand by it, and nobody six and a fifth."""
_WORDS = re.compile(r"[^\d.,+\s-]")
_AMONG_WORDS = re.compile(r"\D*\d+(?:[.,]\d+)?\D*")
"""A number with something before or behind it: "30 minutes", "€ 140", "ca. 140"."""
_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+")


def is_number(text: str) -> bool:
    """True for digits with or without a decimal point, as the format has them."""
    return _NUMBER.fullmatch(text) is not None and _ROUND.fullmatch(text) is None


def hint(text: str, *, decimals: bool = False) -> str:
    """What to write instead of something that looks like a number and is none.

    `decimals` where a point may stand in it: 6.200 may then be meant as it stands.
    """
    if decimals and _ROUND.fullmatch(text):
        return f"write {text.replace('.', '')}, or {number(float(text))} if that is meant"
    if "−" in text:
        return 'write the minus as "-"'
    if _GROUPED.fullmatch(text):
        digits = re.sub(r"[^0-9+-]", "", text)
        return f"write it without separators: {digits}"
    if _COMMA.fullmatch(text):
        whole, _, rest = text.partition(",")
        if decimals:
            return f"write a decimal point: {whole}.{rest}"
        return "" if rest.strip("0") else f"write {whole}"
    if text.endswith("%"):
        return 'leave out the "%"'
    if _AMONG_WORDS.fullmatch(text) and _WORDS.search(text):
        return "write the number alone, in digits"
    return ""
