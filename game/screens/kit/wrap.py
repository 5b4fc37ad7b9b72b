"""Breaking text into lines of a width, at words first.

Widths of words are kept per weight and size, so that fitting a card costs a table
look-up a word; every finished line is then measured as a whole.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from game.screens.kit.fonts import font, primary
from game.screens.kit.runs import Run, clean, clusters, runs_of

_SOFT_HYPHEN = "\u00ad"
#: Where a line may end inside a word: after hyphens, dashes, slashes and soft hyphens.
_INSIDE = re.compile("(?<=[-\u2010\u2013\u2014/\u200b\u00ad])(?=[^\\s\\d])")
_SPACES = re.compile("[ \u2002-\u2006\u2008-\u200a\u3000]+")

_widths: dict[tuple[int, int], dict[str, int]] = {}
_TABLES_KEPT, _WORDS_KEPT = 128, 1000


def line_width(text: str, weight: int, px: int) -> int:
    """Width in pixels of one cleaned line, all its faces together."""
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


def word_width(word: str, weight: int, px: int) -> int:
    """The same, from the table of words met before."""
    return _word_width(word, weight, px, _table(weight, px))


def _table(weight: int, px: int) -> dict[str, int]:
    """The words met before in this weight and size, with their widths."""
    table = _widths.get((weight, px))
    if table is None:
        if len(_widths) >= _TABLES_KEPT:
            _widths.clear()
        table = _widths[weight, px] = {}
    return table


def _word_width(word: str, weight: int, px: int, table: dict[str, int]) -> int:
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


def wrap(text: str, weight: int, px: int, width: int, force: bool = True) -> list[str] | None:
    """Lines no wider than ``width`` pixels.

    A word wider than a whole line is broken anywhere if ``force``; else the answer is
    None, for the caller to try a smaller size first.
    """
    lines: list[str] = []
    for paragraph in clean(text).split("\n"):
        broken = _wrap_paragraph(paragraph, weight, px, width, force)
        if broken is None:
            return None
        lines.extend(broken)
    return lines


def _wrap_paragraph(
    paragraph: str, weight: int, px: int, width: int, force: bool
) -> list[str] | None:
    space = primary(weight, px).size(" ")[0]
    # So far from a line's end the words alone tell that it fits; only then is it measured whole.
    near, table = width - px, _table(weight, px)
    lines: list[str] = []
    line, used, gap = "", 0, False
    for piece in _pieces(paragraph):
        wide = _word_width(piece.text, weight, px, table)
        extra = space if gap and line else 0
        joined = f"{line} {piece.text}" if extra else line + piece.text
        total = used + extra + wide
        if line and total > near and (total > width or not _fits(joined, weight, px, width)):
            lines.append(_ended(line))
            line, used, joined, extra = "", 0, piece.text, 0
        if not line and wide > near and not _fits(piece.text, weight, px, width):
            if not force:
                return None
            *full, joined = _break_word(piece.text, weight, px, width)
            lines.extend(full)
            wide = _word_width(joined, weight, px, table)
        line, used, gap = joined, used + extra + wide, piece.space
    lines.append(line.replace(_SOFT_HYPHEN, ""))
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
