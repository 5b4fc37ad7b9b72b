"""What stands beside a card: who decides, the clock, the persona, the board, the bell."""

from __future__ import annotations

from dataclasses import dataclass

from game.rules.cards import Persona, Play
from game.rules.state import OnCard, State
from game.rules.walking import position
from game.screens.kit import pieces
from game.screens.kit.miniboard import miniboard
from game.screens.kit.names import is_label
from game.screens.kit.people import bell, portrait, token
from game.screens.kit.text import (
    BOLD,
    HEAVY,
    Fitted,
    draw_fitted,
    draw_label,
    draw_text,
    fit,
    fit_label,
)
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.boardview import board_spec, pawns_of
from game.screens.scenes.cardlayout import CLEAR, ONWARD, Manner, Places
from game.screens.scenes.cardwords import bell_rests, who_plays
from game.screens.scenes.frame import team_colour, team_name
from game.screens.screen import Look

BELL_HIGH = 290 / 400
ROOMY_BELL = 130.0
"""A bell's box of this height has room for a whole sentence."""
LONG_WORDS = 30
"""From here on the line of who plays takes three lines, and a smaller token."""
SIGN_SIDE = 32.0
MINI_HIGH = 0.43
"""Height of the board in the rail, against its width."""


@dataclass(frozen=True)
class SidePlaces:
    """Boxes beside a card; one without width is left out."""

    who: Box
    clock: Box
    mini: Box
    persona: Box
    bell: Box


_NONE = Box(0, 0, 0, 0)


def side_places(wall: Wall, places: Places, lens: Persona | None) -> SidePlaces:
    """Where each part stands; the persona takes its room from the others."""
    side = places.side
    match places.manner:
        case "rail":
            high = 0.0
            if lens is not None:
                line = fit(wall, lens.line, side.w - 44, size=wall.S, leading=1.12)
                high = 12 + 92 + 4 + line.height + 16
            return _rail(side, high)
        case "head":
            return _head(side, lens is not None)
        case "totem":
            return _totem(places, lens is not None)
        case "band":
            return SidePlaces(_NONE, side, _NONE, _NONE, _NONE)


def _rail(side: Box, persona: float) -> SidePlaces:
    who, rest = side.cut_top(112, 4)
    ring = 308.0 if not persona else max(190.0, 430 - persona)
    clock, rest = rest.cut_top(min(ring, side.w), 14)
    lens = _NONE
    if persona:
        lens, rest = rest.cut_top(persona, 12)
    mini, rest = rest.cut_top(side.w * (0.34 if persona else MINI_HIGH), 8)
    return SidePlaces(who, clock, mini, lens, rest.cut_bottom(ONWARD + CLEAR + 10)[1])


def _head(side: Box, persona: bool) -> SidePlaces:
    who, rest = side.cut_left(304 if persona else 390, 16)
    clock, rest = rest.cut_right(316, 16)
    mini, rest = rest.cut_left(232 if persona else 250, 20)
    return SidePlaces(who, clock, mini, rest if persona else _NONE, _NONE if persona else rest)


def _totem(places: Places, persona: bool) -> SidePlaces:
    side, lens, go = places.side, _NONE, places.onward
    ring = side.bottom - go.bottom - 12
    clock = Box(go.right - ring, side.bottom - ring, ring, ring)
    who, low = side.cut_top(104, 8)
    low = Box(low.x, low.y, clock.x - 24 - low.x, low.h)
    if persona:
        lens, low = low.cut_right(low.w * 0.52, 14)
    return SidePlaces(who, clock, low, lens, places.foot)


def persona_of(state: State, stage: OnCard) -> Persona | None:
    """Whose eyes this card is seen through, if anybody's."""
    if not state.rules.personas:
        return None
    if state.rules.together:
        name = state.customer.persona
    elif stage.play is Play.TURN:
        name = next((t.persona for t in state.teams if t.id == stage.team), "")
    else:
        name = ""
    return state.content.persona_by_id.get(name)


def paint_side(
    canvas: Canvas, look: Look, stage: OnCard, places: Places, *, button: float = 0
) -> None:
    """The still parts beside a card that is read or discussed.

    `button` units are kept free beside a totem's bell.
    """
    state = look.game
    lens = persona_of(state, stage)
    spots = side_places(canvas.wall, places, lens)
    if spots.who.w:
        draw_who(canvas, state, stage, spots.who, places.manner)
    if spots.mini.w:
        draw_mini(canvas, state, spots.mini)
    if lens is not None and spots.persona.w:
        draw_persona(canvas, lens, spots.persona, places.manner)
    if spots.bell.w:
        box = spots.bell.cut_right(button)[1] if places.manner == "totem" else spots.bell
        resting_bell(canvas, state, stage, box, places.manner)


def draw_who(canvas: Canvas, state: State, stage: OnCard, box: Box, manner: Manner) -> None:
    """Token and name of who decides."""
    wall = canvas.wall
    words, large = who_plays(state, stage), wall.L if manner == "totem" else wall.M
    size = min(92.0 if manner == "totem" else 76.0 if len(words) < LONG_WORDS else 56.0, box.h)
    if stage.play is Play.EVERYONE:
        pieces.icon_disc(canvas, "cat-culture", box.x + size / 2, box.cy, size)
    else:
        token(canvas, team_colour(state, stage.team), box.x + size / 2, box.cy, size)
    label = box.cut_left(size, 18)[1]
    if stage.play is not Play.EVERYONE:
        alone = team_name(state, stage.team)
        whole = fit(
            wall, words, label.w, label.h,
            size=wall.S, weight=HEAVY, leading=1.1, lines=3, words="whole",
        )  # fmt: skip
        if whole.overflow and " " in alone.strip():
            words = alone
    draw_label(canvas, words, label, size=(large, wall.S), weight=HEAVY, lines=3)


def draw_persona(canvas: Canvas, lens: Persona, box: Box, manner: Manner) -> None:
    """Whose eyes to look through."""
    wall = canvas.wall
    picture = lens.picture or lens.id
    if manner == "band":
        high = min(box.h, 84.0)
        portrait(canvas, picture, box.x + high * 0.38, box.cy + high / 2, high)
        eye = min(wall.S, 60.0)
        words, label = far_persona(wall, lens, box)
        pieces.icon(canvas, "icon-eye", label.x - 14 - eye / 2, label.cy, eye)
        draw_fitted(canvas, words, label, valign="middle")
        return
    if manner == "rail":
        pieces.chip(canvas, box, radius=36)
        inner = box.inset(22, 12)
        head, line = inner.cut_top(92, 4)
        portrait(canvas, picture, head.x + 35, head.bottom, 92)
        _name(canvas, lens.name, head.cut_left(70, 18)[1])
        draw_text(canvas, lens.line, line, size=wall.S, leading=1.12)
        return
    high = min(box.h, 132.0)
    portrait(canvas, picture, box.x + high * 0.38, box.y + high, high)
    rest = box.cut_left(high * 0.76, 14)[1]
    name, line = rest.cut_top(wall.S * 1.25)
    _name(canvas, lens.name, name)
    draw_text(canvas, lens.line, line, size=wall.S, leading=1.12)


def far_persona(wall: Wall, lens: Persona, box: Box) -> tuple[Fitted, Box]:
    """(name and line, where they stand) on a card that is read from far."""
    portrait_w, eye = min(box.h, 84.0) * 0.76, min(wall.S, 60.0)
    label = box.cut_left(portrait_w, 16)[1].cut_left(eye, 14)[1]
    words = f"{lens.name}: {lens.line}"
    lines = 4 if wall.kind == "tall" else 2
    return fit_label(wall, words, label.w, label.h, size=(wall.M, wall.S), lines=lines), label


def _name(canvas: Canvas, name: str, box: Box) -> None:
    """A persona's name behind an eye: its eyes are borrowed."""
    wall = canvas.wall
    size = wall.S * 1.1
    pieces.icon(canvas, "icon-eye", box.x + size / 2, box.cy, size)
    draw_label(canvas, name, box.cut_left(size, 10)[1], size=wall.S, weight=BOLD, lines=2)


def draw_mini(canvas: Canvas, state: State, box: Box) -> None:
    """The board, small, so that nobody loses the place."""
    place = position(state) if state.round else None
    miniboard(
        canvas,
        box,
        board_spec(state),
        pawns_of(state),
        target=place,
        token_size=min(44.0, box.h * 0.3),
    )


def resting_bell(canvas: Canvas, state: State, stage: OnCard, box: Box, manner: Manner) -> None:
    """The closed bell, and what it waits for: in fewer words, or in none, where there is no room.

    A bell without words can still be seen to be closed; words too small cannot be read.
    """
    wall = canvas.wall
    short = manner == "rail" and box.h < ROOMY_BELL
    words = bell_rests(state, stage, short=short)
    lying = manner != "rail" or box.h < 204
    if lying:
        wide = min(112.0, box.h * 1.1, box.w * 0.3)
        label = box.cut_left(wide, 18)[1]
        for told in (words, bell_rests(state, stage, short=True), ""):
            words, fitted = told, fit_label(wall, told, label.w, label.h, size=wall.S, lines=3)
            if is_label(wall, fitted.size):
                break
        x = box.x + wide / 2 if words else box.cx
        bell(canvas, "closed", x, box.cy + wide * BELL_HIGH / 2, wide)
        draw_label(canvas, words, label, size=wall.S, lines=3)
        return
    high = min(110.0, box.h - 110)
    block = high + 14 + wall.S * 2.4
    top = box.cy - block / 2
    bell(canvas, "closed", box.cx, top + high, high / BELL_HIGH)
    label = Box(box.x, top + high + 10, box.w, wall.S * 2.6)
    draw_text(canvas, words, label, size=wall.S, align="center", leading=1.2, balance=True)


def clock_place(look: Look, stage: OnCard, places: Places) -> Box:
    """Where the discussion's clock stands."""
    return side_places(look.wall, places, persona_of(look.game, stage)).clock


def sign_words(wall: Wall, box: Box) -> Box:
    """Where the words of a sign over this box stand."""
    h = max(box.h, wall.S * 1.35 + 24)
    return Box(box.x, min(box.y, wall.height - 16 - h), box.w, h).inset(SIGN_SIDE, 6)


def sign(canvas: Canvas, words: str, box: Box) -> None:
    """A calm sign over the strip: what Next asks for."""
    wall = canvas.wall
    inner = sign_words(wall, box)
    over = inner.inset(-SIGN_SIDE, -6)
    pieces.sheet(canvas, over, radius=32, level="active", fill=canvas.theme.brass_soft)
    draw_label(
        canvas,
        words,
        inner,
        size=(wall.M, wall.S),
        weight=BOLD,
        align="center",
        lines=3,
    )
