"""Earlier sessions: when, who, how far; open one again."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from game.i18n import _, ngettext
from game.rules.state import Phase
from game.screens import parts
from game.screens.dates import moment_text
from game.screens.kit import pieces
from game.screens.kit.people import token_row
from game.screens.kit.scenery import ground, zone_hills
from game.screens.kit.text import BOLD, HEAVY, draw_label, text_width
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.parts import Part
from game.screens.scenes.frame import draw_notice
from game.screens.scenes.onward import Pages
from game.screens.screen import Hotspot, Look, Outcome, Pop, Resume, Screen, Stay
from game.session.recent import SessionInfo

ROW, GAP = 128.0, 20.0
_BEFORE = (Phase.LOBBY, Phase.REVIEW, Phase.BRIEF, Phase.PERSONAS)


def standing(info: SessionInfo) -> str:
    """How far a session came."""
    if info.finished:
        return _("finished")
    if info.phase in (Phase.PODIUM, Phase.DEBRIEF):
        return _("at the debrief")
    if info.phase in _BEFORE or not info.round:
        return _("not begun")
    return _("round {n} of {count}").format(n=info.round, count=max(info.round, info.rounds))


def session_title(info: SessionInfo) -> str:
    """What it is called: by its facilitator, else by its decks, else by its file."""
    head = info.head
    if head is None:
        return info.path.stem
    return head.name or ", ".join(deck.title for deck in head.decks) or info.path.stem


def team_names(info: SessionInfo) -> str:
    """Who plays."""
    return ", ".join(name for name, _colour in info.head.teams) if info.head else ""


class SessionsScreen(Screen):
    """Every session that is kept, the last played first; what is broken says why."""

    def __init__(self, sessions: Sequence[SessionInfo]) -> None:
        self._sessions = list(sessions)
        self._pages = Pages()

    def key(self, look: Look) -> Hashable:
        """The page."""
        return (self._pages.at(self._count(look.wall)), look.settings)

    def _list_box(self, wall: Wall) -> Box:
        m = wall.margin
        top = 28 + 88 * min(wall.seat, 1.4) + 28
        return Box(m, top, wall.width - 2 * m, wall.height - top - m - 56)

    def _fits(self, wall: Wall) -> int:
        h = self._row_height(wall)
        return max(1, int((self._list_box(wall).h + GAP) / (h + GAP)))

    def _row_height(self, wall: Wall) -> float:
        return (ROW if wall.kind != "tall" else ROW * 1.6) * wall.seat

    def _count(self, wall: Wall) -> int:
        return max(1, -(-len(self._sessions) // self._fits(wall)))

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The list."""
        ground(canvas)
        zone_hills(canvas, look.wall.height * 0.72)
        parts.paint_parts(canvas, self.parts(look))
        if look.notice:
            draw_notice(canvas, look.notice)

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """Each session that can be opened; the way back last."""
        return parts.spots_of(self.parts(look))

    def parts(self, look: Look) -> list[Part]:
        """Heading, rows, and dots where there are more pages."""
        wall = look.wall
        head = Box(wall.margin, 28, wall.width - 2 * wall.margin, 88 * min(wall.seat, 1.4))
        disc, rest = head.cut_left(min(head.h, 96), 24)
        found = [
            parts.back_button(disc.centred(disc.w, disc.w), Pop(), _("Back")),
            parts.label(_("Earlier sessions"), rest, size=(wall.L, wall.M), weight=HEAVY, lines=1),
        ]
        area = self._list_box(wall)
        if not self._sessions:
            found += self._none(wall, area)
        pages, fits = self._count(wall), self._fits(wall)
        at, h = self._pages.at(pages), self._row_height(wall)
        for i, info in enumerate(self._sessions[at * fits : (at + 1) * fits]):
            found.append(_row(wall, Box(area.x, area.y + i * (h + GAP), area.w, h), info))
        turner = parts.page_turner(wall.width / 2, wall.height - 44, pages, at,
                                   lambda: self._turn(pages), _("More sessions"))  # fmt: skip
        return found + turner

    def _turn(self, pages: int) -> Outcome:
        """The next page; the first comes after the last."""
        if self._pages.forward(pages) is None:
            self._pages = Pages()
        return Stay()

    def _none(self, wall: Wall, area: Box) -> list[Part]:
        box = area.cut_top(260 * wall.seat)[0]
        line = _("No session is kept yet. Each one you play is kept by itself.")
        return [
            parts.sheet(box),
            parts.label(line, box.inset(60, 30), size=(wall.M, wall.S), lines=6),
        ]

    def on_next(self, look: Look) -> Outcome | None:
        """The next page, then away."""
        return self._pages.forward(self._count(look.wall)) or Pop()


def _row(wall: Wall, box: Box, info: SessionInfo) -> Part:
    """A session; one that is broken cannot be opened, and says why."""
    if info.fault is not None:
        return Part(lambda canvas: _draw_broken(canvas, box, info))
    spot = Hotspot(box, Resume(info.path), session_title(info), radius=36)
    return Part(lambda canvas: _draw_row(canvas, box, info), spot)


def _draw_row(canvas: Canvas, box: Box, info: SessionInfo) -> None:
    wall, theme = canvas.wall, canvas.theme
    pieces.chip(canvas, box)
    inner = box.inset(36, 10)
    arrow, inner = inner.cut_right(wall.S * 1.2, 24)
    pieces.icon(canvas, "icon-next", arrow.cx, arrow.cy, wall.S * 1.2, color=theme.text_2)
    where, when = standing(info), moment_text(info.played)
    colours = [colour for _name, colour in info.head.teams] if info.head else []
    if wall.kind == "tall":
        title, rest = inner.cut_top(inner.h * 0.3)
        middle, low = rest.cut_top(inner.h * 0.3)
        size = min(middle.h * 0.9, wall.M)
        token_row(canvas, colours, middle.x, middle.cy, size, size * 1.25)
        line = f"{where} · {when}"
    else:
        title, low = inner.rows(2)
        size = min(title.h * 0.84, wall.M)
        step = size * 1.25
        row, title = title.cut_right(step * len(colours), 24)
        token_row(canvas, colours, row.x + step - size, row.cy, size, step)
        right, low = low.cut_right(text_width(wall, when, wall.S) + 4, 24)
        draw_label(canvas, when, right, size=wall.S, color=theme.text_2, align="right")
        line = f"{where} · {team_names(info)}"
        if text_width(wall, line, wall.S) > low.w:
            line = where
    draw_label(canvas, line, low, size=wall.S, color=theme.text_2, lines=2)
    draw_label(canvas, session_title(info), title, size=(wall.M, wall.S), weight=BOLD)


def _draw_broken(canvas: Canvas, box: Box, info: SessionInfo) -> None:
    """The sentence begins with the file's name."""
    pieces.dashed(canvas, box, radius=36)
    color = canvas.theme.text_2
    draw_label(canvas, str(info.fault), box.inset(36, 8), size=canvas.wall.S, color=color, lines=9)


def kept_text(n: int) -> str:
    """How many sessions are kept."""
    if not n:
        return _("none kept yet")
    return ngettext("{n} kept", "{n} kept", n).format(n=n)
