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
from game.screens.kit.shadows import Level
from game.screens.kit.text import BOLD, HEAVY, Fitted, draw_fitted, fit
from game.screens.kit.theme import mix
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.frame import draw_persona
from game.screens.scenes.onward import (
    Backdrop,
    Pages,
    draw_dots,
    heading,
    heading_height,
    onward,
    onward_box,
    starts_at,
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
class Place:
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
        """Some of its words do not fit."""
        return self.team.overflow or self.name.overflow or self.line.overflow


def _place(wall: Wall, eyes: Eyes, box: Box, n: int) -> Place:
    """One of n cards on a page: picture beside the words where the card is wide."""
    inner = box.inset(min(32, box.w * 0.05), min(26, box.h * 0.05))
    alone = eyes.team is None
    beside = box.w > box.h * 1.15
    if beside:
        share = 0.36 if n <= 4 else 0.29
        picture, words = inner.cut_left(min(inner.w * share, inner.h * 0.76), 28)
    else:
        picture, words = inner.cut_top(inner.h * (0.46 if alone else 0.34), 14)
    team = fit(
        wall,
        eyes.team.name if eyes.team else "",
        words.w - TOKEN - 18,
        size=(wall.M, wall.S),
        weight=BOLD,
        leading=1.1,
        lines=2,
    )
    above, words = words.cut_top(0 if alone else max(TOKEN, team.height), 8)
    large = wall.XL if alone else min(wall.L, wall.M * 1.35)
    name = fit(
        wall,
        eyes.persona.name,
        words.w,
        words.h * 0.5,
        size=(large, wall.M),
        weight=HEAVY,
        leading=1.12,
        lines=2,
    )
    head, rest = words.cut_top(name.height, 6)
    line = fit(
        wall,
        eyes.persona.line,
        rest.w,
        rest.h,
        size=(wall.L if alone else wall.M * 1.1, wall.M),
        leading=1.25,
    )
    spare = max(0.0, rest.h - line.height)
    if beside:
        spare /= 2
        picture = picture.centred(picture.w, min(picture.h, picture.w * 1.32))
    else:
        spare = min(spare, inner.h * 0.24)
        picture = Box(picture.x, picture.y, picture.w, picture.h + spare)
    return Place(
        box,
        picture,
        team,
        above.moved(0, spare),
        name,
        head.moved(0, spare),
        line,
        rest.moved(0, spare),
    )


def _columns(wall: Wall, n: int) -> int:
    """How many cards stand beside one another, with n on a page."""
    if wall.kind == "tall":
        return 1 if n <= 4 else 2
    if n <= 3:
        return n
    return 2 if n == 4 else -(-n // 2)


@lru_cache(maxsize=8)
def lay(wall: Wall, eyes: tuple[Eyes, ...]) -> tuple[tuple[Place, ...], ...]:
    """Pages of cards: as many on one as can be read from the last row."""
    top = heading_height(wall)
    body = Box(wall.margin, top, wall.width - 2 * wall.margin, wall.height - top - wall.margin)
    pages: tuple[tuple[Place, ...], ...] = ()
    n = len(eyes)
    for each in sorted({-(-n // parts) for parts in range(1, n + 1)}, reverse=True):
        room = body if each == n else body.cut_bottom(DOTS, 8)[1]
        cells = room.grid(each, _columns(wall, each), GAP)
        pages = tuple(
            tuple(
                _place(wall, one, cell, each)
                for one, cell in zip(eyes[i : i + each], cells, strict=False)
            )
            for i in range(0, n, each)
        )
        if not any(place.overflow for page in pages for place in page):
            break
    return pages


class PersonasScene(Screen):
    """The cards lie face down and turn over one by one.

    While they do, all of them are drawn over the still picture, each from a picture of its
    own: turning one never composes the others again.
    """

    def __init__(self) -> None:
        self._pages = Pages()
        self._flips: list[motion.Tween] = []
        self._sprites: dict[tuple[int, bool], pygame.Surface] = {}
        self._for: Hashable = None
        self._backdrop = Backdrop()
        self._seen = False

    def _laid(self, look: Look) -> tuple[tuple[Place, ...], ...]:
        return lay(look.wall, tuple(drawn(look.game)))

    def _lie(self, look: Look) -> str:
        """How the cards lie: face `down` before the first turns, `turning`, or face `up`."""
        if not self.moving(look):
            return "up"
        return "turning" if look.now >= self._flips[0].start_ms else "down"

    def key(self, look: Look) -> Hashable:
        """The page shown, and how its cards lie."""
        return look.version, self._pages.at(len(self._laid(look))), self._lie(look)

    def paint(self, canvas: Canvas, look: Look) -> None:
        """All cards, but while they turn."""
        self._seen = True
        wall, state = canvas.wall, look.game
        eyes, pages, lie = drawn(state), self._laid(look), self._lie(look)
        at = self._pages.at(len(pages))
        self._backdrop.paint(canvas, _scenery, keep=lie != "up")
        heading(canvas, _("Our customer") if state.rules.together else _("Other eyes for everyone"))
        draw_dots(canvas, len(pages), at, wall.width / 2, wall.height - wall.margin - 4)
        if not pages or lie == "turning":
            return
        first = sum(len(page) for page in pages[:at])
        for i, place in enumerate(pages[at]):
            _draw_card(canvas, look, eyes[first + i], place, face_up=lie == "up")
            if lie == "down":  # while the scene fades in there is time for what turns later
                self._sprite(look, eyes[first + i], place, i, True)
                self._sprite(look, eyes[first + i], place, i, False)

    def hear(self, events: Sequence[Event], before: State, look: Look) -> None:
        """Personas were drawn: turn them over, one after another."""
        n = sum(isinstance(event, PersonaDrawn) for event in events)
        pages = self._laid(look)
        if not n or not pages or look.wall.reduced_motion:
            return
        start = starts_at(look, seen=self._seen)
        self._flips = motion.chain(start, [FLIP] * min(n, len(pages[0])))

    def moving(self, look: Look) -> bool:
        """Until the last card of the first page has turned."""
        return (
            bool(self._flips)
            and not self._flips[-1].done(look.now)
            and self._pages.at(len(self._laid(look))) == 0
        )

    def finish(self, look: Look) -> None:
        """All cards face up."""
        self._flips, self._sprites = [], {}

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        """Every card; the one that turns grows narrow, and wide again with its face."""
        lie = self._lie(look)
        if lie == "up":
            self._sprites = {}
        if lie != "turning":
            return
        eyes = drawn(look.game)
        for i, place in enumerate(self._laid(look)[0]):
            part = self._flips[i].at(look.now) if i < len(self._flips) else 1.0
            seen = self._sprite(look, eyes[i], place, i, part >= 0.5)
            if 0 < part < 1:
                width = max(2, round(seen.get_width() * abs(2 * part - 1)))
                seen = pygame.transform.scale(seen, (width, seen.get_height()))
            dirty.add(canvas.blit(seen, place.box.cx, place.box.cy, "center"))

    def _sprite(
        self, look: Look, eyes: Eyes, place: Place, i: int, face_up: bool
    ) -> pygame.Surface:
        """One side of a card as an opaque picture, its corners on the wall behind it."""
        current = (look.wall, look.version, language())
        if self._for != current:
            self._sprites, self._for = {}, current
        if (i, face_up) not in self._sprites:
            rect = look.wall.rect(place.box)
            surface = self._backdrop.piece(rect)
            canvas = Canvas(surface, look.wall, rect.topleft)
            _draw_card(canvas, look, eyes, place, face_up=face_up, level="flat")
            self._sprites[i, face_up] = surface
        return self._sprites[i, face_up]

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Only the way on."""
        return (onward(onward_box(look.wall), self.on_next, look),)

    def on_next(self, look: Look) -> Outcome | None:
        """The next page first."""
        return self._pages.forward(len(self._laid(look)))

    def on_previous(self, look: Look) -> Outcome | None:
        """The page before."""
        return self._pages.back(len(self._laid(look)))


def _scenery(canvas: Canvas) -> None:
    ground(canvas)
    zone_hills(canvas, canvas.wall.height * 0.62, (5, 3, 1))


def _draw_card(
    canvas: Canvas, look: Look, eyes: Eyes, place: Place, *, face_up: bool, level: Level = "high"
) -> None:
    fill = canvas.theme.sheet if face_up else mix(canvas.theme.zone(1), canvas.theme.sheet, 0.25)
    pieces.sheet(canvas, place.box, level=level, fill=fill)
    if face_up:
        _front(canvas, look, eyes, place)
    else:
        _back(canvas, eyes, place.box)


def _front(canvas: Canvas, look: Look, eyes: Eyes, place: Place) -> None:
    draw_persona(canvas, look, eyes.persona, place.picture)
    if eyes.team is not None:
        box = place.team_box
        token(canvas, eyes.team.colour, box.x + TOKEN / 2, box.cy, TOKEN)
        draw_fitted(canvas, place.team, box.cut_left(TOKEN, 18)[1], valign="middle")
    draw_fitted(canvas, place.name, place.name_box)
    draw_fitted(canvas, place.line, place.line_box)


def _back(canvas: Canvas, eyes: Eyes, box: Box) -> None:
    """The back of a card: the team it is for, or an eye."""
    size = min(box.h * 0.42, box.w * 0.42)
    if eyes.team is None:
        pieces.icon(canvas, "icon-eye", box.cx, box.cy, size, color=canvas.theme.text_2)
    else:
        token(canvas, eyes.team.colour, box.cx, box.cy, size)
