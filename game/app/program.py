"""The running program: settings, the evening under way, its screens, sounds and buzzers."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pygame

from game import i18n, paths
from game.app.console import Console
from game.app.devices import Buzzers, turn_sentence
from game.app.director import Director
from game.app.dropped import Dropped
from game.app.evening import Evening
from game.app.helpers import Seats
from game.app.machine import keep_diagnostics, spare_folders, system_language
from game.app.painter import Painter
from game.app.practising import Practising
from game.app.previews import Previews
from game.app.reporting import Reporter
from game.app.sounds import Sounds
from game.app.splash import Splash
from game.i18n import _
from game.rules.actions import Begin as BeginPlay
from game.rules.events import Event
from game.rules.refusal import Refusal
from game.rules.state import ClockFor, State
from game.screens import settings as stored
from game.screens.game import GameScreen
from game.screens.inputs import Composing, Typed, read
from game.screens.kit.wall import Wall
from game.screens.screen import Look, Screen
from game.session.bots import Bots
from game.session.session import Session
from game.session.telling.refusals import refusal_sentence

NOTICE_MS = 4000
"""How long a passing notice stays."""
TICK_FROM_MS = 10_000
EXPOSING = (
    pygame.WINDOWEXPOSED,
    pygame.WINDOWSHOWN,
    pygame.WINDOWRESTORED,
    pygame.WINDOWSIZECHANGED,
    pygame.WINDOWDISPLAYCHANGED,
)
"""Events of the window after which it may not show what was put into it."""


class Program:
    """Everything that lives as long as the window; the director's host, the screens' desk."""

    def __init__(self, splash: Splash, language: str | None = None) -> None:
        self.splash = splash
        keep_diagnostics()
        self._preferred = stored.load(paths.settings_file())
        """What is kept: a window asked for once, or a projector that is away, changes no wish."""
        self.settings = self._preferred.changed("display", splash.display)
        if splash.window is not None:
            self.settings = self.settings.changed("fullscreen", False)
        i18n.set_language(language or self.settings.language or system_language())
        self.evening: Evening | None = None
        self.sounds = Sounds()
        self.sounds.set(self.settings.volume, self.settings.mute)
        self.buzzers = Buzzers(self.settings.bells)
        self.director = Director(self, Screen())
        self.dropped = Dropped(self)
        self.previews = Previews(self)
        self.console = Console(self)
        self.reporter = Reporter(lambda told: self.say(told, 3 * NOTICE_MS))
        self._seats: Seats | None = None
        self._practising: Practising | None = None
        self._passing = ""
        self._passing_until = 0
        self._ticked = -1
        self._painter: Painter | None = None
        self._uncounted = False
        """The start screen is on, and has not been told which decks there are."""
        self._typing: bool | None = None
        """Whether text is asked of the system; None until that is told."""
        self.calendar: Callable[[], float] = time.time
        """Now, as a POSIX timestamp."""

    # -- what screens ask for (see game.screens.frontdesk)

    def library(self) -> Any:
        """Decks, boards and rulesets that are there now, read anew."""
        from game.session.library import Library

        return Library.default()

    def sessions(self) -> Sequence[Any]:
        """Sessions kept on this machine, the newest first."""
        from game.session.recent import recent

        return recent(paths.sessions_dir())

    def overdue(self, sessions: Sequence[Any]) -> Sequence[Any]:
        """Those of them and of practising that somebody is asked about: kept longer, or erased."""
        from game.session.keeping import overdue

        return overdue([*sessions, *self._practised()], self.calendar(), self.settings.kept)

    def _practised(self) -> Sequence[Any]:
        """Sessions of practising: notes that were typed in them are words of somebody, too."""
        from game.session.recent import recent

        return recent(paths.practise_dir())

    def keep(self, paths: Sequence[Path]) -> None:
        """Remember that these are kept."""
        from game.session.keeping import kept_with

        there = [*self.sessions(), *self._practised()]
        self.change("kept", kept_with(self.settings.kept, paths, there))

    def erase(self, path: Path) -> bool:
        """Erase a session with its report; False, and said, where it cannot be."""
        from game.session.erasing import EraseError, erase_session

        self.reporter.close()  # a report that is being written would be there again
        try:
            erase_session(path)
        except EraseError as trouble:
            self.say(str(trouble), 2 * NOTICE_MS)
            return False
        return True

    def devices(self) -> Sequence[tuple[str, tuple[int, ...]]]:
        """(name, seats) of buzzers and gamepads that are plugged in."""
        return self.buzzers.names()

    def displays(self) -> Sequence[tuple[int, int]]:
        """Sizes of the displays the wall could be on."""
        return pygame.display.get_desktop_sizes()

    def try_sound(self, name: str) -> None:
        """Play a sound, to hear whether it is heard; where none can be, that is said."""
        if self.sounds.works or self.sounds.open():
            self.sounds.play(name)
        else:
            self.say(_("No sound can be played here. Whatever is heard is also seen."))

    def play_in_turn(self, names: Sequence[str], every_ms: int) -> bool:
        """Play sounds one after the other, or none any more; False where none can be played."""
        works = self.sounds.works or (bool(names) and self.sounds.open())
        self.sounds.line_up(names, self.now(), every_ms)
        return works

    # -- first screens

    def show_start(self) -> None:
        """The start screen."""
        from game.screens.start import StartScreen

        self.director.apply_screen(StartScreen(self, later=True))
        self._uncounted = True

    def show_rehearsal(self, teams: int) -> None:
        """The check of the room, over the start screen."""
        from game.screens.rehearsal import RehearsalScreen

        self.show_start()
        self.director.stack.append(RehearsalScreen(self, teams))

    def show_session(self, session: Session) -> None:
        """Straight into a session."""
        self.director.apply_screen(self._enter(session))

    def show_demo(self, session: Session, bots: Bots) -> None:
        """Bots play everything."""
        self.show_session(session)
        self._seats = Seats(bots, everything=True)

    def show_preview(self, path: Path, language: str = "", card: str = "") -> None:
        """A deck that is being written, and nothing else. Raises `MissingFolderError`."""
        self.previews.show(path, language, card)

    def open_preview(self, path: Path) -> Screen | None:
        """The screen that shows a deck while it is written, over the one that asks for it."""
        try:
            return self.previews.open(path, i18n.language(), leave=True).screen
        except paths.MissingFolderError as trouble:
            from game.session.folders import folder_told

            self.say(folder_told(trouble), 2 * NOTICE_MS)
            return None

    def show_console(self) -> None:
        """The code for a tablet, over whatever is on the wall."""
        self.director.stack.append(self.open_console())
        self.console.open_network()

    def _enter(self, session: Session) -> Screen:
        self._leave()
        self.evening = Evening(session)
        self.evening.heard.append(self._heard)
        if session.header.practise:
            self._practise(self.evening)
        if session.notices:
            self.say(" ".join(str(notice) for notice in session.notices), 3 * NOTICE_MS)
        return GameScreen()

    def _practise(self, evening: Evening) -> None:
        """Bots sit at the tables, and things go other than planned."""
        practising = Practising(evening, self.say)
        self._practising, evening.practise = practising, practising.seen
        bots = Bots(evening.session.header.seed)
        self._seats = Seats(bots, everything=False, mute=lambda: practising.practise.mute)

    def _leave(self) -> str:
        """Close the evening; what has to be said of that, or ""."""
        told = self.evening.close(spare_folders()) if self.evening is not None else ""
        if told:
            self.say(told, 5 * NOTICE_MS)
        self.evening, self._seats, self._practising = None, None, None
        self.sounds.hush()
        return told

    # -- the director's host

    def begin(self, choices: Any, practise: bool) -> Screen | None:
        """Start a session from what was chosen."""
        from game.session.assemble import SetUpError, start_session

        try:
            if practise:
                name = choices.name or _("Practise")
                choices = replace(choices, practise=True, name=name)
            folder = paths.practise_dir() if practise else paths.sessions_dir()
            session = start_session(choices, folder)
        except SetUpError as trouble:
            self.say(str(trouble), 2 * NOTICE_MS)
            return None
        screen = self._enter(session)
        assert self.evening is not None
        self.evening.do(BeginPlay(), "wall")
        return screen

    def resume(self, path: Path) -> Screen | None:
        """Go on with a session."""
        from game.session.faults import LogError
        from game.session.rereading import sources_of

        try:
            library = self.library()
            session = Session.open(path, library.digests())
        except LogError as trouble:
            self.say(str(trouble), 2 * NOTICE_MS)
            return None
        session.sources = sources_of(library, path)
        return self._enter(session)

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

        self._leave()
        self._uncounted = True
        return StartScreen(self, later=True)

    def change(self, name: str, value: Any) -> None:
        """Another setting, kept for the next time."""
        try:
            self.settings = self.settings.changed(name, value)
        except ValueError:
            return
        self._preferred = self._preferred.changed(name, value)
        if name == "language":
            i18n.set_language(self.settings.language or system_language())
        if name in ("volume", "mute"):
            self.sounds.set(self.settings.volume, self.settings.mute)
            self.say(self._volume_sentence())
            self.sounds.play("tick")
        if name == "bells":
            self.buzzers.assign(self.settings.bells)
        if not self.previews.alone and not self._keep_settings():
            self.say(_("This setting cannot be kept: the folder cannot be written."))

    def present_by(self, software: str) -> None:
        """Which way of presenting was found to be quicker; no choice of the facilitator's."""
        self.settings = self.settings.changed("software", software)
        self._preferred = self._preferred.changed("software", software)
        self._keep_settings()

    def _keep_settings(self) -> bool:
        return stored.save(paths.settings_file(), self._preferred)

    def _volume_sentence(self) -> str:
        if self.settings.mute:
            return _("Sound off")
        return _("Volume {n} of 10").format(n=self.settings.volume)

    def refused(self, reason: Refusal) -> None:
        """Say why, quietly."""
        self.say(refusal_sentence(reason))

    def say(self, words: str, ms: int = NOTICE_MS) -> None:
        """A passing notice."""
        self._passing, self._passing_until = words, self.now() + ms

    def notice(self) -> str:
        """What the facilitator must know: something that passes, else that saving fails."""
        if self._passing and self.now() < self._passing_until:
            return self._passing
        self._passing = ""
        if self.evening is not None and self.evening.session.trouble is not None:
            return str(self.evening.session.trouble)
        return ""

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

    def _heard(self, events: Sequence[Event], before: State, after: State) -> None:
        """The session moved: screens and sounds hear it."""
        assert self.evening is not None
        wall = self._painter.wall if self._painter else Wall(pygame.display.get_window_size())
        if not events and after.content is not before.content:
            self.say(_("With this step the decks are as they were then. The menu can reload them."))
        self.director.hear(events, before, self.look(wall))
        self.sounds.hear(events, after, self.now(), self.pictures())
        if self._seats is not None:
            self._seats.forget()

    def tick(self, painter: Painter) -> None:
        """A batch of inputs is through: clocks, bots, the soft tick of the last ten seconds."""
        self._painter = painter
        self._count()
        self.dropped.tick(painter.wall)
        self.previews.tick(painter.wall)
        self._tick()
        self.console.tick(painter)
        self.reporter.tick(self.evening)
        self._set_typing()

    def _count(self) -> None:
        """Tell the start screen which decks there are, once its first picture is there."""
        if self._uncounted:
            self._uncounted = False
            library = self.library()
            for screen in self.director.stack:
                screen.restock(library)

    def _tick(self) -> None:
        self.sounds.tick(self.now())
        if self.evening is None:
            return
        self.evening.tick()
        if self._seats is not None:
            self._seats.tick(self.evening)
        if self._practising is not None:
            self._tick_practising(self._practising)
        clock = self.evening.state.clock
        if clock is None or not clock.running or clock.purpose is ClockFor.BELL:
            return
        left = clock.left(self.evening.now())
        second = -(-left // 1000)
        if 0 < left <= TICK_FROM_MS and second != self._ticked:
            self._ticked = second
            self.sounds.play("tick")

    def _tick_practising(self, practising: Practising) -> None:
        practising.tick()
        if practising.ends:
            from game.screens.desk import DeskScreen
            from game.screens.practise.checklist import ChecklistPage

            self.director.stack.append(DeskScreen(ChecklistPage()))

    def due_in(self) -> int | None:
        """Milliseconds until something is due: the clock's end, a notice's, a sound."""
        due = [
            self.evening.due_in() if self.evening else None,
            self.sounds.due_in(self.now()),
            self._passing_until - self.now() if self._passing else None,
            0 if self._uncounted else None,
            self.previews.due_in(),
            self.dropped.due_in(),
            self.console.due_in(),
            self.reporter.due_in(),
        ]
        return min((d for d in due if d is not None), default=None)

    def bots_due_in(self) -> int | None:
        """Milliseconds until a bot acts; None without bots."""
        if self._seats is None or self.evening is None:
            return None
        return self._seats.due_in(self.evening)

    def close(self) -> str:
        """The session is saved; the window goes. What has to be said of that, or ""."""
        told = self._leave()
        self.reporter.close()
        self.console.close()
        self.dropped.close()
        self.previews.close()
        pygame.quit()
        return told
