"""Pieces to cut: pawns and customers that stand, happy customers, tokens for bell and pass."""

from __future__ import annotations

from collections.abc import Sequence

from game.i18n import _
from game.look.box import Box
from game.look.theme import team as look_of
from game.report.paper.deck import PrintedDeck
from game.report.paper.ink import THEME, WHITE, Ink, line_height
from game.report.paper.sizes import Paper
from game.report.paper.typeset import BOLD, HEAVY, SEMI
from game.rules.ruleset import Rules
from game.session.seats import default_teams

_MARGIN = 14.0
_HEAD = 16.0
_STAND = (30.0, 100.0)
"""Width and height of something that stands: a foot, a back, a front, a foot."""
_FOOT = 10.0
_COIN = 19.0
"""Width of a happy customer."""
_FIVES = 4
"""Rows of coins that are worth five."""
_TOKEN = (36.0, 26.0)
"""Width and height of what a team may spend."""


def print_pieces(ink: Ink, deck: PrintedDeck, rules: Rules, teams: int, paper: Paper) -> None:
    """The sheets of pieces for so many teams."""
    pawns: list[tuple[str, str]] = [(f"pawn-{c}", name) for name, c in default_teams(teams)]
    people = [(one.picture, one.name) for one in deck.content.personas if one.picture]
    _standing(ink, _("Pawns"), pawns, paper)
    if people:
        _standing(ink, _("Customers"), people, paper)
    _coins(ink, paper)
    _tokens(ink, rules, teams, paper)


def _sheet(ink: Ink, title: str, how: str, paper: Paper) -> Box:
    """A new sheet with its title; gives what is left of it."""
    ink.new_page(paper)
    head, rest = paper.box.inset(_MARGIN).cut_top(_HEAD, 4.0)
    ink.line(title, head.cut_top(9.0)[0], 18.0, weight=HEAVY)
    ink.line(how, head.cut_bottom(6.0)[0], 10.0, weight=SEMI, color=THEME.text_2)
    return rest


def _standing(ink: Ink, title: str, who: Sequence[tuple[str, str]], paper: Paper) -> None:
    how = _("Cut out, fold at the dashes, glue the two feet upon one another.")
    columns, rows = 6, 2
    for start in range(0, len(who), columns * rows):
        rest = _sheet(ink, title, how, paper)
        for i, (drawing, name) in enumerate(who[start : start + columns * rows]):
            w, h = _STAND
            x = rest.x + (i % columns) * w
            y = rest.y + (i // columns) * (h + 8.0)
            _stand(ink, Box(x, y, w, h), drawing, name)


def _stand(ink: Ink, box: Box, drawing: str, name: str) -> None:
    """One strip: its upper half hangs upside down, and stands when it is folded."""
    ink.rect(box, edge=THEME.hair, width=0.2)
    half = Box(box.x, box.cy, box.w, box.h / 2)
    _half(ink, half, drawing, name)
    with ink.turned(box.cx, box.cy):
        _half(ink, half, drawing, name)
    for y in (box.y + _FOOT, box.cy, box.bottom - _FOOT):
        ink.rule((box.x, y), (box.right, y), THEME.line, 0.15, dash=1.2)


def _half(ink: Ink, half: Box, drawing: str, name: str) -> None:
    picture = half.cut_bottom(_FOOT)[1]
    ink.picture(drawing, picture.inset(2.0, 2.5))
    foot = half.cut_bottom(_FOOT)[0].inset(1.0, 1.0)
    size = next((s for s in (10.0, 9.0, 8.0, 7.0) if _wide(ink, name, s) <= foot.w), 0.0)
    if size:
        ink.line(name, foot, size, weight=BOLD, align="center")
        return
    lines = ink.type.lines(name, BOLD, 7.0, foot.w)[:2]
    high = len(lines) * line_height(7.0, 1.1)
    ink.lines(lines, foot.centred(foot.w, high), 7.0, weight=BOLD, align="center", leading=1.1)


def _wide(ink: Ink, text: str, size: float) -> float:
    return ink.type.width(text, BOLD, size)


def _coins(ink: Ink, paper: Paper) -> None:
    """Happy customers, one by one and by fives, in the six faces of the wall."""
    how = _("Happy customers: the small ones count one, those in brass count five.")
    rest = _sheet(ink, _("Happy customers"), how, paper)
    columns, rows = int(rest.w / _COIN), int(rest.h / _COIN)
    left = rest.x + (rest.w - columns * _COIN) / 2
    for row in range(rows):
        for column in range(columns):
            cell = Box(left + column * _COIN, rest.y + row * _COIN, _COIN, _COIN)
            number = row * columns + column
            _coin(ink, cell, number, five=row < _FIVES)


def _coin(ink: Ink, cell: Box, number: int, *, five: bool) -> None:
    ink.rect(cell, edge=THEME.hair, width=0.1)
    face = f"face-{number % 6 + 1}"
    if not five:
        ink.picture(face, cell.inset(2.0))
        return
    ink.disc((cell.cx, cell.cy), _COIN / 2 - 1.0, THEME.brass_soft, edge=THEME.brass, width=1.0)
    ink.picture(face, cell.centred(10.5, 10.5).moved(0, -1.6))
    ink.line("5", Box(cell.x, cell.bottom - 6.5, cell.w, 4.8), 12.0, weight=HEAVY, align="center")


def _tokens(ink: Ink, rules: Rules, teams: int, paper: Paper) -> None:
    """What a team may spend: its other views and its passes."""
    how = _("Each team begins with these, and hands one in whenever it is used.")
    kinds: list[tuple[str, str]] = [
        *[("space-bell", _("Other view"))] * rules.view_tokens,
        *[("icon-next", _("Pass"))] * rules.passes,
    ]
    tokens = [(colour, *kind) for _name, colour in default_teams(teams) for kind in kinds]
    w, h = _TOKEN
    while tokens:
        rest = _sheet(ink, _("Tokens"), how, paper)
        columns, rows = int(rest.w / (w + 2.0)), int(rest.h / (h + 2.0))
        for i, (colour, icon, words) in enumerate(tokens[: columns * rows]):
            x, y = i % columns * (w + 2.0), i // columns * (h + 2.0)
            _token(ink, Box(rest.x + x, rest.y + y, w, h), colour, icon, words)
        tokens = tokens[columns * rows :]


def _token(ink: Ink, cell: Box, colour: str, icon: str, words: str) -> None:
    ink.rect(cell, WHITE, edge=look_of(colour).fill, width=1.6, radius=3.0)
    inner = cell.inset(3.0)
    top, foot = inner.cut_top(inner.h - 5.0)
    halves = top.columns(2, 1.0)
    ink.picture(f"token-{colour}", halves[0].inset(1.0))
    ink.picture(icon, halves[1].inset(1.0))
    ink.line(words, foot, 9.0, weight=BOLD, align="center")
