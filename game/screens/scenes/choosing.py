"""The options of a choice card, as they are chosen from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from game.rules.cards import ChoiceCard
from game.screens.kit.card import Options, draw_options, lay_options
from game.screens.kit.people import token
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.story import ALONE, Laid, Manners
from game.screens.screen import Hotspot, Outcome
from game.session.telling.cardwords import LETTERS

Choose = Callable[[int], Outcome | None]


def lay_rows(wall: Wall, texts: Sequence[str], box: Box, way: Manners) -> Options:
    """Option rows, never set smaller than body text; alone on a face they fill it.

    Only where even a whole face is too small for all of them do they shrink towards a label.
    """
    gap = 12.0 if way.row > 80 else 8.0
    if way.row <= ALONE:
        return lay_options(wall, texts, box, largest=wall.M, smallest=wall.M, row=way.row, gap=gap)
    n = max(1, len(texts))
    share = min(way.row, (box.h - gap * (n - 1)) / n)
    for part in (1.0, 0.84, 0.7, 0.5):
        options = lay_options(
            wall,
            texts,
            box,
            largest=wall.M * 1.1,
            smallest=wall.M,
            row=max(72.0, share * part),
            gap=gap,
        )
        if not options.overflow:
            return options
    for pad in (0.75, 0.4, 0.15):
        options = lay_options(
            wall, texts, box, largest=wall.M, smallest=wall.S, row=72, gap=8, pad=pad
        )
        if not options.overflow:
            break
    return options


def choice_part(
    wall: Wall,
    card: ChoiceCard,
    box: Box,
    way: Manners,
    *,
    chosen: Collection[int] = (),
    tokens: Mapping[int, Sequence[str]] | None = None,
    choose: Choose | None = None,
    barred: Collection[int] = (),
) -> Laid:
    """Rows A to F.

    `tokens` lie on the corner of the rows their teams chose; `barred` rows cannot be chosen.
    """
    options = lay_rows(wall, [option.text for option in card.options], box, way)

    def paint(canvas: Canvas) -> None:
        draw_options(canvas, options, chosen=chosen)
        for index, keys in (tokens or {}).items():
            corner(canvas, options.boxes[index], keys)

    spots: list[Hotspot] = []
    if choose is not None:
        for i, row in enumerate(options.boxes):
            if i not in barred:
                spots.append(Hotspot(row, _chooser(choose, i), LETTERS[i]))
    return Laid(options.boxes[0].y, options.overflow, paint, tuple(spots), options.boxes)


def _chooser(choose: Choose, index: int) -> Callable[[], Outcome | None]:
    return lambda: choose(index)


def corner(canvas: Canvas, row: Box, keys: Sequence[str], size: float = 72) -> None:
    """Tokens on a row's upper right corner."""
    for i, key in enumerate(reversed(keys)):
        token(canvas, key, row.right - 44 - i * (size + 8), row.y + 14, size)
