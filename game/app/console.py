"""The console as the program has it: asked for, looked after in each tick, never waited for.

The server lives in a thread of its own (`game.remote.server`). Everything browsers ask is done
here, between two frames, by the thread the rules run in.
"""

from __future__ import annotations

import logging
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pygame

from game.i18n import _, language
from game.i18n.system import why
from game.remote.extra import missing_sentence
from game.screens.console import ConsoleScreen, ConsoleTold

if TYPE_CHECKING:
    from game.app.consoledoes import Doer
    from game.app.painter import Painter
    from game.app.program import Program
    from game.remote.bridge import Bridge
    from game.remote.server import Server

WOKEN = pygame.event.custom_type()
"""An event that only ends the loop's waiting: a browser has come, gone, or asked for something."""
SHOW_MS = 80
"""Between two pictures for browsers: a burst of bells is one of them."""
PACE_MS = 1000
"""So often the plan is looked at again though nothing happened."""
TROUBLE_MS = 8000
"""How long it is said that the console cannot be opened."""

log = logging.getLogger("game.remote")


def wake() -> None:
    """End the loop's waiting, from any thread; once the window has gone there is none to end."""
    with suppress(pygame.error):
        pygame.event.post(pygame.Event(WOKEN))


class Console:
    """Nothing of it exists before it is asked for."""

    def __init__(self, program: Program, browse: Callable[[str], object] | None = None) -> None:
        self._program = program
        self._browse = browse or webbrowser.open
        self._bridge: Bridge | None = None
        self._server: Server | None = None
        self._loading: threading.Thread | None = None
        self._wanted: list[Callable[[Server], None]] = []
        """What is to be done as soon as the server is there."""
        self._doer: Doer | None = None
        self._trouble = ""
        self._no_browser = threading.Event()
        """A browser of this computer was asked for, and none could be started."""
        self._code: tuple[str, tuple[tuple[bool, ...], ...]] = ("", ())
        """(url, its code)."""
        self._ticket = ""
        self._place = 0
        """Which of this computer's addresses is shown."""
        self._devices: tuple[str, ...] = ()
        self._shown: object = None
        self._shown_at = 0
        self._due = 0
        self._around: tuple[object, dict[str, Any]] = (None, {})
        """(all it depends on, parts) of what is around the game: it seldom changes."""

    # -- what is asked for (see game.screens.console.ConsoleHost)

    def screen(self) -> ConsoleScreen:
        """The sheet it is opened and closed on."""
        self._trouble = missing_sentence()
        return ConsoleScreen(self)

    def open_here(self) -> None:
        """In this computer's own browser, by an address that works once."""
        self._when_there(self._show_here)

    def open_network(self) -> None:
        """For a tablet: a code on the wall, that works once."""
        self._when_there(self._show_code)

    def close_network(self) -> None:
        """Tablets are sent home."""
        if self._server is not None:
            self._server.close_network()
        self._ticket = ""

    def send_home(self, number: int) -> str:
        """One browser goes and does not come back; what it was, or "" where it has gone already.

        The wall says so: whoever sends somebody home is seen to.
        """
        device = self._bridge.send_home(number) if self._bridge is not None else ""
        if device:
            self._program.say(_("Console sent home: {device}").format(device=device))
        return device

    def next_address(self) -> None:
        """The code for another network this computer is on."""
        self._place += 1

    def told(self) -> ConsoleTold:
        """What there is to say of it now."""
        server = self._server
        if server is None:
            return ConsoleTold(trouble=self._trouble, opening=self._loading is not None)
        found = server.addresses if server.on_network else ()
        addresses = found or ()
        address = addresses[self._place % len(addresses)] if addresses else ""
        url = ""
        if address and self._ticket and server.ticket_waits:
            url = server.url(address, self._ticket)
        return ConsoleTold(
            trouble=self._trouble,
            opening=found is None,
            here=True,
            network=server.on_network,
            address=server.url(address) if address else "",
            elsewhere=len(addresses) > 1,
            code=self._code_of(url),
            devices=self._devices,
        )

    def _code_of(self, url: str) -> tuple[tuple[bool, ...], ...]:
        if not url:
            return ()
        if self._code[0] != url:
            from game.remote.qr import matrix

            self._code = url, matrix(url)
        return self._code[1]

    # -- the server

    def _when_there(self, do: Callable[[Server], None]) -> None:
        self._trouble = missing_sentence()
        if self._trouble:
            self._program.say(self._trouble, TROUBLE_MS)
            return
        self._wanted.append(do)
        if self._server is None and self._loading is None:
            # Half a second of imports, which the wall does not wait for.
            self._loading = threading.Thread(target=_load, name="console-import", daemon=True)
            self._loading.start()

    def _start(self) -> None:
        """The server is imported: make it, and do what waits for it."""
        if self._loading is not None:
            if self._loading.is_alive():
                return
            self._loading = None
        if not self._wanted:
            return
        wanted, self._wanted = self._wanted, []
        try:
            server = self._server or self._listen()
            for do in wanted:
                do(server)
        except (OSError, ImportError) as error:
            log.exception("console: cannot be opened")
            told = _("The console cannot be opened here: {detail}")
            self._trouble = told.format(detail=why(error))
            self._program.say(self._trouble, TROUBLE_MS)

    def _listen(self) -> Server:
        """Serve this computer. Raises OSError where nothing can; then there is no server."""
        from game.app.consoledoes import Doer
        from game.remote.bridge import Bridge
        from game.remote.server import Server

        bridge = Bridge(wake)
        server = Server(bridge, wake)
        try:
            server.open_here()
        except OSError:
            server.close()
            raise
        self._doer, self._bridge, self._server = Doer(self._program), bridge, server
        return server

    def _show_here(self, server: Server) -> None:
        # A browser may take its time to start; neither the wall nor the room waits for it.
        work = threading.Thread(
            target=self._start_browser, args=(server.url_here(),), name="browser", daemon=True
        )
        work.start()
        self._program.say(_("The console opens in the browser of this computer."))

    def _start_browser(self, url: str) -> None:
        """In a thread of its own."""
        try:
            started = self._browse(url) is not False
        except (OSError, webbrowser.Error):
            started = False
        if not started:
            self._no_browser.set()
            wake()

    def _show_code(self, server: Server) -> None:
        server.open_network()
        self._ticket = server.issue()
        self._place = 0

    # -- the program's tick

    def tick(self, painter: Painter) -> None:
        """Do what was asked, show what is new; at once where there is no console."""
        if self._wanted:
            self._start()
        if self._no_browser.is_set():
            self._no_browser.clear()
            told = _("No browser can be started here. Open the console on a tablet instead.")
            self._program.say(told, TROUBLE_MS)
        bridge, doer = self._bridge, self._doer
        if bridge is None or doer is None:
            return
        for command in bridge.drain():
            bridge.answer(command, doer.do(command, painter))
        self._greet(bridge)
        self._withdraw()
        if bridge.devices:
            self._try_to_show(bridge)

    def _try_to_show(self, bridge: Bridge) -> None:
        """The game needs no console: one that fails is closed, and play goes on without it."""
        try:
            self._show(bridge)
        except Exception:
            log.exception("console: cannot be shown")
            self.close()
            self._program.say(_("The console failed and was closed; the game goes on."), TROUBLE_MS)

    def _greet(self, bridge: Bridge) -> None:
        """Say on the wall who came: a facilitator sees at once that somebody else is in."""
        before, self._devices = self._devices, bridge.devices
        for device in self._devices:
            if device not in before:
                self._program.say(_("Console connected: {device}").format(device=device))

    def _withdraw(self) -> None:
        """A code that is not on the wall lets nobody in."""
        stack = self._program.director.stack
        if self._ticket and not any(isinstance(screen, ConsoleScreen) for screen in stack):
            self._ticket = ""
            if self._server is not None:
                self._server.revoke()

    def _show(self, bridge: Bridge) -> None:
        program, now = self._program, self._program.now()
        evening = program.evening
        guests = bridge.guests
        around = (program.settings, language(), guests, program.devices(), program.notice())
        game = (id(evening), evening.version) if evening is not None else None
        key = (game, around)
        self._due = self._shown_at + (PACE_MS if key == self._shown else SHOW_MS)
        if now < self._due:
            return
        from game.app.consolesees import around_of, game_of
        from game.remote.view import around_parts, game_parts, no_game_parts

        self._shown, self._shown_at, self._due = key, now, now + PACE_MS
        if around != self._around[0]:
            told = around_of(program, guests, program.notice())
            self._around = around, around_parts(told)
        if evening is None:
            empty = no_game_parts(_("CX Game"), _("No session is on. Choose one on the wall."))
            bridge.show({**self._around[1], **empty}, 0)
            return
        bridge.show({**self._around[1], **game_parts(game_of(evening))}, evening.now())

    def due_in(self) -> int | None:
        """Milliseconds until there is something to do; None without a browser."""
        if self._bridge is None or not self._bridge.devices:
            return None
        return max(1, self._due - self._program.now())

    def close(self) -> None:
        """The program ends: browsers are told."""
        if self._server is not None:
            self._server.close()
        self._server, self._bridge, self._devices, self._ticket = None, None, (), ""


def _load() -> None:
    try:
        import_module("game.remote.server")
        import_module("segno")
    except ImportError:
        log.exception("console: cannot be imported")
    wake()
