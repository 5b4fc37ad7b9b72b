"""HTTP connections, bounded: whoever opens many, or says nothing, takes no log file's place.

A process may only have so many files and sockets open. A game that cannot write its log because
somebody on the network opened a thousand connections would depend on its console.
"""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

MOST_CONNECTIONS = 64
"""At one listening address; a browser opens six."""
REQUEST_SECONDS = 10.0
"""A connection that has not become a socket by then is closed; the page is a few files."""


class PatientProtocol(H11Protocol):
    """uvicorn's own, with a bound on how many there are and how long they stay."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take it, or hang up."""
        full = len(self.connections) >= MOST_CONNECTIONS
        super().connection_made(transport)
        if full:
            transport.abort()
            return
        self.loop.call_later(REQUEST_SECONDS, self._hang_up)

    def _hang_up(self) -> None:
        # One that became a socket is another protocol's by now, and no longer among these.
        if self in self.connections:
            self.transport.abort()
