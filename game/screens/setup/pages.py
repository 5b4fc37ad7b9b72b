"""The pages of the set-up screen: a heading, and one subject below it, or all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.i18n import _
from game.screens import parts
from game.screens.fieldview import draw_field
from game.screens.kit import pieces
from game.screens.kit.text import HEAVY, draw_label, text_width
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.parts import Part
from game.screens.scenes.onward import draw_page_mark
from game.screens.screen import Hotspot, Look
from game.screens.setup import chips, content, follow, house, overview, teams
from game.screens.setup.naming import SESSION

if TYPE_CHECKING:
    from game.screens.setup.screen import SetupScreen

MAIN = "main"


def lay(screen: SetupScreen, look: Look) -> list[Part]:
    """Everything on the page that is shown."""
    wall = look.wall
    m = wall.margin
    head = Box(m, 28, wall.width - 2 * m, 88 * min(wall.seat, 1.4))
    body = Box(m, head.bottom + 20, wall.width - 2 * m, wall.height - head.bottom - 20 - m)
    disc, rest = head.cut_left(min(head.h, 96), 24)
    back = parts.back_button(disc.centred(disc.w, disc.w), lambda: screen.back(wall), _("Back"))
    page = screen.page(wall)
    if page == MAIN:
        return [back, *_main_heading(screen, wall, rest), *overview.page(screen, look, body)]
    return [back, *_heading(screen, wall, page, rest), *_subject(screen, look, page, body)]


# -- headings


def _main_heading(screen: SetupScreen, wall: Wall, rest: Box) -> list[Part]:
    """The title; the session's name; on a whole page the house rules too."""
    found: list[Part] = []
    if overview.whole(wall):
        text = _("House rules")
        n = len(screen.draft.changed_rules())
        if n:
            text += f" · {n}"
        place, rest = rest.cut_right(parts.button_width(wall, text), 24)
        place = place.centred(place.w, 76)
        found.append(
            parts.button(place, text, lambda: screen.turn_to("rules"), rank=60, small=True)
        )
        chosen = screen.draft.debrief
        if chosen is not None and not screen.practise:
            text = _("Debrief: {title}").format(title=content.debrief_title(chosen))
            wide = min(parts.button_width(wall, text), rest.w * 0.34)
            place, rest = rest.cut_right(wide, 16)
            place = place.centred(place.w, 76)
            found.append(parts.button(place, text, screen.next_debrief, rank=61, small=True))
        follow_up, rest = follow.button(screen, wall, rest)
        found += follow_up
    if screen.practise:
        title = _("Practise")
        wide = text_width(wall, title, wall.L, HEAVY) + 8
        words, rest = rest.cut_right(rest.w - min(wide, rest.w * 0.45), 24)
        line = _("Bots play the teams; you lead.")
        found.append(parts.label(line, words, size=wall.S, grey=True, align="right"))
    else:
        least = text_width(wall, _("New session"), wall.M * 0.9, HEAVY) + 28
        wide = min(rest.w * 0.5, 560 * wall.seat, max(rest.w * 0.3, rest.w - least - 24))
        place, rest = rest.cut_right(wide, 24)
        place = place.centred(place.w, min(place.h, 76 * wall.seat))
        found.append(_session_name(screen, wall, place))
        title = _("New session")
    size = (wall.L, wall.M * 0.9)
    return [parts.label(title, rest, size=size, weight=HEAVY, lines=1), *found]


def _session_name(screen: SetupScreen, wall: Wall, box: Box) -> Part:
    """What the session is called: typed here, or left."""
    typed = screen.names.place == SESSION
    if typed:
        screen.names.lay(box, wall.S)

    def draw(canvas: Canvas) -> None:
        if typed:
            field = screen.names.field
            draw_field(canvas, box, field, active=True, size=wall.S, radius=box.h / 2)
            return
        pieces.outlined(canvas, box, radius=box.h / 2)
        hint = _("Name of the session")
        if text_width(wall, hint, wall.S) > box.w - 64:
            hint = _("Name")
        text = screen.draft.name or hint
        color = canvas.theme.text if screen.draft.name else canvas.theme.text_2
        draw_label(canvas, text, box.inset(32, 4), size=wall.S, color=color, lines=2)

    name = _("Name of the session")
    spot = Hotspot(box, lambda: screen.edit(SESSION), name, radius=box.h / 2)
    return Part(draw, spot, rank=70)


def _heading(screen: SetupScreen, wall: Wall, page: str, rest: Box) -> list[Part]:
    titles = {
        "teams": _("Teams"), "decks": _("Decks"), "time": _("Time and room"),
        "rules": _("House rules"), "follow": _("Follow-up"),
    }  # fmt: skip
    found = [parts.label(titles[page], rest, size=(wall.L, wall.M), weight=HEAVY, lines=1)]
    if page == "teams":
        found += teams.counter(screen, wall, rest)
    elif page == "decks":
        found.append(chips.cards_note(screen, wall, rest))
    elif page == "follow":
        found.append(follow.total_note(screen, wall, rest))
    return found


# -- one subject


def _subject(screen: SetupScreen, look: Look, page: str, body: Box) -> list[Part]:
    """One subject on a sheet no larger than it needs, and the way back to the first page."""
    wall = look.wall
    foot, upper = body.cut_bottom(112 * min(wall.seat, 1.3), 24)
    done, left = foot.cut_right(min(foot.w * 0.4, 440 * wall.seat), 32)
    left = left.centred(left.w, min(left.h, 84 * wall.seat))
    inner = upper.inset(44, 32)
    if page == "teams":
        found = [*teams.rows(screen, wall, inner), *teams.bells(screen, wall, left)]
        inner = _down_to(inner, teams.places_of(wall, len(screen.draft.seats), inner)[-1].bottom)
    elif page == "time":
        inner, found = _time(screen, look, inner, left)
    elif page == "decks":
        inner, found = _decks(screen, look, inner)
    elif page == "follow":
        inner, found = follow.page(screen, wall, inner)
    else:
        inner, found = _rules(screen, wall, inner, left)
    return [
        parts.sheet(inner.inset(-44, -32)),
        *found,
        parts.primary_button(done, _("Done"), lambda: screen.back(wall), large=False),
    ]


def _down_to(box: Box, bottom: float) -> Box:
    return box.cut_top(bottom - box.y)[0]


def _time(screen: SetupScreen, look: Look, inner: Box, left: Box) -> tuple[Box, list[Part]]:
    """Time, room, and what stands around play; a leaf at a time where not all has room."""
    wall = look.wall
    leaves = content.time_leaves(screen, wall, inner.h)
    at = screen.leaf(len(leaves))
    rows = leaves[0]
    spare = inner.h - content.rows_height(wall, rows, 0)
    gap = max(content.LEAST_GAP, min(44.0, spare / max(1, len(rows) - 1)))
    found = content.setting_rows(screen, look, inner, leaves[at], gap)
    if len(leaves) > 1:
        found += _more(screen, wall, left, _("More choices"), len(leaves), at)
    return inner.cut_top(content.rows_height(wall, rows, gap))[0], found


def _more(
    screen: SetupScreen, wall: Wall, left: Box, text: str, leaves: int, at: int
) -> list[Part]:
    """The way to the next leaf, at the left of the foot, and which one is shown."""
    place = left.cut_left(min(parts.button_width(wall, text), left.w * 0.48))[0]
    cx = wall.width - wall.margin - 22 * leaves
    return [
        parts.button(place, text, lambda: screen.turn_leaf(leaves), rank=1, small=True),
        Part(lambda canvas: draw_page_mark(canvas, leaves, at, cx, 72)),
    ]


def _decks(screen: SetupScreen, look: Look, inner: Box) -> tuple[Box, list[Part]]:
    """Every deck in a row of its own, on as many leaves as they need; the cards' language."""
    wall = look.wall
    low = content.row_height(wall, False)
    area = inner.cut_bottom(low, 36)[1]
    h = 96 * wall.seat
    entries = screen.draft.entries()
    fits = max(1, int((area.h + content.GAP) / (h + content.GAP)))
    if len(entries) > fits:
        fits = max(1, int((area.h - 40 + content.GAP) / (h + content.GAP)))
    leaves = max(1, -(-len(entries) // fits))
    at = screen.leaf(leaves)
    found: list[Part] = []
    y = area.y
    for entry in entries[at * fits : (at + 1) * fits]:
        place = Box(area.x, y, area.w, h)
        found.append(chips.deck_chip(screen, wall, entry, place, note=True))
        y = place.bottom + content.GAP
    if leaves > 1:
        y = area.y + fits * (h + content.GAP) + 24
        found += parts.page_turner(inner.cx, y, leaves, at, lambda: screen.turn_leaf(leaves),
                                   _("More decks"))  # fmt: skip
        y += 32
    language = Box(inner.x, y + 22, inner.w, low)
    found += content.language_row(screen, look, language)
    return _down_to(inner, language.bottom), found


def _rules(screen: SetupScreen, wall: Wall, inner: Box, left: Box) -> tuple[Box, list[Part]]:
    """The house rules, a page at a time."""
    leaves = house.pages(screen, wall, inner)
    at = screen.leaf(len(leaves))
    inner = inner.cut_top(house.height(wall, len(leaves[0])))[0]
    found = house.page(screen, wall, inner, leaves[at])
    if len(leaves) > 1:
        more = _more(screen, wall, left, _("More rules"), len(leaves), at)
        found += more
        assert more[0].spot is not None
        left = left.cut_left(more[0].spot.box.w, 24)[1]
    if screen.draft.changed_rules():
        text = _("As they were")
        place = left.cut_left(min(parts.button_width(wall, text), left.w))[0]
        found.append(parts.button(place, text, screen.standard_again, rank=80, small=True))
    return inner, found
