"""A mirror: one question, large and calm, and all the time it takes."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from game.i18n import _, ngettext
from game.rules.cards import Mirror
from game.rules.state import MirrorTold, State
from game.screens.kit import pieces
from game.screens.kit.people import face
from game.screens.kit.props import drawing
from game.screens.kit.scenery import zone_ground
from game.screens.kit.svg import deck_picture
from game.screens.kit.text import BODY, HEAVY, Fitted, draw_fitted, draw_label, fit
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.frame import StripScene, above_strip, draw_strip, zone_index
from game.screens.scenes.onward import (
    Pages,
    draw_dots,
    draw_onward,
    onward,
    onward_box,
    paged,
)
from game.screens.scenes.words import number_word, sentence
from game.screens.screen import Hotspot, Look, Outcome

PICTURE_SHAPE = 420 / 300
DOTS = 36.0


def mirror_of(state: State) -> Mirror:
    """The mirror that is looked into."""
    assert isinstance(state.stage, MirrorTold)
    return state.content.mirror_by_id[state.stage.mirror]


class MirrorScene(StripScene):
    """The question, what looking is worth, and how to keep what was said. No countdown."""

    def __init__(self) -> None:
        self._pages = Pages()

    def key(self, look: Look) -> Hashable:
        """The page shown."""
        return look.version, self._pages.at(len(lay(look.wall, look.game)[0]))

    def paint(self, canvas: Canvas, look: Look) -> None:
        """Question, picture, what it is worth, and the teams."""
        state, wall = look.game, canvas.wall
        faces, words, picture = lay(wall, state)
        at = self._pages.at(len(faces))
        zone_ground(canvas, zone_index(state))
        draw_onward(canvas, onward_box(wall))
        _head(canvas, state)
        _picture(canvas, look, picture)
        text = faces[at]
        spare = max(0.0, words.h - text.height) / 2
        draw_fitted(canvas, text, words.moved(0, spare))
        draw_dots(canvas, len(faces), at, wall.width / 2, words.bottom + DOTS / 2)
        _foot(canvas, state)
        draw_strip(canvas, state, active=None if state.rules.together else state.active)

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Only the way on."""
        return (onward(onward_box(look.wall), self.on_next, look),)

    def on_next(self, look: Look) -> Outcome | None:
        """The rest of a long question first."""
        return self._pages.forward(len(lay(look.wall, look.game)[0]))

    def on_previous(self, look: Look) -> Outcome | None:
        """Back to how the question begins."""
        return self._pages.back(len(lay(look.wall, look.game)[0]))


def _head_box(wall: Wall) -> Box:
    disc = onward_box(wall)
    return Box(wall.margin + 24, disc.y, disc.x - wall.margin - 56, disc.h)


def title_box(wall: Wall) -> Box:
    """Where the title stands, beside the mirror's disc."""
    box = _head_box(wall)
    return box.cut_left(box.h, 28)[1]


def _foot_box(wall: Wall, state: State) -> Box:
    room = above_strip(wall, state)
    lines = 2 if wall.kind == "tall" or wall.is_far else 1
    return room.cut_bottom(wall.S * 1.3 * lines + 30)[0]


def lay(wall: Wall, state: State) -> tuple[list[Fitted], Box, Box]:
    """(the question, page by page; its box; the picture's box)."""
    top = _head_box(wall).bottom + 20
    bottom = _foot_box(wall, state).y - 16
    body = Box(wall.margin + 24, top, wall.width - 2 * wall.margin - 48, bottom - top)
    question = mirror_of(state).prompt
    for share in (0.24, 0.17, 0.0):
        if wall.kind == "tall" and share:
            picture, words = body.cut_top(body.h * (share + 0.1), 24)
        elif share:
            picture, words = body.cut_right(body.w * share, 40)
        else:
            picture, words = Box(0, 0, 0, 0), body
        text = fit(
            wall,
            question,
            words.w,
            words.h,
            weight=HEAVY,
            leading=1.14,
            size=(wall.XL, wall.L if share else wall.M * 1.1),
        )
        if not text.overflow:
            return [text], words, picture
    words = body.cut_bottom(DOTS)[1]
    found = paged(wall, question, words, size=(wall.L, wall.M), weight=HEAVY, leading=1.18)
    return found, words if len(found) > 1 else body, Box(0, 0, 0, 0)


def _head(canvas: Canvas, state: State) -> None:
    """The mirror's disc and title."""
    wall, box = canvas.wall, _head_box(canvas.wall)
    pieces.icon_disc(canvas, "space-mirror", box.x + box.h / 2, box.cy, box.h)
    if mirror_of(state).sound:
        pieces.sound_mark(canvas, Box(box.x, box.y, box.h, box.h))
    draw_label(
        canvas,
        mirror_of(state).title,
        title_box(wall),
        size=(wall.M, wall.S),
        weight=BODY,
        lines=2,
    )


def _picture(canvas: Canvas, look: Look, box: Box) -> None:
    if box.w <= 0:
        return
    name = mirror_of(look.game).picture
    if name in look.pictures:
        rect = canvas.rect(box)
        seen = deck_picture(look.pictures[name], rect.w, rect.h, canvas.theme)
        canvas.surface.blit(seen, rect)
        return
    wide = min(box.w, box.h / PICTURE_SHAPE)
    drawing(canvas, "mirror", box.cx, box.cy, wide)


def _foot(canvas: Canvas, state: State) -> None:
    """What looking is worth, and how to keep what was said."""
    wall, box = canvas.wall, _foot_box(canvas.wall, state)
    worth, kept = _worth(state), _kept(state)
    upper, lower = box.cut_top(box.h / 2) if box.h > wall.S * 2.4 else box.cut_left(box.w * 0.5, 24)
    beside = upper.y == lower.y
    if worth:
        size = min(upper.h * 0.92, 72.0)
        face(canvas, 0, upper.x + 24 + size / 2, upper.cy, size)
        draw_label(
            canvas,
            worth,
            upper.cut_left(size + 24, 18)[1],
            size=(wall.M, wall.S * 0.9),
            weight=HEAVY,
            lines=2,
        )
    draw_label(
        canvas,
        kept,
        lower.cut_left(0 if beside else 24)[1],
        size=wall.S,
        color=canvas.theme.text,
        align="right" if beside else "left",
        lines=2,
    )


def _worth(state: State) -> str:
    n = state.rules.mirror_points
    if not n:
        return ""
    if state.rules.together:
        text = ngettext(
            "{n} customer for every team that looks", "{n} customers for every team that looks", n
        )
    else:
        text = ngettext("{n} customer for looking", "{n} customers for looking", n)
    return sentence(text.format(n=number_word(n)))


def _kept(state: State) -> str:
    """How to note an insight, and how many were noted at this mirror."""
    here = mirror_of(state).id
    n = sum(insight.about == here for insight in state.insights)
    if not n:
        return _("Take your time. F2 keeps an insight.")
    return sentence(
        ngettext(
            "{n} insight kept. F2 keeps another.", "{n} insights kept. F2 keeps another.", n
        ).format(n=number_word(n))
    )
