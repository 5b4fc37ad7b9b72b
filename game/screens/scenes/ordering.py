"""Things to put in order: rows that keep their place, and the numbers they are given."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.rules.cards import OrderCard
from game.screens.inputs import Press
from game.screens.kit.card import draw_options
from game.screens.kit.people import place_disc
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.choosing import lay_rows
from game.screens.scenes.story import Laid, Manners
from game.screens.screen import Hotspot, Outcome
from game.session.telling.cardwords import LETTERS

ITEM_KEYS = "abcdefg"


def item_key(press: Press, count: int) -> int | None:
    """Which of the shown items a key names; None for any other key."""
    if press.plain and len(press.name) == 1 and press.name in ITEM_KEYS[:count]:
        return ITEM_KEYS.index(press.name)
    return None


class Ordering:
    """An order being made: places on the wall (0 is A), in the order they were named."""

    def __init__(self) -> None:
        self.placed: tuple[int, ...] = ()

    def place(self, row: int, count: int) -> bool:
        """Name the next one; False if it has been named already."""
        if row in self.placed or not 0 <= row < count:
            return False
        self.placed = (*self.placed, row)
        return True

    def back(self) -> bool:
        """Take the last one back; False if there is none."""
        had, self.placed = bool(self.placed), self.placed[:-1]
        return had

    def clear(self) -> None:
        """Start again."""
        self.placed = ()


def rows_of(answer: Sequence[int], shown: Sequence[int]) -> tuple[int, ...]:
    """Places on the wall of the items of an answer."""
    return tuple(shown.index(item) for item in answer)


def items_of(rows: Sequence[int], shown: Sequence[int]) -> tuple[int, ...]:
    """The answer that named these places on the wall, in this order."""
    return tuple(shown[row] for row in rows)


def order_part(
    wall: Wall,
    card: OrderCard,
    shown: Sequence[int],
    box: Box,
    way: Manners,
    *,
    placed: Sequence[int],
    name: Callable[[int], Outcome | None] | None,
) -> Laid:
    """Rows A to G in the order they are shown; a numbered disc on each that has its place."""
    room = 84.0
    options = lay_rows(
        wall, [card.items[i].text for i in shown], Box(box.x, box.y, box.w - room, box.h), way
    )
    rows = [Box(b.x, b.y, b.w + room, b.h) for b in options.boxes]
    wide = type(options)(tuple(rows), options.texts, options.key, options.overflow)

    def paint(canvas: Canvas) -> None:
        draw_options(canvas, wide, chosen=set(placed))
        for n, row in enumerate(placed):
            cell = rows[row]
            place_disc(canvas, n + 1, cell.right - 54, cell.cy, min(72.0, cell.h - 12))

    spots: list[Hotspot] = []
    if name is not None:
        spots = [
            Hotspot(rows[i], _namer(name, i), LETTERS[i])
            for i in range(len(rows))
            if i not in placed
        ]
    return Laid(rows[0].y, options.overflow, paint, tuple(spots))


def _namer(name: Callable[[int], Outcome | None], row: int) -> Callable[[], Outcome | None]:
    return lambda: name(row)
