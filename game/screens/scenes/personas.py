"""Through whose eyes: each team's persona, or the customer who walks for everybody."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import pygame

from game.i18n import _, language
from game.rules.events import Event, PersonaDrawn
from game.rules.state import State
from game.screens.kit import motion, pieces
from game.screens.kit.layer import Dirty
from game.screens.kit.people import token
from game.screens.kit.scenery import ground, zone_hills
from game.screens.kit.shadows import Level
from game.screens.kit.text import draw_fitted
from game.screens.kit.theme import mix
from game.screens.kit.wall import Box, Canvas
from game.screens.scenes.frame import draw_persona
from game.screens.scenes.onward import (
    Backdrop,
    Pages,
    draw_dots,
    heading,
    onward,
    onward_box,
    starts_at,
)
from game.screens.scenes.personacards import TOKEN, Eyes, Place, drawn, lay
from game.screens.screen import Hotspot, Look, Outcome, Screen

FLIP = motion.Motion(320, motion.inout)
"""One card turns over."""


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
