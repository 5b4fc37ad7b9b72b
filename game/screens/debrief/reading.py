"""A plan read aloud: alone on the wall, under its team's colour and shape."""

from __future__ import annotations

from game.i18n import _
from game.rules.debrief import reading
from game.rules.state import Commitment, Debrief
from game.screens.debrief.frame import DOTS, PageScene, evenly
from game.screens.debrief.planview import details, missing_words, plan_words
from game.screens.kit import pieces
from game.screens.kit.people import token
from game.screens.kit.text import BODY, BOLD, HEAVY, Fitted, draw_fitted, draw_label, fit
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.frame import team_colour, team_name
from game.screens.scenes.onward import (
    draw_dots,
    draw_onward,
    heading_height,
    onward_box,
)
from game.screens.screen import Look

TOKEN = 150.0


class ReadingScene(PageScene):
    """One plan; a long one on several faces, who and by when on the last."""

    hills = (1, 3, 5)

    def _made(self, look: Look) -> Commitment:
        stage = look.game.stage
        assert isinstance(stage, Debrief)
        return reading(look.game)[stage.index]

    def faces(self, look: Look) -> int:
        """As many as the plan needs."""
        return len(lay_plan(look.wall, self._made(look))[0])

    def paint(self, canvas: Canvas, look: Look) -> None:
        """Team, plan, who and by when."""
        wall, state, made = canvas.wall, look.game, self._made(look)
        self.ground(canvas)
        draw_onward(canvas, onward_box(wall))
        sheet, head, _rest = places(wall)
        pieces.sheet(canvas, sheet)
        size = head.h
        token(canvas, team_colour(state, made.team), head.x + size / 2, head.cy, size)
        title = head.cut_left(size, 32)[1]
        draw_label(canvas, team_name(state, made.team), title, size=(wall.L, wall.M), weight=HEAVY,
                   lines=2)  # fmt: skip
        faces, told, words, foot = lay_plan(wall, made)
        at = self.at(look)
        text = faces[at]
        draw_fitted(canvas, text, words.moved(0, max(0.0, words.h - text.height) * 0.35))
        if at == len(faces) - 1:
            draw_fitted(canvas, told, foot, valign="bottom")
        stage = state.stage
        assert isinstance(stage, Debrief)
        n = len(reading(state))
        _count(canvas, stage.index, n)
        draw_dots(canvas, len(faces), at, wall.width / 2, sheet.bottom + DOTS / 2 + 6)


def places(wall: Wall) -> tuple[Box, Box, Box]:
    """(sheet, team, plan)."""
    top = heading_height(wall)
    sheet = Box(
        wall.margin, top, wall.width - 2 * wall.margin, wall.height - top - wall.margin - DOTS
    )
    inner = sheet.inset(64 if wall.kind != "tall" else 48, 40)
    head, rest = inner.cut_top(min(TOKEN, inner.h * 0.2), 24)
    return sheet, head, rest


def lay_plan(wall: Wall, made: Commitment) -> tuple[list[Fitted], Fitted, Box, Box]:
    """(the plan face by face, who and by when; the places of both)."""
    rest = places(wall)[2]
    text = plan_words(made.plan)
    tail = "\n".join(line for line in (details(made.plan), missing_words(made.plan)) if line)
    told = fit(wall, tail, rest.w, wall.M * 2.7, size=(wall.M, wall.S), weight=BODY, leading=1.24)
    if told.overflow:  # a whole story of who and when: it is read with the rest
        text, tail = f"{text}\n{details(made.plan)}", missing_words(made.plan)
        told = fit(wall, tail, rest.w, wall.M * 2.7, size=(wall.M, wall.S), leading=1.24)
    foot, words = rest.cut_bottom(told.height if tail else 0.0, 20)
    whole = fit(wall, text, words.w, words.h, size=(wall.XL, wall.M), weight=BOLD, leading=1.18)
    if not whole.overflow:
        return [whole], told, words, foot
    faces = evenly(wall, text, words, size=(wall.L, wall.M), weight=BODY, leading=1.24)
    return faces, told, words, foot


def _count(canvas: Canvas, at: int, n: int) -> None:
    """Which of how many plans this is, where the heading would be."""
    wall = canvas.wall
    disc = onward_box(wall)
    line = Box(wall.margin + 24, disc.y, disc.x - wall.margin - 60, disc.h)
    words = _("Plan {n} of {all}").format(n=at + 1, all=n)
    draw_label(canvas, words, line, size=(wall.M, wall.S), color=canvas.theme.text)
