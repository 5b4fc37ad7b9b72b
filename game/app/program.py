"""The running program: what lives as long as the window, and what each input and tick is for."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pygame

from game import i18n
from game.app.console import Console
from game.app.devices import Buzzers, turn_sentence
from game.app.director import Director
from game.app.dropped import Dropped
from game.app.evening import Evening
from game.app.evenings import Evenings
from game.app.frontdesk import FrontDesk
from game.app.machine import keep_diagnostics
from game.app.notices import NOTICE_MS, Notices
from game.app.painter import EXPOSING, Painter
from game.app.preferences import Preferences
from game.app.previews import Previews
from game.app.reporting import Reporter
from game.app.sounds import Sounds
from game.app.splash import Splash
from game.app.touch import CornerHold, menu_press
from game.i18n import _
from game.i18n.machine import machine_language
from game.rules.events import Event
from game.rules.refusal import Refusal
from game.rules.state import State
from game.screens.game import GameScreen
from game.screens.inputs import Composing, Typed, read
from game.screens.kit.wall import Wall
from game.screens.screen import Look, Screen
from game.screens.settings import Settings
from game.session.telling.refusals import refusal_sentence

if TYPE_CHECKING:
    from game.session.bots import Bots
    from game.session.session import Session


class Program:
    """Everything that lives as long as the window; the director's host."""

    def __init__(self, splash: Splash, language: str | None = None) -> None:
        self.splash = splash
        keep_diagnostics()
        self.preferences = Preferences(splash.display, window=splash.window is not None)
        i18n.set_language(language or self.settings.language or machine_language() or "en")
        self.evenings = Evenings(self)
        self.desk = FrontDesk(self)
        self.sounds = Sounds()
        self.sounds.set(self.settings.volume, self.settings.mute)
        self.buzzers = Buzzers(self.settings.bells)
        self.director = Director(self, Screen())
        self.dropped = Dropped(self)
        self.previews = Previews(self)
        self.console = Console(self)
        self.reporter = Reporter(lambda told: self.say(told, 3 * NOTICE_MS))
        self.corner = CornerHold(self.say)
        self._notices = Notices()
        self._painter: Painter | None = None
        self._uncounted = False
        """The start screen is on, and has not been told which decks there are."""
        self._typing: bool | None = None
        """Whether text is asked of the system; None until that is told."""

    @property
    def settings(self) -> Settings:
        """Settings in force."""
        return self.preferences.now

    @property
    def evening(self) -> Evening | None:
        """The evening under way, if any."""
        return self.evenings.now

    # -- first screens

    def show_start(self) -> None:
        """The start screen."""
        from game.screens.start import StartScreen

        self.director.apply_screen(StartScreen(self.desk, later=True))
        self._uncounted = True

    def show_rehearsal(self, teams: int) -> None:
        """The check of the room, over the start screen."""
        from game.screens.rehearsal import RehearsalScreen

        self.show_start()
        self.director.stack.append(RehearsalScreen(self.desk, teams))

    def show_session(self, session: Session) -> None:
        """Straight into a session."""
        self.evenings.enter(session)
        self.director.apply_screen(GameScreen())

    def show_demo(self, session: Session, bots: Bots) -> None:
        """Bots play everything."""
        self.evenings.enter(session, bots)
        self.director.apply_screen(GameScreen())

    def show_console(self) -> None:
        """The code for a tablet, over whatever is on the wall."""
        self.director.stack.append(self.open_console())
        self.console.open_network()

    # -- the director's host

    def begin(self, choices: Any, practise: bool) -> Screen | None:
        """Start a session from what was chosen."""
        return GameScreen() if self.evenings.begin(choices, practise) else None

    def resume(self, path: Path) -> Screen | None:
        """Go on with a session."""
        return GameScreen() if self.evenings.resume(path) else None

    def open_console(self) -> Screen:
        """The sheet the console is opened and closed on."""
        return self.console.screen()

    def reload(self) -> None:
        """Read the decks in play again, and go on with what they hold."""
        if self.evening is not None:
            self.say(self.evening.reload(), 2 * NOTICE_MS)

    def home(self) -> Screen:
        """Close the session; the start screen."""
        from game.screens.start import StartScreen

        self.evenings.leave()
        self._uncounted = True
        return StartScreen(self.desk, later=True)

    def devices(self) -> Sequence[tuple[str, tuple[int, ...]]]:
        """(name, seats) of buzzers and gamepads that are plugged in."""
        return self.buzzers.names()

    def change(self, name: str, value: Any) -> None:
        """Another setting, kept for the next time."""
        try:
            self.preferences.change(name, value)
        except ValueError:
            return
        if name == "language":
            i18n.set_language(self.settings.language or machine_language() or "en")
        if name in ("volume", "mute"):
            self.sounds.set(self.settings.volume, self.settings.mute)
            self.say(self._volume_sentence())
            self.sounds.play("tick")
        if name == "bells":
            self.buzzers.assign(self.settings.bells)
        if not self.previews.alone and not self.preferences.save():
            self.say(_("This setting cannot be kept: the folder cannot be written."))

    def present_by(self, software: str) -> None:
        """Which way of presenting was found to be quicker; no choice of the facilitator's."""
        self.preferences.change("software", software)
        self.preferences.save()

    def _volume_sentence(self) -> str:
        if self.settings.mute:
            return _("Sound off")
        return _("Volume {n} of 10").format(n=self.settings.volume)

    def refused(self, reason: Refusal) -> None:
        """Say why, quietly."""
        self.say(refusal_sentence(reason))

    def say(self, words: str, ms: int = NOTICE_MS) -> None:
        """Tell the facilitator something in passing, for `ms`; "" takes away what is told."""
        self._notices.say(words, self.now() + ms)

    def notice(self) -> str:
        """What the facilitator must know: something that passes, else that saving fails."""
        unsaved = self.evening.session.trouble if self.evening is not None else None
        return self._notices.at(self.now()) or str(unsaved or "")

    def pictures(self) -> Mapping[str, bytes]:
        """Pictures of the decks in play."""
        return self.evening.session.pictures if self.evening else {}

    # -- time and input

    def now(self) -> int:
        """Milliseconds for motion."""
        return round(time.perf_counter() * 1000)

    def stamp(self) -> int:
        """The session's time now: what a batch of inputs is stamped with."""
        return self.evening.now() if self.evening else 0

    def look(self, wall: Wall, at: int | None = None) -> Look:
        """What screens may see."""
        return self.director.look(wall, self.now(), at)

    def take(self, event: pygame.Event, painter: Painter, at: int) -> None:
        """One event of the window."""
        self._painter = painter
        if event.type in EXPOSING:
            painter.expose()
            return
        if event.type == pygame.DROPFILE:
            self.dropped.take(Path(event.file))
            return
        is_device, turn = self.buzzers.take(event)
        if is_device:
            state = self.evening.state if self.evening is not None else None
            if turn and state and (told := turn_sentence(turn, state)):
                self.say(told, 3 * NOTICE_MS)
            return
        wall = painter.wall
        given = read(event, wall.u, wall.size, self.buzzers.rang)
        if given is None:
            return
        if isinstance(given, Typed | Composing):
            # The key that opens a field comes with a letter of its own, which is not for it.
            if not self._typing:
                return
        elif painter.moving:
            painter.finish()
        self.corner.take(given, self.director.top, self.look(wall, at))
        self.director.take(given, self.look(wall, at))

    def _set_typing(self) -> None:
        """Text is asked of the system only while somebody types: shortcuts stay shortcuts."""
        typing = self.director.top.typing
        if typing == self._typing:
            return
        self._typing = typing
        if typing:
            pygame.key.start_text_input()
            pygame.key.set_repeat(400, 40)
        else:
            pygame.key.stop_text_input()
            pygame.key.set_repeat()

    def heard(self, events: Sequence[Event], before: State, after: State) -> None:
        """The session moved: screens and sounds hear it."""
        wall = self._painter.wall if self._painter else Wall(pygame.display.get_window_size())
        if not events and after.content is not before.content:
            self.say(_("With this step the decks are as they were then. The menu can reload them."))
        self.director.hear(events, before, self.look(wall))
        self.sounds.hear(events, after, self.now(), self.pictures())
        self.evenings.moved()

    def tick(self, painter: Painter) -> None:
        """A batch of inputs is through: clocks, bots, the soft tick of the last ten seconds."""
        self._painter = painter
        self._count()
        if self.corner.over(self.now()):
            look = self.look(painter.wall)
            self.director.take(menu_press(self.director.top, look), look)
        self.dropped.tick(painter.wall)
        self.previews.tick(painter.wall)
        self.sounds.tick(self.now())
        self.evenings.tick()
        self.console.tick(painter)
        self.reporter.tick(self.evening)
        self._set_typing()

    def _count(self) -> None:
        """Tell the start screen which decks there are, once its first picture is there."""
        if self._uncounted:
            self._uncounted = False
            library = self.desk.library()
            for screen in self.director.stack:
                screen.restock(library)

    def due_in(self) -> int | None:
        """Milliseconds until something is due: the clock's end, a notice's, a sound."""
        due = [
            self.evenings.due_in(),
            self.sounds.due_in(self.now()),
            self._notices.due_in(self.now()),
            self.corner.due_in(self.now()),
            0 if self._uncounted else None,
            self.previews.due_in(),
            self.dropped.due_in(),
            self.console.due_in(),
            self.reporter.due_in(),
        ]
        return min((d for d in due if d is not None), default=None)

    def close(self) -> str:
        """The session is saved; the window goes. What has to be said of that, or ""."""
        told = self.evenings.leave()
        self.reporter.close()
        self.console.close()
        self.dropped.close()
        self.previews.close()
        pygame.quit()
        return told
