"""The board as a poster: zones of paper, the road, its spaces, and what they mean.

The geometry is the wall's (`game.look`); a space wears the colour of the cards it draws.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.i18n import _
from game.look.box import Box
from game.look.road import Road, lay_road
from game.look.theme import Color
from game.look.zones import Paper as Sheet
from game.look.zones import papers, stretches
from game.report.paper.deck import PrintedDeck, icon_of
from game.report.paper.ink import THEME, WHITE, Ink, line_height
from game.report.paper.marks import Mark, place_marks
from game.report.paper.typeset import BOLD, HEAVY, MM, SEMI
from game.rules.board import Board, Space, SpaceKind

_HIGH = 1080.0
"""Units of the board's height: what the road's geometry is tuned to."""
_LARGEST = 50.0
"""Units of a space's radius, at the most."""
_LEAST = 5.0
"""Points of the legend's words, where a name is very long."""
_FILLED = 0.86
"""How much of a row of the legend its lines may take: more, and two rows read as one."""
_EDGE = 26.0
"""Units between the road and the edge of the poster."""


@dataclass(frozen=True)
class Plan:
    """A board laid out in units for a poster of some shape."""

    board: Board
    whole: Box
    road: Road
    sheets: tuple[Sheet, ...]
    marks: tuple[Mark, ...]


def lay_board(ink: Ink, board: Board, shape: float) -> Plan:
    """The board for a poster so many times as wide as it is high."""
    whole = Box(0, 0, _HIGH * shape, _HIGH)
    road = lay_road(whole.inset(_EDGE), len(board.spaces), board.loop, _LARGEST)
    ids = [zone.id for zone in board.zones]
    zones = [ids.index(space.zone) if space.zone in ids else None for space in board.spaces]
    sheets = tuple(papers(whole, road, zones))
    marks = place_marks(
        ink, whole, road, stretches(zones, board.loop), sheets,
        [(zone.name, zone.picture) for zone in board.zones],
    )  # fmt: skip
    return Plan(board, whole, road, sheets, tuple(marks))


class Poster:
    """A plan, drawn into a box of millimetres."""

    def __init__(self, ink: Ink, deck: PrintedDeck, plan: Plan, box: Box) -> None:
        self.ink = ink
        self.deck = deck
        self.plan = plan
        self.box = box
        self.k = box.h / plan.whole.h
        """Millimetres of a unit."""

    def draw(self) -> None:
        """Everything, from the zones upward; nothing shows outside the box."""
        plan, road = self.plan, self.plan.road
        with self.ink.clipped(self.box), self.ink.within(self.box):
            self.ink.rect(self.box, THEME.ground)
            for sheet in plan.sheets:
                color = THEME.ground if sheet.zone is None else THEME.zone(self._tint(sheet.zone))
                for outline in sheet.outlines:
                    self.ink.polygon([self._at(*p) for p in outline], color)
            line = [self._at(*p) for p in road.line[::4]]
            for extra, color in ((10.0, THEME.road_edge), (0.0, THEME.road)):
                width = (road.width + extra) * self.k
                self.ink.path(line, color, width, closed=road.loop)
            for mark in plan.marks:
                self._mark(mark)
            for i, space in enumerate(plan.board.spaces):
                self._tile(i, space)
            if not plan.board.loop and len(road.spaces) > 1:
                self._finish()
            self._plate()

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self.box.x + x * self.k, self.box.y + y * self.k

    def _scaled(self, box: Box) -> Box:
        return Box(*self._at(box.x, box.y), box.w * self.k, box.h * self.k)

    def _tint(self, zone: int) -> int:
        """Index of a zone's colours: those of its picture, as on the wall."""
        parts = self.plan.board.zones[zone].picture.split("-")
        if len(parts) > 1 and parts[0] == "zone" and parts[1].isdecimal():
            return int(parts[1]) - 1
        return zone

    def _mark(self, mark: Mark) -> None:
        if mark.picture is not None:
            self.ink.picture(mark.drawing, self._scaled(mark.picture))
        box = self._scaled(mark.label)
        size = mark.size * self.k / MM
        self.ink.lines(mark.lines, box, size, weight=BOLD, align="center", leading=1.15)

    def _tile(self, i: int, space: Space) -> None:
        at = self._at(*self.plan.road.spaces[i])
        r = self.plan.road.radius * self.k * (1.12 if i == 0 else 1.0)
        fill, rim, ink, icon = self._look(space)
        self.ink.disc((at[0], at[1] + r * 0.1), r, THEME.road_edge)
        self.ink.disc(at, r, rim)
        self.ink.disc(at, r * 0.88, fill)
        self.ink.picture(icon, Box(at[0], at[1], 0, 0).centred(r * 1.12, r * 1.12), ink)

    def _look(self, space: Space) -> tuple[Color, Color, Color, str]:
        """Fill, rim, ink and icon of a space."""
        return space_look(self.deck, space.kind, space.category)

    def _finish(self) -> None:
        """A ring of brass and a chequered flag: here the road ends."""
        x, y = self._at(*self.plan.road.spaces[-1])
        r = self.plan.road.radius * self.k
        self.ink.disc((x, y), r * 1.1, edge=THEME.brass_edge, width=r * 0.16)
        flag = Box(x + r * 1.02, y - r, 0, 0).centred(r * 1.25, r * 1.25)
        self.ink.picture("finish", flag)

    # ------------------------------------------------------------------ the plate

    def _plate(self) -> None:
        """What the deck is called, and what each kind of space is for."""
        plate = self._scaled(self.plan.road.plate)
        self.ink.rect(plate, THEME.sheet, radius=plate.h * 0.1, edge=THEME.road_edge, width=0.5)
        inner = plate.inset(plate.h * 0.05, plate.h * 0.07)
        rows = self._legend()
        columns = 2 if len(rows) > 4 else 1
        deep = -(-len(rows) // columns)
        title = self.deck.title
        size = next((s for s in (30, 26, 22, 18, 15, 12) if self._fits(title, s, inner)), 10.0)
        lines = self.ink.type.lines(title, HEAVY, size, inner.w)[:2]
        head, rest = inner.cut_top(len(lines) * line_height(size, 1.1), plate.h * 0.03)
        self.ink.lines(lines, head, size, weight=HEAVY, align="center", leading=1.1)
        cells = rest.columns(columns, inner.w * 0.02)
        same = self._legend_size(rows, cells[0].rows(deep)[0])
        for i, (space, words) in enumerate(rows):
            cell = cells[i // deep].rows(deep)[i % deep]
            self._row(cell, space, words, same)

    def _fits(self, title: str, size: float, inner: Box) -> bool:
        lines = self.ink.type.lines(title, HEAVY, size, inner.w)
        return len(lines) <= 2 and len(lines) * line_height(size, 1.1) < inner.h * 0.26

    def _legend(self) -> list[tuple[tuple[SpaceKind, str], str]]:
        """What is on this board, each once: categories first."""
        spaces = self.plan.board.spaces
        used = {space.category for space in spaces}
        rows = [
            ((SpaceKind.CATEGORY, one.id), one.name)
            for one in self.deck.content.categories
            if one.id in used
        ]
        names = (
            (SpaceKind.CHOOSE, _("Choose a category")),
            (SpaceKind.BELL, _("A card for the bell")),
            (SpaceKind.TWIST, _("Twist")),
            (SpaceKind.MIRROR, _("Mirror")),
        )
        kinds = {space.kind for space in spaces}
        return [*rows, *(((kind, ""), name) for kind, name in names if kind in kinds)]

    def _row(self, cell: Box, space: tuple[SpaceKind, str], words: str, size: float) -> None:
        r = _legend_radius(cell)
        fill, rim, ink, icon = space_look(self.deck, *space)
        at = (cell.x + r, cell.cy)
        self.ink.disc(at, r, rim)
        self.ink.disc(at, r * 0.86, fill)
        self.ink.picture(icon, Box(*at, 0, 0).centred(r * 1.1, r * 1.1), ink)
        text = _legend_words(cell)
        while not self._stands(words, text, size) and size > _LEAST:
            size -= 0.5
        lines = self.ink.type.lines(words, SEMI, size, text.w)
        high = len(lines) * line_height(size, 1.1)
        self.ink.lines(lines, text.centred(text.w, high), size, weight=SEMI, leading=1.1)

    def _stands(self, words: str, box: Box, size: float) -> bool:
        """Whether words fit beside their sign, on two lines at most."""
        lines = self.ink.type.lines(words, SEMI, size, box.w)
        return len(lines) <= 2 and len(lines) * line_height(size, 1.1) <= box.h * _FILLED

    def _legend_size(self, rows: Sequence[tuple[object, str]], cell: Box) -> float:
        """One size for all, the largest at which they fit and no word is parted."""
        box, type_ = _legend_words(cell), self.ink.type
        for size in (16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.5, 9.0, 8.5):
            if all(
                self._stands(words, box, size) and not type_.parts_words(words, SEMI, size, box.w)
                for _space, words in rows
            ):
                return size
        return 8.5


def _legend_radius(cell: Box) -> float:
    return min(cell.h * 0.42, 6.0)


def _legend_words(cell: Box) -> Box:
    r = _legend_radius(cell)
    return cell.cut_left(2 * r, r * 0.5)[1]


def space_look(
    deck: PrintedDeck, kind: SpaceKind, category: str
) -> tuple[Color, Color, Color, str]:
    """Fill, rim, ink and icon of a space; a category's are those of its cards."""
    match kind:
        case SpaceKind.CATEGORY:
            icon = icon_of(deck.content.category_by_id.get(category))
            return deck.tint(category), deck.deep(category), THEME.icon, icon
        case SpaceKind.BELL:
            return THEME.brass, THEME.brass_edge, THEME.on_brass, "space-bell"
        case SpaceKind.TWIST:
            return THEME.twist_tile, THEME.twist_rim, THEME.twist_icon, "space-twist"
        case SpaceKind.MIRROR:
            return THEME.mirror_tile, THEME.mirror_rim, THEME.icon, "space-mirror"
        case SpaceKind.START | SpaceKind.CHOOSE:
            return WHITE, THEME.start_rim, THEME.icon, f"space-{kind}"
