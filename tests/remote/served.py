"""A console that is served, and browsers that are none."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from types import TracebackType
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from game.remote.bridge import Bridge
from game.remote.server import Server

PATIENCE = 10.0
"""Seconds after which something that should have happened has not."""


def until(true: Callable[[], Any]) -> Any:
    """What `true` gives as soon as it gives something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = true()
        if found:
            return found
        time.sleep(0.005)
    raise AssertionError(f"never: {true}")


class Served:
    """A server with nobody's game behind it."""

    def __init__(self) -> None:
        self.woken = 0
        self.bridge = Bridge(self.wake)
        self.server = Server(self.bridge, self.wake)
        self.server.open_here()
        self._guests = ExitStack()

    def wake(self) -> None:
        self.woken += 1

    def __enter__(self) -> Served:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._guests.close()
        self.server.close()

    def way_in(self) -> tuple[str, str]:
        """(host, ticket)."""
        address, _hash, ticket = self.server.url_here().partition("#")
        return address.removeprefix("http://").rstrip("/"), ticket

    @property
    def host(self) -> str:
        listening = self.server._here
        assert listening is not None
        return f"127.0.0.1:{listening.port}"

    def knock(self, origin: str | None = "", door: str = "") -> ClientConnection:
        """A socket to it, for `with`; "" stands for the page's own origin and for this computer."""
        host = door or self.host
        given = f"http://{host}" if origin == "" else origin
        said = None if given is None else Origin(given)
        return connect(f"ws://{host}/socket", origin=said, proxy=None, close_timeout=1)

    def ticket_waits(self) -> bool:
        """Whether a ticket of the network's lets somebody in now."""
        return self.server.ticket_waits

    def visit(self) -> ClientConnection:
        """The same, until the server goes."""
        return self._guests.enter_context(self.knock())

    def come_in(self) -> tuple[ClientConnection, str]:
        """A browser that was let in, and its pass."""
        ticket = self.way_in()[1]
        socket = self.visit()
        say(socket, ticket=ticket)
        given: str = hear(socket)["welcome"]
        return socket, given


def say(socket: ClientConnection, **message: object) -> None:
    if "pass_" in message:
        message["pass"] = message.pop("pass_")
    socket.send(json.dumps(message))


def code_of(connection: ClientConnection) -> int:
    """The code it is closed with; whatever is told before that is passed over."""
    with suppress(ConnectionClosed):
        while True:
            connection.recv(PATIENCE)
    assert connection.close_code is not None
    return connection.close_code


def hear(socket: ClientConnection) -> Any:
    return json.loads(socket.recv(PATIENCE))
