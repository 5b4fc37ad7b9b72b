"""How a twist's card is laid out: on one page, or as many as the last row needs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from game.screens.kit.text import BODY, HEAVY, Fitted, fit
from game.screens.kit.wall import Box, Wall
from game.screens.scenes.effectplate import EffectPlate, plate_of
from game.screens.scenes.effects import Told
from game.screens.scenes.onward import ONWARD, paged

DISC = 108.0
PICTURE_SHAPE = 310 / 380
NONE = Box(0, 0, 0, 0)
LEADING = 1.32


@dataclass(frozen=True)
class Page:
    """Where everything stands on one page of the card; a box without width is left out."""

    disc: Box
    label: Box
    title: Fitted
    title_box: Box
    picture: Box
    story: Fitted | None
    story_box: Box
    plates: tuple[tuple[EffectPlate, Box], ...]
    next: Box
    dots: tuple[float, float]
    """Middle of the dots that count the pages."""

    @property
    def overflow(self) -> bool:
        """Something does not fit on it."""
        return (
            self.title.overflow
            or (self.story is not None and self.story.overflow)
            or any(plate.overflow for plate, _ in self.plates)
        )


@lru_cache(maxsize=8)
def lay(
    wall: Wall, card: Box, title: str, story: str, effects: tuple[Told, ...]
) -> tuple[Page, ...]:
    """Pages for a twist on this card."""
    inner = card.inset(72 if wall.kind == "wide" else 44, 40)
    columns = {len(effects), 2 if len(effects) > 2 else 1, 1}
    for share in (0.27, 0.2, 0.0):
        for n in sorted(columns, reverse=True):
            page = _whole(wall, inner, share, title, story, effects, n)
            if page is not None and not page.overflow:
                return (page,)
    return _several(wall, inner, title, story, effects)


def _grid(
    wall: Wall, effects: tuple[Told, ...], width: float, columns: int
) -> tuple[list[EffectPlate], float]:
    """The plates in so many columns, and the height that each row needs."""
    each = (width - 16 * (columns - 1)) / columns
    plates = [plate_of(wall, effect, each) for effect in effects]
    return plates, max(plate.height for plate in plates)


def _whole(
    wall: Wall,
    inner: Box,
    share: float,
    title: str,
    story: str,
    effects: tuple[Told, ...],
    columns: int,
) -> Page | None:
    """Everything on one page, the picture taking a share of its width; None if hopeless."""
    go, low = _corner(wall, inner), wall.kind != "tall"
    beside = go.w + 24 if low else 0.0
    plates, high = _grid(wall, effects, inner.w - beside, columns)
    rows = -(-len(effects) // columns)
    foot, above = inner.cut_bottom(max(go.h if low else 0.0, rows * high + 16 * (rows - 1)), 20)
    if above.h < inner.h * 0.4:
        return None
    head, rest = above.cut_top(DISC * min(wall.seat, 1.34), 20)
    wide = inner.w * share
    upper = inner.y - 4 if low else go.bottom + 12
    picture = Box(inner.right - wide, upper, wide, wide * PICTURE_SHAPE) if share else NONE
    words = rest.cut_right(wide, 40)[1] if share else rest
    big = fit(
        wall,
        title,
        words.w,
        rest.h * 0.5,
        size=(wall.XL, wall.L * 0.9),
        weight=HEAVY,
        leading=1.08,
        lines=3,
    )
    title_box, below = words.cut_top(big.height, 16)
    top = max(below.y, picture.bottom + 16) if share else below.y
    body = Box(inner.x, top, inner.w, max(0.0, rest.bottom - top))
    told = fit(
        wall, story, body.w, body.h, size=(wall.M * 1.12, wall.M), weight=BODY, leading=LEADING
    )
    disc, label = head.cut_left(head.h, 32)
    if share or not low:
        label = label.cut_right(wide if low else go.w, 24)[1]
    cells = foot.cut_right(beside)[1].grid(len(effects), columns, 16)
    return Page(
        disc,
        label,
        big,
        title_box,
        picture,
        told,
        body,
        tuple(zip(plates, cells, strict=True)),
        go,
        (inner.cx, go.cy),
    )


def _corner(wall: Wall, inner: Box) -> Box:
    """The button that goes on: at the foot, on a totem in its upper corner as everywhere there."""
    side = ONWARD * min(wall.seat, 1.34)
    top = inner.y if wall.kind == "tall" else inner.bottom - side
    return Box(inner.right - side, top, side, side)


def _several(
    wall: Wall, inner: Box, title: str, story: str, effects: tuple[Told, ...]
) -> tuple[Page, ...]:
    """The story on as many pages as it takes, then the effects; the title stays above them."""
    corner = _corner(wall, inner)
    beside, foot = (corner.w + 24, 44.0) if wall.kind == "tall" else (0.0, corner.h)
    above = Box(inner.x, inner.y, inner.w, inner.h - foot - 16)
    disc_side = DISC * min(wall.seat, 1.34)
    big = fit(
        wall,
        title,
        inner.w - disc_side - 28 - beside,
        above.h * 0.34,
        size=(wall.L, wall.M * 1.1),
        weight=HEAVY,
        leading=1.08,
        lines=2,
    )
    head, body = above.cut_top(max(disc_side, big.height), 16)
    disc = Box(head.x, head.cy - disc_side / 2, disc_side, disc_side)
    wide = inner.w - disc_side - 28 - beside
    title_box = Box(disc.right + 28, head.cy - big.height / 2, wide, big.height)
    dots = (inner.cx, inner.bottom - foot / 2)
    bare = Page(disc, NONE, big, title_box, NONE, None, body, (), corner, dots)
    told = [
        replace(bare, story=part)
        for part in paged(wall, story, body, size=(wall.M * 1.4, wall.M), leading=LEADING)
    ]
    plates, _ = _grid(wall, effects, inner.w, 1)
    groups: list[list[tuple[EffectPlate, Box]]] = [[]]
    y = body.y
    for plate in plates:
        if groups[-1] and y + plate.height > body.bottom:
            groups.append([])
            y = body.y
        groups[-1].append((plate, Box(body.x, y, body.w, plate.height)))
        y += plate.height + 16
    return (*told, *(replace(bare, plates=tuple(group)) for group in groups))
