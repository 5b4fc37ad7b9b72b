"""Choosing a category: a sheet over the board with every pile there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from game.i18n import _, ngettext
from game.rules.actions import ChooseCategory
from game.rules.advance import default_choice
from game.rules.piles import choices
from game.rules.state import ChooseFor, Choosing, State
from game.screens.inputs import OPTION_KEYS
from game.screens.kit import pieces
from game.screens.kit.card import icon_name
from game.screens.kit.people import token
from game.screens.kit.strip import strip_box
from game.screens.kit.text import (
    BOLD,
    HEAVY,
    Fitted,
    draw_fitted,
    draw_label,
    fit,
    text_width,
)
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.boardview import strip_style
from game.screens.scenes.frame import category_icon, category_name, team_colour, team_name
from game.screens.scenes.onward import DOT_STEP, draw_dots
from game.screens.screen import Do, Hotspot, Outcome

GAP = 18.0
FEW = 6
"""So many piles always share a sheet."""
PILE_KEYS = OPTION_KEYS + "g"
"""What is pressed for each pile; G marks an answer right, but only after a ring."""


@dataclass(frozen=True)
class Pile:
    """One category that can be chosen."""

    id: str
    name: str
    icon: str
    letter: str
    """Its key while its sheet is shown; "" beyond the letters there are."""
    cards: str
    """How many cards are left, in words."""
    default: bool
    """Next takes this one: the fullest."""


def piles_of(state: State) -> tuple[Pile, ...]:
    """Every category that can be chosen, in the order of the decks; keys are given by sheet."""
    fullest = default_choice(state)
    out = []
    for name in choices(state):
        pile = state.pile(name)
        n = len(pile.cards) if pile else 0
        out.append(
            Pile(
                name,
                category_name(state, name),
                category_icon(state, name),
                "",
                ngettext("{n} card left", "{n} cards left", n).format(n=n),
                name == fullest,
            )
        )
    return tuple(out)


@dataclass(frozen=True)
class _Cell:
    """One pile's place; its words one below the other, or in one line."""

    box: Box
    cap: float
    disc: float
    name: Fitted
    cards: Fitted
    inline: bool
    fits: bool
    """All words fit, and none is broken."""


def panel_box(wall: Wall, state: State) -> Box:
    """The sheet: between the tags and the strip, so that the board is still seen round it.

    For a far last row it takes the whole wall.
    """
    if wall.is_far:
        return wall.box.inset(wall.margin)
    bottom = strip_box(wall, len(state.teams), strip_style(wall)).y - 24
    side = {"wide": 190.0, "four_three": 60.0, "tall": 40.0}[wall.kind]
    return Box(side, 132, wall.width - 2 * side, bottom - 132)


def _head_height(wall: Wall) -> float:
    return max(92.0, wall.L * 1.12)


@lru_cache(maxsize=8)
def _lay(wall: Wall, box: Box, piles: tuple[Pile, ...]) -> tuple[_Cell, ...]:
    """Cells in the arrangement that gives names the largest type."""
    room = box.inset(44, 26).cut_top(_head_height(wall), 12)[1]
    n = len(piles)
    best: tuple[_Cell, ...] = ()
    rank = (-1.0, -1.0)
    for columns in range(1, min(4, n) + 1):
        rows = -(-n // columns)
        high = min(230.0 * wall.seat, (room.h - GAP * (rows - 1)) / rows)
        used = high * rows + GAP * (rows - 1)
        boxes = Box(room.x, room.y + (room.h - used) * 0.4, room.w, used).grid(n, columns, GAP)
        for inline in (False, True):
            for disc in (min(92.0, high * 0.66), 0.0):
                cells = tuple(
                    _cell(wall, pile, cell, disc, inline)
                    for pile, cell in zip(piles, boxes, strict=True)
                )
                fitting = sum(cell.fits for cell in cells) / n
                size = min(cell.name.size for cell in cells)
                # The picture of the category is worth a little smaller type.
                score = (
                    fitting,
                    size + (3 if disc else 0) + (2 if columns > 1 else 0) - (1 if inline else 0),
                )
                if score > rank:
                    best, rank = cells, score
    return best


def _cell(wall: Wall, pile: Pile, box: Box, disc: float, inline: bool) -> _Cell:
    cap = min(64.0 * min(wall.seat, 1.34), box.h * 0.62)
    width = box.w - 22 - cap - 20 - (disc + 20 if disc else 0) - 22
    cards = fit(wall, pile.cards, width, size=wall.S, leading=1.2, lines=1 if inline else 2)
    words = width - cards.width - 24 if inline else width
    high = box.h - 12 - (0 if inline else cards.height)
    name = fit(
        wall,
        pile.name,
        max(1.0, words),
        max(1.0, high),
        size=(wall.M, wall.S),
        weight=BOLD,
        leading=1.1,
        lines=3,
    )
    longest = max(
        (text_width(wall, word, name.size, BOLD) for word in pile.name.split()), default=0.0
    )
    fits = not (name.overflow or cards.overflow) and longest <= words + 1
    return _Cell(box, cap, disc, name, cards, inline, fits)


@lru_cache(maxsize=8)
def _paged(wall: Wall, box: Box, piles: tuple[Pile, ...]) -> tuple[tuple[Pile, ...], ...]:
    """All of them on one sheet where their names fit; else as many at a time as fit.

    Where there are several, none has more piles than keys: each sheet begins with A again.
    """
    for sheets in range(1, len(piles)):
        most = -(-len(piles) // sheets)
        parts = tuple(_keyed(piles[i : i + most]) for i in range(0, len(piles), most))
        if sheets > 1 and most > len(PILE_KEYS):
            continue
        if most <= FEW or all(cell.fits for part in parts for cell in _lay(wall, box, part)):
            return parts
    return (_keyed(piles),)


def _keyed(piles: tuple[Pile, ...]) -> tuple[Pile, ...]:
    """A sheet's piles with their keys."""
    keys = (*PILE_KEYS.upper(), *[""] * len(piles))
    return tuple(replace(pile, letter=key) for pile, key in zip(piles, keys, strict=False))


def pile_pressed(wall: Wall, state: State, sheet: int, key: str) -> str:
    """Id of the category a key chooses on the sheet that is shown; "" for none."""
    found = (pile.id for pile in _sheet_of(wall, state, sheet) if pile.letter == key.upper())
    return next(found, "") if key else ""


def panel_sheets(wall: Wall, state: State) -> int:
    """On how many sheets the piles are."""
    return len(_paged(wall, panel_box(wall, state), piles_of(state)))


def _sheet_of(wall: Wall, state: State, sheet: int) -> tuple[Pile, ...]:
    found = _paged(wall, panel_box(wall, state), piles_of(state))
    return found[sheet % len(found)]


def _more_box(wall: Wall, state: State) -> Box:
    """The button that turns to the next sheet, in the heading's place for why there is a choice."""
    head = panel_box(wall, state).inset(44, 26).cut_top(_head_height(wall))[0]
    return head.cut_right(head.h)[0]


def draw_panel(canvas: Canvas, state: State, sheet: int = 0) -> None:
    """The sheet with its piles; a button turns to those that have no room on it."""
    wall, box = canvas.wall, panel_box(canvas.wall, state)
    pieces.sheet(canvas, box)
    head = box.inset(44, 26).cut_top(_head_height(wall))[0]
    sheets = panel_sheets(wall, state)
    if sheets > 1:
        more = _more_box(wall, state)
        head = head.cut_right(more.w, 20)[1]
        if not wall.is_narrow:  # there the heading takes all the room there is
            dots, head = head.cut_right(sheets * DOT_STEP, 20)
            draw_dots(canvas, sheets, sheet % sheets, dots.cx, dots.cy)
        pieces.sheet(canvas, more, radius=more.w / 2, level="low")
        pieces.icon(canvas, "icon-next", more.cx, more.cy, more.w * 0.5)
    _draw_head(canvas, state, head)
    piles = _sheet_of(wall, state, sheet)
    for pile, cell in zip(piles, _lay(wall, box, piles), strict=True):
        _draw_cell(canvas, pile, cell)


def _draw_head(canvas: Canvas, state: State, head: Box) -> None:
    """Who chooses, and why."""
    wall = canvas.wall
    size = min(84.0, head.h)
    token(canvas, team_colour(state, state.active), head.x + size / 2, head.cy, size)
    words = head.cut_left(size, 24)[1]
    why = _("after the twist") if _by_twist(state) else ""
    if why:
        wide = text_width(wall, why, wall.S) + 4
        right, words = words.cut_right(min(wide, words.w * 0.34), 20)
        draw_label(
            canvas, why, right, size=wall.S, color=canvas.theme.text_2, align="right", lines=2
        )
    draw_label(
        canvas,
        _("{team} chooses a card").format(team=team_name(state, state.active)),
        words,
        size=(wall.L, wall.S),
        weight=HEAVY,
        lines=2,
    )


def _by_twist(state: State) -> bool:
    return isinstance(state.stage, Choosing) and state.stage.why is ChooseFor.TWIST


def _draw_cell(canvas: Canvas, pile: Pile, cell: _Cell) -> None:
    box = cell.box
    pieces.inset(canvas, box, chosen=pile.default)
    x = box.x + 22
    if pile.letter:
        cap = Box(x, box.cy - cell.cap / 2, cell.cap, cell.cap)
        pieces.key_cap(canvas, cap, pile.letter, on=pile.default)
    elif not cell.disc:  # its picture, where others have their key: no hole, no key that is none
        icon = icon_name("category", pile.icon)
        pieces.icon_disc(canvas, icon, x + cell.cap / 2, box.cy, cell.cap)
    x += cell.cap + 20
    if cell.disc:
        pieces.icon_disc(
            canvas, icon_name("category", pile.icon), x + cell.disc / 2, box.cy, cell.disc
        )
        x += cell.disc + 20
    words = Box(x, box.y, box.right - 22 - x, box.h)
    grey = canvas.theme.text_2
    if cell.inline:
        draw_fitted(canvas, cell.name, words, valign="middle")
        draw_fitted(canvas, cell.cards, words, color=grey, align="right", valign="middle")
        return
    spare = max(0.0, box.h - cell.name.height - cell.cards.height) / 2
    draw_fitted(canvas, cell.name, words.moved(0, spare))
    draw_fitted(canvas, cell.cards, words.moved(0, spare + cell.name.height), color=grey)


def panel_spots(
    wall: Wall, state: State, sheet: int = 0, turn: Callable[[], Outcome] | None = None
) -> Sequence[Hotspot]:
    """Every pile as a place to point at, the one Next takes first; then the next sheet."""
    piles = _sheet_of(wall, state, sheet)
    cells = _lay(wall, panel_box(wall, state), piles)
    spots = [
        (not pile.default, Hotspot(cell.box, Do(ChooseCategory(pile.id)), pile.name))
        for pile, cell in zip(piles, cells, strict=True)
    ]
    found = [spot for _default, spot in sorted(spots, key=lambda item: item[0])]
    if turn is not None and panel_sheets(wall, state) > 1:
        more = _more_box(wall, state)
        found.append(Hotspot(more, turn, _("More"), radius=more.w / 2))
    return found
