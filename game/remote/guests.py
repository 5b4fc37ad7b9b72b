"""One browser's connection: let in, shown what is new, heard."""

from __future__ import annotations

import asyncio
import time
from collections import Counter, deque
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from starlette.websockets import WebSocketDisconnect

from game.remote.bridge import Bridge, Receipt
from game.remote.messages import MalformedError, read_command, read_entry, receipt_text
from game.remote.sameuser import is_of_another_user

if TYPE_CHECKING:
    from starlette.websockets import WebSocket

    from game.remote.door import Door

ENTRY_SECONDS = 5.0
"""Whoever does not say who it is within this is closed."""
MOST_STRANGERS = 16
"""Connections that have not said yet who they are."""
MOST_STRANGERS_FROM_ONE = 4
"""Of those from one address: whoever says nothing there keeps out nobody from elsewhere."""
MOST_GUESTS = 16
MOST_A_SECOND = 30
BURST = 60
"""Messages a browser may send at once; no hand is that quick."""
BEAT_SECONDS = 5.0
"""A browser hears the time so often, though nothing is new: one that hears nothing has lost us."""

NO_ENTRY = 4401
"""Close code: the ticket or the pass is not (or no longer) good here."""
MALFORMED = 4400
TOO_MUCH = 4429

_DEVICES = (
    ("iPad", "iPad"),
    ("iPhone", "iPhone"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


def device_of(agent: str) -> str:
    """What kind of device a browser says it runs on; "?" if it does not tell."""
    return next((name for mark, name in _DEVICES if mark in agent), "?")


class Doorkeeper:
    """Sees to the connections of one door; of this computer, those of other users get nothing."""

    def __init__(self, door: Door, bridge: Bridge, *, here: bool = False) -> None:
        self._door = door
        self._here = here
        self._bridge = bridge
        self._strangers: Counter[str] = Counter()
        """By the address they come from."""
        self._guests: set[_Guest] = set()

    async def meet(self, socket: WebSocket) -> None:
        """From its first word to its last."""
        address = socket.client.host if socket.client else ""
        if not self._has_room(address):
            await socket.close(TOO_MUCH)
            return
        self._strangers[address] += 1
        try:
            await socket.accept()
            entry = await self._let_in(socket, address)
        finally:
            self._strangers[address] -= 1
            if not self._strangers[address]:
                del self._strangers[address]
        if entry is None:
            return
        given, own = entry
        guest = _Guest(socket, self._bridge, own, self._send_home)
        self._guests.add(guest)
        try:
            await guest.stay(given)
        finally:
            self._guests.discard(guest)

    def _has_room(self, address: str) -> bool:
        return (
            self._strangers[address] < MOST_STRANGERS_FROM_ONE
            and self._strangers.total() < MOST_STRANGERS
            and len(self._guests) < MOST_GUESTS
        )

    async def _let_in(self, socket: WebSocket, address: str) -> tuple[str, str] | None:
        """(pass to hand over, its pass), the first "" for one that has it; None: not let in."""
        try:
            text = await asyncio.wait_for(socket.receive_text(), ENTRY_SECONDS)
            ticket, told = read_entry(text)
        except (TimeoutError, MalformedError, KeyError):
            await _close(socket, MALFORMED)
            return None
        except WebSocketDisconnect:
            return None
        if self._here and _is_of_another_user(socket):
            await _close(socket, NO_ENTRY)
            return None
        if told and self._door.knows(told):
            return "", told
        given = self._door.admit(ticket, address) if ticket else None
        if given is None:
            await _close(socket, NO_ENTRY)
            return None
        return given, given

    async def _send_home(self, own: str) -> None:
        """Whoever has this pass goes, in all its windows, and does not come back with it."""
        self._door.forget(own)
        for guest in [one for one in self._guests if one.own == own]:
            await guest.close(NO_ENTRY)

    async def close(self) -> None:
        """Send everybody home."""
        for guest in list(self._guests):
            await guest.close(NO_ENTRY)


class _Guest:
    """A browser that is let in."""

    def __init__(
        self,
        socket: WebSocket,
        bridge: Bridge,
        own: str,
        send_home: Callable[[str], Coroutine[Any, Any, None]],
    ) -> None:
        self._socket = socket
        self._bridge = bridge
        self.own = own
        """Its pass."""
        self._send_home = send_home
        self._loop = asyncio.get_running_loop()
        self._stirred = asyncio.Event()
        self._receipts: deque[Receipt] = deque(maxlen=BURST)
        self._allowance = float(BURST)
        self._heard_at = time.monotonic()
        client = socket.client
        kind = device_of(socket.headers.get("user-agent", ""))
        self.device = f"{kind} · {client.host}" if client else kind

    # -- from the game's thread

    def stir(self) -> None:
        """See what is new, when the network has time for it."""
        self._soon(self._stirred.set)

    def hand(self, receipt: Receipt) -> None:
        """Send a receipt next."""
        self._soon(lambda: self._keep(receipt))

    def send_home(self) -> None:
        """End its connection; it does not come back with the pass it has."""
        with suppress(RuntimeError):  # the server has gone
            asyncio.run_coroutine_threadsafe(self._send_home(self.own), self._loop)

    def _soon(self, call: object) -> None:
        with suppress(RuntimeError):  # the server has gone
            self._loop.call_soon_threadsafe(call)  # type: ignore[arg-type]

    def _keep(self, receipt: Receipt) -> None:
        self._receipts.append(receipt)
        self._stirred.set()

    # -- in the server's thread

    async def stay(self, given: str) -> None:
        """Talk until the connection ends."""
        number = self._bridge.join(self)
        sending = asyncio.create_task(self._send(given))
        try:
            await self._hear(number)
        finally:
            self._bridge.leave(number)
            sending.cancel()
            with suppress(asyncio.CancelledError, WebSocketDisconnect, RuntimeError):
                await sending

    async def _hear(self, number: int) -> None:
        with suppress(WebSocketDisconnect):
            while True:
                message = await self._socket.receive()
                if message["type"] != "websocket.receive":
                    return
                if not self._allowed():
                    await self.close(TOO_MUCH)
                    return
                try:
                    command = read_command(message.get("text") or "", number)
                except MalformedError:
                    await self.close(MALFORMED)
                    return
                receipt = self._bridge.offer(command)
                if receipt is not None:
                    self._keep(receipt)

    def _allowed(self) -> bool:
        now = time.monotonic()
        more = (now - self._heard_at) * MOST_A_SECOND
        self._heard_at = now
        self._allowance = min(BURST, self._allowance + more) - 1
        return self._allowance >= 0

    async def _send(self, given: str) -> None:
        """Receipts first, then what is new: always the newest, whatever was missed."""
        await self._socket.send_json({"welcome": given})
        version, beat = 0, False
        while True:
            self._stirred.clear()
            while self._receipts:
                await self._socket.send_text(receipt_text(self._receipts.popleft()))
            newest, text = self._bridge.since(version)
            if newest > version or beat:
                version = newest
                await self._socket.send_text(text)
            try:
                await asyncio.wait_for(self._stirred.wait(), BEAT_SECONDS)
                beat = False
            except TimeoutError:
                beat = True

    async def close(self, code: int) -> None:
        """End it, with the reason as a number."""
        await _close(self._socket, code)


def _is_of_another_user(socket: WebSocket) -> bool:
    client, server = socket.client, socket.scope.get("server")
    if client is None or server is None:
        return False
    return is_of_another_user((client.host, client.port), (server[0], server[1]))


async def _close(socket: WebSocket, code: int) -> None:
    with suppress(RuntimeError, WebSocketDisconnect):  # it went by itself
        await socket.close(code)
