"""The start screen: a new session, going on, practising, and the decks there are."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from game import i18n
from game.i18n import _, ngettext
from game.rules.state import Phase
from game.screens.desk import Desk
from game.screens.inputs import Press
from game.screens.kit import pieces
from game.screens.kit.people import bell, pawn
from game.screens.kit.scenery import ground, zone_hills
from game.screens.kit.text import BODY, BOLD, HEAVY, draw_label, draw_text
from game.screens.kit.theme import TEAM_KEYS
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.menu import theme_name
from game.screens.road_scene import draw_road
from game.screens.scenes.frame import draw_notice
from game.screens.screen import Hotspot, Look, Outcome, Push, Resume, Screen
from game.session.recent import SessionInfo

NAME = "CX Game"


class StartScreen(Screen):
    """What a facilitator sees first. An unfinished session is offered before a new one."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._sessions = list(desk.sessions())
        self._library = desk.library()

    def key(self, look: Look) -> Hashable:
        """What there is does not change while it is shown."""
        return look.settings

    def unfinished(self) -> SessionInfo | None:
        """The session to go on with, if there is one."""
        return next((s for s in self._sessions if s.fault is None and not s.finished), None)

    # -- layout

    def column(self, wall: Wall) -> Box:
        """Where name and buttons stand."""
        if wall.kind == "wide":
            return Box(104, 84, min(900, wall.width * 0.42) * min(1.25, wall.seat), wall.height)
        if wall.kind == "four_three":
            return Box(72, 84, 860 * min(1.25, wall.seat), wall.height)
        return Box(72, 120, wall.width - 144, wall.height)

    def places(self, wall: Wall) -> list[Box]:
        """New, resume, practise, decks."""
        column = self.column(wall)
        top = column.y + (348 if not wall.is_far else 330)
        if wall.kind == "tall":
            top += 60
        tall = 128 * min(1.3, wall.seat)
        new = Box(column.x, top, column.w, tall)
        second = Box(column.x, new.bottom + 28, column.w, tall + 10)
        third = Box(column.x, second.bottom + 24, column.w, tall + 10)
        return [new, second, *third.columns(2, 24)]

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The bell, the road with eight pawns, and four ways on."""
        wall = canvas.wall
        ground(canvas)
        horizon = {"wide": 520, "four_three": 560, "tall": wall.height * 0.58}[wall.kind]
        zone_hills(canvas, horizon)
        self._draw_scene(canvas)
        column = self.column(wall)
        size = min(wall.picture, column.w * 0.232) if wall.kind != "tall" else 190
        draw_text(
            canvas,
            NAME,
            Box(column.x, column.y - 8, column.w + 400, size * 1.1),
            size=size,
            weight=HEAVY,
            leading=1.0,
            lines=1,
        )
        aim = _("Walk your customer’s road.\nLeave with something you will do.")
        draw_text(
            canvas,
            aim,
            Box(column.x + 6, column.y + size + 14, column.w + 60, 320 - size + 26),
            size=(wall.M, wall.S),
            color=canvas.theme.text_2,
            leading=1.24,
        )
        self._draw_buttons(canvas)
        foot = "  ·  ".join(
            (
                i18n.endonym(i18n.language()),
                theme_name(look.settings.theme),
                _("Esc menu"),
                _("F1 keys"),
            )
        )
        line = Box(
            column.x, wall.height - 44 - 56 * wall.seat, wall.width - 2 * column.x, 56 * wall.seat
        )
        draw_label(canvas, foot, line, size=wall.S, weight=BODY)
        if look.notice:
            draw_notice(canvas, look.notice)

    def _draw_scene(self, canvas: Canvas) -> None:
        wall = canvas.wall
        w, h = wall.width, wall.height
        if wall.kind == "tall":
            draw_road(
                canvas,
                [
                    (-60, h - 120),
                    (w * 0.3, h - 230),
                    (w * 0.62, h - 180),
                    (w * 0.86, h - 330),
                    (w + 80, h - 380),
                ],
                120,
            )
            bell(canvas, "ringing", w * 0.5, h * 0.57 + w * 0.435, w * 0.6, ground=True)
            spots = [
                (w * (0.07 + 0.125 * i), h - (130, 178, 205, 208, 196, 200, 258, 326)[i])
                for i in range(8)
            ]
        else:
            x = w - 1920
            draw_road(
                canvas,
                [
                    (620 + x * 0.6, 1200),
                    (880 + x * 0.7, 1040),
                    (1300 + x, 985),
                    (1560 + x, 900),
                    (1660 + x, 800),
                    (2000 + x, 752),
                ],
                146,
            )
            size = 780 if wall.kind == "wide" else 560
            left = 1060 + x if wall.kind == "wide" else w - 600
            bell(canvas, "ringing", left + size / 2, 814, size, ground=True)
            spots = [
                (800 + x * 0.7, 1080),
                (930 + x * 0.8, 1042),
                (1062 + x * 0.9, 1022),
                (1194 + x, 1008),
                (1326 + x, 990),
                (1458 + x, 952),
                (1580 + x, 886),
                (1850 + x, 796),
            ]
        for key, (px, py) in zip(TEAM_KEYS, spots, strict=True):
            pawn(canvas, key, px, py, 142 if py > h - 130 else 120)

    def _draw_buttons(self, canvas: Canvas) -> None:
        wall = canvas.wall
        unfinished = self.unfinished()
        labels = self._labels(unfinished)
        for i, (box, (label, line)) in enumerate(zip(self.places(wall), labels, strict=True)):
            first = i == 0
            pieces.sheet(
                canvas,
                box,
                radius=40,
                level="active" if first else "low",
                fill=canvas.theme.brass if first else None,
            )
            ink = canvas.theme.on_brass if first else canvas.theme.text
            inner = box.inset(44 if i < 2 else 36, 12)
            if i < 2:
                icon = ("icon-next", "icon-clock" if unfinished else "icon-next")[i]
                pieces.icon(canvas, icon, inner.right - 28, inner.cy, 56, color=ink)
                inner = inner.cut_right(72)[1]
            if not line:
                draw_label(canvas, label, inner, size=wall.M, weight=HEAVY, color=ink)
                continue
            top, bottom = inner.cut_top(inner.h * 0.54)
            draw_label(
                canvas,
                label,
                top,
                size=(wall.M, wall.S),
                weight=HEAVY if first else BOLD,
                color=ink,
            )
            draw_label(
                canvas,
                line,
                bottom,
                size=(wall.S, wall.S * 0.75),
                color=ink if first else canvas.theme.text_2,
            )

    def _labels(self, unfinished: SessionInfo | None) -> list[tuple[str, str]]:
        aside = len(self._library.set_aside)
        ready = len(self._library.decks)
        decks = ngettext("{n} ready", "{n} ready", ready).format(n=ready)
        if aside:
            decks += " · " + ngettext("{n} set aside", "{n} set aside", aside).format(n=aside)
        ways = [
            (_("New session"), ""),
            (_("Practise"), _("bots play the teams")),
            (_("Decks"), decks),
        ]
        if unfinished is not None:
            ways.insert(0, (_("Go on"), session_line(unfinished)))
            return ways
        ways.insert(1, (_("Earlier sessions"), self._kept_line()))
        return ways

    def _kept_line(self) -> str:
        n = len(self._sessions)
        if not n:
            return _("none kept yet")
        return ngettext("{n} kept", "{n} kept", n).format(n=n)

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """The four ways on; the first is what Next takes."""
        from game.screens.decks import DecksScreen
        from game.screens.sessions import SessionsScreen
        from game.screens.setup import SetupScreen

        new = lambda: Push(SetupScreen(self._desk))  # noqa: E731 - made when it is wanted
        practise = lambda: Push(SetupScreen(self._desk, practise=True))  # noqa: E731
        decks = lambda: Push(DecksScreen(self._library))  # noqa: E731
        unfinished = self.unfinished()
        if unfinished is not None:
            ways = [Resume(unfinished.path), new, practise, decks]
        else:
            ways = [new, lambda: Push(SessionsScreen(self._sessions)), practise, decks]
        return [
            Hotspot(box, way, radius=40)
            for box, way in zip(self.places(look.wall), ways, strict=True)
        ]

    def on_next(self, look: Look) -> Outcome | None:
        """The first way: go on with what was begun, else a new session."""
        return self.hotspots(look)[0].activate()

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """S shows earlier sessions also while one is unfinished."""
        if press.plain and press.name == "s":
            from game.screens.sessions import SessionsScreen

            return Push(SessionsScreen(self._sessions))
        return None


def session_line(info: SessionInfo) -> str:
    """Which session it is and how far it came."""
    if info.fault is not None:
        return str(info.fault)
    if info.finished:
        where = _("finished")
    elif info.phase in (Phase.LOBBY, Phase.BRIEF, Phase.PERSONAS):
        where = _("not begun")
    else:
        where = _("round {n} of {count}").format(n=info.round, count=info.rounds)
    return f"{info.name} · {where}"
