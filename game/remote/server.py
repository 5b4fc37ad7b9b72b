"""Serves the console from a thread of its own: on this computer, and on the network when asked.

Everything of a network is imported here, so nobody pays for it who has no console. What the
server does never waits for the game, nor the game for it.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import sys
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextlib import suppress
from typing import Any

import uvicorn

from game.remote.addresses import own_addresses
from game.remote.bridge import Bridge
from game.remote.door import Door
from game.remote.gate import LOOPBACK
from game.remote.guests import Doorkeeper
from game.remote.messages import MOST_BYTES
from game.remote.pages import application
from game.remote.patient import PatientProtocol

HERE_PORT, NETWORK_PORT = 8740, 8741
"""Where it listens if nobody else does: an address that stays the same can be kept at hand."""
PING_SECONDS = 10.0
"""A browser that does not answer for so long has gone."""
CLOSE_SECONDS = 2.0

log = logging.getLogger("game.remote")


class Listening:
    """One address the console is served at, with secrets of its own."""

    def __init__(self, sock: socket.socket, bridge: Bridge) -> None:
        self.port: int = sock.getsockname()[1]
        self.door = Door()
        here = sock.getsockname()[0] == LOOPBACK
        self.keeper = Doorkeeper(self.door, bridge, here=here)
        self._sock = sock
        self._server = uvicorn.Server(_config(application(self.keeper)))

    async def serve(self) -> None:
        """Until it is stopped."""
        await self._server.serve(sockets=[self._sock])

    async def stop(self) -> None:
        """Nobody comes in any more, and who is in goes."""
        self.door.lock()
        await self.keeper.close()
        self._server.should_exit = True


def _config(app: Any) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=PatientProtocol,
        ws="websockets-sansio",
        loop="asyncio",
        lifespan="off",
        log_config=None,
        log_level=logging.CRITICAL,
        access_log=False,
        server_header=False,
        date_header=False,
        # Whoever stands between us and the browser does not get to say who it is.
        proxy_headers=False,
        ws_max_size=MOST_BYTES,
        ws_ping_interval=PING_SECONDS,
        ws_ping_timeout=PING_SECONDS,
        # A small message must not become a large one.
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=1,
        h11_max_incomplete_event_size=16 * 1024,
    )


class Server:
    """The thread, and what listens in it."""

    def __init__(self, bridge: Bridge, wake: Callable[[], None]) -> None:
        self._bridge = bridge
        self._wake = wake
        made = Future[asyncio.AbstractEventLoop]()
        self._thread = threading.Thread(target=_run, args=(made,), name="console", daemon=True)
        self._thread.start()
        self._loop = made.result()
        self._here: Listening | None = None
        self._network: Listening | None = None
        self._looking: Future[tuple[str, ...]] | None = None

    # -- on this computer

    def open_here(self) -> None:
        """Listen on this computer alone. Raises OSError where nothing can."""
        if self._here is None:
            self._here = self._listen(LOOPBACK, HERE_PORT)

    def url_here(self) -> str:
        """The address that lets one browser of this computer in, once."""
        assert self._here is not None, "open_here comes first"
        return f"http://{LOOPBACK}:{self._here.port}/#{self._here.door.issue()}"

    # -- on the network

    @property
    def on_network(self) -> bool:
        """Whether others on the network can reach it."""
        return self._network is not None

    def open_network(self) -> None:
        """Listen on every network this computer is on. Raises OSError where nothing can."""
        if self._network is None:
            self._network = self._listen("0.0.0.0", NETWORK_PORT)
        self.look_again()

    def look_again(self) -> None:
        """Find out anew which addresses this computer has: it may have changed networks."""
        looking = self._looking = Future[tuple[str, ...]]()

        def look() -> None:
            looking.set_result(own_addresses())
            self._wake()

        # A daemon: a name server that does not answer must not keep the program from ending.
        threading.Thread(target=look, name="console-address", daemon=True).start()

    def close_network(self) -> None:
        """Send tablets home; this computer's own browser stays."""
        if self._network is not None:
            listening, self._network = self._network, None
            self._start(listening.stop())

    @property
    def addresses(self) -> tuple[str, ...] | None:
        """Addresses of this computer on the network, the likeliest first; None while looking."""
        if self._looking is None or not self._looking.done():
            return None
        return self._looking.result()

    def issue(self) -> str:
        """A new ticket for the network, to be shown; the one before is worth nothing."""
        return self._network.door.issue() if self._network is not None else ""

    def revoke(self) -> None:
        """The ticket is not shown any more: nobody comes in with it."""
        if self._network is not None:
            self._network.door.revoke()

    @property
    def ticket_waits(self) -> bool:
        """True while the ticket of the network has let nobody in yet, and still would."""
        return self._network is not None and self._network.door.waiting

    def url(self, address: str, ticket: str = "") -> str:
        """Where a tablet finds the console."""
        assert self._network is not None, "open_network comes first"
        host = f"http://{address}:{self._network.port}/"
        return f"{host}#{ticket}" if ticket else host

    # -- the thread

    def close(self) -> None:
        """Everything: browsers are told, the thread ends."""
        for listening in (self._here, self._network):
            if listening is not None:
                with suppress(Exception):
                    self._start(listening.stop()).result(CLOSE_SECONDS)
        self._here = self._network = None
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(CLOSE_SECONDS)

    def _listen(self, host: str, port: int) -> Listening:
        listening = Listening(bind(host, port), self._bridge)
        self._start(listening.serve())
        return listening

    def _start(self, work: Coroutine[Any, Any, None]) -> Future[None]:
        return asyncio.run_coroutine_threadsafe(work, self._loop)


def bind(host: str, port: int) -> socket.socket:
    """A socket at that port, or at any free one where it is taken. Raises OSError."""
    try:
        return _bound(host, port)
    except OSError:
        return _bound(host, 0)


def _bound(host: str, port: int) -> socket.socket:
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            # There, an address that is reused is shared with whoever else asks for it.
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((host, port))
        sock.listen(32)
    except OSError:
        sock.close()
        raise
    sock.setblocking(False)
    return sock


def _run(made: Future[asyncio.AbstractEventLoop]) -> None:
    """The thread: `made` gets the loop it runs, or why there is none."""
    try:
        # Here, since one that the main thread makes has itself woken by Ctrl-C on Windows, and is
        # still called when it is closed.
        loop = asyncio.new_event_loop()
    except Exception as error:  # noqa: BLE001 - whoever waits for it is told
        made.set_exception(error)
        return
    loop.set_exception_handler(_note)
    asyncio.set_event_loop(loop)
    made.set_result(loop)
    try:
        loop.run_forever()
        _finish(loop)
    finally:
        loop.close()


def _finish(loop: asyncio.AbstractEventLoop) -> None:
    """What is still under way ends here, so that nothing is left open."""

    async def gather(tasks: set[asyncio.Task[Any]]) -> None:
        # Listening ends by itself when it is asked to; it is given the time that takes.
        _done, late = await asyncio.wait(tasks, timeout=CLOSE_SECONDS / 2)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    tasks = asyncio.all_tasks(loop)
    if tasks:
        loop.run_until_complete(gather(tasks))
    loop.run_until_complete(loop.shutdown_asyncgens())


def _note(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """A browser that goes in the middle of something is no news; all else is written down."""
    error = context.get("exception")
    if not isinstance(error, OSError):
        log.error("console: %s", context.get("message"), exc_info=error)
