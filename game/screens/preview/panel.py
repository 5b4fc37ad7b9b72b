"""The problems beside a card: what it is, where in the file, as many at once as there is room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.content.problem import Level
from game.content.tongue import said
from game.i18n import _, ngettext
from game.screens import parts
from game.screens.kit import pieces
from game.screens.kit.text import BOLD, HEAVY, Fitted, draw_fitted, draw_label, fit
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.parts import Part
from game.screens.preview.frame import SMALL
from game.screens.preview.shelf import Entry
from game.screens.preview.told import Remark, Told
from game.screens.preview.words import counted, level_name
from game.screens.scenes.onward import draw_page_mark
from game.screens.screen import Hotspot

INNER = (28.0, 22.0)
BETWEEN, AFTER_HEAD = 20.0, 14.0
DOTS = 48.0
LABEL = SMALL * 1.35


class Block(NamedTuple):
    """A problem, ready to be drawn."""

    remark: Remark
    words: Fitted

    @property
    def height(self) -> float:
        """In units."""
        return LABEL + self.words.height


class Panel:
    """What is wrong, in a box: laid out once, a page at a time."""

    def __init__(self, wall: Wall, box: Box, told: Told, entry: Entry | None) -> None:
        self.box = box
        self._broken = told.broken
        self._others = _others(told, entry)
        inner = box.inset(*INNER)
        self._title = _head(told, entry)
        self._head, body = inner.cut_top(SMALL * 1.5, AFTER_HEAD)
        self._note = None
        if told.broken:
            note = _note(entry)
            self._note = fit(wall, note, body.w, body.h, size=SMALL, leading=1.2)
            body = body.cut_top(self._note.height, BETWEEN)[1]
        self._foot, body = body.cut_bottom(DOTS, 8)
        self._body = body
        self.pages = _pages(wall, told.beside(entry), body)

    def parts(self, at: int, does: parts.Does) -> list[Part]:
        """The page `at`; pointing at it asks for the next one, where there is one."""
        spot = Hotspot(self.box, does, self._title, radius=44) if len(self.pages) > 1 else None
        return [Part(lambda canvas: self._draw(canvas, at), spot, rank=40)]

    def _draw(self, canvas: Canvas, at: int) -> None:
        theme = canvas.theme
        pieces.sheet(canvas, self.box, level="low")
        draw_label(canvas, self._title, self._head, size=(SMALL * 1.2, SMALL * 0.8), weight=HEAVY)
        if self._note is not None:
            place = Box(
                self._head.x, self._head.bottom + AFTER_HEAD, self._head.w, self._note.height
            )
            pieces.inset(canvas, place.inset(-12, -6), radius=18, chosen=True, line=3)
            draw_fitted(canvas, self._note, place)
        y = self._body.y
        for block in self.pages[at % len(self.pages)]:
            _draw_block(canvas, block, Box(self._body.x, y, self._body.w, block.height))
            y += block.height + BETWEEN
        if len(self.pages) > 1:
            draw_page_mark(
                canvas, len(self.pages), at % len(self.pages), self._foot.cx, self._foot.cy
            )
        elif self._others:
            draw_label(canvas, self._others, self._foot, size=(SMALL, SMALL * 0.8),
                       color=theme.text_2)  # fmt: skip


def _note(entry: Entry | None) -> str:
    """What it means that the file cannot be played."""
    if entry is None:
        return _("This cannot be played until it is mended.")
    return _("This cannot be played. The wall keeps what was last in order.")


def _head(told: Told, entry: Entry | None) -> str:
    n = len(told.beside(entry))
    return ngettext("{n} problem", "{n} problems", n).format(n=n) if n else _("No problems here")


def _others(told: Told, entry: Entry | None) -> str:
    """What is elsewhere in the deck."""
    n = len(told.remarks) - len(told.beside(entry))
    return ngettext("{n} more elsewhere", "{n} more elsewhere", n).format(n=n) if n > 0 else ""


def _pages(wall: Wall, remarks: Sequence[Remark], body: Box) -> list[list[Block]]:
    """Never without a page; what is longer than one is cut, and its place says where it goes on."""
    found: list[list[Block]] = [[]]
    left = body.h
    for remark in remarks:
        room = max(SMALL * 1.3, body.h - LABEL)
        words = fit(wall, said(remark.problem), body.w, room, size=SMALL, leading=1.2)
        block = Block(remark, words)
        if found[-1] and block.height > left:
            found.append([])
            left = body.h
        found[-1].append(block)
        left -= block.height + BETWEEN
    return found


def _draw_block(canvas: Canvas, block: Block, box: Box) -> None:
    theme, level = canvas.theme, block.remark.problem.level
    line, rest = box.cut_top(LABEL)
    mark = Box(line.x, line.cy - 9, 18, 18)
    fill = theme.text if level is Level.ERROR else theme.brass_edge
    if level is Level.ADVICE:
        pieces.outlined(canvas, mark, radius=9, width=4, color=theme.text_2)
    else:
        # A square for what stops, a disc for what looks wrong: not told apart by colour alone.
        pieces.inset(canvas, mark, radius=3 if level is Level.ERROR else 9, fill=fill)
    words = line.cut_left(18, 12)[1]
    text = f"{level_name(level)} · {block.remark.place}"
    draw_label(canvas, text, words, size=(SMALL, SMALL * 0.75), weight=BOLD)
    draw_fitted(canvas, block.words, rest)


def count_line(told: Told) -> str:
    """`2 errors · 1 warning`, of the whole deck; "" where nothing is wrong."""
    found = told.count()
    return " · ".join(counted(level, found[level]) for level in Level if found[level])
