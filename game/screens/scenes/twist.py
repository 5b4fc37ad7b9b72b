"""A twist: a dark card over the board, its story, and what it does to whom."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import pygame

from game.i18n import _
from game.look.twists import twist_drawing
from game.rules.cards import Twist
from game.rules.events import Event, TwistDrawn
from game.rules.state import State, TwistTold
from game.screens.kit import motion, pieces, shapes
from game.screens.kit.assets import has_art
from game.screens.kit.layer import Dirty
from game.screens.kit.scenery import veil
from game.screens.kit.svg import art, deck_picture
from game.screens.kit.text import draw_fitted, draw_label
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.boardview import active_key, board_on, pawns_of
from game.screens.scenes.effectplate import draw_plate
from game.screens.scenes.effects import told
from game.screens.scenes.frame import StripScene, above_strip, draw_strip
from game.screens.scenes.onward import Pages, draw_dots, draw_onward, onward, starts_at
from game.screens.scenes.twistpages import Page, lay
from game.screens.screen import Hotspot, Look, Outcome

VEILED = 0.66


def twist_of(state: State) -> Twist:
    """The twist that is told."""
    assert isinstance(state.stage, TwistTold)
    return state.content.twist_by_id[state.stage.twist]


def pages_of(wall: Wall, state: State) -> tuple[Page, ...]:
    """The pages of the card that is told."""
    twist = twist_of(state)
    return lay(wall, card_box(wall, state), twist.title, twist.prompt, tuple(told(state, twist)))


def card_box(wall: Wall, state: State) -> Box:
    """The dark card, above the strip."""
    box = above_strip(wall, state)
    if wall.kind != "wide":
        return box
    return box.inset(min(120.0, max(0.0, (wall.width - 1600) / 2)), 0)


class TwistScene(StripScene):
    """The dark card: told first, done with Next."""

    def __init__(self) -> None:
        self._pages = Pages()
        self._falls: motion.Tween | None = None
        self._seen = False

    def _at(self, look: Look) -> int:
        return self._pages.at(len(pages_of(look.wall, look.game)))

    def key(self, look: Look) -> Hashable:
        """The page shown, and whether its picture is in the air."""
        return look.version, self._at(look), self.moving(look)

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The board under a veil, the card, and what it does."""
        self._seen = True
        state, wall = look.game, canvas.wall
        board = board_on(wall, state)
        board.paint(canvas)
        board.pawns(canvas, pawns_of(state), active_key(state))
        veil(canvas, VEILED)
        pages = pages_of(wall, state)
        at = self._pages.at(len(pages))
        page, theme = pages[at], canvas.theme
        card = card_box(wall, state)
        pieces.sheet(canvas, card, fill=theme.twist_card)
        _draw_head(canvas, page)
        if twist_of(state).sound:
            pieces.sound_mark(canvas, page.disc)
        draw_fitted(canvas, page.title, page.title_box, color=theme.on_twist)
        if not self.moving(look):
            self._picture(canvas, look, page.picture, 0, 0)
        if page.story is not None:
            draw_fitted(canvas, page.story, page.story_box, color=theme.on_twist)
        for plate, box in page.plates:
            draw_plate(canvas, state, plate, box)
        draw_onward(canvas, page.next)
        draw_dots(canvas, len(pages), at, *page.dots, color=theme.on_twist)
        draw_strip(canvas, state, active=state.active)

    def _picture(
        self, canvas: Canvas, look: Look, box: Box, tilt: float, rise: float
    ) -> pygame.Rect:
        """The twist's picture, tilted and raised while it falls."""
        if box.w <= 0:
            return pygame.Rect(0, 0, 0, 0)
        twist, rect = twist_of(look.game), canvas.rect(box)
        if twist.picture in look.pictures:
            seen = deck_picture(look.pictures[twist.picture], rect.w, rect.h, canvas.theme)
        else:
            name = twist.picture if has_art(twist.picture) else twist_drawing(twist)
            seen = art(name, rect.w, rect.h)
        if tilt:
            seen = pygame.transform.rotozoom(seen, tilt, 1)
        return canvas.blit(seen, box.cx, box.cy - rise, "center")

    def hear(self, events: Sequence[Event], before: State, look: Look) -> None:
        """A twist was drawn: its picture falls into place."""
        if any(isinstance(event, TwistDrawn) for event in events) and (
            not look.wall.reduced_motion
        ):
            self._falls = motion.tween(starts_at(look, seen=self._seen), motion.TWIST)

    def moving(self, look: Look) -> bool:
        """While the picture falls, on the page that has it."""
        return self._falls is not None and not self._falls.done(look.now) and self._at(look) == 0

    def finish(self, look: Look) -> None:
        """The picture lies."""
        self._falls = None

    def move(self, canvas: Canvas, look: Look, dirty: Dirty) -> None:
        """The picture, falling and tilting back."""
        if self._falls is None or not self.moving(look):
            return
        left = 1 - self._falls.at(look.now)
        page = pages_of(look.wall, look.game)[0]
        dirty.add(self._picture(canvas, look, page.picture, 16 * left, 44 * left))

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Only the way on."""
        page = pages_of(look.wall, look.game)[self._at(look)]
        return (onward(page.next, self.on_next, look),)

    def on_next(self, look: Look) -> Outcome | None:
        """The effects' page first, where they have one."""
        return self._pages.forward(len(pages_of(look.wall, look.game)))

    def on_previous(self, look: Look) -> Outcome | None:
        """Back to the story."""
        return self._pages.back(len(pages_of(look.wall, look.game)))


def _draw_head(canvas: Canvas, page: Page) -> None:
    theme, box = canvas.theme, page.disc
    shapes.disc(canvas.surface, canvas.point(box.cx, box.cy), canvas.px(box.w) / 2, theme.brass)
    pieces.icon(canvas, "space-twist", box.cx, box.cy, box.w * 0.65, color=theme.on_brass)
    if page.label.w > 0:
        draw_label(
            canvas,
            _("Twist · nobody’s fault"),
            page.label,
            size=(canvas.wall.M, canvas.wall.S),
            color=theme.on_twist,
            lines=2,
        )
