"""What another process has on its wall, reckoned here: its log is the state, its inputs the rest.

The shadow of a game is the director and the screens of the program, over the state that the
game's own log tells of. Whatever is pressed or clicked in the real window is handed to the shadow
as well, and what it would do is waited for in the log (or in the file of preferences): so the
shadow knows where everything lies now, and nothing it believes was not done by the real game.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pygame

from game import i18n
from game.app.director import Director
from game.i18n import _
from game.rules.refusal import Refusal
from game.rules.state import State
from game.screens import settings as stored
from game.screens.console import ConsoleScreen, ConsoleTold
from game.screens.game import GameScreen
from game.screens.kit import shapes
from game.screens.kit.layer import Dirty, Layer
from game.screens.kit.theme import DAYLIGHT, STAGE
from game.screens.kit.wall import Canvas, Wall
from game.screens.screen import Hotspot, Look, Screen
from game.screens.settings import Settings
from game.session.entry import Entry
from game.session.telling.refusals import refusal_sentence
from tests.window import pixels
from tests.window.desktop import Game
from tests.window.followed import Followed, until

NOTICE_S = 4.0
DIFFERENT = 0.006
"""So much of a picture may differ: a clock's last second, and the ring of what is left of it."""


def ring_of_focus(canvas: Canvas, spot: Hotspot | None) -> None:
    """What the arrows have moved to, as the painter marks it."""
    if spot is not None:
        rect = canvas.rect(spot.box).inflate(canvas.px(16), canvas.px(16))
        radius, line = canvas.px(spot.radius + 8), canvas.px(8)
        shapes.outline(canvas.surface, rect, radius, canvas.theme.text, line)


class NoConsole:
    """The console's sheet, before anything of it was opened."""

    def told(self) -> ConsoleTold:
        return ConsoleTold()

    def open_here(self) -> None: ...
    def open_network(self) -> None: ...
    def close_network(self) -> None: ...
    def next_address(self) -> None: ...


class Shadow:
    """The screens of the real game."""

    def __init__(self, game: Game, log: Path) -> None:
        self.game = game
        self.evening = Followed(log, game.said)
        self.evening.told = self._heard
        self.settings = self._kept().changed("fullscreen", False)
        self.frame = pixels.place(game)
        self._said, self._said_until = "", 0.0
        self.left = ""
        """"home" where the real game is at its start screen now, "quit" where it is closed."""
        self.director = Director(self, GameScreen())
        self._layer = Layer()
        self.reloads = 0

    def _kept(self) -> Settings:
        return stored.load(self.game.home / "settings.json")

    # -- what is seen

    @property
    def wall(self) -> Wall:
        """The real one's."""
        kept = self.settings
        theme = STAGE if kept.theme == "stage" else DAYLIGHT
        return Wall(self.frame.size, theme, kept.seat, kept.reduced_motion)

    def look(self) -> Look:
        """What screens see now."""
        self.evening.refresh()
        return self.director.look(self.wall, round(time.perf_counter() * 1000))

    @property
    def top(self) -> Screen:
        """What inputs go to first."""
        return self.director.top

    def _heard(self, entries: Sequence[Entry], before: State) -> None:
        events = [event for entry in entries for event in entry.events]
        look = self.director.look(self.wall, round(time.perf_counter() * 1000))
        self.director.hear(events, before, look)

    def picture(self) -> pygame.Surface:
        """What the wall should show once nothing moves any more."""
        look, wall = self.look(), self.wall
        *beneath, top = self.director.visible()
        for screen in (*beneath, top):
            screen.finish(look)
        wakes = [round(wake / 50) for one in beneath if (wake := one.wakes_at(look)) is not None]
        key = (*(screen.still_key(look) for screen in (*beneath, top)), *wakes)

        def paint(canvas: Canvas) -> None:
            for screen in beneath:
                screen.paint(canvas, look)
                screen.move(canvas, look, Dirty())
            top.paint(canvas, look)

        self._layer.prepare(wall, key, paint)
        picture = self._layer.surface.copy()
        canvas = wall.canvas(picture)
        top.move(canvas, look, Dirty())
        ring_of_focus(canvas, self.director.focused(look))
        return picture

    def seen(self) -> pygame.Surface:
        """What it does show."""
        assert self.game.desktop.seen is not None
        return pixels.screen(self.game.desktop.seen, self.frame)

    def follow(self, most: float = DIFFERENT) -> None:
        """Wait until the wall shows what it should."""
        found = 1.0

        def same() -> bool:
            nonlocal found
            found = pixels.apart(self.picture(), self.seen())
            return found <= most

        until(same, lambda: f"{found:.1%} of the wall is another picture. {self.game.said()}")

    # -- the director's host

    def change(self, name: str, value: Any) -> None:
        """A setting: it is kept on the disk as soon as it is changed."""
        try:
            self.settings = self.settings.changed(name, value)
        except ValueError:
            return
        wanted = value
        until(
            lambda: getattr(self._kept(), name) == wanted,
            lambda: f"{name} never became {wanted!r} in settings.json: {self._kept()}",
        )
        if name == "language":
            i18n.set_language(value)
        if name in ("volume", "mute"):
            off = _("Sound off")
            on = _("Volume {n} of 10").format(n=self.settings.volume)
            self._say(off if self.settings.mute else on)

    def _say(self, words: str) -> None:
        self._said, self._said_until = words, time.monotonic() + NOTICE_S

    def notice(self) -> str:
        """What passes over the wall."""
        return self._said if time.monotonic() < self._said_until else ""

    def refused(self, reason: Refusal) -> None:
        """It says why."""
        self._say(refusal_sentence(reason))

    def pictures(self) -> Mapping[str, bytes]:
        """Of the decks in play."""
        return self.evening.session.pictures

    def open_console(self) -> Screen:
        """Its sheet."""
        return ConsoleScreen(NoConsole())

    def reload(self) -> None:
        """The decks are read again; those that did not change leave nothing in the log."""
        self.reloads += 1
        self._say(_("The decks are as they were."))

    def devices(self) -> Sequence[tuple[str, tuple[int, ...]]]:
        """None."""
        return ()

    def home(self) -> Screen:
        """The start screen."""
        self.left = "home"
        return Screen()

    def begin(self, choices: Any, practise: bool) -> Screen | None:
        """No journey sets up a session."""
        raise AssertionError("a session would have begun")

    def resume(self, path: Path) -> Screen | None:
        """Nor goes on with another."""
        raise AssertionError(f"{path.name} would have been gone on with")
