"""How a bell card looks: the question, the bell that waits, the team that rang, who was early."""

from __future__ import annotations

from game.i18n import _, ngettext, number, signed
from game.rules.state import Bell, BellPhase, OnCard, State
from game.screens.kit import pieces, shapes
from game.screens.kit.card import card as draw_sheet
from game.screens.kit.people import bell as draw_bell
from game.screens.kit.people import token
from game.screens.kit.text import BOLD, HEAVY, draw_fitted, draw_label, draw_text, text_width
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.bellplaces import BellPlaces, lay_question
from game.screens.scenes.cardlayout import corner_width
from game.screens.scenes.cardwords import SHORT_NAME, shortened
from game.screens.scenes.frame import card_line, team_colour, team_name, zone_index, zone_picture
from game.screens.scenes.opened import open_card
from game.screens.scenes.ringing import BellSpot, draw_rung
from game.screens.scenes.rings import draw_rung_after
from game.screens.scenes.showing import capped_button
from game.screens.scenes.story import draw_picture
from game.screens.screen import Look

RIGHT_KEY, WRONG_KEY = "g", "f"
"""Good and false, goed and fout: letters that are nobody's bell."""


def paint_question(canvas: Canvas, look: Look, stage: OnCard, spots: BellPlaces) -> None:
    """The card with nothing but its question: no option is shown before the reveal."""
    state, wall = look.game, canvas.wall
    _stage, card = open_card(state)
    if spots.shape == "band":
        pieces.sheet(canvas, spots.card)
        band = spots.card.cut_top(spots.band)[0]
        shapes.rounded(
            canvas.surface, canvas.rect(band), canvas.px(44), canvas.theme.brass_soft, "top"
        )
        if card.sound:  # this band has no disc that could wear it
            pieces.sound_mark(canvas, Box(band.right - 148, band.cy - 86, 100, 100))
    else:
        draw_sheet(
            canvas,
            spots.card,
            zone=zone_index(state),
            icon="space-bell",
            title=card.title,
            category=card_line(state, card, stage),
            brass=True,
            picture=zone_picture(state) if wall.kind == "wide" else None,
            band=spots.band,
            sound=bool(card.sound),
            right=corner_width(spots.card, spots.onward) if wall.kind == "tall" else 0,
        )
    pictured = bool(card.picture) and card.picture in look.pictures
    question, box, picture = lay_question(wall, spots, card.prompt, pictured=pictured)
    if picture is not None:
        draw_picture(canvas, look, card, picture)
    draw_fitted(canvas, question, box)


def paint_waiting(canvas: Canvas, bell: Bell, spots: BellPlaces) -> None:
    """What the teams are to do now, and the bell, still closed or open."""
    wall = canvas.wall
    armed = bell.phase is BellPhase.ARMED
    if armed:
        title, line = _("Listen first"), _("The bell opens when the card has been read.")
    else:
        title = _("Ring!")
        line = _("Open again for the others.") if bell.out else _("The first bell answers.")
    align = "left" if spots.shape == "band" else "center"
    place = spots.title
    if armed and wall.is_narrow:  # the line tells as much, and only one of them has room
        title, line, place = line, "", place.joined(spots.line)
    draw_label(
        canvas,
        title,
        place,
        size=(wall.L, wall.S if wall.is_narrow else wall.M),
        weight=HEAVY,
        lines=2 if wall.is_narrow else 1,
        align="left" if align == "left" else "center",
    )
    draw_label(
        canvas,
        line,
        spots.line,
        lines=2,
        align="left" if align == "left" else "center",
        size=(wall.S if spots.shape == "band" else wall.M, wall.S),
    )
    spot = BellSpot(spots.bell, token_over=False)
    draw_bell(
        canvas,
        "armed" if armed else "open",
        spot.cx,
        spot.bottom,
        spot.width,
        ground=spots.shape != "band",
    )


def paint_taken(canvas: Canvas, state: State, bell: Bell, spots: BellPlaces, *, rung: bool) -> None:
    """Who rang first, who came after, and the two marks.

    ``rung`` tells that the bell stands still and is drawn here; while it swings the scene does.
    """
    wall = canvas.wall
    assert bell.winner is not None
    pieces.sheet(canvas, spots.panel, level="active", fill=canvas.theme.brass_soft)
    if rung:
        draw_rung(canvas, BellSpot(spots.bell), team_colour(state, bell.winner))
    words = _("{team} rang").format(team=team_name(state, bell.winner))
    draw_text(
        canvas,
        words,
        spots.title,
        size=(wall.XL, wall.M),
        weight=HEAVY,
        leading=1.04,
        align="center",
        valign="middle",
        balance=True,
    )
    draw_rung_after(canvas, state, bell, spots.rings)
    rules = state.rules
    right = _("Right {points}").format(points=signed(rules.bell_right))
    wrong = _("Wrong {points}").format(points=signed(rules.bell_wrong))
    capped_button(canvas, spots.right, RIGHT_KEY.upper(), right, primary=True)
    capped_button(canvas, spots.wrong, WRONG_KEY.upper(), wrong)


def early_words(canvas: Canvas, state: State, team: int, box: Box, *, alone: bool) -> None:
    """Who rang too early, in its chip; with the time it stays out where one team has the room."""
    wall = canvas.wall
    size = min(84.0, box.h - 16)
    token(canvas, team_colour(state, team), box.x + 24 + size / 2, box.cy, size)
    words = box.cut_left(size + 44)[1].cut_right(24)[1]
    name = team_name(state, team)
    if len(name) > SHORT_NAME:
        name = shortened(wall, name, words.w * 0.6, wall.S, HEAVY)
    name = _("{team}, too early").format(team=name)
    if not alone or box.h < wall.S * 3:
        draw_label(canvas, name if alone else _("too early"), words, size=wall.S, weight=BOLD)
        return
    upper, lower = words.inset(0, 4).cut_top((words.h - 8) / 2)
    if not _fits_lines(wall, (name, upper), (_back_in(state), lower)):
        draw_label(canvas, name, words, size=(wall.M, wall.S), weight=HEAVY, lines=2)
        return
    draw_label(canvas, name, upper, size=(wall.M, wall.S), weight=HEAVY)
    draw_label(canvas, _back_in(state), lower, size=(wall.M, wall.S))


def _fits_lines(wall: Wall, *lines: tuple[str, Box]) -> bool:
    """Whether each text stands on one line of its box, as large as a label."""
    return all(text_width(wall, text, wall.S, HEAVY) <= box.w for text, box in lines)


def _back_in(state: State) -> str:
    """How long a team that rang too early stays out: told whole, it does not count down."""
    ms = state.rules.lockout_ms
    seconds = ms // 1000 if ms % 1000 == 0 else 2
    return ngettext("back in {n} second", "back in {n} seconds", seconds).format(
        n=number(ms / 1000)
    )
