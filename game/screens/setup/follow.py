"""What a session follows: earlier ones, whose plans are asked after before the brief."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.i18n import _, ngettext
from game.rules.state import Phase
from game.screens import parts
from game.screens.dates import date_text, moment_text
from game.screens.frontdesk import Desk
from game.screens.kit import pieces
from game.screens.kit.text import BOLD, HEAVY, draw_fitted, fit_label, text_width
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.parts import Part
from game.screens.screen import Hotspot
from game.screens.sessions import session_title
from game.screens.setup.draft import Draft
from game.session.after import plans_after
from game.session.faults import LogError
from game.session.recent import SessionInfo

if TYPE_CHECKING:
    from game.screens.setup.screen import SetupScreen

ROW, GAP = 124.0, 16.0
_BEGUN = (Phase.PLAY, Phase.PODIUM, Phase.DEBRIEF, Phase.OVER)
"""How far a session has come in which plans may have been made."""


def followable(info: SessionInfo) -> bool:
    """True for a session of people that can be read, and in which plans may have been made."""
    practised = info.head is None or info.head.practise
    return info.fault is None and not practised and info.phase in _BEGUN


class Before:
    """Earlier sessions as the set-up screen offers them; their plans are counted when seen."""

    def __init__(self, desk: Desk, draft: Draft) -> None:
        self._desk, self._draft = desk, draft
        self._sessions: list[SessionInfo] | None = None
        self.known: dict[Path, int | None] = {}
        """Open plans by log, as far as they were counted; None where one cannot be opened."""

    @property
    def chosen(self) -> tuple[Path, ...]:
        """Logs of those this session follows."""
        return self._draft.after

    def sessions(self) -> Sequence[SessionInfo]:
        """Those that can be followed, the last played first; read when first asked for."""
        if self._sessions is None:
            self._sessions = [info for info in self._desk.sessions() if followable(info)]
        return self._sessions

    @property
    def offered(self) -> bool:
        """False where there is nothing to follow, and for practising."""
        return not self._draft.practise and bool(self.sessions() or self.chosen)

    def plans(self, path: Path) -> int | None:
        """How many of its plans would be asked after; None where it cannot be opened."""
        if path not in self.known:
            try:
                self.known[path] = plans_after(path)
            except LogError:
                self.known[path] = None
        return self.known[path]

    @property
    def open(self) -> int:
        """Plans of all that are chosen."""
        return sum(self.plans(path) or 0 for path in self.chosen)

    def toggle(self, path: Path) -> None:
        """Follow it, or leave it: five tables of one evening can be followed together."""
        left = tuple(one for one in self.chosen if one != path)
        self._draft.after = left if path in self.chosen else (*left, path)

    def clear(self) -> None:
        """Follow none."""
        self._draft.after = ()

    def title(self) -> str:
        """What the one that is followed is called; of several how many there are; "" for none."""
        if len(self.chosen) > 1:
            n = len(self.chosen)
            return ngettext("{n} session", "{n} sessions", n).format(n=n)
        known = {info.path: session_title(info) for info in self.sessions()}
        return next((known.get(path, path.stem) for path in self.chosen), "")


def plans_text(n: int | None) -> str:
    """How many plans are open."""
    if n is None:
        return _("cannot be opened")
    return ngettext("{n} open plan", "{n} open plans", n).format(n=n) if n else _("no open plans")


def short_texts(before: Before) -> tuple[str, ...]:
    """On the way to the page: what is followed, the longest way of saying it first."""
    if not before.chosen:
        return (_("Follow-up"),)
    title = before.title()
    return (
        _("After {session} · {n}").format(session=title, n=before.open),
        _("After {session}").format(session=title),
        _("Follow-up") + f" · {before.open}",
    )


def fitting(wall: Wall, texts: Sequence[str], w: float) -> str:
    """The first that has room on a small button, else the last."""
    return next((text for text in texts if parts.button_width(wall, text) <= w), texts[-1])


def button(screen: SetupScreen, wall: Wall, rest: Box) -> tuple[list[Part], Box]:
    """The way to the page, at the right of a heading; and what is left of that."""
    if not screen.before.offered:
        return [], rest
    text = fitting(wall, short_texts(screen.before), rest.w * 0.36)
    place, rest = rest.cut_right(min(parts.button_width(wall, text), rest.w * 0.36), 16)
    place = place.centred(place.w, 76)
    does = partial(screen.turn_to, "follow")
    return [parts.button(place, text, does, rank=62, small=True, name=_("Follow-up"))], rest


def total_note(screen: SetupScreen, wall: Wall, box: Box) -> Part:
    """How many plans will be asked after, at the right of a heading, where that leaves room."""
    text = plans_text(screen.before.open) if screen.before.chosen else ""
    free = box.w - text_width(wall, _("Follow-up"), wall.L, HEAVY) - 32
    if text_width(wall, text, wall.S, BOLD) > free:
        text = ""
    right = box.cut_right(max(free, box.w * 0.2))[0]
    return parts.label(text, right, size=wall.S, weight=BOLD, align="right")


def page(screen: SetupScreen, wall: Wall, inner: Box) -> tuple[Box, list[Part]]:
    """None, and every earlier session, on as many leaves as they need; the sheet ends below."""
    choices: list[SessionInfo | None] = [None, *screen.before.sessions()]
    h = row_height(wall)
    fits = max(1, int((inner.h + GAP) / (h + GAP)))
    if len(choices) > fits:
        fits = max(1, int((inner.h - 56 + GAP) / (h + GAP)))
    leaves = -(-len(choices) // fits)
    at = screen.leaf(leaves)
    shown = choices[at * fits : (at + 1) * fits]
    found: list[Part] = []
    y = inner.y
    for info in shown:
        found.append(_row(screen, wall, Box(inner.x, y, inner.w, h), info))
        y += h + GAP
    bottom = y - GAP
    if leaves > 1:
        bottom = inner.y + fits * (h + GAP) + 44
        turn = partial(screen.turn_leaf, leaves)
        more = _("More sessions")
        found += parts.page_turner(inner.cx, bottom - 28, leaves, at, turn, more)
    return inner.cut_top(bottom - inner.y)[0], found


def row_height(wall: Wall) -> float:
    """Two lines; three where the wall is narrow and its type large."""
    high = ROW * (1.4 if wall.kind == "tall" and wall.is_far else 1.0)
    return high * wall.seat


def _row(screen: SetupScreen, wall: Wall, box: Box, info: SessionInfo | None) -> Part:
    before = screen.before
    if info is None:
        title = _("None")
        lines = [
            _("A session of its own: nobody is asked after plans"),
            _("A session of its own"),
        ]
        on, aside = not before.chosen, False
    else:
        n = before.plans(info.path)
        title = session_title(info)
        when = date_text(info.played) if wall.is_far else moment_text(info.played)
        lines = [" · ".join((when, plans_text(n)))]
        on, aside = info.path in before.chosen, not n
    does = screen.follow_none if info is None else partial(screen.follow, info.path)

    def draw(canvas: Canvas) -> None:
        _draw_row(canvas, box, title, lines, on=on, aside=aside)

    spot = None if aside and not on else Hotspot(box, does, title, radius=36)
    return Part(draw, spot, rank=20)


def _draw_row(
    canvas: Canvas, box: Box, title: str, lines: Sequence[str], *, on: bool, aside: bool
) -> None:
    """A title over the first of the lines that has room, in the middle of the row's height."""
    wall, theme = canvas.wall, canvas.theme
    radius = min(36.0, box.h / 2)
    if on:
        pieces.inset(canvas, box, radius=radius, chosen=True, line=4)
    elif aside:
        pieces.dashed(canvas, box, radius=radius)
    else:
        pieces.outlined(canvas, box, radius=radius)
    inner = box.inset(32, 8)
    mark, inner = inner.cut_left(wall.S * 1.1, 24)
    if on or not aside:
        color = theme.text if on else theme.text_2
        icon = "icon-check" if on else "icon-plus"
        pieces.icon(canvas, icon, mark.cx, box.cy, wall.S, color=color)
    line = next((one for one in lines if text_width(wall, one, wall.S) <= inner.w), lines[-1])
    told = fit_label(wall, line, inner.w, inner.h * 0.6, size=wall.S, lines=2)
    head = fit_label(wall, title, inner.w, inner.h - told.height, size=(wall.M, wall.S),
                     weight=BOLD, lines=1)  # fmt: skip
    words = inner.centred(inner.w, min(inner.h, head.height + told.height))
    top, low = words.cut_top(head.height)
    ink = theme.text_2 if aside and not on else theme.text
    draw_fitted(canvas, head, top, color=ink, valign="middle")
    draw_fitted(canvas, told, low, color=theme.text_2, valign="middle")
