"""Another view: the bell that is open for it, and the team that took it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.i18n import _
from game.rules.actions import RingBell
from game.rules.cards import OpenCard, Play
from game.rules.legal import offers_of
from game.rules.scoring import camps
from game.rules.state import BellPhase, OnCard, State, Step
from game.screens.kit import pieces, shapes
from game.screens.kit.layer import Dirty
from game.screens.kit.names import is_label
from game.screens.kit.people import bell
from game.screens.kit.text import HEAVY, draw_label, draw_text, fit, fit_label
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.cardlayout import Places
from game.screens.scenes.cardwords import SHORT_NAME
from game.screens.scenes.clockface import draw_clock
from game.screens.scenes.frame import (
    draw_strip,
    plate_boxes,
    strip_teams,
    team_colour,
    team_name,
)
from game.screens.scenes.ringing import BellSpot, Ringing, draw_rung
from game.screens.scenes.rings import draw_rung_after, draw_tokens_left, rung_after
from game.screens.screen import Do, Hotspot, Look
from game.session.telling.cardwords import LETTERS


@dataclass(frozen=True)
class ViewPlaces:
    """Where the parts of the panel stand."""

    title: Box
    line: Box
    bell: Box
    clock: Box
    rings: Box


def view_box(places: Places) -> Box:
    """The panel's place: the rail, the head, or the whole band."""
    if places.manner == "band":
        return Box(places.card.x, places.card.y, places.card.w, places.band)
    if places.manner == "rail":
        return places.side.cut_bottom(places.side.bottom - places.onward.y, 18)[1]
    return places.side


def view_places(places: Places, wall: Wall, *, taken: bool) -> ViewPlaces:
    """The panel upright in a rail, lying in a head or a band, wide on a totem."""
    box, manner = view_box(places), places.manner
    free = places.onward.w if manner == "band" and places.onward.meets(box) else 0.0
    none = Box(0, 0, 0, 0)
    if manner == "rail":
        title, rest = box.inset(14, 18).cut_top(wall.S * 3.9 if taken else wall.L * 2.6, 6)
        title = title.inset(14, 0)  # its letters are thick: they need more air beside the rim
        line, rest = rest.cut_top(wall.S * (3.6 if taken else 4.8), 8)
        if not taken:
            return ViewPlaces(title, line, rest.inset(8, 20), none, none)
        bell_box, rest = rest.cut_top(210, 8)
        clock, rest = rest.cut_top(min(190.0, rest.h * 0.5), 12)
        return ViewPlaces(title, line, bell_box, clock, rest)
    if manner == "totem":
        bell_box, words = box.inset(24, 20).cut_left(226 if taken else 300, 24)
        clock = none
        if taken:
            clock, words = words.cut_right(194, 16)
        title, line = words.cut_top(words.h * 0.6, 6)
        return ViewPlaces(title, line, bell_box, clock, places.foot)
    inner = box.inset(24, 8)
    if free:
        inner = inner.cut_right(free, 16)[1]
    bell_box, words = inner.cut_left((box.h - 16) * 1.25, 24)
    clock = none
    if taken:
        slim = manner == "head" or wall.kind == "tall"
        clock, words = words.cut_right(300 if slim else 400, 24)
    title, line = words.cut_top(words.h * (0.52 if words.h < 140 else 0.56), 0)
    return ViewPlaces(title, line, bell_box, clock, none)


def view_words(state: State, stage: OnCard, *, short: bool = False) -> tuple[str, str]:
    """(the panel's title, the line under it); `short` leaves it to the token to say who."""
    if stage.step is Step.VIEW:
        return _("Another view? Ring!"), _view_line(state, stage)
    assert stage.viewer is not None
    name = team_name(state, stage.viewer)
    named = not short and len(name) <= SHORT_NAME  # the token on the bell says it, too
    if stage.play is Play.EVERYONE:
        answer = stage.answer(stage.viewer)
        assert isinstance(answer, int)
        title = _("{team} argues for {letter}") if named else _("A view for {letter}")
        title = title.format(team=name, letter=LETTERS[answer])
        return title, _("Each other team may change once.")
    if isinstance(state.card, OpenCard):
        title = _("{team} adds a view") if named else _("Another view")
        return title.format(team=name), _("What did you see?")
    title = _("{team} sees it differently") if named else _("Another view")
    return title.format(team=name), _("Which option, and why?")


def _view_line(state: State, stage: OnCard) -> str:
    if stage.play is Play.EVERYONE:
        sizes = [len(teams) for _answer, teams in camps(stage.answers)]
        if len(sizes) > 1 and sizes[0] == sizes[1]:
            return _("Open to every team: no camp is the largest.")
        return _("Open to teams outside the largest camp.")
    if isinstance(state.card, OpenCard):
        return _("Ring, and add what you saw.")
    name = team_name(state, stage.team)
    if len(name) > SHORT_NAME:
        return _("Ring, name another option, say why.")
    return _("Ring, name another option than {team}’s, say why.").format(team=name)


def paint_view(canvas: Canvas, look: Look, stage: OnCard, places: Places, ringing: Ringing) -> None:
    """The panel's still part."""
    state, wall, theme = look.game, canvas.wall, canvas.theme
    box, manner = view_box(places), places.manner
    taken = stage.step is Step.VIEW_TAKEN
    spots = view_places(places, wall, taken=taken)
    if manner == "band":
        shapes.rounded(canvas.surface, canvas.rect(box), canvas.px(44), theme.brass_soft, "top")
    else:
        pieces.sheet(
            canvas,
            box,
            radius=44 if manner != "head" else 36,
            level="active",
            fill=theme.brass_soft,
        )
    title, line = view_words(state, stage)
    if wall.is_far:
        whole = spots.title.joined(spots.line)
        if not is_label(
            wall, fit_label(wall, title, whole.w, whole.h, size=wall.S, weight=HEAVY, lines=2).size
        ):
            title, line = view_words(state, stage, short=True)
    if wall.is_narrow:
        title, line, spots = _tight(wall, stage, title, line, spots)
    middle = manner == "rail"
    draw_label(
        canvas,
        title,
        spots.title,
        weight=HEAVY,
        lines=3 if manner != "head" else 1,
        align="center" if middle else "left",
        size=(wall.M if manner == "head" or (middle and taken) else wall.L, wall.S),
    )
    if middle:
        draw_text(canvas, line, spots.line, size=wall.S, align="center", leading=1.15)
    else:
        draw_label(canvas, line, spots.line, size=wall.S, lines=2)
    spot = BellSpot(spots.bell, token_over=taken)
    if not taken:
        bell(canvas, "open", spot.cx, spot.bottom, spot.width)
        return
    assert stage.viewer is not None
    if not ringing.active(look):
        draw_rung(canvas, spot, team_colour(state, stage.viewer))
    if stage.bell is not None and spots.rings.w and rung_after(stage.bell):
        draw_rung_after(canvas, state, stage.bell, spots.rings, most=76)


def _tight(
    wall: Wall, stage: OnCard, title: str, line: str, spots: ViewPlaces
) -> tuple[str, str, ViewPlaces]:
    """Title (in one line) and line where both have room in labels; else the one that says most."""
    whole = spots.title.joined(spots.line)
    told = fit(wall, line, whole.w, whole.h, size=wall.S, leading=1.15, lines=2)
    low, high = whole.cut_bottom(told.height)
    named = fit_label(wall, title, high.w, high.h, size=wall.S, weight=HEAVY)
    if not told.overflow and high.h >= wall.S * 1.1 and is_label(wall, named.size):
        return title, line, replace(spots, title=high, line=low)
    asks = stage.step is Step.VIEW and stage.play is not Play.EVERYONE
    return line if asks else title, "", replace(spots, title=whole)


def move_view(
    canvas: Canvas, look: Look, stage: OnCard, places: Places, ringing: Ringing, dirty: Dirty
) -> None:
    """The swinging bell, and the time to argue."""
    if stage.step is not Step.VIEW_TAKEN or stage.viewer is None:
        return
    spots = view_places(places, canvas.wall, taken=True)
    draw_clock(canvas, look, spots.clock, places.manner, _("to argue"), dirty)
    spot = BellSpot(spots.bell)
    ringing.draw(canvas, look, dirty, spot, team_colour(look.game, stage.viewer))


def view_clock(wall: Wall, stage: OnCard, places: Places) -> Box | None:
    """Where the time to argue is shown."""
    return view_places(places, wall, taken=True).clock if stage.step is Step.VIEW_TAKEN else None


def may_ring(state: State) -> tuple[int, ...]:
    """Teams whose bell can be rung now."""
    found: list[int] = []
    for offer in offers_of(state, RingBell):
        domain = offer.field("team")
        found += getattr(domain, "values", ())
    return tuple(found)


def paint_view_strip(
    canvas: Canvas, state: State, stage: OnCard, picked: int | None = None
) -> None:
    """The strip while the bell is open: who may ring, with the tokens they have left.

    `picked` is the team that is about to change its mind.
    """
    bell_now = stage.bell
    able = may_ring(state) if bell_now and bell_now.phase is BellPhase.OPEN else ()
    out = (
        ()
        if stage.step is Step.VIEW_TAKEN
        else tuple(t.id for t in state.teams if bell_now and t.id not in bell_now.eligible)
    )
    active = picked or (stage.viewer if stage.step is Step.VIEW_TAKEN else None)
    if active is None and stage.play is Play.TURN:
        active = stage.team
    dim = tuple(team for team in out if team != active)
    plates = draw_strip(canvas, state, active=active, teams=strip_teams(state, dim=dim))
    for team, plate in zip(state.teams, plates, strict=True):
        if team.id in able:
            draw_tokens_left(canvas, plate, team.tokens)


def ring_spots(look: Look) -> tuple[Hotspot, ...]:
    """Ringing for a team with the mouse, on its plate."""
    state = look.game
    boxes = plate_boxes(look.wall, state)
    return tuple(
        Hotspot(boxes[team], Do(RingBell(team, look.at)), team_name(state, team), 32)
        for team in may_ring(state)
        if team in boxes
    )
