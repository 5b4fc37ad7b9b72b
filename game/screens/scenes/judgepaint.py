"""How judging looks: the card with what a good answer shows, the floor, the scale, the ballots."""

from __future__ import annotations

from dataclasses import dataclass

from game.i18n import _, ngettext
from game.rules.cards import Card, CommitCard, OpenCard
from game.rules.judging import missing_judgement, voters
from game.rules.state import OnCard, State
from game.screens.inputs import SECOND_BELLS
from game.screens.kit import pieces
from game.screens.kit.card import card as draw_sheet
from game.screens.kit.names import is_label
from game.screens.kit.people import token
from game.screens.kit.scenery import zone_ground
from game.screens.kit.text import (
    BOLD,
    HEAVY,
    Fitted,
    draw_fitted,
    draw_label,
    fit,
    fit_label,
    text_width,
)
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.camps import LEAST
from game.screens.scenes.cardlayout import BAND, LOW_BAND, corner_width
from game.screens.scenes.cardwords import SHORT_NAME, team_names
from game.screens.scenes.frame import (
    card_line,
    draw_strip,
    team_colour,
    team_name,
    zone_index,
    zone_picture,
)
from game.screens.scenes.judgeplaces import (
    STACKED_BAND,
    JudgePlaces,
    scale_cells,
)
from game.screens.scenes.judgeplan import paint_plan
from game.screens.scenes.onward import draw_onward
from game.screens.scenes.opened import open_card
from game.screens.scenes.scale import (
    Ballot,
    draw_ballot,
    draw_scale,
    head_height,
    scale_words,
    view_words,
)
from game.screens.scenes.showing import (
    criteria_list,
    criteria_part,
)
from game.screens.scenes.story import Laid, icon_of
from game.screens.screen import Look

TOKEN = 104.0
"""Kept free in a band for the token of who played."""


@dataclass(frozen=True)
class Painting:
    """What wears the ring."""

    main: bool
    view: bool
    vote: int | None


def scale_boxes(wall: Wall, spots: JudgePlaces) -> list[Box]:
    """The cells 0 to 3."""
    return scale_cells(spots.scale, 4, head_height(wall, view=spots.view.w > 0))


def view_boxes(wall: Wall, spots: JudgePlaces) -> list[Box]:
    """The cells 0 to 2 of the added view."""
    return scale_cells(spots.view, 3, head_height(wall, view=True))


def paint_judging(canvas: Canvas, look: Look, spots: JudgePlaces, now: Painting) -> None:
    """The whole screen."""
    state = look.game
    stage, card = open_card(state)
    zone_ground(canvas, zone_index(state))
    body = _sheet(canvas, look, stage, card, spots)
    if isinstance(card, CommitCard):
        paint_plan(canvas, state, stage, spots, body)
    elif isinstance(card, OpenCard):
        part, story, room = lay_criteria(canvas.wall, card, body)
        if story is not None:
            draw_fitted(canvas, story, room)
        part.paint(canvas)
        _paint_scales(canvas, state, stage, spots, now)
    if stage.asked:
        _paint_asked(canvas, look, stage, spots)
    else:
        _paint_floor(canvas, state, stage, spots.floor)
    draw_onward(canvas, spots.onward)
    if spots.ballots:
        _paint_ballots(canvas, state, stage, spots, now)
    elif spots.strip:
        draw_strip(canvas, state, active=stage.team)


def _sheet(canvas: Canvas, look: Look, stage: OnCard, card: Card, spots: JudgePlaces) -> Box:
    wall = canvas.wall
    high = _high_band(wall)
    if wall.is_tight:
        return draw_sheet(
            canvas,
            spots.card,
            zone=zone_index(look.game),
            icon=icon_of(look, card, stage),
            title=_("A good answer") if isinstance(card, OpenCard) else card.title,
            band=STACKED_BAND,
            right=spots.card.right - spots.onward.x + TOKEN,
        )
    return draw_sheet(
        canvas,
        spots.card,
        zone=zone_index(look.game),
        icon=icon_of(look, card, stage),
        title=card.title,
        category=card_line(look.game, card, stage) if high else "",
        picture=zone_picture(look.game) if wall.kind == "wide" and high else None,
        band=BAND if high else LOW_BAND,
        right=corner_width(spots.card, spots.onward) if wall.kind == "tall" else 0,
    )


def _high_band(wall: Wall) -> bool:
    return wall.kind != "four_three" and not wall.is_far


def judged_body(wall: Wall, spots: JudgePlaces) -> Box:
    """The card below its band."""
    if wall.is_tight:
        return spots.card.cut_top(STACKED_BAND)[1]
    return spots.card.cut_top(BAND if _high_band(wall) else LOW_BAND)[1]


def lay_criteria(wall: Wall, card: OpenCard, body: Box) -> tuple[Laid, Fitted | None, Box]:
    """(what a good answer shows, the story where both fit, its box), below a card's band."""
    if wall.is_tight:
        return criteria_list(wall, card.criteria, body.inset(52, 8)), None, body
    box = Box(body.x + 32, body.y + 20, body.w - 64, body.h - 46)
    part = criteria_part(wall, card.criteria, box, smallest=wall.S)
    room = Box(body.x + 52, body.y + 22, body.w - 104, part.top - body.y - 40)
    story = fit(
        wall, card.prompt, room.w, max(1.0, room.h), size=(wall.M * 1.1, wall.M), leading=1.24
    )
    if story.overflow:
        # The room has read these before, so here they may be as small as a near wall's labels.
        alone = criteria_part(wall, card.criteria, box, spread=True, smallest=LEAST)
        return alone, None, room
    return part, story, room


def _paint_scales(
    canvas: Canvas, state: State, stage: OnCard, spots: JudgePlaces, now: Painting
) -> None:
    peers = bool(voters(state))
    words = [scale_words(n) for n in range(4)]
    who = team_colour(state, now.vote) if now.vote is not None else ""
    draw_scale(
        canvas,
        spots.scale,
        _("What did you see?"),
        words,
        who=who,
        chosen=None if peers else stage.judged,
        live=now.main or now.vote is not None,
        view=stage.viewer is not None,
    )
    if stage.viewer is not None:
        draw_scale(
            canvas,
            spots.view,
            _("And the other view?"),
            [view_words(n) for n in range(3)],
            chosen=stage.view_judged,
            live=now.view,
            who=team_colour(state, stage.viewer),
            view=True,
        )


def _paint_floor(canvas: Canvas, state: State, stage: OnCard, box: Box) -> None:
    wall = canvas.wall
    if wall.is_tight:
        size = TOKEN - 24
        token(canvas, team_colour(state, stage.team), box.right - 134 - size / 2, box.cy, size)
        return
    pieces.sheet(canvas, box)
    size = min(140.0, box.h - 48, box.w * 0.24)
    token(canvas, team_colour(state, stage.team), box.x + 40 + size / 2, box.cy, size)
    words = box.cut_left(size + 72)[1].cut_right(130)[1]
    name = team_name(state, stage.team)
    inner = words.inset(0, 12 if wall.is_far else 22)
    short = text_width(wall, name, wall.S, HEAVY) <= words.w and len(name) <= SHORT_NAME
    upper, lower = inner.cut_top(inner.h * (0.56 if short else 0.7))
    draw_label(canvas, name, upper, size=(wall.L, wall.S), weight=HEAVY, lines=1 if short else 3)
    line = _("plays for the whole room") if stage.for_room else _("had the floor")
    said = fit(wall, line, lower.w, lower.h, size=(wall.M, wall.S), leading=1.1, lines=2)
    if not said.overflow:
        draw_fitted(canvas, said, lower, valign="middle")


def _paint_asked(canvas: Canvas, look: Look, stage: OnCard, spots: JudgePlaces) -> None:
    """What Next found missing, over the floor."""
    wall = canvas.wall
    pieces.sheet(canvas, spots.floor, level="active", fill=canvas.theme.brass_soft)
    words = spots.floor.inset(36, 3 if wall.is_tight else 14).cut_right(100, 10)[1]
    told = _asked(look.game, stage)
    fitted = fit_label(wall, told, words.w, words.h, size=wall.S, weight=BOLD, lines=4)
    if not is_label(wall, fitted.size):
        told = _asked(look.game, stage, short=True)
    draw_label(canvas, told, words, size=(wall.M, wall.S), weight=BOLD, lines=4)


def _asked(state: State, stage: OnCard, *, short: bool = False) -> str:
    """What Next found missing; `short` names nobody."""
    missing = missing_judgement(state)
    if isinstance(state.card, CommitCard):
        if missing == (stage.team,):
            return _("No plan yet. Next again goes on without one.")
        return _("Visible on Monday? Next again means no.")
    if missing:
        if short or len(missing) > 3:
            return _("Some votes are missing. Next again counts the others.")
        return _("No vote yet from {teams}. Next again counts the others.").format(
            teams=team_names(state, missing)
        )
    if missing is None:
        return _("Next again goes on.")
    return _("No points yet. Next again means none.")


def _paint_ballots(
    canvas: Canvas, state: State, stage: OnCard, spots: JudgePlaces, now: Painting
) -> None:
    wall, votes, able = canvas.wall, dict(stage.votes), voters(state)
    seats = {team.id: i for i, team in enumerate(state.teams)}
    whole = len(votes) == len(able)
    number = _("{n} of {total}").format(n=len(votes), total=len(able))
    words = ngettext("vote is in", "votes are in", len(votes))
    if wall.is_tight:
        draw_label(canvas, number, spots.count, size=(wall.L, wall.S), weight=HEAVY)
    elif wall.is_far:
        told = f"{number} {words}"
        draw_label(canvas, told, spots.count, size=wall.S, weight=BOLD, lines=2)
    elif spots.count.h < 120:
        draw_label(canvas, f"{number} {words}", spots.count, size=(wall.M, wall.S), weight=BOLD)
    else:
        block = spots.count.centred(spots.count.w, wall.L * 1.1 + wall.S * 2.4)
        upper, lower = block.cut_top(wall.L * 1.1)
        draw_label(canvas, number, upper, size=(wall.L, wall.M), weight=HEAVY)
        draw_label(canvas, words, lower, size=(wall.M, wall.S), lines=2)
    for team, box in zip(able, spots.ballots, strict=True):
        draw_ballot(
            canvas,
            box,
            Ballot(
                team_colour(state, team),
                team_name(state, team),
                SECOND_BELLS[seats[team]].upper(),
                votes.get(team),
                whole,
                team == now.vote,
            ),
        )
