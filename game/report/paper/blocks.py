"""What a face or a page is made of: blocks below one another, measured before they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from game.look.box import Box
from game.look.theme import INK, Color
from game.report.paper.ink import LEADING, THEME, Align, Ink, line_height
from game.report.paper.typeset import BODY, BOLD, HEAVY, Typesetter


@dataclass(frozen=True, kw_only=True)
class Block:
    """Something of a height that depends on the width it is given."""

    gap: float = 2.4
    """Air above it in millimetres; none at the top of a column."""
    low: bool = False
    """It sinks to the bottom of its face, and what follows with it."""
    keep: bool = False
    """It does not stay behind alone at the bottom of a column: a heading."""

    whole: bool = True
    """It is parted only where it is higher than a whole column."""

    def height(self, type_: Typesetter, width: float) -> float:
        """Millimetres it needs."""
        raise NotImplementedError

    def draw(self, ink: Ink, box: Box) -> None:
        """Draw it at the top of a box as wide as it was measured."""
        raise NotImplementedError

    def parted(self, type_: Typesetter, width: float, height: float) -> tuple[Block, Block] | None:
        """What of it fits a height, and the rest; None where nothing does."""
        return None


@dataclass(frozen=True, kw_only=True)
class Para(Block):
    """Words in one weight."""

    text: str
    size: float
    whole: bool = False
    weight: int = BODY
    color: Color = INK
    align: Align = "left"
    leading: float = LEADING
    inset: float = 0.0
    """Millimetres it is moved in from the left."""
    marker: str = ""
    """Stands before the first line, in the room that `inset` makes."""
    lead: str = ""
    """A word or two in bold on a line of their own above it."""
    set_lines: tuple[str, ...] = ()
    """Its lines, where it is what is left of a longer one."""

    def _lines(self, type_: Typesetter, width: float) -> list[str]:
        if self.set_lines:
            return list(self.set_lines)
        return type_.lines(self.text, self.weight, self.size, width - self.inset)

    def height(self, type_: Typesetter, width: float) -> float:
        """All its lines."""
        rows = len(self._lines(type_, width)) + bool(self.lead)
        return rows * line_height(self.size, self.leading)

    def draw(self, ink: Ink, box: Box) -> None:
        """The marker, then line by line."""
        step = line_height(self.size, self.leading)
        if self.lead:
            top, box = box.cut_top(step)
            ink.line(self.lead, top, self.size, weight=BOLD, color=self.color)
        if self.marker:
            mark = Box(box.x, box.y, self.inset, step)
            ink.line(self.marker, mark, self.size, weight=BOLD, color=self.color)
        inner = box.cut_left(self.inset)[1]
        ink.lines(
            self._lines(ink.type, box.w), inner, self.size, weight=self.weight,
            color=self.color, align=self.align, leading=self.leading,
        )  # fmt: skip

    def parted(self, type_: Typesetter, width: float, height: float) -> tuple[Block, Block] | None:
        """Parted between two lines, at least two on either side."""
        lines = self._lines(type_, width)
        fits = int(height / line_height(self.size, self.leading) + 1e-6) - bool(self.lead)
        fits = min(fits, len(lines) - 2)
        if fits < 2:
            return None
        first = replace(self, set_lines=tuple(lines[:fits]))
        rest = replace(self, set_lines=tuple(lines[fits:]), gap=0.0, marker="", lead="")
        return first, rest


@dataclass(frozen=True, kw_only=True)
class Sized(Block):
    """Something of a fixed height, drawn by a function."""

    h: float
    paint: Callable[[Ink, Box], None]

    def height(self, type_: Typesetter, width: float) -> float:
        """As it was told."""
        return self.h

    def draw(self, ink: Ink, box: Box) -> None:
        """Draw what was handed over."""
        self.paint(ink, Box(box.x, box.y, box.w, self.h))


def picture(name: str, height: float, gap: float) -> Sized:
    """A drawing of the game or a picture of the deck, in the middle of so many millimetres."""

    def show(ink: Ink, box: Box) -> None:
        ink.picture(name, box)

    return Sized(h=height, paint=show, gap=gap)


@dataclass(frozen=True, kw_only=True)
class Row(Block):
    """A box with a key cap (a letter, a number) and what belongs to it."""

    cap: str
    inside: tuple[Block, ...]
    side: float
    """Of the key cap, in millimetres."""
    on: bool = False
    """Brass: the best one."""
    plain: bool = False
    """No box around it."""

    @property
    def _pad(self) -> float:
        return 0.0 if self.plain else 1.6

    def _inner(self, width: float) -> float:
        return width - self.side - 2.4 - 2 * self._pad

    def height(self, type_: Typesetter, width: float) -> float:
        """As high as what it holds, and never lower than its cap."""
        inner = stacked(self.inside, type_, self._inner(width))
        return max(self.side, inner) + 2 * self._pad

    def draw(self, ink: Ink, box: Box) -> None:
        """The box, its cap, and what it holds in the middle beside it."""
        high = self.height(ink.type, box.w)
        whole = Box(box.x, box.y, box.w, high)
        if not self.plain:
            fill = THEME.brass_soft if self.on else THEME.inset
            ink.rect(whole, fill, radius=2.2, edge=THEME.brass_edge if self.on else None)
        cap = Box(whole.x + self._pad, whole.y + self._pad, self.side, self.side)
        ink.rect(cap, THEME.brass if self.on else THEME.key_cap, radius=self.side * 0.3)
        color = THEME.on_brass if self.on else THEME.on_key
        size = self.side / 0.3528 * (0.62 if len(self.cap) < 3 else 0.44)
        ink.line(self.cap, cap, size, weight=HEAVY, color=color, align="center")
        inner = Box(cap.right + 2.4, whole.y + self._pad, self._inner(box.w), high - 2 * self._pad)
        used = stacked(self.inside, ink.type, inner.w)
        draw_stack(ink, self.inside, inner.moved(0, max(0.0, (self.side - used) / 2)))

    def parted(self, type_: Typesetter, width: float, height: float) -> tuple[Block, Block] | None:
        """Parted inside, with its cap again at the head of the rest."""
        found = cut(self.inside, type_, self._inner(width), height - 2 * self._pad)
        if found is None or not found[0] or not found[1]:
            return None
        return replace(self, inside=found[0]), replace(self, inside=found[1])


@dataclass(frozen=True, kw_only=True)
class Beside(Block):
    """A small drawing at the left, and blocks beside it."""

    picture: str
    side: float
    inside: tuple[Block, ...]
    tint: Color | None = None
    fill: Color | None = None
    """Of a box around it all."""

    @property
    def _pad(self) -> float:
        return 0.0 if self.fill is None else 2.0

    def _inner(self, width: float) -> float:
        return width - self.side - 2.4 - 2 * self._pad

    def height(self, type_: Typesetter, width: float) -> float:
        """As high as the higher of the two."""
        return max(self.side, stacked(self.inside, type_, self._inner(width))) + 2 * self._pad

    def draw(self, ink: Ink, box: Box) -> None:
        """The box, the drawing at its top, and what is beside it."""
        whole = Box(box.x, box.y, box.w, self.height(ink.type, box.w))
        if self.fill is not None:
            ink.rect(whole, self.fill, radius=2.2)
        inner = whole.inset(self._pad)
        ink.picture(self.picture, Box(inner.x, inner.y, self.side, self.side), self.tint)
        words = inner.cut_left(self.side, 2.4)[1]
        used = stacked(self.inside, ink.type, words.w)
        draw_stack(ink, self.inside, words.moved(0, max(0.0, (self.side - used) / 2)))

    def parted(self, type_: Typesetter, width: float, height: float) -> tuple[Block, Block] | None:
        """Parted inside."""
        found = cut(self.inside, type_, self._inner(width), height - 2 * self._pad)
        if found is None or not found[0] or not found[1]:
            return None
        return replace(self, inside=found[0]), replace(self, inside=found[1])


def stacked(blocks: Sequence[Block], type_: Typesetter, width: float) -> float:
    """Height of blocks below one another."""
    gaps = sum(block.gap for block in blocks[1:])
    return gaps + sum(block.height(type_, width) for block in blocks)


def draw_stack(ink: Ink, blocks: Sequence[Block], box: Box, sink: float = 0.0) -> None:
    """Draw blocks below one another; `sink` millimetres are left above the first low one."""
    y = box.y
    for i, block in enumerate(blocks):
        y += block.gap if i else 0.0
        if block.low and sink:
            y, sink = y + sink, 0.0
        high = block.height(ink.type, box.w)
        block.draw(ink, Box(box.x, y, box.w, high))
        y += high


def cut(
    blocks: Sequence[Block], type_: Typesetter, width: float, height: float
) -> tuple[tuple[Block, ...], tuple[Block, ...]] | None:
    """What of these blocks fits a height, and what is left; None where nothing does."""
    used = 0.0
    for i, block in enumerate(blocks):
        gap = block.gap if i else 0.0
        high = block.height(type_, width)
        if used + gap + high <= height + 0.01:
            used += gap + high
            continue
        parts = block.parted(type_, width, height - used - gap)
        if parts is not None and (high > height or not block.whole):
            return (*blocks[:i], parts[0]), (parts[1], *blocks[i + 1 :])
        while i and blocks[i - 1].keep:  # a heading goes along with what it heads
            i -= 1  # noqa: PLW2901 - counted back from where the column ends
        return (tuple(blocks[:i]), tuple(blocks[i:])) if i else None
    return tuple(blocks), ()


def flow(
    blocks: Sequence[Block], type_: Typesetter, columns: Sequence[Box]
) -> list[list[tuple[Block, ...]]]:
    """Blocks poured into faces of these columns: for each face, what each of its columns holds.

    A block that is higher than a whole column and cannot be parted stands in one of its own.
    """
    faces: list[list[tuple[Block, ...]]] = []
    rest: tuple[Block, ...] = tuple(blocks)
    while rest:
        face: list[tuple[Block, ...]] = []
        for column in columns:
            found = cut(rest, type_, column.w, column.h) if rest else ((), ())
            here, rest = found if found is not None else ((rest[0],), rest[1:])
            face.append(here)
        faces.append(face)
    return faces
