"""Connections, counted before anything is waited for."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

from game.remote.bridge import Bridge
from game.remote.door import Door
from game.remote.guests import MOST_STRANGERS, TOO_MUCH, Doorkeeper


class Silent:
    """A browser's socket that says nothing; taking it takes a moment, as on any network."""

    client = SimpleNamespace(host="192.0.2.1")

    def __init__(self) -> None:
        self.accepted = False
        self.code = 0

    async def accept(self) -> None:
        await asyncio.sleep(0)
        self.accepted = True

    async def receive_text(self) -> str:
        await asyncio.sleep(3600)
        return ""

    async def close(self, code: int) -> None:
        self.code = code


def test_those_who_come_at_once_are_no_more_than_those_who_come_one_by_one() -> None:
    async def crowd() -> list[Silent]:
        keeper = Doorkeeper(Door(), Bridge(lambda: None))
        sockets: list[Any] = [Silent() for _ in range(3 * MOST_STRANGERS)]
        meeting = [asyncio.create_task(keeper.meet(one)) for one in sockets]
        await asyncio.sleep(0.05)
        for task in meeting:
            task.cancel()
        await asyncio.gather(*meeting, return_exceptions=True)
        return sockets

    sockets = asyncio.run(crowd())
    assert sum(one.accepted for one in sockets) == MOST_STRANGERS
    assert sum(one.code == TOO_MUCH for one in sockets) == 2 * MOST_STRANGERS
