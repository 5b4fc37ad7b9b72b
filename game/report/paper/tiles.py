"""The board on paper: once on a sheet twice as large, once in four parts to glue together."""

from __future__ import annotations

from game.i18n import _
from game.look.box import Box
from game.report.paper.board import Poster, lay_board
from game.report.paper.deck import PrintedDeck
from game.report.paper.ink import THEME, Ink
from game.report.paper.sizes import POSTERS, Paper
from game.report.paper.typeset import SEMI
from game.rules.board import Board

MARGIN = 10.0
"""What printers leave white."""
OVERLAP = 10.0
"""How much neighbouring parts have in common: where the glue goes."""
_MARK = 5.0


def print_poster(ink: Ink, deck: PrintedDeck, board: Board, paper: Paper) -> None:
    """The board on one sheet twice as large as the paper."""
    sheet = POSTERS[paper.name]
    box = sheet.box.inset(MARGIN)
    ink.new_page(sheet)
    Poster(ink, deck, lay_board(ink, board, box.w / box.h), box).draw()


def print_tiles(ink: Ink, deck: PrintedDeck, board: Board, paper: Paper) -> None:
    """The board over four sheets of the paper, lying, with an overlap to glue."""
    sheet = paper.lying
    window = sheet.box.inset(MARGIN)
    w, h = 2 * window.w - OVERLAP, 2 * window.h - OVERLAP
    plan = lay_board(ink, board, w / h)
    for row in range(2):
        for column in range(2):
            ink.new_page(sheet)
            left = window.x - column * (window.w - OVERLAP)
            top = window.y - row * (window.h - OVERLAP)
            with ink.clipped(window):
                Poster(ink, deck, plan, Box(left, top, w, h)).draw()
            _trimming(ink, window, sheet, row, column)


def _trimming(ink: Ink, window: Box, sheet: Paper, row: int, column: int) -> None:
    """Marks to cut by, the strip that is glued, and which part this is."""
    for x in (window.x, window.right):
        for y, way in ((window.y, -1), (window.bottom, 1)):
            ink.rule((x, y + way * 1.0), (x, y + way * (1.0 + _MARK)), THEME.line, 0.2)
            out = -1 if x == window.x else 1
            ink.rule((x + out * 1.0, y), (x + out * (1.0 + _MARK), y), THEME.line, 0.2)
    # The upper and left parts keep their strip; the others are cut and laid upon it.
    if column == 0:
        x = window.right - OVERLAP
        ink.rule((x, window.bottom + 1), (x, window.bottom + 1 + _MARK), THEME.line, 0.2)
        ink.rule((x, window.y - 1 - _MARK), (x, window.y - 1), THEME.line, 0.2)
    if row == 0:
        y = window.bottom - OVERLAP
        ink.rule((window.x - 1 - _MARK, y), (window.x - 1, y), THEME.line, 0.2)
        ink.rule((window.right + 1, y), (window.right + 1 + _MARK, y), THEME.line, 0.2)
    words = _("Part {n} of 4: row {row}, column {column}").format(
        n=2 * row + column + 1, row=row + 1, column=column + 1
    )
    foot = Box(window.x + 20, window.bottom + 2.0, window.w - 40, 5.0)
    ink.line(words, foot, 9.0, weight=SEMI, color=THEME.text_2, align="center")
