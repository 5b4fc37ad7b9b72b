"""The start screen: a new session, going on, practising, and the decks there are."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from game import i18n
from game.i18n import _, ngettext
from game.screens import parts
from game.screens.archive import Archive
from game.screens.frontdesk import Desk
from game.screens.inputs import Press
from game.screens.kit import pieces
from game.screens.kit.people import bell, pawn
from game.screens.kit.scenery import ground, zone_hills
from game.screens.kit.text import (
    BODY,
    BOLD,
    HEAVY,
    draw_fitted,
    draw_label,
    draw_text,
    fit,
    text_width,
)
from game.screens.kit.theme import TEAM_KEYS
from game.screens.kit.wall import Box, Canvas, Wall
from game.screens.menu import Item, MenuScreen, next_language, next_theme, theme_name
from game.screens.parts import Does, Part
from game.screens.road_scene import Scene, draw_road, start_scene
from game.screens.scenes.notice import draw_notice
from game.screens.screen import Change, Hotspot, Look, Outcome, Push, Resume, Screen
from game.screens.sessions import kept_text, session_title, standing
from game.session.library import Library
from game.session.recent import SessionInfo

NAME = "CX Game"
GAP = 24.0


class StartScreen(Screen):
    """What a facilitator sees first. An unfinished session is offered before a new one.

    `later`: how many decks there are is told once somebody has counted them (`restock`), so that
    nobody waits for the first picture while every deck is read.
    """

    arrows = True

    def __init__(self, desk: Desk, *, later: bool = False) -> None:
        self._desk = desk
        self._archive = Archive(desk)
        self._library = None if later else desk.library()
        self._stocked = 0

    def key(self, look: Look) -> Hashable:
        """The decks and the sessions there are."""
        return (look.settings, self._stocked, self._archive.version)

    def restock(self, library: Library, shown: str = "") -> None:
        """Other decks are there now."""
        self._library = library
        self._stocked += 1

    def unfinished(self) -> SessionInfo | None:
        """The session to go on with, if there is one."""
        return next((s for s in self._archive.sessions if s.fault is None and not s.finished), None)

    def paint(self, canvas: Canvas, look: Look) -> None:
        """The bell, the road with eight pawns, and the ways on."""
        wall = canvas.wall
        scene = start_scene(wall)
        ground(canvas)
        zone_hills(canvas, scene.horizon)
        draw_road(canvas, scene.road, scene.width)
        bell(canvas, "rung", *scene.bell, ground=True)
        laid = self.parts(look)
        taken = [part.spot.box.inset(-6) for part in laid if part.spot is not None]
        for key, (x, y, height) in zip(TEAM_KEYS, scene.pawns, strict=True):
            body = Box(x - height * 0.4, y - height, height * 0.8, height)
            if not any(box.meets(body) for box in taken):
                pawn(canvas, key, x, y, height)
        _draw_name(canvas, scene)
        parts.paint_parts(canvas, laid)
        if look.notice:
            draw_notice(canvas, look.notice, spots=self.hotspots(look))

    def hotspots(self, look: Look) -> Sequence[Hotspot]:
        """The ways on, the first is what Next takes; then the switches at the foot."""
        return parts.spots_of(self.parts(look))

    def on_next(self, look: Look) -> Outcome | None:
        """The first way: go on with what was begun, else a new session."""
        return self.hotspots(look)[0].activate()

    def on_press(self, press: Press, look: Look) -> Outcome | None:
        """S shows earlier sessions; Esc opens the menu, with what the wall has no room for."""
        if press.name == "escape":
            return self._menu()
        if press.plain and press.name == "s":
            return self._earlier()
        return None

    # -- the ways on

    def parts(self, look: Look) -> list[Part]:
        """Buttons and switches."""
        scene = start_scene(look.wall)
        ways = self._ways()
        if not look.wall.is_far:
            ways.append((_("Check the room"), (_("screen, sound, bells"), ""), self._check))
        found = [
            _way(place, label, lines, does, first=i == 0, wide=place.w > scene.column.w * 0.6)
            for i, (place, (label, lines, does)) in enumerate(
                zip(_places(scene, len(ways)), ways, strict=True)
            )
        ]
        return found + self._asking(look.wall, scene) + _switches(look, scene.foot, self._menu)

    def _asking(self, wall: Wall, scene: Scene) -> list[Part]:
        """A quiet word above the name about sessions that grew old; never in the way of Next."""
        n = len(self._archive.overdue)
        if not n:
            return []
        from game.screens.oldsessions import old_texts

        h = max(64.0, wall.S * 1.5)
        right, top = wall.width - scene.head.x + 8, 20.0
        name = text_width(wall, NAME, scene.name, HEAVY)
        below = top + h <= scene.head.y + scene.name * 0.16
        free = right - scene.head.x + 8 if below else right - scene.head.x - name - 24
        widths = [(text_width(wall, text, wall.S, BODY) + 48, text) for text in old_texts(n)]
        w, text = next((found for found in widths if found[0] <= free), widths[-1])
        return [_switch(Box(right - w, top, w, h), text, self._old)]

    def _ways(self) -> list[tuple[str, Sequence[str], Does]]:
        """(label, lines to choose from, what comes of it), the most wanted first."""
        ways: list[tuple[str, Sequence[str], Does]] = [
            (_("New session"), ("",), self._new),
            (_("Practise"), (_("with bots"),), self._practise),
            (_("Decks"), self._decks_lines(), self._decks),
        ]
        unfinished = self.unfinished()
        if unfinished is not None:
            title, where = session_title(unfinished), standing(unfinished)
            lines = (f"{title} · {where}", title, where)
            ways.insert(0, (_("Go on"), lines, Resume(unfinished.path)))
        if self._archive.sessions:
            kept = kept_text(len(self._archive.sessions))
            ways.insert(len(ways) - 2, (_("Sessions"), (kept,), self._earlier))
        return ways

    def _decks_lines(self) -> tuple[str, ...]:
        if self._library is None:
            return ("",)
        aside, ready = len(self._library.set_aside), len(self._library.decks)
        line = ngettext("{n} ready", "{n} ready", ready).format(n=ready)
        if not aside:
            return (line,)
        told = ngettext("{n} set aside", "{n} set aside", aside).format(n=aside)
        return (f"{line} · {told}", told)

    # Screens are imported when they are wanted: the first picture should not wait for them.

    def _new(self) -> Outcome:
        from game.screens.setup import SetupScreen

        return Push(SetupScreen(self._desk))

    def _practise(self) -> Outcome:
        from game.screens.setup import SetupScreen

        return Push(SetupScreen(self._desk, practise=True))

    def _decks(self) -> Outcome:
        from game.screens.decks import DecksScreen

        if self._library is None:
            self._library = self._desk.library()
        return Push(DecksScreen(self._library, preview=self._desk.open_preview))

    def _menu(self) -> Outcome:
        return Push(MenuScreen(more=(Item(_("Check the room"), self._check),)))

    def _check(self) -> Outcome:
        from game.screens.rehearsal import RehearsalScreen

        return Push(RehearsalScreen(self._desk))

    def _old(self) -> Outcome:
        from game.screens.oldsessions import OldSessionsScreen

        return Push(OldSessionsScreen(self._archive))

    def _earlier(self) -> Outcome:
        from game.screens.sessions import SessionsScreen

        return Push(SessionsScreen(self._archive))


def _draw_name(canvas: Canvas, scene: Scene) -> None:
    """The game's name, and what it is for."""
    wall = canvas.wall
    head, rest = scene.head.cut_top(scene.name * 0.98, 10)
    draw_text(canvas, NAME, head, size=scene.name, weight=HEAVY, leading=0.98, lines=1)
    aim = _("Walk your customer’s road.\nLeave with something you will do.")
    rest = rest.moved(scene.name * 0.03, 0)
    color = canvas.theme.text_2
    draw_text(canvas, aim, rest, size=(wall.M, wall.S), color=color, leading=1.2)


def _places(scene: Scene, n: int) -> list[Box]:
    """The first way as wide as the column, the others side by side; an odd one is wide too."""
    column = scene.column
    rows = 1 + n // 2
    h = min(scene.row, (column.h - GAP * (rows - 1)) / rows)
    first = Box(column.x, column.y, column.w, h)
    found, y = [first], first.bottom + GAP
    rest = n - 1
    if rest % 2:
        found.append(Box(column.x, y, column.w, h))
        y += h + GAP
    area = Box(column.x, y, column.w, (h + GAP) * (rest // 2) - GAP)
    return found + (area.grid(rest - rest % 2, 2, GAP) if rest > 1 else [])


def _way(
    place: Box, label: str, lines: Sequence[str], does: Does, *, first: bool, wide: bool
) -> Part:
    """A way on; of its lines the first that has room is drawn below its label."""

    def draw(canvas: Canvas) -> None:
        wall, theme = canvas.wall, canvas.theme
        fill, ink = (theme.brass, theme.on_brass) if first else (theme.sheet, theme.text)
        pieces.sheet(canvas, place, radius=40, level="active" if first else "low", fill=fill)
        inner = place.inset(44 if wide else min(36.0, place.w * 0.06), 10)
        if wide:
            glyph = min(56.0 * wall.seat, place.h * 0.5)
            pieces.icon(canvas, "icon-next", inner.right - glyph / 2, inner.cy, glyph, color=ink)
            inner = inner.cut_right(glyph, 20)[1]
        weight = HEAVY if first else BOLD
        line = next(
            (text for text in lines if text_width(wall, text, wall.S) <= inner.w), lines[-1]
        )
        told = fit(wall, line, inner.w, inner.h, size=wall.S, leading=1.2) if line else None
        low_h = told.height if told is not None else 0.0
        head = fit(wall, label, inner.w, inner.h - low_h, size=(wall.M, wall.S), weight=weight,
                   leading=1.12, words="whole")  # fmt: skip
        words = inner.centred(inner.w, head.height + low_h)
        top, low = words.cut_top(head.height)
        draw_fitted(canvas, head, top, color=ink, valign="middle")
        if told is not None:
            draw_fitted(canvas, told, low, color=ink if first else theme.text_2, valign="middle")

    return Part(draw, Hotspot(place, does, label, radius=40), rank=0 if first else 10)


def _switches(look: Look, foot: Box, menu: Does) -> list[Part]:
    """Language, light, menu and keys, as words at the foot that can be pointed at."""
    from game.screens.keys import KeysScreen

    wall = look.wall
    words: list[tuple[str, Does]] = [
        (i18n.endonym(i18n.language()), Change("language", next_language())),
        (theme_name(look.settings.theme), Change("theme", next_theme(look.settings.theme))),
        (_("Menu"), menu),
    ]
    if not wall.is_far:
        words.append((_("Keys"), lambda: Push(KeysScreen())))
    widths = [text_width(wall, text, wall.S, BODY) + 48 for text, _does in words]
    gap = min(14.0, (foot.w - sum(widths)) / (len(words) - 1))
    found, x = [], foot.x
    for (text, does), w in zip(words, widths, strict=True):
        found.append(_switch(Box(x, foot.y, w, foot.h), text, does))
        x += w + gap
    return found


def _switch(place: Box, text: str, does: Does) -> Part:
    def draw(canvas: Canvas) -> None:
        pieces.pill(canvas, place, fill=canvas.theme.sheet)
        inner = place.inset(20, 2)
        draw_label(canvas, text, inner, size=canvas.wall.S, weight=BODY, align="center")

    return Part(draw, Hotspot(place, does, text, radius=place.h / 2), rank=60)
