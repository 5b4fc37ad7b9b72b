"""Who may come in: a ticket lets one browser in, once, and is exchanged for a pass.

A ticket is what the room can see (a code on the wall, an address in a browser's bar), so it is
worth nothing as soon as somebody has come in with it. A pass is only ever known to the one
browser it was given to; it lasts for as long as the door is open, so that a tablet that went to
sleep, was reloaded or lost its network comes back by itself. See docs/decisions/0016.
"""

from __future__ import annotations

import hmac
import secrets
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from threading import Lock

TICKET_BYTES = 16
"""128 bits: more than anybody tries, and a code that is still large on the wall."""
PASS_BYTES = 32
TICKET_SECONDS = 600.0
"""A ticket nobody came in with is worth nothing after this."""
MOST_PASSES = 16
"""Browsers that were let in and may come back; the one let in longest ago gives way."""

WRONG_TRIES = 5
WRONG_SECONDS = 60.0
"""After so many wrong tickets within this, no ticket from that address is looked at so long."""
MOST_ADDRESSES = 256
"""Addresses whose wrong tries are remembered; the one that tried longest ago is forgotten."""


class Door:
    """The secrets of one listening address. Any thread may ask."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._ticket = ""
        self._ticket_ends = 0.0
        self._passes: deque[str] = deque(maxlen=MOST_PASSES)
        self._wrong: OrderedDict[str, deque[float]] = OrderedDict()

    def issue(self) -> str:
        """A new ticket; the one before it is worth nothing from now on."""
        with self._lock:
            self._ticket = secrets.token_urlsafe(TICKET_BYTES)
            self._ticket_ends = self._clock() + TICKET_SECONDS
            return self._ticket

    def revoke(self) -> None:
        """No ticket is worth anything until the next one is issued; passes stay."""
        with self._lock:
            self._ticket = ""

    @property
    def waiting(self) -> bool:
        """True while a ticket is out that somebody may still come in with."""
        with self._lock:
            return bool(self._ticket) and self._clock() < self._ticket_ends

    def admit(self, ticket: str, address: str) -> str | None:
        """The pass for whoever comes from `address` with this ticket, or None.

        A ticket that was right is used up. An address with too many wrong ones is not even
        looked at for a while; who has a pass is never kept out by that.
        """
        with self._lock:
            now = self._clock()
            if self._is_barred(address, now):
                return None
            alive = bool(self._ticket) and now < self._ticket_ends
            # Compared in constant time, and also where there is nothing to compare with.
            right = _same(ticket, self._ticket if alive else secrets.token_urlsafe(TICKET_BYTES))
            if not right:
                self._note_wrong(address, now)
                return None
            self._ticket = ""
            made = secrets.token_urlsafe(PASS_BYTES)
            self._passes.append(made)
            return made

    def knows(self, told: str) -> bool:
        """True for a pass that was given here."""
        with self._lock:
            found = False
            for known in self._passes:
                found |= _same(told, known)  # all of them, so that the time taken tells nothing
            return found

    def forget(self, told: str) -> None:
        """A pass that was given here is worth nothing from now on."""
        with self._lock:
            if told in self._passes:
                self._passes.remove(told)

    def lock(self) -> None:
        """Nobody comes in any more, not even with a pass."""
        with self._lock:
            self._ticket = ""
            self._passes.clear()

    def _is_barred(self, address: str, now: float) -> bool:
        tries = self._wrong.get(address)
        return tries is not None and len(tries) == WRONG_TRIES and now - tries[-1] < WRONG_SECONDS

    def _note_wrong(self, address: str, now: float) -> None:
        tries = self._wrong.setdefault(address, deque(maxlen=WRONG_TRIES))
        while tries and now - tries[0] >= WRONG_SECONDS:
            tries.popleft()
        tries.append(now)
        self._wrong.move_to_end(address)
        while len(self._wrong) > MOST_ADDRESSES:
            self._wrong.popitem(last=False)


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
