"""What somebody at the tables wants, while a facilitator practises: a slip at the upper edge.

It hangs from the wall's edge where no scene has words, in type for whoever stands near it, and ends
before the desk where the wall is wide enough for both.
"""

from __future__ import annotations

from game.screens.desk.places import MARGIN, SLIM, near_canvas
from game.screens.kit import shapes
from game.screens.kit.text import BOLD, Fitted, draw_fitted, fit
from game.screens.kit.wall import Box, Canvas, Wall

PAD = 22.0
LINE = 3.0
"""Its edge, in brass."""
LARGEST, SMALLEST = 0.7, 0.6
"""Of a label's size: it is read by one person, from beside the wall; scenes keep so little of their
upper edge free of words."""


def asked_slip(wall: Wall, sentence: str) -> tuple[Box, Fitted]:
    """Where it lies, and its words; `wall` is the facilitator's."""
    whole = wall.width - 2 * MARGIN
    beside = whole if wall.kind == "tall" else whole - SLIM - MARGIN
    for room, least in ((beside, 0.66), (whole, SMALLEST)):
        size = (wall.S * LARGEST, wall.S * least)
        told = fit(wall, sentence, room - 2 * PAD, size=size, weight=BOLD, lines=1)
        if not told.overflow:
            break
    else:  # a name as long as names may be, on a totem
        least = wall.S * SMALLEST
        told = fit(wall, sentence, whole - 2 * PAD, size=least, weight=BOLD, leading=1.0)
    return Box(MARGIN, 0, told.width + 2 * PAD, told.size * len(told.lines) + LINE), told


def draw_asked(canvas: Canvas, sentence: str) -> float:
    """The slip, over whatever is on the wall; how many units of the upper edge it takes."""
    flat = near_canvas(canvas)
    theme = flat.theme
    box, told = asked_slip(flat.wall, sentence)
    outer = flat.rect(box)
    inner = flat.rect(Box(box.x + LINE, 0, box.w - 2 * LINE, box.h - LINE))
    shapes.rounded(flat.surface, outer, flat.px(14), theme.brass_edge, "bottom")
    shapes.rounded(flat.surface, inner, flat.px(12), theme.brass, "bottom")
    words = Box(box.x + PAD, 0, box.w - 2 * PAD, box.h - LINE)
    draw_fitted(flat, told, words, color=theme.on_brass, valign="middle")
    return box.h
