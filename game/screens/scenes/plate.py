"""The plate in the middle of the board: how its words, die and portrait share the room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from game.screens.kit.fitting import Words as Breaks
from game.screens.kit.text import (
    BODY,
    BOLD,
    HEAVY,
    Fitted,
    fit,
    text_width,
)
from game.screens.kit.wall import Box, Wall
from game.screens.scenes.platewords import Words


@dataclass(frozen=True)
class Places:
    """Where the plate's parts stand; a box without width is left out."""

    words: Words
    """What there was room for."""
    picture: Box
    token: Box
    title: Fitted
    title_box: Box
    line: Fitted | None
    line_box: Box
    foot: Fitted | None
    foot_box: Box
    pill: Box
    note: Fitted | None
    note_box: Box

    @property
    def overflow(self) -> bool:
        """Something does not fit."""
        texts = (self.title, self.line, self.foot, self.note)
        return any(text.overflow for text in texts if text is not None)


_NONE = Box(0, 0, 0, 0)
WHOLE = 0.9
"""Of a label's size: a name that would be smaller in one piece is parted between syllables."""


@dataclass(frozen=True)
class _Low:
    """What stands along the plate's lower edge, and the room it leaves above."""

    rest: Box
    foot: Fitted | None = None
    foot_box: Box = _NONE
    pill: Box = _NONE
    note: Fitted | None = None
    note_box: Box = _NONE


@lru_cache(maxsize=32)
def lay(wall: Wall, plate: Box, words: Words) -> Places:
    """Where everything stands: what is least needed leaves a plate that is too small."""
    inner = plate.inset(*((30, 20) if not wall.is_far else (24, 12)))
    found = _lay(wall, inner, words)
    for fewer in _less_and_less(words):
        if not found.overflow:
            return found
        found = _lay(wall, inner, fewer)
    if not found.overflow:
        return found
    # Even the name alone is too long at a label's size: it is set smaller, so as not to be cut.
    plain = [fewer for fewer in _less_and_less(words) if not (fewer.picture or fewer.note)]
    for fewer in plain:
        found = _lay(wall, inner, fewer, least=0.5, name="broken")
        if not found.overflow:
            break
    if not found.overflow and found.title.size >= wall.S * WHOLE:
        return found
    # Much smaller than a label it would be harder to read than with a hyphen: it is parted.
    for least in (1.0, 0.9, 0.8, 0.7):
        for fewer in plain:
            parted = _lay(wall, inner, fewer, least=least, name="parted")
            if not parted.overflow and parted.title.size > found.title.size:
                return parted
    return found


def _less_and_less(words: Words) -> list[Words]:
    """The same with less and less said; what comes next is never left out."""
    bare = replace(words, picture="", note="")
    out = [replace(words, wordless=bool(words.note)), replace(words, note=""), bare]
    if words.picture == "portrait":
        out.insert(3, replace(words, note="", line=""))
    if words.button:
        out += [replace(bare, foot=""), replace(bare, foot="", line="")]
    else:
        out.append(replace(bare, line=""))
    return out


def _lay(
    wall: Wall, inner: Box, words: Words, least: float = 1.0, name: Breaks = "whole"
) -> Places:
    """Foot or button below, a picture at the left, title and line at its right."""
    high = min(_pill_height(wall), max(wall.S * 1.15, inner.h * 0.46))
    low = _foot(wall, inner, words, high)
    picture, rest = _NONE, low.rest
    if words.picture:
        side = min(rest.h, rest.w * 0.36, 178.0)
        picture, rest = rest.cut_left(side, 28)
    # With a foot below, the button has no place there and stands under the name.
    under = high if words.button and words.foot else 0.0
    return _head(wall, rest, words, picture, low, under, least, name)


def _foot(wall: Wall, inner: Box, words: Words, high: float) -> _Low:
    if words.foot:
        foot = fit(
            wall,
            words.foot,
            inner.w,
            inner.h * (0.5 if wall.is_far else 0.42),
            size=(wall.M, wall.S * 0.98),
            weight=BODY if words.button else BOLD,
            leading=1.14,
            lines=3,
        )
        box, rest = inner.cut_bottom(foot.height, 8)
        return _Low(rest, foot, box)
    if not words.button:
        return _Low(inner)
    row, rest = inner.cut_bottom(high, 10)
    width = pill_width(wall, words)
    if not words.note:
        return _Low(rest, pill=row.centred(min(row.w, width * 1.15), row.h))
    note = fit(wall, words.note, row.w - width - 24, row.h + 18, size=wall.S, leading=1.12, lines=2)
    pill, beside = row.cut_left(width, 24)
    return _Low(rest, pill=pill, note=note, note_box=beside.inset(0, -9))


def _head(
    wall: Wall,
    rest: Box,
    words: Words,
    picture: Box,
    low: _Low,
    under: float,
    least: float,
    name: Breaks,
) -> Places:
    """Token, title and line (and the button `under` them), together in the middle."""
    room = rest.h - (under + 10 if under else 0.0)
    size = min(78.0, room * 0.9, rest.w * 0.26) if words.token and not words.shared else 0.0
    before = size + 18 if size else 0.0
    title = fit(
        wall,
        _unparted(words),
        rest.w - before,
        max(room * (0.62 if words.line else 1.0), 1.0),
        size=(wall.L if least == 1 else wall.S, wall.S * least),
        weight=HEAVY,
        leading=1.06,
        lines=2 if least == 1 else 4,
        # A broken name is harder to read than a smaller one; the last try breaks what it must.
        words=name,
    )
    line = None
    if words.line:
        line = fit(
            wall,
            words.line,
            rest.w,
            max(room - title.height - 4, 1.0),
            size=(wall.M, wall.S),
            weight=BODY,
            leading=1.16,
            lines=3,
        )
    high = max(title.height, size) + (line.height + 4 if line else 0.0)
    y = rest.y + max(0.0, rest.h - high - (under + 10 if under else 0.0)) / 2
    head = Box(rest.x, y, rest.w, max(title.height, size))
    left = head.x if picture.w else head.cx - min(rest.w, title.width + before) / 2
    token = Box(left, head.cy - size / 2, size, size) if size else _NONE
    title_box = Box(left + before, head.cy - title.height / 2, rest.w - before + 2, title.height)
    line_box = Box(rest.x, head.bottom + 4, rest.w, line.height if line else 0.0)
    pill = low.pill
    if under:
        pill = Box(rest.x, y + high + 10, min(rest.w, pill_width(wall, words)), under)
        if not picture.w:
            pill = pill.moved((rest.w - pill.w) / 2, 0)
    return Places(
        words,
        picture,
        token,
        title,
        title_box,
        line,
        line_box,
        low.foot,
        low.foot_box,
        pill,
        low.note,
        low.note_box,
    )


def _unparted(words: Words) -> str:
    """The title; a customer's age stays beside its name, and both are rather set smaller."""
    return words.title.replace(", ", ",\u00a0") if words.persona else words.title


def _pill_height(wall: Wall) -> float:
    return min(wall.S * 1.9, 96.0)


def pill_width(wall: Wall, words: Words) -> float:
    """What the button needs for its word, and for token and die where it carries those."""
    high = _pill_height(wall)
    if words.wordless:
        return high * 2.3
    extra = high * 1.75 if words.shared else 0.0
    return text_width(wall, words.button, wall.S * 1.12, BOLD) + high * 1.15 + extra
