"""Between the game's thread, where the rules run, and the server's, where browsers are.

What browsers ask lies in a queue until the game looks; what they are shown is replaced, never
queued: a browser that is slow skips what came in between, and holds up nobody.
"""

from __future__ import annotations

import json
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Protocol

MOST_WAITING = 64
"""Commands that lie in the queue; more than a person can press between two frames."""
MOST_RECEIPTS = 512
"""Commands whose receipts are remembered, so that the same one is done once."""


@dataclass(frozen=True)
class Command:
    """Something asked for by a browser, well formed and not yet judged."""

    id: str
    """Given by the browser, once for each press: what is sent twice is done once."""
    do: str
    """What kind it is."""
    told: Mapping[str, Any] = field(default_factory=dict)
    """The rest of it: texts, numbers, yes and no, and one mapping of texts."""
    guest: int = 0
    """Which browser."""


@dataclass(frozen=True)
class Receipt:
    """What became of a command."""

    id: str
    done: bool
    sentence: str = ""
    """Why not; or what there is to say of it."""
    field: str = ""
    """Which of the entered values is wrong, if it is one."""


class Guest(Protocol):
    """A browser that is connected, as the game's thread sees it. No call may wait."""

    device: str
    """What it is, for the facilitator to recognise."""

    def stir(self) -> None:
        """There is something new to be shown."""

    def hand(self, receipt: Receipt) -> None:
        """A receipt for this browser alone."""

    def send_home(self) -> None:
        """End its connection; it does not come back with the pass it has."""


@dataclass
class _Part:
    version: int
    data: Any
    text: str | None = None
    """As it is sent; made once, by whoever first sends it."""


class Bridge:
    """Commands one way, parts of the console's picture the other."""

    def __init__(
        self, wake: Callable[[], None], clock: Callable[[], float] = time.perf_counter
    ) -> None:
        self._wake = wake
        self._clock = clock
        self._lock = Lock()
        self._waiting: deque[Command] = deque()
        self._known: OrderedDict[str, Receipt | int] = OrderedDict()
        """By a command's id its receipt, or while there is none the guest that waits for it."""
        self._parts: dict[str, _Part] = {}
        self._version = 0
        self._guests: dict[int, Guest] = {}
        self._next_guest = 1
        self._game_at = 0
        self._seen_at = clock()

    # -- the game's thread

    def drain(self) -> list[Command]:
        """Everything asked for since the last time, in the order it came."""
        with self._lock:
            found = list(self._waiting)
            self._waiting.clear()
        return found

    def answer(self, command: Command, receipt: Receipt) -> None:
        """Tell the browser that asked, on the connection it asked on last, and nobody else."""
        with self._lock:
            waits = self._known.get(command.id)
            self._known[command.id] = receipt
            guest = self._guests.get(waits if isinstance(waits, int) else command.guest)
        if guest is not None:
            guest.hand(receipt)

    def show(self, parts: Mapping[str, Any], at: int) -> bool:
        """What there is to see at `at` ms of the session; True if any of it was new.

        Parts are plain data. Those that are what they were are not sent again.
        """
        with self._lock:
            self._game_at, self._seen_at = at, self._clock()
            changed = [
                name
                for name, data in parts.items()
                if name not in self._parts or self._parts[name].data != data
            ]
            if not changed:
                return False
            self._version += 1
            for name in changed:
                self._parts[name] = _Part(self._version, parts[name])
            guests = list(self._guests.values())
        for guest in guests:
            guest.stir()
        return True

    @property
    def devices(self) -> tuple[str, ...]:
        """What is connected, in the order it came."""
        return tuple(device for _number, device in self.guests)

    @property
    def guests(self) -> tuple[tuple[int, str], ...]:
        """(number, device) of each that is connected, in the order it came."""
        with self._lock:
            return tuple((number, guest.device) for number, guest in self._guests.items())

    def send_home(self, number: int) -> str:
        """Have one of them go and not come back; what it was, or "" where it has gone already."""
        with self._lock:
            guest = self._guests.get(number)
        if guest is None:
            return ""
        guest.send_home()
        return guest.device

    # -- the server's thread

    def join(self, guest: Guest) -> int:
        """Somebody came in; the number it goes by here."""
        with self._lock:
            number, self._next_guest = self._next_guest, self._next_guest + 1
            self._guests[number] = guest
        self._wake()
        return number

    def leave(self, number: int) -> None:
        """Somebody went. What it asked for is still done."""
        with self._lock:
            self._guests.pop(number, None)
            if not self._guests:
                # While nobody looks, nothing is kept up to date: the next one gets no old picture.
                self._parts.clear()
        self._wake()

    def offer(self, command: Command) -> Receipt | None:
        """Ask for something. The receipt, if there is one already; else it comes later.

        The same id is never done twice: a browser that lost its connection may ask again.
        """
        with self._lock:
            known = self._known.get(command.id)
            if isinstance(known, Receipt):
                return known
            if known is not None:
                self._known[command.id] = command.guest
                return None
            if len(self._waiting) >= MOST_WAITING:
                return Receipt(command.id, done=False)
            self._known[command.id] = command.guest
            while len(self._known) > MOST_RECEIPTS:
                self._known.popitem(last=False)
            self._waiting.append(command)
        self._wake()
        return None

    def since(self, version: int) -> tuple[int, str]:
        """(version now, message with every part that is newer than `version`)."""
        with self._lock:
            newer = {n: part for n, part in self._parts.items() if part.version > version}
            now = self._game_at + round((self._clock() - self._seen_at) * 1000)
            latest = self._version
        texts = [f"{json.dumps(name)}:{_text(part)}" for name, part in newer.items()]
        return latest, f'{{"now":{now},"parts":{{{",".join(texts)}}}}}'


def _text(part: _Part) -> str:
    if part.text is None:
        part.text = json.dumps(part.data, ensure_ascii=False, separators=(",", ":"))
    return part.text
