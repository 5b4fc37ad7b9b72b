"""The plate on the wall: its paper, its words, and the die or the portrait beside them."""

from __future__ import annotations

from typing import Literal

from game.screens.kit import people, pieces, props
from game.screens.kit.text import BOLD, draw_fitted, draw_label
from game.screens.kit.wall import Box, Canvas
from game.screens.scenes.frame import draw_persona
from game.screens.scenes.plate import Places, lay, pill_width
from game.screens.scenes.platewords import Words
from game.screens.screen import Look


def draw_sheet(canvas: Canvas, box: Box, *, active: bool) -> None:
    """The plate's paper; it wears the brass ring while it is the next step."""
    pieces.sheet(
        canvas,
        box,
        radius=min(pieces.PLATE_RADIUS, box.h * 0.2),
        level="active" if active else "high",
    )


def draw_words(
    canvas: Canvas,
    look: Look,
    box: Box,
    words: Words,
    *,
    rolling: bool = False,
    walking: bool = False,
) -> None:
    """What is on the plate; what has not come yet keeps its place free.

    While the die is `rolling` neither it nor what it says is drawn, while the pawn is
    `walking` not what comes next.
    """
    places = lay(canvas.wall, box, words)
    words = places.words
    align: Literal["left", "center"] = "left" if places.picture.w else "center"
    if places.token.w:
        people.token(canvas, words.token, places.token.cx, places.token.cy, places.token.w)
    draw_fitted(canvas, places.title, places.title_box)
    if places.line is not None and not rolling:
        draw_fitted(canvas, places.line, places.line_box, align=align)
    if places.foot is not None and not (rolling or walking):
        draw_fitted(canvas, places.foot, places.foot_box, align="center")
    if places.note is not None:
        draw_fitted(
            canvas, places.note, places.note_box, color=canvas.theme.text_2, valign="middle"
        )
    if places.pill.w:
        _draw_pill(canvas, words, places.pill)
    if places.picture.w and words.picture == "portrait":
        draw_persona(canvas, look, look.game.content.persona_by_id[words.persona], places.picture)
    elif places.picture.w and words.pips and not rolling:
        props.die(canvas, words.pips, *die_place(places))
    elif places.picture.w and words.button:
        props.die(canvas, min(6, look.game.rules.die), *die_place(places), tilt=8)


def die_place(places: Places) -> tuple[float, float, float]:
    """Middle and size of the die on the plate."""
    return places.picture.cx, places.picture.cy, min(places.picture.w, places.picture.h) * 0.94


def _draw_pill(canvas: Canvas, words: Words, box: Box) -> None:
    theme, wall = canvas.theme, canvas.wall
    pieces.sheet(canvas, box, radius=box.h / 2, level="flat", fill=theme.brass)
    roomy = box.w > pill_width(wall, words) - 1
    inner = box.inset(box.h * (0.34 if roomy else 0.2), 4)
    if words.shared:
        size = box.h * 0.68
        people.token(canvas, words.token, inner.x + size / 2, box.cy, size)
        if roomy:  # the word says what the die shows
            pieces.icon(
                canvas, "icon-die", inner.x + size * 1.72, box.cy, size * 1.06,
                color=theme.on_brass,
            )  # fmt: skip
        inner = inner.cut_left(size * (2.25 if roomy else 1.0), 10)[1]
    if not words.wordless:
        draw_label(
            canvas,
            words.button,
            inner,
            size=(wall.S * 1.12, wall.S),
            weight=BOLD,
            color=theme.on_brass,
            align="center",
        )
