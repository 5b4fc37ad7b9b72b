"""Through whose eyes: each team's persona, or the customer who walks for everybody."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import pygame

from game.i18n import _, language
from game.rules.cards import Persona
from game.rules.events import Event, PersonaDrawn
from game.rules.state import State, Team
from game.screens.kit import motion, pieces
from game.screens.kit.layer import Dirty
from game.screens.kit.people import token
from game.screens.kit.scenery import ground, zone_hills
from game.screens.kit.shapes import clear
from game.screens.kit.text import BOLD, HEAVY, Fitted, draw_fitted, fit
from game.screens.kit.theme import mix
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.frame import draw_persona
from game.screens.scenes.onward import (
    Pages,
    draw_dots,
    heading,
    heading_height,
    onward,
    onward_box,
)
from game.screens.screen import Hotspot, Look, Outcome, Screen

FLIP = motion.Motion(320, motion.inout)
"""One card turns over."""
TOKEN = 72.0
DOTS = 40.0
GAP = 24.0


@dataclass(frozen=True)
class Eyes:
    """A persona and the team that looks through it; None for the customer of all."""

    team: Team | None
    persona: Persona


def drawn(state: State) -> list[Eyes]:
    """Who looks through whose eyes, in order of turns."""
    known = state.content.persona_by_id
    if state.rules.together:
        persona = known.get(state.customer.persona)
        return [Eyes(None, persona)] if persona else []
    return [Eyes(team, known[team.persona]) for team in state.teams if team.persona in known]


@dataclass(frozen=True)
class _Place:
    """Where the parts of one card stand."""

    box: Box
    picture: Box
    team: Fitted
    team_box: Box
    name: Fitted
    name_box: Box
    line: Fitted
    line_box: Box

    @property
    def overflow(self) -> bool:
        return self.team.overflow or self.name.overflow or self.line.overflow


def _place(wall: Wall, eyes: Eyes, box: Box, n: int) -> _Place:
    """One of n cards on a page: picture beside the words where the card is wide."""
    inner = box.inset(min(32, box.w * 0.05), min(26, box.h * 0.05))
    alone = eyes.team is None
    beside = box.w > box.h * 1.15
    if beside:
        share = 0.36 if n <= 4 else 0.29
        picture, words = inner.cut_left(min(inner.w * share, inner.h * 0.76), 28)
    else:
        picture, words = inner.cut_top(inner.h * (0.46 if alone else 0.34), 14)
    team = fit(wall, eyes.team.name if eyes.team else "", words.w - TOKEN - 18,
               size=(wall.M, wall.S), weight=BOLD, leading=1.1, lines=2)
    above, words = words.cut_top(0 if alone else max(TOKEN, team.height), 8)
    large = wall.XL if alone else min(wall.L, wall.M * 1.35)
    name = fit(wall, eyes.persona.name, words.w, words.h * 0.5, size=(large, wall.M),
               weight=HEAVY, leading=1.12, lines=2)
    head, rest = words.cut_top(name.height, 6)
    line = fit(wall, eyes.persona.line, rest.w, rest.h,
               size=(wall.L if alone else wall.M * 1.1, wall.M), leading=1.25)
    spare = max(0.0, rest.h - line.height)
    if beside:
        spare /= 2
        picture = picture.centred(picture.w, min(picture.h, picture.w * 1.32))
    else:
        spare = min(spare, inner.h * 0.24)
        picture = Box(picture.x, picture.y, picture.w, picture.h + spare)
    return _Place(box, picture, team, above.moved(0, spare), name, head.moved(0, spare), line,
                  rest.moved(0, spare))


def _columns(wall: Wall, n: int) -> int:
    """How many cards stand beside one another, with n on a page."""
    if wall.kind == "tall":
        return 1 if n <= 4 else 2
    if n <= 3:
        return n
    return 2 if n == 4 else -(-n // 2)


@lru_cache(maxsize=8)
def _lay(wall: Wall, eyes: tuple[Eyes, ...]) -> tuple[tuple[_Place, ...], ...]:
    """Pages of cards: as many on one as can be read from the last row."""
    top = heading_height(wall)
    body = Box(wall.margin, top, wall.width - 2 * wall.margin, wall.height - top - wall.margin)
    pages: tuple[tuple[_Place, ...], ...] = ()
    n = len(eyes)
    for each in sorted({-(-n // parts) for parts in range(1, n + 1)}, reverse=True):
        room = body if each == n else body.cut_bottom(DOTS, 8)[1]
        cells = room.grid(each, _columns(wall, each), GAP)
        pages = tuple(
            tuple(_place(wall, one, cell, each)
                  for one, cell in zip(eyes[i:i + each], cells, strict=False))
            for i in range(0, n, each))
        if not any(place.overflow for page in pages for place in page):
            break
    return pages


class PersonasScene(Screen):
    """The cards lie face down and turn over one by one."""

    def __init__(self) -> None:
        self._pages = Pages()
        self._flips: list[motion.Tween] = []
        self._sprites: dict[Hashable, pygame.Surface] = {}

    def _laid(self, look: Look) -> tuple[tuple[_Place, ...], ...]:
        return _lay(look.wall, tuple(drawn(look.game)))

    def _turned(self, look: Look) -> int:
        """How many cards of the first page lie face up; all, once nothing moves."""
        done = sum(flip.done(look.now) for flip in self._flips)
        return done if done < len(self._flips) else 99

    def key(self, look: Look) -> Hashable:
        """The page shown, and how many cards have been turned over."""
        return look.version, self._pages.at(len(self._laid(look))), self._turned(look)

    def paint(self, canvas: Canvas, look: Look) -> None:
        """Cards face up, then the one that is turning left out, then cards face down."""
        wall, state = canvas.wall, look.game
        eyes, pages = drawn(state), self._laid(look)
        at, turned = self._pages.at(len(pages)), self._turned(look)
        ground(canvas)
        zone_hills(canvas, wall.height * 0.62, (5, 3, 1))
        heading(canvas, _("Our customer") if state.rules.together else
                _("Other eyes for everyone"))
        if not pages:
            return
        first = sum(len(page) for page in pages[:at])
        for i, place in enumerate(pages[at]):
            if i < turned:
                pieces.sheet(canvas, place.box)
                _front(canvas, look, eyes[first + i], place)
            elif i > turned:
                pieces.sheet(canvas, place.box, fill=_back_fill(canvas))
                _back(canvas, eyes[first + i], place.box)
        draw_dots(canvas, len(pages), at, wall.width / 2, wall.height - wall.margin - 4)

    def hear(self, events: Sequence[Event], before: State, look: Look) -> None:
        """Personas were drawn: turn them over, one after another."""
        n = sum(isinstance(event, PersonaDrawn) for event in events)
        pages = self._laid(look)
        if not n or not pages or look.wall.reduced_motion:
            return
        self._flips = motion.chain(look.now, [FLIP] * min(n, len(pages[0])))

    def moving(self, look: Look) -> bool:
        """While a card turns."""
        return bool(self._flips) and not self._flips[-1].done(look.now)

    def finish(self, look: Look) -> None:
        """All cards face up."""
        self._flips, self._sprites = [], {}

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        """The card that is turning: narrower and narrower, then wider with its face."""
        if not self.moving(look) or self._pages.at(len(self._laid(look))):
            self._sprites = {}
            return
        i = self._turned(look)
        part = self._flips[i].at(look.now)
        eyes, place = drawn(look.game)[i], self._laid(look)[0][i]
        sprite = self._sprite(look, eyes, place, i, part >= 0.5)
        width = max(2, round(sprite.get_width() * abs(2 * part - 1)))
        seen = pygame.transform.scale(sprite, (width, sprite.get_height()))
        dirty.add(canvas.blit(seen, place.box.cx, place.box.cy, "center"))

    def _sprite(self, look: Look, eyes: Eyes, place: _Place, i: int,
                face_up: bool) -> pygame.Surface:
        """One side of a card as a picture, kept for as long as that card turns."""
        key = (look.wall, language(), i, face_up)
        if key not in self._sprites:
            self._sprites = {k: s for k, s in self._sprites.items() if k[2] == i}  # type: ignore[index]
            rect = look.wall.rect(place.box)
            theme = look.wall.theme
            surface = clear(rect.size, theme.sheet)
            canvas = Canvas(surface, look.wall, rect.topleft)
            fill = theme.sheet if face_up else _back_fill(canvas)
            pieces.sheet(canvas, place.box, level="flat", fill=fill)
            if face_up:
                _front(canvas, look, eyes, place)
            else:
                _back(canvas, eyes, place.box)
            self._sprites[key] = surface
        return self._sprites[key]

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Only the way on."""
        return (onward(onward_box(look.wall), self.on_next, look),)

    def on_next(self, look: Look) -> Outcome | None:
        """The next page first."""
        return self._pages.forward(len(self._laid(look)))

    def on_previous(self, look: Look) -> Outcome | None:
        """The page before."""
        return self._pages.back(len(self._laid(look)))


def _front(canvas: Canvas, look: Look, eyes: Eyes, place: _Place) -> None:
    draw_persona(canvas, look, eyes.persona, place.picture)
    if eyes.team is not None:
        box = place.team_box
        token(canvas, eyes.team.colour, box.x + TOKEN / 2, box.cy, TOKEN)
        draw_fitted(canvas, place.team, box.cut_left(TOKEN, 18)[1], valign="middle")
    draw_fitted(canvas, place.name, place.name_box)
    draw_fitted(canvas, place.line, place.line_box)


def _back_fill(canvas: Canvas) -> tuple[int, int, int]:
    return mix(canvas.theme.zone(1), canvas.theme.sheet, 0.25)


def _back(canvas: Canvas, eyes: Eyes, box: Box) -> None:
    """The back of a card: the team it is for, or an eye."""
    size = min(box.h * 0.42, box.w * 0.42)
    if eyes.team is None:
        pieces.icon(canvas, "icon-eye", box.cx, box.cy, size, color=canvas.theme.text_2)
    else:
        token(canvas, eyes.team.colour, box.cx, box.cy, size)
