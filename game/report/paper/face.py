"""One side of a card: its head, what it says, its foot; and how large its type can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from game.i18n import _
from game.look.box import Box
from game.look.theme import CREAM, INK, Color
from game.report.paper.blocks import Block, Para, draw_stack, flow, stacked
from game.report.paper.ink import THEME, WHITE, Ink, line_height
from game.report.paper.sizes import BLEED, CARD, GUTTER, PAD
from game.report.paper.typeset import HEAVY, SEMI, Typesetter

LEAST = 9.0
"""Points of what is read on a card: at arm's length nothing smaller will do."""
_LARGEST = {False: 13.5, True: 15.0}
"""Points on an ordinary and on a large card: short texts need not shout."""
_STEP = 0.5
_TITLES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0)
_OVER = 9.0
_FOOT = 9.0
_DISC = 13.0
_MIDDLE = 8.0
"""Between the columns of a large card."""


@dataclass(frozen=True, kw_only=True)
class Head:
    """The band at the top of a face."""

    title: str
    over: str
    """The small line above the title."""
    icon: str
    tint: Color
    dark: bool = False
    """Light type on a dark band: a twist."""


@dataclass(frozen=True, kw_only=True)
class Side:
    """What one side of a card says, whatever its size."""

    head: Head
    say: Callable[[float], Sequence[Block]]
    """The blocks of this side for a size of type."""
    foot: str = ""
    foot_icon: str = ""
    number: str = ""
    """At the right of the foot."""
    cover: Callable[[Ink, Box], None] | None = None
    """The back of a pile: drawn instead of everything else."""


@dataclass(frozen=True, kw_only=True)
class CardSpec:
    """A card to print."""

    id: str
    front: Side
    back: Side


@dataclass(frozen=True, kw_only=True)
class Face:
    """A side as it was laid out."""

    card: str
    side: Side
    large: bool
    columns: tuple[tuple[Block, ...], ...]
    part: int = 1
    parts: int = 1
    size: float = LEAST

    @property
    def head(self) -> Head:
        """Its head; a side in parts says which it is."""
        if self.parts == 1:
            return self.side.head
        title = f"{self.side.head.title} ({self.part}/{self.parts})"
        return replace(self.side.head, title=title)


@dataclass(frozen=True, kw_only=True)
class LaidCard:
    """A card with as many fronts as backs: more than one where it says more than fits."""

    fronts: tuple[Face, ...]
    backs: tuple[Face, ...]

    @property
    def large(self) -> bool:
        """It takes two places of its sheet."""
        return self.fronts[0].large


def card_size(large: bool) -> Box:
    """The card itself, at 0, 0."""
    return Box(0, 0, 2 * CARD[0] + GUTTER if large else CARD[0], CARD[1])


def lay_card(type_: Typesetter, spec: CardSpec) -> LaidCard:
    """Both sides at the largest type they fit in: on a card, on a large one, or on several."""
    for large in (False, True):
        laid = [_one_face(type_, spec.id, side, large) for side in (spec.front, spec.back)]
        front, back = laid
        if front is not None and back is not None:
            return LaidCard(fronts=(front,), backs=(back,))
    sides = [_many(type_, spec.id, side) for side in (spec.front, spec.back)]
    most = max(map(len, sides))
    fronts, backs = (_filled(faces, most) for faces in sides)
    return LaidCard(fronts=fronts, backs=backs)


def _one_face(type_: Typesetter, card: str, side: Side, large: bool) -> Face | None:
    if side.cover is not None:
        return Face(card=card, side=side, large=large, columns=())
    columns = column_boxes(type_, side.head, large)
    for step in range(int((_LARGEST[large] - LEAST) / _STEP) + 1):
        size = _LARGEST[large] - step * _STEP
        faces = _poured(type_, side.say(size), columns)
        if len(faces) <= 1 and _holds(type_, faces, columns):
            held = tuple(faces[0]) if faces else ()
            return Face(card=card, side=side, large=large, columns=held, size=size)
    return None


def _poured(
    type_: Typesetter, blocks: Sequence[Block], columns: Sequence[Box]
) -> list[list[tuple[Block, ...]]]:
    """On a large card what sinks to the bottom of an ordinary one has the right half."""
    if len(columns) == 2:
        first = next((i for i, block in enumerate(blocks) if block.low), 0)
        halves = [tuple(blocks[:first]), tuple(blocks[first:])]
        if first and len(blocks) - first > 1 and _holds(type_, [halves], columns):
            return [halves]
    return flow(blocks, type_, columns)


def _holds(
    type_: Typesetter, faces: Sequence[Sequence[tuple[Block, ...]]], columns: Sequence[Box]
) -> bool:
    return all(
        stacked(blocks, type_, column.w) <= column.h + 0.02
        for face in faces
        for blocks, column in zip(face, columns, strict=True)
    )


def _many(type_: Typesetter, card: str, side: Side) -> tuple[Face, ...]:
    if side.cover is not None:
        return (Face(card=card, side=side, large=True, columns=()),)
    # The longest head there can be is that of a face among many.
    head = replace(side.head, title=f"{side.head.title} (9/9)")
    faces = flow(side.say(LEAST), type_, column_boxes(type_, head, large=True))
    return tuple(
        Face(
            card=card, side=side, large=True, columns=tuple(face),
            part=i, parts=len(faces), size=LEAST,
        )
        for i, face in enumerate(faces, 1)
    )  # fmt: skip


def _filled(faces: tuple[Face, ...], most: int) -> tuple[Face, ...]:
    """As many faces as the other side has; those added send the reader there."""
    if faces[0].side.cover is not None:
        return faces * most
    see = Para(text=_("See the other side."), size=LEAST, weight=SEMI, color=THEME.text_2)
    added = [
        replace(faces[0], columns=((see,), ()), part=n, parts=most)
        for n in range(len(faces) + 1, most + 1)
    ]
    return (*(replace(face, parts=most) for face in faces), *added)


# ------------------------------------------------------------------ where things stand


def _title_lines(type_: Typesetter, head: Head, width: float) -> tuple[float, list[str]]:
    """Size and lines of a title: two lines at the most, unless even the least is too long."""
    lines: list[str] = []
    for size in _TITLES:
        lines = type_.lines(head.title, HEAVY, size, width)
        if len(lines) <= 2 and not type_.parts_words(head.title, HEAVY, size, width):
            return size, lines
    return _TITLES[-1], lines


def _head_height(type_: Typesetter, head: Head, large: bool) -> float:
    size, lines = _title_lines(type_, head, _title_width(large))
    over = len(_over_lines(type_, head, large)) * line_height(_OVER, 1.2)
    return max(21.0, 3.6 + over + len(lines) * line_height(size, 1.1) + 3.0)


def _over_lines(type_: Typesetter, head: Head, large: bool) -> list[str]:
    return type_.lines(head.over, SEMI, _OVER, _title_width(large)) if head.over else []


def _title_width(large: bool) -> float:
    return card_size(large).w - 2 * PAD - _DISC - 3.5


def column_boxes(type_: Typesetter, head: Head, large: bool) -> list[Box]:
    """Where the blocks of a face go on a card at 0, 0."""
    card = card_size(large)
    top = _head_height(type_, head, large) + 4.0
    inner = Box(PAD, top, card.w - 2 * PAD, card.h - top - 13.0)
    return inner.columns(2, _MIDDLE) if large else [inner]


def draw_face(ink: Ink, face: Face, at: Box) -> None:
    """Draw a face with the corner of its card at a box; colour runs on beyond the cut."""
    if face.side.cover is not None:
        with ink.within(at):
            face.side.cover(ink, at)
        return
    with ink.within(at.inset(PAD - 2.5, 2.5)):
        _draw_head(ink, face, at)
        columns = column_boxes(ink.type, face.head, face.large)
        for blocks, column in zip(face.columns, columns, strict=False):
            used = stacked(blocks, ink.type, column.w)
            sink = 0.0 if face.large else max(0.0, column.h - used)
            draw_stack(ink, blocks, column.moved(at.x, at.y), sink)
        _draw_foot(ink, face, at)


def _draw_head(ink: Ink, face: Face, at: Box) -> None:
    head = face.head
    high = _head_height(ink.type, head, face.large)
    color = CREAM if head.dark else INK
    ink.rect(Box(at.x - BLEED, at.y - BLEED, at.w + 2 * BLEED, high + BLEED), head.tint)
    cx, cy = at.x + PAD + _DISC / 2, at.y + high / 2
    ink.disc((cx, cy), _DISC / 2, WHITE if not head.dark else CREAM)
    ink.picture(head.icon, Box(cx, cy, 0, 0).centred(_DISC * 0.62, _DISC * 0.62))
    size, lines = _title_lines(ink.type, head, _title_width(face.large))
    over_lines = _over_lines(ink.type, head, face.large)
    over = len(over_lines) * line_height(_OVER, 1.2)
    step = line_height(size, 1.1)
    y = at.y + (high - over - step * len(lines)) / 2
    words = Box(at.x + PAD + _DISC + 3.5, y, _title_width(face.large), over)
    ink.lines(over_lines, words, _OVER, weight=SEMI, color=color, leading=1.2)
    title = Box(words.x, y + over, words.w, step * len(lines))
    ink.lines(lines, title, size, weight=HEAVY, color=color, leading=1.1)


def _draw_foot(ink: Ink, face: Face, at: Box) -> None:
    box = Box(at.x + PAD, at.bottom - 9.4, at.w - 2 * PAD, 5.0)
    ink.rule((box.x, box.y - 0.9), (box.right, box.y - 0.9), THEME.hair)
    side = face.side
    number = ink.type.width(side.number, SEMI, _FOOT)
    ink.line(side.number, box, _FOOT, weight=SEMI, color=THEME.text_2, align="right")
    words = box
    if side.foot_icon:
        ink.picture(side.foot_icon, Box(box.x, box.y + 0.4, 4.2, 4.2), THEME.text_2)
        words = box.cut_left(4.2, 1.6)[1]
    foot = ink.type.shortened(side.foot, SEMI, _FOOT, words.w - number - 3)
    ink.line(foot, words, _FOOT, weight=SEMI, color=THEME.text_2)
