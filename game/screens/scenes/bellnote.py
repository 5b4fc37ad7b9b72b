"""Who had it on a bell card, and who missed, in a sentence under the reveal."""

from __future__ import annotations

from game.i18n import _, ngettext
from game.rules.state import OnCard, State, Why
from game.screens.kit.names import is_label
from game.screens.kit.text import BOLD, draw_label, fit_label
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.cardwords import team_names
from game.screens.scenes.frame import team_name


def bell_note(state: State, stage: OnCard, *, short: bool = False) -> str:
    """Who had it, and who rang and missed in a second sentence; `short` leaves that out."""
    won = [g.team for g in stage.gains if g.why is Why.BELL and g.asked > 0]
    missed = stage.bell.out if stage.bell is not None else ()
    if won:
        words = _("{team} had it.").format(team=team_name(state, won[-1]))
    elif not missed:
        return _("Nobody rang this time.")
    else:
        words = _("Nobody had it this time.")
    if not missed or short:
        return words
    teams = team_names(state, missed)
    return (
        words
        + " "
        + ngettext("{teams} rang and missed.", "{teams} rang and missed.", len(missed)).format(
            teams=teams
        )
    )


def bell_note_height(wall: Wall) -> float:
    """Units the sentence takes."""
    return max(wall.M, wall.S * 1.4) * (1.3 if wall.kind != "tall" else 2.4)


def paint_bell_note(canvas: Canvas, state: State, stage: OnCard, box: Box) -> None:
    """The sentence, between card and strip."""
    wall = canvas.wall
    words = bell_note(state, stage)
    told = fit_label(wall, words, box.w, box.h, size=wall.S, weight=BOLD, lines=3)
    if not is_label(wall, told.size):
        words = bell_note(state, stage, short=True)
    draw_label(
        canvas,
        words,
        box,
        size=(wall.M, wall.S),
        weight=BOLD,
        align="center",
        lines=3,
    )
