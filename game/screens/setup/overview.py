"""The first page: everything at a glance where there is room for it, else one card a subject."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from game import i18n
from game.i18n import _, ngettext
from game.rules.ruleset import Plan, Turns
from game.screens import parts
from game.screens.deckleaves import cards_text
from game.screens.kit import pieces
from game.screens.kit.people import token_row
from game.screens.kit.text import (
    BODY,
    BOLD,
    HEAVY,
    draw_fitted,
    draw_label,
    fit,
    fit_label,
    text_width,
)
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.menu import seat_heights
from game.screens.parts import Part
from game.screens.scenes.words import number_word
from game.screens.screen import Hotspot, Look
from game.screens.setup import content, house, teams

if TYPE_CHECKING:
    from game.screens.setup.screen import SetupScreen

GAP = 28.0
LEADING = 1.06
"""Of the lines on a card."""


def whole(wall: Wall) -> bool:
    """True where one page holds everything."""
    return wall.kind == "wide" and not wall.is_far


def way_name(turns: Turns) -> str:
    """The way of taking turns."""
    return _("Together") if turns is Turns.TOGETHER else _("One by one")


def way_line(plan: Plan) -> str:
    """What it comes to."""
    n = plan.rounds
    if plan.turns is Turns.TOGETHER:
        return ngettext("{n} card for everybody", "{n} cards for everybody", n).format(n=n)
    return ngettext("each team rolls once", "each team rolls {n} times", n).format(n=n)


def short_line(plan: Plan) -> str:
    """The same where there is little room."""
    n = plan.rounds
    if plan.turns is Turns.TOGETHER:
        return cards_text(n)
    return ngettext("{n} roll each", "{n} rolls each", n).format(n=n)


def suits(n: int) -> str:
    """That a way suits so many teams."""
    return ngettext("suits {n} team", "suits {n} teams", n).format(n=number_word(n))


def page(screen: SetupScreen, look: Look, body: Box) -> list[Part]:
    """The page below the heading, and the ways and Begin at its foot."""
    wall = look.wall
    if whole(wall):
        foot, upper = body.cut_bottom(172, GAP)
        left, right = upper.cut_left((upper.w - GAP) * 0.51, GAP)
        return [
            *teams.panel(screen, wall, left),
            *content.panel(screen, look, right),
            *_foot(screen, wall, foot),
        ]
    high = (212 if wall.kind != "tall" else 500) * min(wall.seat, 1.5)
    if wall.kind == "four_three" and wall.is_far:
        high = 410
    foot, upper = body.cut_bottom(min(high, body.h * 0.5), GAP)
    return [*_cards(screen, look, upper), *_foot(screen, wall, foot)]


# -- the foot: two ways, and Begin


def _foot(screen: SetupScreen, wall: Wall, box: Box) -> list[Part]:
    if whole(wall):
        begin, ways = box.cut_right(box.w * 0.24, GAP)
        places = ways.columns(2, GAP)
    elif box.h < 420:
        begin, ways = box.cut_right(box.w * 0.26, 20)
        places = ways.columns(2, 20)
    elif wall.kind == "tall":
        begin, ways = box.cut_bottom(box.h * 0.3, 24)
        places = ways.rows(2, 24)
    else:
        begin, ways = box.cut_bottom(box.h * 0.32, 24)
        places = ways.columns(2, 24)
    found: list[Part] = []
    for turns, place in zip(Turns, places, strict=True):
        found.append(_way(screen, wall, place, turns))
    return [*found, begin_button(screen, begin)]


def _way(screen: SetupScreen, wall: Wall, box: Box, turns: Turns) -> Part:
    draft = screen.draft
    plans = draft.plans()
    on = draft.turns is turns
    tag = suits(len(draft.seats)) if draft.suggested is turns else ""

    def draw(canvas: Canvas) -> None:
        fill = canvas.theme.brass_soft if on else None
        pieces.chip(canvas, box, radius=44, active=on, fill=fill)
        inner = box.inset(min(36.0, box.w * 0.05), 14)
        name = way_name(turns)
        beside = text_width(wall, name, wall.M, HEAVY) + 24
        longest = max(text_width(wall, way_name(way), wall.M, HEAVY) for way in Turns) + 24
        low = longest + text_width(wall, suits(8), wall.S, BOLD) > inner.w
        top, *rest = inner.rows(3 if low else 2)
        if tag and low:
            draw_label(canvas, tag, rest[1], size=wall.S, weight=BOLD)
        elif tag:
            right, top = top.cut_right(top.w - beside)
            draw_label(canvas, tag, right, size=wall.S, weight=BOLD, align="right")
        draw_label(canvas, name, top, size=(wall.M, wall.S), weight=HEAVY)
        lines = _lines_of(wall, plans, inner.w)
        size = min(  # of both ways the same
            fit_label(wall, line, inner.w, rest[0].h, size=(wall.M, wall.S), lines=2).size
            for line in lines.values()
        )
        draw_label(canvas, lines[turns], rest[0], size=(size, wall.S), weight=BODY, lines=2)

    spot = Hotspot(box, lambda: screen.choose_turns(turns), way_name(turns), radius=44)
    return Part(draw, spot, rank=5)


def _lines_of(wall: Wall, plans: Mapping[Turns, Plan], w: float) -> dict[Turns, str]:
    """What each way comes to: both in as many words as both have room for."""
    found: dict[Turns, str] = {}
    for say in (way_line, short_line):
        found = {way: say(plans[way]) if way in plans else "–" for way in Turns}
        if all(text_width(wall, line, wall.S) <= w for line in found.values()):
            break
    return found


def begin_button(screen: SetupScreen, box: Box) -> Part:
    """The next step; while something is wrong, what it is."""
    trouble = screen.draft.trouble
    if not trouble:
        return parts.primary_button(box, _("Begin"), screen.begin)

    def draw(canvas: Canvas) -> None:
        pieces.inset(canvas, box, radius=44)
        pieces.outlined(canvas, box, radius=44, width=5, color=canvas.theme.text)
        size = (canvas.wall.M, canvas.wall.S)
        draw_label(canvas, trouble, box.inset(28, 8), size=size, weight=BOLD, align="center",
                   lines=4)  # fmt: skip

    return Part(draw, Hotspot(box, screen.begin, trouble, radius=44), rank=0)


# -- one card a subject


def _cards(screen: SetupScreen, look: Look, box: Box) -> list[Part]:
    wall = look.wall
    subjects = (
        (_("Teams"), "", "teams"),
        (_("Decks"), _decks_line(screen, wall), "decks"),
        (_("Time and room"), _time_line(screen, wall), "time"),
        (_("House rules"), house.summary(screen), "rules"),
    )
    across = 1 if wall.kind == "tall" else 2
    down = -(-len(subjects) // across)
    h = min((box.h - 24 * (down - 1)) / down, 250 * wall.seat)
    area = Box(box.x, box.y, box.w, h * down + 24 * (down - 1))
    area = area.moved(0, (box.h - area.h) / 3)
    places = area.grid(4, across, 24)
    size, told_size = _type_of(
        wall, _words_box(wall, places[0]), [line for _t, line, _g in subjects]
    )
    return [
        _card(screen, wall, place, title, line, goal, size, told_size)
        for place, (title, line, goal) in zip(places, subjects, strict=True)
    ]


def _words_box(wall: Wall, box: Box) -> Box:
    """A card without its margins and its arrow."""
    return box.inset(36, 10).cut_right(wall.S * 1.1, 20)[1]


def _card(
    screen: SetupScreen, wall: Wall, box: Box, title: str, line: str, goal: str,
    size: float, told_size: float,
) -> Part:  # fmt: skip
    def draw(canvas: Canvas) -> None:
        pieces.chip(canvas, box, radius=44)
        inner = _words_box(wall, box)
        glyph = wall.S * 1.1
        color = canvas.theme.text_2
        pieces.icon(canvas, "icon-next", inner.right + 20 + glyph / 2, box.cy, glyph, color=color)
        head = size * LEADING
        if goal == "teams":
            n = len(screen.draft.seats)
            words = inner.centred(inner.w, min(inner.h, head + wall.M * 1.75))
            top, bottom = words.cut_top(head)
            text = ngettext("{n} team", "{n} teams", n).format(n=n)
            draw_label(canvas, text, top, size=size, weight=HEAVY)
            _draw_tokens(canvas, screen, bottom)
            return
        told = fit(wall, line, inner.w, inner.h - head, size=(told_size, wall.S), leading=LEADING)
        top, bottom = inner.centred(inner.w, min(inner.h, head + told.height)).cut_top(head)
        draw_label(canvas, title, top, size=size, weight=HEAVY)
        draw_fitted(canvas, told, bottom, color=color)

    spot = Hotspot(box, lambda: screen.turn_to(goal), title, radius=44)
    return Part(draw, spot, rank=20)


def _type_of(wall: Wall, inner: Box, lines: Sequence[str]) -> tuple[float, float]:
    """(size of a title, size of what it holds now): the same on all cards."""
    for size in (wall.M, wall.S):
        room = inner.h - size * LEADING
        told = [
            fit(wall, line, inner.w, room, size=(size, wall.S), leading=LEADING)
            for line in lines if line
        ]  # fmt: skip
        if not any(one.overflow for one in told):
            break
    return size, min(one.size for one in told)


def _draw_tokens(canvas: Canvas, screen: SetupScreen, box: Box) -> None:
    keys = [seat.colour for seat in screen.draft.seats]
    size = min(box.h * 0.9, 84.0 * canvas.wall.seat, box.w / (len(keys) * 1.16))
    token_row(canvas, keys, box.x, box.cy, size, size * 1.18)


def _decks_line(screen: SetupScreen, wall: Wall) -> str:
    draft = screen.draft
    chosen = [entry for entry in draft.library.decks if entry.id in draft.decks]
    if not chosen:
        return draft.trouble
    titles = ", ".join(screen.deck_title(entry) for entry in chosen)
    told = [titles, cards_text(draft.cards())]
    if not wall.is_far:
        told.append(i18n.endonym(draft.language))
    return " · ".join(told)


def _time_line(screen: SetupScreen, wall: Wall) -> str:
    draft = screen.draft
    preset, board = draft.preset, draft.board
    told = []
    if preset is not None:
        n = preset.minutes
        told.append(ngettext("{n} minute", "{n} minutes", n).format(n=n))
    if board is not None:
        told.append(board.in_language(i18n.language()).title)
    if screen.before.chosen:
        # This takes the place of the last row's distance, which can be seen in the room anyway.
        told[1:] = [_("After {session}").format(session=screen.before.title())]
    elif not wall.is_far:
        told.append(_("last row {n}").format(n=seat_heights(wall.seat)))
    return " · ".join(told)
