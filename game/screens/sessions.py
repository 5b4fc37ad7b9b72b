"""Earlier sessions: when, who, how far; open one again, or erase it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial

from game.i18n import _, ngettext
from game.paths import sessions_dir
from game.rules.state import Phase
from game.screens import parts
from game.screens.archive import Archive
from game.screens.dates import moment_text
from game.screens.deckleaves import short_path
from game.screens.kit import pieces
from game.screens.kit.people import token_row
from game.screens.kit.text import BOLD, HEAVY, draw_label, text_width
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.parts import Does, Part
from game.screens.partscreen import PartScreen
from game.screens.scenes.onward import Pages
from game.screens.screen import Hotspot, Look, Outcome, Pop, Push, Resume, Stay
from game.screens.sure import Question, SureScreen
from game.session.names import report_folder
from game.session.recent import SessionInfo

ROW, GAP = 128.0, 20.0
ERASE = 90
"""Rank of what erases: Previous reaches it after all sessions."""
_DONE = (Phase.PODIUM, Phase.DEBRIEF, Phase.OVER)
"""How far a session has come that somebody may want to follow up."""
_BEFORE = (Phase.LOBBY, Phase.REVIEW, Phase.BRIEF, Phase.PERSONAS)


def standing(info: SessionInfo) -> str:
    """How far a session came; of one of practising, that it is one."""
    if info.head is not None and info.head.practise:
        return _("practised")
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


def report_text(info: SessionInfo) -> str:
    """Where its report is; "" where there is none."""
    folder = report_folder(info.path)
    return _("report in “{folder}”").format(folder=folder.name) if folder.is_dir() else ""


def erasing(archive: Archive, sessions: Sequence[SessionInfo]) -> Push:
    """Ask whether these are to be erased, and do it."""
    n = len(sessions)
    if n == 1:
        when = moment_text(sessions[0].played)
        told = _("“{name}”, last played {when}.")
        told = told.format(name=session_title(sessions[0]), when=when)
        if report_text(sessions[0]):
            told += " " + _("Its report goes with it.")
    else:
        told = _("All of them, with their reports.")
    told += " " + _("It cannot be undone.")
    asked = ngettext("Erase this session?", "Erase {n} sessions?", n).format(n=n)
    does = partial(archive.erase, tuple(sessions))
    return Push(SureScreen(Question(asked, told, _("Erase"), does)))


def team_names(info: SessionInfo) -> str:
    """Who plays."""
    return ", ".join(name for name, _colour in info.head.teams) if info.head else ""


class SessionList(PartScreen):
    """Sessions in rows, on as many pages as they take."""

    arrows = True

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._pages = Pages()

    def sessions(self) -> Sequence[SessionInfo]:
        """Those in the list."""
        return self._archive.sessions

    def title(self) -> str:
        """What stands above the list."""
        return _("Earlier sessions")

    def none(self) -> str:
        """What stands in the place of an empty one."""
        return _("No session is kept yet. Each one you play is kept by itself.")

    def row(self, wall: Wall, box: Box, info: SessionInfo) -> list[Part]:
        """One session, and what can be done with it."""
        raise NotImplementedError

    def all_of_them(self, wall: Wall, foot: Box) -> list[Part]:
        """What can be done with all, below the list."""
        return []

    def key(self, look: Look) -> Hashable:
        """The page, and what is on it."""
        return (self._pages.at(self._count(look.wall)), look.settings, self._archive.version)

    # -- layout

    def foot_height(self, wall: Wall) -> float:
        """What `all_of_them` takes."""
        return 0.0

    def row_height(self, wall: Wall) -> float:
        """Of a session with what can be done with it."""
        if wall.kind == "tall":
            return ROW * 1.6 * wall.seat
        # Why a session cannot be opened takes one more line there: the row has room for a button.
        narrow = wall.kind == "four_three" and wall.is_far
        broken = narrow and any(info.fault is not None for info in self.sessions())
        return ROW * wall.seat * (1.28 if broken else 1.0)

    def _list_box(self, wall: Wall) -> Box:
        m, foot = wall.margin, self.foot_height(wall)
        top = 28 + 88 * min(wall.seat, 1.4) + 28
        return Box(m, top, wall.width - 2 * m, wall.height - top - m - 56 - foot)

    def _fits(self, wall: Wall) -> int:
        h = self.row_height(wall)
        return max(1, int((self._list_box(wall).h + GAP) / (h + GAP)))

    def _count(self, wall: Wall) -> int:
        return max(1, -(-len(self.sessions()) // self._fits(wall)))

    def parts(self, look: Look) -> list[Part]:
        """Heading, rows, and dots where there are more pages."""
        wall = look.wall
        head = Box(wall.margin, 28, wall.width - 2 * wall.margin, 88 * min(wall.seat, 1.4))
        disc, rest = head.cut_left(min(head.h, 96), 24)
        found = [parts.back_button(disc.centred(disc.w, disc.w), Pop(), _("Back"))]
        found += self._heading(wall, rest)
        area, shown = self._list_box(wall), self.sessions()
        if not shown:
            found += self._none(wall, area)
        pages, fits = self._count(wall), self._fits(wall)
        at, h = self._pages.at(pages), self.row_height(wall)
        for i, info in enumerate(shown[at * fits : (at + 1) * fits]):
            found += self.row(wall, Box(area.x, area.y + i * (h + GAP), area.w, h), info)
        if shown:
            foot = Box(area.x, area.bottom + GAP, area.w, self.foot_height(wall) - GAP)
            found += self.all_of_them(wall, foot)
        turner = parts.page_turner(wall.width / 2, wall.height - 44, pages, at,
                                   lambda: self._turn(pages), _("More sessions"))  # fmt: skip
        return found + turner

    def _heading(self, wall: Wall, box: Box) -> list[Part]:
        """What it is; and the folder they lie in, where there is room for it."""
        folder = short_path(sessions_dir())
        w = text_width(wall, folder, wall.S) + 4
        free = box.w - text_width(wall, self.title(), wall.L, HEAVY) - 60
        found = []
        if self.sessions() and w <= free:
            right, box = box.cut_right(w, 24)
            found.append(parts.label(folder, right, size=wall.S, grey=True, lines=1))
        title = parts.label(self.title(), box, size=(wall.L, wall.S), weight=HEAVY, lines=1)
        return [*found, title]

    def _turn(self, pages: int) -> Outcome:
        """The next page; the first comes after the last."""
        if self._pages.forward(pages) is None:
            self._pages = Pages()
        return Stay()

    def _none(self, wall: Wall, area: Box) -> list[Part]:
        box = area.cut_top(260 * wall.seat)[0]
        words = parts.label(self.none(), box.inset(60, 30), size=(wall.M, wall.S), lines=6)
        return [parts.sheet(box), words]

    def on_next(self, look: Look) -> Outcome | None:
        """The next page, then away."""
        return self._pages.forward(self._count(look.wall)) or Pop()


class SessionsScreen(SessionList):
    """Every session that is kept, the last played first; what is broken says why."""

    def row(self, wall: Wall, box: Box, info: SessionInfo) -> list[Part]:
        """A session to go on with; one that is broken cannot be opened, and says why."""
        texts, title = (_("Erase"), _("Follow up")), session_title(info)
        widths = [parts.button_width(wall, text) for text in texts]
        side, box = box.cut_right(widths[0], 16)
        erase = partial(erasing, self._archive, (info,))
        buttons = [parts.button(side, texts[0], erase, rank=ERASE, small=True,
                                name=f"{texts[0]} {title}")]  # fmt: skip
        # Where there is no room for it, a new session's set-up asks which one it follows.
        if wall.kind == "wide" and not wall.is_far:
            # Kept free beside sessions that have no such button, so that all rows are as wide.
            side, box = box.cut_right(widths[1], 16)
            if info.fault is None and info.phase in _DONE:
                follow = partial(self._follow_up, info)
                buttons.append(parts.button(side, texts[1], follow, rank=ERASE - 1, small=True,
                                            name=f"{texts[1]} {title}"))  # fmt: skip
        return [session_part(box, info, Resume(info.path)), *buttons]

    def _follow_up(self, info: SessionInfo) -> Outcome:
        """A new session that begins with the plans of this one."""
        return Push(self._archive.follow_up(info))


def session_part(box: Box, info: SessionInfo, does: Does | None) -> Part:
    """A session's row; what is broken can only be looked at."""
    if info.fault is not None:
        return Part(lambda canvas: _draw_broken(canvas, box, info))
    spot = Hotspot(box, does, session_title(info), radius=36) if does is not None else None
    return Part(lambda canvas: _draw_row(canvas, box, info, opens=spot is not None), spot)


def _draw_row(canvas: Canvas, box: Box, info: SessionInfo, *, opens: bool) -> None:
    wall, theme = canvas.wall, canvas.theme
    pieces.chip(canvas, box)
    inner = box.inset(36, 10)
    if opens:
        arrow, inner = inner.cut_right(wall.S * 1.2, 24)
        pieces.icon(canvas, "icon-next", arrow.cx, arrow.cy, wall.S * 1.2, color=theme.text_2)
    where, when = standing(info), moment_text(info.played)
    colours = [colour for _name, colour in info.head.teams] if info.head else []
    name = text_width(wall, session_title(info), wall.S, BOLD) + 32
    if wall.kind == "tall":
        long = name - 32 > inner.w  # then it has two lines of labels
        title, rest = inner.cut_top(inner.h * (0.38 if long else 0.3))
        middle, low = rest.cut_top(rest.h * (0.38 if long else 0.43))
        size = min(middle.h * 0.9, wall.M)
        step = min(size * 1.25, middle.w / max(1, len(colours)))
        token_row(canvas, colours, middle.x, middle.cy, min(size, step), step)
        line = _longest(wall, low.w * 1.8, (where, when, report_text(info)), (where, when))
    else:
        # The session's name comes first; the teams' tokens take what it leaves.
        long = name > inner.w * 0.76
        title, low = inner.cut_top(inner.h * (0.64 if long else 0.5))
        share = inner.w * 0.3 if long else min(inner.w * 0.42, inner.w - name)
        step = min(title.h * 1.05, wall.M * 1.25, share / max(1, len(colours)))
        size = step / 1.25
        row, title = title.cut_right(step * len(colours), 24)
        token_row(canvas, colours, row.x + step - size, row.cy, size, step)
        right, low = low.cut_right(text_width(wall, when, wall.S) + 4, 24)
        draw_label(canvas, when, right, size=wall.S, color=theme.text_2, align="right")
        told = (where, team_names(info), report_text(info))
        line = _longest(wall, low.w, told, (where, told[2]), told[:2], (where,))
    draw_label(canvas, line, low, size=wall.S, color=theme.text_2, lines=2)
    draw_label(canvas, session_title(info), title, size=(wall.M, wall.S), weight=BOLD)


def _draw_broken(canvas: Canvas, box: Box, info: SessionInfo) -> None:
    """The sentence begins with the file's name."""
    pieces.dashed(canvas, box, radius=36)
    color = canvas.theme.text_2
    draw_label(canvas, str(info.fault), box.inset(36, 8), size=canvas.wall.S, color=color, lines=9)


def _longest(wall: Wall, w: float, *wished: Sequence[str]) -> str:
    """The first of several lines that has room, else the last."""
    for words in wished:
        line = " · ".join(filter(None, words))
        if text_width(wall, line, wall.S) <= w:
            return line
    return " · ".join(wished[-1])


def kept_text(n: int) -> str:
    """How many sessions are kept."""
    if not n:
        return _("none kept yet")
    return ngettext("{n} kept", "{n} kept", n).format(n=n)
