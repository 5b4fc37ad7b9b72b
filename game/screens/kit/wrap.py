"""Breaking text into lines of a width, at words first.

Widths of words are kept per weight and size, so that fitting a card costs a table
look-up a word; every finished line is then measured as a whole.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from game.screens.kit.fonts import chain, font
from game.screens.kit.runs import Run, clean, clusters, runs_of

_SOFT_HYPHEN = "\u00ad"
#: Where a line may end inside a word: after hyphens, dashes, slashes and soft hyphens.
_INSIDE = re.compile("(?<=[-\u2010\u2013\u2014/\u200b\u00ad])(?=[^\\s\\d])")
_SPACES = re.compile("[ \u2002-\u2006\u2008-\u200a\u3000]+")

_widths: dict[tuple[int, int], dict[str, int]] = {}
_TABLES_KEPT, _WORDS_KEPT = 32, 2000
_REFERENCE = 48
"""Pixels. Words in larger type are not measured, but taken to be as wide in proportion."""
_ROUGH = 0.015
"""How far the sum of word widths may be from the width of a whole line, as a share of it: glyphs
advance by whole pixels, and kerning moves them."""


def line_width(text: str, weight: int, px: int) -> int:
    """Width in pixels of one cleaned line, all its faces together."""
    if text.isascii():
        return font(chain(weight)[0], px).size(text)[0] if text else 0
    return runs_width(runs_of(text, weight), px)


def runs_width(runs: tuple[Run, ...], px: int) -> int:
    """Width in pixels of the runs of a line."""
    total = 0
    for run in runs:
        if run.face is None:
            total += box_width(px) * len(run.text)
        else:
            total += font(run.face, px, run.rtl).size(run.text)[0]
    return total


def box_width(px: int) -> int:
    """Width of the box that stands for a character no font has."""
    return max(2, round(px * 0.62))


def _word_width(word: str, weight: int, px: int) -> int:
    """The same of one word, from the table of words met before."""
    table = _widths.get((weight, px))
    if table is None:
        if len(_widths) >= _TABLES_KEPT:
            _widths.clear()
        table = _widths[weight, px] = {}
    width = table.get(word)
    if width is None:
        if len(table) >= _WORDS_KEPT:
            table.clear()
        shown = word.replace(_SOFT_HYPHEN, "") if _SOFT_HYPHEN in word else word
        width = table[word] = line_width(shown, weight, px)
    return width


class Piece(NamedTuple):
    """What stands between two places where a line may end."""

    text: str
    space: bool
    """A space parts it from the next piece."""


@lru_cache(maxsize=512)
def _pieces(paragraph: str) -> tuple[Piece, ...]:
    out: list[Piece] = []
    for word in _SPACES.split(paragraph):
        parts = [word] if word.isalpha() and word.isascii() else _INSIDE.split(word)
        parts = [bit for part in parts for bit in _ideographs(part)]
        out.extend(Piece(part, False) for part in parts[:-1])
        out.append(Piece(parts[-1], True))
    return tuple(out)


def _ideographs(part: str) -> list[str]:
    """Chinese, Japanese and Korean may break between any two characters."""
    if part.isascii() or not any(unicodedata.east_asian_width(c) == "W" for c in part):
        return [part]
    out: list[str] = []
    for char in part:
        wide = unicodedata.east_asian_width(char) == "W" and unicodedata.category(char) == "Lo"
        if out and not wide:
            out[-1] += char
        else:
            out.append(char)
    return out


def wrap(
    text: str, weight: int, px: int, width: int, force: bool = True, most: int = 1_000_000
) -> list[str] | None:
    """Lines no wider than ``width`` pixels.

    A word wider than a whole line is broken anywhere if ``force``; else the answer is
    None, for the caller to try a smaller size first. So it is for more than ``most`` lines.
    """
    lines: list[str] = []
    for paragraph in clean(text).split("\n"):
        broken = _wrap_paragraph(paragraph, weight, px, width, force, most - len(lines))
        if broken is None:
            return None
        lines.extend(broken)
    return lines


class _Measured(NamedTuple):
    """A paragraph and its pieces, in one size."""

    text: str
    """All pieces, and a space where one parts them."""
    ends: tuple[int, ...]
    """Where each piece ends in the text."""
    begins: tuple[int, ...]
    widths: tuple[int, ...]
    reached: tuple[int, ...]
    """Width of everything up to the end of each piece."""
    widest: int
    space: int


@lru_cache(maxsize=512)
def _measured(paragraph: str, weight: int, px: int) -> _Measured:
    """The pieces of a paragraph that are not empty, measured one by one."""
    space = _word_width(" ", weight, px)
    bits: list[str] = []
    begins, ends, widths, reached = [], [], [], []
    at = reach = 0
    parted = False
    for piece in _pieces(paragraph):
        if piece.text:
            if parted:
                bits.append(" ")
                at, reach = at + 1, reach + space
            bits.append(piece.text)
            begins.append(at)
            at += len(piece.text)
            ends.append(at)
            widths.append(_word_width(piece.text, weight, px))
            reach += widths[-1]
            reached.append(reach)
        parted = piece.space
    return _Measured(
        "".join(bits), tuple(ends), tuple(begins), tuple(widths), tuple(reached),
        max(widths, default=0), space,
    )  # fmt: skip


def _wrap_paragraph(
    paragraph: str, weight: int, px: int, width: int, force: bool, most: int
) -> list[str] | None:
    # Words are added up until the line is nearly full; only then is it measured as a whole, which
    # is exact but slow.
    scale = max(1.0, px / _REFERENCE)
    rough = px / 2 + _ROUGH * width
    near, beyond = width - rough, width + rough
    measured = _measured(paragraph, weight, min(px, _REFERENCE))
    text, ends, begins, widths, reached, widest, space = measured
    if most < 1:
        return None
    if not ends:
        return [""]
    longest = max(beyond, widest * scale) + space * scale
    if not force and reached[-1] * scale > most * longest:
        return None  # however it is broken
    lines: list[str] = []
    first = 0
    while first < len(ends):
        head, used = text[begins[first] : ends[first]], widths[first] * scale
        if used > near and not _fits(head, weight, px, width):
            if not force:
                return None
            *full, head = _break_word(head, weight, px, width)
            lines.extend(full)
            used = float(line_width(head, weight, px))
        before = reached[first] * scale - used
        last = max(first, bisect.bisect_right(reached, (near + before) / scale, first) - 1)
        line = head + text[ends[first] : ends[last]]
        while last + 1 < len(ends) and reached[last + 1] * scale - before <= beyond:
            longer = line + text[ends[last] : ends[last + 1]]
            if not _fits(longer, weight, px, width):
                break
            line, last = longer, last + 1
        lines.append(_ended(line))
        if len(lines) > most:
            return None
        first = last + 1
    lines[-1] = line.replace(_SOFT_HYPHEN, "")
    return lines


def _fits(line: str, weight: int, px: int, width: int) -> bool:
    """Whether the line fits as a whole, with the hyphen it would show if it ended here."""
    return line_width(_ended(line), weight, px) <= width


def _ended(line: str) -> str:
    """A line as it is shown when it ends here: a soft hyphen at the end becomes visible."""
    hyphen = "-" if line.endswith(_SOFT_HYPHEN) else ""
    return line.replace(_SOFT_HYPHEN, "") + hyphen if _SOFT_HYPHEN in line else line


def _break_word(word: str, weight: int, px: int, width: int) -> list[str]:
    """A word in parts that fit; at least one character each, however narrow the box.

    A character keeps its accents, and an emoji its parts.
    """
    word = word.replace(_SOFT_HYPHEN, "")
    units = list(word) if word.isascii() else clusters(word)
    parts: list[str] = []
    start = 0
    while start < len(units):
        low, high = 1, min(len(units) - start, max(2, width))
        while low < high:
            middle = (low + high + 1) // 2
            if line_width("".join(units[start : start + middle]), weight, px) <= width:
                low = middle
            else:
                high = middle - 1
        parts.append("".join(units[start : start + low]))
        start += low
    return parts or [""]
