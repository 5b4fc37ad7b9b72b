"""What every request must be before anything looks at it, and what every answer carries.

A page of somebody else must not reach the console through the facilitator's own browser: neither
under a name that was made to point here (the Host is compared) nor from another page (the Origin
is). Addresses are compared with the one the connection really came to.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = "127.0.0.1"
MOST_PATH = 256
FORBIDDEN = 403
NOT_HERE = 421
"""Misdirected request (RFC 9110): meant for another host."""


def headers_of(scope: Mapping[str, Any]) -> dict[str, str]:
    """Header fields by lower-case name.

    One that comes twice has a NUL for its value: no field can have that, so it matches nothing.
    """
    found: dict[str, str] = {}
    for raw_name, raw_value in scope["headers"]:
        name = raw_name.decode("latin-1").lower()
        found[name] = "\0" if name in found else raw_value.decode("latin-1")
    return found


def is_meant_for_us(scope: Mapping[str, Any]) -> bool:
    """True where Host is the very address and port the connection came to."""
    server = scope.get("server")
    if server is None:
        return False
    address, port = server
    allowed = {f"{address}:{port}"}
    if address == LOOPBACK:
        allowed.add(f"localhost:{port}")
    if port == 80:
        allowed |= {host.rpartition(":")[0] for host in allowed}
    return headers_of(scope).get("host", "").lower() in allowed


def is_from_our_page(scope: Mapping[str, Any]) -> bool:
    """True where Origin is the page's own; programs that send none are no page of ours."""
    headers = headers_of(scope)
    return headers.get("origin", "").lower() == f"http://{headers.get('host', '').lower()}"


def answer_headers(host: str) -> list[tuple[bytes, bytes]]:
    """The page loads nothing from elsewhere, is kept nowhere, and is shown in no frame.

    The host is named once more for the socket: older tablets do not count that as 'self'.
    """
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        f"font-src 'self'; connect-src 'self' ws://{host}; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
    told = {
        "content-security-policy": policy,
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), microphone=(), geolocation=()",
    }
    return [(name.encode(), value.encode("latin-1")) for name, value in told.items()]


class Gate:
    """Stands before the application, and lets through what is meant for it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request or one socket."""
        if scope["type"] == "websocket":
            if is_meant_for_us(scope) and is_from_our_page(scope):
                await self._app(scope, receive, send)
            else:
                await receive()
                await send({"type": "websocket.close", "code": 1008})  # becomes a 403
            return
        if not is_meant_for_us(scope):
            await _refuse(send, NOT_HERE)
            return
        if scope["method"] not in ("GET", "HEAD") or len(scope["raw_path"]) > MOST_PATH:
            await _refuse(send, FORBIDDEN)
            return
        extra = answer_headers(headers_of(scope)["host"])

        async def send_more(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *extra]
            await send(message)

        await self._app(scope, receive, send_more)


async def _refuse(send: Send, status: int) -> None:
    """No word of why: whoever is meant to come in has an address that works."""
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [(b"content-length", b"0"), (b"connection", b"close")],
        }
    )
    await send({"type": "http.response.body", "body": b""})
