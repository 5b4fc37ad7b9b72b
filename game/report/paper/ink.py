"""Drawing on a sheet: type, shapes, our own drawings as vectors, the pictures of a deck.

What is written is also remembered with its place: proofs read it back without a PDF reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from game.look.box import Box
from game.look.theme import DAYLIGHT, INK, Color, hex_of
from game.report.paper.pictures import Pictures
from game.report.paper.sizes import Paper
from game.report.paper.typeset import ASCENT, BODY, DESCENT, MM, Typesetter

if TYPE_CHECKING:
    from fpdf import FPDF

Align = Literal["left", "center", "right"]
Point = tuple[float, float]

THEME = DAYLIGHT
"""Paper is lit like a room with its lights on."""
WHITE: Color = (255, 255, 255)
_RISES, _FALLS = 0.76, 0.22
"""How far letters reach above and below their line, in parts of the size."""
LEADING = 1.28
"""Height of a line, in parts of the size of its type."""


def line_height(size: float, leading: float = LEADING) -> float:
    """Millimetres from one line to the next."""
    return size * leading * MM


@dataclass(frozen=True)
class Written:
    """A line that was written, for proofs."""

    page: int
    """Counted from 1."""
    text: str
    box: Box
    """What its type covers, from the tallest letter to the lowest."""
    room: Box
    """What it had to stay inside."""


class Ink:
    """One document being drawn, sheet by sheet."""

    def __init__(self, pdf: FPDF, language: str, pictures: Mapping[str, bytes]) -> None:
        self.pdf = pdf
        self.type = Typesetter(pdf, language)
        self.written: list[Written] = []
        self.pictures = Pictures(pdf, pictures)
        self._room: Box | None = None

    @property
    def page(self) -> int:
        """The sheet's side being drawn, counted from 1."""
        return self.pdf.page

    def new_page(self, paper: Paper) -> None:
        """Begin another side."""
        self.pdf.add_page(format=(paper.w, paper.h))

    @contextmanager
    def within(self, room: Box) -> Iterator[None]:
        """What is written here has to stay inside this room; proofs look whether it does."""
        before, self._room = self._room, room
        try:
            yield
        finally:
            self._room = before

    @contextmanager
    def clipped(self, box: Box) -> Iterator[None]:
        """Nothing that is drawn here shows outside the box."""
        # Its own context as well: with the clip goes the font, and fpdf2 is to know.
        with self.pdf.local_context(), self.pdf.rect_clip(box.x, box.y, box.w, box.h):
            yield

    @contextmanager
    def turned(self, x: float, y: float) -> Iterator[None]:
        """What is drawn here stands on its head, turned about a point."""
        with self.pdf.rotation(180, x, y):
            yield

    def bookmark(self, text: str, level: int, y: float) -> None:
        """An entry in the reader's own table of contents, which leads here."""
        self.pdf.set_y(y)
        self.pdf.start_section(text, level, strict=False)

    def link(self, box: Box, page: int) -> None:
        """A click on this box leads to a page, which may still be to come."""
        self.pdf.link(box.x, box.y, box.w, box.h, self.pdf.add_link(page=page))

    # ------------------------------------------------------------------ type

    def line(
        self,
        text: str,
        box: Box,
        size: float,
        *,
        weight: int = BODY,
        color: Color = INK,
        align: Align = "left",
    ) -> None:
        """One line, in the middle of the box's height."""
        width = self.type.width(text, weight, size)
        spare = {"left": 0.0, "center": 0.5, "right": 1.0}[align] * (box.w - width)
        x = box.x + spare
        em = size * MM
        baseline = box.cy + (ASCENT - DESCENT) * em / 2
        covered = Box(x, baseline - _RISES * em, width, (_RISES + _FALLS) * em)
        self.written.append(Written(self.page, text, covered, self._room or box))
        self.pdf.set_text_color(*color)
        for run in self.type.runs(text, weight):
            self.pdf.set_font(run.face.lower(), size=size * run.scale)
            self.pdf.text(x, baseline, run.text)
            x += self.type.run_width(run, size)

    def lines(
        self,
        lines: Sequence[str],
        box: Box,
        size: float,
        *,
        weight: int = BODY,
        color: Color = INK,
        align: Align = "left",
        leading: float = LEADING,
    ) -> float:
        """Lines below one another from the top of a box; gives the height they take."""
        step = line_height(size, leading)
        for i, text in enumerate(lines):
            row = Box(box.x, box.y + i * step, box.w, step)
            self.line(text, row, size, weight=weight, color=color, align=align)
        return len(lines) * step

    # ------------------------------------------------------------------ shapes

    def rect(
        self,
        box: Box,
        fill: Color | None = None,
        *,
        radius: float = 0.0,
        edge: Color | None = None,
        width: float = 0.3,
    ) -> None:
        """A rectangle, filled or outlined or both, its corners round if asked."""
        self._pens(fill, edge, width)
        self.pdf.rect(
            box.x, box.y, box.w, box.h, style=_style(fill, edge),
            round_corners=radius > 0, corner_radius=min(radius, box.w / 2, box.h / 2),
        )  # fmt: skip

    def disc(
        self,
        at: Point,
        radius: float,
        fill: Color | None = None,
        *,
        edge: Color | None = None,
        width: float = 0.3,
    ) -> None:
        """A circle, filled or outlined or both."""
        self._pens(fill, edge, width)
        self.pdf.circle(at[0], at[1], radius, style=_style(fill, edge))

    def polygon(self, points: Sequence[Point], fill: Color) -> None:
        """A filled area; its edge is as wide as hides the seam to a neighbour."""
        self._pens(fill, fill, 0.1)
        self.pdf.polygon(points, style="DF")

    def path(
        self, points: Sequence[Point], color: Color, width: float, *, closed: bool = False
    ) -> None:
        """A line through points, with round joins and ends."""
        from fpdf.enums import PathPaintRule

        with self.pdf.new_path(*points[0], paint_rule=PathPaintRule.STROKE) as path:
            path.style.auto_close = closed
            path.style.stroke_color = hex_of(color)
            path.style.stroke_width = width
            path.style.stroke_join_style = "round"
            path.style.stroke_cap_style = "round"
            for x, y in points[1:]:
                path.line_to(x, y)
            if closed:
                path.close()

    def rule(
        self, a: Point, b: Point, color: Color = INK, width: float = 0.2, dash: float = 0.0
    ) -> None:
        """A straight line; `dash` is the length of its dashes."""
        self.pdf.set_draw_color(*color)
        self.pdf.set_line_width(width)
        if dash:
            self.pdf.set_dash_pattern(dash=dash, gap=dash)
        self.pdf.line(*a, *b)
        if dash:
            self.pdf.set_dash_pattern()

    def _pens(self, fill: Color | None, edge: Color | None, width: float) -> None:
        if fill is not None:
            self.pdf.set_fill_color(*fill)
        if edge is not None:
            self.pdf.set_draw_color(*edge)
            self.pdf.set_line_width(width)

    # ------------------------------------------------------------------ pictures

    def picture(self, name: str, box: Box, tint: Color | None = None) -> bool:
        """A drawing of the game or a picture of the deck; see `Pictures.draw`."""
        return self.pictures.draw(name, box, tint)


def _style(fill: Color | None, edge: Color | None) -> str:
    return ("D" if edge is not None else "") + ("F" if fill is not None else "")
