"""A plan being judged: its words, what it has, and whether it can be seen on Monday."""

from __future__ import annotations

from game.i18n import _
from game.rules.cards import CommitCard
from game.rules.state import OnCard, State
from game.screens.kit import pieces
from game.screens.kit.text import BOLD, draw_label
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.judgeplaces import JudgePlaces
from game.screens.scenes.scale import draw_plan_faces, draw_plan_points
from game.screens.scenes.showing import capped_button, draw_plan, plan_to_read, small_button

MARK = 300.0
"""Width of a button beside "visible on Monday?"."""


def plan_buttons(wall: Wall, spots: JudgePlaces) -> tuple[Box, Box, Box]:
    """(the editor's button, yes, no) on a plan."""
    edit = spots.card.inset(36, 26).cut_bottom(max(74.0, wall.S * 1.5))[0]
    edit = edit.cut_left(min(edit.w, 9.5 * wall.M))[0]
    if wall.is_tight:
        yes, no = spots.scale.inset(28, 20).cut_right(2 * MARK + 18)[0].columns(2, 18)
        return edit, yes, no
    panel = _monday(spots)[1].inset(32, 22)
    least = 104.0 if not wall.is_far else 84.0
    marks = panel.cut_bottom(max(least, min(150.0, panel.h - wall.M * 1.3)))[0]
    yes, no = marks.columns(2, 18)
    return edit, yes, no


def _monday(spots: JudgePlaces) -> tuple[Box, Box]:
    """(what the plan has, "visible on Monday?")."""
    asked, has = spots.scale.cut_bottom(spots.scale.h * 0.42, 22)
    return has, asked


def paint_plan(canvas: Canvas, state: State, stage: OnCard, spots: JudgePlaces, body: Box) -> None:
    """The plan, large; what it has; and whether it can be seen on Monday."""
    wall = canvas.wall
    edit, yes, no = plan_buttons(wall, spots)
    card = state.card
    assert isinstance(card, CommitCard)
    room = Box(body.x + 36, body.y + 26, body.w - 72, edit.y - body.y - 48)
    if wall.is_tight:
        won, room = room.inset(0, -8).cut_right(84, 20)
    form = plan_to_read(wall, stage.plan, room, example=card.example)
    draw_plan(canvas, form)
    written = stage.plan is not None and stage.plan.points > 0
    small_button(canvas, edit, "E", _("Change the plan") if written else _("Write the plan"))
    if wall.is_tight:
        draw_plan_faces(canvas, won, form, stage.plan)
        asked, head = spots.scale, spots.scale.inset(36, 14)
        head = head.cut_right(head.right - yes.x, 20)[1]
    else:
        has, asked = _monday(spots)
        draw_plan_points(canvas, has, stage.plan, stage.judged)
        head = asked.inset(32, 22)
        head = Box(head.x, head.y, head.w, yes.y - head.y - 12)
    pieces.sheet(canvas, asked, level="active" if written else "high")
    draw_label(canvas, _("Visible on Monday?"), head, size=(wall.M, wall.S), weight=BOLD, lines=2)
    capped_button(canvas, yes, "1", _("Yes"), chosen=stage.judged == 1)
    capped_button(canvas, no, "0", _("No"), chosen=stage.judged == 0)
