"""The brief: one minute on the aim, the turn, the bell and the other view."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from game.i18n import _, ngettext
from game.rules.cards import Play
from game.rules.state import State
from game.screens.kit import people, pieces, props, shapes
from game.screens.kit.scenery import ground, zone_hills
from game.screens.kit.text import BODY, HEAVY, Fitted, draw_fitted, fit
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.scenes.onward import (
    Pages,
    draw_dots,
    heading,
    heading_height,
    onward,
    onward_box,
)
from game.screens.scenes.words import number_word
from game.screens.screen import Hotspot, Look, Outcome, Screen

DOTS = 40.0
GAP = 28.0
Drawing = Callable[[Canvas, Box, State], None]


@dataclass(frozen=True)
class Panel:
    """One of the few things to know."""

    title: str
    text: str
    draw: Drawing


def panels(state: State) -> list[Panel]:
    """What this session has to be told, in order: it depends on its house rules."""
    told = [Panel(_("The aim"), _aim(), _draw_aim), Panel(_("The turn"), _turn(state), _draw_turn)]
    if len(state.teams) > 1 and any(card.play is Play.BELL for card in state.content.cards):
        told.append(Panel(_("The bell"), _bell(state), _draw_bell))
    if len(state.teams) > 1 and state.rules.other_view and state.rules.view_tokens:
        told.append(Panel(_("The other view"), _view(state), _draw_view))
    return told


def _aim() -> str:
    return _("Win happy customers, and take home a plan you will carry out on Monday.")


def _turn(state: State) -> str:
    if state.rules.together:
        return _(
            "One customer walks for us all. Every team answers every card. The die goes round."
        )
    text = _("Roll, walk, play the card: talk first, then choose.")
    n = state.rules.passes
    if not n:
        return text
    may_pass = ngettext("You may pass {n} card.", "You may pass {n} cards.", n)
    return f"{text} {may_pass.format(n=number_word(n))}"


def _bell(state: State) -> str:
    right, wrong = state.rules.bell_right, -state.rules.bell_wrong
    return _(
        "On a bell card, the first to ring answers. Right wins {right}, wrong costs {wrong}."
    ).format(right=_amount(right), wrong=_amount(wrong))


def _amount(n: int) -> str:
    return number_word(n) if n else _("nothing")


def _view(state: State) -> str:
    if state.rules.together:
        return _("You stand apart? Ring, and say why. Each team that joins you is a customer won.")
    return _("You see it differently? Ring after the answer, and say why. You win what it adds.")


def _draw_aim(canvas: Canvas, box: Box, _state: State) -> None:
    side = min(box.w * 0.56, box.h * 0.56)
    for i, (dx, dy) in enumerate(((-0.42, -0.10), (0.42, -0.10), (0.0, 0.30))):
        people.face(canvas, 1 + 2 * i, box.cx + dx * side, box.cy + dy * side, side * 0.86)


def _draw_turn(canvas: Canvas, box: Box, state: State) -> None:
    side = min(box.w * 0.94, box.h)
    foot = box.cx + side * 0.22, box.cy + side * 0.40
    if state.rules.together:
        people.customer_pawn(canvas, "customer-amina", *foot, side * 0.82)
    else:
        people.pawn(canvas, state.teams[0].colour, *foot, side * 0.76)
    props.die(canvas, 4, box.cx - side * 0.24, box.cy + side * 0.18, side * 0.46, tilt=8)


def _draw_bell(canvas: Canvas, box: Box, _state: State) -> None:
    width = min(box.w * 0.92, box.h * 1.1)
    props.bell(canvas, "rung", box.cx, box.cy + width / props.BELL_SHAPE / 2, width)


def _draw_view(canvas: Canvas, box: Box, state: State) -> None:
    """As many coins as a team begins with, as far as they can be told apart."""
    n = min(3, state.rules.view_tokens)
    size = min(box.w, box.h) * (0.86, 0.66, 0.54)[n - 1]
    for i in range(n):
        part = i - (n - 1) / 2
        coin(canvas, box.cx - part * size * 0.46, box.cy + part * size * 0.40, size)


def coin(canvas: Canvas, cx: float, cy: float, size: float) -> None:
    """An other-view token: a coin with an eye."""
    theme, centre = canvas.theme, canvas.point(cx, cy)
    shapes.disc(canvas.surface, centre, canvas.px(size) / 2, theme.brass_edge)
    shapes.disc(canvas.surface, centre, canvas.px(size * 0.93) / 2, theme.brass)
    shapes.disc(canvas.surface, centre, canvas.px(size * 0.76) / 2, theme.tile)
    pieces.icon(canvas, "icon-eye", cx, cy, size * 0.52, color=theme.icon)


@dataclass(frozen=True)
class _Place:
    """Where the parts of a panel stand."""

    box: Box
    picture: Box
    title: Fitted
    title_box: Box
    text: Fitted
    text_box: Box

    @property
    def overflow(self) -> bool:
        return self.title.overflow or self.text.overflow


def _place(wall: Wall, panel: Panel, box: Box, large: float) -> _Place:
    """Picture at the left of a wide panel, on top of a high one; `large` is the text's size."""
    inner = box.inset(40, 28)
    beside = box.w > box.h * 1.25
    if beside:
        picture, words = inner.cut_left(min(inner.w * 0.25, inner.h), 36)
    else:
        picture, words = inner.cut_top(inner.h * 0.26, 20)
    title = fit(
        wall,
        panel.title,
        words.w,
        words.h * 0.4,
        size=(wall.L, wall.M * 1.1),
        weight=HEAVY,
        leading=1.1,
        lines=2,
    )
    head, rest = words.cut_top(title.height, 12)
    text = fit(wall, panel.text, rest.w, rest.h, size=(large, wall.M), weight=BODY)
    spare = max(0.0, rest.h - text.height)
    if beside:  # title and text stand together in the middle of the panel's height
        spare /= 2
    else:  # the picture takes what they leave
        spare = min(spare, inner.h * 0.28)
        picture = Box(picture.x, picture.y, picture.w, picture.h + spare)
    return _Place(box, picture, title, head.moved(0, spare), text, rest.moved(0, spare))


def _columns(wall: Wall, n: int) -> int:
    if wall.kind == "tall" or n == 1:
        return 1
    return n if wall.kind == "wide" and n == 3 else 2


def lay(wall: Wall, told: Sequence[Panel]) -> list[list[_Place]]:
    """Pages of panels: as many on one as can be read from the last row."""
    top = heading_height(wall)
    body = Box(wall.margin, top, wall.width - 2 * wall.margin, wall.height - top - wall.margin)
    pages: list[list[_Place]] = []
    for each in sorted({len(told), -(-len(told) // 2), 1}, reverse=True):
        room = body if each == len(told) else body.cut_bottom(DOTS, 8)[1]
        groups = [told[i : i + each] for i in range(0, len(told), each)]
        columns = 1 if each <= 2 and wall.kind != "wide" else _columns(wall, each)
        pages = []
        for group in groups:
            cells = room.grid(each, columns, GAP)
            size = min(wall.M * 1.25, 72 * wall.seat)
            while True:
                places = [_place(wall, p, c, size) for p, c in zip(group, cells, strict=False)]
                least = min(place.text.size for place in places)
                if least >= size - 0.6 or size <= wall.M:
                    break
                size = max(wall.M, least)
            pages.append(places)
        if not any(place.overflow for page in pages for place in page):
            break
    return pages


class BriefScene(Screen):
    """Aim, turn, bell, other view: four friendly panels, or pages of them for a far last row."""

    def __init__(self) -> None:
        self._pages = Pages()

    def _count(self, look: Look) -> int:
        return len(lay(look.wall, panels(look.game)))

    def key(self, look: Look) -> Hashable:
        """The page shown."""
        return look.version, self._pages.at(self._count(look))

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The panels of this page."""
        wall, state = canvas.wall, look.game
        told = panels(state)
        pages = lay(wall, told)
        at = self._pages.at(len(pages))
        ground(canvas)
        zone_hills(canvas, wall.height * 0.62, (1, 5, 3))
        heading(canvas, _("How we play"), _minutes(state))
        by_title = {panel.title: panel for panel in told}
        drawn = [by_title[panel.title] for panel in told]
        first = sum(len(page) for page in pages[:at])
        for panel, place in zip(drawn[first:], pages[at], strict=False):
            pieces.sheet(canvas, place.box)
            panel.draw(canvas, place.picture, state)
            draw_fitted(canvas, place.title, place.title_box)
            draw_fitted(canvas, place.text, place.text_box, color=canvas.theme.text)
        draw_dots(canvas, len(pages), at, wall.width / 2, wall.height - wall.margin - 4)

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Only the way on."""
        return (onward(onward_box(look.wall), self.on_next, look),)

    def on_next(self, look: Look) -> Outcome | None:
        """The next page first."""
        return self._pages.forward(self._count(look))

    def on_previous(self, look: Look) -> Outcome | None:
        """The page before."""
        return self._pages.back(self._count(look))


def _minutes(state: State) -> str:
    """How long the session is, where a plan says so."""
    n = state.plan.minutes
    return ngettext("{n} minute", "{n} minutes", n).format(n=n) if n else ""
