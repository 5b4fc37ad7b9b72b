"""Bounds on HTTP connections: how many there are, and how long one may say nothing.

A process may only have so many files and sockets open. Without bounds, somebody on the network
who opens a thousand connections could keep the game from opening its own log.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

MOST_CONNECTIONS = 64
"""At one listening address; a browser opens six."""
MOST_FROM_ONE = 24
"""Of those from one address, so that others still get in: two thirds may be browsers that stay."""
REQUEST_SECONDS = 10.0
"""A connection that has not become a socket by then is closed; the page is a few files."""


class PatientProtocol(H11Protocol):
    """uvicorn's own, with a bound on how many there are and how long they stay."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take it, or hang up."""
        full = len(self.connections) >= MOST_CONNECTIONS
        super().connection_made(transport)
        mine = sum(_address(one) == _address(self) for one in self.connections)
        if full or mine > MOST_FROM_ONE:
            transport.abort()
            return
        self.loop.call_later(REQUEST_SECONDS, self._hang_up)

    def _hang_up(self) -> None:
        # One that became a socket is another protocol's by now, and no longer among these.
        if self in self.connections:
            self.transport.abort()


def _address(connection: Any) -> str:
    """Where a connection comes from, one that became a socket as well; "" where none knows."""
    return connection.client[0] if connection.client else ""
